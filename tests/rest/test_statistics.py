"""Numbers over events."""

import json

import pytest

from dateline.store.statistics import Dimension


@pytest.mark.parametrize("dimension", list(Dimension))
def test_buckets_are_those_of_graphql(rest, dimension):
    query = f"""{{ eventStats(by: [{dimension}], where: {{ killed: {{ gte: 1 }} }}) {{
        events killed injured keys {{ dimension value node {{ id }} }} }} }}"""
    found = rest.get(f"stats?by={dimension}&killed.gte=1")["data"]
    for bucket in found:
        for key in bucket["keys"]:
            key["node"] = key["node"] and {"id": key["node"]["id"]}
    assert found == rest.api.ask(query)["eventStats"]
    assert found


def test_two_dimensions_and_the_largest_buckets_only(rest):
    found = rest.get("stats?by=TYPE,ACTOR&limit=2")["data"]
    assert [[key["dimension"] for key in bucket["keys"]] for bucket in found] == [["TYPE", "ACTOR"]] * 2
    assert found[0]["events"] >= found[1]["events"]
    assert found[0]["keys"][1]["node"]["name"] == "police"


def test_buckets_come_as_lines_too(rest):
    lines = rest.client.get("/v1/stats.ndjson?by=YEAR").text.splitlines()
    assert [json.loads(line) for line in lines] == rest.get("stats?by=YEAR")["data"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "BAD_QUERY"),
        ("?by=", "BAD_QUERY"),
        ("?by=WEATHER", "BAD_QUERY"),
        ("?by=TYPE,TYPE", "BAD_QUERY"),
        ("?by=TYPE,DAY,YEAR,MONTH", "LIMIT"),
        ("?by=TYPE&limit=0", "BAD_QUERY"),
        ("?by=TYPE&limit=1001", "LIMIT"),
        ("?by=TYPE&after=x", "BAD_QUERY"),
    ],
)
def test_what_makes_no_sense_is_refused(sqlite_rest, query, code):
    assert sqlite_rest.refuse(f"stats{query}")["code"] == code


def test_empty_tables_have_no_buckets(fresh_rest):
    assert fresh_rest.get("stats?by=ACTOR,LOCATION") == {"data": []}
