"""What speaks for a place by itself: the table of features, each with its weight and a sentence that tells it.

Weights are on the natural-log scale: a place with 1.0 more than another is 2.7 times as probable.  They were set on
two corpora of news, LGL (local American papers) and GeoVirus (world news), and on well-known cities named from abroad.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from dateline.extraction.gazetteer import name_key
from dateline.extraction.gazetteer.lookup import capitals
from dateline.extraction.lexicon import load_lexicon
from schema.mentions import Place
from schema.vocabulary import LocationKind

LARGE_CITY = 200_000
"""Inhabitants: smaller cities are hardly ever meant by one of their other names."""
FEWEST_IN_STATE = 100_000
"""Inhabitants: smaller first-level divisions are parishes and cantons, which share their names with cities abroad."""
METROPOLIS = 400_000
"""Inhabitants: a city as large as that is meant as often as the state of its name."""
SEAT_OF_STATE = 20_000
"""Inhabitants: `in Ramallah` is in the town, where a division is called after it."""
FAMOUS = 26
"""Names in other scripts: a place that has as many is known to readers everywhere."""
UNKNOWN = 14
"""Names in other scripts that GeoNames has of many a small American town."""
HARDLY = 0.5
"""Of a feature: not worth telling."""
ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
"""Countries whose towns are called by words and surnames of English, and hardly ever by an older name."""

KIND_WEIGHT = {
    LocationKind.COUNTRY: 4.6,
    LocationKind.ADMIN1: 0.6,
    LocationKind.ADMIN2: -1.8,
    LocationKind.CITY: 0.5,
    LocationKind.REGION: 0.5,
    LocationKind.FACILITY: 0.0,
}


@dataclass(slots=True)
class Sense:
    """One name of the article, all its mentions, and what it may mean."""

    name: str
    candidates: tuple[Place, ...]
    kinds: set[LocationKind] = field(default_factory=set)
    within: list[Place] = field(default_factory=list)
    """What the text says it lies in: `Paris, Texas`, `Tripoli, in northern Lebanon`, `the Lebanese city of Tripoli`."""
    beside: list[int] = field(default_factory=list)
    """Which other senses are listed with it: `Ohio, Texas and Georgia`."""
    around: list[Sense] = field(default_factory=list)
    """For a name without candidates: the names in the same sentences."""
    mentions: float = 0
    """How often it is named; the dateline, and what only tells where another place lies, count for a part."""
    is_seat: bool = False
    """Whether diplomats and foreign ministers are beside it: what they go to is a capital."""
    is_american: bool = False
    """Whether a body of an American town bears it: `Athens Volunteer Fire Department`."""
    shares: list[float] = field(default_factory=list)
    """How probable each candidate is."""
    chosen: Place | None = None
    score: float = 0.0
    reason: str = "the gazetteer does not have this name"
    capital: Place | None = field(init=False)
    """Of its candidates the capital of a country, where one is."""
    is_wide: bool = field(init=False)
    """Whether a country or a first-level division is called so."""

    def __post_init__(self) -> None:
        cities = [place for place in self.candidates if _may_be_capital(place)]
        self.capital = max(cities, key=lambda place: place.population, default=None)
        wide = (LocationKind.COUNTRY, LocationKind.ADMIN1)
        self.is_wide = any(place.kind in wide and is_called(place, self) for place in self.candidates)

    @property
    def voice(self) -> float:
        """How much the name counts for the others: more often named, more, but by far not in proportion."""
        return min(self.mentions, 1.0) + math.log2(max(1, self.mentions)) / 2


class Feature(NamedTuple):
    """Something that speaks for a place, or against it."""

    weight: float
    sentence: str
    """Why it does."""
    measure: Callable[[Place, Sense], float]
    """How much of it there is, mostly 0 or 1."""
    says: str = ""
    """What the resolution of a mention tells of it."""


def is_called(place: Place, sense: Sense) -> bool:
    """Whether a place is called so first of all, not only among others."""
    key = name_key(sense.name)
    return name_key(place.name) == key or newspaper_names().get(key) == place.geonames_id


@cache
def newspaper_names() -> dict[str, int]:
    """Other names that newspapers write as often as the gazetteer's, to GeoNames ids."""
    return {name_key(name): identifier for name, identifier in load_lexicon("places")["also_known"].items()}


def _may_be_capital(place: Place) -> bool:
    """Several towns of a country bear its capital's name; the largest of them is the capital."""
    return place.kind is LocationKind.CITY and capitals().get(place.country_code or "") == place.name


def fame(place: Place, sense: Sense) -> float:
    """From 0 to 1: how well a city is known by a name."""
    if place.kind is not LocationKind.CITY:
        return 0.0
    if not is_called(place, sense):
        return 0.0
    known = (min(place.fame, FAMOUS) - UNKNOWN) / (FAMOUS - UNKNOWN)
    return max(known, 1.0 if place is sense.capital else 0.0, 0.0)


