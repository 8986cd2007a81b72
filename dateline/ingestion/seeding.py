"""Seeding: from files to rows.  Articles are read in parallel and written in order, one transaction each.

Running it again changes nothing; a run that is killed leaves whole articles only, and the next one goes on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.extraction.reading import Source, find_sources, read_articles
from dateline.ingestion.assembly import Assembly
from dateline.ingestion.pool import ReadingPool
from dateline.ingestion.storing import store_article
from dateline.store import Database
from dateline.store.writer import Outcome
from schema.errors import DatelineError, SourceError
from schema.mentions import Analysis, RawArticle


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that was not taken in, where it lies, and why."""

    where: str
    error: DatelineError

    def __str__(self) -> str:
        message = str(self.error)
        return message if message.startswith(self.where) else f"{self.where}: {message}"


@dataclass(slots=True)
class SeedingCounts:
    """What a run has done so far, in articles."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    foreign: int = 0
    """Articles that are not in English: stored, but nothing is read from them."""

    @property
    def done(self) -> int:
        """Articles that need no more work."""
        return self.read + self.failed


Listener = Callable[[SeedingCounts, Failure | None], None]
"""Told after each article, with its failure if it failed."""


def count_articles(sources: Iterable[Source | SourceError]) -> int | None:
    """How many articles there are to read, errors included; None where standard input is among them."""
    total = 0
    for source in sources:
        if isinstance(source, SourceError) or source.media_type != "application/jsonl":
            total += 1
        elif source.path is None:
            return None
        else:
            total += _count_lines(source)
    return total


def _count_lines(source: Source) -> int:
    assert source.path is not None
    try:
        with source.path.open("rb") as stream:
            return sum(1 for line in stream if not line.isspace())
    except OSError:
        return 1


def list_sources(paths: Sequence[str]) -> list[Source | SourceError]:
    """The files that the paths mean, in the order in which they are read."""
    return list(find_sources(paths))


def seed(
    database: Database, sources: Iterable[Source | SourceError], pool: ReadingPool, listener: Listener
) -> SeedingCounts:
    """Takes in all articles of the sources; what fails is counted and told to the listener, the rest goes on.

    DatabaseError where the database fails: what was written until then stays.
    """
    counts = SeedingCounts()
    waiting: deque[RawArticle | Failure] = deque()

    def articles() -> Iterator[RawArticle]:
        for item in _read_all(sources):
            waiting.append(item)
            if isinstance(item, RawArticle):
                yield item

    def tell_failures() -> None:
        while waiting and isinstance(waiting[0], Failure):
            _note_failure(counts, waiting.popleft(), listener)  # type: ignore[arg-type]

    for result in pool.read(articles()):
        tell_failures()
        raw = waiting.popleft()
        assert isinstance(raw, RawArticle)
        if isinstance(result, Analysis):
            _store(database, result, counts)
            listener(counts, None)
        else:
            _note_failure(counts, Failure(place_of(raw), result), listener)
    tell_failures()
    return counts


def place_of(raw: RawArticle) -> str:
    """Where an article lies, for people: `articles.jsonl, line 17`."""
    return f"{raw.origin}, line {raw.line}" if raw.line is not None else raw.origin


def _read_all(sources: Iterable[Source | SourceError]) -> Iterator[RawArticle | Failure]:
    for source in sources:
        if isinstance(source, SourceError):
            yield Failure("", source)
            continue
        for item in read_articles(source):
            yield item if isinstance(item, RawArticle) else Failure("", item)


def _note_failure(counts: SeedingCounts, failure: Failure, listener: Listener) -> None:
    counts.failed += 1
    listener(counts, failure)


def _store(database: Database, analysis: Analysis, counts: SeedingCounts) -> None:
    facts = Assembly(analysis).facts()
    with database.writing() as connection:
        outcome = store_article(connection, facts)
    counts.read += 1
    counts.foreign += facts.source.language != "en"
    counts.new += outcome is Outcome.NEW
    counts.changed += outcome is Outcome.CHANGED
    counts.unchanged += outcome is Outcome.UNCHANGED
