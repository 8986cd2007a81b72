"""What an article costs in a full store: `python -m benchmarks.ingestion --articles 100000`.

A store is filled with made-up articles (`benchmarks.made_up` says how they are made) by the code that seeding runs: who
and what is the same, candidates, scores, judgements, rows.  Processor time is taken of 200 articles from the 100th,
1,000th, 10,000th ... on, one transaction each unless `--batch` says otherwise; those between are stored a hundred a
transaction, which changes nothing but the number of commits.  The last articles are stored in turns with articles from
the 100th of a second store: both meet the same moments of a busy machine.  On PostgreSQL its process counts too.
`--read` adds what reading costs, which knows nothing of the store: the samples, read by the model in this process.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Annotated

import typer
from sqlalchemy import func, select
from sqlalchemy import text as sql

from benchmarks.databases import temporary_database
from benchmarks.made_up import make_article
from benchmarks.processes import cpu_seconds
from benchmarks.variations import make_articles
from dateline.ingestion.intake.storing import store_article
from dateline.ingestion.processes import worker
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import split_batches
from dateline.store import Database, open_database
from dateline.store.writing.facts import ArticleFacts
from schema.tables import EVENT, JUDGEMENT, REPORT

WINDOW = 200
FIRST = 100
TOGETHER = 100
READ = 60
LIMIT = 1.2
"""What the last article may cost of the hundredth."""

Articles = Annotated[int, typer.Option("--articles", min=FIRST + 2 * WINDOW, help="How many are stored.")]
Batch = Annotated[int, typer.Option(min=1, help="Articles in one transaction, each in a savepoint where several.")]
Postgresql = Annotated[bool, typer.Option("--postgresql", help="On PostgreSQL, started for this, instead of SQLite.")]
Read = Annotated[bool, typer.Option("--read", help="Measure reading too, and compare the whole.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@dataclass(frozen=True, slots=True)
class Window:
    """Some articles in a row."""

    first: int
    milliseconds: float
    """Processor time of one, the median."""
    slow: float
    """That of the nineteenth of twenty."""


def main(
    articles: Articles = 20_000,
    batch: Batch = 1,
    postgresql: Postgresql = False,
    read: Read = False,
    as_json: AsJson = False,
) -> None:
    """Store made-up articles and compare the cost of the last with that of the first.

    Examples:

      python -m benchmarks.ingestion --articles 100000 --read

      python -m benchmarks.ingestion --articles 2000 --batch 16 --postgresql
    """
    with temporary_database(postgresql=postgresql) as url, temporary_database(postgresql=postgresql) as small_url:
        database, small = open_database(url, create=True), open_database(small_url, create=True)
        windows = list(store_all(database, small, articles, batch))
        counts = count_rows(database)
        database.close()
        small.close()
    reading = read_samples() if read else 0.0
    figures = compare(windows, reading) | counts
    typer.echo(json.dumps(figures) if as_json else "\n".join(f"{name:44} {value}" for name, value in figures.items()))


def store_all(database: Database, small: Database, articles: int, batch: int = 1) -> Iterator[Window]:
    """Stores all; the windows on the way, told on standard error too.  The last is measured beside one of `small`."""
    number = 0
    for first in window_starts(articles):
        number = fill(database, number, first)
        yield from measure([(database, number)], batch)
        number += WINDOW
    number = fill(database, number, articles - WINDOW)
    fill(small, 0, FIRST)
    yield from measure([(small, FIRST), (database, number)], batch)


def window_starts(articles: int) -> list[int]:
    """100, 1,000, 10,000 ..., before the last."""
    starts = [FIRST]
    while starts[-1] * 10 + WINDOW <= articles - WINDOW:
        starts.append(starts[-1] * 10)
    return starts


def fill(database: Database, first: int, after: int) -> int:
    """Stores the articles from `first` on, some in one transaction; returns `after`."""
    for number in range(first, after, TOGETHER):
        store_together(database, number, min(after, number + TOGETHER))
    return after


def store_together(database: Database, first: int, after: int) -> None:
    """Articles from `first` on in one transaction."""
    with database.writing() as connection:
        for number in range(first, after):
            store_article(connection, make_article(number))


def measure(stores: list[tuple[Database, int]], batch: int) -> list[Window]:
    """What the articles of a window cost in each store, from its number on, stored in turns."""
    spent: list[list[float]] = [[] for _ in stores]
    for offsets in split_batches(range(WINDOW), batch):
        for (database, first), own in zip(stores, spent, strict=True):
            own.append(measure_batch(database, [make_article(first + offset) for offset in offsets]))
    windows = [
        Window(first, statistics.median(own), statistics.quantiles(own, n=20)[-1])
        for (_, first), own in zip(stores, spent, strict=True)
    ]
    for window in windows:
        typer.echo(f"from article {window.first:,}: {window.milliseconds:.1f} ms", file=sys.stderr)
    return windows


def measure_batch(database: Database, articles: list[ArticleFacts]) -> float:
    """Milliseconds of processor time that one of some articles costs, stored in one transaction."""
    start = _processor_seconds(database)
    with database.writing() as connection:
        for facts in articles:
            with connection.begin_nested() if len(articles) > 1 else nullcontext():
                store_article(connection, facts)
    return 1000 * (_processor_seconds(database) - start) / len(articles)


def _processor_seconds(database: Database) -> float:
    """Of this process, and of the PostgreSQL process that works for the connection it will take."""
    own = time.process_time()
    if database.dialect == "sqlite":
        return own
    backend = database.run(lambda one: one.execute(sql("SELECT pg_backend_pid()")).scalar_one())
    return own + cpu_seconds(backend)


def read_samples() -> float:
    """Milliseconds of processor time that reading a sample article takes, the median."""
    worker.start(ReadingOptions())
    raws = list(make_articles(READ, seed=1))
    worker.read_batch(raws[:10], ReadingOptions())
    spent = []
    for raw in raws[10:]:
        start = time.process_time()
        worker.read_batch([raw], ReadingOptions())
        spent.append(1000 * (time.process_time() - start))
    return statistics.median(spent)


def compare(windows: list[Window], reading: float) -> dict[str, float | str]:
    """The figures by name; the last two windows were measured in turns."""
    *early, hundredth, latest = windows
    first, last = hundredth.milliseconds, latest.milliseconds
    found: dict[str, float | str] = {
        f"from article {window.first:,} (ms CPU; 95th percentile)": f"{window.milliseconds:.1f}; {window.slow:.1f}"
        for window in [*early, latest]
    }
    found[f"from article {hundredth.first:,} of another store, in turns with the last"] = (
        f"{first:.1f}; {hundredth.slow:.1f}"
    )
    found["last against first"] = round(last / first, 2)
    if reading:
        found["reading a sample (ms CPU)"] = round(reading, 1)
        found["reading and storing, last against first"] = round((reading + last) / (reading + first), 2)
    return found | {"most allowed": LIMIT}


def count_rows(database: Database) -> dict[str, int]:
    """What is in the store in the end."""
    with database.reading() as connection:
        return {
            f"{table.name}s": connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (REPORT, EVENT, JUDGEMENT)
        }


if __name__ == "__main__":
    typer.run(main)
