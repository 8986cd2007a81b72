"""Two reports of different articles side by side: what both tell, and where they differ.

Everything here is the same from both sides and rests on the two reports alone, whatever else is stored, so that the
order in which articles come does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from enum import Enum
from functools import cached_property, lru_cache

from dateline.ingestion.linking.wording import (
    OPENING,
    Profile,
    numbers_in_common,
    profile_of,
    share_of_wording,
    telling_power,
)
from dateline.store.keeping.database import haversine_km
from dateline.store.reading.candidates import CandidateReport
from schema.vocabulary import Basis, DatePrecision, EventType, LocationKind

NEAR_KM = 40.0
LONGEST = timedelta(days=10)
"""A happening of a vaguer date is compared with one of the same date alone: a month holds many attacks."""
LOOK_BACK = timedelta(days=6)
"""How long before publication a happening without a date may lie."""
LIKE_WORDING = 0.26
"""Share of wording from which two articles are about one thing rather than about one kind of thing."""
KINDS = (
    {EventType.ASSAULT, EventType.CRIME, EventType.ACCIDENT, EventType.DISASTER},
    {EventType.PROTEST, EventType.COERCE},
    {EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE},
    {EventType.LEGAL, EventType.SANCTION},
)
"""Types that two papers may give one happening."""
SPOKEN = frozenset(
    {
        EventType.ACCUSE.value,
        EventType.AGREE.value,
        EventType.CONCEDE.value,
        EventType.REJECT.value,
        EventType.REQUEST.value,
        EventType.SUPPORT.value,
        EventType.THREATEN.value,
    }
)
"""Types of one word by what follows it: `agreed to impose sanctions`, `agreed on sanctions`."""
FINE = frozenset({LocationKind.CITY.value, LocationKind.FACILITY.value, LocationKind.ADMIN2.value})
STATED = frozenset({None, Basis.STATED.value, Basis.PUBLICATION.value})
"""Bases of what the sentence itself tells; all others are taken from elsewhere."""
RARE = 8.0
"""How much a name tells that few articles have."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+")
_INSIDE = re.compile(r"(?:(?<=[\w,] )|(?<= [A-Z]\. ))[^\W\d_a-z][^\W\d_]{3,}")
"""A capitalised word that does not begin a sentence."""
_COMMON = frozenset(
    "that with from have been were this their they said after which would about when where there into over more also"
    " people than some other could first near least officials police government killed injured".split()
)
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September"
    " October November December".split()
)


class Nearness(Enum):
    """How the places of two reports lie to each other."""

    SAME_TOWN = "same town"
    SAME_AREA = "same area"
    NEAR = "near"
    INSIDE = "inside"
    """One lies in the other."""
    UNKNOWN = "unknown"
    APART = "apart"


def kinds_of(kind: str) -> set[str]:
    """The types that another paper may give what one gives this type."""
    return {kind}.union(*(kinds for kinds in KINDS if kind in kinds))


def is_vague(report: CandidateReport) -> bool:
    """Whether its days are more than `LONGEST`."""
    if report.date_earliest is None or report.date_latest is None:
        return False
    return report.date_latest - report.date_earliest > LONGEST


