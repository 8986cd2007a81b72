"""The same as the pool of processes, on a Ray cluster: batches in, results out, in order, a few batches ahead.

Each reader is an actor that loads model and gazetteer once.  Ray starts a reader again where its process or machine
dies, as soon as the cluster has a place for it; until then the others do the work.  The batches that it had are read
again, article by article, and an article that ends two readers is set aside.
"""

from __future__ import annotations

import importlib
import logging
import time
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType, TracebackType
from typing import Any, Self

from dateline.ingestion.processes import worker
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import AHEAD, BATCH, Result, split_batches
from dateline.ingestion.processes.worker import SET_ASIDE
from schema.errors import PoisonError, SettingError, UnavailableError
from schema.mentions import RawArticle, SourceText

log = logging.getLogger(__name__)

LOCAL = "local"
"""An address that starts a cluster on this machine, for trying it out."""
PAUSE_SECONDS = 0.1
"""Between two looks whether a reader is ready."""
START_SECONDS = 600.0
"""How long to wait where no reader is ready: a cluster may have to start machines."""


class Reading:
    """What Ray runs on each of its workers."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        worker.begin(options)

    def read(self, raws: Sequence[RawArticle | SourceText]) -> list[Result]:
        """One result for each article, in order."""
        return worker.read_batch(raws, self._options)

    def ready(self) -> bool:
        """Answers when model and gazetteer are loaded."""
        return True


@dataclass(slots=True)
class _Sent:
    batch: Sequence[RawArticle | SourceText]
    reader: int
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
        self._lost = (
            errors.RayActorError,
            errors.WorkerCrashedError,
            errors.NodeDiedError,
            errors.ObjectLostError,
        )
        self._connect(address)
        # Restarts are endless: what ends readers again and again is found by article, and set aside.
        make = self._ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=0)(reading)
        self._readers = [make.remote(options) for _ in range(workers)]
        self._starting: dict[int, Any] = {}
        """References to the answers of readers that are not ready yet."""
        for reader in range(workers):
            self._await_start(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ray.shutdown()

    def read(self, raws: Iterable[RawArticle | SourceText]) -> Iterator[Result]:
        """One result for each article, in order."""
        sent: deque[_Sent] = deque()
        for batch in split_batches(raws, BATCH):
            while (reader := self._find_free(sent)) is None:
                yield from self._receive(sent.popleft())
            sent.append(self._send(reader, batch))
        while sent:
            yield from self._receive(sent.popleft())

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

    def _find_free(self, sent: Collection[_Sent]) -> int | None:
        """The reader with the least to do; None where all have enough.  Waits where there is none at all."""
        under_way = Counter(one.reader for one in sent)
        free = [reader for reader in range(len(self._readers)) if under_way[reader] < AHEAD and self._is_ready(reader)]
        if free:
            return min(free, key=lambda reader: under_way[reader])
        return None if sent else self._wait_for_one()

    def _wait_for_one(self) -> int:
        """A reader that is ready; the others join when the cluster has a place for them."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            for reader in range(len(self._readers)):
                if self._is_ready(reader):
                    return reader
            time.sleep(PAUSE_SECONDS)
        raise UnavailableError(
            f"The Ray cluster had no place for a reader in {START_SECONDS:g} seconds.",
            hint="Each needs one processor; see ray status.",
        )

    def _is_ready(self, reader: int) -> bool:
        """Whether a reader has started, or started again after it was lost."""
        waiting = self._starting.get(reader)
        if waiting is None:
            return True
        if not self._ray.wait([waiting], timeout=0)[0]:
            return False
        try:
            self._ray.get(waiting)
        except self._lost:
            self._await_start(reader)
            return False
        del self._starting[reader]
        return True

    def _await_start(self, reader: int) -> None:
        """Gives a reader nothing to read until it answers."""
        self._starting[reader] = self._readers[reader].ready.remote()

    def _send(self, reader: int, batch: Sequence[RawArticle | SourceText]) -> _Sent:
        return _Sent(batch, reader, self._readers[reader].read.remote(list(batch)))

    def _receive(self, sent: _Sent) -> list[Result]:
        try:
            found: list[Result] = self._ray.get(sent.result)
        except self._lost as error:
            log.warning("a reader ended, its articles are read again", extra={"reason": str(error).splitlines()[0]})
            self._await_start(sent.reader)
            return [self._try_twice(raw) for raw in sent.batch]
        return found

    def _try_twice(self, raw: RawArticle | SourceText) -> Result:
        """An article alone, by whatever reader is ready."""
        for _ in range(2):
            reader = self._wait_for_one()
            try:
                found: list[Result] = self._ray.get(self._send(reader, [raw]).result)
            except self._lost:
                self._await_start(reader)
                continue
            return found[0]
        return PoisonError("The process that read this article died twice, or hung.", hint=SET_ASIDE)


def import_ray() -> ModuleType:
    """Ray; SettingError where it is not installed."""
    try:
        importlib.import_module("ray.exceptions")
        return importlib.import_module("ray")
    except ImportError as error:
        raise SettingError("Ray is not installed.", hint="pip install 'dateline[ray]'") from error
