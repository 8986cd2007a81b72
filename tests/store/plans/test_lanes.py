"""Connections of the fast path: what is asked together goes together, and what fails on one is never met again."""

from __future__ import annotations

import asyncio
import sqlite3
import threading

import psycopg
import pytest
from sqlalchemy import ARRAY, Integer, Text, bindparam, select, text

from dateline.store.filtering.parameters import Slots
from dateline.store.filtering.parents import AMONG, PARENTS
from dateline.store.keeping.database import connect_database, open_database
from dateline.store.keeping.deadline import Deadline
from dateline.store.reading.plans import lanes as lanes_module
from dateline.store.reading.plans import pipelines
from dateline.store.reading.plans.asking import together
from dateline.store.reading.plans.lanes import Lanes
from dateline.store.reading.plans.pipelines import DIALECT, Pipeline
from dateline.store.reading.plans.prepared import Prepared, as_text
from schema.errors import TimeLimitError

LONG = 60.0
SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n"


@pytest.fixture(scope="module")
def postgresql(postgresql_server):
    """A database without tables of ours."""
    database = connect_database(postgresql_server)
    yield database
    database.close()


@pytest.fixture
def lanes(postgresql):
    made = Lanes(postgresql)
    yield made
    made.close()


def prepared(sql):
    return Prepared(text(sql), Slots(), DIALECT)


def ask(made, values):
    """The rows of one statement."""
    (rows,) = yield [(made, values)]
    return rows


def query(sql):
    made = prepared(sql)
    return ask(made, made.bind())


def read(lanes, work, seconds=LONG):
    return lanes.read(lambda _fetch: work, Deadline(seconds))


def wait(lanes, work, seconds=LONG):
    return asyncio.run(lanes.wait(work, Deadline(seconds)))


def both_ways(lanes, make):
    """The result of work, in a thread that waits and on an event loop."""
    found = [read(lanes, make()), wait(lanes, make())]
    assert found[0] == found[1]
    return found[0]


def number_of(lanes):
    """The server's number of the connection that is taken next."""
    return read(lanes, query("SELECT pg_backend_pid()"))[0][0]


def test_rows_come_in_the_order_of_questions_with_dates_and_json_as_text(lanes):
    several = [
        "SELECT 1, 'é', true, 0.1::float8, NULL",
        "SELECT date '2024-02-29', timestamptz '2024-02-29 12:00:00.5+02', '{\"a\": [1]}'::json",
        "SELECT generate_series(1, 3)",
    ]
    assert both_ways(lanes, lambda: together([query(sql) for sql in several])) == [
        [(1, "é", True, 0.1, None)],
        [("2024-02-29", "2024-02-29 10:00:00.5+00", '{"a": [1]}')],
        [(1,), (2,), (3,)],
    ]


def test_what_is_asked_together_is_sent_in_one_pipeline(lanes, sent_pipelines):
    def work():
        found = yield from together([query("SELECT 1"), query("SELECT 2"), query("SELECT 3")])
        return [*found, (yield from query("SELECT 4"))]

    assert both_ways(lanes, work) == [[(1,)], [(2,)], [(3,)], [(4,)]]
    assert sent_pipelines == [3, 1, 3, 1]


