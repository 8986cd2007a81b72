"""Connections to PostgreSQL that are sent several statements at once and wait on an event loop.

Below psycopg's cursors, on its wrapper of libpq: the server prepares each statement once for a connection, all that are
asked together go in one pipeline, and rows come as text, of which dates, instants and JSON are left as they are.
"""

from __future__ import annotations

import asyncio
import select
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextvars import copy_context
from typing import Any, TypeVar, cast

from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult
from psycopg.types.string import TextLoader
from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from dateline.store.keeping.database import Database
from dateline.store.keeping.deadline import Deadline
from dateline.store.reading.plans.asking import Asking, Question, Rows

T = TypeVar("T")

DIALECT: Dialect = cast(Any, PGDialect_psycopg)(paramstyle="numeric_dollar")
"""What statements are prepared for: libpq's own placeholders."""
MOST_PREPARED = 100
"""Statements that the server keeps for one connection."""
MOST_ROWS = 1_000
"""That are made into objects on an event loop at once, in a few milliseconds; more keep a thread busy instead."""
LOOK_UP = b"SET random_page_cost = 1.1"
"""So that what rows lead to is looked up by id; by the usual figure, for turning disks, small tables are read whole."""
LEFT_AS_TEXT = ("date", "timestamptz", "json", "jsonb")


class _Statement:
    """One that the server has prepared."""

    def __init__(self, name: bytes, driver: Any) -> None:
        self.name = name
        self._transformer = Transformer(driver)
        self._is_known = False

    def rows(self, result: PGresult) -> Rows:
        """Python's values of a result."""
        transformer = self._transformer
        transformer.set_pgresult(result, set_loaders=not self._is_known)
        self._is_known = True
        rows: Rows = transformer.load_rows(0, result.ntuples, tuple)
        transformer.set_pgresult(None, set_loaders=False)
        return rows


