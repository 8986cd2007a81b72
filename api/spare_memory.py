"""Memory that a crowd leaves behind, given back to the system.

Python frees an arena of a megabyte when nothing at all is left in it, so a few hundred small objects that outlive a
crowd keep most of what it took.  Measured, the objects were circles not found yet, spare iterators of futures, and
blocks too large for arenas between which the C library keeps what is free.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys

SPARE_ITERATORS = 255
"""Iterators of futures that Python keeps for the next `await`; unlike other spares, no garbage collection ends them."""

_trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
"""Found at import: glibc has it, other libraries have not."""


def give_back_memory(loop: asyncio.AbstractEventLoop) -> None:
    """Ends garbage and spares, and hands free pages to the system; takes as long as a full garbage collection."""
    gc.collect()
    renew_spare_iterators(loop)
    if _trim is not None:
        _trim(0)


def renew_spare_iterators(loop: asyncio.AbstractEventLoop) -> None:
    """Replaces the spares, which lie wherever the crowd was, by others that lie side by side."""
    future = loop.create_future()
    scattered = [future.__await__() for _ in range(SPARE_ITERATORS)]
    together = [future.__await__() for _ in range(SPARE_ITERATORS)]
    # What goes first becomes the spares; what goes then is freed.
    together.clear()
    scattered.clear()
