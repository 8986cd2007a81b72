"""What holds for a whole article and is worked out once: sentences, places by token, dates, bombs, quoted words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.extraction.events.triggers.words import context_words
from dateline.extraction.notes import Notes
from dateline.extraction.times import TimeExpression, find_times
from schema.mentions import Place
from schema.spans import Excerpt
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

T = TypeVar("T")
FINENESS = {
    LocationKind.FACILITY: 5,
    LocationKind.CITY: 4,
    LocationKind.ADMIN2: 3,
    LocationKind.ADMIN1: 2,
    LocationKind.REGION: 1,
    LocationKind.COUNTRY: 0,
}
MOST_PLACES = 0.6
"""Share of an article's places that lie in the country it is about."""
UNKNOWN_FINENESS = 3
"""A place that nobody knows is seldom larger than a district."""


def _named_after(setting: Setting, noun: Token) -> str | None:
    """`the capital of Kenya`."""
    of = (pobj for child in noun.rights if child.lower_ == "of" for pobj in child.children)
    for pobj in of:
        index = setting.place_by_token.get(pobj.i)
        place = setting.notes.places[index].place if index is not None else None
        if place is not None:
            return place.country_code
    return None


def _is_the(noun: Token) -> bool:
    """`the capital`, `the Kenyan capital`; `the financial capital` is another town."""
    before = [child for child in noun.lefts if child.dep_ != "punct"]
    if before and before[0].dep_ == "poss":  # `Yemen's capital`
        return before[0].ent_type_ == "GPE" and len(before) == 1
    others = (child for child in before[1:] if child.ent_type_ not in ("NORP", "GPE"))
    return bool(before) and before[0].lower_ in ("the", "that") and not any(True for _ in others)


