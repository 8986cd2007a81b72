"""Statements are made once for each shape of a question, whatever its values."""

from __future__ import annotations

import pytest

from api.requests import Way
from dateline.store.reading.plans.listing import Listing

SEARCH = "query Find($words: String) { events(search: $words) { totalCount nodes { id } } }"
NEAR = "query Near($circle: NearInput) { events(where: { near: $circle }) { totalCount nodes { id } } }"
BOX = "query Box($box: BoundingBoxInput) { locations(where: { NOT: { within: $box } }) { totalCount nodes { id } } }"
ASKED = [
    (SEARCH, [{"words": '"clashed with" police'}, {"words": 'police "number 7"'}, {"words": "harbour zebra"}]),
    (
        NEAR,
        [{"circle": {"latitude": -20, "longitude": 178, "radiusKm": size}} for size in (1, 200, 3_000, 20_000)],
    ),
    (
        BOX,
        [
            {"box": {"south": -30, "west": 170, "north": 0, "east": 179}},
            {"box": {"south": -30, "west": 170, "north": 0, "east": -170}},
            {"box": {"south": 80, "west": 0, "north": 81, "east": 1}},
        ],
    ),
]


@pytest.fixture
def made(monkeypatch):
    """Names of the statements that were made."""
    names: list[str] = []
    for name in ("prepare", "prepare_count", "prepare_written"):
        own = getattr(Listing, name)

        def noting(self, *arguments, own=own, name=name, **options):
            names.append(name)
            return own(self, *arguments, **options)

        monkeypatch.setattr(Listing, name, noting)
    return names


@pytest.mark.parametrize(("query", "asked"), ASKED, ids=["search", "near", "within"])
def test_searches_and_areas_are_asked_by_kept_statements_and_find_the_same(api, made, query, asked):
    found = []
    for variables in asked:
        body = {"query": query, "variables": variables}
        fast = api.client.post("/graphql", json=body)
        ordinary = api.client.post("/graphql", json=body, headers={"X-Dateline-Way": "ordinary"})
        assert (fast.headers["X-Dateline-Way"], ordinary.headers["X-Dateline-Way"]) == (Way.FAST, Way.ORDINARY)
        assert fast.json() == ordinary.json()
        found.append(next(iter(fast.json()["data"].values()))["totalCount"])
    assert len(set(found)) > 1
    page = "prepare_written" if api.database.dialect == "sqlite" else "prepare"
    assert sorted(made) == sorted([page, "prepare_count"])


@pytest.mark.parametrize(
    ("query", "variables", "message"),
    [
        (NEAR, {"circle": {"latitude": 0, "longitude": 0, "radiusKm": -1}}, "no circle on earth"),
        (BOX, {"box": {"south": 1, "west": 0, "north": 0, "east": 1}}, "lies north of north"),
        (SEARCH, {"words": "x" * 501}, "the limit is 500"),
    ],
)
def test_what_makes_no_sense_is_told_also_by_kept_statements(api, query, variables, message):
    for _ in range(2):
        assert message in api.refuse(query, **variables)["message"]


def test_events_of_an_actor_are_the_same_both_ways_in_every_order(api):
    (actor, *_) = api.ask("{ actors(first: 1) { nodes { id } } }")["actors"]["nodes"]
    page = """query Of($id: ID, $order: EventOrder, $after: String) {
      events(where: { actor: { eq: $id } }, orderBy: $order, first: 3, after: $after) {
        totalCount nodes { id } pageInfo { endCursor hasNextPage } } }"""
    for field in ("DATE", "KILLED", "CONFIDENCE"):
        for direction in ("ASC", "DESC"):
            after, seen = None, []
            for _ in range(20):
                variables = {"id": actor["id"], "order": {"field": field, "direction": direction}, "after": after}
                body = {"query": page, "variables": variables}
                fast = api.client.post("/graphql", json=body)
                ordinary = api.client.post("/graphql", json=body, headers={"X-Dateline-Way": "ordinary"})
                assert fast.headers["X-Dateline-Way"] == "fast"
                assert fast.json() == ordinary.json()
                found = fast.json()["data"]["events"]
                seen += [node["id"] for node in found["nodes"]]
                after = found["pageInfo"]["endCursor"]
                if not found["pageInfo"]["hasNextPage"]:
                    break
            assert len(seen) == len(set(seen)) == found["totalCount"] > 3
