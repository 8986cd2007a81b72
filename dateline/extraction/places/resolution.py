"""Which places the toponyms of an article mean: one sense for each name, chosen together by `weighing`.

A name that the gazetteer does not have takes the coordinates of the smallest region it is named with, and says so.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.notes import Notes
from dateline.extraction.places.cues import Toponym
from dateline.extraction.places.features import Sense, lies_in
from dateline.extraction.places.noting import LISTING, note_senses
from dateline.extraction.places.weighing import Company, choose_all
from dateline.extraction.places.words import NATURAL, abbreviations, context_words
from schema.mentions import Place, PlaceMention
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

EARTH_KM = 6371.0
PER_TELLING, MOST_TELLING = 0.5, 2.0
"""What each word that one country's newspapers write counts, and all of them."""
AMBIGUOUS_STATES = frozenset({"Washington", "New York", "Georgia", "Victoria"})
"""Names of states that mean a city or country as often."""


def resolve_toponyms(notes: Notes, toponyms: list[Toponym]) -> tuple[PlaceMention, ...]:
    """The mentions of all toponyms with the places they mean."""
    senses, keys = note_senses(notes, toponyms)
    _note_lists(notes, toponyms, keys, senses)
    _note_sentences(notes, toponyms, keys, senses)
    choose_all(list(senses.values()), _told_otherwise(notes, toponyms))
    _place_unknown(senses.values())
    return tuple(_mention(notes, toponym, senses[key]) for toponym, key in zip(toponyms, keys, strict=True))


def _note_lists(notes: Notes, toponyms: list[Toponym], keys: list[str], senses: dict[str, Sense]) -> None:
    """Notes which names are listed together; a name and the state after it are none."""
    order = {key: index for index, key in enumerate(senses)}
    for index, (this, following) in enumerate(pairwise(toponyms)):
        between = notes.doc[this.end : following.start]
        one, other = senses[keys[index]], senses[keys[index + 1]]
        listed = 0 < len(between) < 4 and one is not other and all(token.lower_ in LISTING for token in between)
        if listed and not any(_is_within(place, one, between) for place in other.candidates[:5]):
            one.beside.append(order[keys[index + 1]])
            other.beside.append(order[keys[index]])


def _is_within(outer: Place, sense: Sense, between: Span) -> bool:
    return between.text.strip() == "," and any(lies_in(place, outer) for place in sense.candidates)


def _told_otherwise(notes: Notes, toponyms: list[Toponym]) -> Company:
    """What words that are no toponyms tell: peoples, words of one country, states in the names of bodies."""
    company = Company()
    taken = {index for toponym in toponyms for index in range(toponym.start, toponym.end)}
    words = telltale()
    telling: set[str] = set()
    for token in notes.doc:
        lower = token.lower_
        if lower in words:
            telling.add(lower)
        if token.i not in taken and token.text != lower:
            if code := notes.gazetteer.demonym(lower):
                company.countries[code] += 1.0
            elif state := _state_at(notes.doc, token.i, token.text):
                company.countries[state[0]] += 0.5
                company.divisions[state] += 1.0
    for country, count in Counter(words[word] for word in telling).items():
        company.countries[country] += min(MOST_TELLING, PER_TELLING * count)
    return company


def _state_at(doc: Doc, at: int, word: str) -> tuple[str, str] | None:
    """The state that words of a longer name name: `Ohio` in `Ohio Department of Transportation`."""
    if word in ("New", "North", "South", "West", "Rhode", "British"):
        return state_names().get(doc[at : at + 2].text)
    state = state_names().get(word)
    return state if state and (at == 0 or doc[at - 1].text not in ("West", "of")) else None


@cache
def telltale() -> dict[str, str]:
    """Words that one country's newspapers write, to the code of the country."""
    return {word: code for code, words in load_lexicon("places")["telltale"].items() for word in words}


@cache
def state_names() -> dict[str, tuple[str, str]]:
    """States whose names mean nothing else, and the unmistakable short forms."""
    states = {full: (country, full) for country, full in abbreviations().values() if full not in AMBIGUOUS_STATES}
    return states | {short: state for short, state in abbreviations().items() if "." in short}


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance; infinite where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return EARTH_KM * 2 * math.asin(min(1.0, math.sqrt(h)))


def _note_sentences(notes: Notes, toponyms: list[Toponym], keys: list[str], senses: dict[str, Sense]) -> None:
    """Gives each unknown name the names in its sentences."""
    for index, toponym in enumerate(toponyms):
        sense = senses[keys[index]]
        if not sense.candidates:
            sentence = notes.doc[toponym.start].sent
            near = range(max(0, index - 5), min(len(toponyms), index + 6))
            inside = (at for at in near if sentence.start <= toponyms[at].start < sentence.end)
            sense.around.extend(senses[keys[at]] for at in inside if at != index)


def _place_unknown(senses: Iterable[Sense]) -> None:
    """An unknown village takes the smallest region that it is named with, and says so."""
    for sense in senses:
        if sense.chosen is not None:
            continue
        beside = [other.chosen for other in sense.around if other.chosen is not None and other.candidates]
        regions = sense.within[:1] or sorted((place for place in beside if place.kind in SIZE), key=_size)
        if regions:
            region = regions[0]
            sense.chosen = Place(
                sense.name,
                _kind_of_unknown(sense),
                region.country_code,
                region.latitude,
                region.longitude,
                admin1=region.name if region.kind is LocationKind.ADMIN1 else region.admin1,
                parent=region,
                precision=region.kind,
            )
            sense.score = 0.3
            sense.reason = f"not in the gazetteer; placed at {region.name}, with which it is named"


def _kind_of_unknown(sense: Sense) -> LocationKind:
    """What the words beside it or its last word tell: `the Warab district`, `Twin Lakes`; a town otherwise."""
    told = sorted(sense.kinds, key=list(LocationKind).index)
    if told:
        return told[0]
    return LocationKind.REGION if sense.name.split()[-1] in NATURAL else LocationKind.CITY


SIZE = {LocationKind.ADMIN2: 0, LocationKind.ADMIN1: 1, LocationKind.COUNTRY: 2}
"""Kinds of regions, the smallest first."""


def _size(place: Place) -> int:
    return SIZE[place.kind]


def _mention(notes: Notes, toponym: Toponym, sense: Sense) -> PlaceMention:
    excerpt = notes.cut(*toponym.bounds(notes.doc))
    return PlaceMention(excerpt, sense.chosen, sense.score, sense.reason, _is_government(notes, toponym))


def _is_government(notes: Notes, toponym: Toponym) -> bool:
    """`Kyiv said`: the name is the subject of what governments do."""
    root = notes.doc[toponym.start : toponym.end].root
    return root.dep_ in ("nsubj", "nsubjpass", "agent") and root.head.lemma_ in context_words()["governments"]
