"""What ingestion asks before it decides who and what is the same: by index, at a cost that does not grow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, select, union_all

from schema.tables import ACTOR, ACTOR_TALLY, APPEARANCE, ARTICLE, EVIDENCE, LOCATION, OFFICE, PARTICIPANT, REPORT, TOLL

LONGEST_RANGE = timedelta(days=366)
"""Reports of a happening that may have taken longer are found by their first day only."""
MOST_ACTORS = 24
MOST_OF_ACTOR = 100
MOST_ARTICLES = 100
MOST_AT_PLACES = 200


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """Which version of an article is stored."""

    sha256: str
    model: str
    extractor: str


@dataclass(frozen=True, slots=True)
class CandidateParticipant:
    """Who has a part in a candidate."""

    role: str
    actor_id: str | None
    """The id by the candidate's article alone, which no merge changes."""
    name_as_written: str


@dataclass(frozen=True, slots=True)
class CandidateReport:
    """A stored report that may tell of the same happening."""

    id: str
    event_id: str
    article_id: str
    published_at: datetime | None
    type: str
    mode: str | None
    acled: str | None
    status: str
    date_earliest: date | None
    date_latest: date | None
    date_precision: str
    location_id: str | None
    location_kind: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    killed: int | None
    injured: int | None
    confidence: float
    summary: str
    evidence: str
    trigger: str
    participants: tuple[CandidateParticipant, ...]
    text: str = ""
    """The whole text of its article."""


@dataclass(frozen=True, slots=True)
class CandidateOffice:
    """An office that a candidate holds or held."""

    title: str
    organization: str | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class CandidateActor:
    """A stored actor of a name."""

    id: str
    key: str
    """The folded name that it was found by."""
    articles: int
    """How many articles use that name for it."""
    name: str
    kind: str
    sector: str
    country_code: str | None
    offices: tuple[CandidateOffice, ...]


def find_article_versions(connection: Connection, article_ids: Collection[str]) -> dict[str, ArticleVersion]:
    """The stored versions of these articles, by id; what is not stored is missing."""
    columns = ARTICLE.c
    found = select(columns.id, columns.sha256, columns.model, columns.extractor).where(columns.id.in_(article_ids))
    return {row.id: ArticleVersion(row.sha256, row.model, row.extractor) for row in connection.execute(found)}


def find_candidate_reports(
    connection: Connection,
    *,
    types: Collection[str],
    earliest: date,
    latest: date,
    location_ids: Collection[str] | None = None,
) -> list[CandidateReport]:
    """Reports of these types whose dates meet those from `earliest` to `latest`, ordered by id.

    With `location_ids` only those at one of these places.  Reports without a date are never candidates.
    """
    columns = REPORT.c
    conditions: list[ColumnElement[bool]] = [
        columns.type.in_(sorted(types)),
        columns.date_earliest <= latest,
        columns.date_earliest >= earliest - LONGEST_RANGE,
        columns.date_latest >= earliest,
    ]
    if location_ids is not None:
        conditions.append(columns.location_id.in_(sorted(location_ids)))
    return load_candidates(connection, conditions)


def find_undated_reports(
    connection: Connection,
    *,
    types: Collection[str],
    location_ids: Collection[str] = (),
    actor_ids: Collection[str] = (),
    article_ids: Collection[str] = (),
    published: tuple[date, date],
) -> list[CandidateReport]:
    """Reports of these types that do not say when, by articles of these days, ordered by id.

    Only those at one of these places, with one of these actors, or of one of these articles.
    """
    columns = REPORT.c
    acting = exists().where(PARTICIPANT.c.report_id == columns.id, PARTICIPANT.c.own_actor_id.in_(sorted(actor_ids)))
    first, last = datetime.combine(published[0], time.min, UTC), datetime.combine(published[1], time.max, UTC)
    conditions: list[ColumnElement[bool]] = [
        columns.location_id.in_(sorted(location_ids)) | columns.article_id.in_(sorted(article_ids)) | acting,
        columns.type.in_(sorted(types)),
        columns.date_earliest.is_(None),
        columns.published_at.between(first, last),
    ]
    return load_candidates(connection, conditions)


def find_timeless_reports(
    connection: Connection, *, types: Collection[str], location_ids: Collection[str], article_ids: Collection[str]
) -> list[CandidateReport]:
    """Reports of these types without a date by articles without a date, at these places or of these articles.

    Ordered by id, and not more than `MOST_AT_PLACES` by place.
    """
    columns = REPORT.c
    timeless = [columns.type.in_(sorted(types)), columns.date_earliest.is_(None), columns.published_at.is_(None)]
    placed = select(columns.id).where(columns.location_id.in_(sorted(location_ids)), *timeless)
    nearest = placed.order_by(columns.id).limit(MOST_AT_PLACES).subquery()
    conditions = [columns.article_id.in_(sorted(article_ids)) | columns.id.in_(select(nearest.c.id)), *timeless]
    return load_candidates(connection, conditions)


