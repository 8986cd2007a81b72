"""A date as written, with what it counts from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.extraction.times.forms import Read
from dateline.extraction.times.readings import (
    Days,
    read_ago,
    read_part_of_period,
    read_period,
    read_relative_day,
    read_span,
    read_story_day,
    read_vague,
    read_weekday,
    read_weekday_of_week,
)

_RELATIVE = frozenset(
    {
        read_weekday,
        read_weekday_of_week,
        read_relative_day,
        read_story_day,
        read_ago,
        read_period,
        read_part_of_period,
        read_vague,
        read_span,
    }
)
_FROM_STORY = frozenset({"earlier", "later", "before"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date as written; `days` gives what it means."""

    start: int
    end: int
    match: re.Match[str]
    read: Read

    @property
    def is_relative(self) -> bool:
        """Whether it tells no day, month or year of its own: `today`, `on Tuesday`, `last week`."""
        return self.read in _RELATIVE

    @property
    def is_counted_from_story(self) -> bool:
        """Whether it counts from a day that the text told before: `two weeks later`, `that night`."""
        told = self.match.groupdict().get("direction") or ""
        return self.read is read_story_day or (self.read is read_ago and told.lower() in _FROM_STORY)

    @property
    def counts_from_noun(self) -> bool:
        """Whether it counts from what stands behind it: `two days before the election`, of which nobody knows when."""
        if not self.is_counted_from_story or not self.match.group().lower().endswith(("before", "day after")):
            return False
        behind = self.match.string[self.end : self.end + 2]
        return behind[:1] == " " and behind[1:2].isalpha()

    def days(self, published: date, *, future: bool) -> Days | None:
        """The days it means, by the day of publication; None where they cannot be told."""
        try:
            return self.read(self.match, published, future)
        except (ValueError, OverflowError):
            return None
