"""`/v1/stats`: events counted, as JSON, lines of JSON, or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.graphql.negotiation import JSON
from api.rest.answers import NDJSON, SUFFIX, as_json, as_lines, refuse_type, respond, wanted_type
from api.rest.downloads import SPREADSHEET
from api.rest.parameters import BUCKETS, BY, SEARCH, STATS_PARAMETERS, read_parameters, where_of
from api.rest.reading import read_buckets
from api.rest.resources import PREFIX
from api.rest.shapes import Json
from dateline.exporting.formats.csv import CsvWriter, Lines
from dateline.store import Database
from dateline.store.reading.pages import Selection
from dateline.store.reading.statistics import Dimension, count_events

PATH = f"{PREFIX}/stats"
CSV = CsvWriter.media_type
CSV_PATH = PATH + CsvWriter.suffix
TYPES = (JSON, NDJSON, CSV)
CSV_PARAMETERS = (*STATS_PARAMETERS, SPREADSHEET)
NODES = (Dimension.ACTOR, Dimension.LOCATION)
"""Whose values are ids, beside which a name stands."""


def counting_routes() -> list[BaseRoute]:
    """An address for whatever the client accepts, and one for each form that has a suffix."""
    return [Route(path, _stats) for path in (PATH, PATH + SUFFIX, CSV_PATH)]


async def _stats(request: Request) -> Response:
    media_type = CSV if request.url.path == CSV_PATH else wanted_type(request, TYPES)
    if media_type is None:
        return refuse_type(request, TYPES)
    known = CSV_PARAMETERS if media_type == CSV else STATS_PARAMETERS
    values = read_parameters(known, request.query_params.multi_items())
    asked = Selection(where_of(values), values.get(SEARCH))
    by: list[Dimension] = values[BY]
    database: Database = request.app.state.database
    buckets = await database.read(lambda connection: _count(connection, asked, by, values.get(BUCKETS)))
    if media_type == CSV:
        headers = {"Content-Disposition": 'attachment; filename="stats.csv"'}
        return respond(request, as_table(buckets, by, spreadsheet=values.get(SPREADSHEET, False)), CSV, headers)
    return respond(request, as_lines(buckets) if media_type == NDJSON else as_json({"data": buckets}), media_type)


def _count(connection: Connection, asked: Selection, by: Sequence[Dimension], most: int | None) -> list[Json]:
    return read_buckets(connection, count_events(connection, asked, by, most), by)


def as_table(buckets: Sequence[Json], by: Sequence[Dimension], *, spreadsheet: bool) -> bytes:
    """A line a bucket: its values, the names of actors and locations beside their ids, and the numbers."""
    keys = [name for one in by for name in (one.lower(), *([f"{one.lower()}_name"] if one in NODES else []))]
    lines = Lines([*keys, "events", "killed", "injured"], spreadsheet_safe=spreadsheet)
    numbers = itemgetter("events", "killed", "injured")
    return lines.header() + b"".join(lines.line([*_keys(bucket), *numbers(bucket)]) for bucket in buckets)


def _keys(bucket: Json) -> list[str | None]:
    found: list[str | None] = []
    for key in bucket["keys"]:
        found.append(key["value"])
        if key["dimension"] in NODES:
            found.append((key["node"] or {}).get("name"))
    return found
