import pytest
from sqlalchemy import select

from dateline.store.filtering.cursors import decode_cursor, encode_cursor
from dateline.store.filtering.orders import RELEVANCE
from dateline.store.reading.collections import (
    ACTOR_EVENTS,
    ACTORS,
    ARTICLE_ACTORS,
    ARTICLE_EVENTS,
    ARTICLE_LOCATIONS,
    ARTICLE_QUOTES,
    ARTICLES,
    EVENT_REPORTS,
    EVENTS,
    LOCATION_EVENTS,
    LOCATION_MENTIONS,
    LOCATIONS,
    NOUNS,
    QUOTES,
)
from dateline.store.reading.pages import (
    PageRequest,
    Selection,
    chosen_order,
    count_rows,
    count_rows_of_parents,
    page_request,
    read_page,
    read_pages,
)
from dateline.store.writing.writer import write_article
from schema.errors import LimitError, QueryError
from schema.ids import content_id
from tests.store.stories import PORTO, bombing
from tests.store.world import VELD, story

EVERY_ORDER = [
    (collection, name, descending)
    for collection in NOUNS.values()
    for name in collection.orders or {}
    for descending in (True, False)
    if name != RELEVANCE
]


def walk(database, collection, selection, *, backward, size=7):
    """The ids of all pages, in the order of the list."""
    ids: list[str] = []
    cursor = None
    while True:
        request = PageRequest(size, backward, None if backward else cursor, cursor if backward else None)
        page = database.run(lambda c, request=request: read_page(c, collection, request, selection))
        found = [row.id for row in page.rows]
        ids = found + ids if backward else ids + found
        if not (page.has_previous if backward else page.has_next):
            return ids
        cursor = page.cursor(page.rows[0] if backward else page.rows[-1])


@pytest.mark.parametrize(("collection", "name", "descending"), EVERY_ORDER)
def test_pages_of_every_order_hold_every_row_once_in_both_directions(world, collection, name, descending):
    selection = Selection(order=name, descending=descending)
    forward = walk(world, collection, selection, backward=False)
    assert walk(world, collection, selection, backward=True, size=4) == forward
    assert len(set(forward)) == len(forward) == world.run(lambda c: count_rows(c, collection))


@pytest.mark.parametrize(("collection", "name", "descending"), EVERY_ORDER)
def test_rows_come_by_value_with_the_unknown_last(world, collection, name, descending):
    selection = Selection(order=name, descending=descending)
    rows = world.run(lambda c: read_page(c, collection, PageRequest(100), selection)).rows
    values = [row.sort_value for row in rows]
    known = [value for value in values if value is not None]
    assert values[: len(known)] == sorted(known, reverse=descending)


def test_a_row_that_comes_in_while_somebody_pages_neither_doubles_nor_hides_others(database):
    with database.writing() as connection:
        for number in range(6):
            write_article(connection, story(number))
    first = database.run(lambda c: read_page(c, EVENTS, PageRequest(3)))
    with database.writing() as connection:
        write_article(connection, story(20))
    after = first.cursor(first.rows[-1])
    second = database.run(lambda c: read_page(c, EVENTS, PageRequest(3, after=after)))
    expected = {content_id("event", f"world {number}") for number in range(6)}
    assert {row.id for row in (*first.rows, *second.rows)} == expected


def test_rows_between_two_cursors(world):
    whole = world.run(lambda c: read_page(c, EVENTS, PageRequest(10)))
    after, before = whole.cursor(whole.rows[1]), whole.cursor(whole.rows[6])
    page = world.run(lambda c: read_page(c, EVENTS, PageRequest(10, after=after, before=before)))
    assert [row.id for row in page.rows] == [row.id for row in whole.rows[2:6]]


def test_an_empty_page(world):
    page = world.run(lambda c: read_page(c, EVENTS, PageRequest(0)))
    assert (list(page.rows), page.has_next, page.has_previous) == ([], True, False)


