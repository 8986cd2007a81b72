"""Seeding: from files to rows.  Articles are read in parallel and written in order, one transaction each.

Running it again changes nothing; a run that is killed leaves whole articles only, and the next one goes on.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from dateline.extraction.reading import (
    Found,
    LeftOut,
    Listed,
    Remark,
    Rules,
    Source,
    Withdrawal,
    find_sources,
    read_articles,
)
from dateline.extraction.reading.registry import BY_MEDIA_TYPE
from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.intake.storing import store_article, withdraw_article
from dateline.ingestion.linking.identity import article_id_of_url
from dateline.ingestion.processes.poison import as_poison
from dateline.ingestion.processes.pool import BATCH, Reader, Result, split_batches
from dateline.ingestion.seeding.ledger import Ledger, place_of
from dateline.ingestion.seeding.patience import NO_PATIENCE, Patience
from dateline.store import Database
from dateline.store.judging.removed import allow_again
from dateline.store.writing.writer import Outcome
from schema.errors import BUDGET, AnswerError, DatelineError, PoisonError, RemovedError, SourceError
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
    partial: int = 0
    """Articles of which a stage of extraction failed; all else was read from them."""
    faults: Counter[str] = field(default_factory=Counter)
    """Those stages, with the number of articles."""
    undated: int = 0
    """Articles in English of which nobody knows the day: `yesterday` in them stays open."""
    removed: int = 0
    """Articles that were taken out for good before, and stay out."""
    withdrawn: int = 0
    """Stored articles that their source has cancelled."""
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What was not read, by kind (`.jpg`) and reason."""
    remarks: dict[str, list[str]] = field(default_factory=dict)
    """What a person should know, with the places that it was noticed in."""

    @property
    def done(self) -> int:
        """Articles that need no more work."""
        return self.read + self.failed

    def add(self, other: SeedingCounts) -> None:
        """Adds what another run has done."""
        names = (
            "read",
            "new",
            "changed",
            "unchanged",
            "failed",
            "foreign",
            "partial",
            "undated",
            "withdrawn",
            "removed",
        )
        for name in names:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults.update(other.faults)
        self.left_out.update(other.left_out)
        for text, places in other.remarks.items():
            self.remarks.setdefault(text, []).extend(places)

    def note(self, item: LeftOut | Remark) -> None:
        """Counts what is no article."""
        if isinstance(item, LeftOut):
            self.left_out[item.kind, item.reason] += 1
        else:
            self.remarks.setdefault(item.text, []).append(item.name)


Item = RawArticle | Failure | LeftOut | Remark | Withdrawal
"""What a source gives to a run."""
Listener = Callable[[SeedingCounts, Failure | None], None]
"""Told after each article, with its failure if it failed."""


def count_articles(sources: Iterable[Listed]) -> int | None:
    """How many articles there are to read, errors included; None where a source can hold many and does not say."""
    total = 0
    for source in sources:
        if isinstance(source, SourceError):
            total += 1
        elif isinstance(source, Source):
            held = _count(source)
            if held is None:
                return None
            total += held
    return total


def _count(source: Source) -> int | None:
    if source.path is None:
        return None
    if source.media_type == "application/jsonl":
        return _count_lines(source)
    is_collection = BY_MEDIA_TYPE[source.media_type].is_collection and source.media_type != "text/plain"
    return None if is_collection else 1


def _count_lines(source: Source) -> int:
    assert source.path is not None
    try:
        with source.path.open("rb") as stream:
            return sum(1 for line in stream if not line.isspace())
    except OSError:
        return 1


def list_sources(paths: Sequence[str]) -> list[Listed]:
    """The files that the paths mean, in the order in which they are read, with what is left out."""
    return list(find_sources(paths))


def seed(
    database: Database,
    sources: Iterable[Listed],
    reader: Reader,
    listener: Listener,
    ledger: Ledger | None = None,
    patience: Patience = NO_PATIENCE,
    rules: Rules | None = None,
    fetched: Sequence[Item] = (),
) -> SeedingCounts:
    """Takes in all articles of the sources, after those that were fetched.

    What fails is counted and told to the listener, the rest goes on.

    DatabaseError where the database fails, for longer than patience lasts: what was written until then stays.
    """
    return take_in_all(database, read_all(sources, rules, fetched), reader, listener, ledger, patience)


def take_in_all(
    database: Database,
    articles: Iterable[Item],
    reader: Reader,
    listener: Listener,
    ledger: Ledger | None = None,
    patience: Patience = NO_PATIENCE,
) -> SeedingCounts:
    """The same for articles from anywhere.  Ends early where a model's budget is spent: with that failure, the last."""
    run = Run(database, listener, ledger, patience)
    run.read(articles, reader)
    return run.counts


