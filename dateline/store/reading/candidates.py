"""What ingestion asks before it decides who and what is the same: by index, at a cost that does not grow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, select, text

from dateline.store.keeping.among import among
from schema.tables import ACTOR, ARTICLE, EVIDENCE, LOCATION, OFFICE, PARTICIPANT, REPORT, TOLL
from schema.vocabulary import EventStatus

MOST_OF_NAME = 60
BATCH = 50
"""Names that one statement looks up."""
UNREAL = (EventStatus.HYPOTHETICAL.value,)
"""What may never happen is no happening that another article could tell."""
_PARTICIPANTS = (
    select(*(PARTICIPANT.c[name] for name in ("report_id", "role", "own_actor_id", "name_as_written")))
    .where(among(PARTICIPANT.c.report_id))
    .order_by(PARTICIPANT.c.report_id, PARTICIPANT.c.position)
)
_ACTORS = select(*(ACTOR.c[name] for name in ("id", "name", "kind", "sector", "country_code"))).where(among(ACTOR.c.id))
_OFFICES = (
    select(*(OFFICE.c[name] for name in ("actor_id", "title", "organization", "as_of")))
    .where(among(OFFICE.c.actor_id), OFFICE.c.newest)
    .order_by(OFFICE.c.actor_id, OFFICE.c.id)
)


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
    when_basis: str | None
    """Where in its article the day was taken from, as of the place; None where there is none."""
    location_id: str | None
    location_basis: str | None
    location_kind: str | None
    location_name: str | None
    location_parent_id: str | None
    admin1: str | None
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


def find_reports_of_articles(connection: Connection, article_ids: Collection[str]) -> dict[str, CandidateReport]:
    """By id, all reports of these articles but for those of what may never happen."""
    return _load(connection, "article_id", sorted(article_ids)) if article_ids else {}


def load_candidates(connection: Connection, report_ids: Collection[str]) -> dict[str, CandidateReport]:
    """By id, those of these reports that tell what has happened or is planned."""
    return _load(connection, "id", sorted(report_ids)) if report_ids else {}


def _load(connection: Connection, column: str, wanted: list[str]) -> dict[str, CandidateReport]:
    rows = connection.execute(_candidates(column), {"wanted": wanted}).mappings().all()
    participants = _participants(connection, [row["id"] for row in rows])
    return {row["id"]: CandidateReport(**row, participants=tuple(participants[row["id"]])) for row in rows}


@cache
def _candidates(column: str) -> Any:
    """The reports of which a column is one of `:wanted`.  Made once: its aliases cost more than running it."""
    own = [name for name in CandidateReport.__dataclass_fields__ if name in REPORT.c]
    killed, injured = TOLL.alias(), TOLL.alias()
    evidence, trigger = EVIDENCE.alias(), EVIDENCE.alias()
    return (
        select(
            *(REPORT.c[name] for name in own),
            LOCATION.c.kind.label("location_kind"),
            LOCATION.c.name.label("location_name"),
            LOCATION.c.parent_id.label("location_parent_id"),
            LOCATION.c.admin1,
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
        .where(among(REPORT.c[column]), *(REPORT.c.status != unreal for unreal in UNREAL))
        .order_by(REPORT.c.id)
    )


def _participants(connection: Connection, report_ids: Collection[str]) -> dict[str, list[CandidateParticipant]]:
    found: dict[str, list[CandidateParticipant]] = defaultdict(list)
    if report_ids:
        for report_id, role, actor_id, name in connection.execute(_PARTICIPANTS, {"wanted": report_ids}):
            found[report_id].append(CandidateParticipant(role, actor_id, name))
    return found


def find_actors_by_name_key(connection: Connection, keys: Collection[str]) -> list[CandidateActor]:
    """Actors that any article names by one of these keys (`folding.fold`), ordered by key, then by id.

    Of a name that very many bear, by itself or as an alias, some are found.
    """
    articles: dict[tuple[str, str], int] = defaultdict(int)
    wanted = sorted(keys)
    for start in range(0, len(wanted), BATCH):
        batch = {f"key{place}": key for place, key in enumerate(wanted[start : start + BATCH])}
        for key, actor_id, number in connection.execute(_names_statement(len(batch)), batch):
            # One key may stand for several spellings, and for a name here and an alias there.
            articles[key, actor_id] += number
    ids = {actor_id for _, actor_id in articles}
    if not ids:
        return []
    rows = {row["id"]: row for row in connection.execute(_ACTORS, {"wanted": ids}).mappings()}
    offices = _offices(connection, ids)
    return [
        CandidateActor(key=key, articles=articles[key, actor_id], offices=tuple(offices[actor_id]), **rows[actor_id])
        for key, actor_id in sorted(articles)
    ]


@cache
def _names_statement(size: int) -> TextClause:
    """One lookup for each key and way of being named, with a limit of its own."""
    lookups = (
        f"SELECT * FROM (SELECT key, actor_id, articles FROM actor_tally WHERE key = :key{place} "  # noqa: S608
        f"AND aspect = '{aspect}' ORDER BY key, aspect, actor_id LIMIT {MOST_OF_NAME}) AS named{place}_{aspect.lower()}"
        for place in range(size)
        for aspect in ("ALIAS", "NAME", "SPELLING")
    )
    return text(" UNION ALL ".join(lookups))


def _offices(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[CandidateOffice]]:
    found: dict[str, list[CandidateOffice]] = defaultdict(list)
    if actor_ids:
        for actor_id, title, organization, as_of in connection.execute(_OFFICES, {"wanted": actor_ids}):
            found[actor_id].append(CandidateOffice(title, organization, as_of))
    return found
