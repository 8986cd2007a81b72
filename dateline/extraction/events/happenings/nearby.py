"""Which happenings of an article a mention is compared with: all of them, in a long chronicle the first and the near.

An article tells few; a text that tells thousands would cost their square.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.happening import Happening

MOST_COMPARED = 120
"""Happenings up to which each mention is compared with all."""
FIRST = 20
"""Of more happenings those that are found first: what an article is about."""
BESIDE = 25
"""Of more happenings the mentions on either side whose happenings are compared."""


class Nearby:
    """The happenings found so far, in the order in which they were found."""

    def __init__(self, happenings: Iterable[Happening] = ()) -> None:
        self.all: list[Happening] = []
        self._numbers: dict[int, int] = {}
        self._told: list[tuple[int, int]] = []
        for happening in happenings:
            self._take(happening)

    def near(self, token: int) -> list[Happening]:
        """Those that words at a token may mean, in the order of `all`."""
        if len(self.all) <= MOST_COMPARED:
            return self.all
        at = bisect(self._told, (token, 0))
        beside = self._told[max(0, at - BESIDE) : at + BESIDE]
        return [self.all[number] for number in sorted({*range(FIRST), *(number for _, number in beside)})]

    def add(self, told: Told, target: Happening | None) -> None:
        """Takes a mention into a happening; into a new one where there is none."""
        if target is None:
            self._take(Happening([told]))
        else:
            target.parts.append(told)
            insort(self._told, (told.trigger.token.i, self._numbers[id(target)]))

    def _take(self, happening: Happening) -> None:
        number = self._numbers[id(happening)] = len(self.all)
        self.all.append(happening)
        for told in happening.parts:
            insort(self._told, (told.trigger.token.i, number))
