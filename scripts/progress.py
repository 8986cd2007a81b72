"""Progress of long work: a bar on a terminal, a line now and then elsewhere; all of it on standard error."""

from __future__ import annotations

import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

QUIET_SECONDS = 10.0
"""Where output is no terminal, a line of progress this often."""


class Reporter:
    """Tells how far work has come; use it in a `with` statement.

    `doing` names the work (`Reading`), `things` what is counted (`articles`), `total` how many (None: unknown).
    """

    def __init__(self, doing: str, things: str, total: int | None) -> None:
        self._doing = doing
        self._things = things
        self._total = total
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._started = self._last = time.monotonic()

    def __enter__(self) -> Reporter:
        if self._console.is_terminal:
            columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
            self._progress = Progress(*columns, TimeRemainingColumn(), console=self._console, transient=True)
            self._progress.start()
            self._task = self._progress.add_task(self._doing, total=self._total, rate="")
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def say(self, line: str) -> None:
        """Prints a line above the bar."""
        self._console.print(line, markup=False)

    def tell(self, done: int, total: int | None = None) -> None:
        """Shows how many are done, and of how many where that is known by now only."""
        if total is not None and total != self._total:
            self._total = total
            if self._progress is not None and self._task is not None:
                self._progress.update(self._task, total=total)
        rate = done / max(time.monotonic() - self._started, 0.001)
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, rate=f"{shown(rate)}/s")
        elif time.monotonic() - self._last >= QUIET_SECONDS:
            self._last = time.monotonic()
            self._console.print(progress_line(self._things, done, self._total, rate))


def shown(rate: float) -> str:
    """A rate for people: `14.2`, `9,500`."""
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.1f}"


def progress_line(things: str, done: int, total: int | None, rate: float) -> str:
    """`12,000 of 50,000 events, 9,500 a second, about 4 s left`"""
    if total is None or rate <= 0:
        return f"{done:,} {things}, {shown(rate)} a second"
    seconds = max(total - done, 0) / rate
    left = f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
    return f"{done:,} of {total:,} {things}, {shown(rate)} a second, about {left} left"
