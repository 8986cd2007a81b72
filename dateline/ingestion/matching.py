"""The same happening in several articles: which stored event a new report tells of.

A report is compared with stored ones of its kind whose dates meet its own.  Place, day, actors, numbers and words each
add to a score; below the threshold the report stays an event of its own.  The result depends on what was stored before
and on nothing else, so that a run that was broken off and begun again ends in the same events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from dateline.store.candidates import CandidateReport, find_candidate_reports, find_undated_reports
from dateline.store.database import haversine_km
from dateline.store.facts import ArticleFacts, LocationFacts, ReportFacts
from schema.vocabulary import DatePrecision, EventStatus, EventType

SAME = 6.5
"""Score from which two reports tell of one happening."""
NEAR_KM = 40.0
LONGEST = timedelta(days=10)
"""Happenings of a vaguer date are not compared: a month holds many attacks."""
LOOK_BACK = timedelta(days=6)
"""How long before publication a happening without a date may lie."""
MOST_CANDIDATES = 400
KINDS = (
    {EventType.ASSAULT, EventType.CRIME, EventType.ACCIDENT, EventType.DISASTER},
    {EventType.PROTEST, EventType.COERCE},
    {EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE},
    {EventType.LEGAL, EventType.SANCTION},
)
"""Types that two papers may give one happening."""
UNREAL = frozenset({EventStatus.PLANNED.value, EventStatus.HYPOTHETICAL.value})
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "that with from have been were this their they said after which would about when where there into over more also"
    " people than some other could first near least officials police government killed injured".split()
)
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September"
    " October November December".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A stored event that a report tells of."""

    event_id: str
    score: float


def match_reports(connection: Connection, facts: ArticleFacts) -> ArticleFacts:
    """The facts with the event ids of happenings that are stored already."""
    locations = {location.id: location for location in facts.locations}
    taken: set[str] = set()
    reports: list[ReportFacts] = []
    for report in facts.reports:
        match = _find(connection, facts, report, locations, taken)
        if match is not None:
            taken.add(match.event_id)
            report = replace(report, event_id=match.event_id)
        reports.append(report)
    return replace(facts, reports=tuple(reports))


def _find(
    connection: Connection,
    facts: ArticleFacts,
    report: ReportFacts,
    locations: dict[str, LocationFacts],
    taken: set[str],
) -> Match | None:
    if report.status.value in UNREAL:
        return None
    candidates = _candidates(connection, facts, report)
    place = locations.get(report.location_id or "")
    scored = [
        Match(candidate.event_id, score)
        for candidate in candidates[:MOST_CANDIDATES]
        if candidate.article_id != facts.id and candidate.event_id not in taken
        if (score := score_pair(report, place, candidate)) >= SAME
    ]
    return min(scored, key=lambda match: (-match.score, match.event_id), default=None)


def _candidates(connection: Connection, facts: ArticleFacts, report: ReportFacts) -> list[CandidateReport]:
    """Stored reports that may tell of the same: of the same days, or undated with a place or an actor in common."""
    types = {kind.value for kind in _kinds_of(report.type)}
    span = _days(facts, report)
    undated = report.when.earliest is None and facts.source.published_on is None
    if span is None and not undated:
        return []
    found = find_candidate_reports(connection, types=types, earliest=span[0], latest=span[1]) if span else []
    return found + find_undated_reports(
        connection,
        types=types,
        location_ids=[report.location_id] if report.location_id else [],
        actor_ids={participant.actor_id for participant in report.participants if participant.actor_id},
        published=(span[0], span[1] + LOOK_BACK) if span else None,
    )


def _kinds_of(kind: EventType) -> set[EventType]:
    return {kind}.union(*(kinds for kinds in KINDS if kind in kinds))


def _days(facts: ArticleFacts, report: ReportFacts) -> tuple[date, date] | None:
    """The days between which it happened; the days before publication where the article does not say."""
    when = report.when
    if when.earliest is not None and when.latest is not None:
        return (when.earliest, when.latest) if when.latest - when.earliest <= LONGEST else None
    published = facts.source.published_on
    return (published - LOOK_BACK, published) if published is not None else None


