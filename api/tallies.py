"""Counts and histograms that cost a request little; `api.metrics` shows them in Prometheus's form.

The client library's own take several microseconds for a value, and each request and each statement gives some.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator, Sequence

from prometheus_client.utils import floatToGoString

TOGETHER = 256
"""Values that wait before they are counted."""


class Histogram:
    """How many values lie at or below each of some bounds; any thread may add to it."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self._bounds = tuple(float(bound) for bound in bounds)
        self._counts = [0] * (len(bounds) + 1)
        self._sum = 0.0
        self._waiting: deque[float] = deque()
        self._lock = threading.Lock()

    def observe(self, value: float) -> None:
        """Counts a value, together with others later, which is cheaper."""
        self._waiting.append(value)
        if len(self._waiting) >= TOGETHER:
            with self._lock:
                self._fold()

    def read(self) -> tuple[list[tuple[str, float]], float]:
        """Each bound as Prometheus writes it with the number of values up to it, and the sum of all values."""
        with self._lock:
            self._fold()
            counts, total = list(self._counts), self._sum
        return list(self._cumulative(counts)), total

    def _fold(self) -> None:
        for _ in range(len(self._waiting)):
            value = self._waiting.popleft()
            self._counts[bisect_left(self._bounds, value)] += 1
            self._sum += value

    def _cumulative(self, counts: Sequence[int]) -> Iterator[tuple[str, float]]:
        number = 0
        for bound, count in zip((*self._bounds, float("inf")), counts, strict=True):
            number += count
            yield str(floatToGoString(bound)), number  # type: ignore[no-untyped-call]


class Tally:
    """How often each of some combinations of labels came; any thread may add to it."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._lock = threading.Lock()

    def add(self, *labels: str) -> None:
        """Counts one."""
        with self._lock:
            self._counts[labels] += 1

    def read(self) -> list[tuple[tuple[str, ...], int]]:
        """All of them, in order."""
        with self._lock:
            return sorted(self._counts.items())
