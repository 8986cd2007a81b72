"""One round of watching after the other: visit what is due, read what changed, store it, note when to come again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.extraction.cleaning.dates import parse_date
from dateline.extraction.reading import read_articles
from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.syndication import Entry, parse_feed, parse_sitemap
from dateline.ingestion.intake.storing import withdraw_article
from dateline.ingestion.processes.pool import Reader
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.patience import Patience
from dateline.ingestion.seeding.seeding import Failure, Item, Listener, SeedingCounts, as_item, is_spent, take_in_all
from dateline.ingestion.watching.fetching import Fetched, Fetcher, FetchError
from dateline.ingestion.watching.folders import SETTLE_SECONDS, ChangedFile, find_changed, list_files
from dateline.store import Database
from dateline.store.bookkeeping.readings import find_readings
from dateline.store.bookkeeping.visits import Visit, find_visits, is_held, write_visits
from schema.errors import DatelineError, SourceError
from schema.ids import text_hash
from schema.mentions import RawArticle

log = logging.getLogger(__name__)

REVISIT = timedelta(hours=6)
"""How often a page is asked whether it changed, while a feed names it and says nothing new of it."""
LONGEST_BACK_OFF = timedelta(hours=24)
GONE = timedelta(days=30)
MOST_SITEMAPS = 50
BATCH = 24
"""Pages visited before what they say is stored."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What is followed, and how."""

    feeds: Sequence[str] = ()
    sitemaps: Sequence[str] = ()
    folders: Sequence[Path] = ()
    every: timedelta = timedelta(minutes=15)
    entries_only: bool = False
    """Reads what feeds themselves bring, and asks for no pages."""
    settle: float = SETTLE_SECONDS


@dataclass(slots=True)
class Round:
    """What one round found and did."""

    visited: int = 0
    """Requests that were answered, unchanged ones included."""
    failures: list[Failure] = field(default_factory=list)
    counts: SeedingCounts = field(default_factory=SeedingCounts)


