"""`GET /v1/search`: the best of every noun for some words, in one answer.

How well a row fits tells only rows of one noun apart, so each noun keeps a list of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from api.graphql.negotiation import JSON
from api.rest.answers import as_json, refuse_type, respond, wanted_type
from api.rest.parameters import SEARCH, TOTAL_COUNT, Parameter, Style, read_parameters
from api.rest.resources import PREFIX, RESOURCES, Resource
from api.rest.shapes import Json
from api.rest.values import Value
from dateline.store import Database
from dateline.store.reading.pages import PageRequest, Selection, count_rows, read_page

PATH = f"{PREFIX}/search"
SIZE = 5
LARGEST = 20
NAMES = tuple(f"{resource.noun}s" for resource in RESOURCES)
WORDS = Parameter("search", SEARCH.description, SEARCH.value, required=True)
IN = Parameter(
    "in",
    "Only in these, joined by commas; in all of them by default.",
    Value(str, choices=NAMES),
    Style.SEVERAL,
)
LIMIT = Parameter(
    "limit", f"How many of each: {SIZE} by default, at most {LARGEST}.", Value(int, least=1, most=LARGEST)
)
PARAMETERS: tuple[Parameter, ...] = (WORDS, IN, LIMIT, TOTAL_COUNT)


async def search(request: Request) -> Response:
    """`GET /v1/search`"""
    if wanted_type(request, (JSON,)) is None:
        return refuse_type(request, (JSON,))
    given = read_parameters(PARAMETERS, request.query_params.multi_items())
    values = {parameter.name: value for parameter, value in given.items()}
    chosen = [one for one in RESOURCES if f"{one.noun}s" in values.get("in", NAMES)]
    words, most, counted = values["search"], values.get("limit", SIZE), values.get("totalCount", False)
    database: Database = request.app.state.database
    found = await database.read(lambda connection: find_best(connection, chosen, words, most, counted=counted))
    return respond(request, as_json(found), JSON)


def find_best(connection: Connection, resources: Sequence[Resource], words: str, most: int, *, counted: bool) -> Json:
    """The best of each noun, the address where its list goes on, and how many there are where that is asked for."""
    data, more, totals = {}, {}, {}
    selection = Selection(search=words)
    for resource in resources:
        name = f"{resource.noun}s"
        page = read_page(connection, resource.collection, PageRequest(most), selection)
        data[name] = resource.read(connection, page.rows)
        cursor = page.cursor(page.rows[-1]) if page.has_next else None
        more[name] = cursor and f"{resource.path}?{urlencode({'search': words, 'after': cursor})}"
        if counted:
            totals[name] = count_rows(connection, resource.collection, selection)
    return {"data": data, "more": more, **({"totalCount": totals} if counted else {})}
