"""No query costs more statements for more parents, executed field by field."""

import pytest

from tests.store.stories import PORTO
from tests.store.world import ISLE

QUERIES = {
    "events": """query ($n: Int, $cities: [ID!]) { events(first: $n, where: { location: { oneOf: $cities } }) { nodes {
        participants { actor { name aliases offices { title of { name } evidence { text } } } evidence { text } }
        location { name parent { name } }
        reports { totalCount nodes { article { title publisher text dateline { name } }
            evidence { text context span { start startUtf16 } } saidBy { name } } } } } }""",
    "people": """query ($n: Int) { actors(first: $n, where: { name: { contains: "okafor" } }) { nodes {
        quotes { nodes { text evidence { text } } } mentions(last: 2) { totalCount nodes { text article { title } } }
        } } }""",
    "groups": """query ($n: Int) { actors(first: $n, where: { kind: { eq: GROUP } }) { nodes {
        events(first: 3, where: { killed: { gte: 1 } }, orderBy: { field: KILLED, direction: DESC }) {
            totalCount nodes { summary location { name } } } } } }""",
    "locations": """query ($n: Int) { locations(first: $n) { nodes {
        parent { name } events { nodes { summary } } mentions { nodes { text context(before: 5)
        resolution { reason location { name } } } } } } }""",
    "articles": """query ($n: Int) { articles(first: $n) { nodes {
        text dateline { name } events { nodes { id participants { role } } } quotes { nodes { speaker { name } } }
        actors { totalCount nodes { name } } locations(first: 1) { nodes { parent { name } } } } } }""",
    "quotes": """query ($n: Int) { quotes(first: $n) { nodes {
        speaker { name } article { title } evidence { text article { title } } } } }""",
    "eventStats": """query ($n: Int, $cities: [ID!]) {
        eventStats(by: [ACTOR, LOCATION], first: $n, where: { location: { oneOf: $cities } }) {
        events keys { node { id ... on Actor { name aliases } ... on Location { parent { name } } } } } }""",
}


def count(ordinary_api, count_statements, query, number):
    with count_statements(ordinary_api.database) as counted:
        ordinary_api.ask(query, n=number, cities=[PORTO.id, ISLE.id])
    return counted.count


@pytest.mark.parametrize("name", QUERIES)
def test_twenty_parents_cost_as_many_statements_as_two(ordinary_api, count_statements, name):
    two, twenty = (count(ordinary_api, count_statements, QUERIES[name], number) for number in (2, 20))
    assert two == twenty


@pytest.mark.parametrize(
    ("query", "statements"),
    [
        ("{ events { nodes { id summary killed { best } codes { plover } } } }", 1),
        ("{ events { totalCount } }", 2),
        ("{ events { nodes { location { name } } } }", 2),
        ("{ events { nodes { location { name } participants { actor { name } } } } }", 4),
        ("{ events { nodes { reports { nodes { id } } } } }", 2),
        ("{ events { nodes { reports { totalCount nodes { article { title } evidence { text } } } } } }", 5),
        ("{ actors { nodes { aliases offices { title } } } }", 3),
        ("{ articles { nodes { events { nodes { id } } quotes { nodes { id } } } } }", 3),
        ("{ eventStats(by: [TYPE]) { events } }", 1),
    ],
)
def test_a_query_costs_a_statement_for_each_level_and_link(ordinary_api, count_statements, query, statements):
    with count_statements(ordinary_api.database) as counted:
        ordinary_api.ask(query)
    assert counted.count == statements


def test_the_same_thing_reached_twice_is_read_once(ordinary_api, count_statements):
    query = "{ quotes(first: 5) { nodes { article { id } evidence { article { id } } } } }"
    with count_statements(ordinary_api.database) as counted:
        ordinary_api.ask(query)
    assert counted.count == 3
