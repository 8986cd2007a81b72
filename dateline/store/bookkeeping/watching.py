"""Learning that something was committed, by whatever process: PostgreSQL tells, SQLite is asked often and cheaply."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import psycopg
from sqlalchemy import Connection, text

from dateline.store.bookkeeping.changes import CHANNEL
from dateline.store.keeping.database import Database, translated
from schema.errors import DatabaseError

POLL_SECONDS = 0.1
"""Between two questions to SQLite; one costs about ten microseconds."""


class Watch(Protocol):
    """Waits on a connection of its own; for one thread."""

    def wait(self, seconds: float, stopped: threading.Event) -> bool:
        """True as soon as something may have been committed since the last call; False after so many seconds."""


@contextmanager
def watching(database: Database) -> Iterator[Watch]:
    """A watch over a database; DatabaseError, here and while waiting, where the connection breaks."""
    with translated(), database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # The connection must not go back to those that others are given: it listens.
        connection.detach()
        yield _Listening(connection) if database.dialect == "postgresql" else _Polling(connection)


class _Polling:
    """SQLite counts the commits of all other connections."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version = self._read()

    def wait(self, seconds: float, stopped: threading.Event) -> bool:
        """Asks until the count has changed."""
        end = time.monotonic() + seconds
        while not stopped.is_set() and time.monotonic() < end:
            if (version := self._read()) != self._version:
                self._version = version
                return True
            stopped.wait(POLL_SECONDS)
        return False

    def _read(self) -> int:
        return int(self._connection.execute(text("PRAGMA data_version")).scalar_one())


class _Listening:
    """PostgreSQL sends a message at each commit that added something."""

    def __init__(self, connection: Connection) -> None:
        connection.execute(text(f"LISTEN {CHANNEL}"))
        # A detached connection no longer knows its `driver_connection`; psycopg's is the DBAPI's own.
        self._driver: Any = connection.connection.dbapi_connection

    def wait(self, seconds: float, stopped: threading.Event) -> bool:
        """Waits for a message, in short pieces so that it can be stopped."""
        end = time.monotonic() + seconds
        while not stopped.is_set() and (left := end - time.monotonic()) > 0:
            if self._receive(min(left, 5 * POLL_SECONDS)):
                # One look at the log answers all messages that have come.
                self._receive(0)
                return True
        return False

    def _receive(self, seconds: float) -> bool:
        try:
            return bool(list(self._driver.notifies(timeout=seconds, stop_after=1)))
        except psycopg.Error as error:
            raise DatabaseError("The database no longer tells of changes.", hint="The server tries again.") from error
