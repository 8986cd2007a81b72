"""Where something was said: `on Telegram`, `in a statement`, `told reporters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.notes import Notes
from dateline.extraction.quotes.cues import Cue, cue_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def medium_at(notes: Notes, cue: Cue) -> str | None:
    """The noun that a cue's preposition or hearer names, as written without article."""
    words = cue_words()
    for child in cue.token.children:
        if child.dep_ == "prep" and child.lower_ in words.media_prepositions:
            noun = next((pobj for pobj in child.children if pobj.dep_ == "pobj"), None)
            if noun is not None and _is_medium(noun):
                return _named(notes, noun)
        if child.dep_ in ("dobj", "dative") and cue.token.lemma_ == "tell" and _is_medium(child):
            return _named(notes, child)
    return None


def _is_medium(noun: Token) -> bool:
    words = cue_words().media
    return noun.lower_ in words or noun.lemma_.lower() in words or (noun.lower_ == "platform")


def _named(notes: Notes, noun: Token) -> str:
    start = noun.left_edge.i
    while start < noun.i and (notes.doc[start].dep_ == "det" or notes.doc[start].is_punct):
        start += 1
    after = noun.i + 1
    generic = noun.lower_ in ("platform", "network", "app", "media", "site", "website")
    if generic and after < len(notes.doc) and notes.doc[after].pos_ == "PROPN":
        return str(notes.doc[after].text.rstrip("."))
    return " ".join(notes.doc[start:after].text.split())
