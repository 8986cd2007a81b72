"""Which way answers come: nothing of the examples falls back, and exactly what is listed does."""

import pytest

from api.graphql.view import WAY
from api.requests import Way
from tests.api.test_examples import BY_NAME, QUERIES
from tests.store.stories import PORTO


def _parents(number):
    return "parent { " * number + "name" + " }" * number


EXAMPLES = {name: BY_NAME[name] for name in QUERIES}
FALLING_BACK = {
    "mutations": 'mutation { judgementWithdraw(judgement: "x", reason: "y") { judgement { id } } }',
    "introspection": "{ __schema { queryType { name } } }",
    "what is not valid": "{ nothing }",
    "what is malformed": "{ events {",
    "an error of a field": '{ event(id: "x") { id } }',
    "more links than a statement takes": "{ events { nodes { reports { nodes { id saidBy { name } article { dateline { "
    + _parents(7)
    + " } } evidence { article { dateline { "
    + _parents(7)
    + " } } } location { "
    + _parents(9)
    + " } } } } } }",
}


def way(api, query, variables=None, headers=None):
    response = api.client.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
    return response.headers[WAY]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_example_falls_back(api, name):
    assert way(api, EXAMPLES[name]["query"], EXAMPLES[name]["variables"]) == Way.FAST


@pytest.mark.parametrize("name", FALLING_BACK)
def test_what_is_listed_is_executed_in_the_ordinary_way(api, name):
    assert way(api, FALLING_BACK[name]) == Way.ORDINARY


def test_a_client_can_ask_for_the_ordinary_way(api):
    assert way(api, "{ __typename }", headers={WAY: Way.ORDINARY}) == Way.ORDINARY
    assert way(api, "{ __typename }") == Way.FAST


def test_both_ways_tell_the_same_price_and_the_same_rate(api):
    query = "query ($n: Int) { rateLimit { cost limit nodeCount } events(first: $n) { nodes { id } } }"
    for number in (1, 7, None):
        body = {"query": query, "variables": {"n": number}}
        fast, ordinary = (
            api.client.post("/graphql", json=body, headers={WAY: one}) for one in (Way.FAST, Way.ORDINARY)
        )
        assert (fast.headers[WAY], ordinary.headers[WAY]) == (Way.FAST, Way.ORDINARY)
        assert fast.content == ordinary.content


def test_texts_that_differ_in_literals_only_are_answered_by_their_own(api):
    def events(where):
        return api.ask(f"{{ events(where: {where}, first: 3) {{ totalCount }} }}")["events"]["totalCount"]

    everything = events("{ killed: { gte: 0 } }")
    assert events("{ killed: { gte: 20 } }") < everything
    assert events("{ killed: { gte: 100000 } }") == 0
    where = f'{{ location: {{ eq: "{PORTO.id}" }} }}'
    assert 0 < events(where) < api.ask("{ events { totalCount } }")["events"]["totalCount"]
    error = api.refuse("{ events(where: { killed: { gte: 99999999999 } }, first: 3) { totalCount } }")
    assert "Int cannot represent" in error["message"]
    assert api.refuse('{ events(where: { location: { eq: "y" } }, first: 3) { totalCount } }')["message"]


def test_a_literal_that_decides_more_than_a_value_has_a_plan_of_its_own(api):
    def asked(number):
        return api.ask(f"query ($n: Int = {number}) {{ events(first: $n) {{ nodes {{ id }} }} }}")["events"]["nodes"]

    assert [len(asked(number)) for number in (2, 3, 2, 5)] == [2, 3, 2, 5]


def test_directives_choose_by_variables(api):
    query = "query ($a: Boolean!, $b: Boolean = true) { x: __typename @skip(if: $a) y: __typename @include(if: $b) }"
    assert api.ask(query, a=True) == {"y": "Query"}
    assert api.ask(query, a=False) == {"x": "Query", "y": "Query"}
    assert api.ask(query, a=False, b=False) == {"x": "Query"}
    assert api.refuse(query)["extensions"]["code"] == "BAD_QUERY"


def test_what_fails_inside_is_answered_in_the_ordinary_way_and_logged(api, monkeypatch, caplog):
    def burst(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("api.graphql.fast.steps.ListingStep.run_root", burst)
    assert way(api, "{ events(first: 4) { nodes { mode } } }") == Way.ORDINARY
    assert "a compiled query failed" in caplog.text
