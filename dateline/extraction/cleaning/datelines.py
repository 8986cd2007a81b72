"""The dateline of a story: `KYIV, Ukraine (AP) —`, `PARIS, March 3 (Reuters) -`, `Nairobi (Lakeside Wire) –`.

Wires of the last century set the country in brackets: `PANAMA CITY (PANAMA), 16 NOV 89 (ACAN-EFE) --`.  Agencies of
today have forms of their own, a table of which stands here; those of which the name is needed to tell a dateline from
a sentence take it from the lexicon: `MOSCOW, June 12. /TASS/. Text`, `New Delhi, Jun 12 (PTI) Text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.extraction.cleaning.dates import MONTHS, find_date
from dateline.extraction.lexicon import load_lexicon
from schema.spans import Excerpt, Span

_DASH = r"\s*(?:[—–]|--|-(?=\s|[A-Z“\"]))[—–-]*\s*(?:\[TEXT\]\s*)?"
_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]*(?:[ /][^\W\d_a-zß-öø-ÿ.'’]+(?:-[^\W\d_a-zß-öø-ÿ.'’]+)*){0,3}"
_MIXED = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){0,3}"
_WORDS = r"[^\W\d_a-z][\w.'’]*(?:[ -][^\W\d_a-z][\w.'’]*){0,3}"
_REGION = rf"(?:,\s*(?![^,(—–-]*\d){_WORDS}|\s*\({_WORDS}\)(?=,\s*\d))"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = rf",?\s*(?P<date>(?:{_MONTH})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+(?:{_MONTH})\.?(?:\s+\d{{2,4}})?)"
_AGENCY = r"\s*[(\[](?P<agency>[^()\[\]]{2,40})[)\]]"

_KNOWN = "|".join(sorted(map(re.escape, load_lexicon("cleaning")["dateline_agencies"]), key=len, reverse=True))
_NAMED = rf"(?:{_KNOWN})(?:[/-]\w[\w .]{{0,20}}|\s(?:News )?Agency)?"
_NO_DATE = rf"(?![^,(—–-]*\d)(?!(?i:{_MONTH})\b)"
_ANY_REGION = rf"(?:,\s*(?!(?:{_NAMED})\b){_NO_DATE}{_WORDS}|\s*\((?!{_NAMED}\)){_WORDS}\)|\s*\[{_WORDS}\])"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?(?:,?\s+\d{{4}})?"
_MONTH_FIRST = rf"(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:(?:,?\s+|/)\d{{4}})?"
_DAY = rf"[.,]?\s*(?P<date>{_MONTH_FIRST}|{_DAY_FIRST})"
_HIGH, _LOW = (rf"(?P<place>{name}(?:{_ANY_REGION}){{0,2}})" for name in (_UPPER, _MIXED))
_CITY = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+)?"
_AGENCY_NAME = re.compile(_KNOWN)
_BRACKETED = rf"\s*[(\[](?P<agency>{_NAMED})[)\]]"
_STORY = r"(?=[“\"‘'\[]?[^\W_a-zß-öø-ÿ])"
"""A story begins with a capital letter or a number, maybe in quotation marks."""

AGENCY_FORMS = (
    # TASS: `MOSCOW, June 12. /TASS/.`, `MOSCOW, June 12 /ITAR-TASS correspondent Ann Lee/ --`
    re.compile(rf"{_HIGH}(?i:{_DAY})?[.,]?\s*/(?P<agency>{_NAMED})[^/\n]{{0,40}}/(?:\.?{_DASH}|[.:,]*\s+){_STORY}"),
    # PTI, ANI, IANS, WAM, Xinhua, Interfax, EFE: `Lucknow (Uttar Pradesh) [India], June 12 (ANI): `
    re.compile(rf"{_LOW}(?i:{_DAY}){_BRACKETED}(?:\.?{_DASH}|[.:,]*\s+){_STORY}"),
    # `New Delhi [India] (ANI): `, `Caracas (EFE).- `
    re.compile(rf"{_LOW}{_BRACKETED}(?:\.?{_DASH}|:\s+){_STORY}"),
    # CMC, SPA: `KINGSTON, Jamaica, Jun 12, CMC – `
    re.compile(rf"{_HIGH}(?i:{_DAY})?,\s*(?P<agency>{_NAMED}){_DASH}{_STORY}"),
    # SANA, IRNA: `Damascus, SANA- `
    re.compile(rf"(?P<place>{_CITY}),\s*(?P<agency>{_NAMED}){_DASH}{_STORY}"),
    # Armenpress: `YEREVAN, JUNE 12, ARMENPRESS. `
    re.compile(rf"{_HIGH}(?i:{_DAY}),\s*(?P<agency>{_NAMED})[.:]\s+{_STORY}"),
    # ANSA: `(ANSA) - ROME, JUN 12 - `
    re.compile(rf"[(\[](?P<agency>{_NAMED})[)\]]{_DASH}{_LOW}(?i:{_DAY})?{_DASH}{_STORY}"),
)
FORMS = (
    re.compile(rf"(?P<place>{_UPPER}(?:{_REGION}){{0,2}})(?i:{_DATE})?(?:{_AGENCY})?{_DASH}(?=\S)"),
    re.compile(rf"(?P<place>{_MIXED}(?:{_REGION}){{0,2}})(?i:{_DATE})?{_AGENCY}{_DASH}(?=\S)"),
    re.compile(rf"(?P<place>{_UPPER}(?:{_REGION}){{0,2}})(?i:{_DATE})?{_AGENCY}[:.]?\s+(?=\S)"),
)
_CITIES = frozenset(load_lexicon("cleaning")["dateline_cities"])
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
    day: tuple[int, int] | None = None
    """Month and day, where it tells no year."""

    def day_near(self, known: datetime) -> datetime | None:
        """The day that it tells without a year, in the year that brings it nearest to another day."""
        if self.day is None:
            return None
        years = (known.year - 1, known.year, known.year + 1)
        days = (at for year in years if (at := _day_of(year, *self.day)) is not None)
        return min(days, key=lambda at: abs(at - known), default=None)


def find_dateline(text: str, paragraphs: tuple[Span, ...]) -> Dateline | None:
    """The dateline at the start of one of the first paragraphs."""
    for paragraph in paragraphs[:PARAGRAPHS_SEARCHED]:
        found = _read(text, paragraph)
        if found:
            return found
    return None


def _read(text: str, paragraph: Span) -> Dateline | None:
    names_agency = _AGENCY_NAME.search(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
    for form in (*AGENCY_FORMS, *FORMS) if names_agency else FORMS:
        match = form.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        if match and _is_place(match["place"]) and paragraph.end - match.end() > 20:
            end = match.start() + len(match.group().rstrip())
            written = match.groupdict().get("date")
            dated = find_date(written.replace("/", " "), clock=False) if written else None
            place = Excerpt.cut(text, match.start("place"), _end_of_place(match))
            day = _read_day(written) if written and dated is None else None
            return Dateline(Span(match.start(), end), place, match["agency"], dated[0] if dated else None, day)
    return _read_alone(text, paragraph)


def _end_of_place(match: re.Match[str]) -> int:
    """Without the full stop that Interfax sets after the city: `MOSCOW. June 12 (Interfax) -`."""
    place = match["place"]
    stops = place.endswith(".") and match.groupdict().get("date") and "," not in place and "." not in place[:-1]
    return match.end("place") - bool(stops)


def _read_alone(text: str, paragraph: Span) -> Dateline | None:
    """Anadolu sets the place on a line of its own: `ANKARA`, `GAZA CITY, Palestine`."""
    line = text[paragraph.start : paragraph.end].strip()
    city, _, country = line.partition(", ")
    if not city.isupper() or len(line) > 40 or not text[paragraph.end :].strip():
        return None
    if city not in _CITIES if not country else not re.fullmatch(_WORDS, country) or country.isupper():
        return None
    return Dateline(paragraph, Excerpt.cut(text, paragraph.start, paragraph.end), None, None)


def _read_day(written: str) -> tuple[int, int] | None:
    number, month = re.search(r"\d+", written), re.search(rf"(?i:{_MONTH})", written)
    return (MONTHS[month.group().lower()], int(number.group())) if number and month else None


def _day_of(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
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
