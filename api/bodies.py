"""The most that a request's body may have: more is refused with an error in the shape of the API it was sent to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Refuse = Callable[[Request, Exception], Awaitable[Response]]


class BodyLimitMiddleware:
    """Answers 413 to bodies that are, or say that they are, longer than `most` bytes.

    Starlette's own limit turns what the application answers to them into plain text.
    """

    def __init__(self, app: ASGIApp, most: int, refuse: Refuse) -> None:
        self._app = app
        self._most = most
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "")
        if length.isdecimal() and int(length[:20]) > self._most:
            response = await self._refuse(Request(scope), _too_large())
            await response(scope, receive, send)
            return
        await self._app(scope, _counted(receive, self._most), send)


def _counted(receive: Receive, most: int) -> Receive:
    """Raises HTTPException where more than `most` bytes have come; a body in chunks does not say how long it is."""
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise _too_large()
        return message

    return receive_counted


def _too_large() -> HTTPException:
    return HTTPException(413, "The request's body is too large.")