PARENTS = [
    (ACTOR_EVENTS, ACTORS),
    (LOCATION_EVENTS, LOCATIONS),
    (LOCATION_MENTIONS, LOCATIONS),
    (ARTICLE_EVENTS, ARTICLES),
    (ARTICLE_QUOTES, ARTICLES),
    (ARTICLE_ACTORS, ARTICLES),
    (ARTICLE_LOCATIONS, ARTICLES),
    (EVENT_REPORTS, EVENTS),
]


@pytest.mark.parametrize(("relation", "parents"), PARENTS, ids=lambda value: value.name)
@pytest.mark.parametrize("backward", [False, True])
def test_pages_of_many_parents_are_those_of_each(world, relation, parents, backward):
    ids = [row.id for row in world.run(lambda c: read_page(c, parents, PageRequest(12))).rows]
    request = PageRequest(2, backward)
    together = world.run(lambda c: read_pages(c, relation, ids, request))
    for parent in ids:
        alone = world.run(lambda c, parent=parent: read_pages(c, relation, [parent], request))[parent]
        shown = [(row.sort_id, row.sort_value) for row in together[parent].rows]
        assert shown == [(row.sort_id, row.sort_value) for row in alone.rows]
        assert together[parent].has_next == alone.has_next
        assert together[parent].has_previous == alone.has_previous
    counts = world.run(lambda c: count_rows_of_parents(c, relation, ids))
    assert all(counts[parent] >= len(together[parent].rows) for parent in ids)


def test_nested_pages_go_on_where_a_cursor_says(world):
    ids = [VELD.id, PORTO.id]
    first = world.run(lambda c: read_pages(c, LOCATION_MENTIONS, ids, PageRequest(3)))[VELD.id]
    cursor = first.cursor(first.rows[-1])
    second = world.run(lambda c: read_pages(c, LOCATION_MENTIONS, ids, PageRequest(3, after=cursor)))[VELD.id]
    whole = world.run(lambda c: read_pages(c, LOCATION_MENTIONS, ids, PageRequest(6)))[VELD.id]
    assert [row.id for row in (*first.rows, *second.rows)] == [row.id for row in whole.rows]


def test_nested_pages_are_filtered_and_ordered(world):
    selection = Selection({"killed": {"gte": 5}}, order="KILLED", descending=False)
    pages = world.run(lambda c: read_pages(c, LOCATION_EVENTS, [PORTO.id, VELD.id], PageRequest(3), selection))
    assert [row.killed_best for row in pages[PORTO.id].rows] == [7, 8, 16]
    counts = world.run(lambda c: count_rows_of_parents(c, LOCATION_EVENTS, [PORTO.id, VELD.id], selection))
    assert counts == {PORTO.id: 5, VELD.id: 4}


def test_what_an_article_tells_comes_in_the_order_of_its_text(world):
    article = content_id("article", "bombing")
    pages = world.run(lambda c: read_pages(c, ARTICLE_ACTORS, [article], PageRequest()))
    assert [row.name for row in pages[article].rows] == ["Ana Ruiz", "Rebels"]


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"first": -1}, QueryError, "first is -1"),
        ({"last": -1}, QueryError, "last is -1"),
        ({"first": 101}, LimitError, "first is 101; the limit is 100"),
        ({"last": 1000}, LimitError, "last is 1,000; the limit is 100"),
        ({"first": 1, "last": 1}, QueryError, "exclude each other"),
    ],
)
def test_pages_that_make_no_sense_are_refused(arguments, error, words):
    with pytest.raises(error, match=words) as caught:
        page_request(**arguments)
    assert caught.value.hint


def test_the_usual_page():
    assert page_request() == PageRequest(20)
    assert page_request(last=3) == PageRequest(3, backward=True)


