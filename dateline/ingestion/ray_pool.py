"""The same as the pool of processes, on a Ray cluster: batches in, results out, in order, a few batches ahead.

Each reader is an actor that loads model and gazetteer once.  Ray starts a reader again where its process or machine
dies; the batch that it had is read again, article by article, and an article that ends two readers is set aside.
"""

from __future__ import annotations

import importlib
import logging
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import ModuleType, TracebackType
from typing import Any, Self

from dateline.ingestion import worker
from dateline.ingestion.options import ReadingOptions
from dateline.ingestion.pool import AHEAD, BATCH, Result, split_batches
from schema.errors import PoisonError, SettingError, UnavailableError
from schema.mentions import RawArticle, SourceText

log = logging.getLogger(__name__)

LOCAL = "local"
"""An address that starts a cluster on this machine, for trying it out."""
PAUSE_SECONDS = 0.1
"""Between two questions to a reader that starts again."""
START_SECONDS = 600.0
"""How long to wait for the first reader: a cluster may have to start machines."""


class Reading:
    """What Ray runs on each of its workers."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        worker.start(options)

    def read(self, raws: Sequence[RawArticle | SourceText]) -> list[Result]:
        """One result for each article, in order."""
        return worker.read_batch(raws, self._options)

    def ready(self) -> bool:
        """Answers when model and gazetteer are loaded."""
        return True


@dataclass(slots=True)
class _Sent:
    batch: Sequence[RawArticle | SourceText]
    reader: Any
    result: Any
    """A reference to what Ray will have."""


class RayPool:
    """Reads articles with `workers` readers of a cluster; use it in a `with` statement.

    `address` is what `ray.init` takes, or LOCAL.  SettingError where Ray is not installed, UnavailableError where no
    cluster answers.
    """

    def __init__(self, address: str, workers: int, options: ReadingOptions, reading: type = Reading) -> None:
        self._workers = workers
        self._ray = import_ray()
        errors = self._ray.exceptions
        self._lost = (errors.RayActorError, errors.WorkerCrashedError, errors.ObjectLostError)
        self._connect(address)
        # Restarts are endless: what ends readers again and again is found by article, and set aside.
        make = self._ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=0)(reading)
        self._readers = [make.remote(options) for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ray.shutdown()

    def read(self, raws: Iterable[RawArticle | SourceText]) -> Iterator[Result]:
        """One result for each article, in order."""
        self._wait_for_readers()
        batches = split_batches(raws, BATCH)
        readers = [reader for _ in range(AHEAD) for reader in self._readers]
        sent = deque(self._send(reader, batch) for reader, batch in zip(readers, batches, strict=False))
        while sent:
            first = sent.popleft()
            yield from self._receive(first)
            sent.extend(self._send(first.reader, batch) for batch in islice(batches, 1))

    def _connect(self, address: str) -> None:
        given = {} if address == LOCAL else {"address": address}
        try:
            self._ray.init(
                **given,
                num_cpus=self._workers if address == LOCAL else None,
                include_dashboard=False if address == LOCAL else None,
                log_to_driver=False,
                logging_level="warning",
                configure_logging=False,
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise UnavailableError(
                f"No Ray cluster answers at {address}: {str(error).splitlines()[0]}",
                hint="Start one (ray start --head), or try it on this machine: --ray local",
            ) from error

    def _wait_for_readers(self) -> None:
        """Until one reader is ready: the others join when the cluster has a place for them."""
        waiting = [reader.ready.remote() for reader in self._readers]
        ready, _ = self._ray.wait(waiting, timeout=START_SECONDS)
        if not ready:
            raise UnavailableError(
                f"The Ray cluster had no place for a reader in {START_SECONDS:g} seconds.",
                hint="Each needs one processor; see ray status.",
            )
        self._ray.get(ready)

    def _send(self, reader: Any, batch: Sequence[RawArticle | SourceText]) -> _Sent:
        return _Sent(batch, reader, reader.read.remote(list(batch)))

    def _receive(self, sent: _Sent) -> list[Result]:
        try:
            found: list[Result] = self._ray.get(sent.result)
        except self._lost as error:
            log.warning("a reader ended, its articles are read again", extra={"reason": str(error).splitlines()[0]})
            return [self._try_twice(sent.reader, raw) for raw in sent.batch]
        return found

    def _try_twice(self, reader: Any, raw: RawArticle | SourceText) -> Result:
        """An article alone, by a reader that has started again."""
        for _ in range(2):
            self._wait_for(reader)
            try:
                found: list[Result] = self._ray.get(reader.read.remote([raw]))
            except self._lost:
                continue
            return found[0]
        return PoisonError("The process that read this article died twice.", hint="It was set aside; the rest went on.")

    def _wait_for(self, reader: Any) -> None:
        """Until a reader that ended is ready again."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                self._ray.get(reader.ready.remote(), timeout=START_SECONDS)
            except self._lost:
                time.sleep(PAUSE_SECONDS)
                continue
            return
        raise UnavailableError("A reader of the Ray cluster does not start again.", hint="See ray status.")


def import_ray() -> ModuleType:
    """Ray; SettingError where it is not installed."""
    try:
        importlib.import_module("ray.exceptions")
        return importlib.import_module("ray")
    except ImportError as error:
        raise SettingError("Ray is not installed.", hint="pip install 'dateline[ray]'") from error
