"""Follows feeds, sitemaps and folders: `dateline watch SOURCE...`."""

from __future__ import annotations

import asyncio
import signal
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from dateline.ingestion.processes.options import ReadingOptions, reading_options
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.metrics import IngestionMetrics
from dateline.ingestion.seeding.seeding import Failure, SeedingCounts
from dateline.ingestion.watching.fetching import Fetcher
from dateline.ingestion.watching.watcher import Round, Watched, Watcher
from dateline.logs import set_up_logs
from dateline.settings import Settings, read_settings
from dateline.store import open_database
from dateline.store.bookkeeping.readings import count_set_aside
from schema.errors import DatelineError, InputError
from schema.readers import ReaderKind
from scripts.options import AllowedHosts, AllowRemoteModel, Budget, DatabaseUrl, ReaderOption
from scripts.second import model_settings, second_options
from scripts.seed import tell_faults

LOOK_SECONDS = 10.0
"""Between two looks at folders, and at what is due."""

Sources = Annotated[list[str] | None, typer.Argument(metavar="SOURCE...", help="Addresses of feeds, and folders.")]
Sitemaps = Annotated[list[str] | None, typer.Option("--sitemap", metavar="URL", help="A sitemap; may be repeated.")]
Every = Annotated[float, typer.Option(min=1, help="Minutes between two visits of a feed or sitemap.")]
Once = Annotated[bool, typer.Option("--once", help="Stop after one round; the exit status is 1 if any failed.")]
Entries = Annotated[bool, typer.Option("--entries", help="Read what feeds themselves bring, and ask for no pages.")]
Pause = Annotated[float, typer.Option(min=0, help="Seconds between two requests to one host.")]
MetricsPort = Annotated[int | None, typer.Option(min=0, max=65535, help="Tell Prometheus, at this port of 127.0.0.1.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read articles.")]


def main(
    sources: Sources = None,
    sitemap: Sitemaps = None,
    database: DatabaseUrl = None,
    every: Every = 15.0,
    once: Once = False,
    entries: Entries = False,
    allow_host: AllowedHosts = None,
    pause: Pause = 1.0,
    metrics_port: MetricsPort = None,
    workers: Workers = 1,
    reader: ReaderOption = ReaderKind.RULES,
    allow_remote_model: AllowRemoteModel = False,
    budget: Budget = None,
) -> None:
    """Follow feeds, sitemaps and folders, and store what is new or changed.

    Servers are asked politely: conditional requests, robots.txt, one request a host at a time, longer pauses after
    failures.  A page that changed is a new version of its article.  Ctrl-C ends it after the pages under way; started
    again it goes on.

    Examples:

      dateline watch https://example.org/world.rss incoming/

      dateline watch --sitemap https://example.org/news-sitemap.xml --every 60

      dateline watch https://example.org/world.rss --once

      dateline watch incoming/ --reader both --budget 2000000
    """
    try:
        asked = model_settings(allow_remote_model=allow_remote_model, budget=budget)
        settings = read_settings(database_url=database, **asked)
        set_up_logs(settings.log_level, settings.log_format)
        options = reading_options(settings, second=second_options(settings, reader))
        watched = sort_sources(sources or [], sitemap or [], timedelta(minutes=every), entries_only=entries, once=once)
        status = asyncio.run(
            watch(watched, settings, options, allow_host or [], pause, metrics_port, workers, once=once)
        )
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    raise typer.Exit(status)


def sort_sources(
    sources: list[str], sitemaps: list[str], every: timedelta, *, entries_only: bool, once: bool
) -> Watched:
    """What is to be followed; InputError where there is nothing, or a folder is not there."""
    feeds = [source for source in sources if source.startswith(("http://", "https://"))]
    folders = [Path(source) for source in sources if source not in feeds]
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder} is no folder and no web address.", hint="Addresses begin with https://.")
    if not feeds and not folders and not sitemaps:
        raise InputError("There is nothing to follow.", hint="Name a feed, a folder or a --sitemap.")
    settle = 0.0 if once else Watched().settle
    return Watched(feeds, sitemaps, folders, every, entries_only, settle)


async def watch(
    watched: Watched,
    settings: Settings,
    options: ReadingOptions,
    allowed_hosts: list[str],
    pause: float,
    metrics_port: int | None,
    workers: int,
    *,
    once: bool,
) -> int:
    """Rounds until told to stop; 1 where anything failed in the only one."""
    metrics = IngestionMetrics()
    if metrics_port is not None:
        typer.echo(f"Metrics are at http://127.0.0.1:{metrics.serve(metrics_port)}/metrics.")
    opened = open_database(settings.database_url, create=True)
    try:
        with ReadingPool(workers, options) as pool:
            async with Fetcher(allowed_hosts, pause) as fetcher:
                watcher = Watcher(opened, watched, fetcher, pool, Ledger(options))
                for kind in (signal.SIGINT, signal.SIGTERM):
                    asyncio.get_running_loop().add_signal_handler(kind, watcher.stopped.set)
                while True:
                    done = await watcher.run_round(tell)
                    metrics.count(done.counts, done.visited)
                    metrics.set_aside(await opened.read(count_set_aside))
                    say(done)
                    if watcher.is_spent:
                        typer.echo("Stopped: what a model may cost is spent.  Start again to go on.", err=True)
                        return 1
                    if once or await _is_set(watcher.stopped, LOOK_SECONDS):
                        return 1 if once and done.failures else 0
    finally:
        opened.close()


def tell(_counts: SeedingCounts, failure: Failure | None) -> None:
    """Names what cannot be read."""
    if failure is not None:
        typer.echo(f"error: {failure}", err=True)


def say(done: Round) -> None:
    """One line for a round in which something happened."""
    counts = done.counts
    if done.visited or counts.done:
        typer.echo(
            f"{done.visited:,} visits: {counts.new:,} new, {counts.changed:,} changed, {counts.unchanged:,} unchanged, "
            f"{len(done.failures):,} failed.{tell_faults(counts)}"
        )


async def _is_set(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


if __name__ == "__main__":
    typer.run(main)
