"""What is added is told to those who watch, each in order, whoever writes it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import aclosing

import pytest
from sqlalchemy import event, select

from api.graphql.live import Live
from dateline.store.bookkeeping.changes import KEPT, newest_number, note_added, read_additions
from dateline.store.judging.membership import assign_reports
from dateline.store.keeping.database import open_database
from dateline.store.reading.additions import Interest
from dateline.store.reading.collections import ARTICLES, EVENTS
from dateline.store.writing.writer import remove_article, write_article
from schema.errors import DatabaseError, LimitError, QueryError, UnavailableError
from schema.ids import content_id
from schema.tables import CHANGE
from tests.store.stories import BOMBING, bombing

LONG = 60
"""Seconds; a machine that does other things too may stop for some."""


def write(database, *articles):
    with database.writing() as connection:
        for article in articles:
            write_article(connection, article)


def other(number, **own):
    """An article that tells of an event of its own."""
    return bombing(f"story {number}", event=f"event {number}", text=f"{BOMBING} It was day {number}.", **own)


class Watcher:
    """Ids that a subscription gives, gathered in the background."""

    def __init__(self, live, interest):
        self._rows = live.rows(interest)
        self._next = asyncio.ensure_future(anext(self._rows))

    async def take(self, number):
        found = []
        for _ in range(number):
            found.append((await asyncio.wait_for(self._next, LONG)).id)
            self._next = asyncio.ensure_future(anext(self._rows))
        return found

    async def end(self):
        self._next.cancel()
        await asyncio.wait([self._next])
        await self._rows.aclose()


async def watch(live, interest):
    """A watcher whose place in the log is taken."""
    before = live.count
    watcher = Watcher(live, interest)
    async with asyncio.timeout(LONG):
        while live.count == before:  # noqa: ASYNC110 - the follower runs in a thread
            await asyncio.sleep(0)
    await live._thread.ready()
    return watcher


@pytest.fixture
async def live(database):
    opened = Live(database, most=3)
    yield opened
    await opened.stop()


async def test_what_is_added_is_told_in_order_and_once(database, live):
    write(database, other(0))
    events, articles = await watch(live, Interest(EVENTS)), await watch(live, Interest(ARTICLES))
    write(database, other(1))
    write(database, other(1), other(2), bombing("later", event="event 2", text=f"{BOMBING} Again."))
    write(database, other(3))
    assert await events.take(3) == [content_id("event", f"event {n}") for n in (1, 2, 3)]
    told = [content_id("article", key) for key in ("story 1", "story 2", "later", "story 3")]
    assert await articles.take(4) == told
    await events.end()
    await articles.end()
    assert live.count == 0


async def test_the_filter_is_the_stores_and_asked_once_for_all_who_share_it(database, live, count_statements):
    deadly = Interest(EVENTS, {"killed": {"gte": 7}})
    one, two = await watch(live, deadly), await watch(live, Interest(EVENTS, {"killed": {"gte": 7}}))
    with count_statements(database) as counted:
        write(database, *(other(n, killed=n) for n in (5, 7, 6, 8)))
        expected = [content_id("event", "event 7"), content_id("event", "event 8")]
        assert await one.take(2) == await two.take(2) == expected
    filtered = [one for one in counted.statements if "killed_best >=" in one and "SELECT" in one]
    assert len(filtered) == 1
    await one.end()
    await two.end()


async def test_another_process_is_heard_as_well(database, database_url, live):
    watcher = await watch(live, Interest(EVENTS))
    second = open_database(database_url)
    await asyncio.to_thread(write, second, other(1))
    assert await watcher.take(1) == [content_id("event", "event 1")]
    second.close()
    await watcher.end()


async def test_an_event_that_turns_out_to_be_an_older_one_adds_nothing(database, live):
    write(database, other(1))
    watcher = await watch(live, Interest(EVENTS))
    with database.writing() as connection:
        write_article(connection, other(2))
        assign_reports(connection, {content_id("report", "story 1"): content_id("event", "event 2")})
    with database.writing() as connection:
        write_article(connection, other(3))
        remove_article(connection, content_id("article", "story 3"))
    write(database, other(4))
    assert await watcher.take(1) == [content_id("event", "event 4")]
    await watcher.end()


async def test_who_takes_too_slowly_loses_the_place_and_is_told(database):
    live = Live(database, most=3, most_waiting=2)
    slow, quick = live.rows(Interest(EVENTS)), await watch(live, Interest(EVENTS))
    first = asyncio.ensure_future(anext(slow))
    write(database, other(1))
    assert (await first).id == content_id("event", "event 1")
    await quick.take(1)
    for number in (2, 3, 4, 5):
        write(database, other(number))
        assert await quick.take(1) == [content_id("event", f"event {number}")]
    with pytest.raises(LimitError, match="faster than it was taken") as caught:
        await anext(slow)
    assert "subscribe again" in str(caught.value.hint)
    await quick.end()
    await live.stop()


async def test_who_falls_behind_the_log_loses_the_place(database, live, monkeypatch):
    monkeypatch.setattr("dateline.store.bookkeeping.changes.KEPT", 2)
    with database.writing() as connection:
        note_added(connection, [("article", "a")])
    watcher = await watch(live, Interest(EVENTS))
    with database.writing() as connection:
        note_added(connection, [("article", f"b{n}") for n in range(8)])
    with pytest.raises(LimitError, match="faster than it was taken"):
        await watcher.take(1)


def test_what_is_deleted_while_the_log_is_read_is_read_or_missed(database, monkeypatch):
    monkeypatch.setattr("dateline.store.bookkeeping.changes.KEPT", 2)
    with database.writing() as connection:
        note_added(connection, [("article", "a")])
    written: list[str] = []

    def overtake(connection, cursor, statement, parameters, context, executemany):
        if not written and "FROM change" in statement:
            written.append(statement)
            with database.writing() as writer:
                note_added(writer, [("article", f"b{n}") for n in range(8)])

    with database.reading() as connection:
        place = newest_number(connection)
        event.listen(database.engine, "after_cursor_execute", overtake)
        try:
            first = read_additions(connection, place, 10)
        finally:
            event.remove(database.engine, "after_cursor_execute", overtake)
        assert written
        assert (first.lines, first.whole) == ([], True)
        second = read_additions(connection, place, 10)
        assert ([line.id for line in second.lines], second.whole) == (["b6", "b7"], False)


async def test_subscriptions_have_limits_and_filters_are_checked(database, live):
    for where, kind in (({"nothing": {"eq": 1}}, QueryError), ({"AND": [{"killed": {"gte": 1}}] * 60}, LimitError)):
        with pytest.raises(kind):
            await anext(live.rows(Interest(EVENTS, where)))
    watchers = [await watch(live, Interest(EVENTS)) for _ in range(3)]
    with pytest.raises(LimitError, match="has 3 live subscriptions already"):
        await anext(live.rows(Interest(EVENTS)))
    for watcher in watchers:
        await watcher.end()
    assert live.count == 0


async def test_a_stop_ends_subscriptions_and_refuses_new_ones(database, live):
    async with aclosing(live.rows(Interest(EVENTS))) as rows:
        waiting = asyncio.ensure_future(anext(rows, "the end"))
        async with asyncio.timeout(LONG):
            while live.count == 0:  # noqa: ASYNC110 - the follower runs in a thread
                await asyncio.sleep(0)
        await live.stop()
        assert await waiting == "the end"
    with pytest.raises(UnavailableError, match="stopping"):
        await anext(live.rows(Interest(EVENTS)))


async def test_a_database_that_fails_for_a_while_loses_nothing(database, live, monkeypatch):
    watcher = await watch(live, Interest(EVENTS))
    failures = iter([DatabaseError("It is gone.")] * 2)
    whole = type(database).run

    def run(self, function):
        for failure in failures:
            raise failure
        return whole(self, function)

    monkeypatch.setattr("api.graphql.live.RETRY_SECONDS", 0.01)
    monkeypatch.setattr(type(database), "run", run)
    write(database, other(1))
    assert await watcher.take(1) == [content_id("event", "event 1")]
    assert next(failures, None) is None
    await watcher.end()


async def test_a_database_that_cannot_be_read_at_the_start_refuses_the_subscription(database, live, monkeypatch):
    def fail(self, function):
        raise DatabaseError("It is gone.")

    monkeypatch.setattr(type(database), "run", fail)
    with pytest.raises(DatabaseError, match="It is gone"):
        await anext(live.rows(Interest(EVENTS)))
    assert live.count == 0


def test_numbers_of_concurrent_writers_become_visible_in_order(database):
    if database.dialect == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    entered = threading.Event()

    def second():
        # Not by `database.writing`, which takes turns from the start: the log must not depend on it.
        with database.engine.begin() as connection:
            entered.set()
            note_added(connection, [("article", "second")])

    with database.engine.begin() as connection:
        note_added(connection, [("article", "first")])
        thread = threading.Thread(target=second)
        thread.start()
        entered.wait(10)
        thread.join(0.3)
        assert thread.is_alive()
        with database.reading() as reader:
            assert read_additions(reader, 0, 10).lines == []
    thread.join(10)
    with database.reading() as reader:
        seen = read_additions(reader, 0, 10).lines
    assert [addition.id for addition in seen] == ["first", "second"]


def test_the_log_is_read_in_order_from_any_place(database):
    with database.writing() as connection:
        note_added(connection, [("article", "first"), ("event", "second")])
    with database.reading() as reader:
        assert [addition.id for addition in read_additions(reader, 0, 10).lines] == ["first", "second"]
        assert [addition.id for addition in read_additions(reader, newest_number(reader) - 1, 10).lines] == ["second"]


def test_the_log_stays_small(database):
    with database.writing() as connection:
        for start in range(0, KEPT + 3_000, 1_000):
            note_added(connection, [("article", str(start + n)) for n in range(1_000)])
        kept = connection.execute(select(CHANGE.c.item_id).order_by(CHANGE.c.number)).scalars().all()
    assert (len(kept), kept[0], kept[-1]) == (KEPT, "3000", str(KEPT + 2_999))


def test_what_was_rolled_back_is_not_told(database):
    def write_and_fail():
        with database.writing() as connection:
            write_article(connection, other(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    with database.reading() as connection:
        assert read_additions(connection, 0, 10).lines == []
