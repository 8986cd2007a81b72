"""What each form of a date means: a function from the match of its pattern to days.

A weekday without more is the last one up to the day
of publication, or the next one where the clause is about the future; so is a month or a day of a month without year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

from schema.vocabulary import DatePrecision

Days = tuple[date, date, DatePrecision]
"""First and last day, both included, and how exact that is."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "a couple of": 2,
}  # fmt: skip
_LONG_UNITS = {"decade": 10, "generation": 25}
"""Years, roughly."""
_MARGINS = {"year": 183, "decade": 1826, "generation": 1826}
"""Days around a date told roughly (`about two years ago`); 15 where the unit is shorter."""
_FIRST_MONTHS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_DAYS_AWAY = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_STORY_DAYS_AWAY = {
    "the previous day": -1, "the day before": -1, "a day earlier": -1, "the next day": 1, "the following day": 1,
    "a day later": 1, "one day later": 1, "the day after": 1, "the next morning": 1, "the following morning": 1,
}  # fmt: skip
_FROM_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "palm sunday": -7}
_FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "may day": (5, 1), "valentine's day": (2, 14),
}  # fmt: skip


def _day(day: date) -> Days:
    return day, day, DatePrecision.DAY


def read_weekday(match: re.Match[str], published: date, future: bool) -> Days:
    wanted = WEEKDAYS.index(match["weekday"].lower() + "day")
    which = (match["which"] or "").lower()
    back = (published.weekday() - wanted) % 7
    if which == "next" or (future and which != "last"):
        ahead = (wanted - published.weekday()) % 7
        return _day(published + timedelta(ahead or 7 * (which == "next")))
    if which in ("last", "past") and back == 0:
        back = 7
    return _day(published - timedelta(back))


def read_weekday_of_week(match: re.Match[str], published: date, _future: bool) -> Days:
    """`Tuesday last week`, `a week ago Monday`, `Monday of next week`."""
    wanted = WEEKDAYS.index(match["weekday"].lower() + "day")
    if match["ago"]:
        return _day(published - timedelta((published.weekday() - wanted) % 7 + 7))
    weeks = {"last": -1, "next": 1}.get((match["week"] or "").lower(), 0)
    return _day(published - timedelta(published.weekday()) + timedelta(7 * weeks + wanted))


def read_story_day(match: re.Match[str], told: date, _future: bool) -> Days:
    """A day counted from the one that the text told before: `told`, not that of publication."""
    return _day(told + timedelta(_STORY_DAYS_AWAY.get(match["story"].lower(), 0)))


def read_feast(match: re.Match[str], published: date, future: bool) -> Days:
    """`Easter Sunday`, `on Christmas Eve`: the last one, or the next where the clause is about the future."""
    name = match["feast"].lower().replace("’", "'")

    def of(year: int) -> date:
        return easter(year) + timedelta(_FROM_EASTER[name]) if name in _FROM_EASTER else date(year, *_FEASTS[name])

    if match["year"]:
        return _day(of(int(match["year"])))
    day = of(published.year)
    if future and day < published:
        return _day(of(published.year + 1))
    return _day(of(published.year - 1) if not future and day > published + timedelta(3) else day)


def read_relative_day(match: re.Match[str], published: date, _future: bool) -> Days:
    word = match["relative"].lower()
    return _day(published + timedelta(_DAYS_AWAY.get(word, 0)))


def _month_of(match: re.Match[str]) -> int:
    word = match["month"].lower().rstrip(".")
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def _year_of(match: re.Match[str], published: date, future: bool, month: int, day: int = 1) -> int:
    if match["year"]:
        return int(match["year"])
    if match.groupdict().get("the") is not None:  # `the Nov. 8 election`: the nearest one
        years = (published.year - 1, published.year, published.year + 1)
        return min(years, key=lambda year: abs((date(year, month, day) - published).days))
    if future:
        return published.year + ((month, day) < (published.month, published.day))
    # Papers print tomorrow's date today: a few days ahead are this year's.
    limit = published + timedelta(3)
    return published.year - ((month, day) > (limit.month, limit.day) and limit.year == published.year)


def read_month_day(match: re.Match[str], published: date, future: bool) -> Days:
    month, day = _month_of(match), int(match["day"])
    year = _year_of(match, published, future, month, day)
    first = date(year, month, day)
    if match["until"] and int(match["until"]) >= day:
        return first, date(year, month, int(match["until"])), DatePrecision.DAY
    return _day(first)


def read_days(match: re.Match[str], published: date, future: bool) -> Days | None:
    """`3 to 5 May`, `Oct. 3 to 7`, `between 3 and 5 May`."""
    month, first, last = _month_of(match), int(match["day"]), int(match["last"])
    if first > last:
        return None
    year = _year_of(match, published, future, month, first)
    return date(year, month, first), date(year, month, last), DatePrecision.DAY


def read_year_before(match: re.Match[str], published: date, _future: bool) -> Days | None:
    """`the 1998 bombing`: the year of what the noun behind it names."""
    year = int(match["year"])
    return (date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR) if year <= published.year + 10 else None


def read_month(match: re.Match[str], published: date, future: bool) -> Days | None:
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


def read_year(match: re.Match[str], published: date, _future: bool) -> Days | None:
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


def _count_of(match: re.Match[str]) -> int:
    return _NUMBERS.get(match["count"].lower()) or int(match["count"].replace(",", ""))


def read_ago(match: re.Match[str], published: date, _future: bool) -> Days:
    count = _count_of(match)
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


def read_period(match: re.Match[str], published: date, future: bool) -> Days:
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


def read_part_of_period(match: re.Match[str], published: date, _future: bool) -> Days:
    """`earlier this month` ends on the day of publication, `later this week` begins there."""
    whole = read_period(match, published, False)
    if match["side"].lower() == "later":
        return max(published, whole[0]), whole[1], whole[2]
    return whole[0], min(published, whole[1]), whole[2]


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


def read_season(match: re.Match[str], _published: date, _future: bool) -> Days:
    start = date(int(match["year"]), _FIRST_MONTHS[match["unit"].lower()], 1)
    return start, _shift(start, 3, "month") - timedelta(1), DatePrecision.SEASON


def read_vague(match: re.Match[str], published: date, _future: bool) -> Days:
    unit = (match["unit"] or "week").lower().rstrip("s")
    back = {"day": 7, "week": 35, "month": 190, "year": 1500}.get(unit, 60)
    if match["direction"] and match["direction"].lower() == "coming":
        return published, published + timedelta(back), DatePrecision.APPROXIMATE
    return published - timedelta(back), published, DatePrecision.APPROXIMATE


def read_span(match: re.Match[str], published: date, _future: bool) -> Days | None:
    count, unit = _count_of(match), match["unit"].lower()
    if unit == "hour" and match["direction"].lower() in ("past", "last", "previous"):  # the days that they touch
        return published - timedelta(days=-(-count // 24)), published, DatePrecision.DAY
    if unit == "hour":
        return None
    if unit in _LONG_UNITS:
        count, unit = count * _LONG_UNITS[unit], "year"
    if match["direction"].lower() in ("next", "coming"):
        return published, _shift(published, count, unit), DatePrecision.APPROXIMATE
    return _shift(published, -count, unit), published, DatePrecision.APPROXIMATE


def read_iso(match: re.Match[str], _published: date, _future: bool) -> Days:
    return _day(date(int(match["year"]), int(match["month"]), int(match["day"])))
