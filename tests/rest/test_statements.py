"""No page costs more statements for more rows."""

import pytest

PAGES = [
    ("events", 9),
    ("actors", 6),
    ("locations", 2),
    ("quotes", 5),
    ("articles", 2),
]


@pytest.mark.parametrize(("noun", "statements"), PAGES)
@pytest.mark.parametrize("limit", [1, 2, 30])
def test_a_page_costs_the_same_however_many_rows_it_has(rest, count_statements, noun, statements, limit):
    with count_statements(rest.database) as counted:
        rest.get(f"{noun}?limit={limit}")
    assert counted.count == statements


def test_a_total_is_one_statement_more_and_only_where_it_is_asked_for(rest, count_statements):
    with count_statements(rest.database) as counted:
        rest.get("events?limit=5&totalCount=true")
    assert counted.count == 10


@pytest.mark.parametrize(("by", "statements"), [("TYPE", 1), ("TYPE,DAY", 1), ("ACTOR", 2), ("ACTOR,LOCATION", 3)])
def test_statistics_cost_a_statement_and_one_for_each_noun_that_they_name(rest, count_statements, by, statements):
    with count_statements(rest.database) as counted:
        rest.get(f"stats?by={by}")
    assert counted.count == statements


def test_one_event_costs_as_much_as_a_page_of_them(rest, count_statements):
    event = rest.ids("events?limit=1")[0]
    with count_statements(rest.database) as counted:
        rest.get(f"events/{event}")
    assert counted.count == 9
