"""Whole lists as files: `/v1/events.parquet`.  All that the filters find, in the order of ids, streamed as it is read.

Rows and formats are those of `dateline export`.  A chunk is read when the client has taken the one before, and a client
that goes away ends the reading.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, aclosing, contextmanager
from datetime import datetime
from typing import Any

import anyio
from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Message, Send

from api.access import FILES, caller_of
from api.rates import FILE_PRICE, RateError, client_of, tab_of
from api.requests import request_id_of
from api.rest.parameters import SEARCH, Parameter, filter_parameters, read_parameters, where_of
from api.rest.resources import RESOURCES, Resource
from api.rest.values import Value
from dateline.exporting import FORMATS as EXPORTED
from dateline.exporting import Choice, Export, snapshot, view_named
from dateline.exporting.exports import read_rows
from dateline.exporting.formats.csv import CsvWriter
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.ingestion.processes.reading_room import RETRY_SECONDS, BusyError
from dateline.store import Database
from schema.scopes import Scope

log = logging.getLogger("dateline.api")

FORMATS = tuple(known for known in EXPORTED if known.name != "json")
"""JSON comes in pages, with what is linked to each object."""
SINCE = Parameter(
    "since",
    "Only what has changed since: what an article tells, or a person judged, that was added then or later.",
    Value(datetime),
)
FIRST = Parameter("limit", "How many rows, the first in the order of ids; all by default.", Value(int, least=1))
SPREADSHEET = Parameter(
    "spreadsheet",
    "true makes CSV for spreadsheets: it begins with a byte order mark, and an apostrophe stands before cells that "
    "would be calculated.",
    Value(bool),
)

PIECE = 131_072
"""Bytes sent at once: the loop compresses each where a client wants that, and answers others between two."""
PATIENCE_SECONDS = 60.0
"""How long a client may take nothing before the reading ends."""

Endpoint = Callable[[Request], Awaitable[Response]]


def download_routes() -> list[BaseRoute]:
    """A route for each noun and each format that has a form for it."""
    return [Route(path, _download_of(resource, chosen)) for path, resource, chosen in downloads()]


def downloads() -> Iterator[tuple[str, Resource, type[Writer]]]:
    """Path, noun and format of each."""
    for resource in RESOURCES:
        yield from ((resource.path + chosen.suffix, resource, chosen) for chosen in formats_of(resource))


def formats_of(resource: Resource) -> tuple[type[Writer], ...]:
    """Those that have a form for this noun."""
    view = view_named(f"{resource.noun}s")
    return tuple(chosen for chosen in FORMATS if chosen.can_write(view))


def download_parameters(resource: Resource, chosen: type[Writer]) -> tuple[Parameter, ...]:
    """Those that say which rows come, and how."""
    return (*_PARAMETERS[resource.noun], *((SPREADSHEET,) if chosen is CsvWriter else ()))


_PARAMETERS = {
    resource.noun: (*filter_parameters(resource.collection.filters), SEARCH, SINCE, FIRST) for resource in RESOURCES
}


def _download_of(resource: Resource, chosen: type[Writer]) -> Endpoint:
    async def answer(request: Request) -> Response:
        return await send_list(request, resource, chosen)

    return answer


async def send_list(request: Request, resource: Resource, chosen: type[Writer]) -> Response:
    """All of a noun that a request asks for, in a format; AccessError where its caller may not take whole lists."""
    caller_of(request).require(Scope.EXPORT)
    values = read_parameters(download_parameters(resource, chosen), request.query_params.multi_items())
    options = Options(values.get(SPREADSHEET, False), site_of(request))
    return await send_file(request, Export(view_named(f"{resource.noun}s"), chosen, read_choice(values), options))


def read_choice(values: Mapping[Parameter, Any]) -> Choice:
    """Which rows these values ask for."""
    own = {parameter.name: value for parameter, value in values.items() if not parameter.filter}
    return Choice(where_of(values), own.get("search"), own.get("since"), own.get("limit"))


def site_of(request: Request) -> str:
    """Where readers find this server: as it is set, else as it was asked."""
    return str(request.app.state.site or request.base_url).rstrip("/")


async def send_file(request: Request, export: Export) -> Response:
    """An export as it is written.  What makes no sense is told before anything is sent."""
    room: DownloadRoom = request.app.state.download_room
    name = f"{export.view.name}{export.format.suffix}"
    tab = tab_of(request)
    if tab is not None and not request.url.path.endswith(FILES):
        # Asked for by the header Accept, which the door does not look at.
        await tab.charge(FILE_PRICE)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
        "Vary": "Accept",
    }
    with room.seat(client_of(request.scope, caller_of(request))) as seat:
        chunks = read_chunks(request.app.state.database, export)
        first = await run_sync(next, chunks, b"", limiter=room.threads)
        if request.method == "HEAD":
            await run_sync(chunks.close)
            return Response(headers=headers, media_type=export.format.media_type)
        sent = _sent(first, chunks, room.threads, f"request {request_id_of(request)}: {name}")
        return FileStream(sent, seat.pop_all(), headers=headers, media_type=export.format.media_type)


class DownloadRoom:
    """How many files may be read at once: each keeps a connection, and the rest of the API needs some too.

    Of `seats` one client has at most `share`, so that whoever asks for many leaves places to others.
    """

    def __init__(self, seats: int, share: int) -> None:
        self.threads = CapacityLimiter(1)
        """That which makes pieces of files; a piece waits for nobody who takes it.  Two of them are no quicker, as both
        need Python's lock, and keep the event loop waiting twice as long."""
        self._free = seats
        self._share = share
        self._taken: Counter[str] = Counter()

    @contextmanager
    def seat(self, client: str) -> Iterator[ExitStack]:
        """A seat for the length of the block, or for as long as the stack that is taken from it lives.

        Raises RateError where the client has its share, BusyError where no seat is free.
        """
        if self._taken[client] >= self._share:
            message = f"{self._share} files are being sent to you right now, and that is the most."
            raise RateError(message, hint="Ask again when one of them is complete.")
        if self._free < 1:
            raise BusyError("Too many files are being read right now.", hint=f"Ask again in {RETRY_SECONDS} seconds.")
        self._free -= 1
        self._taken[client] += 1
        with ExitStack() as stack:
            stack.callback(self._leave, client)
            yield stack

    def _leave(self, client: str) -> None:
        self._free += 1
        self._taken[client] -= 1
        if not self._taken[client]:
            del self._taken[client]


