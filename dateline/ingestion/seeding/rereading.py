"""Reading stored articles again after the extractor or the model has changed: in place, what people decided kept.

Texts stay as they are, so offsets and ids of articles do too.  A run that is broken off goes on when started again:
what was read has the new version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.intake.storing import store_article
from dateline.ingestion.processes.pool import Reader
from dateline.ingestion.seeding.patience import NO_PATIENCE, Patience
from dateline.ingestion.seeding.seeding import is_spent
from dateline.store import Database
from dateline.store.reading.stored_texts import count_outdated, find_outdated, told_facts
from schema.errors import DatelineError, RemovedError
from schema.mentions import Analysis, SourceText

BATCH = 64
"""Texts fetched at once."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one article: facts that are gone and facts that are new, counted by noun."""

    article_id: str
    gone: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    error: DatelineError | None = None

    @property
    def is_any(self) -> bool:
        """Whether anything is otherwise."""
        return bool(self.gone or self.new)


@dataclass(slots=True)
class Rereading:
    """What a run has done so far, in articles and facts."""

    read: int = 0
    changed: int = 0
    """Articles of which anything is otherwise."""
    failed: int = 0
    gone: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)

    def add(self, difference: Difference) -> None:
        """Counts one article."""
        self.read += difference.error is None
        self.failed += difference.error is not None
        self.changed += difference.is_any
        self.gone += difference.gone
        self.new += difference.new


Listener = Callable[[Rereading, Difference], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles to read again: those of another extractor or model, or everything."""

    extractor: str
    model: str
    everything: bool = False


def count_wanted(database: Database, wanted: Wanted) -> int:
    """How many there are."""
    return database.run(lambda one: count_outdated(one, wanted.extractor, wanted.model, everything=wanted.everything))


def reread(
    database: Database, wanted: Wanted, reader: Reader, listener: Listener, *, dry_run: bool = False
) -> Rereading:
    """Reads again what is wanted and stores it; with `dry_run` tells what would change and changes nothing.

    Ends early where a model's budget is spent, with that failure.
    """
    done, patience = Rereading(), Patience()
    waiting: list[str] = []

    def sources() -> Iterator[SourceText]:
        for identifier, source in find_wanted(database, wanted, patience):
            waiting.append(identifier)
            yield source

    for result in reader.read(sources()):
        identifier = waiting.pop(0)
        if isinstance(result, Analysis):
            difference = patience.persist(partial(_store, database, identifier, result, keep=not dry_run))
        else:
            difference = Difference(identifier, error=result)
        done.add(difference)
        listener(done, difference)
        if is_spent(result):
            break
    return done


def find_wanted(
    database: Database, wanted: Wanted, patience: Patience = NO_PATIENCE
) -> Iterator[tuple[str, SourceText]]:
    """The id and the text of each."""
    found: list[tuple[str, SourceText]] = []
    while found := patience.persist(partial(_find_next, database, wanted, found[-1][0] if found else "")):
        yield from found


def _find_next(database: Database, wanted: Wanted, after: str) -> list[tuple[str, SourceText]]:
    with database.reading() as connection:
        return find_outdated(connection, wanted.extractor, wanted.model, after, BATCH, everything=wanted.everything)


class _UndoError(Exception):
    """Ends a transaction that only looked."""


def _store(database: Database, article_id: str, analysis: Analysis, *, keep: bool) -> Difference:
    facts = Assembly(analysis).facts()
    difference = Difference(article_id)
    try:
        with database.writing() as connection:
            before = told_facts(connection, article_id)
            store_article(connection, facts, again=True)
            after = told_facts(connection, article_id)
            for noun, told in before.items():
                difference.gone[noun] += len(told - after[noun])
                difference.new[noun] += len(after[noun] - told)
            if not keep:
                raise _UndoError
    except (_UndoError, RemovedError):
        pass  # What was taken out meanwhile stays out.
    return Difference(article_id, +difference.gone, +difference.new)
