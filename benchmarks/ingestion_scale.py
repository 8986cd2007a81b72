"""How reading scales: `python -m benchmarks.ingestion_scale --articles 400 --workers 1 --workers 2`.

Articles are made from the samples with other numbers and an end of their own, so that no two are the same and none is
known yet.  For each way of reading it tells articles a second, processor time an article (of all processes, which a
busy machine changes little), and memory at the start and the end.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from benchmarks.processes import cpu_seconds, megabytes
from benchmarks.variations import make_articles
from dateline.ingestion.options import ReadingOptions
from dateline.ingestion.pool import ReadingPool
from dateline.ingestion.ray_pool import LOCAL, RayPool
from dateline.ingestion.seeding import Failure, SeedingCounts, take_in_all
from dateline.store import open_database

Articles = Annotated[int, typer.Option(min=40, help="How many each way reads.")]
Workers = Annotated[list[int] | None, typer.Option("--workers", help="Processes; may be repeated.")]
Ray = Annotated[int, typer.Option(min=0, help="Readers of a local Ray cluster; 0 for none.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@dataclass(slots=True)
class Window:
    """A tenth of a run."""

    wall: float
    cpu: float
    megabytes: float


def main(articles: Articles = 400, workers: Workers = None, ray: Ray = 0, as_json: AsJson = False) -> None:
    """Read made-up articles in several ways and compare what they cost.

    Example: python -m benchmarks.ingestion_scale --articles 2000 --workers 1 --workers 2 --ray 2
    """
    options = ReadingOptions()
    ways: list[tuple[str, Any]] = [
        (f"{number} processes", lambda number=number: ReadingPool(number, options)) for number in workers or [1, 2]
    ]
    if ray:
        ways.append((f"Ray, {ray} readers", lambda: RayPool(LOCAL, ray, options)))
    figures = {name: measure(make, articles) for name, make in ways}
    typer.echo(json.dumps(figures, indent=2) if as_json else "\n".join(_lines(figures)))


def measure(make: Any, articles: int) -> dict[str, float]:
    """One way's figures; what loads models first is not counted."""
    windows: list[Window] = []
    started = (0.0, 0.0)

    def note(counts: SeedingCounts, failure: Failure | None) -> None:
        nonlocal started
        assert failure is None, failure
        if counts.done % (articles // 10) == 0:
            moment, used = time.perf_counter(), cpu_seconds()
            windows.append(Window(moment - started[0], used - started[1], megabytes()))
            started = (moment, used)

    with tempfile.TemporaryDirectory() as folder, make() as reader:
        database = open_database(f"sqlite:///{folder}/scale.db", create=True)
        list(reader.read(make_articles(16, seed=0)))
        started = (time.perf_counter(), cpu_seconds())
        take_in_all(database, make_articles(articles, seed=1), reader, note)
        database.close()
    return summarise(windows, articles)


def summarise(windows: list[Window], articles: int) -> dict[str, float]:
    """Rates and costs of all windows, and of the last against the second: the first one still fills caches."""
    size = articles // 10
    wall, cpu = sum(window.wall for window in windows), sum(window.cpu for window in windows)
    return {
        "articles": articles,
        "articles a second": round(size * len(windows) / wall, 1),
        "CPU ms an article": round(1000 * cpu / (size * len(windows)), 1),
        "last tenth against the second, CPU": round(windows[-1].cpu / windows[1].cpu, 2),
        "MB after the second tenth": round(windows[1].megabytes),
        "MB at the end": round(windows[-1].megabytes),
    }


def _lines(figures: dict[str, dict[str, float]]) -> Iterator[str]:
    for way, values in figures.items():
        yield way
        yield from (f"  {name:36} {value:,}" for name, value in values.items())


if __name__ == "__main__":
    typer.run(main)
