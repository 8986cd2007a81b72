"""Connections that run prepared statements without anything between them and the driver.

They are kept apart from the pool that everything else uses, and closed at the first error: whoever reads on one asks
again in the ordinary way where it fails, so a connection that the server has dropped is never seen.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import SQLAlchemyError

from dateline.store.database import Database, translated
from dateline.store.deadline import Deadline, limited, within
from dateline.store.plans.prepared import Prepared

MOST_IDLE = 10
"""Connections that wait for the next reader."""


class Lane:
    """One connection, for one reader at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        connection = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()
        self.connection: Connection = connection
        """For statements that are not prepared."""
        self._driver: Any = connection.connection.dbapi_connection

    @property
    def dialect(self) -> Dialect:
        """What statements are prepared for."""
        return self.connection.dialect

    def fetch(self, prepared: Prepared, values: Any) -> Sequence[tuple[Any, ...]]:
        """All rows, as the driver gives them."""
        started = time.perf_counter()
        rows: Sequence[tuple[Any, ...]] = self._driver.execute(prepared.sql, values).fetchall()
        for listener in self._database.listeners:
            listener(prepared.sql, time.perf_counter() - started)
        return rows

    def close(self) -> None:
        """Gives the connection back to the server."""
        self.connection.close()


class Lanes:
    """Those of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._idle: list[Lane] = []

    @contextmanager
    def reading(self, deadline: Deadline | None) -> Iterator[Lane]:
        """A connection whose statements stop at the deadline; DatabaseError or TimeLimitError where one fails."""
        with translated(), within(deadline):
            lane = self._idle.pop() if self._idle else Lane(self._database)
            try:
                with limited(lane.connection):
                    yield lane
            except Exception as error:
                self._put_back(lane, broken=isinstance(error, sqlite3.Error | psycopg.Error | SQLAlchemyError))
                raise
            except BaseException:
                lane.close()
                raise
        self._put_back(lane, broken=False)

    def _put_back(self, lane: Lane, *, broken: bool) -> None:
        if not broken and len(self._idle) < MOST_IDLE:
            self._idle.append(lane)
        else:
            lane.close()

    def close(self) -> None:
        """Closes those that wait."""
        while self._idle:
            self._idle.pop().close()
