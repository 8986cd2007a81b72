"""Asking other people's servers, politely: who we are, one request a host at a time, pauses, robots.txt, no more than
is needed, never into one's own network.
"""

from __future__ import annotations

import asyncio
import time
import zlib
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_network
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx
from httpx_secure import SSRFProtectionError, httpx_ssrf_protection

from dateline.ingestion.asking.waiting import parse_retry_after
from schema.errors import UnavailableError

AGENT = "Dateline/0.1 (+https://github.com/dateline; news events)"
ROBOT = "Dateline"
"""What robots.txt calls us."""
SECONDS = 20.0
"""Longest silence of a server."""
WHOLE_SECONDS = 60.0
"""Longest time that one answer may take."""
PAUSE_SECONDS = 1.0
"""Between two requests to one host; robots.txt may ask for more."""
LONGEST_PAUSE = 30.0
MOST_REDIRECTS = 5
MOST_BYTES = 5_000_000
"""Of one answer, unpacked."""
MOST_ROBOTS_BYTES = 500_000
ROBOTS_SECONDS = 24 * 3600.0
LONGEST_WAIT = 7 * 86400
"""Seconds: a longer `Retry-After` in seconds counts as a week."""
CHUNK = 65_536
NAT64 = ip_network("64:ff9b::/96")


class FetchError(UnavailableError):
    """Something cannot be had now; `retry_at` where the server said when."""

    retry_at: datetime | None = None
    gone: bool = False
    """Whether the server said that it will never be back."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer."""

    url: str
    """Where it was in the end."""
    content: bytes
    media_type: str
    etag: str | None
    last_modified: str | None


@dataclass(slots=True)
class _Host:
    """What is known of one server."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    pause: float = PAUSE_SECONDS
    robots: RobotFileParser | None = None
    robots_until: float = 0.0


class Fetcher:
    """Asks; use it in an `async with` statement.

    `allowed_hosts` may lie in one's own network, which is refused for all others.
    """

    def __init__(self, allowed_hosts: Collection[str] = (), pause: float = PAUSE_SECONDS) -> None:
        client = httpx.AsyncClient(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"}, timeout=SECONDS, trust_env=False
        )
        self._client = httpx_ssrf_protection(client, **_policy(frozenset(allowed_hosts)))
        self._pause = pause
        self._hosts: dict[str, _Host] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def get(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Fetched | None:
        """What is at a URL; None where it has not changed since the visit that gave `etag` and `last_modified`.

        FetchError where it cannot be had: refused by robots.txt, too large, an error of the server or on the way.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        for _ in range(MOST_REDIRECTS + 1):
            host = self._host_of(url)
            await self._ask_robots(host, url)
            found = await self._ask(host, url, {name: value for name, value in asked.items() if value})
            if not isinstance(found, str):
                return found
            url = found
        raise FetchError(f"{url} leads on more than {MOST_REDIRECTS} times.")

    def _host_of(self, url: str) -> _Host:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(f"{url[:200]} is no web address.", hint="It begins with http:// or https://.")
        return self._hosts.setdefault(parts.netloc.lower(), _Host(pause=self._pause))

    async def _ask_robots(self, host: _Host, url: str) -> None:
        now = time.monotonic()
        if host.robots is None or now > host.robots_until:
            host.robots = await self._read_robots(host, url)
            host.robots_until = now + ROBOTS_SECONDS
            host.pause = min(max(self._pause, float(host.robots.crawl_delay(ROBOT) or 0)), LONGEST_PAUSE)
        if not host.robots.can_fetch(ROBOT, url):
            raise FetchError(f"{url} is refused by the robots.txt of its server.")

    async def _read_robots(self, host: _Host, url: str) -> RobotFileParser:
        """What robots.txt says; all is allowed where there is none, as RFC 9309 has it."""
        parser = RobotFileParser()
        target = urljoin(url, "/robots.txt")
        for _ in range(MOST_REDIRECTS + 1):
            try:
                found = await self._ask(host, target, {}, MOST_ROBOTS_BYTES)
            except FetchError as error:
                if error.code != "REFUSED":
                    raise
                found = Fetched(target, b"", "text/plain", None, None)
            if isinstance(found, str):
                target = found
                continue
            parser.parse(found.content.decode("utf-8", "replace").splitlines() if found else [])
            return parser
        raise FetchError(f"{target} leads on and on.")

    async def _ask(
        self, host: _Host, url: str, headers: Mapping[str, str], most: int = MOST_BYTES
    ) -> Fetched | str | None:
        """An answer, the URL that it leads to, or None where nothing has changed."""
        async with host.turn:
            await asyncio.sleep(max(0.0, host.free_at - time.monotonic()))
            try:
                async with asyncio.timeout(WHOLE_SECONDS), self._client.stream("GET", url, headers=headers) as answer:
                    return await _read(answer, url, most)
            except SSRFProtectionError as error:
                hint = "Name its host in --allow-host if it is yours."
                raise FetchError(f"{url} lies in a network of one's own.", hint=hint) from error
            except (httpx.HTTPError, httpx.InvalidURL, zlib.error, TimeoutError, OSError) as error:
                raise FetchError(f"{url} cannot be had: {str(error) or type(error).__name__}.") from error
            finally:
                host.free_at = time.monotonic() + host.pause