class Setting:
    """The article around its triggers."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.doc = notes.doc
        self.told_by_sentence: dict[int, set[str]] = {}
        """For each sentence the ACLED types that its words tell; known once all triggers are."""
        self._remembered: dict[tuple[Callable[..., Any], Hashable], Any] = {}
        self._sentence_starts = [token.i for token in notes.doc if token.is_sent_start]

    def remember(self, ask: Callable[..., T], about: Hashable, *given: Any) -> T:
        """What a function tells `about` a token or two places, by their indexes; asked once for the article."""
        key = (ask, about)
        if key not in self._remembered:
            self._remembered[key] = ask(*given)
        known: T = self._remembered[key]
        return known

    def sentence_number(self, token: Token) -> int:
        """Which sentence a token stands in, from 0."""
        return max(bisect_right(self._sentence_starts, token.i) - 1, 0)

    def cut(self, start: int, end: int) -> Excerpt:
        """The words from token `start` to token `end`, excluded."""
        last = self.doc[end - 1]
        return self.notes.cut(self.doc[start].idx, last.idx + len(last))

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character, or None in a space."""
        index = bisect_right(self._token_starts, offset) - 1
        if index < 0:
            return None
        token = self.doc[index]
        return token if offset < token.idx + len(token) else None

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    @cached_property
    def nouns(self) -> dict[str, list[Token]]:
        """By lemma in lower case the nouns of the text, those left out that tell which another is."""
        found: dict[str, list[Token]] = {}
        for token in self.doc:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "poss"):
                found.setdefault(token.lemma_.lower(), []).append(token)
        return found

    @cached_property
    def title_end(self) -> int:
        """Where a headline at the start of the text ends; its verbs are in the present tense."""
        title = self.notes.source.title
        return len(title) if title and self.notes.source.text.startswith(title) else 0

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """All dates of the text but those of the dateline."""
        dateline = self.notes.source.dateline
        found = find_times(self.doc.text)  # in which the months of an article in capitals are none
        return tuple(time for time in found if dateline is None or time.start >= dateline.end)

    @cached_property
    def place_by_token(self) -> dict[int, int]:
        """For each token of a toponym the index of the place."""
        found: dict[int, int] = {}
        for index, place in enumerate(self.notes.places):
            token = self.token_at(place.excerpt.start)
            at = token.i if token is not None else len(self.doc)
            while at < len(self.doc) and self.doc[at].idx < place.excerpt.end:
                found[at] = index
                at += 1
        return found

    @cached_property
    def first_named(self) -> list[int]:
        """For each place of the article the index of the first mention of the same."""
        numbers: dict[Place | str, int] = {}
        places = enumerate(self.notes.places)
        return [numbers.setdefault(mention.place or mention.excerpt.text, index) for index, mention in places]

    def places_in(self, start: int, end: int) -> range:
        """The indexes of the places that begin within some characters."""
        return range(bisect_left(self._place_starts, start), bisect_left(self._place_starts, end))

    @cached_property
    def _place_starts(self) -> list[int]:
        return [mention.excerpt.start for mention in self.notes.places]

    def seat_of(self, noun: Token) -> str | None:
        """The country whose capital does something, by its code: `Jakarta forced it out`, `talks with Moscow`."""
        index = self.place_by_token.get(noun.i)
        place = self.notes.places[index].place if index is not None else None
        if place is None or not self.notes.gazetteer.is_capital(place):
            return None
        acts = noun.dep_ == "nsubj" or noun.head.lower_ in ("with", "by", "between", "against")
        return place.country_code if acts else None

    def place_meant(self, noun: Token) -> int | None:
        """The place of the article that `the Kenyan capital` or `the country` means; None where it names none."""
        if noun.lemma_ not in ("capital", "country", "nation") or noun.tag_ != "NN" or not _is_the(noun):
            return None
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        at = self.place_by_token.get(owner.i) if owner is not None else None
        place = self.notes.places[at].place if at is not None else None
        wanted = place.country_code if place is not None else None
        wanted = wanted or self.notes.actors_known.owner(noun) or _named_after(self, noun) or self._main_country
        if wanted is None:
            return None
        is_capital = self.notes.gazetteer.is_capital
        for index, mention in enumerate(self.notes.places):
            place = mention.place
            if place is None or place.country_code != wanted:
                continue
            if is_capital(place) if noun.lemma_ == "capital" else place.kind is LocationKind.COUNTRY:
                return index
        return None

    @cached_property
    def _main_country(self) -> str | None:
        """The country of most of the article's places and peoples, of which those of the lead count twice."""
        places = ((one.excerpt.start, one.place.country_code) for one in self.notes.places if one.place is not None)
        peoples = (token for token in self.doc if token.ent_type_ == "NORP")
        named = [*places, *((token.idx, self.notes.gazetteer.demonym(token.text)) for token in peoples)]
        lead = self.first_sentence_end
        counted = Counter(code for at, code in (*named, *(one for one in named if one[0] < lead)) if code)
        if not counted:
            return None
        code, most = counted.most_common(1)[0]
        return code if most >= MOST_PLACES * sum(counted.values()) else None

    @cached_property
    def first_sentence_end(self) -> int:
        """Where the first sentence of the body ends."""
        body = (sentence.end_char for sentence in self.doc.sents if sentence.start_char >= self.title_end)
        return next(body, 0)

    @cached_property
    def home_country(self) -> int | None:
        """The place of the article that is the country of most of its places; None where it names none such."""
        return self.country_place(self._main_country) if self._main_country is not None else None

    def country_place(self, code: str) -> int | None:
        """The first place of the article that is a country; None where it does not name it."""
        for index, mention in enumerate(self.notes.places):
            place = mention.place
            if place is not None and place.kind is LocationKind.COUNTRY and place.country_code == code:
                return index
        return None

    def lies_in(self, inner: int, outer: int) -> bool:
        """Whether a place of the article lies within another one."""
        at, wanted = self.notes.places[inner].place, self.notes.places[outer].place
        while at is not None and wanted is not None:
            at = at.parent
            if at == wanted:
                return True
        return False

    def fineness(self, index: int) -> int:
        """How exact a place is, from 0 for a country to 5 for a building."""
        place = self.notes.places[index].place
        return FINENESS[place.kind] if place is not None else UNKNOWN_FINENESS

    @cached_property
    def has_bombs(self) -> bool:
        """Whether the article speaks of bombs, so that its explosions are attacks."""
        words = context_words()
        return any(
            token.lemma_.lower() in words.bombs
            and token.head.lower_ not in words.bomb_trades
            and not any(child.lower_ in ("no", "not") for child in token.lefts)
            for token in self.doc
            if token.pos_ in ("NOUN", "VERB", "PROPN")
        )

    @cached_property
    def _speakers(self) -> dict[int, int | None]:
        """For each token that is quoted the actor who says it; the first where it is quoted twice."""
        found: dict[int, int | None] = {}
        spoken = [(quote.speaker, quote.excerpts) for quote in self.notes.quotes if quote.speaker is not None]
        for speaker, excerpts in spoken:
            for at in (at for part in excerpts for at in self._tokens_in(part)):
                found.setdefault(at, speaker.actor)
        return found

    @cached_property
    def _quoted_tokens(self) -> frozenset[int]:
        parts = (part for quote in self.notes.quotes for part in quote.excerpts)
        return frozenset(at for part in parts for at in self._tokens_in(part))

    def _tokens_in(self, words: Excerpt) -> range:
        """The tokens that begin within some words."""
        return range(bisect_left(self._token_starts, words.start), bisect_left(self._token_starts, words.end))

    def speaker_at(self, offset: int) -> int | None:
        """The actor who says the word at a character, where it is said by somebody."""
        return self._speakers.get(self._number_at(offset))

    def is_quoted_directly(self, offset: int) -> bool:
        """Whether a character stands between quotation marks."""
        before = bisect_right(self.notes.marks, offset, key=lambda passage: passage.start)
        return before > 0 and offset < self.notes.marks[before - 1].end

    def is_quoted(self, offset: int) -> bool:
        """Whether the word at a character is part of what somebody is quoted with."""
        return self._number_at(offset) in self._quoted_tokens

    def _number_at(self, offset: int) -> int:
        return bisect_right(self._token_starts, offset) - 1
