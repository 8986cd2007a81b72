"""When an event happened: the date of its own clause, never the one that tells when it was said."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.counts import TOLLS
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import context_words
from dateline.extraction.quotes.cues import cue_words
from dateline.extraction.times import TimeExpression
from schema.mentions import WhenMention
from schema.vocabulary import DatePrecision, EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

UNKNOWN_WHEN = WhenMention(None, None, None, DatePrecision.UNKNOWN)
RELATIVE_TO_STORY = ("earlier", "later", "before", "previous day")
UNREAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
FAR_FUTURE = date(9000, 1, 1)
"""Stands for the day of publication where that is unknown, and only dates with a year are read."""
HIGHEST_CLIMB = 12
COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "1": 1, "2": 2, "3": 3, "4": 4}
COME_TO_LIGHT = frozenset({"find", "record", "report"})
HELD_DEEP = 5
EARLIER = frozenset({"after", "since", "following"})
HELD = frozenset("hold take occur happen begin start schedule plan set stage carry commit launch erupt break".split())
"""Verbs that say of a happening that it took place."""


def find_when(setting: Setting, token: Token, status: EventStatus) -> WhenMention:
    """The date of a trigger as written and what it means; UNKNOWN_WHEN where the sentence gives none."""
    times = _in_sentence(setting, token)
    counted = _days_before(setting, token, times)
    if counted is not None:
        return counted
    allowed = [time for time in times if _may_date(setting, time, token)]
    if not allowed:
        return UNKNOWN_WHEN
    best = min(allowed, key=lambda time: _distance(setting, time, token))
    days = _days(setting, best, future=status in UNREAL)
    excerpt = setting.notes.cut(best.start, best.end)
    return WhenMention(excerpt, *(days or (None, None, DatePrecision.UNKNOWN)))


def _days_before(setting: Setting, token: Token, times: list[TimeExpression]) -> WhenMention | None:
    """`rose to 21 on Thursday, a day after the blast`, `two days after gangs attacked it`: before that Thursday."""
    after = next((child for child in token.lefts if child.dep_ == "mark"), token.head)
    if token.dep_ not in ("pobj", "pcomp", "advcl") or after.lower_ != "after":
        return None
    unit = next(
        (word for word in (*after.lefts, after.head, *token.lefts) if word.lemma_.lower() in ("day", "week")), None
    )
    known = setting.notes.source.published_on
    if unit is None or known is None:
        return None
    number = next((COUNTS.get(child.lower_) for child in unit.lefts if child.dep_ in ("det", "nummod")), None)
    if number is None:
        return None
    days = [time.days(known, future=False) for time in times if time.start < unit.idx or time.start > token.idx]
    exact = [day for day in days if day is not None and day[2] is DatePrecision.DAY]
    anchor = exact[0][0] if exact else known
    margin = timedelta(3 if unit.lemma_.lower() == "week" else 0)
    day = anchor - timedelta(number * (7 if margin else 1))
    excerpt = setting.notes.cut(unit.left_edge.idx, after.idx + len(after))
    return WhenMention(excerpt, day - margin, day + margin, DatePrecision.WEEK if margin else DatePrecision.DAY)


def is_since(setting: Setting, when: WhenMention) -> bool:
    """Whether a date only tells the start of a long time: `since 2014`."""
    if when.excerpt is None:
        return False
    start = when.excerpt.start
    return setting.notes.source.text[max(0, start - 6) : start].lower() == "since "


def is_over_time(when: WhenMention) -> bool:
    """Whether a date tells a time in which much may happen: `over the last two weeks`, `in recent months`."""
    if when.excerpt is None or when.precision is not DatePrecision.APPROXIMATE:
        return False
    return bool({"last", "past", "recent"} & set(when.excerpt.text.lower().split()))


def _in_sentence(setting: Setting, token: Token) -> list[TimeExpression]:
    times, sentence = setting.times, token.sent
    first = bisect_left(times, sentence.start_char, key=lambda time: time.start)
    last = bisect_left(times, sentence.end_char, key=lambda time: time.start)
    return list(times[first:last])


def _may_date(setting: Setting, time: TimeExpression, token: Token) -> bool:
    own = setting.token_at(time.start)
    if own is None:
        return True
    if _dates_saying(own, token) or _dates_opinion(own, token):
        return False
    return _dates_clause_of(own, token) or _dates_what_was_held(own, token)


def _days(setting: Setting, time: TimeExpression, *, future: bool) -> tuple[date, date, DatePrecision] | None:
    published = _anchor(setting, time)
    if published is not None:
        return time.days(published, future=future)
    return time.days(FAR_FUTURE, future=False) if time.match.groupdict().get("year") else None


def _anchor(setting: Setting, time: TimeExpression) -> date | None:
    """The day that a date counts from: publication, or for `a day earlier` the date named before it."""
    published = setting.notes.source.published_on
    if published is None or not _is_relative_to_story(time):
        return published
    for earlier in reversed([other for other in setting.times if other.start < time.start]):
        days = earlier.days(published, future=False)
        if days is not None and days[2] is DatePrecision.DAY and not _is_relative_to_story(earlier):
            return days[0]
    return published


def _is_relative_to_story(time: TimeExpression) -> bool:
    return time.match.group().lower().endswith(RELATIVE_TO_STORY)


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
            if trigger.head.i == at.i and trigger.dep_ == "nsubjpass" and at.lemma_ in COME_TO_LIGHT:
                return False  # `new cases were found today`
            if own.i < trigger.i and at.lemma_.lower() in context_words().blaming and _is_blamed_for(at, trigger):
                return True
            return at.lemma_.lower() in strong and trigger.lemma_ not in strong
        if at.head == at:
            return False
        at = at.head
    return False


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
    for _ in range(4):
        if at.pos_ == "VERB":
            held = at.dep_ in ("relcl", "acl") and at.lemma_ in HELD
            return held and _is_part_of(at.head, trigger)
        at = at.head
    return False


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
        if at.head == at or at.dep_ == "relcl" or _is_earlier(at):
            return False
        if at.i != trigger.i and at.lemma_.lower() in TOLLS:
            return False  # `the toll of the bombing rose on Thursday`
        at = at.head
        if at.i == verb.i:
            return True
    return False


def _is_earlier(token: Token) -> bool:
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ in EARLIER:
        return True
    if any(child.lower_ == "where" for child in token.lefts):
        return True
    if token.dep_ == "acl" and token.lemma_.lower() in context_words().blaming:
        return True
    return token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in EARLIER for child in token.lefts)


def _distance(setting: Setting, time: TimeExpression, token: Token) -> float:
    """Steps through the tree from a date to a trigger, those up to the common word above counting most."""
    own = setting.token_at(time.start)
    if own is None:
        return 1000.0
    line = [token, *token.ancestors]
    places = {word.i: steps for steps, word in enumerate(line)}
    at, steps = own, 0
    while at.i not in places and at.head != at and steps < HIGHEST_CLIMB:
        at, steps = at.head, steps + 1
    return places.get(at.i, 10) * 10 + steps + abs(own.i - token.i) / 100
