"""Several programs open one new store at once, again and again, beside busy ones: `python -m benchmarks.opening`.

Each round is a new SQLite file that all of them make the tables of.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.store import open_database

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

PATIENCE = 120
"""Seconds after which a round that does not end is an error."""

Rounds = Annotated[int, typer.Option(min=1, help="New stores.")]
Programs = Annotated[int, typer.Option(min=2, help="Programs that open each at once.")]
Busy = Annotated[int, typer.Option(min=0, help="Processes that only keep the processors busy meanwhile.")]


def main(rounds: Rounds = 500, programs: Programs = 4, busy: Busy = 4) -> None:
    """Open new stores at once and print what failed; status 1 where anything did.

    Example: python -m benchmarks.opening --rounds 20
    """
    errors = open_at_once(rounds, programs, busy)
    for error in errors:
        typer.echo(error)
    typer.echo(f"{rounds:,} new stores, each opened by {programs} programs at once: {len(errors):,} errors.")
    raise typer.Exit(1 if errors else 0)


def open_at_once(rounds: int, programs: int, busy: int) -> list[str]:
    """What failed, a line each."""
    context = multiprocessing.get_context("spawn")
    told: Queue[list[str]] = context.Queue()
    barrier, done = context.Barrier(programs), context.Event()
    with tempfile.TemporaryDirectory() as folder:
        opening = [context.Process(target=_open_all, args=(folder, rounds, barrier, told)) for _ in range(programs)]
        loading: list[BaseProcess] = [context.Process(target=_keep_busy, args=(done,)) for _ in range(busy)]
        for process in (*opening, *loading):
            process.start()
        errors = [error for _ in opening for error in told.get()]
        done.set()
        for process in (*opening, *loading):
            process.join()
    return errors


def _open_all(folder: str, rounds: int, barrier: Barrier, told: Queue[list[str]]) -> None:
    errors = []
    for number in range(rounds):
        path = Path(folder) / f"{number}.db"
        barrier.wait(PATIENCE)
        try:
            open_database(f"sqlite:///{path}", create=True).close()
        except Exception as error:
            errors.append(f"{path.name}: {type(error).__name__}: {error}")
        if barrier.wait(PATIENCE) == 0:
            path.unlink(missing_ok=True)
    told.put(errors)


def _keep_busy(done: Event) -> None:
    while not done.is_set():
        sum(range(100_000))


if __name__ == "__main__":
    typer.run(main)
