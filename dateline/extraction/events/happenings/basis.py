"""Where the values of a finished mention were taken from: beside what tells the happening, or from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.setting import Setting
from schema.mentions import CountMention, EventMention, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import Basis

OWN_DAY = re.compile(r"\d{4}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)", re.IGNORECASE)
"""What a date has that tells a day, a month or a year by itself."""


def with_bases(setting: Setting, happening: Happening, event: EventMention) -> EventMention:
    """The same event, each of its values with its basis; what the story gave its day and place keeps theirs."""
    bases = Bases(setting, happening)
    return replace(
        event,
        when=bases.of_date(event.when) if event.when.basis is Basis.STATED else event.when,
        participants=tuple(
            one if one.basis is not Basis.STATED else replace(one, basis=bases.of(one.excerpt))
            for one in event.participants
        ),
        killed=bases.of_count(event.killed),
        injured=bases.of_count(event.injured),
        victims=tuple(
            replace(one, basis=bases.of(one.excerpt), count=bases.of_count(one.count)) for one in event.victims
        ),
    )


class Bases:
    """The sentences that tell one happening, and the article's dateline."""

    def __init__(self, setting: Setting, happening: Happening) -> None:
        self._setting = setting
        self._sentences = {told.sentence for told in happening.parts}

    def of(self, excerpt: Excerpt) -> Basis:
        """Of what these words say."""
        dateline = self._setting.notes.source.dateline
        if dateline is not None and dateline.start <= excerpt.start < dateline.end:
            return Basis.DATELINE
        token = self._setting.token_at(excerpt.start)
        own = token is None or self._setting.sentence_number(token) in self._sentences
        return Basis.STATED if own else Basis.CARRIED

    def of_date(self, when: WhenMention) -> WhenMention:
        """A date with its basis."""
        if when.excerpt is None or when.earliest is None:
            return when
        basis = self.of(when.excerpt)
        if basis is Basis.STATED and not OWN_DAY.search(when.excerpt.text):
            basis = Basis.PUBLICATION
        return replace(when, basis=basis)

    def of_count(self, count: CountMention | None) -> CountMention | None:
        """A number with its basis."""
        return None if count is None else replace(count, basis=self.of(count.excerpt))