def _policy(allowed: frozenset[str]) -> dict[str, Any]:
    if not allowed:
        return {}

    def admit(host: str, address: IPv4Address | IPv6Address, _port: int) -> bool:
        return host in allowed or (address.is_global and not _leads_inward(address))

    return {"check_globally_reachable": False, "custom_validator": admit}


def _leads_inward(address: IPv4Address | IPv6Address) -> bool:
    """Whether a gateway of one's own would turn it into an address of one's own network."""
    return address in NAT64 and not IPv4Address(address.packed[-4:]).is_global


async def _read(answer: httpx.Response, url: str, most: int) -> Fetched | str | None:
    if answer.status_code == 304:
        return None
    if answer.is_redirect:
        return urljoin(url, answer.headers["location"])
    if answer.status_code != 200:
        raise _refusal(answer, url)
    headers = answer.headers
    content = b"".join([piece async for piece in _unpack(answer, url, most)])
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(url, content, media_type, headers.get("etag"), headers.get("last-modified"))


async def _unpack(answer: httpx.Response, url: str, most: int) -> AsyncIterator[bytes]:
    """The body in pieces; a small answer that unpacks to a huge one is never held whole."""
    unpack: Callable[[bytes, int], bytes] | None = None
    engine = zlib.decompressobj(wbits=31)
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing in ("gzip", "x-gzip"):
        unpack = engine.decompress
    elif packing not in ("", "identity"):
        raise FetchError(f"{url} is packed as {packing[:40]!r}, which it was not asked for.")
    total = 0
    async for packed in answer.aiter_raw(CHUNK):
        piece = packed if unpack is None else unpack(packed, most + 1)
        total += len(piece)
        if total > most or engine.unconsumed_tail:
            raise FetchError(f"{url} is larger than {most:,} bytes.")
        yield piece


def _refusal(answer: httpx.Response, url: str) -> FetchError:
    refused = 400 <= answer.status_code < 500 and answer.status_code not in (408, 425, 429)
    error = FetchError(f"{url} answers {answer.status_code}.", code="REFUSED" if refused else None)
    error.retry_at = _retry_at(answer.headers.get("retry-after", ""))
    error.gone = answer.status_code == 410
    return error


def _retry_at(text: str) -> datetime | None:
    wanted = parse_retry_after(text)
    if not isinstance(wanted, int):
        return wanted
    return datetime.fromtimestamp(datetime.now(UTC).timestamp() + min(wanted, LONGEST_WAIT), UTC)
