"""`/v1/exports`: every view that `dateline export` writes, as lines of JSON, chosen as it chooses: for `--server`."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.graphql.negotiation import JSON
from api.rest.answers import as_json, respond
from api.rest.downloads import FIRST, SINCE, send_file, site_of
from api.rest.parameters import SEARCH, Parameter, read_parameters
from api.rest.resources import PREFIX
from api.rest.values import Value
from dateline.exporting import VIEWS, Choice, Export, count_rows, parse_where, snapshot, view_named
from dateline.exporting.formats.ndjson import NdjsonWriter
from dateline.exporting.formats.writer import Options
from dateline.exporting.streaming import Month, months_of
from dateline.exporting.views.view import View
from dateline.store import Database
from schema.errors import InputError, NotFoundError, QueryError

PATH = f"{PREFIX}/exports/{{view}}"
NAMES = tuple(view.name for view in VIEWS)
WHERE = Parameter("where", "Filters, as JSON of the `where` of the GraphQL API.", Value(str, most=20_000))
MONTH = Parameter("month", "Only this month, like 2024-11; none for what has no date.", Value(str))
CHOOSING: tuple[Parameter, ...] = (WHERE, SEARCH, SINCE)
PARAMETERS: tuple[Parameter, ...] = (*CHOOSING, MONTH, FIRST)


def export_routes() -> list[BaseRoute]:
    """The rows of a view, and what is known of them beforehand."""
    return [Route(f"{PATH}.ndjson", _rows), Route(PATH, _description)]


async def _rows(request: Request) -> Response:
    """`GET /v1/exports/{view}.ndjson`"""
    view = _view(request)
    values = _values(request, PARAMETERS)
    month = None if "month" not in values else Month.parse(values["month"])
    if month is not None and view.dates is None:
        raise QueryError(f"The {view.name} have no date.", hint="Leave month out.")
    options = Options(site=site_of(request))
    return await send_file(request, Export(view, NdjsonWriter, _choice(view, values), options, month))


async def _description(request: Request) -> Response:
    """`GET /v1/exports/{view}`"""
    view = _view(request)
    choice = _choice(view, _values(request, CHOOSING))
    database: Database = request.app.state.database
    return respond(request, as_json(await asyncio.to_thread(_describe, database, view, choice)), JSON)


def _describe(database: Database, view: View, choice: Choice) -> dict[str, Any]:
    with snapshot(database) as connection:
        months = [] if view.dates is None else months_of(connection, view)
        return {"rows": count_rows(connection, view, choice), "months": [month.name for month in months]}


def _view(request: Request) -> View:
    try:
        return view_named(request.path_params["view"])
    except InputError as error:
        raise NotFoundError(error.message, hint=f"There are {', '.join(NAMES)}.") from error


def _values(request: Request, known: tuple[Parameter, ...]) -> dict[str, Any]:
    given = read_parameters(known, request.query_params.multi_items())
    return {parameter.name: value for parameter, value in given.items()}


def _choice(view: View, values: dict[str, Any]) -> Choice:
    where = values.get("where")
    since: datetime | None = values.get("since")
    tree = None if where is None else parse_where(where, view.filters)
    return Choice(tree, values.get("search"), since, values.get("limit"))
