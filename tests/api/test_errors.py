import logging

import pytest

from schema.errors import DatabaseError
from schema.ids import content_id


@pytest.mark.parametrize(
    ("query", "code", "words"),
    [
        ("{ events { nodes { nothing } } }", "BAD_QUERY", "Cannot query field 'nothing' on type 'Event'."),
        ("{ events(first: 1000) { nodes { id } } }", "LIMIT", "first is 1,000; the limit is 100."),
        ("{ events(first: -1) { nodes { id } } }", "BAD_QUERY", "first is -1; it cannot be negative."),
        ("{ events(first: 1, last: 1) { nodes { id } } }", "BAD_QUERY", "first and last exclude each other."),
        ('{ events(after: "nonsense") { nodes { id } } }', "BAD_QUERY", "The cursor in 'after' is none"),
        ('{ event(id: "nonsense") { id } }', "BAD_QUERY", "'nonsense' is no id of Dateline."),
        ('{ node(id: "") { id } }', "BAD_QUERY", "'' is no id of Dateline."),
        ('{ nodes(ids: ["x"]) { id } }', "BAD_QUERY", "'x' is no id of Dateline."),
        ("{ events(orderBy: { field: RELEVANCE, direction: ASC }) { nodes { id } } }", "BAD_QUERY", "RELEVANCE needs"),
        ('{ events(search: " ", orderBy: { field: RELEVANCE, direction: ASC }) { totalCount } }', "BAD_QUERY", "RELE"),
        ('{ events(where: { location: { eq: "x" } }) { totalCount } }', "BAD_QUERY", "'x' is no id"),
        ('{ events(where: { when: { gte: "yesterday" } }) { totalCount } }', "BAD_QUERY", "'yesterday' is not a date."),
        ('{ events(where: { when: { gte: "20241105" } }) { totalCount } }', "BAD_QUERY", "'20241105' is not a date."),
        ('{ events(where: { when: { gte: "2024-02-30" } }) { totalCount } }', "BAD_QUERY", "is not a date."),
        ("{ events(where: { when: { gte: 5 } }) { totalCount } }", "BAD_QUERY", "5 is not a date"),
        ("{ events(where: { type: { eq: PARTY } }) { totalCount } }", "BAD_QUERY", "PARTY"),
        (
            "{ events(where: { near: { latitude: 95, longitude: 0, radiusKm: 1 } }) { totalCount } }",
            "BAD_QUERY",
            "no point",
        ),
        ("{ eventStats(by: []) { events } }", "BAD_QUERY", "by is empty."),
        ("{ eventStats(by: [DAY, MONTH, YEAR, TYPE]) { events } }", "LIMIT", "by has 4 dimensions"),
        ("{ events {", "SYNTAX", "Syntax Error"),
        ("{ __type(name: 5) { name } }", "BAD_QUERY", "String cannot represent"),
    ],
)
def test_errors_say_what_is_wrong_and_what_to_do(api, query, code, words):
    error = api.refuse(query)
    assert words in error["message"]
    assert error["extensions"]["code"] == code
    assert error["extensions"]["hint"]
    assert set(error) <= {"message", "locations", "path", "extensions"}


@pytest.mark.parametrize(
    ("type_", "value"),
    [("Int", "x"), ("Int", 2**31), ("Int", 1.5), ("String", 5), ("String", "nonsense"), ("ID", {"a": 1})],
)
def test_variables_of_the_wrong_type_are_refused(api, type_, value):
    argument = {"Int": "first", "String": "after", "ID": "where: { location: { eq"}[type_]
    close = " } }" if type_ == "ID" else ""
    error = api.refuse(f"query ($v: {type_}) {{ events({argument}: $v{close}) {{ totalCount }} }}", v=value)
    assert error["extensions"]["code"] == "BAD_QUERY"


def test_dates_in_variables_are_checked_too(api):
    error = api.refuse("query ($d: Date) { events(where: { when: { lte: $d } }) { totalCount } }", d="soon")
    assert "'soon' is not a date." in error["message"]
    assert error["extensions"]["code"] == "BAD_QUERY"


def test_evidence_context_is_bounded(api):
    query = "query ($n: Int) { quotes(first: 1) { nodes { evidence { context(before: $n) } } } }"
    assert api.refuse(query, n=5000)["extensions"]["code"] == "LIMIT"
    assert api.refuse(query, n=-5)["extensions"]["code"] == "BAD_QUERY"
    assert api.ask(query, n=None)["quotes"]["nodes"][0]["evidence"][0]["context"]


def test_one_bad_field_leaves_the_others(api):
    answer = api.post('{ event(id: "x") { id } events(first: 1) { nodes { id } } }')
    assert answer["data"]["event"] is None
    assert len(answer["data"]["events"]["nodes"]) == 1
    assert answer["errors"][0]["path"] == ["event"]


def test_what_nobody_expected_is_masked_and_logged(ordinary_api, monkeypatch, caplog):
    async def burst(function):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(ordinary_api.database, "read", burst)
    with caplog.at_level(logging.ERROR):
        answer = ordinary_api.client.post(
            "/graphql",
            json={"query": "{ eventStats(by: [DAY]) { events } }"},
            headers={"X-Request-ID": "r-1", **ordinary_api.headers},
        )
    error = answer.json()["errors"][0]
    assert "secret" not in answer.text
    assert error["extensions"] == {
        "code": "INTERNAL",
        "hint": "Nothing is wrong with your query. Report the request id r-1.",
        "requestId": "r-1",
    }
    assert "request r-1 failed" in caplog.text
    assert "secret detail" in caplog.text


def test_a_database_that_fails_is_told_in_one_line(ordinary_api, monkeypatch):
    async def fail(function):
        raise DatabaseError("The database failed: it is gone.", hint="Try later.")

    monkeypatch.setattr(ordinary_api.database, "read", fail)
    error = ordinary_api.refuse("{ eventStats(by: [DAY]) { events } }")
    assert error["message"] == "The database failed: it is gone."
    assert error["extensions"] == {"code": "DATABASE", "hint": "Try later."}


def test_suggestions_and_long_input_do_not_leak(api):
    assert "Did you mean" not in api.refuse("{ events { nodes { sumary } } }")["message"]
    error = api.refuse("query ($v: Int) { events(first: $v) { totalCount } }", v="x" * 5000)
    assert len(error["message"]) < 400


def test_too_many_ids_at_once(api):
    error = api.refuse(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=[content_id("event", n) for n in range(101)]
    )
    assert error["extensions"]["code"] == "LIMIT"
