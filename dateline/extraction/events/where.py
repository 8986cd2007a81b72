"""Where an event happened: the place that hangs on its trigger, else one beside it in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.words import is_plainly_people
from dateline.extraction.quotes.cues import cue_words

if TYPE_CHECKING:
    from spacy.tokens import Token

AT_PLACE = frozenset(
    "in at near on outside across around throughout of over off into through inside from to along".split()
)
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
HIGHEST_CLIMB = 5


def find_place(setting: Setting, token: Token, *, spoken: bool = False) -> tuple[int | None, bool]:
    """The finest place that hangs on a trigger, else the best one of its sentence outside words of saying, or None.

    With `spoken`, for mere words, only one that hangs on the trigger: where it was said.

    The second value tells whether it hangs on the trigger itself.
    """
    attached = list(_below(setting, token))
    if token.pos_ == "NOUN" and token.head.pos_ == "VERB" and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        attached += _below(setting, token.head, shallow=True)
    if attached:
        return max(attached, key=lambda index: (setting.fineness(index), -_distance(setting, index, token))), True
    quoted = setting.is_quoted_directly(token.idx)
    beside = [
        index
        for index in ([] if spoken else _beside(setting, token))
        if setting.is_quoted_directly(setting.notes.places[index].excerpt.start) == quoted
    ]
    if not beside:
        return None, False
    return min(beside, key=lambda i: (-setting.fineness(i) // 2, _distance(setting, i, token))), False


def _distance(setting: Setting, index: int, token: Token) -> int:
    return abs(setting.notes.places[index].excerpt.start - token.idx)


def _below(setting: Setting, token: Token, *, shallow: bool = False) -> Iterator[int]:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in AT_PLACE:
            yield from _places_in(setting, child)
        elif child.dep_ in ("compound", "poss", "amod", "nmod") and not shallow:
            yield from (index for index in _places_in(setting, child) if setting.fineness(index) > 0)
        elif child.dep_ in ("dobj", "nsubjpass", "pobj"):
            yield from _in_object(setting, child)


def _in_object(setting: Setting, noun: Token) -> Iterator[int]:
    own = setting.place_by_token.get(noun.i)
    if own is not None and setting.fineness(own) > 0:
        yield own
        return
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in AT_PLACE:
            yield from _places_in(setting, child)


def _places_in(setting: Setting, token: Token) -> Iterator[int]:
    """Places in the phrase under a preposition, clauses left out."""
    queue = [token]
    while queue:
        at = queue.pop()
        index = setting.place_by_token.get(at.i)
        index = setting.place_meant(at) if index is None else index
        if index is not None and not setting.notes.places[index].metonym:
            yield index
        if at.pos_ == "NOUN" and is_plainly_people(at):  # `an attack on members of the U.S. forces`
            continue
        queue.extend(child for child in at.children if child.dep_ not in CLAUSES and child.pos_ != "VERB")


def _beside(setting: Setting, token: Token) -> Iterator[int]:
    sentence = token.sent
    dateline = setting.notes.source.dateline
    for at in range(sentence.start, sentence.end):
        index = setting.place_by_token.get(at)
        if index is None or setting.notes.places[index].metonym:
            continue
        place = setting.doc[at]
        if dateline is not None and place.idx < dateline.end:
            continue
        if place.dep_ not in ("pobj", "appos", "conj", "npadvmod") or _is_origin(place):
            continue
        if not _is_of_speaker(place, token):
            yield index


def _is_origin(place: Token) -> bool:
    """`Ali, 31, from Liverpool`, `a party of Spain`: where somebody is from, and not where it happened."""
    above = place.head.head
    named = above.ent_type_ in ("PERSON", "ORG", "NORP") or is_plainly_people(above)
    return place.dep_ == "pobj" and place.head.lower_ in ("from", "of") and named


def _is_of_speaker(token: Token, trigger: Token) -> bool:
    """Whether a place only tells who speaks, and where: `the mayor of Lviv said`, `told reporters in Goma`."""
    at = token
    for _ in range(HIGHEST_CLIMB):
        if at.dep_ in ("nsubj", "nsubjpass") and at.head.lemma_.lower() in cue_words().strong:
            return True
        if at.head == at or at == trigger:
            return False
        at = at.head
        if at.pos_ == "VERB" and at != trigger:
            return at.lemma_.lower() in cue_words().strong
        if at.lower_ in actor_words().offices and at != token:
            return True
    return False
