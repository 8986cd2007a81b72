"""Fills the database from articles: `python -m scripts.seed PATH...`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import func, select

from dateline.ingestion.ledger import Ledger
from dateline.ingestion.options import ReadingOptions, reading_options
from dateline.ingestion.patience import Patience
from dateline.ingestion.pool import ReadingPool, default_workers
from dateline.ingestion.ray_pool import RayPool
from dateline.ingestion.seeding import Failure, SeedingCounts, count_articles, list_sources, seed
from dateline.logs import set_up_logs
from dateline.settings import Settings, read_settings
from dateline.store import Database, open_database
from schema.errors import DatelineError
from schema.tables import ACTOR, EVENT, LOCATION, QUOTE
from scripts.gazetteer import OwnPlaces, prepare_gazetteer
from scripts.progress import Reporter

FEW_ARTICLES = 24
"""Up to so many one process is quicker than starting several."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files (.txt .html .jsonl), folders, globs, or - for JSON Lines on standard input."
    ),
]
DatabaseUrl = Annotated[
    str | None,
    typer.Option(
        "--database", metavar="URL", help="sqlite:///path/to/file.db or postgresql://user:password@host/name."
    ),
]
Retry = Annotated[bool, typer.Option("--retry", help="Try again what an earlier run has set aside.")]
RayAddress = Annotated[
    str | None,
    typer.Option(
        "--ray", metavar="ADDRESS", help="Read on a Ray cluster: ray://host:10001, host:6379, auto, or local."
    ),
]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes that read articles; one for each core unless told.")
]


def main(
    paths: Paths,
    database: DatabaseUrl = None,
    workers: Workers = None,
    gazetteer: OwnPlaces = None,
    retry: Retry = False,
    ray: RayAddress = None,
) -> None:
    """Read articles and store their events, actors, locations and quotes.

    The same article twice changes nothing.  A run that was broken off goes on where it stopped when started again.
    The exit status is 1 if any article could not be read, 2 if nothing could be done at all.

    Examples:

      python -m scripts.seed articles/

      python -m scripts.seed "news/*.html" more.jsonl --workers 4

      python -m scripts.seed articles/ --gazetteer my-places.csv

      python -m scripts.seed archive/ --ray ray://head:10001 --workers 64

      curl https://example.org/news.jsonl | python -m scripts.seed - --database sqlite:///news.db
    """
    try:
        settings = read_settings(database_url=database, workers=workers, gazetteer=gazetteer)
        set_up_logs(settings.log_level, settings.log_format)
        status = seed_paths(paths, settings, retry=retry, ray=ray)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        typer.echo("Stopped.  What was written stays; start again to go on.", err=True)
        raise typer.Exit(130) from None
    raise typer.Exit(status)


def seed_folder(path: Path, settings: Settings) -> int:
    """Takes in one folder; the exit status."""
    try:
        return seed_paths([str(path)], settings)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        return 2


def seed_paths(paths: list[str], settings: Settings, *, retry: bool = False, ray: str | None = None) -> int:
    """Takes in all articles; 0, or 1 if any failed.  Prints progress, failures and a summary."""
    sources = list_sources(paths)
    total = count_articles(sources)
    opened = open_database(settings.database_url, create=True)
    try:
        prepare_gazetteer(settings)
        workers = choose_workers(settings.workers, total)
        options = reading_options(settings)
        started = time.monotonic()
        with open_reader(ray, workers, options) as reader, Reporter("Reading", "articles", total) as reporter:

            def tell(counts: SeedingCounts, failure: Failure | None) -> None:
                if failure is not None:
                    reporter.say(f"error: {failure}")
                reporter.tell(counts.done)

            counts = seed(opened, sources, reader, tell, Ledger(options, retry), Patience())
        typer.echo(summary(counts, opened, time.monotonic() - started))
    finally:
        opened.close()
    return 1 if counts.failed else 0


def open_reader(ray: str | None, workers: int, options: ReadingOptions) -> ReadingPool | RayPool:
    """Processes of this machine, or of a Ray cluster."""
    if ray is None:
        return ReadingPool(workers, options)
    return RayPool(ray, workers, options)


def choose_workers(wanted: int | None, total: int | None) -> int:
    """As many processes as told, else one a core, else one for a few articles."""
    if wanted is not None:
        return wanted
    return 1 if total is not None and total <= FEW_ARTICLES else default_workers()


def summary(counts: SeedingCounts, database: Database, seconds: float) -> str:
    """What was read, and what the database holds now."""
    with database.reading() as connection:
        nouns = {"events": EVENT, "actors": ACTOR, "locations": LOCATION, "quotes": QUOTE}
        held = {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in nouns.items()
        }
    holds = ", ".join(f"{number:,} {name}" for name, number in held.items())
    changed = f", {counts.changed:,} changed" if counts.changed else ""
    foreign = (
        f"\n{counts.foreign:,} are not in English: stored, but nothing is read from them." if counts.foreign else ""
    )
    return (
        f"{counts.read:,} articles read in {seconds:.1f} s: {counts.new:,} new{changed}, "
        f"{counts.unchanged:,} unchanged, {counts.failed:,} failed.{foreign}{tell_faults(counts)}\n"
        f"The database holds {holds}."
    )


def tell_faults(counts: SeedingCounts) -> str:
    """A line on articles that were read in part; nothing where all were read whole."""
    if not counts.partial:
        return ""
    stages = ", ".join(f"{stage} in {number:,}" for stage, number in sorted(counts.faults.items()))
    return f"\n{counts.partial:,} were read in part; what failed: {stages}.  This is a bug; please report it."


if __name__ == "__main__":
    try:
        typer.run(main)
    except BrokenPipeError:
        sys.exit(1)
