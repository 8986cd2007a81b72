"""A mapping that keeps what was used last, and only so much of it."""

from __future__ import annotations

import threading
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most so many values by key; half as many that were used last are sure to be kept.

    Two generations instead of one order of use: to find a value is to look into a dictionary, without a lock.
    """

    def __init__(self, most: int) -> None:
        self._half = max(1, most // 2)
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}
        self._lock = threading.Lock()

    def get(self, key: K) -> V | None:
        """The value, None where it is not kept."""
        value = self._young.get(key)
        if value is None:
            value = self._old.get(key)
            if value is not None:
                self.keep(key, value)
        return value

    def keep(self, key: K, value: V) -> V:
        """Remembers a value and returns it."""
        with self._lock:
            if key not in self._young and len(self._young) >= self._half:
                self._old, self._young = self._young, {}
            self._young[key] = value
            self._old.pop(key, None)
        return value

    def __len__(self) -> int:
        return len(self._young) + len(self._old)