BY_DATE = chosen_order(EVENTS, "DATE", True)
EVENT = content_id("event", 1)


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        "é",
        "a" * 5000,
        "bnVsbA",
        "W10",
        "WzEsMiwzXQ",
        "W" * 3999,
        encode_cursor(chosen_order(EVENTS, "DATE", False), None, EVENT),
        encode_cursor(chosen_order(EVENTS, "KILLED", True), 3, EVENT),
        encode_cursor(chosen_order(QUOTES, "PUBLISHED_AT", True), None, EVENT),
        encode_cursor(BY_DATE, "not a day", EVENT),
        encode_cursor(BY_DATE, 5, EVENT),
        encode_cursor(BY_DATE, None, "x"),
        encode_cursor(BY_DATE, None, "'; DROP TABLE event; --"),
        "WyJldmVudC5EQVRFLkRFU0MiLFtbW1tb",
    ],
)
def test_a_cursor_that_is_none_of_this_order_is_refused(cursor):
    with pytest.raises(QueryError, match="after") as caught:
        decode_cursor(BY_DATE, cursor, "after")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("order", "value"),
    [
        (chosen_order(EVENTS, "KILLED", True), True),
        (chosen_order(EVENTS, "KILLED", True), 2**70),
        (chosen_order(EVENTS, "CONFIDENCE", True), None),
        (chosen_order(EVENTS, "CONFIDENCE", True), float("nan")),
        (chosen_order(ACTORS, "NAME", True), "a\x00b"),
        (chosen_order(ACTORS, "NAME", True), 7),
        (chosen_order(ARTICLES, "PUBLISHED_AT", True), "2024-11-05T12:00:00"),
        (chosen_order(ARTICLES, "PUBLISHED_AT", True), "0001-01-01T00:00:00+14:00"),
        (chosen_order(EVENTS, "KILLED", True), 2**31),
    ],
)
def test_a_cursor_with_a_value_that_the_order_cannot_have_is_refused(order, value):
    with pytest.raises(QueryError):
        decode_cursor(order, encode_cursor(order, value, EVENT), "before")


def test_cursors_say_nothing_about_what_they_hold(world):
    page = world.run(lambda c: read_page(c, ACTORS, PageRequest(1), Selection(order="NAME")))
    assert page.cursor(page.rows[0]).replace("-", "").replace("_", "").isalnum()


def test_a_filtered_page_costs_one_statement(world, count_statements):
    with count_statements(world) as counted:
        world.run(lambda c: read_page(c, EVENTS, PageRequest(), Selection({"type": {"eq": "PROTEST"}})))
    assert counted.count == 1


@pytest.mark.parametrize(
    ("selection", "index"),
    [
        (Selection(), "ix_event_latest"),
        (Selection(descending=False, order="DATE"), "ix_event_earliest"),
        (Selection(order="KILLED"), "ix_event_most_killed"),
        (Selection(order="KILLED", descending=False), "ix_event_least_killed"),
        (Selection(order="CONFIDENCE"), "ix_event_confidence"),
        (Selection({"type": {"eq": "AID"}}), "ix_event_type_latest"),
        (Selection({"country_code": {"eq": "RN"}}), "ix_event_country_latest"),
        (Selection({"location": {"eq": PORTO.id}}), "ix_event_location_latest"),
    ],
)
def test_a_page_starts_at_its_place_in_an_index(sqlite_template, selection, index):
    from dateline.store.keeping.database import open_database
    from dateline.store.reading.pages import PageQuery

    database = open_database(f"sqlite:///{sqlite_template}")
    cursor = encode_cursor(chosen_order(EVENTS, selection.order or "DATE", selection.descending), None, EVENT)
    if selection.order == "CONFIDENCE":
        cursor = encode_cursor(chosen_order(EVENTS, "CONFIDENCE", True), 0.5, EVENT)
    with database.reading() as connection:
        statement = PageQuery(connection.dialect.name, EVENTS, selection).statement(PageRequest(after=cursor)).limit(21)
        text = str(statement.compile(connection, compile_kwargs={"literal_binds": True}))
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    database.close()
    assert any(step.startswith(f"SEARCH event USING INDEX {index}") for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_events_that_two_articles_tell_have_two_reports(world):
    event = content_id("event", "bombing")
    pages = world.run(lambda c: read_pages(c, EVENT_REPORTS, [event], PageRequest()))
    assert len(pages[event].rows) == 2
    assert bombing().reports[0].event_id == event
    assert world.run(lambda c: c.execute(select(EVENTS.table.c.report_count).where(EVENTS.table.c.id == event))).scalar
