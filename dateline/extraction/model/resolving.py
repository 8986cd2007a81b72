"""What a model's quotations mean, by the resolvers that the rules use: dates, places, numbers, actors.

A quotation that the article does not have, or that means no such thing, gives nothing and is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dateline.extraction.events.arguments.counts import count_told
from dateline.extraction.events.arguments.when import read_days
from dateline.extraction.events.setting import Setting
from dateline.extraction.model.alignment import Aligner
from dateline.extraction.places.cues import Toponym, is_known
from dateline.extraction.places.recognition import find_toponyms
from dateline.extraction.places.resolution import resolve_toponyms
from dateline.extraction.times import TimeExpression
from schema.mentions import CountMention, ParticipantMention, PlaceMention, QuoteMention, SpeakerMention, WhenMention
from schema.spans import Excerpt, Span
from schema.vocabulary import ActorKind, Basis, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

T = TypeVar("T")

MOST_WORDS = 16
"""Of a quotation that is to name somebody; what is longer is a sentence."""
LONGEST_NAME = 6
"""Tokens of the name of a place."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(slots=True)
class Tally:
    """Of what a model said of one article, how much was kept."""

    kept: int = 0
    dropped: int = 0
    """Quotations that are not in the article, or that do not say what they are given for."""

    def note(self, *, kept: bool) -> None:
        """Counts one quotation."""
        self.kept += kept
        self.dropped += not kept


