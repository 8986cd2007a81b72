"""Checks an installation and says what to do: `dateline doctor`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection, func, select, text

from api.pages import EXPLORER
from dateline.extraction.gazetteer.lookup import gazetteer_path
from dateline.extraction.parsing import MEDIUM_PACKAGE, SMALL_PACKAGE, load_model
from dateline.extraction.version import VERSION
from dateline.settings import Settings, read_settings
from dateline.store import Database, open_database
from dateline.store.bookkeeping.readings import count_set_aside
from dateline.store.integrity import check_invariants
from dateline.store.keeping.replica import State as Standing
from dateline.store.keeping.replica import open_replica
from dateline.store.keeping.vacuum import has_remains
from dateline.store.reading.stored_texts import count_faults, count_older
from schema.errors import DatelineError
from schema.tables import ARTICLE
from scripts.options import DatabaseUrl

LEAST_FREE_MB = 1_000
LEAST_MEMORY_MB = 1_000
LARGEST_JOURNAL_MB = 1_000
OLDEST_POSTGRESQL = 14
MOST_SHOWN = 5


class State(StrEnum):
    """How something is."""

    GOOD = "ok"
    DOUBTFUL = "warning"
    BAD = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do where it is not well."""

    what: str
    state: State
    words: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"{self.state.value:8} {self.what}: {self.words}"
        return f"{line}\n         {self.advice}" if self.advice else line


Check = Callable[[Settings], Iterator[Finding]]

Full = Annotated[bool, typer.Option("--full", help="Also load the model, and read the whole store and compare it.")]


def main(database: DatabaseUrl = None, full: Full = False) -> None:
    """Look at everything that Dateline needs, and say what to do where something is missing or wrong.

    Changes nothing.  The exit status is 1 where something is wrong; warnings alone give 0.

    Examples:

      dateline doctor

      dateline doctor --full --database postgresql://dateline@db/dateline
    """
    try:
        settings = read_settings(database_url=database)
    except DatelineError as error:
        typer.echo(Finding("settings", State.BAD, error.message, error.hint or ""))
        raise typer.Exit(1) from None
    checks: list[Check] = [check_machine, check_model, check_places, check_page, check_database]
    if full:
        checks += [check_reading, check_store]
    states = [show(finding) for check in checks for finding in check(settings)]
    raise typer.Exit(1 if State.BAD in states else 0)


def show(finding: Finding) -> State:
    """Prints a finding."""
    typer.echo(finding)
    return finding.state


def check_machine(settings: Settings) -> Iterator[Finding]:
    """Python, memory, and the disk that the database is on."""
    yield Finding("Python", State.GOOD, ".".join(map(str, sys.version_info[:3])))
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e6
        few = memory < LEAST_MEMORY_MB
        advice = "Read with one process: --workers 1. Each needs up to 500 MB." if few else ""
        yield Finding("memory", State.DOUBTFUL if few else State.GOOD, f"{memory:,.0f} MB", advice)
    folder = _existing(_sqlite_path(settings) or Path.cwd())
    free = shutil.disk_usage(folder).free / 1e6
    few = free < LEAST_FREE_MB
    advice = "Free some: an article takes about 100 KB." if few else ""
    yield Finding("disk", State.DOUBTFUL if few else State.GOOD, f"{free:,.0f} MB free at {folder}", advice)


