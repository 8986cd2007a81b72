"""How much one client may have in a while: by key, else by address, in prices, counted by `limits`.

A GraphQL operation costs its price, which is known when its answer is; so what is under way at one moment can go beyond
the limit once, and what comes next waits.  Counted is what was had in the present window of time and, in the share in
which the last window still reaches into the last so many seconds, in that one: what was had comes back little by
little, and a crowd that used up its allowance does not come again at one moment.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs
from zlib import crc32

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, Storage
from limits.errors import ConfigurationError, StorageError
from limits.storage import storage_from_string
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import FILES, need_of
from api.keys import NOBODY, Caller
from api.requests import body_bytes_of, is_refused, operation_of
from dateline.ingestion.processes.reading_queue import SHORT
from dateline.store.reading.pages import DEFAULT_SIZE, LARGEST_SIZE
from schema.errors import DatelineError, LimitError, SettingError

log = logging.getLogger("dateline.api")

USUAL = "300000/minute"
"""Where others reach the server: fifteen of the dearest operations, or some thousands of usual ones."""
ROW_PRICE = 20
"""Of one object of a REST list, about the values in it."""
FILE_PRICE = 20_000
TEXT_PRICE = 2_000
"""Of a short text, which takes a tenth of a second to read."""
CHARACTERS_A_UNIT = 2
"""Of a longer text, beyond those of a short one: a client has six of the longest in the usual minute."""
READING_PRICE = 10_000
"""Of a second of reading, where a text takes longer than its length lets expect: a client has half of a reader."""
STREAM_PRICE = 200
"""Of an operation over a WebSocket."""
REFUSED_PRICE = 500
"""Of a request that makes no sense or asks for too much: to find that out is work too."""
FREE_BYTES = 65_536
"""Of a body, for which nothing more is charged: all usual ones, and whatever takes the short way."""
BYTES_A_UNIT = 40
"""Of a longer body: a megabyte costs some 23,400, and a client has twelve of them in the usual minute.  Reading it
takes what answering with values of that price takes."""
REFUSED = frozenset({400, 406, 408, 413, 415, 422})
HOLD_SECONDS = 1.0
"""How long who has to wait is left without an answer: nobody asks again before, and to let wait costs nothing."""
MOST_HELD = 1_000
WRONG_KEY_PRICE = 5_000
"""Of an invalid key, charged to the address: whoever tries keys is done after sixty of the usual minute.  Good keys
are still taken from there; they are too long to be found by trying, and neighbours share addresses."""
IPV6_NETWORK = 64
"""Bits of an address that one customer of a provider has."""


class RateError(LimitError):
    """So much was asked for that the client has to wait."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a client has left."""

    limit: int
    window: int
    left: int
    """Below 0 where too much was asked for."""
    seconds: int
    """Until something may be asked for again, where too much was; else until all of it is there again."""

    def headers(self) -> dict[str, str]:
        """As in the IETF's draft of RateLimit header fields (draft-ietf-httpapi-ratelimit-headers-10)."""
        return {
            "RateLimit-Policy": f'"price";q={self.limit};w={self.window}',
            "RateLimit": f'"price";r={max(0, self.left)};t={self.seconds}',
        }


class Rates:
    """The counts of all clients."""

    def __init__(self, item: RateLimitItem, storage: Storage) -> None:
        self._item = item
        self._storage = storage
        self._held = 0
        self.are_at_hand = isinstance(storage, MemoryStorage)
        """Whether counting waits for nobody."""

    async def hold(self) -> None:
        """Lets a client wait before it is told to; where very many wait already it is told at once."""
        if self._held < MOST_HELD:
            self._held += 1
            try:
                await asyncio.sleep(HOLD_SECONDS)
            finally:
                self._held -= 1

    async def charge(self, client: str, price: int) -> Standing:
        """Counts a price; where the counts cannot be had everybody is served, and the log tells."""
        amount, window = self._item.amount, self._item.get_expiry()
        # Everybody's windows begin at moments of their own.
        number, passed = divmod(time.time() + crc32(client.encode()) % window, window)
        now, last = (self._item.key_for("dateline", client, str(int(one))) for one in (number, number - 1))
        try:
            counts = await self._storage.incr(now, 2 * window, min(price, amount + 1)), await self._storage.get(last)
        except StorageError:
            log.exception("the counts of clients cannot be had")
            return Standing(amount, window, amount, window)
        return standing_of(amount, window, passed, *counts)


def standing_of(amount: int, window: int, passed: float, now: int, last: int) -> Standing:
    """What is left of an amount when so many seconds of the window have passed, and so much was had in it and the last.

    What was had in the last window counts in the share of it that is younger than a window.
    """
    left = amount - now - math.ceil(last * (1 - passed / window))
    if left >= 0:
        return Standing(amount, window, left, math.ceil(window - passed + (window if now else 0)))
    if now <= amount:
        seconds = (1 - (amount - now) / last) * window - passed
    else:
        seconds = window - passed + (1 - amount / now) * window
    return Standing(amount, window, left, max(1, math.ceil(seconds)))


@dataclass(slots=True)
class Tab:
    """What one connection's client is charged."""

    rates: Rates
    client: str
    standing: Standing | None = None

    async def charge(self, price: int) -> None:
        """Counts a price; RateError where the client has to wait."""
        self.standing = await self.rates.charge(self.client, price)
        if self.standing.left < 0:
            message = f"More was asked for than {self.standing.limit:,} in {self.standing.window} seconds."
            hint = f"Wait {self.standing.seconds} seconds; each answer's header RateLimit tells what is left."
            raise RateError(message, hint=hint)

    async def note(self, price: int) -> None:
        """Counts a price of what was done already."""
        if price:
            self.standing = await self.rates.charge(self.client, price)


