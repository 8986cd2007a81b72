"""The same happening in two articles: how much speaks for it.

Two reports of a like type whose dates meet are compared.  Place, day, actors, numbers and words each add to a score;
below `SAME` nothing is joined.  The score is the same from both sides and rests on the two reports alone, whatever else
is stored, so that the order in which articles come does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from dateline.ingestion.wording import Profile, profile_of, share_of_wording, years_apart
from dateline.store.candidates import (
    CandidateParticipant,
    CandidateReport,
    find_articles_naming,
    find_candidate_reports,
    find_reports_of_articles,
    find_timeless_reports,
    find_undated_reports,
)
from dateline.store.database import haversine_km
from dateline.store.facts import ArticleFacts, ReportFacts
from schema.vocabulary import DatePrecision, EventStatus, EventType

SAME = 6.5
"""Score from which two reports tell of one happening."""
NEAR_KM = 40.0
LONGEST = timedelta(days=10)
"""Happenings of a vaguer date are not compared: a month holds many attacks."""
LOOK_BACK = timedelta(days=6)
"""How long before publication a happening without a date may lie."""
MOST_CANDIDATES = 400
LIKE_WORDING = 0.305
"""Share of wording from which two articles are about one thing rather than about one kind of thing."""
WORDING_WEIGHT = 50.0
MOST_FOR_TIMED = 3.0
"""What the wording adds at most where the days of both are known: each day of a war is told in the same words."""
KINDS = (
    {EventType.ASSAULT, EventType.CRIME, EventType.ACCIDENT, EventType.DISASTER},
    {EventType.PROTEST, EventType.COERCE},
    {EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE},
    {EventType.LEGAL, EventType.SANCTION},
)
"""Types that two papers may give one happening."""
VIOLENT = frozenset(kind.value for kind in KINDS[0])
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
class Likeness:
    """What speaks for two reports telling of one happening."""

    score: float
    reason: str


def comparable_reports(facts: ArticleFacts) -> list[CandidateReport]:
    """The article's reports in the shape in which stored ones are compared, but for those of what did not happen."""
    return [_comparable(facts, report) for report in facts.reports if report.status.value not in UNREAL]


def _comparable(facts: ArticleFacts, report: ReportFacts) -> CandidateReport:
    place = next((place for place in facts.locations if place.id == report.location_id), None)
    return CandidateReport(
        id=report.id,
        event_id=report.event_id,
        article_id=facts.id,
        published_at=facts.source.published_at,
        type=report.type.value,
        mode=report.mode,
        acled=report.acled,
        status=report.status.value,
        date_earliest=report.when.earliest,
        date_latest=report.when.latest,
        date_precision=report.when.precision.value,
        location_id=report.location_id,
        location_kind=place.kind.value if place else None,
        country_code=place.country_code if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        killed=report.killed.best if report.killed else None,
        injured=report.injured.best if report.injured else None,
        confidence=report.confidence,
        summary=report.summary,
        evidence=report.evidence.text,
        trigger=report.trigger.text,
        participants=tuple(
            CandidateParticipant(part.role.value, part.actor_id, part.name_as_written) for part in report.participants
        ),
        text=facts.source.text,
    )


def find_akin_articles(connection: Connection, facts: ArticleFacts) -> list[str]:
    """Stored articles that name the same actors; the actors whom this one names most often count first."""
    ordered = sorted(facts.actors, key=lambda actor: (-len(actor.mentions), actor.id))
    found = find_articles_naming(connection, [actor.id for actor in ordered])
    return [article_id for article_id in found if article_id != facts.id]


def find_candidates(
    connection: Connection, report: CandidateReport, published: date | None, akin: Collection[str] = ()
) -> list[CandidateReport]:
    """Stored reports that may tell of the same: of the same days, or undated with something in common.

    `akin` are the articles that name the same actors.
    """
    types, span = _kinds_of(report.type), _days(report, published)
    places = [report.location_id] if report.location_id else []
    if span is None:
        if report.date_earliest is not None or published is not None:
            return []
        found = find_reports_of_articles(connection, types=types, article_ids=akin)
        found += find_timeless_reports(connection, types=types, location_ids=places, article_ids=())
    else:
        found = find_candidate_reports(connection, types=types, earliest=span[0], latest=span[1])
        found += find_undated_reports(
            connection,
            types=types,
            location_ids=places,
            actor_ids={participant.actor_id for participant in report.participants if participant.actor_id},
            article_ids=akin,
            published=(span[0], span[1] + LOOK_BACK),
        )
        found += find_timeless_reports(connection, types=types, location_ids=places, article_ids=akin)
    others = {other.id: other for other in found if other.article_id != report.article_id}
    return list(others.values())[:MOST_CANDIDATES]


def _kinds_of(kind: str) -> set[str]:
    return {kind}.union(*(kinds for kinds in KINDS if kind in kinds))


def _days(report: CandidateReport, published: date | None) -> tuple[date, date] | None:
    """The days between which it happened; the days before publication where the article does not say."""
    if report.date_earliest is not None and report.date_latest is not None:
        return None if _is_vague(report) else (report.date_earliest, report.date_latest)
    return (published - LOOK_BACK, published) if published is not None else None