def score_pair(report: ReportFacts, place: LocationFacts | None, other: CandidateReport) -> float:
    """How much speaks for two reports telling of one happening; below 0 where something speaks against it."""
    if other.status in UNREAL or _is_vague(other):
        return -1.0
    where = _score_place(report, place, other)
    toll = _score_numbers(report, other)
    if where is None or toll is None:
        return -1.0
    shared = _shared_actors(report, other)
    if where == 0.0 and not shared:
        return -1.0
    score = where + toll + _score_day(report, other) + 1.2 * min(shared, 3)
    score += 1.0 if other.type == report.type.value else 0.0
    score += 0.5 if report.mode is not None and other.mode == report.mode else 0.0
    score += 1.0 if other.trigger.casefold() == report.trigger.text.casefold() else 0.0
    score += 0.8 * min(len(_names(report.evidence.text) & _names(other.evidence)), 3)
    return score + 5.0 * _likeness(report.evidence.text, other.evidence)


def _is_vague(other: CandidateReport) -> bool:
    if other.date_earliest is None or other.date_latest is None:
        return False
    return other.date_latest - other.date_earliest > LONGEST


def _score_place(report: ReportFacts, place: LocationFacts | None, other: CandidateReport) -> float | None:
    """2 at one place, 1 nearby, 0 where one is unknown, None where they are apart."""
    if place is None or other.location_id is None:
        return 0.0
    if report.location_id == other.location_id:
        return 2.0 if place.kind.value in ("CITY", "FACILITY", "ADMIN2") else 1.0
    if place.country_code != other.country_code:
        return None
    if None in (place.latitude, place.longitude, other.latitude, other.longitude):
        return 0.0
    distance = haversine_km(place.latitude, place.longitude, other.latitude or 0.0, other.longitude or 0.0)
    if distance is not None and distance <= NEAR_KM:
        return 1.2
    # A country or region against a town in it.
    return 0.0 if place.kind.value in ("COUNTRY", "ADMIN1", "REGION") or (distance or 0) <= 400 else None


def _score_numbers(report: ReportFacts, other: CandidateReport) -> float | None:
    """1.5 where the dead are as many, 0.5 where a toll has changed a little, None where it is another scale."""
    if report.killed is None or other.killed is None:
        same_injured = report.injured is not None and report.injured.best == other.injured
        return 1.0 if same_injured and other.injured != 1 else 0.0
    mine, theirs = report.killed.best, other.killed
    if mine == theirs:
        return 1.5 if mine > 1 else 0.7
    small, large = sorted((mine, theirs))
    if large > 3 * max(small, 1) + 3:
        return None
    return 0.5 if _is_violent(report) else 0.0


def _is_violent(report: ReportFacts) -> bool:
    return report.type in KINDS[0]


def _score_day(report: ReportFacts, other: CandidateReport) -> float:
    when = report.when
    if when.earliest is None or other.date_earliest is None:
        return 0.3
    both_days = when.precision is DatePrecision.DAY and other.date_precision == DatePrecision.DAY.value
    return 2.0 if both_days and when.earliest == other.date_earliest else 1.0


def _shared_actors(report: ReportFacts, other: CandidateReport) -> int:
    own = {participant.actor_id for participant in report.participants if participant.actor_id}
    return len(own & {participant.actor_id for participant in other.participants if participant.actor_id})


def _likeness(first: str, second: str) -> float:
    """Share of the telling words of the shorter sentence that the other has too."""
    mine, theirs = set(_words(first)), set(_words(second))
    small = min(len(mine), len(theirs))
    return len(mine & theirs) / small if small >= 3 else 0.0


def _names(text: str) -> set[str]:
    """Capitalised words inside a sentence: `Waitrose`, `Banstead`."""
    inside = _WORD.findall(text.partition(" ")[2])
    return {word for word in inside if word[0].isupper() and not word.isupper() and word not in _CALENDAR}


def _words(text: str) -> Iterable[str]:
    return (word[:7] for word in (match.group().casefold() for match in _WORD.finditer(text)) if word not in _COMMON)
