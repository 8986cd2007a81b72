"""`/health`: whether the process lives.  `/ready`: whether it should be sent requests."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.masking import masked
from dateline.ingestion.processes.reading_room import RETRY_SECONDS
from dateline.store import Database
from dateline.store.keeping.migration import require_current
from dateline.store.keeping.replica import Replica, Standing, State
from schema.errors import DatelineError, DiskFullError


async def health(request: Request) -> Response:
    """`GET /health`: 200 as long as the process answers at all; a database that is away is no reason to restart it."""
    database: Database = request.app.state.primary
    return JSONResponse({"status": "ok", "database": database.dialect})


async def ready(request: Request) -> Response:
    """`GET /ready`: 200 where the database answers and has the right tables, 503 with the reason where not.

    A server that was told to stop says so here first, so that no new requests are sent to it.  Where one of
    database and replica is away, it says so, but the other one answers.
    """
    if request.app.state.stopping:
        return JSONResponse({"status": "unavailable", "reason": "This server is stopping."}, 503)
    database: Database = request.app.state.primary
    replica: Replica | None = request.app.state.replica
    standing = await asyncio.to_thread(replica.look) if replica else None
    told = {"replica": _describe(standing)} if standing else {}
    try:
        await database.read(require_current)
        await asyncio.to_thread(database.place.require_writable)
    except DiskFullError as error:
        return JSONResponse({"status": "read-only", "reason": error.message, **told})
    except DatelineError as error:
        is_read = standing is not None and standing.state is State.OK
        reason = masked(error).message
        if is_read:
            return JSONResponse({"status": "read-only", "reason": reason, **told})
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return JSONResponse({"status": "unavailable", "reason": reason, **told}, 503, headers)
    return JSONResponse({"status": "ok", "database": database.dialect, **told})


def _describe(standing: Standing) -> dict[str, object]:
    # What a driver says of a copy that is away names hosts and users; the log has it.
    said = "It does not answer." if standing.state is State.AWAY else standing.reason
    reason = {"reason": said} if said else {}
    lag = {"lag_bytes": standing.lag_bytes, "lag_seconds": standing.lag_seconds}
    return {"status": standing.state.value, **reason, **lag}
