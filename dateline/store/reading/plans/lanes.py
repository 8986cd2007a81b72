"""Connections that run prepared statements without anything between them and the driver.

They are kept apart from the pool that everything else uses, and closed at the first error: whoever reads on one asks
again in the ordinary way where it fails, so a connection that the server has dropped is never seen.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from sqlalchemy import Dialect

from dateline.store.keeping.database import Database
from dateline.store.keeping.deadline import OPERATIONS_BETWEEN, Deadline
from dateline.store.reading.plans.asking import Asking, Fetch, Rows
from dateline.store.reading.plans.pipelines import DIALECT, Pipeline
from dateline.store.reading.plans.prepared import Prepared, Values

T = TypeVar("T")

Make = Callable[[Fetch | None], Asking[T]]
"""Makes work, which is given a way to rows where it need not stop for them."""
MOST_IDLE = 10
"""Connections that wait for the next reader."""
SMALL_CACHE_KB = 4_000
"""What SQLite keeps of the file for each connection but the first: those read now and then, in threads."""
MOST_WAITED_FOR = 10
"""Connections to PostgreSQL that an event loop waits for at once; who comes later waits for one of them."""


class Lane(Protocol):
    """One connection, for one reader at a time."""

    database: Database
    is_sound: bool
    """False once it must not be used again."""
    is_small: bool
    """Whether others are better to read on, where one is free."""

    def answer(self, make: Make[T], deadline: Deadline) -> T:
        """What the work returns; its statements stop at the deadline.  Errors come as the driver gives them."""

    def close(self) -> None:
        """Gives the connection back to the server."""


class SQLiteLane:
    """One to a file, which answers where it is asked."""

    def __init__(self, database: Database, *, is_small: bool = False) -> None:
        self.database = database
        self.is_sound = True
        self.is_small = is_small
        connection = database.engine.raw_connection()
        connection.detach()
        driver: Any = connection.dbapi_connection
        if is_small:
            driver.execute(f"PRAGMA cache_size = -{SMALL_CACHE_KB}").close()
        self._driver = driver
        self._deadline: Deadline | None = None
        driver.set_progress_handler(self._is_late, OPERATIONS_BETWEEN)

    def answer(self, make: Make[T], deadline: Deadline) -> T:
        """What the work returns, which never stops."""
        self._deadline = deadline
        try:
            next(make(self._fetch))
        except StopIteration as done:
            found: T = done.value
            return found
        except sqlite3.Error:
            self.is_sound = False
            raise
        raise AssertionError("work has stopped for rows that it could have fetched")

    def _fetch(self, prepared: Prepared, values: Values) -> Rows:
        started = time.perf_counter()
        rows: Rows = self._driver.execute(prepared.sql, values).fetchall()
        for listener in self.database.listeners:
            listener(prepared.sql, time.perf_counter() - started)
        return rows

    def _is_late(self) -> bool:
        return self._deadline is not None and self._deadline.is_over

    def close(self) -> None:
        """Closes the file."""
        self._driver.close()


class Lanes:
    """Those of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._idle: list[Any] = []
        self._is_closed = False
        self._has_large = False
        self._turns = asyncio.Semaphore(MOST_WAITED_FOR)

    @property
    def dialect(self) -> Dialect:
        """What statements are prepared for."""
        return self._database.engine.dialect if self._database.dialect == "sqlite" else DIALECT

    def read(self, make: Make[T], deadline: Deadline) -> T:
        """The work's result on a connection whose statements stop at the deadline; waits for them where it is called.

        Errors come as the drivers give them.
        """
        source = self._database.source()
        lane: Any = self._take(source) or self._open(source)
        try:
            found: T = lane.answer(make, deadline)
            return found
        finally:
            self._give_back(lane)

    def _open(self, source: Database) -> Any:
        if self._database.dialect != "sqlite":
            return Pipeline(source)
        is_small, self._has_large = self._has_large, True
        return SQLiteLane(source, is_small=is_small)

    async def wait(self, work: Asking[T], deadline: Deadline) -> T:
        """The same of PostgreSQL, while the event loop goes on."""
        async with self._turns:
            source = self._database.source()
            lane: Any = self._take(source) or await asyncio.to_thread(Pipeline, source)
            try:
                found: T = await lane.wait(work, deadline)
                return found
            finally:
                self._give_back(lane)

    def _take(self, source: Database) -> Any:
        """An idle one to the database that answers now; those to another are given up."""
        while self._idle:
            lane = self._idle.pop()
            if lane.database is source:
                return lane
            self._has_large = self._has_large and lane.is_small
            lane.close()
        return None

    def _give_back(self, lane: Any) -> None:
        if lane.is_sound and not self._is_closed and len(self._idle) < MOST_IDLE:
            # The last one is the next that is taken.
            self._idle.insert(0 if lane.is_small else len(self._idle), lane)
        else:
            self._has_large = self._has_large and lane.is_small
            lane.close()

    def close(self) -> None:
        """Closes those that wait; who reads now closes its own."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().close()