def test_values_are_told_as_they_are(lanes):
    words = ["plain", 'with "quotes"', "back\\slash", "{braces}, NULL", "", "🙂", "%s $1"]
    whole = Prepared(select(bindparam(PARENTS, None, type_=ARRAY(Text))), Slots(), DIALECT)
    assert both_ways(lanes, lambda: ask(whole, whole.bind((), words))) == [([*words, None, None, None],)]
    single = Prepared(select(bindparam(PARENTS, None, type_=Text())), Slots(), DIALECT, one=True)
    assert both_ways(lanes, lambda: ask(single, single.bind((), words[1:2]))) == [(words[1],)]
    named = Prepared(select(bindparam("a", 0, type_=Integer()) + 1), Slots(), DIALECT)
    assert both_ways(lanes, lambda: ask(named, named.bind(named={"a": 41}))) == [(42,)]
    with pytest.raises(ValueError, match="null character"):
        as_text("a\0b")


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        (AMONG, "SELECT oid FROM pg_class WHERE relname = ANY (CAST(:among AS text[]))"),
        (
            PARENTS,
            "SELECT page.oid FROM unnest(CAST(:parents AS text[])) AS wanted (id),"
            " LATERAL (SELECT oid FROM pg_class WHERE relname = wanted.id LIMIT 1) AS page",
        ),
    ],
)
def test_a_plan_is_kept_also_for_few_ids(lanes, name, sql):
    few = Prepared(text(sql).bindparams(bindparam(name, None)), Slots(), DIALECT)
    names = ["pg_class", "pg_proc"]
    for _ in range(8):
        assert len(read(lanes, ask(few, few.bind((), names)))) == len(names)
    plans = prepared("SELECT statement, generic_plans FROM pg_prepared_statements")
    assert dict(read(lanes, ask(plans, plans.bind())))[few.sql] == 3


def test_more_than_the_system_takes_at_once_is_sent_in_pieces(lanes):
    words = [f"{number:0>5000}" for number in range(1_000)]
    whole = Prepared(select(bindparam(PARENTS, None, type_=ARRAY(Text))), Slots(), DIALECT)
    asked = lambda: together([ask(whole, whole.bind((), words)) for _ in range(2)])  # noqa: E731
    assert both_ways(lanes, asked) == [[(words,)], [(words,)]]


def test_a_statement_is_prepared_once_and_the_oldest_makes_room(lanes, monkeypatch):
    monkeypatch.setattr(pipelines, "MOST_PREPARED", 3)
    kept = prepared("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time")
    for number in (1, 2, 1, 3, 1, 4, 1):
        both_ways(lanes, lambda number=number: query(f"SELECT {number}"))
    found = [row[0] for row in both_ways(lanes, lambda: ask(kept, kept.bind()))]
    assert found == ["SELECT 1", "SELECT 4", kept.sql]


def test_the_server_is_told_of_the_deadline_only_where_it_changed(lanes, postgresql):
    limit = "SELECT current_setting('statement_timeout')"
    assert read(lanes, query(limit), 80) == [("80s",)]
    assert wait(lanes, query(limit), 80) == [("80s",)]
    assert read(lanes, query(limit), 20) == [("20s",)]
    (lane,) = lanes._idle
    sent: list[bytes] = []
    lane._pgconn = Noting(lane._pgconn, sent)
    for _ in range(3):
        assert wait(lanes, query(limit), 20) == [("20s",)]
    assert sent == []
    assert wait(lanes, query(limit), 40) == [("40s",)]
    assert sent == [b"SET statement_timeout = 40000"]


class Noting:
    """A connection of libpq whose statements without a name are noted."""

    def __init__(self, own, sent):
        self._own, self._sent = own, sent

    def __getattr__(self, name):
        return getattr(self._own, name)

    def send_query_params(self, command, values):
        self._sent.append(command)
        self._own.send_query_params(command, values)


@pytest.mark.parametrize("way", [read, wait])
def test_a_statement_is_stopped_at_the_deadline_and_its_connection_left(lanes, way):
    before = number_of(lanes)
    with pytest.raises(psycopg.errors.QueryCanceled):
        way(lanes, together([query("SELECT 1"), query("SELECT pg_sleep(30)"), query("SELECT 2")]), 1)
    assert number_of(lanes) != before


def test_nothing_is_sent_after_the_deadline_and_the_connection_is_kept(lanes):
    before = number_of(lanes)
    with pytest.raises(TimeLimitError):
        wait(lanes, query("SELECT 1"), 1e-9)
    assert number_of(lanes) == before


