"""The dateline of a story: `KYIV, Ukraine (AP) —`, `PARIS, March 3 (Reuters) -`, `Nairobi (Lakeside Wire) –`.

Wires of the last century set the country in brackets: `PANAMA CITY (PANAMA), 16 NOV 89 (ACAN-EFE) --`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from dateline.extraction.cleaning.dates import MONTHS, find_date
from schema.spans import Excerpt, Span

_DASH = r"\s*(?:[—–]|--|-(?=\s|[A-Z“\"]))[—–-]*\s*(?:\[TEXT\]\s*)?"
_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]*(?:[ /-][^\W\d_a-zß-öø-ÿ.'’]+){0,3}"
_MIXED = r"[^\W\d_a-z][\w.'’-]+(?:[ -][^\W\d_a-z][\w.'’-]+){0,3}"
_WORDS = r"[^\W\d_a-z][\w.'’]*(?:[ -][^\W\d_a-z][\w.'’]*){0,3}"
_REGION = rf"(?:,\s*(?![^,(—–-]*\d){_WORDS}|\s*\({_WORDS}\)(?=,\s*\d))"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = rf",?\s*(?P<date>(?:{_MONTH})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+(?:{_MONTH})\.?(?:\s+\d{{2,4}})?)"
_AGENCY = r"\s*[(\[](?P<agency>[^()\[\]]{2,40})[)\]]"

FORMS = (
    re.compile(rf"(?P<place>{_UPPER}(?:{_REGION}){{0,2}})(?i:{_DATE})?(?:{_AGENCY})?{_DASH}(?=\S)"),
    re.compile(rf"(?P<place>{_MIXED}(?:{_REGION}){{0,2}})(?i:{_DATE})?{_AGENCY}{_DASH}(?=\S)"),
    re.compile(rf"(?P<place>{_UPPER}(?:{_REGION}){{0,2}})(?i:{_DATE})?{_AGENCY}[:.]?\s+(?=\S)"),
)
PARAGRAPHS_SEARCHED = 8
WITH_ARTICLE = frozenset({"THE HAGUE", "THE GAMBIA", "THE BAHAMAS", "THE BRONX", "THE VALLEY", "The Hague"})
"""Places whose names begin with the article."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was filed; `published_at` only where the dateline tells the year."""

    span: Span
    place: Excerpt
    agency: str | None
    published_at: datetime | None


def find_dateline(text: str, paragraphs: tuple[Span, ...]) -> Dateline | None:
    """The dateline at the start of one of the first paragraphs."""
    for paragraph in paragraphs[:PARAGRAPHS_SEARCHED]:
        found = _read(text, paragraph)
        if found:
            return found
    return None


def _read(text: str, paragraph: Span) -> Dateline | None:
    for form in FORMS:
        match = form.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        if match and _is_place(match["place"]) and paragraph.end - match.end() > 20:
            end = match.start() + len(match.group().rstrip())
            dated = find_date(match["date"], clock=False) if match["date"] else None
            place = Excerpt.cut(text, match.start("place"), match.end("place"))
            return Dateline(Span(match.start(), end), place, match["agency"], dated[0] if dated else None)
    return None


def _is_place(words: str) -> bool:
    if words.partition(",")[0].strip() in WITH_ARTICLE:
        return True
    letters = sum(character.isalpha() for character in words)
    return letters >= 4 and words.split()[0].strip(",.:") not in {
        "THE",
        "A",
        "AN",
        "BREAKING",
        "UPDATE",
        "OPINION",
        "ANALYSIS",
        "WATCH",
        "VIDEO",
    }
