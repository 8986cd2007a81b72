"""Where the values of a finished mention were taken from: beside what tells the happening, or from elsewhere."""

from __future__ import annotations

from dataclasses import replace

from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.setting import Setting
from schema.mentions import CountMention, EventMention
from schema.spans import Excerpt
from schema.vocabulary import Basis


def with_bases(setting: Setting, happening: Happening, event: EventMention) -> EventMention:
    """The same event; what counts as stated is so by the sentences that tell it, and not by others."""
    bases, notes = Bases(setting, happening), setting.notes
    when, place = event.when, notes.places[event.location].excerpt if event.location is not None else None
    return replace(
        event,
        when=replace(when, basis=bases.checked(when.basis, when.excerpt)),
        location_basis=bases.checked(event.location_basis, place),
        participants=tuple(replace(one, basis=bases.checked(one.basis, one.excerpt)) for one in event.participants),
        killed=bases.of_count(event.killed),
        injured=bases.of_count(event.injured),
        victims=tuple(
            replace(one, basis=bases.checked(one.basis, one.excerpt), count=bases.of_count(one.count))
            for one in event.victims
        ),
    )


class Bases:
    """The sentences that tell one happening, and the article's dateline."""

    def __init__(self, setting: Setting, happening: Happening) -> None:
        self._setting = setting
        self._sentences = {told.sentence for told in happening.parts}

    def checked(self, basis: Basis, words: Excerpt | None) -> Basis:
        """A basis; of what counts as stated, that of its words."""
        return self._of(words) if basis is Basis.STATED and words is not None else basis

    def of_count(self, count: CountMention | None) -> CountMention | None:
        """A number with its basis."""
        return None if count is None else replace(count, basis=self.checked(count.basis, count.excerpt))

    def _of(self, excerpt: Excerpt) -> Basis:
        dateline = self._setting.notes.source.dateline
        if dateline is not None and dateline.start <= excerpt.start < dateline.end:
            return Basis.DATELINE
        token = self._setting.token_at(excerpt.start)
        own = token is None or self._setting.sentence_number(token) in self._sentences
        return Basis.STATED if own else Basis.CARRIED