class Resolver:
    """Reads quotations in one article, all near the words that tell the event."""

    def __init__(self, setting: Setting, tally: Tally) -> None:
        self._setting = setting
        self._aligner = Aligner(setting.notes.source.text)
        self._tally = tally
        self.places: list[PlaceMention] = list(setting.notes.places)
        """Those of the article, and at the end those that only the model has pointed at."""

    def spans(self, words: str, part: Span) -> list[Tokens]:
        """Where a quotation stands in a part of the article, in whole tokens."""
        spans, doc = self._aligner.find(words, part), self._setting.doc
        found = (doc.char_span(at.start, at.end, alignment_mode="expand") for at in spans)
        return [tokens for tokens in found if tokens is not None]

    def _near(self, words: str | None, beside: Token, part: Span) -> list[Tokens]:
        """The same, those first that stand nearest to a word: in its sentence, then before it."""
        if words is None:
            return []
        sentence = beside.sent

        def distance(tokens: Tokens) -> tuple[int, int]:
            inside = sentence.start <= tokens.start < sentence.end
            return (0 if inside else 1 if tokens.start < beside.i else 2), abs(tokens.start - beside.i)

        return sorted(self.spans(words, part), key=distance)

    # ---------------------------------------------------------------- dates and places

    def when(self, words: str | None, beside: Token, part: Span, *, future: bool) -> WhenMention | None:
        """The days that a quotation means."""
        found = (self._date_in(tokens, future=future) for tokens in self._near(words, beside, part))
        return self._counted(words, next((when for when in found if when is not None), None))

    def _date_in(self, tokens: Tokens, *, future: bool) -> WhenMention | None:
        inside = [time for time in self._setting.times if _overlaps(time, tokens)]
        for time in sorted(inside, key=lambda one: one.start - one.end):
            days = read_days(self._setting, time, future=future)
            if days is not None:
                return WhenMention(self._setting.notes.cut(time.start, time.end), *days, basis=Basis.MODEL)
        return None

    def place(self, words: str | None, beside: Token, part: Span) -> int | None:
        """The index in `places` of the place that a quotation names."""
        found = (self._place_in(tokens) for tokens in self._near(words, beside, part))
        return self._counted(words, next((index for index in found if index is not None), None))

    def _place_in(self, tokens: Tokens) -> int | None:
        """The finest place named in some words, where it is no part of a longer name."""
        inside = [at for at, place in enumerate(self.places) if place.place and self._names(place.excerpt, tokens)]
        if inside:
            known = len(self._setting.notes.places)
            return max(inside, key=lambda at: (self._setting.fineness(at) if at < known else 0, -at))
        return self._new_place(tokens)

    def _names(self, excerpt: Excerpt, tokens: Tokens) -> bool:
        """Whether a toponym among some words is a whole name: not `US` of `US Capitol`."""
        if not _overlap(excerpt.span, tokens):
            return False
        outside = [token for token in tokens if not excerpt.start <= token.idx < excerpt.end]
        beside = (
            token for token in outside if token.idx + len(token) + 1 == excerpt.start or token.idx == excerpt.end + 1
        )
        return not any(token.text[0].isupper() and token.i not in self._setting.place_by_token for token in beside)

    def _new_place(self, tokens: Tokens) -> int | None:
        """A name that the rules took for no place, resolved as theirs in the company of the others."""
        notes = self._setting.notes
        if len(tokens) > LONGEST_NAME or not tokens.text[0].isupper() or tokens.root.pos_ not in ("PROPN", "NOUN"):
            return None
        told = [
            toponym for toponym in find_toponyms(notes) if toponym.end <= tokens.start or toponym.start >= tokens.end
        ]
        new = Toponym(tokens.start, tokens.end, "GPE", is_known(notes, tokens.start, tokens.end))
        toponyms = sorted([*told, new], key=lambda toponym: toponym.start)
        mention = resolve_toponyms(notes, toponyms)[toponyms.index(new)]
        if mention.place is None:
            return None
        self.places.append(mention)
        return len(self.places) - 1

    # ---------------------------------------------------------------- numbers

    def count(self, words: str | None, beside: Token, part: Span) -> CountMention | None:
        """The number of people that a quotation tells."""
        found = (self._count_in(tokens) for tokens in self._near(words, beside, part))
        return self._counted(words, next((count for count in found if count is not None), None))

    def _count_in(self, tokens: Tokens) -> CountMention | None:
        if any(_overlaps(time, tokens) and len(tokens) <= 3 for time in self._setting.times):
            return None  # `6 October` counts nobody
        return count_told(self._setting, tokens, Basis.MODEL)

    # ---------------------------------------------------------------- actors

    def participants(
        self, role: ParticipantRole, names: Iterable[str], beside: Token, part: Span
    ) -> list[ParticipantMention]:
        """Those whom quotations name, each once."""
        found: dict[int | str, ParticipantMention] = {}
        for words in names:
            near = (self._participant(role, tokens) for tokens in self._near(words, beside, part))
            one = self._counted(words, next((one for one in near if one is not None), None))
            if one is not None:
                found.setdefault(one.actor if one.actor is not None else one.name.casefold(), one)
        return list(found.values())

    def _participant(self, role: ParticipantRole, tokens: Tokens) -> ParticipantMention | None:
        noun = _noun_of(tokens)
        if noun is None:
            return None
        notes = self._setting.notes
        actors = notes.actors_known
        actor = actors.obtain(noun)
        if actor is None and noun.pos_ == "PRON":
            return None
        excerpt = notes.cut(tokens.start_char, tokens.end_char)
        name = actors.name_of(actor) if actor is not None else " ".join(excerpt.text.split())
        return ParticipantMention(role, excerpt, name, actor, basis=Basis.MODEL)

    def source(self, words: str | None, beside: Token, part: Span) -> int | None:
        """The actor whom a quotation names as the source."""
        found = (self._source_in(tokens) for tokens in self._near(words, beside, part))
        return self._counted(words, next((actor for actor in found if actor is not None), None))

    def _source_in(self, tokens: Tokens) -> int | None:
        noun = _noun_of(tokens)
        if noun is None:
            return None
        actors = self._setting.notes.actors_known
        actor = actors.obtain(noun)
        if actor is not None or noun.pos_ not in ("NOUN", "PROPN"):
            return actor
        kind = ActorKind.GROUP if noun.tag_ in ("NNS", "NNPS") else ActorKind.ORGANIZATION
        return actors.take_in(noun, " ".join(tokens.text.split()), kind)

    def speaker(self, words: str, quote: QuoteMention, part: Span) -> SpeakerMention | None:
        """Whom a quotation names as who says a quote; not out of the quote's own words."""
        beside = self._setting.token_at(quote.excerpts[0].start)
        near = self._near(words, beside, part) if beside is not None else []
        outside = (one for one in near if not any(_overlap(excerpt.span, one) for excerpt in quote.excerpts))
        found = (self._speaker_in(tokens) for tokens in outside)
        return self._counted(words, next((speaker for speaker in found if speaker is not None), None))

    def _speaker_in(self, tokens: Tokens) -> SpeakerMention | None:
        actor = self._source_in(tokens)
        if actor is None:
            return None
        notes = self._setting.notes
        excerpt = notes.cut(tokens.start_char, tokens.end_char)
        return SpeakerMention((excerpt,), notes.actors_known.name_of(actor), actor)

    def _counted(self, words: str | None, found: T | None) -> T | None:
        if words is not None:
            self._tally.note(kept=found is not None)
        return found


def _noun_of(tokens: Tokens) -> Token | None:
    """The noun that a quotation is about; None where it is a sentence or has none."""
    if len(tokens) > MOST_WORDS:
        return None
    root = tokens.root
    if root.pos_ in NOMINAL and root.ent_type_ not in ("DATE", "TIME"):
        return root
    return next((token for token in reversed(tokens) if token.pos_ in ("NOUN", "PROPN")), None)


def _overlaps(time: TimeExpression, tokens: Tokens) -> bool:
    return _overlap(Span(time.start, time.end), tokens)


def _overlap(span: Span, tokens: Tokens) -> bool:
    return span.start < tokens.end_char and tokens.start_char < span.end
