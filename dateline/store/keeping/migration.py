"""Brings the tables of a database to the newest shape; safe to call from several processes at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

import schema.migrations
from schema.errors import DatabaseError

_LOCK = 7_210_451
"""Any number that nobody else locks in the same PostgreSQL database."""


def revision_of(connection: Connection) -> str | None:
    """The step that a database has reached; None where it has none of our tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def migrate(connection: Connection, step: str = "head") -> None:
    """Runs what is missing up to a step, inside the transaction that the connection is in: all of it or nothing."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if revision_of(connection) == schema.migrations.HEAD:
        return
    # Alembic takes a fifth of a second to import, which a database that is up to date need not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(schema.migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, step)


def require_current(connection: Connection) -> None:
    """Raises DatabaseError where the tables are missing, older or newer than this program."""
    found = revision_of(connection)
    if found is None:
        raise DatabaseError("The database has no Dateline tables yet.", hint="Seed it: dateline seed PATH")
    if found < schema.migrations.HEAD:
        raise DatabaseError(
            f"The database has tables of an older Dateline (step {found}).",
            hint="Start the server or a seeding run once; both bring it up to date.",
        )
    if found > schema.migrations.HEAD:
        raise DatabaseError(
            f"The database was written by a newer Dateline (step {found}).", hint="Update this installation."
        )
