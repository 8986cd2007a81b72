"""Cleaning what deleted rows leave behind in a database's files."""

from __future__ import annotations

from sqlalchemy import text

from dateline.store.database import Database


def vacuum(database: Database) -> None:
    """Writes the files anew, so that no deleted character stays in them; takes a while on a large database.

    SQLite: search indexes are merged, the file is written anew, the write-ahead log is emptied.  PostgreSQL: VACUUM
    FULL, which holds up readers of a table while it is written.
    """
    engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if database.dialect != "sqlite":
            connection.execute(text("VACUUM (FULL, ANALYZE)"))
            return
        indexes = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
        for name in connection.execute(text(indexes)).scalars().all():
            connection.execute(text(f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\')'))  # noqa: S608
        connection.execute(text("VACUUM"))
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
