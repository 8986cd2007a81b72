"""`GET /v1/suggestions`: what somebody who types a part of a name may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from api.graphql.negotiation import JSON
from api.rest.answers import as_json, refuse_type, respond, wanted_type
from api.rest.parameters import Parameter, Style, read_parameters
from api.rest.resources import PREFIX
from api.rest.shapes import Json
from api.rest.values import Value
from dateline.store import Database
from dateline.store.reading.suggesting import (
    DEFAULT_SUGGESTIONS,
    LONGEST_TEXT,
    MOST_SUGGESTIONS,
    Suggestion,
    SuggestionKind,
    find_suggestions,
)

PATH = f"{PREFIX}/suggestions"
TYPED = Parameter(
    "text", f"The beginning or a part of a name, at most {LONGEST_TEXT} characters.", Value(str), required=True
)
KIND = Parameter("kind", "Only of these kinds, joined by commas.", Value(SuggestionKind), Style.SEVERAL)
LIMIT = Parameter(
    "limit",
    f"How many of the best: {DEFAULT_SUGGESTIONS} by default, at most {MOST_SUGGESTIONS}.",
    Value(int, least=1, most=MOST_SUGGESTIONS),
)
PARAMETERS: tuple[Parameter, ...] = (TYPED, KIND, LIMIT)


async def suggestions(request: Request) -> Response:
    """`GET /v1/suggestions`"""
    if wanted_type(request, (JSON,)) is None:
        return refuse_type(request, (JSON,))
    values = read_parameters(PARAMETERS, request.query_params.multi_items())
    database: Database = request.app.state.database
    found = await database.read(lambda connection: find_shown(connection, values))
    return respond(request, as_json({"data": found}), JSON)


def find_shown(connection: Connection, values: Mapping[Parameter, Any]) -> list[Json]:
    """The suggestions that these parameters ask for, as they are answered."""
    found = find_suggestions(connection, values[TYPED], values.get(KIND, ()), values.get(LIMIT))
    return [_shown(one) for one in found]


def _shown(one: Suggestion) -> Json:
    shown = asdict(one)
    del shown["rank"]
    return shown
