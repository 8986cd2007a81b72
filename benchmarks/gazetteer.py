"""Costs of the gazetteer on one core: `python -m benchmarks.gazetteer`.

It is built in an empty folder, opened, and asked for names: all of them once in a random order (every answer read from
the file), then the same names again as articles repeat them (answers from memory).
"""

from __future__ import annotations

import json
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from benchmarks.extraction import use_one_core
from dateline.extraction.gazetteer import Gazetteer

SEED = 2024

Names = Annotated[int, typer.Option(min=1, help="How many names are looked up.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def main(names: Names = 50_000, as_json: AsJson = False) -> None:
    """Measure seconds to build, megabytes, milliseconds to open, and names looked up a second.

    Example: python -m benchmarks.gazetteer --json
    """
    use_one_core()
    with TemporaryDirectory() as folder:
        figures = measure(Path(folder), names)
    typer.echo(json.dumps(figures) if as_json else "\n".join(f"{name:32} {value:,}" for name, value in figures.items()))


def measure(folder: Path, count: int) -> dict[str, float]:
    """The figures."""
    started = time.perf_counter()
    path = Gazetteer.open(folder).path
    built = time.perf_counter() - started
    asked = _names(path, count)
    gazetteer, opened = Gazetteer.open(folder), []
    for _ in range(9):
        started = time.perf_counter()
        gazetteer = Gazetteer.open(folder)
        opened.append(time.perf_counter() - started)
    return {
        "seconds_to_build": round(built, 1),
        "megabytes": round(path.stat().st_size / 1e6, 1),
        "milliseconds_to_open": round(1000 * median(opened), 1),
        "names": len(asked),
        "names_a_second_first_time": _rate(gazetteer, asked),
        "names_a_second_again": _rate(gazetteer, asked),
    }


def _names(path: Path, count: int) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM places ORDER BY id")]
    return random.Random(SEED).sample(names, min(count, len(names)))  # noqa: S311


def _rate(gazetteer: Gazetteer, names: list[str]) -> int:
    started = time.perf_counter()
    for name in names:
        gazetteer.candidates(name)
    return round(len(names) / (time.perf_counter() - started))


if __name__ == "__main__":
    typer.run(main)
