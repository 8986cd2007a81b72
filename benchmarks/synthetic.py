"""A made-up store of any size, the same on every run: `python -m benchmarks.synthetic million.db --events 1000000`."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.bulk import load
from benchmarks.happenings import Size
from benchmarks.invention import Invention
from dateline.store import Database, open_database
from dateline.store.reading.sums import SumChanges, counted_anew

VERSION = 4
"""Raised when the same size makes another store."""

Target = Annotated[str, typer.Argument(help="A new SQLite file, or the URL of an empty PostgreSQL database.")]
Events = Annotated[int, typer.Option(min=20, help="How many events; everything else in proportion.")]


def main(target: Target, events: Events = 100_000) -> None:
    """Make a store for measurements: a million events take some minutes.

    Example: python -m benchmarks.synthetic million.db --events 1000000
    """
    started = time.monotonic()
    size = Size.of_events(events)
    if "://" in target:
        database = open_database(target, create=True)
        fill(database, size)
        database.close()
    else:
        make_file(Path(target), size)
    typer.echo(f"{events:,} events in {time.monotonic() - started:,.0f} seconds: {target}")


def kept_file(folder: Path, size: Size) -> Path:
    """The SQLite store of this size in a folder, made where it is not there yet."""
    numbers = (size.articles, size.events, size.actors, size.locations, size.quotes)
    path = folder / f"synthetic-{VERSION}-{'-'.join(map(str, numbers))}.db"
    if not path.exists():
        make_file(path, size)
    return path


def make_file(path: Path, size: Size) -> None:
    """A new SQLite store; one that breaks off leaves nothing under this name."""
    if path.exists():
        raise typer.BadParameter(f"{path} is there already; name a new file.")
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        database = open_database(f"sqlite:///{unfinished}", create=True)
        fill(database, size)
        database.close()
        unfinished.rename(path)
    finally:
        for ending in ("", "-wal", "-shm"):
            Path(f"{unfinished}{ending}").unlink(missing_ok=True)


def fill(database: Database, size: Size) -> None:
    """Writes the store into an empty database."""
    load(database, Invention(size).batches())
    with database.writing() as connection:
        sums = SumChanges()
        for event in connection.execute(counted_anew()).mappings():
            sums.add(dict(event))
        sums.apply(connection)


if __name__ == "__main__":
    typer.run(main)
