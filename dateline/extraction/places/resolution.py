"""Which place a toponym means: one sense for each name in an article, weighed by population and company.

A candidate gains by its population, by lying in a country or province that the article names, by nearness to the other
places, by what follows the name (`Paris, Texas`) and by the kind that the words beside it tell.  Iterated twice: the
first round settles the clear names, the second the rest by their nearness to those.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.extraction.gazetteer import name_key
from dateline.extraction.notes import Notes
from dateline.extraction.places.recognition import (
    KIND_OF_WORD,
    Toponym,
    abbreviations,
    context_words,
    kind_after,
)
from schema.mentions import Place, PlaceMention
from schema.vocabulary import LocationKind

NEAR_KM = 250.0
LARGE_CITY = 200_000
"""Inhabitants: smaller cities are hardly ever meant by one of their other names."""
EARTH_KM = 6371.0


@dataclass(slots=True)
class Sense:
    """One name of the article, all its mentions, and what it may mean."""

    name: str
    candidates: tuple[Place, ...]
    kinds: set[LocationKind] = field(default_factory=set)
    within: list[Place] = field(default_factory=list)
    """Places written right after it: `Paris, Texas`."""
    mentions: int = 0
    chosen: Place | None = None
    score: float = 0.0
    reason: str = "the gazetteer does not have this name"


@dataclass(slots=True)
class Company:
    """What the article names elsewhere."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[str] = field(default_factory=Counter)
    anchors: list[Place] = field(default_factory=list)


def resolve_toponyms(notes: Notes, toponyms: list[Toponym]) -> tuple[PlaceMention, ...]:
    """The mentions of all toponyms with the places they mean."""
    senses: dict[str, Sense] = {}
    keys = [_note(notes, toponyms, index, senses) for index in range(len(toponyms))]
    company = _first_company(notes)
    for _ in range(2):
        for sense in senses.values():
            _choose(sense, company)
        company = _company_of(notes, senses.values())
    _place_unknown(senses.values())
    return tuple(_mention(notes, toponym, senses[key]) for toponym, key in zip(toponyms, keys, strict=True))


def _note(notes: Notes, toponyms: list[Toponym], index: int, senses: dict[str, Sense]) -> str:
    toponym = toponyms[index]
    name = notes.doc[toponym.start : toponym.end].text
    kind = KIND_OF_WORD.get(kind_after(notes.doc, toponym) or "")
    # "the Kursk region" and "the city of Kursk" are two senses of one name.
    key = f"{name.casefold()}|{kind.value if kind in (LocationKind.ADMIN1, LocationKind.ADMIN2) else ''}"
    sense = senses.get(key)
    if sense is None:
        sense = senses[key] = Sense(name, _candidates(notes, name))
    sense.mentions += 1
    if kind:
        sense.kinds.add(kind)
    following = _following(notes, toponyms, index)
    if following:
        sense.within.extend(following)
    return key


def _candidates(notes: Notes, name: str) -> tuple[Place, ...]:
    short = abbreviations().get(name)
    if short is None:
        return notes.gazetteer.candidates(name)
    country, full = short
    return tuple(
        place
        for place in notes.gazetteer.candidates(full)
        if place.kind is LocationKind.ADMIN1 and place.country_code == country
    )


def _following(notes: Notes, toponyms: list[Toponym], index: int) -> tuple[Place, ...]:
    """What the next toponym may mean where only a comma stands between."""
    if index + 1 >= len(toponyms):
        return ()
    this, following = toponyms[index], toponyms[index + 1]
    if following.start - this.end != 1 or notes.doc[this.end].text != ",":
        return ()
    name = notes.doc[following.start : following.end].text
    wide = (LocationKind.COUNTRY, LocationKind.ADMIN1, LocationKind.ADMIN2)
    return tuple(place for place in _candidates(notes, name)[:5] if place.kind in wide)


def _first_company(notes: Notes) -> Company:
    """Countries told by adjectives and by the dateline, before any name is settled."""
    company = Company()
    for token in notes.doc:
        if token.tag_ in ("JJ", "NNP", "NNPS", "NNS") and token.text[0].isupper():
            code = notes.gazetteer.demonym(token.text)
            if code:
                company.countries[code] += 1
    return company


def _company_of(notes: Notes, senses: Iterable[Sense]) -> Company:
    company = _first_company(notes)
    for sense in senses:
        place = sense.chosen
        if place is None:
            continue
        if place.country_code:
            company.countries[place.country_code] += sense.mentions
        if place.kind is LocationKind.ADMIN1:
            company.divisions[place.name] += 2 * sense.mentions
        elif place.admin1:
            company.divisions[place.admin1] += sense.mentions
        if sense.score >= 0.6 and place.kind in (LocationKind.CITY, LocationKind.ADMIN2, LocationKind.ADMIN1):
            company.anchors.append(place)
    return company


