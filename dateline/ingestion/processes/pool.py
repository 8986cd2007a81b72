"""A pool of reading processes behind one small interface: batches in, results out, in order, a few batches ahead.

A process that dies (killed, out of memory, ended because it hangs) is replaced and its batches are read again; an
article that ends its process twice is set aside with an error.  One worker means this process itself.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Protocol, Self, TypeVar

from dateline.ingestion.processes import worker
from dateline.ingestion.processes.forking import reading_context
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.worker import SET_ASIDE
from schema.errors import DatelineError, PoisonError
from schema.mentions import Analysis, RawArticle, SourceText

Result = Analysis | DatelineError
T = TypeVar("T")

BATCH = 16
AHEAD = 3
"""Batches under way for each process: enough to keep it busy, few enough to keep memory flat."""


def default_workers() -> int:
    """One process for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def split_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of up to `size` items, lazily."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


@dataclass(slots=True)
class _Sent:
    batch: Sequence[RawArticle | SourceText]
    future: Future[list[Result]]


class Reader(Protocol):
    """What reads articles: processes of this machine, or of many."""

    def read(self, raws: Iterable[RawArticle | SourceText]) -> Iterator[Result]:
        """One result for each article, in order, taken only a few batches ahead."""


class ReadingPool:
    """Reads articles in `workers` processes; use it in a `with` statement."""

    def __init__(self, workers: int, options: ReadingOptions) -> None:
        self._workers = workers
        self._options = options
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(self, raws: Iterable[RawArticle | SourceText]) -> Iterator[Result]:
        """One result for each article, in order."""
        batches = split_batches(raws, BATCH)
        if self._workers == 1:
            for batch in batches:
                yield from worker.read_batch(batch, self._options)
        else:
            yield from self._read_ahead(batches)

    def _read_ahead(self, batches: Iterator[list[RawArticle | SourceText]]) -> Iterator[Result]:
        sent = deque(self._send(batch) for batch in islice(batches, AHEAD * self._workers))
        while sent:
            try:
                results = sent[0].future.result()
            except BrokenProcessPool:
                self._stop()
                results = self._read_alone(sent[0].batch)
                sent = deque([sent[0], *(self._send(later.batch) for later in islice(sent, 1, None))])
            sent.popleft()
            yield from results
            sent.extend(self._send(batch) for batch in islice(batches, 1))

    def _read_alone(self, batch: Sequence[RawArticle | SourceText]) -> list[Result]:
        """Each article of a batch that met a dying process, with nothing else under way, twice at most."""
        return [self._try_twice(raw) for raw in batch]

    def _try_twice(self, raw: RawArticle | SourceText) -> Result:
        for _ in range(2):
            try:
                return self._send([raw]).future.result()[0]
            except BrokenProcessPool:
                self._stop()
        return PoisonError("The process that read this article died twice, or hung.", hint=SET_ASIDE)

    def _send(self, batch: Sequence[RawArticle | SourceText]) -> _Sent:
        try:
            return _Sent(batch, self._running().submit(worker.read_batch, batch, self._options))
        except BrokenProcessPool as error:
            broken: Future[list[Result]] = Future()
            broken.set_exception(error)
            return _Sent(batch, broken)

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._workers, mp_context=reading_context(), initializer=worker.begin, initargs=(self._options,)
            )
        return self._executor

    def _stop(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
