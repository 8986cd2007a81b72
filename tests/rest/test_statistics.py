"""Numbers over events."""

import csv
import io
import json
from codecs import BOM_UTF8

import pytest

from api.rest.counting import as_table
from dateline.store.reading.statistics import Dimension


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


def test_buckets_come_as_a_table_too(rest):
    query = "by=ACTOR,YEAR&limit=5"
    answer = rest.client.get(f"/v1/stats.csv?{query}")
    assert answer.headers["content-disposition"] == 'attachment; filename="stats.csv"'
    assert rest.client.get(f"/v1/stats?{query}", headers={"Accept": "text/csv"}).text == answer.text
    rows = list(csv.DictReader(io.StringIO(answer.text, newline=""), strict=True))
    assert rows == [
        {
            "actor": bucket["keys"][0]["value"] or "",
            "actor_name": (bucket["keys"][0]["node"] or {}).get("name", ""),
            "year": bucket["keys"][1]["value"] or "",
            **{name: str(bucket[name]) for name in ("events", "killed", "injured")},
        }
        for bucket in rest.get(f"stats?{query}")["data"]
    ]
    assert len(rows) == 5


def test_a_table_for_spreadsheets_is_marked_and_guarded(sqlite_rest):
    exact = sqlite_rest.client.get("/v1/stats.csv?by=PUBLISHER").content
    assert sqlite_rest.client.get("/v1/stats.csv?by=PUBLISHER&spreadsheet=true").content == BOM_UTF8 + exact
    bucket = {"keys": [{"dimension": "PUBLISHER", "value": "=1+1"}], "events": 1, "killed": 0, "injured": 0}
    told = as_table([bucket], [Dimension.PUBLISHER], spreadsheet=True)
    assert told == BOM_UTF8 + b"publisher,events,killed,injured\r\n'=1+1,1,0,0\r\n"
    assert sqlite_rest.refuse("stats.ndjson?by=TYPE&spreadsheet=true")["code"] == "BAD_QUERY"


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