def _choose(sense: Sense, company: Company) -> None:
    if not sense.candidates:
        return
    weighed = sorted(
        ((_weigh(place, sense, company), place) for place in sense.candidates), key=lambda pair: -pair[0][0]
    )
    (best, reasons), place = weighed[0]
    second = weighed[1][0][0] if len(weighed) > 1 else best - 3.0
    sense.chosen = place
    sense.score = round(1 / (1 + math.exp(-(best - second) - 0.4)), 3)
    rivals = f"best of {len(weighed)}" if len(weighed) > 1 else "the only one of that name"
    sense.reason = "; ".join([rivals, *reasons])


KIND_WEIGHT = {
    LocationKind.COUNTRY: 4.0,
    LocationKind.ADMIN1: 0.6,
    LocationKind.ADMIN2: -1.2,
    LocationKind.CITY: 0.9,
    LocationKind.REGION: 0.5,
    LocationKind.FACILITY: 0.0,
}


def _weigh(place: Place, sense: Sense, company: Company) -> tuple[float, list[str]]:
    """The weight of a candidate (natural-log scale) and the reasons for it in words."""
    weight = 0.55 * math.log10(place.population + 10) + KIND_WEIGHT[place.kind]
    reasons: list[str] = [f"population {place.population:,}"] if place.population else []
    if name_key(place.name) == name_key(sense.name):
        weight += 0.8
    elif place.kind is LocationKind.CITY and place.population < LARGE_CITY:
        weight -= 2.0
    if any(_lies_in(place, outer) for outer in sense.within):
        weight += 6.0
        reasons.append(f"named with {sense.within[0].name}")
    if sense.kinds and place.kind in sense.kinds:
        weight += 2.5
        reasons.append("the text calls it so")
    return _weigh_company(place, sense, company, weight, reasons)


def _weigh_company(
    place: Place, sense: Sense, company: Company, weight: float, reasons: list[str]
) -> tuple[float, list[str]]:
    now = sense.chosen  # what this name adds to the company itself counts for none of its candidates
    same_country = now is not None and now.country_code == place.country_code
    named = company.countries[place.country_code or ""] - (sense.mentions if same_country else 0)
    if named > 0 and place.kind is not LocationKind.COUNTRY:
        weight += 0.7 * math.log2(1 + min(named, 7))
        reasons.append(f"{place.country_code} named elsewhere")
    division = place.name if place.kind is LocationKind.ADMIN1 else place.admin1
    if division and company.divisions[division] - _own_divisions(sense, division) > 0:
        weight += 2.0
        reasons.append(f"{division} named elsewhere")
    near = sum(1 for anchor in company.anchors if anchor is not now and distance_km(place, anchor) <= NEAR_KM)
    if near and place.kind is not LocationKind.COUNTRY:
        weight += min(2.4, 0.8 * near)
        reasons.append("near other places of the article")
    return weight, reasons


def _own_divisions(sense: Sense, division: str) -> int:
    now = sense.chosen
    if now is None:
        return 0
    if now.kind is LocationKind.ADMIN1:
        return 2 * sense.mentions if now.name == division else 0
    return sense.mentions if now.admin1 == division else 0


def _lies_in(place: Place, outer: Place) -> bool:
    above = place.parent
    while above is not None:
        if above.geonames_id == outer.geonames_id and above.name == outer.name:
            return True
        above = above.parent
    return (
        outer.kind is LocationKind.COUNTRY
        and place.country_code == outer.country_code
        and place.kind is not LocationKind.COUNTRY
    )


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance; infinite where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return EARTH_KM * 2 * math.asin(min(1.0, math.sqrt(h)))


def _place_unknown(senses: Iterable[Sense]) -> None:
    """An unknown village takes the smallest region written right after it, and says so."""
    for sense in senses:
        if sense.chosen is None and sense.within:
            region = sense.within[0]
            sense.chosen = Place(
                sense.name, LocationKind.CITY, region.country_code, region.latitude, region.longitude, parent=region
            )
            sense.score = 0.3
            sense.reason = f"not in the gazetteer; placed at {region.name}, with which it is named"


def _mention(notes: Notes, toponym: Toponym, sense: Sense) -> PlaceMention:
    span = notes.doc[toponym.start : toponym.end]
    excerpt = notes.cut(span.start_char, span.end_char)
    return PlaceMention(excerpt, sense.chosen, sense.score, sense.reason, _is_government(notes, toponym))


def _is_government(notes: Notes, toponym: Toponym) -> bool:
    """`Kyiv said`: the name is the subject of what governments do."""
    root = notes.doc[toponym.start : toponym.end].root
    return root.dep_ in ("nsubj", "nsubjpass", "agent") and root.head.lemma_ in context_words()["governments"]
