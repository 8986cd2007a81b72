"""The same filters as the GraphQL API's."""

import dataclasses
from datetime import UTC, date, datetime

import pytest

from api.graphql.inputs import INPUTS
from dateline.exporting import parse_since, parse_where
from dateline.exporting.selecting import OPERATORS
from dateline.store.filtering.filters import EVENT_FILTERS, LOCATION_FILTERS, FilterKind
from schema.errors import QueryError


@pytest.mark.parametrize("kind", list(FilterKind))
def test_each_kind_takes_what_its_graphql_input_takes(kind):
    assert set(OPERATORS[kind]) == {field.name for field in dataclasses.fields(INPUTS[kind])}


def test_a_where_object_becomes_the_stores_tree():
    text = """{"type": {"oneOf": ["PROTEST", "ASSAULT"]}, "countryCode": {"eq": "KE"}, "killed": null,
        "when": {"gte": "2024-11-05", "lte": null}, "confidence": {"gte": 1},
        "OR": [{"actorName": {"contains": "x"}}, {"near": {"latitude": 1, "longitude": 2.5, "radiusKm": 3}}],
        "NOT": {"type": {"oneOf": "AID"}}}"""
    assert parse_where(text, EVENT_FILTERS) == {
        "type": {"one_of": ["PROTEST", "ASSAULT"]},
        "country_code": {"eq": "KE"},
        "when": {"gte": date(2024, 11, 5)},
        "confidence": {"gte": 1.0},
        "OR": [{"actor_name": {"contains": "x"}}, {"near": {"latitude": 1.0, "longitude": 2.5, "radius_km": 3.0}}],
        "NOT": {"type": {"one_of": ["AID"]}},
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "where is no JSON"),
        ("[]", "where is []. It takes an object of filters: kind, name,"),
        ('{"town": {"eq": "x"}}', "where has no filter 'town'. It takes kind, name, countryCode,"),
        ('{"name": "Porto"}', 'where.name is "Porto". It takes an object of eq, oneOf, contains.'),
        ('{"name": {"like": "x"}}', "where.name has no operator 'like'. It takes eq, oneOf, contains."),
        ('{"name": {"eq": 3}}', "where.name.eq is 3. It takes a text."),
        ('{"kind": {"oneOf": ["CITY", "TOWN"]}}', 'where.kind.oneOf[1] is "TOWN". It takes one of COUNTRY,'),
        ('{"geonamesId": {"eq": true}}', "where.geonamesId.eq is true. It takes a whole number."),
        ('{"geonamesId": {"eq": 1.5}}', "where.geonamesId.eq is 1.5. It takes a whole number."),
        ('{"near": {"latitude": 1, "longitude": 2}}', "where.near lacks radiusKm."),
        ('{"within": {"south": "1"}}', 'where.within.south is "1". It takes a number.'),
        ('{"OR": [{}, {"NOT": {"x": {}}}]}', "where.OR[1].NOT has no filter 'x'."),
    ],
)
def test_errors_name_the_place_and_say_what_it_takes(text, message):
    with pytest.raises(QueryError) as caught:
        parse_where(text, LOCATION_FILTERS)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-11-05", datetime(2024, 11, 5, tzinfo=UTC)),
        ("2024-11-05T08:30Z", datetime(2024, 11, 5, 8, 30, tzinfo=UTC)),
        ("2024-11-05T08:30:01.5", datetime(2024, 11, 5, 8, 30, 1, 500_000, tzinfo=UTC)),
        ("2024-11-05t08:30:00+02:00", datetime(2024, 11, 5, 6, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_a_day_or_has_a_time(text, moment):
    assert parse_since(text) == moment


@pytest.mark.parametrize(
    "text",
    ["2024", "20241105", "2024-W45-2", "2024-13-01", "yesterday", "", "2024-11-05T8", "0001-01-01T00:00:00+23:00"],
)
def test_moments_are_written_in_one_way(text):
    with pytest.raises(QueryError, match="It takes a day or a moment, like 2024-11-05"):
        parse_since(text)
