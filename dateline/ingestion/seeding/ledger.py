"""Going on where a run stopped: what was stored or set aside is not read again, unless the extractor has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from dateline.extraction.parsing import model_location
from dateline.extraction.version import VERSION
from dateline.ingestion.processes.options import ReadingOptions
from dateline.store.bookkeeping.readings import RawKey, find_readings, note_set_aside, note_stored
from dateline.store.writing.writer import Outcome
from schema.errors import DatelineError, PoisonError
from schema.ids import content_id
from schema.mentions import RawArticle

RETRY_HINT = "It was set aside by an earlier run; to try it again: --retry"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What runs with these options have done; `retry` tries again what they set aside."""

    options: ReadingOptions
    retry: bool = False
    allow_removed: bool = False
    """Whether what was taken out for good may come back."""

    def id_of(self, raw: RawArticle) -> str:
        """The same for the same content and metadata, by the same models, questions and extractor."""
        reader = [VERSION, str(model_location(self.options.model)), _hash_file(self.options.gazetteer)]
        reader += [_hash_file(self.options.actors)] if self.options.actors is not None else []
        reader += [self.options.second.version] if self.options.second is not None else []
        return content_id("reading", *reader, *self._content_of(raw))

    def _content_of(self, raw: RawArticle) -> list[str | None]:
        content = (raw.content, raw.media_type, raw.title, raw.url, raw.publisher, raw.byline, raw.published_at)
        return [*content, *(told for told in (raw.licence, self.options.licence, raw.fallback_day) if told)]

    def _key_of(self, raw: RawArticle) -> RawKey:
        return RawKey(self.id_of(raw), content_id("reading", *self._content_of(raw)), place_of(raw))

    def find_done(self, connection: Connection, raws: Sequence[RawArticle]) -> list[str | PoisonError | None]:
        """For each article the id of what is stored already, the error that it was set aside for, or None."""
        ids = [self.id_of(raw) for raw in raws]
        found = find_readings(connection, set(ids))
        done: list[str | PoisonError | None] = []
        for identifier in ids:
            reading = found.get(identifier)
            if reading is None or (reading.reason is not None and self.retry):
                done.append(None)
            elif reading.reason is not None:
                done.append(PoisonError(reading.reason, hint=RETRY_HINT))
            else:
                done.append(reading.article_id)
        return done

    def note_stored(self, connection: Connection, raw: RawArticle, article_id: str, outcome: Outcome) -> None:
        """Notes, in the transaction that stores it, what became of an article."""
        note_stored(connection, self._key_of(raw), article_id, changed=outcome is Outcome.CHANGED)

    def note_set_aside(self, connection: Connection, raw: RawArticle, error: DatelineError) -> None:
        """Notes why an article is not to be tried again."""
        note_set_aside(connection, self._key_of(raw), error.message)


def place_of(raw: RawArticle) -> str:
    """Where an article lies, for people: `articles.jsonl, line 17`."""
    return f"{raw.origin}, line {raw.line}" if raw.line is not None else raw.origin


@cache
def _hash_file(path: Path | None) -> str | None:
    """Of the places or actors of one's own: others give other facts.  Read once in a process, as they are."""
    return None if path is None else hashlib.sha256(path.read_bytes()).hexdigest()