def _people(place: Place, _: Sense) -> float:
    return math.log10(place.population / 10 + 1)


def _other_name(place: Place, sense: Sense) -> float:
    return float(place.kind is LocationKind.CITY and not is_called(place, sense) and place.population >= LARGE_CITY)


def _other_name_of_small(place: Place, sense: Sense) -> float:
    return float(place.kind is LocationKind.CITY and not is_called(place, sense) and place.population < LARGE_CITY)


def _old_name(place: Place, sense: Sense) -> float:
    return _other_name_of_small(place, sense) * (place.country_code in ENGLISH_SPEAKING)


def _is_large_region(place: Place, sense: Sense) -> bool:
    return is_called(place, sense) and place.kind is LocationKind.REGION and place.population > LARGE_CITY


def _is_state(place: Place, sense: Sense) -> bool:
    return is_called(place, sense) and place.kind is LocationKind.ADMIN1 and place.population >= FEWEST_IN_STATE


def _is_state_of_city(place: Place, sense: Sense) -> bool:
    return _is_state(place, sense) and _has_metropolis(place, sense)


def _is_state_without_city(place: Place, sense: Sense) -> bool:
    return _is_state(place, sense) and not _has_metropolis(place, sense)


def _has_metropolis(place: Place, sense: Sense) -> bool:
    """Whether a city of the name is large, or the one that the division is called after."""
    cities = (city for city in sense.candidates if city.kind is LocationKind.CITY)
    return any(
        city.population >= METROPOLIS
        or (city.population >= SEAT_OF_STATE and is_called(city, sense) and lies_in(city, place))
        for city in cities
    )


def _is_of_kind(place: Place, sense: Sense) -> bool:
    return place.kind in sense.kinds


def _is_seat(place: Place, sense: Sense) -> bool:
    return sense.is_seat and place is sense.capital


def _is_american(place: Place, sense: Sense) -> bool:
    return sense.is_american and place.country_code == "US"


def _is_own(place: Place, _: Sense) -> bool:
    return place.own_id is not None


def _lies_within(place: Place, sense: Sense) -> bool:
    return any(lies_in(place, outer) for outer in sense.within)


FEATURES = (
    Feature(1.1, "More is told of places where more people live.", _people, "population {place.population:,}"),
    Feature(1.0, "Countries are named most, districts least.", lambda place, _: KIND_WEIGHT[place.kind]),
    Feature(0.9, "A name means first what is called so first of all.", is_called),
    Feature(3.0, "Large regions are called by no town's name.", _is_large_region),
    Feature(3.0, "A state is meant rather than a small town of its name.", _is_state_without_city),
    Feature(-0.5, "A metropolis is meant as often as the state of its name.", _is_state_of_city),
    Feature(2.5, "Newspapers write of a famous city without saying where it lies.", fame, "known everywhere"),
    Feature(-0.5, "Large cities are seldom called by another name.", _other_name),
    Feature(-3.0, "Small towns hardly ever are.", _other_name_of_small),
    Feature(-4.0, "Older names of English-speaking towns are forgotten.", _old_name),
    Feature(6.0, "The text says what it lies in.", _lies_within, "named with {sense.within[0].name}"),
    Feature(3.5, "The text says of which kind it is.", _is_of_kind, "the text calls it so"),
    Feature(2.5, "Diplomats go to capitals.", _is_seat, "a capital, with diplomats beside it"),
    Feature(4.5, "Bodies of American towns are called as no others.", _is_american, "an American body bears the name"),
    Feature(10.5, "Places of one's own are those one writes of.", _is_own, "from your own gazetteer"),
)
"""All that speaks for a place by itself.  What the other names of the article say is added by `weighing`."""


def own_weight(place: Place, sense: Sense) -> float:
    """What speaks for a candidate by itself (natural-log scale)."""
    return sum(feature.weight * feature.measure(place, sense) for feature in FEATURES)


def own_reasons(place: Place, sense: Sense) -> Iterator[str]:
    """What to tell of it."""
    for feature in FEATURES:
        if feature.says and feature.measure(place, sense) > HARDLY:
            yield feature.says.format(place=place, sense=sense)


def lies_in(place: Place, outer: Place) -> bool:
    """Whether a place is part of a country or division."""
    above = place.parent
    while above is not None:
        if above.geonames_id == outer.geonames_id and above.name == outer.name:
            return True
        above = above.parent
    return (
        outer.kind in (LocationKind.COUNTRY, LocationKind.REGION)
        and outer.country_code is not None
        and place.country_code == outer.country_code
        and place.kind is not LocationKind.COUNTRY
    )