class ReportPair:
    """Two reports of different articles."""

    def __init__(self, one: CandidateReport, other: CandidateReport) -> None:
        self.one, self.other = one, other

    # ---------------------------------------------------------------- what kind

    @cached_property
    def is_same_word(self) -> bool:
        """Whether both are told with one word, in any form of it."""
        return stem(self.one.trigger) == stem(self.other.trigger)

    # ---------------------------------------------------------------- when

    @cached_property
    def is_timed(self) -> bool:
        """Whether the days of both are known at all, from the words or from the day of publication."""
        return all(report.date_earliest is not None or report.published_at is not None for report in self.both)

    @cached_property
    def is_dated(self) -> bool:
        """Whether the words of both tell a day."""
        return self.one.date_earliest is not None and self.other.date_earliest is not None

    @cached_property
    def is_when_stated(self) -> bool:
        """Whether no day is taken from elsewhere in an article."""
        return all(report.when_basis in STATED for report in self.both)

    @cached_property
    def days_meet(self) -> bool:
        """Whether both tell days, and have one in common."""
        first, last = (self.one.date_earliest, self.one.date_latest), (self.other.date_earliest, self.other.date_latest)
        if first[0] is None or first[1] is None or last[0] is None or last[1] is None:
            return False
        return first[0] <= last[1] and last[0] <= first[1]

    @cached_property
    def is_on_one_day(self) -> bool:
        """Whether both tell the very day."""
        days = {report.date_precision for report in self.both} == {DatePrecision.DAY.value}
        return days and self.one.date_earliest is not None and self.one.date_earliest == self.other.date_earliest

    @cached_property
    def is_vague(self) -> bool:
        """Whether a day of either is only known to be one of many."""
        return is_vague(self.one) or is_vague(self.other)

    @cached_property
    def is_same_period(self) -> bool:
        """Whether both tell the same days."""
        one, other = self.both
        return self.days_meet and (one.date_earliest, one.date_latest) == (other.date_earliest, other.date_latest)

    # ---------------------------------------------------------------- where

    @cached_property
    def nearness(self) -> Nearness:
        """How their places lie to each other."""
        one, other = self.both
        if one.location_id is None or other.location_id is None:
            return Nearness.UNKNOWN
        if one.location_id == other.location_id:
            return Nearness.SAME_TOWN if one.location_kind in FINE else Nearness.SAME_AREA
        if one.country_code is None or other.country_code is None:
            return Nearness.UNKNOWN
        if one.country_code != other.country_code:
            return Nearness.APART
        if _holds(one, other) or _holds(other, one):
            return Nearness.INSIDE
        if other.latitude is None or other.longitude is None:
            return Nearness.UNKNOWN
        distance = haversine_km(one.latitude, one.longitude, other.latitude, other.longitude)
        if distance is None:
            return Nearness.UNKNOWN
        return Nearness.NEAR if distance <= NEAR_KM else Nearness.APART

    @cached_property
    def is_where_stated(self) -> bool:
        """Whether no place is taken from elsewhere in an article."""
        return all(report.location_basis in STATED for report in self.both)

    # ---------------------------------------------------------------- who

    @cached_property
    def shared_actors(self) -> int:
        """How many actors have a part in both."""
        own, others = ({part.actor_id for part in report.participants if part.actor_id} for report in self.both)
        return len(own & others)

    def has_other_actors(self, role: str) -> bool:
        """Whether both tell of actors who have a part, and have none of them in common."""
        mine, theirs = (
            {part.actor_id for part in report.participants if part.actor_id and part.role == role}
            for report in self.both
        )
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    @cached_property
    def shares_nameless(self) -> bool:
        """Whether both give one part to somebody without a name, in the same words: `state attorney general`."""
        own, others = ({_told(part.name_as_written, part.role) for part in report.participants} for report in self.both)
        return any(len(words) > 1 for words, _ in own & others)

    def names(self, role: str) -> tuple[frozenset[str], frozenset[str]]:
        """The names of those who have a part, as words in lower case."""
        first, second = (_named(report, role) for report in self.both)
        return first, second

    def full_names(self, role: str) -> tuple[frozenset[str], frozenset[str]]:
        """The same of names of several words alone: `Lindsay Lohan`, not `Lohan`, `Police`."""
        first, second = (_named(report, role, least=2) for report in self.both)
        return first, second

    # ---------------------------------------------------------------- words

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """Names that both sentences have: `Waitrose`, `Banstead`."""
        return _names_in(self.one.evidence) & _names_in(self.other.evidence)

    @cached_property
    def shares_rare_name(self) -> bool:
        """Whether one of these is a name that few articles have."""
        return _is_any_rare(self.shared_names)

    @cached_property
    def articles_share_rare_name(self) -> bool:
        """Whether the beginnings of both articles have one."""
        return _is_any_rare(_names_of(self.one.text[:OPENING]) & _names_of(self.other.text[:OPENING]))

    @cached_property
    def share_of_words(self) -> float:
        """Share of the telling words of the shorter sentence that the other has too."""
        mine, theirs = _words_in(self.one.evidence), _words_in(self.other.evidence)
        small = min(len(mine), len(theirs))
        return len(mine & theirs) / small if small >= 3 else 0.0

    @cached_property
    def profiles(self) -> tuple[Profile, Profile]:
        """What the words of the two articles tell."""
        return profile_of(self.one.text), profile_of(self.other.text)

    @cached_property
    def share_of_wording(self) -> float:
        """How alike the two articles are."""
        return share_of_wording(*self.profiles)

    @cached_property
    def numbers(self) -> tuple[int, int]:
        """Of how many things both articles give the same number, and of how many another."""
        return numbers_in_common(*self.profiles)

    @property
    def both(self) -> tuple[CandidateReport, CandidateReport]:
        """The two reports."""
        return self.one, self.other


def _is_any_rare(names: Iterable[str]) -> bool:
    return any(telling_power(name.lower()) >= RARE for name in names)


def stem(word: str) -> str:
    """The beginning of a word, in which its forms agree: `investigated`, `investigating`."""
    word = word.casefold()
    return next((word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end) and len(word) > 5), word)


def _holds(large: CandidateReport, small: CandidateReport) -> bool:
    """Whether a place of the same country is known to lie in another."""
    if large.location_kind == LocationKind.COUNTRY.value or small.location_parent_id == large.location_id:
        return True
    return large.location_kind == LocationKind.ADMIN1.value and large.location_name == small.admin1


@lru_cache(maxsize=4096)
def _names_in(text: str) -> frozenset[str]:
    """Capitalised words inside a sentence."""
    inside = _WORD.findall(text.partition(" ")[2])
    return frozenset(word for word in inside if word[0].isupper() and not word.isupper() and word not in _CALENDAR)


@lru_cache(maxsize=4096)
def _names_of(text: str) -> frozenset[str]:
    """Capitalised words inside the sentences of an article."""
    return frozenset(_INSIDE.findall(text)) - _CALENDAR


@lru_cache(maxsize=4096)
def _words_in(text: str) -> frozenset[str]:
    """The telling words of a sentence, by their beginnings."""
    words = (match.group().casefold() for match in _WORD.finditer(text))
    return frozenset(word[:7] for word in words if word not in _COMMON)


def _named(report: CandidateReport, role: str, least: int = 1) -> frozenset[str]:
    """The words of the names of those who have a part, in lower case: `Lindsay Lohan`, `Rentlo`, no `the police`."""
    names = (participant.name_as_written for participant in report.participants if participant.role == role)
    words = ([word.casefold() for word in _NAME.findall(name)] for name in names)
    return frozenset(word for name in words if len(name) >= least for word in name)


def _told(name: str, role: str) -> tuple[tuple[str, ...], str]:
    words = [word for word in name.casefold().split() if word not in ("the", "a", "an")]
    return tuple(words), role
