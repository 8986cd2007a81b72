"""What every request carries: an id, from the client where it is harmless, else a new one; what its operation was."""

from __future__ import annotations

import random
import re
from collections.abc import MutableMapping
from enum import StrEnum
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
HARMLESS = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
"""Ids of clients go into logs and headers: nothing that could break a line."""
_OPERATION = "dateline.answered"
_REFUSAL = "dateline.refused"
_BODY_BYTES = "dateline.body_bytes"


def new_id() -> str:
    """An id that no other request has.  It tells nothing and opens nothing, so that it need not be hard to guess."""
    return f"{random.getrandbits(128):032x}"


class Way(StrEnum):
    """Which part of the program answered a GraphQL operation."""

    FAST = "fast"
    """A compiled operation."""
    ORDINARY = "ordinary"
    """Field by field."""


def note_operation(scope: Scope, way: Way, price: int) -> None:
    """Notes in a request's scope how its operation was answered and what it cost, for metrics, logs and traces."""
    scope[_OPERATION] = (way, price)


def note_refusal(scope: Scope) -> None:
    """Notes that an operation was refused, whatever the status of its answer is."""
    scope[_REFUSAL] = True


def is_refused(scope: Scope) -> bool:
    """Whether that was noted."""
    return _REFUSAL in scope


def note_body(scope: Scope, length: int) -> None:
    """Notes how many bytes of the request's body have come so far."""
    scope[_BODY_BYTES] = length


def body_bytes_of(scope: Scope) -> int:
    """How many bytes of the body had come when that was noted last."""
    return int(scope.get(_BODY_BYTES, 0))


def operation_of(scope: Scope) -> tuple[Way, int] | None:
    """What was noted; None for requests that are no operations."""
    noted: tuple[Way, int] | None = scope.get(_OPERATION)
    return noted


def request_id_of(connection: HTTPConnection) -> str:
    """The id of the request under way."""
    state: MutableMapping[str, Any] = connection.scope.setdefault("state", {})
    return str(state.get("request_id", "none"))


class RequestIdMiddleware:
    """Gives each HTTP request and WebSocket an id and sends it back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on with its id in `scope["state"]`."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        identifier = given if HARMLESS.fullmatch(given) else new_id()
        scope.setdefault("state", {})["request_id"] = identifier

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = identifier
            await send(message)

        await self._app(scope, receive, send_with_id)