def tab_of(connection: HTTPConnection) -> Tab | None:
    """Where the request under way is counted; None where nothing is."""
    tab: Tab | None = connection.scope["state"].get("tab")
    return tab


def parse_rates(rate: str, storage: str, *, is_own: bool) -> Rates | None:
    """From the settings; None where nothing is limited, SettingError where they make no sense."""
    if rate == "none" or (not rate and is_own):
        return None
    try:
        item = parse(rate or USUAL)
    except ValueError as error:
        hint = "Like 300000/minute, or none."
        raise SettingError(f"Setting rate: {rate[:40]!r} is no rate.", hint=hint) from error
    options = {"implementation": "redispy"} if storage.startswith("redis") else {}
    try:
        found = storage_from_string(f"async+{storage}", wrap_exceptions=True, **options)
    except (ConfigurationError, ValueError, TypeError) as error:
        hint = "It takes memory:// or redis://host:6379, which needs `pip install dateline[redis]`."
        raise SettingError("Setting rate_storage cannot be used.", hint=hint) from error
    assert isinstance(found, Storage)
    return Rates(item, found)


def client_of(scope: Scope, caller: Caller) -> str:
    """The key, else the address; of IPv6 the network, of which one customer has all addresses."""
    if caller.key is not None:
        return f"key:{caller.key}"
    host = (scope.get("client") or ("unknown",))[0]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"host:{host}"
    if address.version == 6:
        return f"host:{ipaddress.ip_network((int(address), IPV6_NETWORK), strict=False)}"
    return f"host:{address}"


def price_of(path: str, query: Mapping[str, list[str]]) -> int:
    """What a request costs before its answer is known; of a GraphQL operation the rest is charged with its answer."""
    if path == "/v1/analyze":
        return TEXT_PRICE
    if path.endswith(FILES):
        return FILE_PRICE
    if not path.startswith("/v1/"):
        return 1
    given = query.get("limit", [""])[0]
    return ROW_PRICE * (min(LARGEST_SIZE, int(given)) if given.isdecimal() and len(given) < 9 else DEFAULT_SIZE)


def price_of_text(length: int) -> int:
    """What a text of so many characters costs beside TEXT_PRICE, before it is read."""
    return max(0, length - SHORT) // CHARACTERS_A_UNIT


def price_of_reading(length: int, seconds: float) -> int:
    """What is still to be charged for a text when so many seconds were needed to read it."""
    return max(0, int(READING_PRICE * seconds) - TEXT_PRICE - price_of_text(length))


class RateMiddleware:
    """Charges each request that needs a scope; 429 where its client has to wait."""

    def __init__(self, app: ASGIApp, rates: Rates, refuse: Callable[[Request, DatelineError], Response]) -> None:
        self._app = app
        self._rates = rates
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on with its tab in `scope["state"]`, or refuses it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        if "tab" in scope["state"]:  # Charged already.
            await self._app(scope, receive, _with_standing(send, scope, scope["state"]["tab"]))
            return
        tab = scope["state"]["tab"] = Tab(self._rates, client_of(scope, scope["state"]["caller"]))
        if scope["type"] == "websocket" or need_of(scope["path"], scope["method"]) is None:
            await self._app(scope, receive, send)
            return
        query = parse_qs(scope["query_string"][:2_000].decode("latin-1"), max_num_fields=None)
        try:
            await tab.charge(price_of(scope["path"], query))
        except RateError as error:
            await self._rates.hold()
            await self._refuse(Request(scope), error)(scope, receive, _with_standing(send, scope, tab))
            return
        await self._app(scope, receive, _with_standing(send, scope, tab))


class WrongKeyMiddleware:
    """Charges addresses for invalid keys; 429 instead of 401 after too many."""

    def __init__(self, app: ASGIApp, rates: Rates, refuse: Callable[[Request, DatelineError], Response]) -> None:
        self._app = app
        self._rates = rates
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and looks at the status of its answer."""
        if scope["type"] not in ("http", "websocket") or "authorization" not in Headers(scope=scope):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def send_unless_replaced(message: Message) -> None:
            nonlocal replaced
            if message["type"].endswith("response.start") and message["status"] == 401:
                tab = Tab(self._rates, client_of(scope, NOBODY))
                try:
                    await tab.charge(WRONG_KEY_PRICE)
                except RateError as error:
                    replaced = True
                    await self._rates.hold()
                    response = self._refuse(Request({**scope, "type": "http"}), error)
                    await response(scope, receive, _with_standing(send, scope, tab))
            if not replaced:
                await send(message)

        await self._app(scope, receive, send_unless_replaced)


def _with_standing(send: Send, scope: Scope, tab: Tab) -> Send:
    async def send_with_standing(message: Message) -> None:
        if message["type"].endswith("response.start"):
            noted = operation_of(scope)
            price = max(
                noted[1] if noted else 1, REFUSED_PRICE if is_refused(scope) or message["status"] in REFUSED else 1
            )
            price += max(0, body_bytes_of(scope) - FREE_BYTES) // BYTES_A_UNIT
            if price > 1:
                tab.standing = await tab.rates.charge(tab.client, price - 1)
            if tab.standing is not None:
                headers = MutableHeaders(scope=message)
                headers.update(tab.standing.headers())
                if message["status"] == 429:
                    headers.setdefault("Retry-After", str(tab.standing.seconds))
        await send(message)

    return send_with_standing
