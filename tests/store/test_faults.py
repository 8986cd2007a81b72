"""A database that fails after the N-th statement, for every N: a seeding, a correction is whole or not there at all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from sqlalchemy import Connection, event, select
from sqlalchemy.exc import OperationalError

from dateline.ingestion.intake.judging import Author, EventChanges, correct_event
from dateline.ingestion.intake.judging import Count as PeopleCount
from dateline.ingestion.intake.storing import store_article
from dateline.store.keeping.database import Database
from schema.errors import DatabaseError
from schema.tables import EVENT, METADATA
from tests.ingestion.test_storing import FIRST, SECOND

MOST = 500
VOLATILE = {"added_at", "made_at", "number"}
"""Moments, and keys that PostgreSQL counts on after an attempt that failed."""


def contents(database: Database) -> dict[str, list[tuple[str, ...]]]:
    """All rows of all tables, sorted."""
    with database.reading() as connection:
        return {
            name: sorted(
                tuple(repr(value) for key, value in row._mapping.items() if key not in VOLATILE)
                for row in connection.execute(select(table))
            )
            for name, table in METADATA.tables.items()
        }


def fail_at_each_statement(database: Database, write: Callable[[Connection], object]) -> int:
    """Runs `write` with the N-th statement failing, for N = 1, 2, ..., until it succeeds; how often it failed.

    After each failure nothing must be otherwise than before.
    """
    before = contents(database)
    for allowed in count():
        assert allowed < MOST
        left = allowed

        def fail(connection, cursor, statement, parameters, context, executemany):
            nonlocal left
            if statement.startswith(("BEGIN", "SELECT pg_advisory")):
                return
            left -= 1
            if left < 0:
                raise OperationalError(statement, parameters, Exception("disk I/O error"))

        event.listen(database.engine, "before_cursor_execute", fail)
        try:
            with database.writing() as connection:
                write(connection)
        except DatabaseError:
            event.remove(database.engine, "before_cursor_execute", fail)
            assert contents(database) == before, f"after {allowed} statements"
            continue
        event.remove(database.engine, "before_cursor_execute", fail)
        assert contents(database) != before
        return allowed
    raise AssertionError


def test_an_article_is_stored_whole_or_not_at_all(database):
    with database.writing() as connection:
        store_article(connection, FIRST)
    assert fail_at_each_statement(database, lambda connection: store_article(connection, SECOND)) > 10


def test_a_correction_is_whole_or_not_at_all(database):
    with database.writing() as connection:
        store_article(connection, FIRST)
        event_id = connection.execute(select(EVENT.c.id)).scalars().first()
    assert event_id
    changes = EventChanges(killed=PeopleCount(99))
    author = Author("ana", "I was there.")
    assert fail_at_each_statement(database, lambda c: correct_event(c, event_id, changes, author)) > 3


@pytest.mark.parametrize("failing", ["COMMIT"])
def test_a_commit_that_fails_leaves_nothing(database, failing):
    before = contents(database)

    def fail(connection):
        raise OperationalError(failing, {}, Exception("disk full"))

    event.listen(database.engine, "commit", fail)
    with pytest.raises(DatabaseError), database.writing() as connection:
        store_article(connection, FIRST)
    event.remove(database.engine, "commit", fail)
    assert contents(database) == before
