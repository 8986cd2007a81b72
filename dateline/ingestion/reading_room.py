"""One reading process kept warm beside a server: an article in, its analysis out, nothing stored.

The process starts with the first article and again where it died.  One thread talks to it, so that whoever waits for
an answer is an ordinary future; more articles than there are seats are turned away at once.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from dateline.ingestion.options import ReadingOptions
from schema.errors import DatelineError, TimeLimitError, UnavailableError
from schema.mentions import Analysis, RawArticle

SEATS = 8
"""Articles that are read or wait to be."""
SECONDS = 30.0
"""Longest time that one article may take."""
START_SECONDS = 120.0
"""Longest time that a process may take to load model and gazetteer."""
RETRY_SECONDS = 5
"""When whoever was turned away should come back."""


class BusyError(UnavailableError):
    """All seats are taken."""


class _DiedError(Exception):
    """The process ended while it was asked."""


class ReadingRoom:
    """Reads single articles; thread-safe.  Close it in the end."""

    def __init__(self, options: ReadingOptions, seconds: float = SECONDS, seats: int = SEATS) -> None:
        self._options = options
        self._seconds = seconds
        self._seats = seats
        self._taken = 0
        self._closed = False
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "reading-room")
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def taken(self) -> int:
        """How many articles are read now or wait to be."""
        return self._taken

    async def analyze(self, raw: RawArticle) -> Analysis:
        """What an article says, without blocking the event loop.

        Raises BusyError where too many wait, TimeLimitError where it takes too long, SourceError and its like where it
        cannot be read, UnavailableError where the process died twice or does not start.
        """
        return await asyncio.wrap_future(self.submit(raw))

    def submit(self, raw: RawArticle) -> Future[Analysis]:
        """The same for threads; BusyError comes at once, all other errors with the future."""
        with self._lock:
            if self._closed:
                raise _closing()
            if self._taken >= self._seats:
                raise BusyError("Too many texts wait to be read.", hint=f"Send it again in {RETRY_SECONDS} seconds.")
            self._taken += 1
            future = self._thread.submit(self._read, raw)
        future.add_done_callback(self._leave)
        return future

    def close(self) -> None:
        """Stops the process, also in the midst of an article; whoever still waits gets UnavailableError."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        self._thread.shutdown(wait=True)
        self._stop()

    def _leave(self, _future: Future[Analysis]) -> None:
        with self._lock:
            self._taken -= 1

    def _read(self, raw: RawArticle) -> Analysis:
        for _ in range(2):
            try:
                result = self._ask(raw)
            except _DiedError:
                self._stop()
                continue
            if isinstance(result, DatelineError):
                raise result
            return result
        raise UnavailableError("The process that read this text died twice.", hint="Send a shorter text.")

    def _ask(self, raw: RawArticle) -> Analysis | DatelineError:
        connection = self._running()
        try:
            connection.send(raw)
        except OSError as error:
            raise _DiedError from error
        found: Analysis | DatelineError = self._receive(connection, self._seconds)
        return found

    def _running(self) -> Connection:
        """The way to a process that is ready."""
        with self._lock:
            if self._closed:
                raise _closing()
            if self._connection is not None and self._process is not None and self._process.is_alive():
                return self._connection
            connection = self._start()
        failure = self._receive(connection, START_SECONDS)
        if failure is not None:
            self._stop()
            raise failure
        return connection

    def _start(self) -> Connection:
        # Forking a process that has threads is unsafe; a fresh server process forks the reader instead.
        context: Any = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
        own, theirs = context.Pipe()
        process: BaseProcess = context.Process(target=serve, args=(theirs, self._options), daemon=True)
        process.start()
        # Else the end of the process would not be seen as the end of what it sends.
        theirs.close()
        self._process, self._connection = process, own
        connection: Connection = own
        return connection

    def _receive(self, connection: Connection, seconds: float) -> Any:
        try:
            if connection.poll(seconds):
                return connection.recv()
        except (EOFError, OSError) as error:
            raise _DiedError from error
        self._stop()
        raise TimeLimitError(f"The text took longer than {seconds:g} seconds to read.", hint="Send a shorter text.")

    def _stop(self) -> None:
        with self._lock:
            process, connection = self._process, self._connection
            self._process = self._connection = None
        if process is not None:
            process.kill()
            process.join()
        if connection is not None:
            connection.close()


def _closing() -> UnavailableError:
    return UnavailableError("Dateline is shutting down.", hint="Send it again when it is back.")


def serve(connection: Connection, options: ReadingOptions) -> None:
    """What the process does: None or an error when it has loaded, then a result for each article, until nobody asks."""
    # Here only: the server itself must start without loading the model's libraries.
    from dateline.ingestion import worker

    try:
        worker.start(options)
    except DatelineError as error:
        connection.send(error)
        return
    connection.send(None)
    while True:
        try:
            raw = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        connection.send(worker.read_batch([raw], options)[0])
