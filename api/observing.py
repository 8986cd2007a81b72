"""What is seen of each request from outside: counted, logged where it failed or was slow, traced where that is set."""

from __future__ import annotations

import logging
import time
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from api.requests import operation_of
from dateline.logs import bound
from dateline.settings import LoggedRequests

log = logging.getLogger("dateline.request")

SLOW_SECONDS = 1.0
QUIET = frozenset({"/health", "/ready", "/metrics"})
"""Asked every few seconds by machines; logged where they fail only."""


class Span(Protocol):
    """A request under way, as a tracer sees it."""

    def finish(self, status: int, price: int | None) -> None:
        """Notes how it ended."""


class Tracer(Protocol):
    """What `api.tracing` gives."""

    def request(self, scope: Scope) -> AbstractContextManager[Span]:
        """A span around a request."""


class ObservingMiddleware:
    """Counts, logs and traces HTTP requests; everything inside logs with the request's id."""

    def __init__(self, app: ASGIApp, metrics: Metrics, logged: LoggedRequests, tracer: Tracer | None) -> None:
        self._app = app
        self._metrics = metrics
        self._logged = logged
        self._tracer = tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        identifier = scope["state"]["request_id"]
        with bound(request_id=identifier):
            if scope["type"] == "websocket":
                await self._app(scope, receive, send)
            else:
                with self._tracer.request(scope) if self._tracer else nullcontext() as span:
                    await self._observe(scope, receive, send, span)

    async def _observe(self, scope: Scope, receive: Receive, send: Send, span: Span | None) -> None:
        status, length, started = 500, 0, time.perf_counter()

        async def send_counted(message: Message) -> None:
            nonlocal status, length
            if message["type"] == "http.response.start":
                status = message["status"]
            else:
                length += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, send_counted)
        finally:
            seconds = time.perf_counter() - started
            self._metrics.count(scope, status, seconds)
            if span is not None:
                noted = operation_of(scope)
                span.finish(status, noted[1] if noted else None)
            tell_request(self._logged, scope, status, length, seconds)


def tell_request(logged: LoggedRequests, scope: Scope, status: int, length: int, seconds: float) -> None:
    """Logs a request that was answered, where such ones are to be logged."""
    failed = status >= 500 or seconds >= SLOW_SECONDS
    if logged == "none" or (not failed and (logged == "failed" or scope["path"] in QUIET)):
        return
    values: dict[str, Any] = {"status": status, "milliseconds": round(1000 * seconds, 1), "bytes": length}
    if noted := operation_of(scope):
        values |= {"way": noted[0].value, "price": noted[1]}
    # The query string stays out: it may hold what somebody searched for.
    values |= {"method": scope["method"], "path": scope["path"], "client": (scope.get("client") or ("",))[0]}
    log.log(logging.WARNING if failed else logging.INFO, "request", extra=values)
