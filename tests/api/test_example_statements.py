"""How many SQL statements each saved example costs, exactly; the same on both databases."""

from __future__ import annotations

import pytest

from api.graphql.view import WAY
from api.requests import Way
from tests.api.test_examples import BY_NAME, HERE, QUERIES

STATEMENTS = {
    "01-what-happened-lately": (5, 2),
    "02-protests-this-year": (6, 4),
    "03-deadliest-attacks": (7, 3),
    "04-claimed-or-denied": (7, 3),
    "05-who-is-in-the-news": (6, 5),
    "06-what-was-said": (5, 3),
    "07-show-me-the-words": (6, 3),
    "08-near-a-point": (3, 2),
    "09-in-a-box-on-the-map": (5, 3),
    "10-numbers-by-country-and-type": (1, 1),
    "11-who-and-where-most": (5, 5),
    "12-page-by-page": (2, 2),
    "13-one-article-in-full": (9, 6),
    "14-search-the-news": (4, 4),
    "15-either-or-but-not": (3, 2),
    "18-where-facts-come-from": (5, 3),
}
"""By example: executed field by field, and compiled."""


@pytest.fixture
def count_all(api, count_statements):
    """How many statements a query costs, whatever way they go to the database."""

    def count(query, variables, way):
        sent: list[str] = []
        headers = {WAY: way}
        body = {"query": query, "variables": variables}
        assert "errors" not in api.client.post("/graphql", json=body, headers=headers).json()

        def note(statement, seconds):
            sent.append(statement)

        before = api.database.listeners
        api.database.listeners = (*before, note)
        try:
            with count_statements(api.database) as counted:
                assert "errors" not in api.client.post("/graphql", json=body, headers=headers).json()
        finally:
            api.database.listeners = before
        return counted.count + len(sent)

    return count


@pytest.mark.parametrize("way", [Way.ORDINARY, Way.FAST])
@pytest.mark.parametrize("name", QUERIES)
def test_an_example_costs_exactly_so_many_statements(count_all, name, way):
    example = BY_NAME[name]
    variables = {key: HERE.get(key, value) for key, value in (example["variables"] or {}).items()}
    ordinary, compiled = STATEMENTS[name]
    assert count_all(example["query"], variables, way) == (ordinary if way is Way.ORDINARY else compiled)
