"""Whole lists as files: `/v1/events.parquet`.  All that the filters find, in the order of ids, streamed as it is read.

Rows and formats are those of `scripts.export`.  A chunk is read when the client has taken the one before, and a client
that goes away ends the reading.
"""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator

import anyio
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from api.rest.parameters import Parameter, list_parameters, read_parameters, where_of
from api.rest.resources import RESOURCES, Resource
from dateline.exporting import Choice, Export, format_named, snapshot, view_named
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.streaming import stream
from dateline.exporting.targets import Sink
from dateline.store import Database

FORMATS = ("csv", "geojson", "parquet", "arrow")
"""JSON and NDJSON come in pages, with what is linked to each object."""

Endpoint = Callable[[Request], Awaitable[Response]]


def download_routes() -> list[BaseRoute]:
    """A route for each noun and each format that has a form for it."""
    return [Route(path, _download_of(resource, chosen)) for path, resource, chosen in downloads()]


def downloads() -> Iterator[tuple[str, Resource, type[Writer]]]:
    """Path, noun and format of each."""
    for resource in RESOURCES:
        formats = (format_named(name) for name in FORMATS)
        view = view_named(f"{resource.noun}s")
        yield from ((resource.path + chosen.suffix, resource, chosen) for chosen in formats if chosen.can_write(view))


def download_parameters(resource: Resource) -> tuple[Parameter, ...]:
    """Those of the list that say which rows come: filters and search."""
    every = list_parameters(resource.collection)
    return tuple(one for one in every if one.filter or one.name == "search")


def _download_of(resource: Resource, chosen: type[Writer]) -> Endpoint:
    view = view_named(f"{resource.noun}s")

    async def answer(request: Request) -> Response:
        values = read_parameters(download_parameters(resource), request.query_params.multi_items())
        search = next((value for parameter, value in values.items() if parameter.name == "search"), None)
        database: Database = request.app.state.database
        chunks = read_chunks(database, Export(view, chosen, Choice(where_of(values), search)))
        # Filters that make no sense are told before anything is sent.
        first = await run_sync(next, chunks, b"")
        headers = {
            "Content-Disposition": f'attachment; filename="{view.name}{chosen.suffix}"',
            "Cache-Control": "no-store",
        }
        return StreamingResponse(_sent(first, chunks), headers=headers, media_type=chosen.media_type)

    return answer


async def _sent(first: bytes, chunks: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    try:
        yield first
        while chunk := await run_sync(next, chunks, b""):
            yield chunk
    finally:
        # Whoever goes away cancels this, and the connection has to be given back all the same.
        with anyio.CancelScope(shield=True):
            await run_sync(chunks.close)


def read_chunks(database: Database, export: Export) -> Generator[bytes, None, None]:
    """The file's bytes, never none at once, of one state of the database; close it where it is not read to its end."""
    with snapshot(database) as connection:
        buffer = io.BytesIO()
        writer = export.format(Sink(buffer), export.view, Options())
        for rows in stream(connection, export.view, export.choice):
            writer.write(rows)
            yield from _taken(buffer)
        writer.close()
        yield from _taken(buffer)


def _taken(buffer: io.BytesIO) -> Iterator[bytes]:
    """What has been written since, where there is something."""
    if written := buffer.getvalue():
        buffer.seek(0)
        buffer.truncate()
        yield written
