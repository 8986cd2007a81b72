"""From one event as a model tells it to a mention of the article: every value cut from the text, or left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.when import UNKNOWN_WHEN, UNREAL
from dateline.extraction.events.happenings.filling import evidence_of
from dateline.extraction.events.setting import Setting
from dateline.extraction.model.answers import Said
from dateline.extraction.model.resolving import Resolver, Tally
from schema.mentions import EventMention, ParticipantMention, PlaceMention, QuoteMention
from schema.spans import Excerpt, Span
from schema.vocabulary import Basis, EventStatus, EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

CONFIDENCE = 0.5
"""Of an event that only a model tells."""
TELLING = ("VERB", "NOUN", "ADJ", "PROPN")


class Teller:
    """Makes mentions of one article."""

    def __init__(self, setting: Setting) -> None:
        self.tally = Tally()
        self._setting = setting
        self._resolver = Resolver(setting, self.tally)
        self._by_rules = {(event.type, at.start) for event in setting.notes.events for at in event.triggers}

    @property
    def places(self) -> list[PlaceMention]:
        """Those of the article with those that were found by the way."""
        return self._resolver.places

    def tell(self, said: Said, part: Span, fact: EventMention | None) -> EventMention | None:
        """The mention of an event, or of what was said of a known one; None where no words of the article tell it."""
        token = self._setting.token_at(fact.trigger.start) if fact is not None else self._trigger(said, part)
        kind, status = (fact.type, fact.status) if fact is not None else (said.type, said.status)
        if token is None or kind is None or status is None:
            self.tally.note(kept=False)
            return None
        if fact is None:
            self.tally.note(kept=True)
        return self._mention(said, part, token, kind, status)

    def speak(self, quote: QuoteMention, words: str, part: Span) -> QuoteMention:
        """The quote with the speaker whom some words name; as it was where they name nobody."""
        speaker = self._resolver.speaker(words, quote, part)
        return quote if speaker is None else replace(quote, speaker=speaker, speaker_basis=Basis.MODEL)

    def _mention(self, said: Said, part: Span, token: Token, kind: EventType, status: EventStatus) -> EventMention:
        resolver, beside = self._resolver, (token, part)
        again = (self._chosen(spans, kind) for words in said.again for spans in [resolver.spans(words, part)])
        return EventMention(
            trigger=self._cut(token),
            triggers=tuple(sorted({self._cut(token), *(self._cut(one) for one in again if one is not None)})),
            type=kind,
            mode=None,
            status=status,
            when=resolver.when(said.date, *beside, future=status in UNREAL) or UNKNOWN_WHEN,
            location=resolver.place(said.place, *beside),
            participants=tuple(self._participants(said, *beside)),
            killed=resolver.count(said.killed, *beside),
            injured=resolver.count(said.injured, *beside),
            said_by=resolver.source(said.source, *beside),
            evidence=evidence_of(self._setting.notes, token),
            confidence=CONFIDENCE,
            location_basis=Basis.MODEL,
            said_by_basis=Basis.MODEL,
            basis=Basis.MODEL,
        )

    def _participants(self, said: Said, token: Token, part: Span) -> list[ParticipantMention]:
        names = {
            ParticipantRole.ACTOR: said.doers,
            ParticipantRole.RECIPIENT: said.receivers,
            ParticipantRole.VICTIM: said.victims,
        }
        return [one for role, words in names.items() for one in self._resolver.participants(role, words, token, part)]

    def _trigger(self, said: Said, part: Span) -> Token | None:
        return self._chosen(self._resolver.spans(said.words, part), said.type)

    def _chosen(self, spans: list[Tokens], kind: EventType | None) -> Token | None:
        """The word that tells it best: one that the rules know for its type, else the root, else any verb or noun."""
        for tokens in spans:
            known = next((token for token in tokens if (kind, token.idx) in self._by_rules), None)
            best = known or (tokens.root if tokens.root.pos_ in TELLING else None)
            best = best or next((token for pos in TELLING for token in tokens if token.pos_ == pos), None)
            if best is not None:
                return best
        return None

    def _cut(self, token: Token) -> Excerpt:
        return self._setting.notes.cut(token.idx, token.idx + len(token))
