"""Answers as event streams, in the distinct connections mode of the graphql-sse protocol: one operation a request.

Frames end in LF.  Comments in between keep proxies from closing a silent connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any

from starlette.responses import StreamingResponse
from strawberry.http import process_result

from dateline.store.keeping.deadline import Deadline, within

HEARTBEAT_SECONDS = 12.0
HEARTBEAT = ":\n\n"
HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
}
"""The last one asks nginx to pass on each frame at once."""

Results = AsyncGenerator[Any, None]
Encode = Callable[[object], str]


def stream_response(results: Results, encode: Encode, deadline: Deadline) -> StreamingResponse:
    """Each result as a `next` event, then `complete`."""
    return StreamingResponse(_frames(results, encode, deadline), headers=HEADERS)


async def _frames(results: Results, encode: Encode, deadline: Deadline) -> AsyncGenerator[str, None]:
    # The headers go out with the first frame: a client may wait for them before it takes itself for connected.
    yield HEARTBEAT
    pending: asyncio.Task[Any] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(_next(results, deadline))
            done, _ = await asyncio.wait({pending}, timeout=HEARTBEAT_SECONDS)
            if not done:
                yield HEARTBEAT
                continue
            result, pending = pending.result(), None
            if result is None:
                break
            yield f"event: next\ndata: {encode(shown(result))}\n\n"
        yield "event: complete\ndata: \n\n"
    finally:
        # A task that is cancelled ends the results itself.
        await results.aclose() if pending is None else pending.cancel()


async def _next(results: Results, deadline: Deadline) -> Any:
    with within(deadline):
        return await anext(results, None)


def shown(result: Any) -> dict[str, Any]:
    """A result as JSON; one that could not run has no `data`."""
    body: dict[str, Any] = dict(process_result(result))
    if body.get("data") is None and all(not error.get("path") for error in body.get("errors") or [{"path": 1}]):
        del body["data"]
    return body
