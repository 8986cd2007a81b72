"""The ledger of ingestion: which raw articles need no more work, and why some were set aside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, select

from dateline.store.keeping.folding import storable
from dateline.store.keeping.insertion import upsert_rows
from schema.tables import READING


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a raw article; exactly one of the two is there."""

    article_id: str | None
    reason: str | None


def find_readings(connection: Connection, ids: Collection[str]) -> dict[str, Reading]:
    """Those of the raw articles that need no more work."""
    columns = READING.c
    rows = connection.execute(select(columns.id, columns.article_id, columns.reason).where(columns.id.in_(sorted(ids))))
    return {row.id: Reading(row.article_id, row.reason) for row in rows}


@dataclass(frozen=True, slots=True)
class RawKey:
    """What a raw article is known by in the ledger."""

    id: str
    """Made from all that was read, by which model and which extractor."""
    raw_id: str
    """The same whoever reads it."""
    origin: str
    """Where it lies, for people."""


def note_stored(connection: Connection, raw: RawKey, article_id: str, *, changed: bool) -> None:
    """Notes that a raw article is stored; with `changed` what was read for an older version may be read again."""
    if changed:
        connection.execute(delete(READING).where(READING.c.article_id == article_id))
    _note(connection, raw, article_id, None)


def note_set_aside(connection: Connection, raw: RawKey, reason: str) -> None:
    """Notes that a raw article is not to be tried again, and why."""
    _note(connection, raw, None, storable(reason))


def count_set_aside(connection: Connection) -> int:
    """How many raw articles are set aside."""
    return int(connection.execute(select(func.count()).where(READING.c.reason.is_not(None))).scalar_one())


def _note(connection: Connection, raw: RawKey, article_id: str | None, reason: str | None) -> None:
    # Why another version of the extractor set it aside is of no use any more.
    aside = (READING.c.raw_id == raw.raw_id) & READING.c.reason.is_not(None)
    connection.execute(delete(READING).where(aside))
    row = {
        "id": raw.id,
        "raw_id": raw.raw_id,
        "article_id": article_id,
        "origin": storable(raw.origin),
        "reason": reason,
        "added_at": datetime.now(UTC),
    }
    upsert_rows(connection, READING, [row], key=["id"], keep=())
