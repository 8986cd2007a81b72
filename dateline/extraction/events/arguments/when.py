"""When an event happened: the date of its own clause, never the one that tells when it was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.counts import TOLLS
from dateline.extraction.events.arguments.earlier import is_earlier
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import context_words
from dateline.extraction.quotes.cues import cue_words
from dateline.extraction.times import TimeExpression
from schema.mentions import WhenMention
from schema.vocabulary import Basis, DatePrecision, EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

UNKNOWN_WHEN = WhenMention(None, None, None, DatePrecision.UNKNOWN)
UNREAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
FAR_FUTURE = date(9000, 1, 1)
"""Stands for the day of publication where that is unknown, and only dates with a year are read."""
HIGHEST_CLIMB = 12
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
COUNTS = {"a": 1, "an": 1, **{word: n for n, word in enumerate(NUMBERS, 1)}, **{str(n): n for n in range(1, 32)}}
UNITS = frozenset({"day", "week", "month", "year"})
REPORTING = frozenset({"confirm", "report"})
COME_TO_LIGHT = frozenset({"find", "record", "report"})
ORDERING = frozenset({"order", "authorize", "authorise", "approve", "announce", "declare", "confirm"})
"""Verbs of saying that do what their object tells."""
SEASON = 180
"""Days before publication from which on a day without a year may as well be one to come."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
WRITTEN = 25
"""Characters in which a day is written out, its year with it."""
HELD_DEEP = 5
LEAD = 1
"""Sentences that count from the day of publication: `The toll rose to 21, a day after the blast`."""
HELD = frozenset(
    "due hold take occur happen begin start schedule plan set stage carry commit launch erupt break".split()
)
"""Verbs that say of a happening that it took place."""


def find_when(setting: Setting, token: Token, status: EventStatus) -> WhenMention:
    """The date of a trigger as written and what it means; UNKNOWN_WHEN where the sentence gives none."""
    times = times_in_sentence(setting, token)
    counted = _days_before(setting, token, times)
    if counted is not None:
        return counted
    allowed = [time for time in times if _may_date(setting, time, token)]
    if not allowed:
        return UNKNOWN_WHEN
    own = [time for time in allowed if _is_own_year(setting, time, token)]
    allowed = own or [time for time in allowed if _tells_when_held(setting, time, token)] or allowed
    above = {word.i: steps for steps, word in enumerate((token, *token.ancestors))}
    best = min(allowed, key=lambda time: _distance(setting, time, token, above))
    days = read_days(setting, best, future=status in UNREAL or _is_to_come(setting, token))
    if days is not None and _tells_start(setting, best.start) and not _is_when(setting, best, token):
        days = _up_to_now(setting, days)
    excerpt = setting.notes.cut(best.start, best.end)
    basis = Basis.PUBLICATION if best.is_relative and not best.is_counted_from_story else Basis.STATED
    earliest, latest, precision = days or (None, None, DatePrecision.UNKNOWN)
    return WhenMention(excerpt, earliest, latest, precision, basis)


def _days_before(setting: Setting, token: Token, times: list[TimeExpression]) -> WhenMention | None:
    """`rose to 21 on Thursday, a day after the blast`, `two days after gangs attacked it`: before that Thursday."""
    after = next((child for child in token.lefts if child.dep_ == "mark"), token.head)
    if token.dep_ not in ("pobj", "pcomp", "advcl") or after.lower_ != "after":
        return None
    # What counts the days stands before `after`: in `after a three-day siege` nothing does.
    counting = (word for word in (*after.lefts, after.head, *token.lefts) if word.i < after.i)
    unit = next((word for word in counting if word.lemma_.lower() in UNITS), None)
    known = setting.notes.source.published_on
    if unit is None or known is None:
        return None
    number = next((COUNTS.get(child.lower_) for child in unit.lefts if child.dep_ in ("det", "nummod")), None)
    if number is None or any(_hangs_on(setting, time, token) for time in times):
        return None
    days = [time.days(known, future=False) for time in times if time.start < unit.idx or time.start > token.idx]
    exact = [day for day in days if day is not None and day[2] is DatePrecision.DAY]
    if not exact and setting.sentence_number(token) > LEAD:
        return None  # from which day it counts, nobody tells
    anchor = exact[0][0] if exact else known
    excerpt = setting.notes.cut(unit.left_edge.idx, after.idx + len(after))
    return WhenMention(excerpt, *_before(anchor, number, unit.lemma_.lower()))


def _is_to_come(setting: Setting, token: Token) -> bool:
    """`Ugandans go to the polls Thursday`: the simple present with a day is a plan; in a headline it is the past."""
    if token.idx < setting.title_end:
        return False
    at = token if token.pos_ in ("VERB", "AUX") else token.head
    plain = at.tag_ in ("VBZ", "VBP") and not any(child.dep_ in ("aux", "auxpass") for child in at.lefts)
    return plain and at.pos_ == "VERB" and at.lemma_.lower() not in cue_words().strong


