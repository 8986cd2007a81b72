"""How much speaks for two reports telling of one happening.

Place, day, actors, numbers and words each add to a score; below `SAME` nothing is joined.  The score is the same from
both sides and rests on the two reports alone, whatever else is stored, so that the order in which articles come does
not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from dateline.ingestion.wording import Profile, numbers_in_common, profile_of, share_of_wording, years_apart
from dateline.store.candidates import CandidateReport
from dateline.store.database import haversine_km
from schema.vocabulary import DatePrecision, EventType

SAME = 6.5
"""Score from which two reports tell of one happening."""
NEAR_KM = 40.0
LONGEST = timedelta(days=10)
"""Happenings of a vaguer date are not compared: a month holds many attacks."""
LOOK_BACK = timedelta(days=6)
"""How long before publication a happening without a date may lie."""
LIKE_WORDING = 0.26
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
OTHER_PEOPLE = 2.0
"""What it takes away that both name who did it, or to whom, and name others."""
VIOLENT = frozenset(kind.value for kind in KINDS[0])
_WORD = re.compile(r"[^\W\d_]{4,}")
DEALT_WITH = frozenset({EventType.COERCE.value, EventType.LEGAL.value, EventType.SANCTION.value})
_FULL_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z][^\W\d_A-Z]+)+")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+")
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


def compare(one: CandidateReport, other: CandidateReport) -> Likeness | None:
    """What speaks for two reports telling of one happening; None where something speaks against it."""
    timed = _is_timed(one) and _is_timed(other)
    if _days_differ(one, other) or (timed and (is_vague(one) or is_vague(other))):
        return None
    where, toll, shared = _score_place(one, other), _score_numbers(one, other), _shared_actors(one, other)
    if where is None or toll is None or not is_alike_in_kind(one, other) or _befell_others(one, other):
        return None
    names, words = len(_names(one.evidence) & _names(other.evidence)), _share_of_words(one.evidence, other.evidence)
    day = _score_day(one, other)
    score = where + toll + day + 1.2 * min(shared, 3) + 0.8 * min(names, 3) + 5.0 * words + _score_kind(one, other)
    score -= OTHER_PEOPLE * _count_other_people(one, other)
    if timed and score + MOST_FOR_TIMED < SAME:
        return None
    mine, theirs = profile_of(one.text), profile_of(other.text)
    wording = share_of_wording(mine, theirs)
    if timed and not _have_more_in_common(one, other, where, shared):
        return None
    score += _score_wording(wording, timed=timed) + (0.0 if timed else _score_openings(mine, theirs))
    numbers, _ = (0, 0) if timed else numbers_in_common(mine, theirs)
    parts = (
        ("at one place", where >= 1.0 and one.location_id == other.location_id),
        ("at places near each other", where >= 1.0 and one.location_id != other.location_id),
        ("on one day", day == 2.0),
        ("on days that meet", day == 1.0),
        (f"{shared} of the same actors", shared),
        ("the same toll", toll >= 1.0),
        (f"{names} names in common", names),
        (f"{words:.0%} of the words in common", words),
        (f"{numbers} numbers in common", numbers),
        (f"articles alike by {wording:.0%}", wording > LIKE_WORDING),
    )
    return Likeness(round(score, 2), ", ".join(text for text, holds in parts if holds))


def is_alike_in_kind(one: CandidateReport, other: CandidateReport) -> bool:
    """Whether two papers may give one happening these types."""
    return other.type in kinds_of(one.type)


def kinds_of(kind: str) -> set[str]:
    """The types that another paper may give what one gives this type."""
    return {kind}.union(*(kinds for kinds in KINDS if kind in kinds))


def _score_kind(one: CandidateReport, other: CandidateReport) -> float:
    score = 1.0 if one.type == other.type else 0.0
    score += 0.5 if one.mode is not None and one.mode == other.mode else 0.0
    return score + (1.0 if one.trigger.casefold() == other.trigger.casefold() else 0.0)


def _score_openings(one: Profile, other: Profile) -> float:
    """What years, weekdays and numbers of two articles say, where one of them has no date."""
    same, different = numbers_in_common(one, other)
    score = _score_years(one, other) + (1.5 * min(same, 3) if same else -0.5 * min(different, 3))
    if one.weekdays and other.weekdays:
        score += -2.5 if one.weekdays.isdisjoint(other.weekdays) else 2.0
    return score


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


def is_vague(report: CandidateReport) -> bool:
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


def _befell_others(one: CandidateReport, other: CandidateReport) -> bool:
    """Whether both tell whom the state or a court dealt with, and neither article names those of the other."""
    if not {one.type, other.type} <= DEALT_WITH:
        return False
    mine, theirs = (set(_FULL_NAME.findall(report.evidence)) for report in (one, other))
    if not mine or not theirs:
        return False
    return not any(_is_named(name, other.text) for name in mine) and not any(
        _is_named(name, one.text) for name in theirs
    )


def _is_named(name: str, text: str) -> bool:
    """Whether a text has the last word of a name."""
    return name.rsplit(None, 1)[-1] in text


def _count_other_people(one: CandidateReport, other: CandidateReport) -> int:
    """In how many roles both have people by full name, and no name in common."""
    found = 0
    for role in ("ACTOR", "RECIPIENT"):
        mine, theirs = _full_names(one, role), _full_names(other, role)
        found += bool(mine and theirs and mine.isdisjoint(theirs))
    return found


def _full_names(report: CandidateReport, role: str) -> frozenset[str]:
    """The words of names that have several: `Lindsay Lohan`, not `Lohan`, `Police`."""
    names = (participant.name_as_written for participant in report.participants if participant.role == role)
    words = ([word.casefold() for word in _NAME.findall(name)] for name in names)
    return frozenset(word for name in words if len(name) > 1 for word in name)


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
