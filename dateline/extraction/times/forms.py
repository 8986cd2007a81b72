"""The forms in which English news writes dates: `Tuesday morning`, `on May 18`, `in early October`, `last week`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateline.extraction.times.readings import (
    Days,
    read_ago,
    read_days,
    read_feast,
    read_iso,
    read_month,
    read_month_day,
    read_part_of_period,
    read_period,
    read_relative_day,
    read_season,
    read_span,
    read_story_day,
    read_vague,
    read_weekday,
    read_weekday_of_week,
    read_year,
    read_year_before,
)

Read = Callable[[re.Match[str], date, bool], Days | None]
"""From a match, the day it counts from, and whether the clause is about the future, to days."""

_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_COUNT = (
    r"(?P<count>(?<![\d,.])\d{1,3}(?:,\d{3})*|a couple of|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)"
)
_UNIT = r"(?P<unit>day|night|week|month|year|decade|generation)s?"
_PART_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"

FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE if ignore else 0), read)
    for pattern, ignore, read in (
        (r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", False, read_iso),
        (
            rf"(?:\b{_WEEKDAY.replace('weekday', 'skip')},? )?(?P<the>(?<=\b[Tt]he )|(?<=\b[Aa] ))?\b{_MONTH} "
            r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
            r"(?:\s?[-–]\s?(?P<until>[0-3]?\d))?(?!\d|:|,\d{3})(?:,? (?P<year>(?:19|20)\d\d))?",
            False,
            read_month_day,
        ),
        (
            rf"\b(?:(?:from|between) )?{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:to|until|till|through|and) "
            r"(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:]|,\d{3}| [a-z]+s\b)(?:,? (?P<year>(?:19|20)\d\d))?",
            False,
            read_days,
        ),
        (
            r"\b(?:(?:from|between) )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:to|until|till|through|and) "
            rf"(?P<last>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?(?!\w)",
            False,
            read_days,
        ),
        (
            rf"(?:\b{_WEEKDAY.replace('weekday', 'skip')},? )?\b(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
            rf"(?:\s?[-–]\s?(?P<until>[0-3]?\d))? (?:of )?{_MONTH}(?: (?P<year>(?:19|20)\d\d))?\b",
            False,
            read_month_day,
        ),
        (
            r"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?:(?P<which>last|this|next) )?"
            rf"(?<!\b[Dd]el )(?<!\bDEL ){_MONTH}(?:(?:,| of)? (?P<year>(?:19|20)\d\d))?(?![\w’'])",
            False,
            read_month,
        ),
        (
            r"\b(?P<part>[Ee]arly[ -]|[Mm]id[ -]|[Ll]ate[ -])?(?P<which>)(?P<year>(?:19|20)\d\d) "
            rf"{_MONTH}(?! [0-3]?\d\b)(?![\w’'])",
            False,
            read_month,
        ),
        (
            rf"\b(?P<ago>a week ago (?:on )?)?{_WEEKDAY}(?(ago)|(?: of)? (?P<week>last|this|next) week)\b",
            False,
            read_weekday_of_week,
        ),
        (
            r"\b(?P<feast>Easter(?: Sunday| Monday)?|Good Friday|Palm Sunday|Christmas(?: Eve| Day)?"
            r"|Boxing Day|New Year[’']s (?:Eve|Day)|May Day|Valentine[’']s Day)(?:,? (?P<year>(?:19|20)\d\d))?"
            r"(?![\w’']| (?!(?:19|20)\d\d)[A-Z\d])",
            False,
            read_feast,
        ),
        (rf"\b(?:(?P<which>last|next|this|past) )?{_WEEKDAY}{_PART_OF_DAY}(?!\w)", False, read_weekday),
        (
            r"\b(?P<relative>the day before yesterday|yesterday|today|tomorrow|tonight|last night|overnight"
            r"|this (?:morning|afternoon|evening)|the day after tomorrow)\b" + _PART_OF_DAY,
            True,
            read_relative_day,
        ),
        (
            r"\b(?P<story>the previous day|the day before(?! yesterday)|the day after(?! tomorrow)|a day earlier"
            r"|(?:a|one) day later|the (?:next|following) (?:day|morning)"
            r"|(?:later |earlier |on )?(?:that same|that|the same) (?:day|night|morning|afternoon|evening)"
            r"|(?:earlier|later) in the day"
            r"|(?:(?:a few|several|two|three|four|five|six|some|many) )?(?:hours|minutes) (?:later|earlier))\b",
            True,
            read_story_day,
        ),
        (
            rf"(?<![\d,.])\b(?P<about>about |around |nearly |almost |some |more than )?{_COUNT} {_UNIT} "
            r"(?P<direction>ago|earlier|later|before|from now)\b",
            True,
            read_ago,
        ),
        (
            r"\b(?:over |during |at )?(?:the )?(?P<which>last|this|next|past|previous|coming|following|the) "
            r"(?P<unit>weekend|week|month|year|decade|(?:spring|summer|fall|autumn|winter)(?!(?-i: [A-Z])))\b(?!s|-)",
            True,
            read_period,
        ),
        (
            r"\b(?P<side>earlier|later) (?P<which>this) (?P<unit>week|month|year|weekend)\b",
            True,
            read_part_of_period,
        ),
        (
            r"(?<=\b[Tt]he |..\b[Aa] )(?P<year>(?:19|20)\d\d)(?= [a-z]{4})(?! (?:people|meters|metres|miles|dollars|men"
            r"|women|soldiers|troops|students|tons|tonnes|votes|homes|houses|cases|deaths|jobs|members|workers|season)\b)",
            False,
            read_year_before,
        ),
        (
            r"\b(?P<unit>spring|summer|fall|autumn|winter)(?: of|,)? (?P<year>(?:19|20)\d\d)\b",
            True,
            read_season,
        ),
        (
            r"\b(?:in|over|for|during|within) (?:the )?(?P<direction>past|last|next|coming|previous) "
            rf"{_COUNT} {_UNIT.replace('day|', 'hour|day|')}\b",
            True,
            read_span,
        ),
        (
            r"\b(?:in|over|for|during) (?:the )?(?P<direction>recent|past|last|coming) "
            r"(?P<unit>days|weeks|months|years)\b|\b(?:recently|lately)\b",
            True,
            read_vague,
        ),
        (
            r"\b(?:in|since|during|of|by) (?:(?P<part>early|mid|late)[ -])?(?P<year>(?:18|19|20)\d\d)\b"
            r"(?!\s?(?:people|meters|metres|miles|dollars|men))",
            True,
            read_year,
        ),
    )
)
"""Each pattern with what it means."""

_MONTHS = tuple(
    "january february march april may june july august september october november december"
    " jan. feb. mar. apr. aug. sep. sept. oct. nov. dec.".split()
)
_YEARS = ("18", "19", "20")
_SAME = tuple(f"{which} {part}" for which in ("that", "same") for part in "day night morning afternoon evening".split())

WANTED: dict[Read, tuple[str, ...]] = {
    read_month_day: _MONTHS,
    read_days: _MONTHS,
    read_month: _MONTHS,
    read_weekday_of_week: ("week",),
    read_feast: ("easter", "friday", "sunday", "christmas", "boxing day", "new year", "may day", "valentine"),
    read_story_day: (
        *("previous day", "day before", "day after", "day earlier", "day later", "next day", "next morning"),
        *("following day", "following morning", "in the day", "hours ", "minutes ", *_SAME),
    ),
    read_ago: (" ago", " earlier", " later", " before", " from now"),
    read_part_of_period: ("earlier this", "later this"),
    read_year_before: _YEARS,
    read_season: ("spring", "summer", "fall", "autumn", "winter"),
    read_span: ("past ", "last ", "next ", "coming ", "previous "),
    read_vague: ("recent", "lately", "past ", "last ", "coming "),
    read_year: _YEARS,
}
"""One of these, in lower case, is in all that a form reads: looking for them is quicker than looking for the form."""
