"""An end to reading that never ends: first what can be caught, so that only the article is lost, then the process's."""

from __future__ import annotations

import faulthandler
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

LAST_CALL = 2
"""After so many times the limit the process is ended: it is in code that no signal reaches."""


class OverdueError(BaseException):
    """The time is up.  No Exception: whatever is interrupted must not mistake it for an error of its own."""


@contextmanager
def limited(seconds: float, *, ends_process: bool) -> Iterator[None]:
    """OverdueError inside after so many seconds; the end of a process that cannot be interrupted, where it may be.

    Only a main thread can be interrupted; in others, and on systems without such a timer, only the second holds.
    """
    if ends_process:
        faulthandler.dump_traceback_later(LAST_CALL * seconds, exit=True)
    try:
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            with _interrupted_after(seconds):
                yield
        else:
            yield
    finally:
        if ends_process:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise OverdueError
