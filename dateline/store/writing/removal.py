"""Taking back what an article said, down to the rows that nothing refers to any more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, exists, select

from dateline.store.writing.actors import remove_appearances
from dateline.store.writing.events import CountChanges
from schema.tables import (
    ACTOR_MENTION,
    APPEARANCE,
    CLUE,
    DATELINE,
    EVENT,
    EVIDENCE,
    JUDGEMENT,
    LOCATION,
    LOCATION_MENTION,
    OFFICE,
    PARTICIPANT,
    QUOTE,
    QUOTE_PART,
    REPORT,
    REPORT_TRIGGER,
    TOLL,
    VICTIMS,
)


@dataclass(slots=True)
class Touched:
    """Whose rows are to be made again, or may have become orphans."""

    events: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    locations: set[str] = field(default_factory=set)
    offices: set[tuple[str, str]] = field(default_factory=set)
    """Actor id and title key."""


def remove_facts(connection: Connection, article_id: str, touched: Touched, changes: CountChanges) -> None:
    """Deletes all facts of one article but its evidence, which events may refer to until they are made again."""
    appearances = select(APPEARANCE).where(APPEARANCE.c.article_id == article_id)
    said = [dict(row) for row in connection.execute(appearances).mappings()]
    touched.actors.update(row["actor_id"] for row in said)
    reports = connection.execute(
        select(REPORT.c.event_id, REPORT.c.location_id).where(REPORT.c.article_id == article_id)
    )
    for event_id, location_id in reports:
        touched.events.add(event_id)
        touched.locations.update({location_id} - {None})
    for table in (DATELINE, LOCATION_MENTION):
        locations = connection.execute(select(table.c.location_id).where(table.c.article_id == article_id)).scalars()
        touched.locations.update(set(locations) - {None})
    quotes = select(QUOTE.c.speaker_id).where(QUOTE.c.article_id == article_id, QUOTE.c.speaker_id.is_not(None))
    changes.actor_quotes.subtract(connection.execute(quotes).scalars())
    offices = select(OFFICE.c.actor_id, OFFICE.c.title_key).where(OFFICE.c.article_id == article_id)
    touched.offices.update((row.actor_id, row.title_key) for row in connection.execute(offices))
    _delete_rows(connection, article_id)
    remove_appearances(connection, said)


def _delete_rows(connection: Connection, article_id: str) -> None:
    reports = select(REPORT.c.id).where(REPORT.c.article_id == article_id)
    quotes = select(QUOTE.c.id).where(QUOTE.c.article_id == article_id)
    for table in (REPORT_TRIGGER, PARTICIPANT, TOLL, VICTIMS):
        connection.execute(delete(table).where(table.c.report_id.in_(reports)))
    connection.execute(delete(QUOTE_PART).where(QUOTE_PART.c.quote_id.in_(quotes)))
    for table in (CLUE, REPORT, QUOTE, OFFICE, ACTOR_MENTION, APPEARANCE, LOCATION_MENTION, DATELINE):
        connection.execute(delete(table).where(table.c.article_id == article_id))


def remove_evidence(connection: Connection, article_id: str, keep: Collection[str]) -> None:
    """Deletes the article's evidence but for the ids to keep."""
    stored = connection.execute(select(EVIDENCE.c.id).where(EVIDENCE.c.article_id == article_id)).scalars()
    gone = sorted(set(stored) - set(keep))
    if gone:
        connection.execute(delete(EVIDENCE).where(EVIDENCE.c.id.in_(gone)))


def remove_lonely_locations(connection: Connection, location_ids: Collection[str]) -> None:
    """Deletes those locations that nothing refers to, then their parents where that left them so."""
    candidates = set(location_ids)
    while candidates:
        lonely = select(LOCATION.c.id, LOCATION.c.parent_id).where(LOCATION.c.id.in_(sorted(candidates)))
        gone = connection.execute(lonely.where(*(~used for used in _uses()))).all()
        if gone:
            connection.execute(delete(LOCATION).where(LOCATION.c.id.in_(sorted(row.id for row in gone))))
        candidates = {row.parent_id for row in gone if row.parent_id is not None}


def _uses() -> list[Any]:
    child = LOCATION.alias()
    uses = [exists().where(child.c.parent_id == LOCATION.c.id)]
    uses += [
        exists().where(table.c.location_id == LOCATION.c.id)
        for table in (LOCATION_MENTION, DATELINE, REPORT, EVENT, JUDGEMENT)
    ]
    return uses
