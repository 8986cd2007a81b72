"""Which of its candidates each name of an article means: all names weighed together.

Every name starts with its candidates by their own weight: population, kind, the words beside it, what follows it
(`Paris, Texas`).  Then, a few times over, each candidate gains by what the other names probably mean: by how much of
the article lies in its country, in its first-level division, and around it.  A town that shares its state with four
other names wins so, though none of the five is clear by itself (a mean-field relaxation of one joint choice).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.extraction.places.features import Sense, own_reasons, own_weight
from schema.mentions import Place
from schema.vocabulary import LocationKind

ROUNDS = 4
CELL_DEGREES = 0.55
"""Side of the squares in which nearness is counted; with the squares around, some 100 km."""

WIDE = (LocationKind.COUNTRY, LocationKind.ADMIN1, LocationKind.ADMIN2)
LOCAL = (LocationKind.CITY, LocationKind.ADMIN2, LocationKind.FACILITY)
"""Kinds of places that are small enough for nearness to tell."""

# Weights of what the other names say; those of the names themselves stand in `features`.
PER_COUNTRY, PER_DIVISION, PER_CELL = 1.4, 1.7, 0.8
FOCUS = 1.4
SAME_KIND = 3.2

AROUND = (-1, 0, 1)

Division = tuple[str | None, str]
Cell = tuple[int, int]


@dataclass(slots=True)
class Company:
    """How much of the article lies where, by what its names probably mean."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[Division, float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    """By square: how much lies in it and in those around."""
    total: float = 0.0
    """The voices of all names."""

    def add(self, sense: Sense, sign: int = 1) -> None:
        """Counts a name in (or out, where `sign` is -1)."""
        for place, share in zip(sense.candidates, sense.shares, strict=True):
            if share < 0.01:
                continue
            weight = sign * share * sense.voice
            if place.country_code:
                self.countries[place.country_code] += weight
            division = division_of(place)
            if division:
                self.divisions[division] += weight
            cell = cell_of(place)
            if cell:
                row, column = cell
                for north in AROUND:
                    for east in AROUND:
                        self.cells[row + north, column + east] += weight
        self.total += sign * sense.voice


def division_of(place: Place) -> Division | None:
    """The first-level division that a place is or lies in."""
    name = place.name if place.kind is LocationKind.ADMIN1 else place.admin1
    return (place.country_code, name) if name else None


def cell_of(place: Place) -> Cell | None:
    """The square of the earth that a small place lies in."""
    if place.latitude is None or place.longitude is None or place.kind not in LOCAL:
        return None
    return math.floor(place.latitude / CELL_DEGREES), math.floor(place.longitude / CELL_DEGREES)


def choose_all(senses: Sequence[Sense], company: Company) -> None:
    """Sets what each name means; `company` holds what the article tells by other words than its toponyms."""
    own = [[own_weight(place, sense) for place in sense.candidates] for sense in senses]
    for sense, weights in zip(senses, own, strict=True):
        sense.shares = _shares(weights)
    for sense in senses:
        company.add(sense)
    for _ in range(ROUNDS):
        for sense, weights in zip(senses, own, strict=True):
            if len(sense.candidates) > 1:
                company.add(sense, -1)
                sense.shares = _shares(_weigh(sense, weights, senses, company))
                company.add(sense)
    for sense, weights in zip(senses, own, strict=True):
        if sense.candidates:
            company.add(sense, -1)
            _choose(sense, _weigh(sense, weights, senses, company), company)
            company.add(sense)


def _weigh(sense: Sense, own: Sequence[float], senses: Sequence[Sense], company: Company) -> list[float]:
    listed = _kinds_beside(sense, senses) if sense.beside else {}
    return [
        weight + _company_weight(place, company) + SAME_KIND * min(2.0, listed.get(place.kind, 0.0))
        for weight, place in zip(own, sense.candidates, strict=True)
    ]


def _kinds_beside(sense: Sense, senses: Sequence[Sense]) -> dict[LocationKind, float]:
    """How many of the names it is listed with are probably countries, states or counties."""
    kinds: defaultdict[LocationKind, float] = defaultdict(float)
    for other in (senses[at] for at in sense.beside if not senses[at].kinds):
        for place, share in zip(other.candidates, other.shares, strict=True):
            if place.kind in WIDE:
                kinds[place.kind] += share
    return kinds


def _shares(weights: Sequence[float]) -> list[float]:
    top = max(weights, default=0.0)
    raw = [math.exp(weight - top) for weight in weights]
    total = sum(raw)
    return [share / total for share in raw]


def _company_weight(place: Place, company: Company) -> float:
    """What the other names of the article say for a candidate (natural-log scale)."""
    country, division, near = _support(place, company)
    return (
        PER_COUNTRY * math.log2(1 + min(country, 7.0))
        + PER_DIVISION * math.log2(1 + min(2 * division, 7.0))
        + PER_CELL * math.log2(1 + min(2 * near, 7.0))
        + FOCUS * division / (company.total + 1)
    )


def _support(place: Place, company: Company) -> tuple[float, float, float]:
    """How much of the article lies in the country, in the division and in the squares around a place."""
    if place.kind is LocationKind.REGION:
        return 0.0, 0.0, 0.0
    country = max(0.0, company.countries.get(place.country_code or "", 0.0))
    division = division_of(place)
    cell = cell_of(place)
    near = company.cells.get(cell, 0.0) if cell else 0.0
    return country, max(0.0, company.divisions.get(division, 0.0)) if division else 0.0, max(0.0, near)


def _choose(sense: Sense, weights: Sequence[float], company: Company) -> None:
    order = sorted(range(len(weights)), key=lambda at: -weights[at])
    best = order[0]
    gap = weights[best] - weights[order[1]] if len(order) > 1 else 3.0
    sense.chosen = sense.candidates[best]
    sense.score = round(1 / (1 + math.exp(-gap - 0.4)), 3)
    sense.reason = "; ".join(_reasons(sense, sense.chosen, company))


def _reasons(sense: Sense, place: Place, company: Company) -> Iterable[str]:
    yield f"best of {len(sense.candidates)}" if len(sense.candidates) > 1 else "the only one of that name"
    yield from own_reasons(place, sense)
    country, division, near = _support(place, company)
    if country > 0.5 and place.kind is not LocationKind.COUNTRY:
        yield f"{place.country_code} named elsewhere"
    of = division_of(place)
    if division > 0.5 and of:
        yield f"{of[1]} named elsewhere"
    if near > 0.5:
        yield "near other places of the article"