def test_work_that_fails_between_questions_leaves_its_connection_whole(lanes):
    before = number_of(lanes)

    def work():
        yield from query("SELECT 1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        wait(lanes, work())
    assert number_of(lanes) == before


def test_a_connection_that_the_server_has_dropped_fails_once(lanes, postgresql):
    before = number_of(lanes)
    with postgresql.reading() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend({before})"))
    with pytest.raises(psycopg.OperationalError):
        wait(lanes, query("SELECT 1"))
    assert wait(lanes, query("SELECT 1")) == [(1,)]


def test_many_wait_for_few_connections(lanes, monkeypatch):
    opened: list[Pipeline] = []
    own = Pipeline.__init__

    def noting(lane, database):
        opened.append(lane)
        own(lane, database)

    monkeypatch.setattr(Pipeline, "__init__", noting)

    async def ask_all():
        works = (query(f"SELECT {number}, pg_sleep(0.01)") for number in range(40))
        return await asyncio.gather(*(lanes.wait(work, Deadline(LONG)) for work in works))

    assert [rows[0][0] for rows in asyncio.run(ask_all())] == list(range(40))
    assert len(opened) == lanes_module.MOST_WAITED_FOR


def test_many_rows_are_made_into_objects_in_a_thread(lanes, monkeypatch):
    monkeypatch.setattr(pipelines, "MOST_ROWS", 5)
    places = []

    def work(most):
        for number in (3, most, 2):
            rows = yield from query(f"SELECT generate_series(1, {number})")
            places.append(threading.current_thread() is threading.main_thread())
        return len(rows)

    assert wait(lanes, work(5)) == 2
    assert places == [True, True, True]
    places.clear()
    assert wait(lanes, work(6)) == 2
    assert places == [True, False, False]


async def give_up(lanes, work, begun):
    """Stops waiting once it has begun."""
    task = asyncio.create_task(lanes.wait(work, Deadline(LONG)))
    await asyncio.to_thread(begun.wait, LONG)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_who_gives_up_waiting_closes_the_connection(lanes, monkeypatch):
    asked = threading.Event()
    ask_own = Pipeline._ask

    def telling(lane, questions, deadline):
        ask_own(lane, questions, deadline)
        asked.set()

    monkeypatch.setattr(Pipeline, "_ask", telling)
    asyncio.run(give_up(lanes, query("SELECT pg_sleep(3)"), asked))
    assert lanes._idle == []


def test_who_gives_up_waiting_for_a_thread_leaves_it_the_connection(lanes, monkeypatch):
    monkeypatch.setattr(pipelines, "MOST_ROWS", 1)
    entered, go_on, found = threading.Event(), threading.Event(), []

    def work():
        yield from query("SELECT generate_series(1, 2)")
        entered.set()
        go_on.wait(LONG)
        found.extend((yield from query("SELECT 3")))

    async def wait_for_thread():
        await give_up(lanes, work(), entered)
        go_on.set()
        await asyncio.get_running_loop().shutdown_default_executor()

    asyncio.run(wait_for_thread())
    assert found == [(3,)]
    assert lanes._idle == []


def test_sqlite_answers_at_once(sqlite_template):
    database = open_database(f"sqlite:///{sqlite_template}")
    lanes = Lanes(database)
    one = Prepared(text("SELECT 1"), Slots(), lanes.dialect)
    late = Prepared(text(SLOW), Slots(), lanes.dialect)

    def make(statement):
        def work(fetch):
            yield from ()
            return fetch(statement, statement.bind())

        return work

    assert lanes.read(make(one), Deadline(LONG)) == [(1,)]
    (before,) = lanes._idle
    assert lanes.read(make(one), Deadline(LONG)) == [(1,)]
    assert lanes._idle == [before]
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        lanes.read(make(late), Deadline(0.05))
    assert lanes._idle == []
    lanes.close()
    database.close()


def test_listeners_are_told_of_each_statement(lanes, postgresql):
    told = []
    postgresql.listeners = (lambda sql, seconds: told.append((sql, seconds >= 0)),)
    try:
        both_ways(lanes, lambda: together([query("SELECT 1"), query("SELECT 2")]))
    finally:
        postgresql.listeners = ()
    assert told == [("SELECT 1", True), ("SELECT 2", True)] * 2
