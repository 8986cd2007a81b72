"""The most that a request's body may have, and take: the rest is refused in the shape of the API it was sent to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.requests import note_body

Refuse = Callable[[Request, Exception], Awaitable[Response]]
AS_IT_IS = frozenset({"", "identity"})


class BodyLimitMiddleware:
    """Answers 413 to bodies that are, or say that they are, longer than `most` bytes, 408 to those that take longer
    than `seconds`, and 415 to packed ones, which nobody here unpacks.

    Starlette's own limit turns what the application answers to them into plain text.
    """

    def __init__(self, app: ASGIApp, most: int, seconds: float, refuse: Refuse) -> None:
        self._app = app
        self._most = most
        self._seconds = seconds
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        length = headers.get("content-length", "")
        if not length and "transfer-encoding" not in headers:
            await self._app(scope, receive, send)
            return
        error = _find_error(headers, length, self._most)
        if error is not None:
            response = await self._refuse(Request(scope), error)
            await response(scope, receive, send)
            return
        await self._app(scope, _watched(scope, receive, self._most, self._seconds), send)


def _find_error(headers: Headers, length: str, most: int) -> HTTPException | None:
    if headers.get("content-encoding", "").strip().lower() not in AS_IT_IS:
        return HTTPException(415, "Send the body as it is, not packed.", {"Accept-Encoding": "identity"})
    return _too_large() if length.isdecimal() and int(length[:20]) > most else None


def _watched(scope: Scope, receive: Receive, most: int, seconds: float) -> Receive:
    """Raises HTTPException where more than `most` bytes have come, or not all in time; a body in chunks does not say
    how long it is.
    """
    received = 0
    whole = False
    until = asyncio.get_running_loop().time() + seconds

    async def receive_watched() -> Message:
        nonlocal received, whole
        if whole:  # what is still waited for is the client's leaving
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, "The request's body took too long.", {"Connection": "close"}) from None
        received += len(message.get("body", b""))
        note_body(scope, received)
        whole = not message.get("more_body", False)
        if received > most:
            raise _too_large()
        return message

    return receive_watched


def _too_large() -> HTTPException:
    return HTTPException(413, "The request's body is too large.")
