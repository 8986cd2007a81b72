"""How long the reads of one operation may take, and how the database is made to stop.

The limit is kept in a context variable, so that it holds for every read that an operation starts, in whatever thread.
SQLite asks now and then while a statement runs; PostgreSQL is told before, in coarse steps, so that a pooled connection
seldom has to be told again.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection

from schema.errors import TimeLimitError

STEPS = 4
"""PostgreSQL's limit is what is left, rounded up to so many parts of the whole."""
OPERATIONS_BETWEEN = 20_000
"""Of SQLite's machine, between two looks at the clock: well under a millisecond."""
HINT = "Ask for smaller pages, fewer nested lists, or a narrower filter."


class Deadline:
    """A moment by which an operation must be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.was_missed = False
        """Whether something was broken off."""
        self.restart()

    def restart(self) -> None:
        """Counts the whole time again from now."""
        self._end = time.monotonic() + self.seconds

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._end

    def milliseconds(self) -> int:
        """What is left, rounded up to a step; TimeLimitError where nothing is."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.error()
        step = self.seconds / STEPS
        return max(1, round(1000 * step * math.ceil(left / step)))

    def error(self) -> TimeLimitError:
        """What is told when the time is up."""
        self.was_missed = True
        return TimeLimitError(f"This operation took longer than {self.seconds:g} seconds.", hint=HINT)


_DEADLINE: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def within(deadline: Deadline | None) -> Iterator[None]:
    """Every read that is started inside stops at the deadline, with TimeLimitError."""
    token = _DEADLINE.set(deadline)
    try:
        yield
    finally:
        _DEADLINE.reset(token)


def current_deadline() -> Deadline | None:
    """The deadline of the operation under way."""
    return _DEADLINE.get()


@contextmanager
def limited(connection: Connection, *, transaction: bool = False) -> Iterator[None]:
    """Lets the current deadline hold for the statements of a connection; `transaction` where it is in one."""
    deadline = _DEADLINE.get()
    if connection.dialect.name == "postgresql":
        _limit_postgresql(connection, deadline.milliseconds() if deadline else 0, transaction)
        yield
    elif deadline is None:
        yield
    else:
        with _limited_sqlite(connection, deadline):
            yield


@contextmanager
def _limited_sqlite(connection: Connection, deadline: Deadline) -> Iterator[None]:
    deadline.milliseconds()
    driver: Any = connection.connection.dbapi_connection
    driver.set_progress_handler(lambda: deadline.is_over, OPERATIONS_BETWEEN)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def _limit_postgresql(connection: Connection, milliseconds: int, transaction: bool) -> None:
    if connection.info.get("statement_timeout", 0) == milliseconds:
        return
    driver: Any = connection.connection.dbapi_connection
    if transaction:
        # Undone with the transaction, so that the connection keeps what is noted of it.
        driver.execute(f"SET LOCAL statement_timeout = {milliseconds}")
        return
    driver.execute(f"SET statement_timeout = {milliseconds}")
    connection.info["statement_timeout"] = milliseconds


def limit_statements(connection: Connection, deadline: Deadline | None) -> None:
    """Lets a deadline hold for all statements of a connection to PostgreSQL from now on."""
    _limit_postgresql(connection, deadline.milliseconds() if deadline else 0, transaction=False)


def is_interruption(error: BaseException | None) -> bool:
    """Whether a driver's error says that a statement was stopped for its time."""
    return getattr(error, "sqlstate", None) == "57014" or str(error) == "interrupted"
