"""In which tense a mention is told: what a story goes on with, and what lies before it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

HIGHEST_CLIMB = 6


class Tense(Enum):
    """The tense of the clause that tells a happening."""

    PAST = "PAST"
    PERFECT = "PERFECT"
    PLUPERFECT = "PLUPERFECT"
    PRESENT = "PRESENT"


def tense_of(token: Token) -> Tense:
    """The tense of a trigger's clause; a noun or participle has that of the verb above it.

    What is reported in the past (`said that rebels had shelled the town`) is told as past, not as what lies before.
    """
    at = token
    for _ in range(HIGHEST_CLIMB):
        tense = _own_tense(at)
        if tense is Tense.PLUPERFECT and _is_reported(at):
            return Tense.PAST
        if tense is not None:
            return tense
        if at.head == at:
            break
        at = at.head
    return Tense.PAST


def _own_tense(token: Token) -> Tense | None:
    if token.pos_ not in ("VERB", "AUX"):
        return None
    auxiliaries = [child for child in token.lefts if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & {"had", "'d"} and token.tag_ in ("VBN", "VBD"):
        return Tense.PLUPERFECT
    if words & {"has", "have", "'ve", "'s", "’ve", "’s"} and token.tag_ in ("VBN", "VBD"):
        return Tense.PERFECT
    if words & {"was", "were"} and token.tag_ == "VBG":
        return Tense.PRESENT  # `the crowd were chanting`: a scene of the story's own time
    if words & {"was", "were", "did"} or token.tag_ == "VBD":
        return Tense.PAST
    if words & {"is", "are", "am", "be", "being"} or token.tag_ in ("VBZ", "VBP"):
        return Tense.PRESENT
    return None


def _is_reported(verb: Token) -> bool:
    """`said it had seized the town`."""
    at = verb.head if verb.dep_ == "conj" else verb
    return at.dep_ == "ccomp"