class Pipeline:
    """One connection, for one reader at a time."""

    is_small = False

    def __init__(self, database: Database) -> None:
        self.database = database
        connection = database.engine.raw_connection()
        connection.detach()
        driver: Any = connection.dbapi_connection
        for name in LEFT_AS_TEXT:
            driver.adapters.register_loader(name, TextLoader)
        self._driver = driver
        self._pgconn = driver.pgconn
        self._pgconn.exec_(LOOK_UP)
        self._pgconn.nonblocking = 1
        self._pgconn.enter_pipeline_mode()
        self._statements: OrderedDict[str, _Statement] = OrderedDict()
        self._number = 0
        self._milliseconds = -1
        self._started = 0.0
        self._results: list[tuple[PGresult, float]] = []
        """What has come since the last question, with seconds that it took."""
        self._is_waiting = False
        self._thread: asyncio.Future[Any] | None = None

    @property
    def is_sound(self) -> bool:
        """Whether all that was asked is answered, so that somebody else may ask."""
        return not self._is_waiting and (self._thread is None or self._thread.done())

    def answer(self, make: Callable[[None], Asking[T]], deadline: Deadline) -> T:
        """What the work returns; waits where it is called.  psycopg.Error where the server does not answer."""
        return self._go_on(make(None), None, deadline)

    async def wait(self, work: Asking[T], deadline: Deadline) -> T:
        """The same on an event loop, which many rows leave for a thread."""
        try:
            questions = next(work)
            while True:
                await self._wait_on_loop(questions, deadline)
                if sum(result.ntuples for result, _ in self._results) > MOST_ROWS:
                    return await self._go_on_in_thread(work, questions, deadline)
                questions = work.send(self._rows(questions))
        except StopIteration as done:
            found: T = done.value
            return found

    async def _go_on_in_thread(self, work: Asking[T], answered: Sequence[Question], deadline: Deadline) -> T:
        loop = asyncio.get_running_loop()
        self._thread = loop.run_in_executor(None, copy_context().run, self._go_on, work, answered, deadline)
        # Who gives up waiting leaves the thread at it, which must not find the connection closed.
        found: T = await asyncio.shield(self._thread)
        return found

    def _go_on(self, work: Asking[T], answered: Sequence[Question] | None, deadline: Deadline) -> T:
        """Drives the work to its end; it has asked already what is `answered` by results that have come."""
        try:
            questions = next(work) if answered is None else work.send(self._rows(answered))
            while True:
                self._wait_here(questions, deadline)
                questions = work.send(self._rows(questions))
        except StopIteration as done:
            found: T = done.value
            return found

    def _wait_here(self, questions: Sequence[Question], deadline: Deadline) -> None:
        poller = select.poll()
        self._ask(questions, deadline)
        is_all = not questions
        while not is_all:
            unsent = self._pgconn.flush()
            poller.register(self._pgconn.socket, select.POLLIN | (select.POLLOUT if unsent else 0))
            poller.poll()
            is_all = self._receive()

    async def _wait_on_loop(self, questions: Sequence[Question], deadline: Deadline) -> None:
        self._ask(questions, deadline)
        if not questions:
            return
        loop, socket = asyncio.get_running_loop(), self._pgconn.socket
        all_there = loop.create_future()

        def receive() -> None:
            try:
                if self._receive() and not all_there.done():
                    all_there.set_result(None)
            except Exception as error:
                if not all_there.done():
                    all_there.set_exception(error)

        def send() -> None:
            # Errors of the connection are met by reading.
            if not self._pgconn.flush():
                loop.remove_writer(socket)

        loop.add_reader(socket, receive)
        try:
            if self._pgconn.flush():
                loop.add_writer(socket, send)
            await all_there
        finally:
            loop.remove_reader(socket)
            loop.remove_writer(socket)

    def _ask(self, questions: Sequence[Question], deadline: Deadline) -> None:
        """Sends statements, as far as the system takes them now."""
        self._results, self._started = [], time.perf_counter()
        milliseconds = deadline.milliseconds()
        if not questions:
            return
        self._is_waiting = True
        if milliseconds != self._milliseconds:
            self._pgconn.send_query_params(b"SET statement_timeout = %d" % milliseconds, None)
            self._milliseconds = milliseconds
        for prepared, values in questions:
            self._pgconn.send_query_prepared(self._statement(prepared.sql).name, values)
        self._pgconn.pipeline_sync()

    def _statement(self, sql: str) -> _Statement:
        statement = self._statements.get(sql)
        if statement is not None:
            self._statements.move_to_end(sql)
            return statement
        if len(self._statements) == MOST_PREPARED:
            _, oldest = self._statements.popitem(last=False)
            self._pgconn.send_query_params(b"DEALLOCATE " + oldest.name, None)
        self._number += 1
        statement = self._statements[sql] = _Statement(b"dateline_%d" % self._number, self._driver)
        self._pgconn.send_prepare(statement.name, sql.encode())
        return statement

    def _receive(self) -> bool:
        """Takes what has come; whether that is all.  psycopg.Error where the server refuses or is gone."""
        pgconn = self._pgconn
        pgconn.consume_input()
        # Results of one statement end with None; where None follows None, nothing more has come.
        nones = 0
        while nones < 2 and not pgconn.is_busy():
            result = pgconn.get_result()
            if result is None:
                nones += 1
                continue
            nones = 0
            if result.status == ExecStatus.TUPLES_OK:
                self._results.append((result, time.perf_counter() - self._started))
            elif result.status == ExecStatus.PIPELINE_SYNC:
                self._is_waiting = False
                return True
            elif result.status == ExecStatus.FATAL_ERROR:
                raise error_from_result(result)
        return False

    def _rows(self, questions: Sequence[Question]) -> list[Rows]:
        """Of each statement that was asked."""
        found = []
        for (prepared, _), (result, seconds) in zip(questions, self._results, strict=True):
            found.append(self._statement(prepared.sql).rows(result))
            for listener in self.database.listeners:
                listener(prepared.sql, seconds)
        return found

    def close(self) -> None:
        """Gives the connection back to the server, once no thread works with it."""
        if self._thread is not None and not self._thread.done():
            self._thread.add_done_callback(lambda _: self._driver.close())
        else:
            self._driver.close()
