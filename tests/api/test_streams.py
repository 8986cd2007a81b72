"""Answers as event streams (graphql-sse, distinct connections); never where JSON will do."""

import json

import pytest

STREAM = {"Accept": "text/event-stream"}


def stream(api, query, method="POST", **headers):
    """The frames of an answer that ends."""
    given = {**STREAM, **headers}
    if method == "POST":
        response = api.client.post("/graphql", json={"query": query}, headers=given)
    else:
        response = api.client.get("/graphql", params={"query": query}, headers=given)
    assert (response.status_code, response.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
    assert "\r" not in response.text
    return [frame for frame in response.text.split("\n\n") if frame and frame != ":"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_query_is_one_result_and_the_end(sqlite_api, method):
    first, last = stream(sqlite_api, "{ __typename }", method)
    name, data = first.split("\n")
    assert name == "event: next"
    answer = json.loads(data.removeprefix("data: "))
    assert answer["data"] == {"__typename": "Query"}
    assert answer["extensions"]["cost"]["price"] == 0
    assert last == "event: complete\ndata: "


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ nothing }", "BAD_QUERY"),
        ("{ events {", "SYNTAX"),
        ("{ events(first: 100) { nodes { reports(first: 100) { nodes { id status } } } } }", "LIMIT"),
        ('subscription { eventAdded(where: { location: { eq: "x" } }) { id } }', "BAD_QUERY"),
    ],
)
def test_what_cannot_run_is_a_result_without_data(sqlite_api, query, code):
    first, _ = stream(sqlite_api, query)
    answer = json.loads(first.partition("data: ")[2])
    assert answer["errors"][0]["extensions"]["code"] == code
    assert "data" not in answer


def test_a_mutation_by_get_is_refused(sqlite_api):
    query = 'mutation { judgementWithdraw(judgement: "x", reason: "x") { judgement { id } } }'
    first, *_ = stream(sqlite_api, query, "GET")
    assert "FORBIDDEN" not in first
    assert json.loads(first.partition("data: ")[2])["errors"]


def test_who_takes_json_too_gets_json(sqlite_api):
    headers = {"Accept": "application/json, text/event-stream, multipart/mixed"}
    response = sqlite_api.client.post("/graphql", json={"query": "{ __typename }"}, headers=headers)
    assert response.headers["content-type"] == "application/json"


def test_a_subscription_that_is_asked_for_as_json_is_told_how_to_watch(sqlite_api):
    for _ in range(2):
        error = sqlite_api.refuse("subscription { articleAdded { id } }")
        assert error["message"] == "A subscription has no single answer."
        assert "text/event-stream" in error["extensions"]["hint"]
