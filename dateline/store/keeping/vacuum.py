"""Cleaning what deleted rows leave behind in a database's files.

SQLite keeps deleted words in free pages and in the segments of its search indexes until the file is written again.
Until then the file's user version says so; a backup is cleaned before it is handed out.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, text

from dateline.store.keeping.database import Database, translated
from schema.errors import DatabaseAwayError

REMAINS = 1
"""The user version of a SQLite file in which words of removed articles may be left."""
_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"


def note_remains(connection: Connection) -> None:
    """Notes, in the transaction that removes an article, that its words may be left in the file."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA user_version = {REMAINS}"))


def has_remains(connection: Connection) -> bool:
    """Whether words of removed articles may be left in the file; PostgreSQL cleans its tables by itself in time."""
    if connection.dialect.name != "sqlite":
        return False
    return bool(connection.execute(text("PRAGMA user_version")).scalar_one() == REMAINS)


def vacuum(database: Database) -> None:
    """Writes the files again, so that no deleted character stays in them; takes a while on a large database.

    SQLite: search indexes are merged, the file is written again, the write-ahead log is emptied.  PostgreSQL: VACUUM
    FULL, which holds up readers of a table while it is written.  DatabaseAwayError where others are reading all the
    time.
    """
    with translated(), database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        if database.dialect != "sqlite":
            connection.execute(text("VACUUM (FULL, ANALYZE)"))
            return
        clean_file(connection.connection.driver_connection)


def clean_file(connection: sqlite3.Connection | Any) -> None:
    """The same for a connection to a SQLite file that is outside of any transaction."""
    for (name,) in connection.execute(_INDEXES).fetchall():
        connection.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\')')  # noqa: S608
    connection.execute("VACUUM")
    connection.execute("PRAGMA user_version = 0")
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        connection.execute(f"PRAGMA user_version = {REMAINS}")
        raise DatabaseAwayError(
            "Others are reading the database: its files could not be cleaned yet.",
            hint="The articles are gone from all answers.  To clean the files: dateline remove --clean",
        )
