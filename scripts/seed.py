"""Fills the database from articles: `dateline seed PATH...`."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import func, select

from dateline.extraction.reading import Rules, check_day, parse_mapping
from dateline.ingestion.asking.options import ModelOptions
from dateline.ingestion.processes.options import ReadingOptions, reading_options
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from dateline.ingestion.processes.ray_pool import RayPool
from dateline.ingestion.seeding.estimating import CountingRun
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.patience import Patience
from dateline.ingestion.seeding.seeding import (
    Failure,
    Listener,
    Run,
    SeedingCounts,
    count_articles,
    list_sources,
    read_all,
)
from dateline.ingestion.watching.pages import fetch_items, is_address
from dateline.logs import set_up_logs
from dateline.settings import Settings, read_settings
from dateline.store import Database, open_database
from schema.errors import DatelineError
from schema.readers import ReaderKind
from schema.tables import ACTOR, EVENT, LOCATION, QUOTE
from scripts.gazetteer import check_actors, prepare_gazetteer
from scripts.options import (
    AllowedHosts,
    AllowRemoteModel,
    Budget,
    DatabaseUrl,
    Estimate,
    OwnActorList,
    OwnPlaces,
    ReaderOption,
)
from scripts.progress import Reporter
from scripts.second import model_settings, second_options

FEW_ARTICLES = 24
"""Up to so many one process is quicker than starting several."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files of any format that docs/formats.md lists, folders, globs, addresses of pages, or - for "
        "JSON Lines on standard input.",
    ),
]
Retry = Annotated[bool, typer.Option("--retry", help="Try again what an earlier run has set aside.")]
RayAddress = Annotated[
    str | None,
    typer.Option(
        "--ray", metavar="ADDRESS", help="Read on a Ray cluster: ray://host:10001, host:6379, auto, or local."
    ),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that read articles; one for each core by default.")]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="NAME=KEY", help="Read a field from this key or column: text=body.  May be repeated."
    ),
]
PublishedAt = Annotated[
    str | None,
    typer.Option(
        "--published-at",
        metavar="DATE|from-name|from-folder|from-mtime",
        help="The day of articles that tell none: a date, or from the file's name, its folders, its time.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="The exit status is 1 if anything was left out.")]
AllowRemoved = Annotated[
    bool, typer.Option("--allow-removed", help="Take in again what dateline remove has taken out.")
]


def main(
    paths: Paths,
    database: DatabaseUrl = None,
    workers: Workers = None,
    gazetteer: OwnPlaces = None,
    actors: OwnActorList = None,
    retry: Retry = False,
    ray: RayAddress = None,
    mapping: Map = None,
    published_at: PublishedAt = None,
    strict: Strict = False,
    allow_host: AllowedHosts = None,
    allow_removed: AllowRemoved = False,
    reader: ReaderOption = ReaderKind.RULES,
    allow_remote_model: AllowRemoteModel = False,
    budget: Budget = None,
    estimate: Estimate = False,
) -> None:
    """Read articles and store their events, actors, locations and quotes.

    The same article twice changes nothing.  A run that was broken off goes on where it stopped when started again.
    What is no article (images, programs) is left out and counted at the end, by kind and reason.  The exit status is 1
    if any article could not be read (with --strict also if anything was left out), 2 if nothing could be done at all.

    Examples:

      dateline seed articles/

      dateline seed "news/*.html" more.jsonl --workers 4

      dateline seed articles/ --gazetteer my-places.csv --actors my-actors.csv

      dateline seed export.csv --map text=body --map published_at=day

      dateline seed https://example.org/news/2026/floods.html

      dateline seed archive/ --published-at from-folder --strict

      dateline seed archive/ --ray ray://head:10001 --workers 64

      curl https://example.org/news.jsonl | dateline seed - --database sqlite:///news.db

      dateline seed articles/ --reader both --budget 2000000
    """
    try:
        asked = model_settings(allow_remote_model=allow_remote_model, budget=budget)
        own = {"database_url": database, "workers": workers, "gazetteer": gazetteer, "actors": actors}
        settings = read_settings(**own, **asked)
        set_up_logs(settings.log_level, settings.log_format)
        check_day(published_at)
        rules = Rules(parse_mapping(mapping or []), published_at)
        second = second_options(settings, reader, estimate=estimate)
        wanted = Wanted(paths, rules, allow_host or [], strict, allow_removed, second)
        status = seed_paths(wanted, settings, retry=retry, ray=ray)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        typer.echo("Stopped.  What was written stays; start again to go on.", err=True)
        raise typer.Exit(130) from None
    raise typer.Exit(status)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read, and how."""

    paths: Sequence[str]
    rules: Rules = field(default_factory=Rules)
    allowed_hosts: Sequence[str] = ()
    strict: bool = False
    allow_removed: bool = False
    second: ModelOptions | None = None
    """A model that reads too."""


def seed_folder(path: Path, settings: Settings) -> int:
    """Takes in one folder; the exit status."""
    try:
        return seed_paths(Wanted([str(path)]), settings)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        return 2


def seed_paths(wanted: Wanted, settings: Settings, *, retry: bool = False, ray: str | None = None) -> int:
    """Takes in all articles; 0, or 1 if any failed.  Prints progress, failures and a summary."""
    addresses = [path for path in wanted.paths if is_address(path)]
    sources = list_sources([path for path in wanted.paths if not is_address(path)])
    total = count_articles(sources)
    fetched = asyncio.run(fetch_items(addresses, wanted.rules, wanted.allowed_hosts)) if addresses else []
    total = None if total is None else total + len(fetched)
    opened = open_database(settings.database_url, create=True)
    try:
        prepare_gazetteer(settings)
        check_actors(settings)
        workers = choose_workers(settings.workers, total)
        options = reading_options(settings, second=wanted.second)
        started = time.monotonic()
        with open_reader(ray, workers, options) as reader, Reporter("Reading", "articles", total) as reporter:

            def tell(counts: SeedingCounts, failure: Failure | None) -> None:
                if failure is not None:
                    reporter.say(f"error: {failure}")
                reporter.tell(counts.done)

            run = make_run(opened, tell, Ledger(options, retry, wanted.allow_removed))
            run.read(read_all(sources, wanted.rules, fetched), reader)
        if isinstance(run, CountingRun):
            typer.echo(run.estimated.told(settings.model_price))
        else:
            typer.echo(summary(run.counts, opened, time.monotonic() - started))
    finally:
        opened.close()
    return 1 if run.counts.failed or (wanted.strict and run.counts.left_out) else 0


def make_run(database: Database, listener: Listener, ledger: Ledger) -> Run:
    """One that stores what is read, or one that counts what a model would take."""
    second = ledger.options.second
    if second is not None and second.estimate:
        return CountingRun(database, listener, ledger)
    return Run(database, listener, ledger, Patience())


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
    lines = [
        f"{counts.read:,} articles read in {seconds:.1f} s: {counts.new:,} new{changed}, "
        f"{counts.unchanged:,} unchanged, {counts.failed:,} failed.",
        *notices(counts),
        f"The database holds {holds}.",
    ]
    return "\n".join(lines)


def tell_faults(counts: SeedingCounts) -> str:
    """A line on articles that were read in part; nothing where all were read whole."""
    if not counts.partial:
        return ""
    stages = ", ".join(f"{stage} in {number:,}" for stage, number in sorted(counts.faults.items()))
    return f"\n{counts.partial:,} were read in part; what failed: {stages}.  This is a bug; please report it."


def notices(counts: SeedingCounts) -> Iterator[str]:
    """What a person should know of a run beside its numbers: what was left out, is foreign, undated or not used."""
    if counts.partial:
        yield tell_faults(counts).strip()
    if counts.foreign:
        yield f"{counts.foreign:,} are not in English: stored, but nothing is read from them."
    if counts.undated:
        yield (
            f"{counts.undated:,} have no day of publication, so `yesterday` in them stays open: "
            "name one with --published-at."
        )
    if counts.removed:
        yield f"{counts.removed:,} were taken out before and stay out; --allow-removed lets them in."
    if counts.withdrawn:
        yield f"{counts.withdrawn:,} were taken out: their sources have cancelled them."
    for text, places in counts.remarks.items():
        more = f" and {len(places) - 1:,} more" if len(places) > 1 else ""
        yield f"note: {places[0]}{more}: {text}."
    if counts.left_out:
        yield f"{counts.left_out.total():,} left out:"
        for (kind, reason), number in sorted(counts.left_out.items(), key=lambda pair: (-pair[1], pair[0])):
            yield f"  {number:,} {kind}: {reason}"


if __name__ == "__main__":
    try:
        typer.run(main)
    except BrokenPipeError:
        sys.exit(1)
