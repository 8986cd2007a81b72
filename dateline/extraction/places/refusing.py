"""Names that are no places, whatever towns of the world are called so.

Acronyms and initials (`UN`, `D.`), words of parties and offices (`Labor`, `Secretary`), an agency in a dateline, halves
of hyphenated names (`Annandale` of `Annandale-on-Hudson`), words that are written small.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction.gazetteer import name_key
from dateline.extraction.notes import Notes
from dateline.extraction.places.cues import Toponym, is_part_of_name, text_of
from dateline.extraction.places.features import newspaper_names
from dateline.extraction.places.words import LINKING, abbreviations, context_words, is_never
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

HYPHENS = frozenset({"-", "–", "‑"})
_INITIALS = re.compile(r"[A-Z]{1,5}|(?:[A-Z]\.){1,4}[A-Z]?\.?|[A-Z][a-z]?\.")
MIDDLE = 50_000
"""Inhabitants: hyphens join the names of places as large as that (`the Paris-Lyon line`)."""


def is_refused(notes: Notes, toponym: Toponym) -> bool:
    """Whether the words of a toponym name no place after all."""
    doc, name = notes.doc, toponym.name(notes.doc)
    if not name[:1].isupper() or is_never(name, doc[toponym.start - 1].text if toponym.start else ""):
        return True
    if _INITIALS.fullmatch(name):
        return not _is_known_short(notes, toponym, name)
    return _is_half(notes, toponym)


def _is_known_short(notes: Notes, toponym: Toponym, name: str) -> bool:
    """`UAE`, `U.S.`, `D.C.`, `Harrisburg, PA`, `LIMA (Reuters) -`; not `UN`, `NATO`, `SA`."""
    if name in abbreviations() or name + "." in abbreviations():
        return _follows_town(notes.doc, toponym.start) or toponym.lead > 0 or len(name) > 2
    if name_key(name) in newspaper_names():
        return True
    meant = (LocationKind.COUNTRY, LocationKind.REGION)
    if any(place.kind in meant or place.own_id is not None for place in notes.gazetteer.candidates(name)):
        return True
    return _is_in_capitals(notes.doc, toponym) and not _is_in_brackets(notes.doc, toponym)


def _follows_town(doc: Doc, start: int) -> bool:
    """Whether a state stands where states do: after the comma, the bracket or the hyphen behind a name."""
    return start > 1 and doc[start - 1].text in (",", "(", "-", "–", "/", ";") and doc[start - 2].text[0].isalnum()


def _is_in_brackets(doc: Doc, toponym: Toponym) -> bool:
    return toponym.start > 0 and doc[toponym.start - 1].text == "("


def _is_in_capitals(doc: Doc, toponym: Toponym) -> bool:
    """Whether a name in capitals begins its line, as datelines do, or stands among words in capitals."""
    at = toponym.start
    if at == 0 or doc[at - 1].is_space or doc[at - 1].is_sent_end:
        return len(toponym.name(doc)) > 3
    beside = [doc[at - 1], *doc[toponym.end : toponym.end + 1]]
    return any(token.is_upper and len(token) > 2 for token in beside)


def _is_half(notes: Notes, toponym: Toponym) -> bool:
    """Whether a hyphen without spaces joins a name to another that makes one name with it."""
    doc, start, end = notes.doc, toponym.start, toponym.end
    before = start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_
    after = end + 1 < len(doc) and doc[end].text in HYPHENS and not (doc[end].whitespace_ or doc[end - 1].whitespace_)
    if before and not doc[start - 2].whitespace_ and _makes_one_name(notes, toponym, doc[start - 2].text):
        return True
    return after and _makes_one_name(notes, toponym, doc[end + 1].text)


def _makes_one_name(notes: Notes, toponym: Toponym, other: str) -> bool:
    if toponym.lead or other in ("D", "R", "I"):
        return False
    if other.lower() in LINKING:
        return True
    if not other[0].isupper() or other.isupper() or _is_place_itself(notes, other):
        return False
    return not _is_place_itself(notes, toponym.name(notes.doc))


def _is_place_itself(notes: Notes, word: str) -> bool:
    """`Russia` and `Ukraine` of `Russia-Ukraine war`, `Sino`: what is joined by hyphens and stays what it is."""
    places = notes.gazetteer.candidates(word)
    if notes.gazetteer.demonym(word) or word in context_words()["kinds"]:
        return True
    return any(
        place.kind is LocationKind.COUNTRY or place.own_id is not None or place.population >= MIDDLE
        for place in places
        if notes.gazetteer.is_main_name(word, place)
    )


def hyphenated(notes: Notes, start: int) -> Toponym | None:
    """`Annandale-on-Hudson` whole, from its first token."""
    doc, end = notes.doc, start + 1
    linked = False
    while end + 1 < len(doc) and doc[end].text in HYPHENS and not (doc[end].whitespace_ or doc[end - 1].whitespace_):
        linked = linked or doc[end + 1].lower_ in LINKING
        end += 2
    if (
        not linked
        or not doc[end - 1].text[0].isupper()
        or doc[start].ent_type_ == "PERSON"
        or is_part_of_name(doc, end)
    ):
        return None
    return Toponym(start, end, "GPE", text_of(doc, start, end) in notes.gazetteer)
