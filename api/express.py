"""The short way for what is asked most: a plain GraphQL query in one piece, whose answer is compiled.

What the layers of `api.app` do to such a request is done here at once: id, access, rates, limits, metrics, logs,
headers, compression.  Whatever is out of the ordinary passes through the layers from the start, body and all, and so
does every refusal.  `tests/api/test_express.py` compares the two ways.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.compression import SMALLEST, coding_of, compressed
from api.graphql.fast.answering import Answer
from api.graphql.negotiation import choose_response_type, is_json
from api.graphql.view import WAY, GraphQLView
from api.hosts import host_of
from api.keys import Keys
from api.metrics import Metrics
from api.observing import tell_request
from api.rates import FREE_BYTES, RateError, Rates, Standing, Tab, client_of
from api.requests import HARMLESS, Way, new_id, note_operation
from dateline.logs import bound
from dateline.settings import LoggedRequests
from schema.errors import DatelineError
from schema.scopes import Scope as Need

PATH = "/graphql"
DECIDING = frozenset(
    {
        b"accept",
        b"accept-encoding",
        b"authorization",
        b"content-encoding",
        b"content-type",
        b"host",
        b"origin",
        b"x-dateline-way",
    }
)
"""Headers that decide anything here, beside the request's id."""
KEPT_HEADS = 64
"""Heads whose meaning is remembered: a client sends the same with each request."""
LAYERED = "dateline.layered"
"""Where a request's scope keeps an answer that is on its way to be compressed."""

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Layers:
    """What the layers work with."""

    view: GraphQLView
    keys: Keys
    rates: Rates | None
    metrics: Metrics
    logged: LoggedRequests
    hosts: frozenset[str] | None
    """Names that this server is asked by; None where all are good."""
    most_bytes: int
    seconds: float
    """In which a body must come."""
    headers: Mapping[str, str]
    """Of every answer."""
    checks_origins: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a request that may take the short way comes to."""

    headers: Headers
    """Of its answer, beside its length and the request's id."""
    authorization: str | None
    is_compressed: bool
    """Whether a long answer is to be."""


class Asked(NamedTuple):
    """A request that may take the short way."""

    identifier: str
    head: Head


