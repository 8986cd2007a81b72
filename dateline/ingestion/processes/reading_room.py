"""Where a server reads texts that are sent to it, and stores nothing: two processes, one of them for short texts only.

A client has a share of the seats, and clients take turns, so that whoever sends many long texts waits behind them
alone.  The second process starts with the first long text.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from concurrent.futures import Future

from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.reading_process import ReadingProcess, closing
from dateline.ingestion.processes.reading_queue import Reading, ReadingQueue, Waiting
from schema.errors import DatelineError, UnavailableError
from schema.mentions import RawArticle

log = logging.getLogger(__name__)

SEATS = 8
"""Texts that are read or wait to be."""
SHARE = 3
"""Of them, those of one client."""
SECONDS = 30.0
"""Longest time that one text may take."""
RETRY_SECONDS = 5
"""When whoever was turned away should come back."""


class BusyError(UnavailableError):
    """All seats are taken."""


class ReadingRoom:
    """Reads single texts; thread-safe.  Close it in the end."""

    def __init__(
        self, options: ReadingOptions, seconds: float = SECONDS, seats: int = SEATS, share: int = SHARE
    ) -> None:
        self.partial = 0
        """Texts of which a stage of extraction failed."""
        self.readers = tuple(ReadingProcess(options, seconds) for _ in range(2))
        """The second one reads short texts, while the first reads a long one."""
        self._queue = ReadingQueue(seats, share)
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._reads_long = False
        self._closed = False

    @property
    def taken(self) -> int:
        """How many texts are read now or wait to be."""
        return self._queue.taken

    async def analyze(self, raw: RawArticle, client: str = "") -> Reading:
        """What a text says, without blocking the event loop.

        Raises QueueError where too many wait, of this client or of all, TimeLimitError where it takes too long,
        SourceError and its like where it cannot be read, UnavailableError where the process died twice or does not
        start.
        """
        return await asyncio.wrap_future(self.submit(raw, client))

    def submit(self, raw: RawArticle, client: str = "") -> Future[Reading]:
        """The same for threads; QueueError comes at once, all other errors with the future."""
        waiting = Waiting(raw, client)
        with self._news:
            if self._closed:
                raise closing()
            self._queue.enter(waiting)
            self._start()
            self._news.notify_all()
        return waiting.future

    def close(self) -> None:
        """Stops the processes, also in the midst of a text; whoever still waits gets UnavailableError."""
        with self._news:
            self._closed = True
            left = self._queue.empty()
            self._news.notify_all()
        for waiting in left:
            if waiting.future.set_running_or_notify_cancel():
                waiting.future.set_exception(closing())
        for reader in self.readers:
            reader.close()
        for thread in self._threads:
            thread.join()

    def _start(self) -> None:
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._serve, args=(number,), name=f"reading-room-{number}", daemon=True)
                for number in range(len(self.readers))
            ]
            for thread in self._threads:
                thread.start()

    def _serve(self, number: int) -> None:
        """One text after the other, by the reader of this number."""
        if number and not self._prepare(number):
            return
        while (waiting := self._next(number)) is not None:
            self._read(number, waiting)
            with self._news:
                self._queue.leave(waiting)
                self._reads_long = self._reads_long and number != 0
                self._news.notify_all()

    def _prepare(self, number: int) -> bool:
        """Starts the second reader when a long text is read, so that it is ready for a short one."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._reads_long)
            if self._closed:
                return False
        try:
            self.readers[number].prepare()
        except DatelineError:
            log.warning("the second reader does not start; short texts wait behind long ones", exc_info=True)
            return False
        return True

    def _next(self, number: int) -> Waiting | None:
        with self._news:
            while not self._closed:
                # Where nothing long is read, the first reader is soon free, and the second need not be started.
                found = self._queue.next(only_short=number > 0) if number == 0 or self._reads_long else None
                if found is not None:
                    self._reads_long = self._reads_long or (number == 0 and not found.is_short)
                    self._news.notify_all()
                    return found
                self._news.wait()
            return None

    def _read(self, number: int, waiting: Waiting) -> None:
        if not waiting.future.set_running_or_notify_cancel():
            return
        started = time.monotonic()
        try:
            analysis = self.readers[number].read(waiting.raw)
        except BaseException as error:
            waiting.future.set_exception(error)
            return
        self.partial += bool(analysis.faults)
        waiting.future.set_result(Reading(analysis, time.monotonic() - started))
