"""Answers given where the bytes of a request arrive, before anything is made of it.

The next shorter way than `api.express`: for compiled queries that are known already and that SQLite is quick with,
asked by a head (the bytes before the body) that was seen before.  What a head means is found out once, by httptools;
the same bytes mean the same again.  No task, no scope and no timer is made for the request, which is answered before
its bytes are let go; whatever would have to wait, and everything out of the ordinary, takes the usual way untouched.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import httptools
from starlette.types import Message, Scope

from api.compression import SMALLEST
from api.express import DECIDING, LAYERED, PATH, Answering, Head, Headers, headers_of, messages_of
from api.graphql.fast.answering import Answer
from api.graphql.fast.recent import Recent
from api.keys import Caller
from api.rates import FREE_BYTES, Standing, Tab, client_of
from api.requests import Way, new_id, note_operation
from dateline.logs import bound
from schema.errors import AccessError
from schema.scopes import Scope as Need

log = logging.getLogger("dateline.direct")
T = TypeVar("T")

START = b"POST " + PATH.encode() + b" HTTP/1.1\r\n"
END = b"\r\n\r\n"
LONGEST_HEAD = 4_096
"""Bytes; a longer one takes the usual way."""
KEPT_HEADS = 256
"""The length of the body is part of a head, so that one client has many."""
UNUSUAL = frozenset(
    {
        b"expect",
        b"forwarded",
        b"transfer-encoding",
        b"upgrade",
        b"x-forwarded-for",
        b"x-forwarded-proto",
        b"x-request-id",
    }
)
"""Headers that change how a request is taken in, or who is said to send it."""


@dataclass(frozen=True, slots=True)
class DirectHead:
    """What the bytes of a head mean."""

    headers: Headers
    head: Head | None
    """None where such requests take the usual way."""
    length: int
    """Of the body, in bytes."""


class DirectAnswers:
    """Those of one application."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._layers = answering.layers
        self._heads: Recent[bytes, DirectHead] = Recent(KEPT_HEADS)

    def answer(
        self, data: bytes, client: tuple[str, int] | None, defaults: Sequence[tuple[bytes, bytes]]
    ) -> Sequence[bytes] | None:
        """The bytes of the answer to a whole request, with a server's own headers; None where it goes the usual way."""
        try:
            return self._answer(data, client, defaults)
        except Exception:
            log.warning("a request could not be answered at once; it goes the usual way", exc_info=True)
            return None

    def _answer(
        self, data: bytes, client: tuple[str, int] | None, defaults: Sequence[tuple[bytes, bytes]]
    ) -> Sequence[bytes] | None:
        started = time.perf_counter()
        asked = self._asked(data)
        if asked is None:
            return None
        head, headers, body = asked
        identifier = new_id()
        scope: Scope = {"type": "http", "method": "POST", "path": PATH, "client": client, "headers": headers}
        with bound(request_id=identifier):
            caller = self._caller(head)
            if caller is None:
                return None
            rates = self._layers.rates
            tab = None if rates is None else Tab(rates, client_of(scope, caller))
            answer = self._layers.view.answer_now(body) if tab is None or _has_something_left(tab) else None
            if answer is None:
                return None
            note_operation(scope, Way.FAST, answer.price)
            standing = self._charge(tab, answer.price)
            own, content = self._told(scope, headers_of(identifier, answer, head, standing), answer, head)
            self._answering.finish(scope, answer, time.perf_counter() - started)
        lines = [b"%b: %b\r\n" % header for header in (*defaults, *own)]
        return b"HTTP/1.1 200 OK\r\n" + b"".join(lines) + b"\r\n", content

    def awaits_body(self, data: bytes) -> bool:
        """Whether this is the whole head of a request that may be answered here, whose body has not come yet."""
        if not data.endswith(END) or not data.startswith(START):
            return False
        known = self._heads.get(data[: -len(END)])
        return known is not None and known.head is not None and known.length > 0

    def _asked(self, data: bytes) -> tuple[Head, Headers, bytes] | None:
        if not data.startswith(START):
            return None
        start, _, body = data.partition(END)
        if not body or len(start) > LONGEST_HEAD or len(body) > FREE_BYTES:
            return None
        known = self._heads.get(start) or self._heads.keep(start, self._read(start))
        if known.head is None or known.length != len(body) or len(body) > self._layers.most_bytes:
            return None
        return known.head, known.headers, body

    def _read(self, start: bytes) -> DirectHead:
        """What httptools finds in a head."""
        collected = _Collected()
        parser = httptools.HttpRequestParser(collected)
        try:
            parser.feed_data(start + END)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            return DirectHead([], None, 0)
        headers = collected.headers
        lengths = [value for name, value in headers if name == b"content-length"]
        is_usual = (
            collected.is_complete
            and len(lengths) == 1
            and lengths[0].isdigit()
            and parser.should_keep_alive()
            and all(value.lower() == b"keep-alive" for name, value in headers if name == b"connection")
            and not any(name in UNUSUAL for name, _ in headers)
        )
        if not is_usual:
            return DirectHead([], None, 0)
        head = self._answering.head(header for header in headers if header[0] in DECIDING)
        return DirectHead(headers, head, int(lengths[0]))

    def _caller(self, head: Head) -> Caller | None:
        """Who asks; None where that has to be looked up, or must be refused."""
        if not self._layers.keys.needs_no_look(head.authorization):
            return None
        try:
            caller = done(self._layers.keys.caller(head.authorization))
            caller.require(Need.READ)
        except AccessError:
            return None
        return caller

    def _charge(self, tab: Tab | None, price: int) -> Standing | None:
        return None if tab is None else done(tab.rates.charge(tab.client, price))

    def _told(self, scope: Scope, headers: Headers, answer: Answer, head: Head) -> tuple[Headers, bytes]:
        """Headers and body, compressed where they are to be."""
        if not head.is_compressed or len(answer.body) < SMALLEST:
            return headers, answer.body
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        done(self._answering.compress({**scope, LAYERED: messages_of(headers, answer)}, _nothing, send))
        return sent[0]["headers"], b"".join(message["body"] for message in sent[1:])


def _has_something_left(tab: Tab) -> bool:
    """Whether a client may ask, as far as that is counted at hand."""
    return tab.rates.are_at_hand and done(tab.rates.charge(tab.client, 0)).left > 0


class _Collected:
    """What httptools tells of a head."""

    def __init__(self) -> None:
        self.headers: Headers = []
        self.is_complete = False

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        self.is_complete = True


def done(work: Awaitable[T]) -> T:
    """The result of work that waits for nothing."""
    steps = work.__await__()
    try:
        next(steps)
    except StopIteration as finished:
        result: T = finished.value
        return result
    raise AssertionError("work was to wait for nothing")


async def _nothing() -> Message:
    raise AssertionError("nobody asks for the request again")