def _hangs_on(setting: Setting, time: TimeExpression, token: Token) -> bool:
    """`a week after the Sept. 16 election`: the day of the election is told."""
    own = setting.token_at(time.start)
    return own is not None and own.i != token.i and token.i in (own.head.i, own.head.head.i) and own.i < token.i


def _before(day: date, number: int, unit: str) -> tuple[date, date, DatePrecision]:
    """So many days, weeks, months or years before a day."""
    if unit in ("month", "year"):
        year, month = divmod(day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1), 12)
        first, last = (month + 1, month + 1) if unit == "month" else (1, 12)
        precision = DatePrecision.MONTH if unit == "month" else DatePrecision.YEAR
        return date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision
    margin = timedelta(3 if unit == "week" else 0)
    day -= timedelta(number * (7 if margin else 1))
    return day - margin, day + margin, DatePrecision.WEEK if margin else DatePrecision.DAY


def is_since(setting: Setting, when: WhenMention) -> bool:
    """Whether a date only tells the start of a long time: `since 2014`."""
    open_ended = when.precision in (DatePrecision.APPROXIMATE, DatePrecision.UNKNOWN)
    return open_ended and when.excerpt is not None and _tells_start(setting, when.excerpt.start)


def _is_own_year(setting: Setting, time: TimeExpression, token: Token) -> bool:
    """`a deputy for the 2020 election`: the election is of that year, whenever he chose her."""
    own = setting.token_at(time.start)
    return token.pos_ == "NOUN" and own is not None and own.head == token and YEAR.fullmatch(own.text) is not None


def _tells_when_held(setting: Setting, time: TimeExpression, token: Token) -> bool:
    """`the candidate for the vote to be held in May met voters on Thursday`."""
    own = setting.token_at(time.start)
    return token.pos_ == "NOUN" and own is not None and _dates_what_was_held(own, token)


def _is_when(setting: Setting, time: TimeExpression, token: Token) -> bool:
    """`since 1992, when a plane crashed`: what the clause behind the year tells was in that year."""
    behind = setting.notes.source.text[time.end : time.end + len(", when ")].lower()
    return token.idx > time.end and behind.lstrip(",").startswith(" when ")


def _tells_start(setting: Setting, start: int) -> bool:
    return setting.notes.source.text[max(0, start - 6) : start].lower() == "since "


def _up_to_now(setting: Setting, days: tuple[date, date, DatePrecision]) -> tuple[date, date, DatePrecision]:
    """`since April 3`: from that day to the day of publication."""
    published = setting.notes.source.published_on
    if published is None or published < days[0]:
        return days
    return days[0], published, DatePrecision.APPROXIMATE


def tells_long_time(setting: Setting, token: Token) -> bool:
    """Whether a time in which much may happen hangs on a word: `killed in fighting over the past 10 days`."""
    left, right = token.left_edge.idx, token.right_edge.idx
    for time in times_in_sentence(setting, token):
        if not left <= time.start <= right or not is_below(setting, time, token):
            continue
        days = read_days(setting, time, future=False)
        if days is not None and is_over_time(WhenMention(setting.notes.cut(time.start, time.end), *days)):
            return True
    return False


def is_below(setting: Setting, time: TimeExpression, token: Token) -> bool:
    """Whether a date hangs on a word, with no other verb between."""
    at = setting.token_at(time.start)
    for _ in range(HIGHEST_CLIMB):
        if at is None or at.head == at:
            return False
        at = at.head
        if at.i == token.i:
            return True
        if at.pos_ in ("VERB", "AUX"):
            return False
    return False


def is_over_time(when: WhenMention) -> bool:
    """Whether a date tells a time in which much may happen: `over the last two weeks`, `in recent months`."""
    if when.excerpt is None or when.precision is not DatePrecision.APPROXIMATE:
        return False
    return bool({"last", "past", "recent"} & set(when.excerpt.text.lower().split()))


def times_in_sentence(setting: Setting, token: Token) -> list[TimeExpression]:
    """The dates of a word's sentence, in order."""
    times, sentence = setting.times, token.sent
    first = bisect_left(times, sentence.start_char, key=lambda time: time.start)
    last = bisect_left(times, sentence.end_char, key=lambda time: time.start)
    return list(times[first:last])


def _may_date(setting: Setting, time: TimeExpression, token: Token) -> bool:
    own = setting.token_at(time.start)
    if own is None or (token.pos_ == "VERB" and _is_when(setting, time, token)):
        return True
    if (
        _is_day_of_speaker(setting, time)
        or _dates_saying(own, token)
        or _dates_opinion(own, token)
        or _dates_noun(own, token)
    ):
        return False
    return _dates_clause_of(own, token) or _dates_what_was_held(own, token)


