"""The words that tell places from what bears their names, from the lexicon and the grammar of place names."""

from __future__ import annotations

from functools import cache
from typing import Any

from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import LocationKind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


DOUBTFUL_LABELS = frozenset({"ORG", "PERSON", "PRODUCT", "NORP", "WORK_OF_ART", "EVENT"})


DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest central".split())


TOWN = 20_000
"""Inhabitants."""


FEATURE_FIRST = frozenset({"Lake", "Mount", "Gulf", "Cape", "Fort", "Isle", "Lough", "Loch", "Mt."})


LINKING = frozenset("on upon in by le la les sur sous en de du des der am an aan of the under over next".split())
"""Small words inside hyphenated names of places: `Stratford-upon-Avon`."""


VILLAGES = frozenset({"village", "town", "city", "suburb", "hamlet", "district", "province", "island", "municipality"})


REGIONS = frozenset({"region", "province", "district", "oblast", "governorate", "state", "prefecture", "slum", "slums"})


NATURAL = frozenset(
    "River Bay Wilderness Lake Lakes Island Islands Creek Peninsula Mountains Delta Desert Valley Falls Forest".split()
)
"""Last words of names of natural features."""
BEFORE_FEATURE = frozenset("in on at near of from to into along around across between over outside through".split())


KIND_OF_WORD = {
    "state": LocationKind.ADMIN1,
    "province": LocationKind.ADMIN1,
    "region": LocationKind.ADMIN1,
    "oblast": LocationKind.ADMIN1,
    "prefecture": LocationKind.ADMIN1,
    "governorate": LocationKind.ADMIN1,
    "republic": LocationKind.ADMIN1,
    "county": LocationKind.ADMIN2,
    "counties": LocationKind.ADMIN2,
    "provinces": LocationKind.ADMIN1,
    "districts": LocationKind.ADMIN2,
    "district": LocationKind.ADMIN2,
    "parish": LocationKind.ADMIN2,
    "territory": LocationKind.ADMIN2,
    "city": LocationKind.CITY,
    "town": LocationKind.CITY,
    "village": LocationKind.CITY,
    "capital": LocationKind.CITY,
    "port": LocationKind.CITY,
    "suburb": LocationKind.CITY,
    "hub": LocationKind.CITY,
}
"""What kind of place the words beside a name tell."""


@cache
def context_words() -> dict[str, frozenset[str]]:
    """The word lists of the lexicon, as sets."""
    return {name: frozenset(words) for name, words in load_lexicon("places")["context"].items()}


@cache
def directions() -> frozenset[str]:
    """`northern`, `central` and the like."""
    return frozenset(load_lexicon("regions")["directions"]["words"])


@cache
def state_words() -> frozenset[str]:
    """Names and dotted abbreviations of states."""
    return frozenset(name for _, name in abbreviations().values()) | {
        short for short in abbreviations() if "." in short
    }


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    """From `Ala.` to the country and the name of the state."""
    table: dict[str, Any] = load_lexicon("places")["abbreviations"]
    return {short: (country, name) for country, states in table.items() for short, name in states.items()}


def is_common(name: str) -> bool:
    return name in context_words()["common"]


def is_never(name: str, before: str) -> bool:
    return name in context_words()["never"] or f"{before} {name}" in context_words()["never"]