class FileStream(StreamingResponse):
    """An answer that is left at once when the client goes away or takes nothing any more."""

    def __init__(
        self, chunks: AsyncGenerator[bytes], seat: ExitStack, headers: dict[str, str], media_type: str
    ) -> None:
        super().__init__(chunks, headers=headers, media_type=media_type)
        self._chunks = chunks
        self._seat = seat

    async def stream_response(self, send: Send) -> None:
        """Sends all of it; TimeoutError where a client takes nothing for so long."""

        async def patiently(message: Message) -> None:
            with anyio.fail_after(PATIENCE_SECONDS):
                await send(message)

        with self._seat:
            # Otherwise the connection would come back when memory is tidied up.
            async with aclosing(self._chunks):
                await super().stream_response(patiently)


async def _sent(
    first: bytes, chunks: Generator[bytes, None, None], threads: CapacityLimiter, name: str
) -> AsyncGenerator[bytes]:
    try:
        yield first
        while chunk := await run_sync(next, chunks, b"", limiter=threads):
            yield chunk
    except Exception as error:
        # The status is sent by now: all that is left is to break off, so that nobody takes the part for the whole.
        log.error("%s broke off: %s", name, error)
        raise
    finally:
        # Whoever goes away cancels this, and the connection has to be given back all the same.
        with anyio.CancelScope(shield=True):
            await run_sync(chunks.close)


def read_chunks(database: Database, export: Export) -> Generator[bytes, None, None]:
    """The file's bytes, never none at once, of one state of the database; close it where it is not read to its end."""
    with snapshot(database) as connection:
        buffer = io.BytesIO()
        writer = export.format(Sink(buffer), export.view, export.options)
        for rows in read_rows(connection, export):
            writer.write(rows)
            yield from _taken(buffer)
        writer.close()
        yield from _taken(buffer)


def _taken(buffer: io.BytesIO) -> Iterator[bytes]:
    """What has been written since, in pieces."""
    written = memoryview(buffer.getvalue())
    buffer.seek(0)
    buffer.truncate()
    for start in range(0, len(written), PIECE):
        yield bytes(written[start : start + PIECE])
