"""How reading scales: `python -m benchmarks.ingestion_scale --articles 400 --workers 1 --workers 2`.

Articles are made from the samples with other numbers and an end of their own, so that no two are the same and none is
known yet.  For each way of reading it tells articles a second, processor time an article (of all processes, which a
busy machine changes little), and memory at the start and the end.
"""

from __future__ import annotations

import json
import os
import random
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.ingestion.options import ReadingOptions
from dateline.ingestion.pool import ReadingPool
from dateline.ingestion.ray_pool import LOCAL, RayPool
from dateline.ingestion.seeding import Failure, SeedingCounts, take_in_all
from dateline.settings import PROJECT
from dateline.store import open_database
from schema.mentions import RawArticle

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
_NUMBER = re.compile(r"\b[1-9]\d?\b(?!,\d)")
_WORDS = (
    "amber basalt cedar delta ember fjord granite harbour indigo juniper kestrel lagoon meadow nickel ochre".split()
)

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


def make_articles(number: int, seed: int) -> Iterator[RawArticle]:
    """Variations of the samples, each with other numbers, names of roads and an address of its own."""
    chance = random.Random(seed)  # noqa: S311
    samples = [json.loads(line) for line in (PROJECT / "samples" / "articles.jsonl").read_text().splitlines()]
    for index in range(number):
        sample = samples[index % len(samples)]
        text = _NUMBER.sub(lambda _: str(chance.randrange(2, 99)), sample["text"])
        words = " ".join(chance.choice(_WORDS) for _ in range(12))
        yield RawArticle(
            origin="made up",
            content=f"{text}\n\nThe report of the {words} office ends here, number {seed}-{index}.",
            title=sample.get("title"),
            url=f"https://tide.example/{seed}/{index}",
            published_at=f"{2000 + index // 300 % 25}-{index // 25 % 12 + 1:02}-{index % 28 + 1:02}",
        )


def family() -> Iterator[Path]:
    """The folders in /proc of this process and all below it."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdecimal():
            try:
                parents.setdefault(_stat(path)[1], []).append(int(path.name))
            except OSError:
                continue
    waiting = [os.getpid()]
    while waiting:
        process = waiting.pop()
        yield Path("/proc") / str(process)
        waiting += parents.get(process, [])


def cpu_seconds() -> float:
    """Processor time of this process and all below it, those that have ended included."""
    return sum(sum(_stat(path)[11:15]) for path in family()) / TICKS


def megabytes() -> float:
    """Memory of this process and all below it that nobody else shares, nearly: resident, shared pages left out."""
    total = 0
    for path in family():
        resident, shared = map(int, (path / "statm").read_text().split()[1:3])
        total += resident - shared
    return total * PAGE / 1e6


def _stat(path: Path) -> list[int]:
    """The numbers after the name: state left out, parent second."""
    fields = (path / "stat").read_text().rpartition(")")[2].split()
    return [0, *map(int, fields[1:15])]


def _lines(figures: dict[str, dict[str, float]]) -> Iterator[str]:
    for way, values in figures.items():
        yield way
        yield from (f"  {name:36} {value:,}" for name, value in values.items())


if __name__ == "__main__":
    typer.run(main)
