"""Memory that a crowd leaves behind, given back to the system when the server has nothing to do.

Python frees an arena of a megabyte when nothing at all is left in it, so a few hundred small objects that outlive a
crowd keep most of what it took.  Measured, the objects were circles not found yet; names that the cache of attributes
holds; spare handles, contexts and iterators that the event loop and Python keep for the next `await`; and blocks too
large for arenas between which the C library keeps what is free.
"""

from __future__ import annotations

import asyncio
import contextvars
import ctypes
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

SPARE = 256
"""How many handles and timers of one kind uvloop keeps for the next call, and Python iterators of futures; unlike other
spares, no garbage collection ends them."""
LOOK_SECONDS = 1.0
BUSY = 0.1
"""Share of a processor; who uses more has something better to do."""
WORTH = 8_000_000
"""Bytes above the least that was ever held since; less is not looked for."""
STEP = 500_000
"""Bytes; where so many were given back there may be more."""
SOON = 0.05
"""Seconds until callbacks that were asked for at once have run."""

_STATM = Path("/proc/self/statm")
_library = ctypes.CDLL(None) if sys.platform == "linux" else None
_trim, _tune = getattr(_library, "malloc_trim", None), getattr(_library, "mallopt", None)
"""Found at import: glibc has them, other libraries have not."""
_ARENAS = -8
"""M_ARENA_MAX of `mallopt`."""
MOST_ARENAS = 2
_NOTHING = contextvars.Context()


def resident_bytes() -> int:
    """Memory of this process that is not swapped out; 0 where the system does not tell."""
    try:
        return int(_STATM.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def spare_arenas() -> bool:
    """Lets all threads but the first share an arena of the C library; False where that cannot be set.

    Each would get one of its own, up to eight a core, and keep what it needed once.
    """
    return _tune is not None and _tune(_ARENAS, MOST_ARENAS) == 1


def give_back_pages() -> None:
    """Empties caches that nothing is lost with, and hands free pages to the system; as long as a garbage collection."""
    gc.collect()
    ctypes.pythonapi.PyType_ClearCache()
    if _trim is not None:
        _trim(0)


class SpareMemory:
    """That of a process with one event loop."""

    def __init__(
        self, size: Callable[[], int] = resident_bytes, give_back: Callable[[], None] = give_back_pages
    ) -> None:
        self._size = size
        self._give_back = give_back
        self._least = 0
        self._used = 0.0
        self._next: asyncio.TimerHandle | None = None
        self._reserve: Spares | None = None

    def start(self) -> None:
        """Looks every second from now on, in the event loop that runs."""
        loop = asyncio.get_running_loop()
        self._reserve = Spares(loop)
        self._least, self._used = self._size(), time.process_time()
        self._next = loop.call_later(LOOK_SECONDS, self._look, loop)

    def stop(self) -> None:
        """Looks no more."""
        if self._next is not None:
            self._next.cancel()

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        used, size = time.process_time(), self._size()
        self._least = min(self._least, size)
        is_busy = used - self._used > BUSY * LOOK_SECONDS
        if is_busy or size < self._least + WORTH:
            self._used = used
            self._next = loop.call_later(LOOK_SECONDS, self._look, loop)
        else:
            self.begin(loop)
            self._next = loop.call_later(SOON, self._finish, loop, size)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Ends garbage, and puts spares that lie side by side in the place of those that lie wherever a crowd was."""
        gc.collect()
        reserve, self._reserve = self._reserve, None
        scattered = Spares(loop)
        del reserve
        # They are freed once the loop has called them.
        loop.call_later(SOON / 2, scattered.clear)

    def _finish(self, loop: asyncio.AbstractEventLoop, before: int) -> None:
        self._reserve = Spares(loop)
        self._give_back()
        size = self._size()
        self._least = size - WORTH if size < before - STEP else size
        self._used = time.process_time()
        self._next = loop.call_later(LOOK_SECONDS, self._look, loop)


class Spares:
    """As many handles, timers and iterators as are kept for the next call, held."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        future = loop.create_future()
        self._timers = [loop.call_later(LOOK_SECONDS, _do_nothing, context=_NOTHING) for _ in range(SPARE)]
        for timer in self._timers:
            timer.cancel()
        self._handles = [loop.call_soon(_do_nothing, context=_NOTHING) for _ in range(SPARE)]
        self._iterators = [future.__await__() for _ in range(SPARE)]

    def clear(self) -> None:
        """Lets all of them go."""
        self._timers.clear()
        self._handles.clear()
        self._iterators.clear()


def _do_nothing() -> None:
    pass
