"""`/health`: whether the process lives.  `/ready`: whether it should be sent requests."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.store import Database
from dateline.store.migration import require_current
from schema.errors import DatelineError


async def health(request: Request) -> Response:
    """`GET /health`: 200 as long as the process answers at all; a database that is away is no reason to restart it."""
    database: Database = request.app.state.database
    return JSONResponse({"status": "ok", "database": database.dialect})


async def ready(request: Request) -> Response:
    """`GET /ready`: 200 where the database answers and has the right tables, 503 with the reason where not.

    A server that was told to stop says so here first, so that no new requests are sent to it.
    """
    if request.app.state.stopping:
        return JSONResponse({"status": "unavailable", "reason": "This server is stopping."}, 503)
    database: Database = request.app.state.database
    try:
        await database.read(require_current)
    except DatelineError as error:
        return JSONResponse({"status": "unavailable", "reason": error.message}, 503)
    return JSONResponse({"status": "ok", "database": database.dialect})