class Answering:
    """What is the same for each way in which such requests come: `ExpressMiddleware` and `api.direct`."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.compress = compressed(_send_answer)
        self._headers: Headers = [
            (name.lower().encode(), value.encode()) for name, value in {WAY: Way.FAST.value, **layers.headers}.items()
        ]

    def head(self, deciding: Iterable[tuple[bytes, bytes]]) -> Head | None:
        """What these headers, all that are in `DECIDING`, come to; None where the layers must answer."""
        pairs = list(deciding)
        found = {name.decode("latin-1"): value.decode("latin-1") for name, value in pairs}
        if len(found) < len(pairs) or "x-dateline-way" in found or "content-encoding" in found:
            return None
        if not is_json(found.get("content-type")):
            return None
        if self.layers.checks_origins and "origin" in found:
            return None
        hosts = self.layers.hosts
        if hosts is not None and host_of(found.get("host", "")) not in hosts:
            return None
        accept = found.get("accept")
        media_type = choose_response_type(accept)
        if media_type is None or (accept and "multipart" in accept):
            return None
        headers = [(b"content-type", media_type.encode()), *self._headers]
        return Head(headers, found.get("authorization"), bool(coding_of(found.get("accept-encoding", ""))))

    def finish(self, scope: Scope, answer: Answer, seconds: float) -> None:
        """Counts and logs what was answered."""
        self.layers.metrics.count_request("POST", PATH, 200, seconds, (Way.FAST, answer.price))
        tell_request(self.layers.logged, scope, 200, len(answer.body), seconds)


def headers_of(identifier: str, answer: Answer, head: Head, standing: Standing | None) -> Headers:
    """All headers of an answer as it is."""
    headers: Headers = [
        (b"content-length", b"%d" % len(answer.body)),
        *head.headers,
        (b"x-request-id", identifier.encode()),
    ]
    if standing is not None:
        headers += [(name.lower().encode(), value.encode()) for name, value in standing.headers().items()]
    if len(answer.body) >= SMALLEST and not head.is_compressed:
        headers.append((b"vary", b"Accept-Encoding"))
    return headers


def messages_of(headers: Headers, answer: Answer) -> tuple[Message, Message]:
    """The answer as ASGI has it."""
    start = {"type": "http.response.start", "status": 200, "headers": headers}
    return start, {"type": "http.response.body", "body": answer.body}


class ExpressMiddleware:
    """Answers what it can, and passes everything else on untouched."""

    def __init__(self, app: ASGIApp, answering: Answering) -> None:
        self._app = app
        self._answering = answering
        self._layers = answering.layers
        self._head = lru_cache(KEPT_HEADS)(answering.head)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        started = time.perf_counter()
        asked = self._look(scope)
        if asked is None:
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._layers.seconds):
                message = await receive()
        except TimeoutError:
            await self._app(scope, _late, send)
            return
        with bound(request_id=asked.identifier):
            tab, answer = await self._answer(scope, asked, message)
            if answer is not None:
                try:
                    await self._send(scope, receive, send, asked, answer, tab)
                finally:
                    self._answering.finish(scope, answer, time.perf_counter() - started)
                return
        await self._app(scope, _again(message, receive), send)

    def _look(self, scope: Scope) -> Asked | None:
        """What matters of a request's head; None where it is not for here."""
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "POST" or scope.get("root_path"):
            return None
        given: bytes | None = None
        deciding = []
        for name, value in scope["headers"]:
            if name in DECIDING:
                deciding.append((name, value))
            elif name == b"x-request-id" and given is None:
                given = value
        head = self._head(tuple(deciding))
        if head is None:
            return None
        identifier = given.decode("latin-1") if given else ""
        return Asked(identifier if identifier and HARMLESS.fullmatch(identifier) else new_id(), head)

    async def _answer(self, scope: Scope, asked: Asked, message: Message) -> tuple[Tab | None, Answer | None]:
        """The answer, and what is left to its client where that is counted; None where the layers must give it."""
        body = message.get("body", b"")
        if message["type"] != "http.request" or message.get("more_body"):
            return None, None
        if len(body) > min(FREE_BYTES, self._layers.most_bytes):
            return None, None
        tab = None
        try:
            caller = await self._layers.keys.caller(asked.head.authorization)
            caller.require(Need.READ)
            if self._layers.rates is not None:
                tab = Tab(self._layers.rates, client_of(scope, caller))
                await tab.charge(1)
        except RateError:
            return tab, None
        except DatelineError:
            return None, None
        answer = await self._layers.view.answer_at_once(scope, body)
        if answer is not None:
            note_operation(scope, Way.FAST, answer.price)
            if tab is not None and answer.price > 1:
                tab.standing = await tab.rates.charge(tab.client, answer.price - 1)
        elif tab is not None:
            scope.setdefault("state", {})["tab"] = tab
        return tab, answer

    async def _send(
        self, scope: Scope, receive: Receive, send: Send, asked: Asked, answer: Answer, tab: Tab | None
    ) -> None:
        headers = headers_of(asked.identifier, answer, asked.head, tab.standing if tab else None)
        messages = messages_of(headers, answer)
        if asked.head.is_compressed and len(answer.body) >= SMALLEST:
            await self._answering.compress({**scope, LAYERED: messages}, receive, send)
            return
        for message in messages:
            await send(message)


async def _send_answer(scope: Scope, _receive: Receive, send: Send) -> None:
    for message in scope[LAYERED]:
        await send(message)


async def _late() -> Message:
    raise TimeoutError


def _again(first: Message, receive: Receive) -> Receive:
    """Gives a message that was taken already, then those that follow."""
    waiting: list[Any] = [first]

    async def receive_again() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_again