class Watcher:
    """Follows; one at a time for a database."""

    def __init__(self, database: Database, watched: Watched, fetcher: Fetcher, reader: Reader, ledger: Ledger) -> None:
        self._database = database
        self._watched = watched
        self._fetcher = fetcher
        self._reader = reader
        self._ledger = ledger
        self._patience = Patience()
        self._reading = asyncio.Lock()
        self.stopped = asyncio.Event()
        """Set it to end a round early."""
        self.is_spent = False
        """Whether a round ended because what a model may cost is spent; what was not read is visited again."""

    async def run_round(self, listener: Listener) -> Round:
        """Visits what is due now and stores what it brings; what fails is in the round and tried again later."""
        done = Round()
        places = [(url, "FEED") for url in self._watched.feeds] + [(url, "SITEMAP") for url in self._watched.sitemaps]
        await asyncio.gather(*(self._visit_list(url, kind, done, listener) for url, kind in places))
        await asyncio.to_thread(self._read_folders, done, listener)
        return done

    # ---------------------------------------------------------------- feeds and sitemaps

    async def _visit_list(self, url: str, kind: str, done: Round, listener: Listener) -> None:
        known = await self._known([url])
        visit = known.get(url) or Visit(url, kind, _now())
        if visit.next_at > _now():
            return
        try:
            fetched = await self._fetcher.get(url, visit.etag, visit.last_modified)
            done.visited += 1
            entries = await self._read_list(fetched, kind) if fetched else []
        except (FetchError, SourceError) as error:
            self._fail(done, url, error)
            await self._note([_failed(visit, error, self._watched.every)])
            return
        due = await self._find_due(entries)
        for start in range(0, len(due), BATCH):
            if self.stopped.is_set():
                return
            await self._visit_pages(due[start : start + BATCH], done, listener)
        if self.is_spent:
            return
        # The list is noted last: what was broken off before is found in it again.
        await self._note([_visited(visit, fetched, self._watched.every)])

    async def _read_list(self, fetched: Fetched, kind: str) -> list[Entry]:
        if kind == "FEED":
            return await asyncio.to_thread(parse_feed, fetched.content, fetched.url, fetched.media_type)
        entries, further = await asyncio.to_thread(parse_sitemap, fetched.content, fetched.url)
        for url in further[:MOST_SITEMAPS]:
            below = await self._fetcher.get(url)
            if below is not None:
                entries += parse_sitemap(below.content, below.url)[0]
        return entries

    async def _find_due(self, entries: Sequence[Entry]) -> list[tuple[Entry, Visit | None]]:
        """Those that are new, that the list says something new of, or whose time has come; the last visits of them."""
        unique = {entry.url: entry for entry in reversed(entries)}
        known = await self._known(unique)
        found = [(entry, known.get(entry.url)) for entry in unique.values()]
        return [(entry, last) for entry, last in found if _is_due(entry, last)]

    async def _visit_pages(self, due: Sequence[tuple[Entry, Visit | None]], done: Round, listener: Listener) -> None:
        """Stores what a few pages say by now, and notes the visits."""
        visited = await asyncio.gather(*(self._visit_page(entry, last, done) for entry, last in due))
        raws = [raw for _, raw in visited if raw is not None]
        async with self._reading:
            if self.is_spent or not await asyncio.to_thread(self._take_in, raws, done, listener):
                return
        await self._note([visit for visit, _ in visited])

    async def _visit_page(self, entry: Entry, last: Visit | None, done: Round) -> tuple[Visit, RawArticle | None]:
        visit = replace(last or Visit(entry.url, "PAGE", _now()), mark=entry.mark)
        if self._watched.entries_only:
            return replace(visit, next_at=_now() + timedelta(days=3650)), _article(entry, entry.content or "", "utf-8")
        try:
            fetched = await self._fetcher.get(entry.url, visit.etag, visit.last_modified)
            done.visited += 1
            raw = None
            if fetched is not None:
                text, encoding = decode(fetched.content, entry.url, html=True)
                raw = _article(entry, text, encoding)
        except (FetchError, SourceError) as error:
            self._fail(done, entry.url, error)
            return _failed(replace(visit, mark=last.mark if last else None), error, self._watched.every), None
        return _visited(visit, fetched, REVISIT), raw

    # ---------------------------------------------------------------- folders

    def _read_folders(self, done: Round, listener: Listener) -> None:
        files = list_files(self._watched.folders)
        if not files:
            return
        known = self._database.run(lambda connection: find_visits(connection, [file.url for file in files]))
        for file in find_changed(files, known, self._watched.settle):
            items = [*map(as_item, read_articles(file.source))]
            if self.is_spent or not self._take_in(items, done, listener):
                return
            self._note_file(file, known.get(file.url), items)

    def _note_file(self, file: ChangedFile, last: Visit | None, items: Sequence[Item]) -> None:
        """Notes what a file held; what it held before and is another article by now was an older version."""
        raws = [item for item in items if isinstance(item, RawArticle)]
        with self._database.writing() as connection:
            held = None
            if file.is_one_article(raws):
                reading_id = self._ledger.id_of(raws[0])
                reading = find_readings(connection, [reading_id]).get(reading_id)
                held = reading.article_id if reading else None
            old = last.article_id if last else None
            if held and old and held != old and not is_held(connection, old, but_for=file.url):
                withdraw_article(connection, old)
            write_visits(connection, [Visit(file.url, "FILE", _now(), mark=file.mark, article_id=held)])

    # ---------------------------------------------------------------- both

    def _take_in(self, articles: Iterable[Item], done: Round, listener: Listener) -> bool:
        """False where what a model may cost was spent before the end."""

        def tell(counts: SeedingCounts, failure: Failure | None) -> None:
            if failure is not None:
                done.failures.append(failure)
            listener(counts, failure)

        counts = take_in_all(self._database, articles, self._reader, tell, self._ledger, self._patience)
        done.counts.add(counts)
        self.is_spent = self.is_spent or any(is_spent(failure.error) for failure in done.failures[-1:])
        return not self.is_spent

    async def _known(self, urls: Iterable[str]) -> dict[str, Visit]:
        wanted = list(urls)
        return await self._database.read(lambda connection: find_visits(connection, wanted))

    async def _note(self, visits: Sequence[Visit]) -> None:
        await self._database.write(lambda connection: write_visits(connection, visits))

    def _fail(self, done: Round, url: str, error: DatelineError) -> None:
        log.info("a visit failed", extra={"url": url, "reason": error.message})
        done.failures.append(Failure(url, error))


def _is_due(entry: Entry, last: Visit | None) -> bool:
    if last is None:
        return True
    if last.failures:
        return last.next_at <= _now()
    return last.mark != entry.mark or last.next_at <= _now()


def _article(entry: Entry, content: str, encoding: str) -> RawArticle:
    return RawArticle(
        origin=entry.url,
        content=content,
        media_type="text/html",
        encoding=encoding,
        title=entry.title,
        url=entry.url,
        publisher=entry.publisher,
        licence=entry.licence,
        byline=entry.byline,
        # An invalid day is the page's to report.
        published_at=entry.published_at if parse_date(entry.published_at or "") else None,
    )


def _visited(visit: Visit, fetched: Fetched | None, pause: timedelta) -> Visit:
    noted = replace(visit, next_at=_now() + pause, failures=0, error=None)
    if fetched is None:
        return noted
    mark = visit.mark if visit.kind == "PAGE" else text_hash(repr(fetched.content))
    return replace(noted, etag=fetched.etag, last_modified=fetched.last_modified, mark=mark)


def _failed(visit: Visit, error: DatelineError, every: timedelta) -> Visit:
    """Twice as long after each failure, or as the server said."""
    pause = GONE if getattr(error, "gone", False) else min(every * 2 ** min(visit.failures, 12), LONGEST_BACK_OFF)
    asked: datetime | None = getattr(error, "retry_at", None)
    next_at = max(_now() + pause, asked) if asked else _now() + pause
    return replace(visit, failures=visit.failures + 1, error=error.message, next_at=next_at)


def _now() -> datetime:
    return datetime.now(UTC)
