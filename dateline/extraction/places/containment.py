"""Where the text says that a place lies, in the forms of the wires.

`Paris, Texas`; `Tripoli, in northern Lebanon`; `Khan Younis, southern Gaza Strip`; `Vienna, the capital of Austria`;
`Tripoli, Lebanon's second city`; `the northern Lebanese city of Tripoli`; `Syria's Hama`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.notes import Notes
from dateline.extraction.parsing import POSSESSIVES
from dateline.extraction.places.cues import Toponym
from dateline.extraction.places.words import context_words, directions
from schema.mentions import Place
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WIDE = (LocationKind.COUNTRY, LocationKind.ADMIN1, LocationKind.ADMIN2, LocationKind.REGION)
LONGEST = 9
"""Tokens between a place and what it lies in."""
MOST = 5
"""Meanings of the wider name that are looked at, the most populous first."""
OPENERS = frozenset({",", "in", "(", "-", "–"})
BETWEEN = frozenset(
    "the a an of in on part parts side corner end coast bank border capital largest biggest main second third"
    " second-largest third-largest most populous far occupied rebel-held breakaway".split()
)


def follows_closely(notes: Notes, this: Toponym, following: Toponym) -> bool:
    """Whether the words between two names say that the first lies in what the second names."""
    between = notes.doc[this.end : following.start]
    if not 0 < len(between) <= LONGEST or between[0].lower_ not in OPENERS:
        return False
    if between[0].text == "," and len(between) == 1:
        return True
    return all(_joins(token) for token in between[1:]) and between[-1].text not in (",", "(")


def _joins(token: Token) -> bool:
    word = token.lower_
    return word in BETWEEN or word in directions() or word in context_words()["kinds"] or word in OPENERS


def country_told_before(notes: Notes, toponym: Toponym, owner: Toponym | None) -> str | None:
    """The code of the country that the words before a name put it in; `owner` is the toponym before it, if any."""
    doc, at = notes.doc, toponym.start
    if owner is not None and owner.end + 1 == at and doc[owner.end].text in POSSESSIVES:
        return _country_of(notes, owner)
    if at and doc[at - 1].lower_ == "of":
        at -= 1
    elif not (at and doc[at - 1].lower_ in context_words()["kinds"]):
        return None
    if not at or doc[at - 1].lower_ not in context_words()["kinds"]:
        return None
    return _people_before(notes, doc, at - 1, owner)


def _people_before(notes: Notes, doc: Doc, kind: int, owner: Toponym | None) -> str | None:
    """`Lebanese` of `the northern Lebanese port city`; `Lebanon` of `Lebanon's second-largest city`."""
    at = kind - 1
    while at >= 0 and kind - at < LONGEST and not doc[at].is_space and doc[at].pos_ not in ("VERB", "ADP", "AUX"):
        word = doc[at].text
        code = notes.gazetteer.demonym(doc[max(at - 1, 0) : at + 1].text) or notes.gazetteer.demonym(word)
        if word[0].isupper() and code:
            return code
        if owner is not None and at == owner.end and word in POSSESSIVES:
            return _country_of(notes, owner)
        at -= 1
    return None


def _country_of(notes: Notes, owner: Toponym) -> str | None:
    first = next(iter(notes.gazetteer.candidates(owner.name(notes.doc))), None)
    return first.country_code if first is not None and first.kind is LocationKind.COUNTRY else None


def wide_meanings(candidates: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of what a name may mean, the countries, divisions and regions."""
    return tuple(place for place in candidates[:MOST] if place.kind in WIDE)
