"""The lists that belong to rows: one statement for the ids of a chunk, without the bounds that pages have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, bindparam, func, select

from dateline.exporting.fields import Record
from schema.tables import (
    ACTOR,
    ACTOR_MENTION,
    ACTOR_TALLY,
    ARTICLE,
    EVENT,
    EVIDENCE,
    LOCATION,
    LOCATION_MENTION,
    OFFICE,
    PARTICIPANT,
    QUOTE,
    QUOTE_PART,
    REPORT,
    VICTIMS,
)

Lists = dict[str, list[Any]]
_IDS: Any = bindparam("ids", expanding=True)

_PARTICIPANTS = (
    select(
        PARTICIPANT.c.event_id.label("parent"),
        PARTICIPANT.c.role,
        PARTICIPANT.c.actor_id,
        PARTICIPANT.c.basis,
        func.coalesce(ACTOR.c.name, PARTICIPANT.c.name_as_written).label("name"),
    )
    .outerjoin(ACTOR, ACTOR.c.id == PARTICIPANT.c.actor_id)
    .where(PARTICIPANT.c.event_id.in_(_IDS), PARTICIPANT.c.shown_as >= 0)
    .order_by(PARTICIPANT.c.event_id, PARTICIPANT.c.shown_as)
)
_VICTIMS = (
    select(VICTIMS.c.event_id.label("parent"), *(VICTIMS.c[name] for name in ("harm", "kind", "text", "best", "basis")))
    .where(VICTIMS.c.event_id.in_(_IDS), VICTIMS.c.shown_as >= 0)
    .order_by(VICTIMS.c.event_id, VICTIMS.c.shown_as)
)
_PUBLISHERS = (
    select(REPORT.c.event_id.label("parent"), ARTICLE.c.publisher)
    .join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
    .where(REPORT.c.event_id.in_(_IDS), ARTICLE.c.publisher.is_not(None))
    .distinct()
    .order_by(REPORT.c.event_id, ARTICLE.c.publisher)
)
# An article can tell of one event several times.
_TELLING = (
    select(REPORT.c.event_id, REPORT.c.article_id).where(REPORT.c.event_id.in_(_IDS)).distinct().subquery("telling")
)
_SOURCES = (
    select(
        _TELLING.c.event_id.label("parent"),
        _TELLING.c.article_id,
        *(ARTICLE.c[name] for name in ("publisher", "title", "url", "published_on")),
    )
    .join(ARTICLE, ARTICLE.c.id == _TELLING.c.article_id)
    .order_by(_TELLING.c.event_id, ARTICLE.c.published_at.nulls_last(), ARTICLE.c.id)
)
_ALIASES = (
    select(ACTOR_TALLY.c.actor_id.label("parent"), ACTOR_TALLY.c.value)
    .where(ACTOR_TALLY.c.actor_id.in_(_IDS), ACTOR_TALLY.c.aspect.in_(("NAME", "ALIAS")))
    .group_by(ACTOR_TALLY.c.actor_id, ACTOR_TALLY.c.value)
    .order_by(func.sum(ACTOR_TALLY.c.articles).desc(), ACTOR_TALLY.c.value)
)
_OFFICES = (
    select(
        OFFICE.c.actor_id.label("parent"),
        OFFICE.c.title,
        OFFICE.c.organization,
        OFFICE.c.organization_id,
        OFFICE.c.as_of,
    )
    .where(OFFICE.c.actor_id.in_(_IDS), OFFICE.c.newest)
    .order_by(OFFICE.c.as_of.desc().nulls_last(), OFFICE.c.title_key, OFFICE.c.id)
)
_SPANS = (
    select(QUOTE_PART.c.quote_id.label("parent"), EVIDENCE.c.start, EVIDENCE.c.end, EVIDENCE.c.text)
    .join(EVIDENCE, EVIDENCE.c.id == QUOTE_PART.c.evidence_id)
    .where(QUOTE_PART.c.quote_id.in_(_IDS), QUOTE_PART.c.part == "WORDS")
    .order_by(QUOTE_PART.c.quote_id, QUOTE_PART.c.position)
)
_SPEAKER_OFFICES = (
    select(QUOTE.c.id.label("parent"), OFFICE.c.title, OFFICE.c.organization)
    .join(OFFICE, (OFFICE.c.actor_id == QUOTE.c.speaker_id) & (OFFICE.c.article_id == QUOTE.c.article_id))
    .where(QUOTE.c.id.in_(_IDS))
    .order_by(OFFICE.c.title_key, OFFICE.c.id)
)
_MENTIONED_ACTORS = (
    select(ACTOR_MENTION.c.evidence_id.label("parent"), ACTOR.c.id, ACTOR.c.name, ACTOR.c.kind, ACTOR_MENTION.c.form)
    .join(ACTOR, ACTOR.c.id == ACTOR_MENTION.c.actor_id)
    .where(ACTOR_MENTION.c.evidence_id.in_(_IDS))
    .order_by(ACTOR.c.id)
)
_MENTIONED_PLACES = (
    select(
        LOCATION_MENTION.c.evidence_id.label("parent"),
        LOCATION.c.id,
        LOCATION.c.name,
        LOCATION.c.geonames_id,
        LOCATION_MENTION.c.score,
        LOCATION_MENTION.c.reason,
        LOCATION_MENTION.c.metonym,
    )
    .outerjoin(LOCATION, LOCATION.c.id == LOCATION_MENTION.c.location_id)
    .where(LOCATION_MENTION.c.evidence_id.in_(_IDS))
)
_QUOTES = (
    select(QUOTE_PART.c.evidence_id.label("parent"), QUOTE.c.id, QUOTE.c.speaker_name)
    .join(QUOTE, QUOTE.c.id == QUOTE_PART.c.quote_id)
    .where(QUOTE_PART.c.evidence_id.in_(_IDS), QUOTE_PART.c.part == "WORDS")
    .order_by(QUOTE.c.id)
)
_EVENTS = (
    select(REPORT.c.evidence_id.label("parent"), EVENT.c.id, REPORT.c.type, REPORT.c.status)
    .join(EVENT, EVENT.c.id == REPORT.c.event_id)
    .where(REPORT.c.evidence_id.in_(_IDS))
    .order_by(EVENT.c.id, REPORT.c.id)
)


def participants(connection: Connection, event_ids: Collection[str]) -> dict[str, list[Record]]:
    """Who has a part in these events: by role, each once in a role, told best by the surest report."""
    return {
        event: [{"role": row.role, "id": row.actor_id, "name": row.name, "basis": row.basis} for row in own]
        for event, own in _grouped(connection, _PARTICIPANTS, event_ids).items()
    }


def victims(connection: Connection, event_ids: Collection[str]) -> dict[str, list[Record]]:
    """Of what kinds the victims of these events were."""
    return _recorded(connection, _VICTIMS, event_ids)


def publishers(connection: Connection, event_ids: Collection[str]) -> dict[str, list[str]]:
    """Who published the articles that tell of these events."""
    return {
        parent: [row.publisher for row in rows] for parent, rows in _grouped(connection, _PUBLISHERS, event_ids).items()
    }


def sources(connection: Connection, event_ids: Collection[str]) -> dict[str, list[Record]]:
    """The articles that tell of these events, the earliest first."""
    return _recorded(connection, _SOURCES, event_ids)


def aliases(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[str]]:
    """The names that these actors go by, those of most articles first."""
    return {parent: [row.value for row in rows] for parent, rows in _grouped(connection, _ALIASES, actor_ids).items()}


def offices(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[Record]]:
    """The offices of these actors, each title once as of the newest article."""
    return _recorded(connection, _OFFICES, actor_ids)


def spans(connection: Connection, quote_ids: Collection[str]) -> dict[str, list[Record]]:
    """Where the words of these quotes stand, in the order in which they were said."""
    return _recorded(connection, _SPANS, quote_ids)


def speaker_offices(connection: Connection, quote_ids: Collection[str]) -> Lists:
    """The offices that the articles of these quotes give to the speakers."""
    return _grouped(connection, _SPEAKER_OFFICES, quote_ids)


def mentioned_actors(connection: Connection, evidence_ids: Collection[str]) -> dict[str, list[Record]]:
    """The actors that these words name."""
    return _recorded(connection, _MENTIONED_ACTORS, evidence_ids)


def mentioned_places(connection: Connection, evidence_ids: Collection[str]) -> dict[str, list[Record]]:
    """The places that these words name, one at most for each; their id is None where nobody knows which."""
    return _recorded(connection, _MENTIONED_PLACES, evidence_ids)


def quotes_at(connection: Connection, evidence_ids: Collection[str]) -> dict[str, list[Record]]:
    """The quotes that these words are of."""
    return _recorded(connection, _QUOTES, evidence_ids)


def events_at(connection: Connection, evidence_ids: Collection[str]) -> dict[str, list[Record]]:
    """The events that these words tell."""
    return _recorded(connection, _EVENTS, evidence_ids)


def _execute(connection: Connection, statement: Select[Any], ids: Collection[str]) -> CursorResult[Any]:
    return connection.execute(statement, {"ids": list(ids)})


def _grouped(connection: Connection, statement: Select[Any], ids: Collection[str]) -> Lists:
    found: Lists = defaultdict(list)
    for row in _execute(connection, statement, ids).all():
        found[row.parent].append(row)
    return found


def _recorded(connection: Connection, statement: Select[Any], ids: Collection[str]) -> dict[str, list[Record]]:
    """Records of all columns but the first, which is the id that they belong to."""
    found: dict[str, list[Record]] = defaultdict(list)
    rows = _execute(connection, statement, ids)
    # Plain text, which is all that JSON takes as a name.
    names = list(map(str, rows.keys()))[1:]
    for row in rows.all():
        found[row[0]].append(dict(zip(names, row[1:], strict=True)))
    return found
