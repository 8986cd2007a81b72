"""Whose deed a verb tells, and to whom it is done, also where another verb or noun bears the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.events.triggers.words import context_words, is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEPEST = 6


def subject_token(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, that of the verb it hangs on, or the agent of a passive."""
    blamed = _blamed_above(verb)
    if blamed is not None:
        return blamed
    agents = (pobj for child in verb.children if child.dep_ == "agent" for pobj in child.children)
    agent = next((pobj for pobj in agents if pobj.dep_ == "pobj"), None)
    if agent is not None:
        return agent
    own = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if own is not None:
        return verb.head if own.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else own
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    if _is_passive_below(verb) or _has_passive_auxiliary(verb):
        return None
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(child.dep_ == "aux" for child in verb.lefts):
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and depth < DEEPEST:
        return _subject_above(verb, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.head.dep_ == "ROOT":
        return verb.head  # a sentence taken for a noun: `The chief, Kaja Kallas, called on Turkey`
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return None
    above = verb.head.head
    if verb.lemma_ == "await" and verb.head.dep_ == "pobj" and above.head.pos_ in ("VERB", "AUX") and depth < DEEPEST:
        return subject_token(above.head, depth + 1) or patient_token(above.head)  # `is in a prison awaiting trial`
    if verb.head.dep_ == "dobj" and above.pos_ == "VERB" and not is_person_noun(verb.head) and depth < DEEPEST:
        return subject_token(above, depth + 1)  # `issued a declaration demanding`
    return verb.head


def _blamed_above(verb: Token) -> Token | None:
    """`accused the army of shelling the town`, `was arrested for killing`: of whom it is said, not who says it."""
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return None
    at = verb.head.head if verb.head.pos_ == "ADP" else verb
    if at.dep_ in ("dobj", "nsubjpass") and at.head.pos_ == "VERB" and _is_blaming(at.head):
        return at
    if at.pos_ != "VERB" or not _is_blaming(at):
        return None
    return next((child for child in at.children if child.dep_ in ("dobj", "nsubjpass")), None)


def _is_blaming(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in context_words().blaming


def joined_verb(verb: Token) -> Token:
    """The verb that a verb shares its subject with: in `ordered him to help and promised aid`, `ordered`."""
    at = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD":
        return at
    for _ in range(DEEPEST):
        if at.tag_ in ("VBD", "VBZ", "VBP") or at.head == at:
            break
        at = at.head
    return at if at.tag_ in ("VBD", "VBZ", "VBP") else verb.head


def _subject_above(verb: Token, depth: int) -> Token | None:
    at = joined_verb(verb)
    for _ in range(3):
        if at.pos_ != "ADP":
            break
        at = at.head
    return subject_token(at, depth + 1) if at.pos_ in ("VERB", "AUX") and at != verb else None


def patient_token(verb: Token, depth: int = 0) -> Token | None:
    """Whom a passive is done to: `who was arrested`, `a man arrested in Lyon`, `was arrested and charged`."""
    own = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if own is not None:
        return verb.head if own.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else own
    if any(child.dep_ in ("nsubj", "dobj") for child in verb.children):
        return None
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        return verb.head
    if _is_passive_below(verb) and depth < DEEPEST:
        return patient_token(verb.head, depth + 1)
    if verb.tag_ == "VBN" and verb.dep_ in ("xcomp", "oprd", "ccomp") and verb.head.lemma_ in ("find", "see", "leave"):
        return next((child for child in verb.head.children if child.dep_ in ("nsubjpass", "dobj")), None)
    if _has_passive_auxiliary(verb) and verb.dep_ in ("conj", "xcomp"):
        return subject_token(verb.head)
    return None


def _is_passive_below(verb: Token) -> bool:
    """`was arrested and charged`: the second shares the auxiliary of the first."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    return verb.head.dep_ == "acl" or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.head.lefts)


def _has_passive_auxiliary(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.lefts)