def _is_day_of_speaker(setting: Setting, time: TimeExpression) -> bool:
    """`"He was shot this morning," she said`: the morning of the day on which she said so, which may not be today's."""
    spoken = time.match.groupdict().get("relative")
    return bool(spoken) and setting.is_quoted_directly(time.start)


def _dates_noun(own: Token, trigger: Token) -> bool:
    """`was charged over the January bombing`, `the 1998 attack`: the date is of what the noun names, and of no verb."""
    at = own
    while at.dep_ in ("compound", "nmod", "amod", "poss", "nummod") and at.head != at:
        at = at.head
    if at.i == own.i or at.i == trigger.i or at.pos_ != "NOUN" or at.ent_type_ in ("DATE", "TIME"):
        return False
    return event_rules().of_noun(at) is not None or (at.dep_ != "nsubj" and trigger not in (at.head, at.head.head))


def read_days(setting: Setting, time: TimeExpression, *, future: bool) -> tuple[date, date, DatePrecision] | None:
    """The days that a date of the article means; None where they cannot be told."""
    published = _anchor(setting, time)
    if published is not None:
        return time.days(published, future=future)
    return time.days(FAR_FUTURE, future=False) if time.match.groupdict().get("year") else None


def _anchor(setting: Setting, time: TimeExpression) -> date | None:
    """The day that a date counts from: publication, or for `two weeks later` the day that the text told before it."""
    published = setting.notes.source.published_on
    if published is None or not time.is_counted_from_story:
        return published
    if time.counts_from_noun:
        return None
    told = setting.remember(_days_told, None, setting, published)
    at = bisect_left(told, time.start, key=lambda one: one[0]) - 1
    if at < 0 or _is_told_since(setting, time, told[at][0]):
        return None
    return told[at][1]


def _is_told_since(setting: Setting, time: TimeExpression, start: int) -> bool:
    """`left in 2011, then returned three years later`: a year, told after the last day, from which it counts."""
    between = setting.notes.source.text[start : time.start]
    return YEAR.search(between) is not None and not YEAR.search(between[:WRITTEN])


def _days_told(setting: Setting, published: date) -> list[tuple[int, date]]:
    """Where in the article single days are told, and which; those left out that count from another one."""
    told = (
        (time.start, time.days(published, future=False)) for time in setting.times if not time.is_counted_from_story
    )
    known = ((start, days) for start, days in told if days is not None and days[2] is DatePrecision.DAY)
    return [(start, days[0]) for start, days in known if not _is_vague_anchor(setting, start, days[0], published)]


def _is_vague_anchor(setting: Setting, start: int, day: date, published: date) -> bool:
    """`overnight`, of which the night is not told, and a day without a year that may be yet to come."""
    text = setting.notes.source.text[start : start + 9].lower()
    return text == "overnight" or (
        published - day > timedelta(SEASON) and not YEAR.search(setting.notes.source.text, start, start + 25)
    )


def _dates_saying(own: Token, trigger: Token) -> bool:
    """Whether a date tells when something was said: `the governor said Tuesday`."""
    at = own
    for _ in range(4):
        if at.i == trigger.i:
            return False
        if at.pos_ in ("VERB", "AUX"):
            strong = cue_words().strong
            if trigger.head.i == at.i and at.lemma_ == "declare":
                return False  # `an outbreak was declared on 1 May`
            if trigger.head.i == at.i and trigger.dep_ in ("dobj", "nsubjpass") and at.lemma_ in ORDERING:
                return False  # `on Friday ordered the deployment of troops`
            if trigger.head.i == at.i and trigger.dep_ == "nsubjpass" and at.lemma_ in COME_TO_LIGHT:
                return False  # `new cases were found today`
            if own.i < trigger.i and at.lemma_.lower() in context_words().blaming and _is_blamed_for(at, trigger):
                return True
            told = trigger.lemma_ not in strong or (trigger.dep_ == "ccomp" and trigger.head.i == at.i)
            return at.lemma_.lower() in strong and told
        if at.head == at:
            return False
        at = at.head
    return False


def tells_day_of_report(setting: Setting, start: int, trigger: Token) -> bool:
    """Whether a date tells when a happening was reported: `rebels attacked the town, the governor said Tuesday`.

    A happening is reported on its day or right behind it; what one is accused of may be long past.
    """
    own = setting.token_at(start)
    if own is None or trigger.pos_ not in ("VERB", "AUX") or not _dates_saying(own, trigger):
        return False
    said = next((above for above in own.ancestors if above.pos_ in ("VERB", "AUX")), None)
    return (
        said is not None and said.lemma_.lower() not in context_words().blaming | context_words().remarking - REPORTING
    )