def check_model(settings: Settings) -> Iterator[Finding]:
    """Whether a language model is installed."""
    if settings.model:
        yield Finding("language model", State.GOOD, f"{settings.model}, as set")
        return
    for package in (MEDIUM_PACKAGE, SMALL_PACKAGE):
        try:
            yield Finding("language model", State.GOOD, f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
        return
    advice = "Run scripts/setup, or name an installed spaCy pipeline in DATELINE_MODEL."
    yield Finding("language model", State.BAD, "none is installed", advice)


def check_places(settings: Settings) -> Iterator[Finding]:
    """The gazetteer, and places of one's own."""
    path = gazetteer_path(settings.cache_dir)
    if path.is_file():
        yield Finding("gazetteer", State.GOOD, f"{path} ({path.stat().st_size / 1e6:,.0f} MB)")
    else:
        advice = "It is built on first use; to do it now: dateline gazetteer"
        yield Finding("gazetteer", State.DOUBTFUL, "not built yet", advice)
    if settings.gazetteer is not None and not settings.gazetteer.is_file():
        yield Finding("places of your own", State.BAD, f"{settings.gazetteer} is no file", "See docs/gazetteer.md.")
    if settings.actors is not None and not settings.actors.is_file():
        yield Finding("actors of your own", State.BAD, f"{settings.actors} is no file", "See docs/actors.md.")


def check_page(_settings: Settings) -> Iterator[Finding]:
    """Whether the explorer's page is there."""
    if EXPLORER.is_file():
        yield Finding("explorer page", State.GOOD, "built")
    else:
        advice = "The API works without it. To build it: npm ci and npm run build in the folder web."
        yield Finding("explorer page", State.DOUBTFUL, "not built", advice)


def check_database(settings: Settings) -> Iterator[Finding]:
    """Whether the database answers, has the right tables, may be written, and is well."""
    try:
        opened = open_database(settings.database_url)
    except DatelineError as error:
        yield Finding("database", State.BAD, error.message, error.hint or "")
        return
    try:
        with opened.reading() as connection:
            articles = connection.execute(select(func.count()).select_from(ARTICLE)).scalar_one()
            yield Finding("database", State.GOOD, f"{opened.dialect}, {articles:,} articles")
            yield from _check_engine(opened, connection)
            yield from _check_articles(connection)
        yield from _check_writing(opened)
        yield from _check_replica(opened, settings)
    except DatelineError as error:
        yield Finding("database", State.BAD, error.message, error.hint or "")
    finally:
        opened.close()


def _check_articles(connection: Connection) -> Iterator[Finding]:
    aside, older, faults = count_set_aside(connection), count_older(connection, VERSION), count_faults(connection)
    if aside:
        advice = "Look at the table reading; to try them again: dateline seed PATH --retry"
        yield Finding("set aside", State.DOUBTFUL, f"{aside:,} articles that nothing could read", advice)
    if older:
        advice = "To read them again: dateline reextract"
        yield Finding("older reader", State.DOUBTFUL, f"{older:,} articles were read by another version", advice)
    for fault, number in sorted(faults.items()):
        advice = "The rest of them was read.  Report it; to try again: dateline reextract --all"
        yield Finding("read in part", State.DOUBTFUL, f"{fault} failed on {number:,} articles", advice)


def _check_engine(database: Database, connection: Connection) -> Iterator[Finding]:
    if database.dialect == "sqlite":
        yield from _check_sqlite(database, connection)
        return
    number = int(connection.execute(text("SHOW server_version_num")).scalar_one()) // 10_000
    old = number < OLDEST_POSTGRESQL
    advice = f"Dateline is tested with {OLDEST_POSTGRESQL} and newer." if old else ""
    yield Finding("PostgreSQL", State.DOUBTFUL if old else State.GOOD, f"version {number}", advice)
    most = int(connection.execute(text("SHOW max_connections")).scalar_one())
    used = connection.execute(text("SELECT count(*) FROM pg_stat_activity")).scalar_one()
    scarce = used > 0.8 * most
    advice = "Raise max_connections, or start fewer servers: each holds up to 40." if scarce else ""
    yield Finding("connections", State.DOUBTFUL if scarce else State.GOOD, f"{used} of {most} in use", advice)


def _check_sqlite(database: Database, connection: Connection) -> Iterator[Finding]:
    found = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
    if found != "ok":
        yield Finding("file", State.BAD, f"damaged: {found}", "Put a backup back: dateline restore FILE")
    if has_remains(connection):
        advice = "To clean the file: dateline remove --clean"
        yield Finding("removed articles", State.DOUBTFUL, "their words may be left in the file", advice)
    journal = Path(f"{database.engine.url.database}-wal")
    size = journal.stat().st_size / 1e6 if journal.exists() else 0.0
    if size > LARGEST_JOURNAL_MB:
        advice = "Somebody reads one page for hours; end that, and the journal shrinks."
        yield Finding("journal", State.DOUBTFUL, f"{size:,.0f} MB", advice)


def _check_writing(database: Database) -> Iterator[Finding]:
    with database.writing() as connection:
        # Changes nothing, but is refused where writing would be.
        connection.execute(ARTICLE.delete().where(ARTICLE.c.id == ""))
    yield Finding("writing", State.GOOD, "allowed")


def _check_replica(database: Database, settings: Settings) -> Iterator[Finding]:
    replica = open_replica(database, settings.database_replica_url, settings.replica_lag_seconds)
    if replica is None:
        return
    try:
        found = replica.look()
    finally:
        replica.database.close()
    if found.state is Standing.OK:
        lag = "how far it is behind cannot be told" if found.lag_bytes is None else f"{found.lag_bytes:,} bytes behind"
        yield Finding("replica", State.GOOD, lag)
    else:
        advice = "The primary answers meanwhile.  Look at pg_stat_replication there, and at the replica's log."
        yield Finding("replica", State.DOUBTFUL, found.reason, advice)


def check_reading(settings: Settings) -> Iterator[Finding]:
    """Whether the model loads."""
    try:
        nlp = load_model(settings.model).nlp
    except DatelineError as error:
        yield Finding("loading the model", State.BAD, error.message, error.hint or "")
        return
    yield Finding("loading the model", State.GOOD, ", ".join(nlp.pipe_names))


def check_store(settings: Settings) -> Iterator[Finding]:
    """Whether all that is stored agrees."""
    try:
        opened = open_database(settings.database_url)
    except DatelineError:
        return  # `check_database` has told.
    try:
        wrong = opened.run(check_invariants)
    finally:
        opened.close()
    for sentence in wrong[:MOST_SHOWN]:
        yield Finding("store", State.BAD, sentence)
    if wrong:
        advice = "Put a backup back (dateline restore), or report it."
        yield Finding("store", State.BAD, f"{len(wrong):,} things are wrong", advice)
    else:
        yield Finding("store", State.GOOD, "everything in it agrees")


def _sqlite_path(settings: Settings) -> Path | None:
    prefix = "sqlite:///"
    return Path(settings.database_url.removeprefix(prefix)) if settings.database_url.startswith(prefix) else None


def _existing(path: Path) -> Path:
    return next(folder for folder in (path, *path.resolve().parents) if folder.is_dir())


if __name__ == "__main__":
    typer.run(main)
