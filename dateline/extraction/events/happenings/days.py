"""The day of the story: what a mention leaves out because the article has told it.

`Gunmen attacked a bank in Lima on Tuesday. A guard was shot.`  The shot was fired on Tuesday.  What a mention takes
over is marked with its basis, and its evidence stays the words that it was taken from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.earlier import is_earlier
from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.arguments.when import (
    is_since,
    read_days,
    tells_day_of_report,
    times_in_sentence,
)
from dateline.extraction.events.happenings.course import NEAR, is_told_on, stretches
from dateline.extraction.events.happenings.mention import is_another, is_of_long_time
from dateline.extraction.events.happenings.tenses import Tense, tense_of
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.words import context_words
from schema.mentions import WhenMention
from schema.vocabulary import Basis, DatePrecision, EventStatus, EventType

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

REAL = frozenset({EventStatus.REPORTED, EventStatus.CLAIMED, EventStatus.DENIED})
RECENT = timedelta(days=10)
"""How long before publication what a report is about may lie."""
NEXT_DAY = timedelta(1)
BRIEFLY = 45
"""Days: what is dated more vaguely dates nothing beside it."""
LENGTHS = frozenset({"day", "week", "month", "year", "decade"})
LONG = frozenset({"more", "several", "many", "few", "long", "whole", "entire", "past", "last"})
BEFORE = frozenset({"previously", "formerly", "once"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the article has told, and where."""

    when: WhenMention
    paragraph: int
    recent: bool
    kind: EventType | None = None
    """Of the mention that tells it."""


