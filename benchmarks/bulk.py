"""Very many rows written at once, past the engine: indexes, triggers and foreign keys are away meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Table

from dateline.store import Database

Values = Mapping[str, Any]
Batch = Mapping[Table, Sequence[Values]]
"""Rows by table.  All rows of a table name the same columns in the same order; dates and instants are text."""

_CACHE_KB = 1_500_000
"""Ids are hashes, so a row goes anywhere in its index; what does not fit in memory is read back for each."""
_KEPT = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)"""
_FOREIGN_KEYS = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"""


def load(database: Database, batches: Iterable[Batch]) -> None:
    """Writes them into an empty database that nobody else uses; a failure leaves it unusable."""
    database.engine.dispose()
    opened = _sqlite(Path(str(database.engine.url.database))) if database.dialect == "sqlite" else _postgresql(database)
    with opened as write:
        for batch in batches:
            for table, rows in batch.items():
                if rows:
                    write(table.name, list(rows[0]), (list(row.values()) for row in rows))


Write = Callable[[str, Sequence[str], Iterator[list[Any]]], None]


@contextmanager
def _sqlite(path: Path) -> Iterator[Write]:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", f"cache_size = -{_CACHE_KB}"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    kept = connection.execute(_KEPT).fetchall()
    for kind, name, _ in kept:
        connection.execute(f"DROP {kind} {name}")

    def write(table: str, columns: Sequence[str], rows: Iterator[list[Any]]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - our own names

    connection.execute("BEGIN")
    yield write
    for _, _, sql in kept:
        connection.execute(sql)
    for (search,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'").fetchall():
        connection.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")  # noqa: S608 - our own name
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.close()


@contextmanager
def _postgresql(database: Database) -> Iterator[Write]:
    url = database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, options="-c timezone=UTC -c maintenance_work_mem=512MB") as connection:
        keys = connection.execute(_FOREIGN_KEYS).fetchall()
        indexes = connection.execute(_INDEXES).fetchall()
        for table, name, _ in keys:
            _run(connection, f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        for name, _ in indexes:
            _run(connection, f"DROP INDEX {name}")

        def write(table: str, columns: Sequence[str], rows: Iterator[list[Any]]) -> None:
            names = ", ".join(f'"{name}"' for name in columns)
            with connection.cursor().copy(f"COPY {table} ({names}) FROM STDIN".encode()) as copy:
                for row in rows:
                    copy.write_row(row)

        yield write
        for _, definition in indexes:
            _run(connection, definition)
        for table, name, definition in keys:
            _run(connection, f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def _run(connection: psycopg.Connection[Any], statement: str) -> None:
    connection.execute(statement.encode())
