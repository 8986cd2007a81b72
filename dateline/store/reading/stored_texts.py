"""Articles as they are stored, to be read again: the same text, so that every offset stays what it was."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from schema.mentions import SourceText
from schema.spans import OffsetMap
from schema.tables import ACTOR_MENTION, ARTICLE, EVIDENCE, LOCATION_MENTION, QUOTE, REPORT, TOLL


def count_outdated(connection: Connection, extractor: str, model: str | None, *, everything: bool = False) -> int:
    """How many articles another extractor, or another model, has read."""
    statement = select(func.count()).select_from(ARTICLE)
    if not everything:
        statement = statement.where(_outdated(extractor, model))
    return int(connection.execute(statement).scalar_one())


def count_older(connection: Connection, version: str) -> int:
    """How many articles another version of the extractor has read, whatever places of one's own it knew."""
    counts = connection.execute(select(ARTICLE.c.extractor, func.count()).group_by(ARTICLE.c.extractor))
    return sum(number for extractor, number in counts if extractor.split(",")[0] != version)


def count_faults(connection: Connection) -> Counter[str]:
    """The stages of extraction that failed, with the number of articles."""
    failed = select(ARTICLE.c.faults).where(ARTICLE.c.faults.is_not(None))
    return Counter(fault for (faults,) in connection.execute(failed) for fault in faults.split(", "))


def find_outdated(
    connection: Connection, extractor: str, model: str | None, after: str, most: int, *, everything: bool = False
) -> list[tuple[str, SourceText]]:
    """The next of them after an id, in the order of the ids: id and text."""
    statement = select(ARTICLE).where(ARTICLE.c.id > after).order_by(ARTICLE.c.id).limit(most)
    if not everything:
        statement = statement.where(_outdated(extractor, model))
    return [(row["id"], _source(row)) for row in connection.execute(statement).mappings()]


def _outdated(extractor: str, model: str | None) -> ColumnElement[bool]:
    another = ARTICLE.c.extractor != extractor
    return another if model is None else or_(another, ARTICLE.c.model != model)


def _source(row: Any) -> SourceText:
    return SourceText(
        text=row["text"],
        sha256=row["sha256"],
        title=row["title"],
        byline=row["byline"],
        publisher=row["publisher"],
        url=row["url"],
        published_at=_in_its_zone(row["published_at"], row["published_on"]),
        agency=row["agency"],
        language=row["language"],
        raw_offsets=OffsetMap(tuple((clean, raw) for clean, raw in row["raw_offsets"])),
        raw_sha256=row["raw_sha256"],
        encoding=row["encoding"],
        origin=row["origin"],
        licence=row["licence"],
    )


def _in_its_zone(moment: datetime | None, day: date | None) -> datetime | None:
    """The moment in a zone where it falls on that day; the zone itself is not kept."""
    if moment is None or day is None or moment.date() == day:
        return moment
    middle = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    hours = max(-14, min(14, round((middle - moment) / timedelta(hours=1))))
    return moment.astimezone(timezone(timedelta(hours=hours)))


def told_facts(connection: Connection, article_id: str) -> dict[str, set[tuple[Any, ...]]]:
    """What an article says, by noun, as far as a reader would notice a change."""
    said = EVIDENCE.c.id
    statements = {
        "events": select(EVIDENCE.c.start, REPORT.c.type, REPORT.c.status, REPORT.c.date_earliest, REPORT.c.location_id)
        .join(EVIDENCE, said == REPORT.c.evidence_id)
        .where(REPORT.c.article_id == article_id),
        "tolls": select(TOLL.c.kind, TOLL.c.low, TOLL.c.best, TOLL.c.high)
        .join(REPORT, REPORT.c.id == TOLL.c.report_id)
        .where(REPORT.c.article_id == article_id),
        "quotes": select(QUOTE.c.text, QUOTE.c.speaker_name).where(QUOTE.c.article_id == article_id),
        "actors": select(EVIDENCE.c.start, EVIDENCE.c.end, ACTOR_MENTION.c.own_id)
        .join(EVIDENCE, said == ACTOR_MENTION.c.evidence_id)
        .where(ACTOR_MENTION.c.article_id == article_id),
        "places": select(EVIDENCE.c.start, EVIDENCE.c.end, LOCATION_MENTION.c.location_id)
        .join(EVIDENCE, said == LOCATION_MENTION.c.evidence_id)
        .where(LOCATION_MENTION.c.article_id == article_id),
    }
    return {noun: {tuple(row) for row in connection.execute(statement)} for noun, statement in statements.items()}