def find_reports_of_articles(
    connection: Connection, *, types: Collection[str], article_ids: Collection[str]
) -> list[CandidateReport]:
    """Reports of these types by these articles, ordered by id."""
    columns = REPORT.c
    return load_candidates(connection, [columns.article_id.in_(sorted(article_ids)), columns.type.in_(sorted(types))])


def find_articles_naming(connection: Connection, actor_ids: Sequence[str]) -> list[str]:
    """Articles that name several of these actors, those with most of them first; bounded, whatever is stored.

    Of an actor whom very many articles name only some are looked at.
    """
    columns = APPEARANCE.c
    each = [
        select(columns.article_id).where(columns.own_id == actor).order_by(columns.article_id).limit(MOST_OF_ACTOR)
        for actor in actor_ids[:MOST_ACTORS]
    ]
    if not each:
        return []
    naming = union_all(*(select(part.subquery().c.article_id) for part in each)).subquery()
    by_number = select(naming.c.article_id).group_by(naming.c.article_id)
    ordered = by_number.order_by(func.count().desc(), naming.c.article_id).limit(MOST_ARTICLES)
    return list(connection.execute(ordered).scalars())


def find_reports_of_events(connection: Connection, event_ids: Collection[str]) -> list[CandidateReport]:
    """All reports of these events, ordered by id."""
    return load_candidates(connection, [REPORT.c.event_id.in_(sorted(event_ids))])


def load_candidates(connection: Connection, conditions: Iterable[ColumnElement[bool]]) -> list[CandidateReport]:
    """Reports that meet all conditions, with what belongs to them: two statements."""
    rows = connection.execute(_candidates().where(*conditions).order_by(REPORT.c.id)).mappings().all()
    participants = _participants(connection, [row["id"] for row in rows])
    return [CandidateReport(**row, participants=tuple(participants[row["id"]])) for row in rows]


@cache
def _candidates() -> Any:
    """Made once: its aliases cost more than running it."""
    own = [name for name in CandidateReport.__dataclass_fields__ if name in REPORT.c]
    killed, injured = TOLL.alias(), TOLL.alias()
    evidence, trigger = EVIDENCE.alias(), EVIDENCE.alias()
    return (
        select(
            *(REPORT.c[name] for name in own),
            LOCATION.c.kind.label("location_kind"),
            LOCATION.c.country_code,
            LOCATION.c.latitude,
            LOCATION.c.longitude,
            killed.c.best.label("killed"),
            injured.c.best.label("injured"),
            evidence.c.text.label("evidence"),
            trigger.c.text.label("trigger"),
            ARTICLE.c.text,
        )
        .join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
        .join(evidence, evidence.c.id == REPORT.c.evidence_id)
        .join(trigger, trigger.c.id == REPORT.c.trigger_id)
        .outerjoin(LOCATION, LOCATION.c.id == REPORT.c.location_id)
        .outerjoin(killed, (killed.c.report_id == REPORT.c.id) & (killed.c.kind == "KILLED"))
        .outerjoin(injured, (injured.c.report_id == REPORT.c.id) & (injured.c.kind == "INJURED"))
    )


def _participants(connection: Connection, report_ids: Collection[str]) -> dict[str, list[CandidateParticipant]]:
    found: dict[str, list[CandidateParticipant]] = defaultdict(list)
    if report_ids:
        columns = PARTICIPANT.c
        wanted = select(columns.report_id, columns.role, columns.own_actor_id, columns.name_as_written)
        ordered = wanted.where(columns.report_id.in_(report_ids)).order_by(columns.report_id, columns.position)
        for report_id, role, actor_id, name in connection.execute(ordered):
            found[report_id].append(CandidateParticipant(role, actor_id, name))
    return found


def find_actors_by_name_key(connection: Connection, keys: Collection[str]) -> list[CandidateActor]:
    """Actors that any article names by one of these keys (`folding.fold`), ordered by key, then by id."""
    if not keys:
        return []
    tally = ACTOR_TALLY.c
    named = (
        select(ACTOR.c.id, tally.key, tally.articles, ACTOR.c.name, ACTOR.c.kind, ACTOR.c.sector, ACTOR.c.country_code)
        .join(ACTOR, ACTOR.c.id == tally.actor_id)
        .where(tally.key.in_(sorted(keys)))
        .order_by(tally.key, ACTOR.c.id)
    )
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in connection.execute(named).mappings():
        # One key may stand for several spellings, and for a name here and an alias there.
        first = found.setdefault((row["key"], row["id"]), {**row, "articles": 0})
        first["articles"] += row["articles"]
    offices = _offices(connection, {actor_id for _, actor_id in found})
    return [CandidateActor(**row, offices=tuple(offices[row["id"]])) for row in found.values()]


def _offices(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[CandidateOffice]]:
    found: dict[str, list[CandidateOffice]] = defaultdict(list)
    if actor_ids:
        columns = OFFICE.c
        wanted = select(columns.actor_id, columns.title, columns.organization, columns.as_of)
        newest = wanted.where(columns.actor_id.in_(sorted(actor_ids)), columns.newest)
        for actor_id, title, organization, as_of in connection.execute(newest.order_by(columns.actor_id, columns.id)):
            found[actor_id].append(CandidateOffice(title, organization, as_of))
    return found