class Days:
    """What day is known at one point of an article."""

    def __init__(self, setting: Setting, tellings: list[Told]) -> None:
        self.setting = setting
        self.tellings = [told for told in tellings if not told.trigger.echo]
        self._stretches = stretches(setting)
        self._day: Day | None = None

    def read(self, told: Told) -> None:
        """Fills one mention from what is known, or takes its day."""
        if told.when.excerpt is None:
            self._give_day(told)
        elif (day := self._day_of(told)) is not None and not self._is_remembered(told, day):
            self._day = day

    def hear(self, told: Told) -> None:
        """Takes the day that is told of what was told before: `the attack was over by Friday morning`."""
        if told.when.excerpt is not None and (day := self._day_of(told)) is not None:
            self._day = day

    def stretch_of(self, token: Token) -> int:
        """The number of the stretch of the article in which a word stands."""
        return bisect_right(self._stretches, token.idx)

    def _day_of(self, told: Told) -> Day | None:
        """The day that a mention tells of itself, where it may date what is told beside it."""
        when = told.when
        if told.trigger.status not in REAL or when.earliest is None or when.latest is None:
            return None
        vague = when.precision is DatePrecision.APPROXIMATE or (when.latest - when.earliest).days > BRIEFLY
        if vague or is_since(self.setting, when) or self._is_to_come(when.earliest):
            return None
        recent = self._is_recent(when.earliest, when.latest) and (when.latest - when.earliest).days <= 1
        if not (is_told_on(told.trigger.token) or (recent and self._day is None)):
            return None
        return Day(when, self.stretch_of(told.trigger.token), recent, told.trigger.type)

    def _is_remembered(self, told: Told, day: Day) -> bool:
        """`told the crowd that the talks broke down on Friday`: what is said of before, while the story goes on."""
        now = self._day
        if now is None or told.trigger.token.dep_ != "ccomp" or now.when.earliest is None or day.when.latest is None:
            return False
        return now.recent and day.when.latest < now.when.earliest

    def _is_to_come(self, day: date) -> bool:
        """Whether a day is after publication: no happening that is told took place on it."""
        published = self.setting.notes.source.published_on
        return published is not None and day > published + NEXT_DAY

    def _is_recent(self, earliest: date, latest: date) -> bool:
        published = self.setting.notes.source.published_on
        return published is not None and published - RECENT <= earliest <= latest <= published + timedelta(1)

    @cached_property
    def main(self) -> Day | None:
        """The day that the story is about: the first recent one of a mention, else of any sentence."""
        days = (self._day_of(told) for told in self.tellings)
        found = next((day for day in days if day is not None and day.recent), None)
        return found or next(self._other_days(), None)

    def _other_days(self) -> Iterator[Day]:
        for time in self.setting.times:
            days = read_days(self.setting, time, future=False)
            if days is not None and days[2] is DatePrecision.DAY and self._is_recent(days[0], days[1]):
                excerpt = self.setting.notes.cut(time.start, time.end)
                token = self.setting.token_at(time.start)
                if token is not None:
                    yield Day(WhenMention(excerpt, *days), self.stretch_of(token), True)

    def _give_day(self, told: Told) -> None:
        if not self._goes_on(told) or _is_counted_from_another(told.trigger.token):
            return
        tense = tense_of(told.trigger.token)
        if tense is Tense.PLUPERFECT:
            return
        day, here = self._day, self.stretch_of(told.trigger.token)
        near = day is not None and here - day.paragraph < NEAR and not traits(told.trigger.type).spoken
        if tense is not Tense.PAST or day is None or not (near or day.recent):
            day = self.main
        if (reported := self._day_of_report(told.trigger.token)) is not None:
            told.when = reported
            return
        if day is None or day.when.excerpt is None or self._is_of_other_time(told, day):
            return
        sentence = told.trigger.token.sent
        if not sentence.start_char <= day.when.excerpt.start < sentence.end_char:
            told.when = replace(day.when, basis=Basis.CARRIED)
            if day is self._day:
                self._day = replace(day, paragraph=here)
        elif self._shares_day(day.when.excerpt.start, told.trigger.token):
            told.when, told.shares_day = day.when, True

    def _day_of_report(self, trigger: Token) -> WhenMention | None:
        """`has been postponed, the governments said Wednesday`: the day on which it was told."""
        for time in times_in_sentence(self.setting, trigger):
            days = read_days(self.setting, time, future=False)
            if days is not None and tells_day_of_report(self.setting, time.start, trigger):
                return WhenMention(self.setting.notes.cut(time.start, time.end), *days, basis=Basis.INFERRED)
        return None

    def _is_of_other_time(self, told: Told, day: Day) -> bool:
        """`was convicted today; she says he had paid her`: what one is tried for was not done on the day of the trial.

        So of what goes on for longer: `was cut off for more than a week`.
        """
        deed = told.trigger.type in (EventType.CRIME, EventType.ASSAULT) and day.kind is EventType.LEGAL
        return deed or any(map(_is_length, told.trigger.token.children))

    def _shares_day(self, start: int, trigger: Token) -> bool:
        """`marched on Thursday; 54 people were arrested`: two deeds of a sentence are of one day.

        Not what one is accused of, and no day of a clause that tells more of a noun.
        """
        own = self.setting.token_at(start)
        if own is None or any(above.dep_ in ("relcl", "acl") for above in (own, *own.ancestors)):
            return False
        if trigger in own.ancestors and own.i > trigger.i:
            return False  # `agreed to release them on Friday`
        words = context_words()
        return not any(above.lemma_.lower() in words.blaming | words.remarking for above in trigger.ancestors)

    def _goes_on(self, told: Told) -> bool:
        """Whether a mention is of the story's own time: real, not one of before, and no sum of many."""
        token = told.trigger.token
        spoken = traits(told.trigger.type).spoken or told.trigger.token.lemma_ == "appeal"
        spoken = spoken and told.trigger.status is EventStatus.PLANNED
        spoken = spoken and (token.dep_ == "ccomp" or self.setting.is_quoted(token.idx))
        if not (spoken or told.trigger.status in REAL):
            return False
        if is_of_long_time(self.setting, told) or any(word.lower_ in BEFORE for word in token.lefts):
            return False
        return not (is_another(token) or self._is_before_dated(told))

    def _is_before_dated(self, told: Told) -> bool:
        """`was charged on Tuesday after his neighbour was killed`: the killing was before the day that is told."""
        at = told.trigger.token
        if not times_in_sentence(self.setting, at):
            return False
        for _ in range(6):
            if is_earlier(at):
                return True
            if at.head == at:
                break
            at = at.head
        return False


def _is_counted_from_another(token: Token) -> bool:
    """`stepped down five days after taking office`: it has a day of its own, which nobody knows."""
    for child in token.rights:
        marks = [child] if child.dep_ == "prep" else [word for word in child.lefts if word.dep_ == "mark"]
        counting = (
            word for mark in marks if mark.lower_ in ("after", "before") for word in (*mark.lefts, *child.lefts)
        )
        if any(word.lemma_.lower() in LENGTHS and any(True for _ in word.lefts) for word in counting):
            return True
    return False


def _is_length(word: Token) -> bool:
    """`for more than a week`, `for three months`."""
    units = (pobj for pobj in word.children if pobj.lemma_.lower() in LENGTHS and not pobj.lower_.startswith("time"))
    return word.dep_ == "prep" and word.lower_ == "for" and any(not _is_ordinal(unit) for unit in units)


def _is_ordinal(unit: Token) -> bool:
    """`for a fourth day`: that day."""
    return any(child.tag_ == "JJ" and child.lower_ not in LONG for child in unit.lefts)