def _is_blamed_for(verb: Token, trigger: Token) -> bool:
    """`accused on Sunday of shelling`, `charged on Tuesday with murder`: the deed was done before."""
    at = trigger
    for _ in range(HIGHEST_CLIMB):
        if at.head == at or at.i == verb.i:
            return False
        under = at.dep_ in ("pcomp", "pobj") and at.head.lower_ in ("of", "for", "with", "over")
        at = at.head
        if under and (at.head.i == verb.i or at.head.head.i == verb.i):
            return True
    return False


def _dates_opinion(own: Token, trigger: Token) -> bool:
    """`this morning condemned the murder`: the date of a word about a happening is not that of the happening."""
    if trigger.pos_ != "NOUN" or trigger.dep_ not in ("dobj", "nsubjpass"):
        return False
    verb = trigger.head
    return verb.lemma_.lower() in context_words().remarking and not _is_below(own, trigger) and _is_below(own, verb)


def _is_below(token: Token, above: Token) -> bool:
    at = token
    for _ in range(HIGHEST_CLIMB):
        if at.i == above.i:
            return True
        if at.head == at:
            return False
        at = at.head
    return False


def _dates_what_was_held(own: Token, trigger: Token) -> bool:
    """`a meeting that was held on Tuesday`, `attacks that have taken place in the last week`."""
    at = own
    for _ in range(6):
        if at.pos_ == "VERB" and at.dep_ in ("xcomp", "advcl") and at.lemma_ in HELD:
            if trigger.head == at.head and trigger.dep_ in ("nsubj", "nsubjpass"):
                return True  # `the vote is to be held on 3 May`
            at = at.head  # `a meeting set to take place on 3 May`
        if at.pos_ == "VERB":
            held = at.dep_ in ("relcl", "acl") and at.lemma_ in HELD
            return held and (_is_part_of(at.head, trigger) or _stands_before(trigger, at))
        at = at.head
    return False


def _stands_before(trigger: Token, clause: Token) -> bool:
    """`the candidate for the vote to be held in May`, where the clause hangs on the candidate."""
    return trigger.pos_ == "NOUN" and trigger.i == clause.left_edge.i - 1


def _is_part_of(noun: Token, trigger: Token) -> bool:
    """Whether a noun is a trigger or stands after it: in `the murder of Colonel Quintero, which occurred`."""
    at = noun
    for _ in range(HELD_DEEP):
        if at.i == trigger.i:
            return trigger.pos_ == "NOUN"
        if at.dep_ not in ("pobj", "prep", "appos", "conj", "compound"):
            return False
        at = at.head
    return False


def _dates_clause_of(own: Token, trigger: Token) -> bool:
    """Whether the verb that a date hangs on is the trigger's own or one above it."""
    at = own
    for _ in range(HIGHEST_CLIMB):
        if at.i == trigger.i:
            return True
        if at.pos_ in ("VERB", "AUX"):
            break
        if at.head == at:
            return True
        at = at.head
    if at.dep_ == "advcl" and at.tag_ in ("VBN", "VBG") and at.head.i == trigger.i and at.i < trigger.i:
        return True  # `Gathered in Lima on Monday, ministers demanded`
    deed = _deed_for(at, own)
    return trigger.i in (at.i, deed.i) or _is_above(at, trigger) or _is_above(deed, trigger)


def _deed_for(verb: Token, own: Token) -> Token:
    """In `opened fire to disperse protesters on Monday`, what was done: the day is that of the sentence."""
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    ends = own.i > verb.i and own.pos_ == "PROPN" and own.lower_.endswith("day")
    return verb.head if verb.dep_ == "advcl" and infinitive and ends and verb.head.pos_ == "VERB" else verb


def _is_above(verb: Token, trigger: Token) -> bool:
    """Whether a verb stands above a trigger, with no clause between that has a time of its own.

    Such are relative ones, and what was before: `was charged on Tuesday after his neighbour was killed`.
    """
    at = trigger
    for _ in range(HIGHEST_CLIMB):
        if at.head == at or at.dep_ == "relcl" or is_earlier(at):
            return False
        if at.i != trigger.i and at.lemma_.lower() in TOLLS:
            return False  # `the toll of the bombing rose on Thursday`
        at = at.head
        if at.i == verb.i:
            return True
    return False


def _distance(setting: Setting, time: TimeExpression, token: Token, places: dict[int, int]) -> float:
    """Steps through the tree from a date to a trigger, those up to the common word above counting most.

    `places` are the words above the trigger, itself included, with their steps.
    """
    own = setting.token_at(time.start)
    if own is None:
        return 1000.0
    at, steps = own, 0
    while at.i not in places and at.head != at and steps < HIGHEST_CLIMB:
        at, steps = at.head, steps + 1
    return places.get(at.i, 10) * 10 + steps + abs(own.i - token.i) / 100
