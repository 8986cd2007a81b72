"""Values at the edges of their types are answered or refused, never a failure inside."""

import pytest

from dateline.store.filtering.cursors import encode_cursor
from dateline.store.reading.collections import ACTORS, ARTICLES, EVENTS
from dateline.store.reading.pages import chosen_order
from schema.ids import content_id

EVENT = content_id("event", 1)


@pytest.mark.parametrize(
    "where",
    [
        {"killed": {"gte": -(2**31), "lte": 2**31 - 1, "eq": 2**31 - 1}},
        {"confidence": {"gte": -1e308, "lte": 1e308}},
        {"when": {"gte": "0001-01-01", "lte": "0001-01-01"}},
        {"when": {"gte": "9999-12-31", "lte": "9999-12-31"}},
        {"when": {"gte": "2025-01-01", "lte": "2024-01-01"}},
        {"near": {"latitude": 90, "longitude": 180, "radiusKm": 20038}},
        {"near": {"latitude": -90, "longitude": -180, "radiusKm": 1e-300}},
        {"near": {"latitude": 1e308, "longitude": 1e308, "radiusKm": 1e308}},
        {"within": {"south": -90, "west": 180, "north": 90, "east": -180}},
        {"within": {"south": 0, "west": 0, "north": 0, "east": 0}},
        {"mode": {"eq": "\u0000"}},
        {"mode": {"contains": "\\%_'\"\u0000"}},
        {"mode": {"oneOf": [""]}},
        {"actorName": {"contains": "\u0301"}},
        {"actorName": {"eq": "İ" * 500}},
        {"location": {"oneOf": []}},
        {"actor": {"oneOf": [EVENT] * 500}},
        {"article": {"eq": EVENT}},
        {"AND": [{"OR": [{"NOT": {"AND": [{"OR": [{}]}]}}]}]},
    ],
)
def test_filters(api, where):
    answer = api.post("query ($w: EventWhere) { events(where: $w) { totalCount nodes { id } } }", w=where)
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    assert codes <= {"BAD_QUERY", "LIMIT"}, answer


@pytest.mark.parametrize(
    ("collection", "field", "value"),
    [
        (EVENTS, "DATE", "0001-01-01"),
        (EVENTS, "DATE", "9999-12-31"),
        (EVENTS, "DATE", None),
        (EVENTS, "KILLED", -(2**31) + 1),
        (EVENTS, "KILLED", 2**31 - 1),
        (EVENTS, "KILLED", None),
        (EVENTS, "CONFIDENCE", 1e308),
        (ACTORS, "NAME", "'\"\\ 🙂"),
        (ACTORS, "NAME", ""),
        (ACTORS, "EVENT_COUNT", 0),
        (ARTICLES, "PUBLISHED_AT", "0001-01-01T00:00:00+00:00"),
        (ARTICLES, "PUBLISHED_AT", "9999-12-31T23:59:59.999999+00:00"),
    ],
)
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_cursors(api, collection, field, value, direction):
    cursor = encode_cursor(chosen_order(collection, field, direction == "DESC"), value, EVENT)
    page = f"orderBy: {{ field: {field}, direction: {direction} }}"
    query = f"query ($c: String) {{ a: {collection.name}s(after: $c, {page}) {{ nodes {{ id }} }} "
    query += f"b: {collection.name}s(before: $c, last: 5, {page}) {{ nodes {{ id }} }} "
    query += f"all: {collection.name}s(first: 100) {{ totalCount }} }}"
    answer = api.ask(query, c=cursor)
    assert len(answer["a"]["nodes"]) + len(answer["b"]["nodes"]) <= answer["all"]["totalCount"]
    assert answer["a"]["nodes"] or answer["b"]["nodes"]


@pytest.mark.parametrize("first", [0, 1, 100])
def test_pages(api, first):
    answer = api.ask("query ($n: Int) { events(first: $n) { nodes { reports(first: $n) { nodes { id } } } } }", n=first)
    assert len(answer["events"]["nodes"]) == min(first, 31)
