"""The same question has the same answer on both databases."""

from __future__ import annotations

from typing import Any

import pytest

from api.graphql.context import Context
from api.graphql.schema import build_schema
from api.pages import read_examples
from dateline.store.keeping.database import open_database
from dateline.store.reading.collections import NOUNS
from dateline.store.reading.statistics import Dimension
from tests.api.test_examples import QUERIES as ASKING
from tests.api.test_statements import QUERIES
from tests.store.stories import PORTO
from tests.store.world import ISLE, make_world

SCHEMA = build_schema()

ORDERS = {
    f"{noun} {field} {direction}": f"{{ {noun}s(orderBy: {{ field: {field}, direction: {direction} }}, first: 40) "
    "{ totalCount pageInfo { endCursor startCursor } nodes { id } } }"
    for noun, collection in NOUNS.items()
    for field in collection.orders or ()
    for direction in ("ASC", "DESC")
    if field != "RELEVANCE"
}
STATISTICS = {
    dimension.value: f"{{ eventStats(by: [{dimension.value}, STATUS]) {{ keys {{ value }} events killed injured }} }}"
    for dimension in Dimension
    if dimension is not Dimension.STATUS
}
EXAMPLES = {
    example["name"]: example["query"]
    for example in read_examples()
    if example["name"] in ASKING and "search" not in example["query"]
}
QUESTIONS = QUERIES | ORDERS | STATISTICS | EXAMPLES

VARIABLES: dict[str, Any] = {
    "n": 12,
    "cities": [PORTO.id, ISLE.id],
    "box": {"south": -90, "west": -180, "north": 90, "east": 180},
    "latitude": -20,
    "longitude": 180,
    "country": "VE",
    "told": ["STATED", "MODEL"],
}


@pytest.fixture(scope="module")
def databases(request, tmp_path_factory):
    """The small world twice."""
    opened = [open_database(make_world(request, tmp_path_factory, kind)) for kind in ("sqlite", "postgresql")]
    yield opened
    for database in opened:
        database.close()


@pytest.mark.parametrize("name", QUESTIONS)
async def test_answers_are_equal(databases, name):
    query = QUESTIONS[name]
    variables = {key: value for key, value in VARIABLES.items() if f"${key}" in query}
    results = [await SCHEMA.execute(query, variables, Context(database, "test")) for database in databases]
    assert results[0].errors is None
    assert results[0].data == results[1].data
