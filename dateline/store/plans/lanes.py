"""Connections that run prepared statements without anything between them and the driver.

They are kept apart from the pool that everything else uses, and closed at the first error: whoever reads on one asks
again in the ordinary way where it fails, so a connection that the server has dropped is never seen.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import SQLAlchemyError

from dateline.store.database import Database
from dateline.store.deadline import OPERATIONS_BETWEEN, Deadline, limit_statements
from dateline.store.plans.prepared import Prepared

T = TypeVar("T")

MOST_IDLE = 10
"""Connections that wait for the next reader."""


class Lane:
    """One connection, for one reader at a time."""

    def __init__(self, database: Database) -> None:
        self.database = database
        connection = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()
        self._deadline: Deadline | None = None
        self.connection: Connection = connection
        """For statements that are not prepared."""
        driver: Any = connection.connection.dbapi_connection
        self._driver = driver
        if database.dialect == "sqlite":
            driver.set_progress_handler(self._is_late, OPERATIONS_BETWEEN)

    @property
    def dialect(self) -> Dialect:
        """What statements are prepared for."""
        return self.connection.dialect

    def fetch(self, prepared: Prepared, values: Any) -> Sequence[tuple[Any, ...]]:
        """All rows, as the driver gives them."""
        started = time.perf_counter()
        rows: Sequence[tuple[Any, ...]] = self._driver.execute(prepared.sql, values).fetchall()
        for listener in self.database.listeners:
            listener(prepared.sql, time.perf_counter() - started)
        return rows

    def limit(self, deadline: Deadline | None) -> None:
        """Lets statements stop at a deadline from now on; TimeLimitError where it is over."""
        self._deadline = deadline
        if self.database.dialect == "postgresql":
            limit_statements(self.connection, deadline)

    def _is_late(self) -> bool:
        return self._deadline is not None and self._deadline.is_over

    def close(self) -> None:
        """Gives the connection back to the server."""
        self.connection.close()


class Lanes:
    """Those of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._idle: list[Lane] = []
        self._is_closed = False

    def read(self, function: Callable[[Lane], T], deadline: Deadline) -> T:
        """The function's result on a connection whose statements stop at the deadline.

        Errors come as the drivers give them.
        """
        lane = self._take(self._database.source())
        broken = True
        try:
            lane.limit(deadline)
            found = function(lane)
            broken = False
        except Exception as error:
            broken = isinstance(error, sqlite3.Error | psycopg.Error | SQLAlchemyError)
            raise
        finally:
            if not broken and not self._is_closed and len(self._idle) < MOST_IDLE:
                self._idle.append(lane)
            else:
                lane.close()
        return found

    def _take(self, source: Database) -> Lane:
        """One to the database that answers now; those to another are given up."""
        while self._idle:
            lane = self._idle.pop()
            if lane.database is source:
                return lane
            lane.close()
        return Lane(source)

    def close(self) -> None:
        """Closes those that wait; who reads now closes its own."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().close()
