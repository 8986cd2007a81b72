"""How reading scales: `python -m benchmarks.ingestion_scale --articles 400 --workers 1 --workers 2`.

Articles are made from the samples with other numbers and an end of their own, so that no two are the same and none is
known yet.  For each way of reading it tells articles a second, processor time an article (of all processes, which a
busy machine changes little), and memory at the start and the end.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from benchmarks.databases import temporary_database
from benchmarks.processes import cpu_seconds, megabytes
from benchmarks.variations import make_articles
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.processes.ray_pool import LOCAL, RayPool
from dateline.ingestion.seeding.seeding import Failure, SeedingCounts, take_in_all
from dateline.store import open_database

WARMING = 160
"""Short articles read before anything is measured: every process has loaded its model then."""

Articles = Annotated[int, typer.Option(min=40, help="How many each way reads.")]
Workers = Annotated[list[int] | None, typer.Option("--workers", help="Processes; may be repeated.")]
Ray = Annotated[int, typer.Option(min=0, help="Readers of a local Ray cluster; 0 for none.")]
Words = Annotated[int | None, typer.Option(min=1, help="Cut articles after so many words, at the paragraph's end.")]
Rounds = Annotated[int, typer.Option(min=1, help="How often the ways take turns; rates are medians.")]
Postgresql = Annotated[bool, typer.Option("--postgresql", help="On PostgreSQL, started for this, instead of SQLite.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@dataclass(slots=True)
class Window:
    """A tenth of a run."""

    wall: float
    cpu: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Trial:
    """What each way does."""

    articles: int
    words: int | None
    postgresql: bool


def main(
    articles: Articles = 400,
    workers: Workers = None,
    ray: Ray = 0,
    words: Words = None,
    rounds: Rounds = 1,
    postgresql: Postgresql = False,
    as_json: AsJson = False,
) -> None:
    """Read made-up articles in several ways and compare what they cost.

    Examples:

      python -m benchmarks.ingestion_scale --articles 1000 --workers 1 --workers 2 --ray 2 --rounds 3

      python -m benchmarks.ingestion_scale --articles 20000 --workers 1 --words 40   # memory and cost stay flat
    """
    options, trial = ReadingOptions(), Trial(articles, words, postgresql)
    ways: dict[str, Any] = {
        f"{number} processes": lambda number=number: ReadingPool(number, options) for number in workers or [1, 2]
    }
    if ray:
        ways[f"Ray, {ray} readers"] = lambda: RayPool(LOCAL, ray, options)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, make in ways.items():
            found[name].append(measure(name, make, trial))
    figures = {name: _medians(several) for name, several in found.items()}
    for name, values in figures.items():
        for other in list(figures)[: list(figures).index(name)]:
            share = values["articles a second"] / figures[other]["articles a second"]
            values[f"articles a second against {other}"] = round(share, 2)
    typer.echo(json.dumps(figures, indent=2) if as_json else "\n".join(_lines(figures)))


def measure(name: str, make: Any, trial: Trial) -> dict[str, float]:
    """One way's figures; what loads models first is not counted."""
    windows: list[Window] = []
    size, started = trial.articles // 10, (0.0, 0.0)

    def note(counts: SeedingCounts, failure: Failure | None) -> None:
        nonlocal started
        assert failure is None, failure
        if counts.done % size == 0:
            moment, used = time.perf_counter(), cpu_seconds()
            window = Window(moment - started[0], used - started[1], megabytes())
            windows.append(window)
            cost = f"{1000 * window.cpu / size:.1f} ms CPU an article, {window.megabytes:.0f} MB"
            typer.echo(
                f"{name}, {counts.done:,} articles: {cost}, {size / window.wall:.1f} articles a second", err=True
            )
            started = (time.perf_counter(), cpu_seconds())

    with temporary_database(postgresql=trial.postgresql) as url, make() as reader:
        database = open_database(url, create=True)
        list(reader.read(make_articles(WARMING, seed=0, words=20)))
        started = (time.perf_counter(), cpu_seconds())
        take_in_all(database, make_articles(trial.articles, seed=1, words=trial.words), reader, note)
        database.close()
    return summarise(windows, trial.articles)


def summarise(windows: list[Window], articles: int) -> dict[str, float]:
    """Rates and costs of all windows, and of the last against the second: the first one still fills caches."""
    size = articles // 10
    wall, cpu = sum(window.wall for window in windows), sum(window.cpu for window in windows)
    return {
        "articles": articles,
        "articles a second": round(size * len(windows) / wall, 2),
        "CPU ms an article": round(1000 * cpu / (size * len(windows)), 1),
        "last tenth against the second, CPU": round(windows[-1].cpu / windows[1].cpu, 2),
        "MB after the second tenth": round(windows[1].megabytes),
        "MB half way": round(windows[len(windows) // 2 - 1].megabytes),
        "MB at the end": round(windows[-1].megabytes),
    }


def _medians(several: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(one[name] for one in several), 2) for name in several[0]}


def _lines(figures: dict[str, dict[str, float]]) -> Iterator[str]:
    for way, values in figures.items():
        yield way
        yield from (f"  {name:40} {value:,}" for name, value in values.items())


if __name__ == "__main__":
    typer.run(main)
