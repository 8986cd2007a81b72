"""The log of what was added: written in the transaction that adds it, read by every process that has subscribers.

An article is added when its id is written for the first time.  An event is added when an article is the first to tell
of it; further reports, and other events that turn out to be the same, add nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, func, select, text

from dateline.store.keeping.insertion import insert_rows
from schema.tables import CHANGE

CHANNEL = "dateline_change"
"""Of PostgreSQL's notifications."""
KEPT = 10_000
"""Rows; who falls further behind has lost its place."""
_NUMBERING_LOCK = 7_210_453


@dataclass(frozen=True, slots=True)
class Addition:
    """One line of the log."""

    number: int
    noun: str
    id: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of the log, as they were at one moment."""

    lines: Sequence[Addition]
    whole: bool
    """False where lines before them, after the number asked for, are deleted already."""


_NEWEST = select(func.coalesce(func.max(CHANGE.c.number), 0))
_FORGET = delete(CHANGE).where(CHANGE.c.number <= bindparam("last"))


def note_added(connection: Connection, added: Iterable[tuple[str, str]]) -> None:
    """Adds pairs of noun and id to the log, seen by others when the connection's transaction is committed."""
    now = datetime.now(UTC)
    rows = [{"noun": noun, "item_id": identifier, "added_at": now} for noun, identifier in added]
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        # Numbers are drawn when a row is written, not when it becomes visible: without taking turns until the commit,
        # a reader could pass over the number of a slower writer for ever.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _NUMBERING_LOCK})
    insert_rows(connection, CHANGE, rows)
    connection.execute(_FORGET, {"last": newest_number(connection) - KEPT})
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})


def forget_added(connection: Connection, event_ids: Collection[str]) -> None:
    """Takes events out of the log: they turned out to be older ones, which answer under these ids now."""
    if event_ids:
        connection.execute(delete(CHANGE).where(CHANGE.c.noun == "event", CHANGE.c.item_id.in_(sorted(event_ids))))


def newest_number(connection: Connection) -> int:
    """The number of the last line; 0 where there is none."""
    return int(connection.execute(_NEWEST).scalar_one())


def read_additions(connection: Connection, after: int, most: int) -> Stretch:
    """The lines after a number, at most so many, in order."""
    columns = CHANGE.c
    # One statement sees one moment: what is deleted between two would be neither read nor missed.
    oldest = select(func.min(columns.number)).correlate(None).scalar_subquery().label("oldest")
    statement = select(columns.number, columns.noun, columns.item_id, oldest).where(columns.number > after)
    rows = connection.execute(statement.order_by(columns.number).limit(most)).all()
    lines = [Addition(row.number, row.noun, row.item_id) for row in rows]
    return Stretch(lines, whole=not rows or rows[0].oldest <= after + 1)
