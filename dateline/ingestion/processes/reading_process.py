"""One reading process kept warm beside a server: an article in, its analysis out.

It starts with the first article and again where it died.  One thread at a time talks to it; it ends with its parent.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from dateline.ingestion.processes.forking import reading_context
from dateline.ingestion.processes.options import ReadingOptions
from schema.errors import DatelineError, TimeLimitError, UnavailableError
from schema.mentions import Analysis, RawArticle

START_SECONDS = 120.0
"""Longest time that a process may take to load model and gazetteer."""
NICENESS = 5
"""How far whoever reads steps back behind whoever answers, where both want the processor."""


class _DiedError(Exception):
    """The process ended while it was asked."""


class ReadingProcess:
    """Reads one article after the other; close it in the end, from whatever thread."""

    def __init__(self, options: ReadingOptions, seconds: float) -> None:
        self._options = options
        self._seconds = seconds
        self._closed = False
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Of the process; None where none runs."""
        return self._process.pid if self._process is not None else None

    def read(self, raw: RawArticle) -> Analysis:
        """What an article says.

        Raises TimeLimitError where it takes too long, SourceError and its like where it cannot be read,
        UnavailableError where the process died twice or does not start.
        """
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

    def prepare(self) -> None:
        """Starts the process where none runs; UnavailableError or ModelError where it does not start."""
        with suppress(_DiedError):
            self._running()

    def close(self) -> None:
        """Stops the process, also in the midst of an article, which gets UnavailableError then."""
        with self._lock:
            self._closed = True
        self._stop()

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
                raise closing()
            if self._connection is not None and self._process is not None and self._process.is_alive():
                return self._connection
            connection = self._start()
        failure = self._receive(connection, START_SECONDS)
        if failure is not None:
            self._stop()
            raise failure
        return connection

    def _start(self) -> Connection:
        context = reading_context()
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


def closing() -> UnavailableError:
    """What whoever comes too late is told."""
    return UnavailableError("Dateline is shutting down.", hint="Send it again when it is back.")


def serve(connection: Connection, options: ReadingOptions) -> None:
    """What the process does: None or an error when it has loaded, then a result for each article, until nobody asks."""
    # Here only: the server itself must start without loading the model's libraries.
    from dateline.ingestion.processes import worker

    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        worker.start(options)
    except DatelineError as error:
        connection.send(error)
        return
    worker.end_with_parent()
    connection.send(None)
    while True:
        try:
            raw = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        connection.send(worker.read_batch([raw], options)[0])
