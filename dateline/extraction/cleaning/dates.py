"""Publication dates in the forms that newspapers, feeds and metadata write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from schema.errors import SourceError

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        1,
    )
    for name in names.split()
}  # fmt: skip
ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "PT": -8, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "EAT": 3, "WAT": 1,
    "JST": 9, "SGT": 8,
}  # fmt: skip
"""Hours from UTC of the zones that news sites print; ambiguous ones (IST) are left out."""

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?<![\d-]){_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d/]){_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\d])",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+{_MONTH}\s+(?P<short>\d\d)\b(?!:)",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<![\d/])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/{_YEAR}(?!\d)",
    )
)
_CLOCK = re.compile(
    r"^[\s,T|–—-]*(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?P<zone>Z\b|[+-]\d\d:?\d\d|[A-Z]{2,4}\b)?",
    re.I,
)


def find_date(text: str, *, clock: bool = True) -> tuple[datetime, int, int] | None:
    """The first full date in `text` with its clock time where one follows, and the offsets of the date alone.

    The result is time-zone aware; UTC where no zone is written.  None where no full date stands there.
    """
    found = [(match, day) for form in FORMS for match in form.finditer(text) if (day := _read_day(match))]
    if not found:
        return None
    match, day = min(found, key=lambda pair: (pair[0].start(), -pair[0].end()))
    after = _CLOCK.match(text, match.end()) if clock and match.end() < len(text) else None
    after = after or (_CLOCK.match(text[match.end() :]) if clock else None)
    return _at(day, after), match.start(), match.end()


def _read_day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "a" in parts:
        return _numeric(int(parts["a"]), int(parts["b"]), int(parts["year"]))
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS[parts["month"].lower()]
    year = int(parts["year"]) if parts.get("year") else _century(int(parts["short"]))
    return _valid(year, month, int(parts["day"]))


def _century(short: int) -> int:
    return 1900 + short if short > 50 else 2000 + short


def _numeric(first: int, second: int, year: int) -> date | None:
    """A day written 05/11/2024 only where it can mean one day."""
    if first > 12 >= second:
        return _valid(year, second, first)
    if second > 12 >= first or first == second:
        return _valid(year, first, second)
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, clock: re.Match[str] | None) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if clock is None:
        return midnight
    hour, minute = int(clock["hour"]), int(clock["minute"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
    if hour > 23 or minute > 59:
        return midnight
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone(clock["zone"]))


def _zone(written: str | None) -> timezone:
    if not written:
        return UTC
    if written[0] in "+-":
        digits = written[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(offset if written[0] == "+" else -offset) if offset < timedelta(hours=24) else UTC
    return timezone(timedelta(hours=ZONES.get(written.upper(), 0)))


def parse_date(written: str) -> datetime | None:
    """A date given as metadata, in ISO 8601, RFC 2822 or as newspapers write; None where it is none."""
    readers: tuple[Callable[[str], datetime | None], ...] = (_iso, _rfc2822, _newspaper)
    for reader in readers:
        found = reader(written.strip())
        if found is not None:
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _rfc2822(written: str) -> datetime | None:
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError):
        return None


def _newspaper(written: str) -> datetime | None:
    found = find_date(written)
    return found[0] if found else None


def require_date(written: str, where: str) -> datetime:
    """`parse_date`, with SourceError where it is no date."""
    found = parse_date(written)
    if found is None:
        shown = written if len(written) <= 60 else written[:60] + " …"
        raise SourceError(f"{where}: {shown!r} is no date.", hint="Write it as 2024-11-05.", code="BAD_DATE")
    return found