class Run:
    """One run: what was sent to be read, in order, with what passes by because nothing has to be read."""

    def __init__(self, database: Database, listener: Listener, ledger: Ledger | None, patience: Patience) -> None:
        self.counts = SeedingCounts()
        self._database = database
        self._listener = listener
        self._ledger = ledger
        self._patience = patience
        self._waiting: deque[RawArticle | Failure | Withdrawal | None] = deque()

    def read(self, items: Iterable[Item], reader: Reader) -> None:
        """Reads all that has to be, until what a model may cost is spent."""
        for result in reader.read(self.unread(items)):
            self.settle(result)
            if is_spent(result):
                return
        self.pass_by()

    def unread(self, items: Iterable[Item]) -> Iterator[RawArticle]:
        """Those articles that have to be read; the others wait for their turn."""
        for batch in split_batches(self._noted(items), BATCH):
            raws = [item for item in batch if isinstance(item, RawArticle)]
            known = iter(self._find_done(raws))
            for item in batch:
                if not isinstance(item, RawArticle):
                    self._waiting.append(item)
                    continue
                done = next(known)
                if done is None:
                    self._waiting.append(item)
                    yield item
                else:
                    self._waiting.append(Failure(place_of(item), done) if isinstance(done, PoisonError) else None)

    def _noted(self, items: Iterable[Item]) -> Iterator[RawArticle | Failure | Withdrawal]:
        for item in items:
            if isinstance(item, (LeftOut, Remark)):
                self.counts.note(item)
            else:
                yield item

    def settle(self, result: Result) -> None:
        """Stores what was read of the next article, or notes why it was not."""
        self.pass_by()
        raw = self._waiting.popleft()
        assert isinstance(raw, RawArticle)
        error = self._try_to_store(raw, result) if isinstance(result, Analysis) else result
        if error is None:
            self._listener(self.counts, None)
            return
        if isinstance(error, PoisonError | AnswerError) and not is_spent(error) and self._ledger is not None:
            self._patience.persist(lambda: self._set_aside(raw, error))
        self._fail(Failure(place_of(raw), error))

    def pass_by(self) -> None:
        """Counts what waits at the front and has not to be read."""
        while self._waiting and not isinstance(self._waiting[0], RawArticle):
            item = self._waiting.popleft()
            if isinstance(item, Failure):
                self._fail(item)
            elif isinstance(item, Withdrawal):
                self._patience.persist(partial(self._withdraw, item))
            else:
                self.counts.read += 1
                self.counts.unchanged += 1
                self._listener(self.counts, None)

    def _withdraw(self, notice: Withdrawal) -> None:
        with self._database.writing() as connection:
            done = withdraw_article(connection, article_id_of_url(notice.url))
        self.counts.withdrawn += done

    def _find_done(self, raws: Sequence[RawArticle]) -> Sequence[str | PoisonError | None]:
        ledger = self._ledger
        if ledger is None or not raws:
            return [None] * len(raws)
        return self._patience.persist(lambda: self._database.run(lambda one: ledger.find_done(one, raws)))

    def _fail(self, failure: Failure) -> None:
        self.counts.failed += 1
        self._listener(self.counts, failure)

    def _try_to_store(self, raw: RawArticle, analysis: Analysis) -> PoisonError | None:
        """None where it is stored; what the article is set aside for where its facts cannot be, whatever is wrong."""
        try:
            self._patience.persist(lambda: self._store(raw, analysis))
        except DatelineError:
            raise
        except Exception as error:
            return as_poison(error)
        return None

    def _set_aside(self, raw: RawArticle, error: DatelineError) -> None:
        assert self._ledger is not None
        with self._database.writing() as connection:
            self._ledger.note_set_aside(connection, raw, error)

    def _store(self, raw: RawArticle, analysis: Analysis) -> None:
        facts = Assembly(analysis).facts()
        try:
            with self._database.writing() as connection:
                if self._ledger is not None and self._ledger.allow_removed:
                    allow_again(connection, facts.id, facts.source.sha256)
                outcome = store_article(connection, facts)
                if self._ledger is not None:
                    self._ledger.note_stored(connection, raw, facts.id, outcome)
        except RemovedError:
            self.counts.read += 1
            self.counts.removed += 1
            return
        self.counts.read += 1
        self.counts.partial += bool(analysis.faults)
        self.counts.faults.update({fault.stage for fault in analysis.faults})
        self.counts.foreign += facts.source.language != "en"
        self.counts.undated += facts.source.language == "en" and facts.source.published_at is None
        self.counts.new += outcome is Outcome.NEW
        self.counts.changed += outcome is Outcome.CHANGED
        self.counts.unchanged += outcome is Outcome.UNCHANGED


def is_spent(result: object) -> bool:
    """Whether an article was not read because a model's budget is spent."""
    return isinstance(result, AnswerError) and result.code == BUDGET


def read_all(sources: Iterable[Listed], rules: Rules | None, fetched: Sequence[Item] = ()) -> Iterator[Item]:
    """All articles of the sources, after those that were fetched."""
    yield from fetched
    for source in sources:
        if isinstance(source, Source):
            yield from map(as_item, read_articles(source, rules))
        else:
            yield as_item(source)


def as_item(found: Found) -> Item:
    """The same with errors as failures."""
    return Failure("", found) if isinstance(found, SourceError) else found
