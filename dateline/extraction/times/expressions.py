"""The forms in which English news writes dates: `Tuesday morning`, `on May 18`, `in early October`, `last week`.

Each form is one pattern with one function from the match to days.  A weekday without more is the last one up to the day
of publication, or the next one where the clause is about the future; so is a month or a day of a month without year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schema.vocabulary import DatePrecision

Days = tuple[date, date, DatePrecision]
"""First and last day, both included, and how exact that is."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "a couple of": 2,
}  # fmt: skip
_COUNT = r"(?P<count>\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?P<unit>day|night|week|month|year|decade|generation)s?"
_PART_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date as written; `days` gives what it means."""

    start: int
    end: int
    match: re.Match[str]
    read: Callable[[re.Match[str], date, bool], Days | None]

    def days(self, published: date, *, future: bool) -> Days | None:
        """The days it means, by the day of publication; None where they cannot be told."""
        try:
            return self.read(self.match, published, future)
        except (ValueError, OverflowError):
            return None


_LONG_UNITS = {"decade": 10, "generation": 25}
"""Years, roughly."""
_MARGINS = {"year": 183, "decade": 1826, "generation": 1826}
"""Days around a date told roughly (`about two years ago`); 15 where the unit is shorter."""
_FIRST_MONTHS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_DAYS_AWAY = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "the previous day": -1, "the day before": -1,
    "a day earlier": -1, "tomorrow": 1,
}  # fmt: skip


def _day(day: date) -> Days:
    return day, day, DatePrecision.DAY


def _read_weekday(match: re.Match[str], published: date, future: bool) -> Days:
    wanted = WEEKDAYS.index(match["weekday"].lower() + "day")
    which = (match["which"] or "").lower()
    back = (published.weekday() - wanted) % 7
    if which == "next" or (future and which != "last"):
        ahead = (wanted - published.weekday()) % 7 or 7
        return _day(published + timedelta(ahead))
    if which in ("last", "past") and back == 0:
        back = 7
    return _day(published - timedelta(back))


def _read_relative_day(match: re.Match[str], published: date, _future: bool) -> Days:
    word = match["relative"].lower()
    return _day(published + timedelta(_DAYS_AWAY.get(word, 0)))


def _month_of(match: re.Match[str]) -> int:
    word = match["month"].lower().rstrip(".")
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def _year_of(match: re.Match[str], published: date, future: bool, month: int, day: int = 1) -> int:
    if match["year"]:
        return int(match["year"])
    if future:
        return published.year + ((month, day) < (published.month, published.day))
    # Papers print tomorrow's date today: a few days ahead are this year's.
    limit = published + timedelta(3)
    return published.year - ((month, day) > (limit.month, limit.day) and limit.year == published.year)


def _read_month_day(match: re.Match[str], published: date, future: bool) -> Days:
    month, day = _month_of(match), int(match["day"])
    year = _year_of(match, published, future, month, day)
    first = date(year, month, day)
    if match["until"]:
        return first, date(year, month, int(match["until"])), DatePrecision.DAY
    return _day(first)


def _read_month(match: re.Match[str], published: date, future: bool) -> Days | None:
    month = _month_of(match)
    which = (match["which"] or "").lower()
    year = _year_of(match, published, future or which == "next", month)
    if which == "last" and not match["year"] and (year, month) == (published.year, published.month):
        year -= 1
    last = monthrange(year, month)[1]
    start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(
        (match["part"] or "").lower()[:5].rstrip("-"), (1, last)
    )
    return date(year, month, start), date(year, month, end), DatePrecision.MONTH


def _read_year(match: re.Match[str], published: date, _future: bool) -> Days | None:
    year = int(match["year"])
    if not 1500 <= year <= published.year + 50:
        return None
    part = (match["part"] or "").lower()
    first, last = {"early": ((1, 1), (4, 30)), "mid": ((5, 1), (8, 31)), "late": ((9, 1), (12, 31))}.get(
        part[:5].rstrip("-"), ((1, 1), (12, 31))
    )
    return date(year, *first), date(year, *last), DatePrecision.YEAR


def _shift(day: date, count: int, unit: str) -> date:
    if unit in ("day", "night"):
        return day + timedelta(count)
    if unit == "week":
        return day + timedelta(weeks=count)
    if unit == "year":
        return day.replace(year=day.year + count, day=min(day.day, 28) if day.month == 2 else day.day)
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _read_ago(match: re.Match[str], published: date, _future: bool) -> Days:
    count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit in _LONG_UNITS:
        count, unit = count * _LONG_UNITS[unit], "year"
    sign = -1 if match["direction"].lower() in ("ago", "earlier", "before") else 1
    day = _shift(published, sign * count, unit)
    if match["about"] or match["unit"].lower() in _LONG_UNITS or (unit in ("day", "week") and count > 10):
        margin = timedelta(_MARGINS.get(match["unit"].lower(), 15))
        return day - margin, day + margin, DatePrecision.APPROXIMATE
    if unit in ("day", "night"):
        return _day(day)
    if unit == "week":
        return day - timedelta(3), day + timedelta(3), DatePrecision.WEEK
    if unit == "month":
        return (
            date(day.year, day.month, 1),
            date(day.year, day.month, monthrange(day.year, day.month)[1]),
            DatePrecision.MONTH,
        )
    return date(day.year, 1, 1), date(day.year, 12, 31), DatePrecision.YEAR


def _read_period(match: re.Match[str], published: date, future: bool) -> Days:
    which, unit = match["which"].lower(), match["unit"].lower()
    sign = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "weekend":
        saturday = published - timedelta((published.weekday() - 5) % 7)
        if future and saturday < published:
            saturday += timedelta(7)
        return saturday, saturday + timedelta(1), DatePrecision.WEEK
    if unit == "week":
        if which == "past":
            return published - timedelta(7), published, DatePrecision.WEEK
        monday = published - timedelta(published.weekday()) + timedelta(7 * sign)
        return monday, monday + timedelta(6), DatePrecision.WEEK
    if unit == "month":
        first = _shift(published.replace(day=1), sign, "month")
        return first, first.replace(day=monthrange(first.year, first.month)[1]), DatePrecision.MONTH
    if unit == "year":
        year = published.year + sign
        return date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR
    if unit in ("decade", "century"):
        return date(published.year - 10, 1, 1), published, DatePrecision.APPROXIMATE
    return _season(unit, published, sign)


def _season(unit: str, published: date, sign: int) -> Days:
    first_month = _FIRST_MONTHS[unit]
    year = published.year
    if sign <= 0 and date(year, first_month, 1) > published:
        year -= 1
    if sign < 0 and date(year, first_month, 1) <= published < _shift(date(year, first_month, 1), 3, "month"):
        year -= 1
    if sign > 0 and date(year, first_month, 1) <= published:
        year += 1
    start = date(year, first_month, 1)
    return start, _shift(start, 3, "month") - timedelta(1), DatePrecision.SEASON


def _read_season(match: re.Match[str], _published: date, _future: bool) -> Days:
    start = date(int(match["year"]), _FIRST_MONTHS[match["unit"].lower()], 1)
    return start, _shift(start, 3, "month") - timedelta(1), DatePrecision.SEASON


def _read_vague(match: re.Match[str], published: date, _future: bool) -> Days:
    unit = (match["unit"] or "week").lower().rstrip("s")
    back = {"day": 7, "week": 35, "month": 190, "year": 1500}.get(unit, 60)
    if match["direction"] and match["direction"].lower() == "coming":
        return published, published + timedelta(back), DatePrecision.APPROXIMATE
    return published - timedelta(back), published, DatePrecision.APPROXIMATE


def _read_span(match: re.Match[str], published: date, _future: bool) -> Days | None:
    count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit == "hour" and match["direction"].lower() in ("past", "last", "previous"):  # the days that they touch
        return published - timedelta(days=-(-count // 24)), published, DatePrecision.DAY
    if unit == "hour":
        return None
    if unit in _LONG_UNITS:
        count, unit = count * _LONG_UNITS[unit], "year"
    if match["direction"].lower() in ("next", "coming"):
        return published, _shift(published, count, unit), DatePrecision.APPROXIMATE
    return _shift(published, -count, unit), published, DatePrecision.APPROXIMATE


def _read_iso(match: re.Match[str], _published: date, _future: bool) -> Days:
    return _day(date(int(match["year"]), int(match["month"]), int(match["day"])))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, bool], Days | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE if ignore else 0), read)
    for pattern, ignore, read in (
        (r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", False, _read_iso),
        (
            rf"(?:\b{_WEEKDAY.replace('weekday', 'skip')},? )?\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
            r"(?:\s?[-–]\s?(?P<until>[0-3]?\d))?(?!\d|:|,\d{3})(?:,? (?P<year>(?:19|20)\d\d))?",
            False,
            _read_month_day,
        ),
        (
            rf"(?:\b{_WEEKDAY.replace('weekday', 'skip')},? )?\b(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
            rf"(?:\s?[-–]\s?(?P<until>[0-3]?\d))? (?:of )?{_MONTH}(?: (?P<year>(?:19|20)\d\d))?\b",
            False,
            _read_month_day,
        ),
        (
            r"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?:(?P<which>last|this|next) )?"
            rf"(?<!\b[Dd]el )(?<!\bDEL ){_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?(?![\w’'])",
            False,
            _read_month,
        ),
        (rf"\b(?:(?P<which>last|next|this|past) )?{_WEEKDAY}{_PART_OF_DAY}(?!\w)", False, _read_weekday),
        (
            r"\b(?P<relative>the day before yesterday|yesterday|today|tomorrow|tonight|last night|overnight"
            r"|this (?:morning|afternoon|evening)|the previous day|the day before|a day earlier)\b" + _PART_OF_DAY,
            True,
            _read_relative_day,
        ),
        (
            rf"\b(?P<about>about |around |nearly |almost |some |more than )?{_COUNT} {_UNIT} "
            r"(?P<direction>ago|earlier|later|before|from now)\b",
            True,
            _read_ago,
        ),
        (
            r"\b(?:over |during |at )?(?:the )?(?P<which>last|this|next|past|previous|coming|following|the) "
            r"(?P<unit>weekend|week|month|year|spring|summer|fall|autumn|winter|decade)\b(?!s|-)",
            True,
            _read_period,
        ),
        (
            r"\b(?P<unit>spring|summer|fall|autumn|winter)(?: of|,)? (?P<year>(?:19|20)\d\d)\b",
            True,
            _read_season,
        ),
        (
            r"\b(?:in|over|for|during|within) (?:the )?(?P<direction>past|last|next|coming|previous) "
            rf"{_COUNT} {_UNIT.replace('day|', 'hour|day|')}\b",
            True,
            _read_span,
        ),
        (
            r"\b(?:in|over|for|during) (?:the )?(?P<direction>recent|past|last|coming) "
            r"(?P<unit>days|weeks|months|years)\b|\b(?:recently|lately)\b",
            True,
            _read_vague,
        ),
        (
            r"\b(?:in|since|during|of|by) (?:(?P<part>early|mid|late)[ -])?(?P<year>(?:18|19|20)\d\d)\b"
            r"(?!\s?(?:people|meters|metres|miles|dollars|men))",
            True,
            _read_year,
        ),
    )
)


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """All dates in a text, in order; where two overlap the longer one, and two that tell a span are one."""
    return tuple(_with_spans(text, _without_overlap(text)))


def _with_spans(text: str, found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """`between June 1975 and February 1976`, `from 3 May to 9 May`."""
    waiting = found[:1]
    for expression in found[1:]:
        start = _start_of_span(text, waiting[0], expression) if waiting else None
        if start is not None:
            expression = _spanning(start, waiting[0], expression)
        elif waiting:
            yield waiting[0]
        waiting = [expression]
    yield from waiting


def _start_of_span(text: str, first: TimeExpression, last: TimeExpression) -> int | None:
    """Where two dates begin that tell a span together; None where they do not."""
    between = text[first.end : last.start].strip().lower()
    before = re.search(r"\b(?:(between)|from) $", text[max(0, first.start - 9) : first.start], re.IGNORECASE)
    if before is None:
        return None
    if before[1]:
        return first.start - len("between ") if between == "and" else None
    return first.start if between in ("to", "until", "till", "through") else None


def _spanning(start: int, first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """From the first day of the one to the last of the other; a year told once is that of both."""

    def read(_match: re.Match[str], published: date, future: bool) -> Days | None:
        end = last.days(published, future=future)
        start = first.days(published, future=future)
        if start is None or end is None:
            return None
        if not _tells_year(first):
            start = first.days(end[1], future=False)
        if start is None or start[0] > end[1]:
            return None
        return start[0], end[1], max(start[2], end[2], key=_PRECISIONS.index)

    return TimeExpression(start, last.end, last.match, read)


_PRECISIONS = list(DatePrecision)


def _tells_year(expression: TimeExpression) -> bool:
    return bool(expression.match.groupdict().get("year"))


def _without_overlap(text: str) -> list[TimeExpression]:
    found = sorted(_find_all(text), key=lambda expression: (expression.start, -expression.end))
    kept: list[TimeExpression] = []
    for expression in found:
        if kept and expression.start < kept[-1].end:
            if expression.end - expression.start > kept[-1].end - kept[-1].start:
                kept[-1] = expression
            continue
        kept.append(expression)
    return kept


def _find_all(text: str) -> Iterator[TimeExpression]:
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            start, end = _without_preposition(match)
            yield TimeExpression(start, end, match, read)


def _without_preposition(match: re.Match[str]) -> tuple[int, int]:
    words = match.group()
    lead = re.match(r"(?:in|since|during|of|by|over|at|for) (?!the past|recent|the last)", words, re.IGNORECASE)
    return match.start() + (lead.end() if lead else 0), match.end()
