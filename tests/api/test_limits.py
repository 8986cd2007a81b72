import time

import pytest
from graphql import get_introspection_query, parse

from api.graphql.limits import Limits, Measure, find_excess, is_within, measure_document


def price(query, **variables):
    return measure_document(parse(query), variables).cost


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ event(id: 1) { id } }", 2),
        ("{ events { nodes { id } } }", 1 + 1 + 20),
        ("{ events(first: 3) { nodes { id type } } }", 1 + 1 + 6),
        ("{ events(last: 3) { edges { node { id } } } }", 1 + 1 + 3 * 2),
        ("{ events(first: 2) { nodes { reports(first: 3) { nodes { id } } } } }", 1 + 1 + 2 * (1 + 1 + 3)),
        ("{ events(first: 2) { nodes { participants { role } } } }", 1 + 1 + 2 * (1 + 5)),
        ("{ eventStats(by: [DAY], first: 7) { events } }", 1 + 7),
        ("{ eventStats(by: [DAY]) { events } }", 1 + 100),
        ("query ($n: Int = 50) { events(first: $n) { nodes { id } } }", 1 + 1 + 50),
        ("{ events(first: -1000) { nodes { id } } articles(first: 1) { nodes { id } } }", 1 + 1 + 0 + 1 + 1 + 1),
        ("{ ...F } fragment F on Query { events(first: 2) { nodes { id } } }", 1 + 1 + 2),
        ("{ __schema { types { name } } }", 0),
    ],
)
def test_the_price_is_about_the_number_of_values(query, cost):
    assert price(query) == cost


def test_variables_count_by_their_value():
    query = "query ($n: Int = 50, $ids: [ID!]!) { events(first: $n) { nodes { id } } nodes(ids: $ids) { id } }"
    assert price(query, n=4, ids=["a", "b", "c"]) == 1 + 1 + 4 + 1 + 3


def test_answers_tell_their_price(api):
    answer = api.post("{ events(first: 3) { nodes { id } } }")
    assert answer["extensions"] == {"cost": {"price": 5, "limit": 20000}}


NESTED = "{ events { nodes { reports { nodes { article { actors { nodes { events { nodes { id } } } } } } } } } }"


@pytest.mark.parametrize(
    ("query", "word"),
    [
        (NESTED, "cost 1"),
        ("{" + " ".join(f"a{n}: __typename" for n in range(101)) + "}", "aliases 101"),
        ("{" + " __typename" * 1001 + "}", "fields 1,001"),
        ("{ __typename " + "@skip(if: false) " * 51 + "}", "directives 51"),
        ("query " + "@a " * 26 + "{ ...F } fragment F on Query " + "@a " * 26 + "{ __typename }", "directives 52"),
        ("{ node(id: 1) " + "{ ... on Location { parent " * 15 + "{ id }" + "} }" * 15 + "}", "depth "),
        ("{ events { nodes { id " + "a " * 2000 + "} } }", "more than 2,000 tokens"),
    ],
)
def test_what_is_too_large_is_refused_before_it_runs(api, count_statements, query, word):
    with count_statements(api.database) as counted:
        error = api.refuse(query)
    assert word in error["message"]
    assert error["extensions"]["code"] == "LIMIT"
    assert error["extensions"]["hint"]
    assert counted.count == 0


def test_fragments_that_double_cost_no_more_than_their_length(api):
    fragments = [f"fragment F{n} on Event {{ id ...F{n + 1} ...F{n + 1} }}" for n in range(60)]
    query = "{ event(id: 1) { ...F0 } } " + " ".join(fragments) + " fragment F60 on Event { id }"
    started = time.perf_counter()
    error = api.refuse(query)
    assert time.perf_counter() - started < 20
    assert error["extensions"]["code"] == "LIMIT"


def test_fragments_in_a_circle_are_refused(api):
    query = "{ event(id: 1) { ...A } } fragment A on Event { ...B } fragment B on Event { ...A }"
    assert "Cannot spread fragment" in api.refuse(query)["message"]


@pytest.mark.parametrize(
    "query",
    [
        "{ a" * 900,
        "{ a" * 300 + "}" * 300,
        "{ a " + "{ ...F " * 400 + "}" * 401,
        "{ events(where: " + "{ NOT: " * 300 + "{}" + "}" * 300 + ") { totalCount } }",
        "{ events(where: " + "[" * 900 + "]" * 900 + ") { totalCount } }",
        "query ($a: " + "[" * 500 + "Int" + "]" * 500 + ") { __typename }",
        "fragment F on Event { id }",
        "query A { __typename } query B { __typename }",
        "mutation { x }",
        "subscription { x }",
        "",
        "\ufeff",
        "type A { a: Int }",
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    ],
)
def test_strange_documents_are_errors_of_the_client(api, query):
    response = api.client.post("/graphql", json={"query": query})
    assert response.status_code in (200, 400)
    error = response.json()["errors"][0]
    assert error["extensions"]["code"] in ("LIMIT", "SYNTAX", "BAD_QUERY", "BAD_REQUEST")
    assert "Traceback" not in response.text


def test_introspection_stays_possible(api):
    assert api.ask(get_introspection_query(descriptions=True))["__schema"]["queryType"]["name"] == "Query"


def test_excess_is_told_in_short_numbers():
    document = parse("{ events(first: 100) { nodes { reports(first: 99999999999999) { nodes { id } } } } }")
    (error,) = find_excess(measure_document(document, {}), Limits())
    assert error.message == "Too much for one operation: cost more than a billion; the limit is 20,000."


@pytest.mark.parametrize("name", ["depth", "aliases", "directives", "fields", "cost"])
def test_an_excess_is_noticed_where_it_would_be_told(name):
    most = Limits(**{name: 7})
    for asked in (6, 7, 8):
        measure = Measure(**{name: asked})
        assert is_within(measure, most) == (asked <= 7)
        assert any(find_excess(measure, most)) == (asked > 7)
