"""The names of an article with what the text says of each: one sense for a name, before any is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.notes import Notes
from dateline.extraction.places.containment import country_told_before, follows_closely, wide_meanings
from dateline.extraction.places.cues import Toponym, kind_after, text_of
from dateline.extraction.places.features import Sense, lies_in
from dateline.extraction.places.words import KIND_OF_WORD, abbreviations, context_words
from schema.mentions import Place
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

IN_DATELINE, AS_CONTAINER, EXPLAINED = 0.2, 0.3, 0.5
"""What a mention counts that is in the dateline, that only tells where another place lies, and that is told where it
lies: readers live where nobody has to tell them."""
LISTING = frozenset({",", "and", "or", "the", "&"})
"""What stands between the names of a list."""


class _Noting:
    """The senses of an article while they are gathered."""

    def __init__(self, notes: Notes, toponyms: list[Toponym]) -> None:
        self.notes, self.toponyms = notes, toponyms
        self.meanings = [candidates(notes, toponym.name(notes.doc)) for toponym in toponyms]
        self.wider = [self._wider(index) for index in range(len(toponyms))]
        """For each name what the name after it means, where the first lies in that."""
        self.senses: dict[str, Sense] = {}

    def note(self, index: int) -> str:
        """Adds a mention to the sense of its name, and gives the key of that."""
        doc, toponym = self.notes.doc, self.toponyms[index]
        kind = KIND_OF_WORD.get(kind_after(doc, toponym) or "")
        if kind is None and self._is_state_of_town(index):
            kind = LocationKind.ADMIN1
        name = toponym.name(doc)
        # "the Kursk region" and "the city of Kursk" are two senses of one name.
        key = f"{name.casefold()}|{kind.value if kind in (LocationKind.ADMIN1, LocationKind.ADMIN2) else ''}"
        sense = self.senses.setdefault(key, Sense(name, self.meanings[index]))
        sense.mentions += self._count(index)
        if kind:
            sense.kinds.add(kind)
        sense.within.extend(self._containers(index))
        sense.is_seat = sense.is_seat or _is_among_diplomats(doc[toponym.start])
        sense.is_american = sense.is_american or _has_american_body(doc, toponym.end)
        return key

    def _wider(self, index: int) -> tuple[Place, ...]:
        if index + 1 >= len(self.toponyms) or self._is_list(index):
            return ()
        if not follows_closely(self.notes, self.toponyms[index], self.toponyms[index + 1]):
            return ()
        return wide_meanings(self.meanings[index + 1])

    def _is_list(self, index: int) -> bool:
        """`Washington, Pennsylvania and California`: states in a row, none of which lies in the next."""
        if index + 2 >= len(self.toponyms):
            return False
        between = self.notes.doc[self.toponyms[index + 1].end : self.toponyms[index + 2].start]
        if not 0 < len(between) < 4 or not all(token.lower_ in LISTING for token in between):
            return False
        row = ({place.kind for place in wide_meanings(self.meanings[at])} for at in range(index, index + 3))
        return bool(set.intersection(*row))

    def _count(self, index: int) -> float:
        """How much a mention tells of the rest of the article: the dateline tells only where the reporter sat."""
        dateline, this = self.notes.source.dateline, self.toponyms[index]
        if dateline is not None and self.notes.doc[this.start].idx < dateline.end:
            return IN_DATELINE
        if index and self.wider[index - 1]:
            return AS_CONTAINER
        return EXPLAINED if self.wider[index] else 1.0

    def _is_state_of_town(self, index: int) -> bool:
        """Whether a name stands after a town of the state of that name: `Buffalo, New York`."""
        states = [place for place in self.wider[index - 1] if place.kind is LocationKind.ADMIN1] if index else []
        towns = self.meanings[index - 1]
        return bool(states) and (not towns or any(lies_in(town, state) for state in states for town in towns))

    def _containers(self, index: int) -> tuple[Place, ...]:
        """What the text says that a place lies in."""
        code = country_told_before(self.notes, self.toponyms[index], self.toponyms[index - 1] if index else None)
        country = self.notes.gazetteer.country(code) if code else None
        return (*self.wider[index], country) if country else self.wider[index]


def note_senses(notes: Notes, toponyms: list[Toponym]) -> tuple[dict[str, Sense], list[str]]:
    """The senses of all names by their keys, and the key of each toponym."""
    noting = _Noting(notes, toponyms)
    keys = [noting.note(index) for index in range(len(toponyms))]
    return noting.senses, keys


def candidates(notes: Notes, name: str) -> tuple[Place, ...]:
    """What a name may mean: `Pa.` the state alone."""
    short = abbreviations().get(name)
    if short is None:
        found = notes.gazetteer.candidates(name)
        return found or notes.gazetteer.candidates(name.removesuffix(" City"))  # `Kidapawan City`
    country, full = short
    return tuple(
        place
        for place in notes.gazetteer.candidates(full)
        if place.kind is LocationKind.ADMIN1 and place.country_code == country
    )


def _has_american_body(doc: Doc, end: int) -> bool:
    """Whether a name goes on as bodies of American towns do, and those of other countries hardly ever."""
    return any(text_of(doc, end, end + width) in context_words()["american"] for width in (1, 2, 3))


def _is_among_diplomats(token: Token) -> bool:
    """Whether the sentence of a name tells of diplomats and embassies."""
    words = context_words()["diplomacy"]
    return any(other.lower_ in words for other in token.sent)
