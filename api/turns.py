"""Turns of work that holds up the event loop: after each the loop serves everybody else as long as it took, or longer.

What many ask for at the same moment (documents that nobody has sent before, long bodies) would else be done in a row,
and whoever asks for something quick would wait until all of it is done.
"""

from __future__ import annotations

import asyncio
import os

THREADS = max(2, os.cpu_count() or 1)
"""That may work at one kind of long question at once.  Each more would take Python's lock from the event loop, which
gives it up for each row that it reads."""


class Turns:
    """Those of one event loop; whoever came first is first.

    After each nobody has one for `rest` times as long as it took.
    """

    def __init__(self, rest: float = 1.0) -> None:
        self._gate = asyncio.Lock()
        self._rest = rest

    async def wait(self) -> None:
        """Returns when it is one's turn.  It ends with the next thing that is waited for."""
        await self._gate.acquire()
        loop = asyncio.get_running_loop()
        loop.call_soon(self._end, loop, loop.time())

    def _end(self, loop: asyncio.AbstractEventLoop, started: float) -> None:
        loop.call_later(self._rest * (loop.time() - started), self._gate.release)