def compare(one: CandidateReport, other: CandidateReport) -> Likeness | None:
    """What speaks for two reports telling of one happening; None where something speaks against it."""
    if any(report.status in UNREAL or _is_vague(report) for report in (one, other)) or _days_differ(one, other):
        return None
    where, toll, shared = _score_place(one, other), _score_numbers(one, other), _shared_actors(one, other)
    if where is None or toll is None:
        return None
    mine, theirs = profile_of(one.text), profile_of(other.text)
    wording, timed = share_of_wording(mine, theirs), _is_timed(one) and _is_timed(other)
    if timed and not _have_more_in_common(one, other, where, shared):
        return None
    names, words = len(_names(one.evidence) & _names(other.evidence)), _share_of_words(one.evidence, other.evidence)
    day = _score_day(one, other)
    score = where + toll + day + 1.2 * min(shared, 3) + 0.8 * min(names, 3) + 5.0 * words
    score += 1.0 if one.type == other.type else 0.0
    score += 0.5 if one.mode is not None and one.mode == other.mode else 0.0
    score += 1.0 if one.trigger.casefold() == other.trigger.casefold() else 0.0
    score += _score_wording(wording, timed=timed) + (0.0 if timed else _score_years(mine, theirs))
    parts = (
        ("at one place", where >= 1.0 and one.location_id == other.location_id),
        ("at places near each other", where >= 1.0 and one.location_id != other.location_id),
        ("on one day", day == 2.0),
        ("on days that meet", day == 1.0),
        (f"{shared} of the same actors", shared),
        ("the same toll", toll >= 1.0),
        (f"{names} names in common", names),
        (f"{words:.0%} of the words in common", words),
        (f"articles alike by {wording:.0%}", wording > LIKE_WORDING),
    )
    return Likeness(round(score, 2), ", ".join(text for text, holds in parts if holds))


def _have_more_in_common(one: CandidateReport, other: CandidateReport, where: float, shared: int) -> bool:
    """A place or an actor; where a day is only that of publication, the very place."""
    dated = one.date_earliest is not None and other.date_earliest is not None
    return bool(shared) or (where > 0 and (dated or one.location_id == other.location_id))


def _is_timed(report: CandidateReport) -> bool:
    """Whether the days are known at all, from the words or from the day of publication."""
    return report.date_earliest is not None or report.published_at is not None


def _days_differ(one: CandidateReport, other: CandidateReport) -> bool:
    if one.date_earliest is None or one.date_latest is None or other.date_earliest is None or other.date_latest is None:
        return False
    return one.date_latest < other.date_earliest or other.date_latest < one.date_earliest


def _score_wording(share: float, *, timed: bool) -> float:
    """What the likeness of the two articles adds; where days are missing it decides, and unlike ones are apart."""
    score = WORDING_WEIGHT * (share - LIKE_WORDING)
    return min(max(score, 0.0), MOST_FOR_TIMED) if timed else score


def _score_years(one: Profile, other: Profile) -> float:
    """What the latest years say that two articles name, where one of them has no date."""
    apart = years_apart(one, other)
    return 0.0 if apart is None else {0: 2.0, 1: -2.0}.get(apart, -5.0)


def _is_vague(report: CandidateReport) -> bool:
    if report.date_earliest is None or report.date_latest is None:
        return False
    return report.date_latest - report.date_earliest > LONGEST


def _score_place(one: CandidateReport, other: CandidateReport) -> float | None:
    """2 at one place, 1 nearby, 0 where one is unknown, None where they are apart."""
    if one.location_id is None or other.location_id is None:
        return 0.0
    if one.location_id == other.location_id:
        return 2.0 if one.location_kind in ("CITY", "FACILITY", "ADMIN2") else 1.0
    if one.country_code != other.country_code:
        return None
    if other.latitude is None or other.longitude is None:
        return 0.0
    distance = haversine_km(one.latitude, one.longitude, other.latitude, other.longitude)
    if distance is None:
        return 0.0
    if distance <= NEAR_KM:
        return 1.2
    # A country or region against a town in it.
    wide = {one.location_kind, other.location_kind} & {"COUNTRY", "ADMIN1", "REGION"}
    return 0.0 if wide or distance <= 400 else None


def _score_numbers(one: CandidateReport, other: CandidateReport) -> float | None:
    """1.5 where the dead are as many, 0.5 where a toll has changed a little, None where it is another scale."""
    if one.killed is None or other.killed is None:
        same_injured = one.injured is not None and one.injured == other.injured
        return 1.0 if same_injured and other.injured != 1 else 0.0
    if one.killed == other.killed:
        return 1.5 if one.killed > 1 else 0.7
    small, large = sorted((one.killed, other.killed))
    if large > 3 * max(small, 1) + 3:
        return None
    return 0.5 if {one.type, other.type} <= VIOLENT else 0.0


def _score_day(one: CandidateReport, other: CandidateReport) -> float:
    if one.date_earliest is None or other.date_earliest is None:
        return 0.3
    both_days = one.date_precision == other.date_precision == DatePrecision.DAY.value
    return 2.0 if both_days and one.date_earliest == other.date_earliest else 1.0


def _shared_actors(one: CandidateReport, other: CandidateReport) -> int:
    own = {participant.actor_id for participant in one.participants if participant.actor_id}
    return len(own & {participant.actor_id for participant in other.participants if participant.actor_id})


def _share_of_words(first: str, second: str) -> float:
    """Share of the telling words of the shorter sentence that the other has too."""
    mine, theirs = set(_words(first)), set(_words(second))
    small = min(len(mine), len(theirs))
    return len(mine & theirs) / small if small >= 3 else 0.0


def _names(text: str) -> set[str]:
    """Capitalised words inside a sentence: `Waitrose`, `Banstead`."""
    inside = _WORD.findall(text.partition(" ")[2])
    return {word for word in inside if word[0].isupper() and not word.isupper() and word not in _CALENDAR}


def _words(text: str) -> Iterator[str]:
    return (word[:7] for word in (match.group().casefold() for match in _WORD.finditer(text)) if word not in _COMMON)
