"""Deeds that are done by saying something: a demand, a refusal, blame, praise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.nouns import has_public_actor
from dateline.extraction.events.triggers.status import FUTURE, SAYING
from dateline.extraction.events.triggers.words import context_words
from schema.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UTTERING = SAYING | frozenset({"write", "tweet", "reply", "respond", "comment", "call"})
"""Verbs whose clause or quotation somebody stands for."""
DEEPEST = 4


def deed_of_speech(setting: Setting, verb: Token) -> EventType | None:
    """What somebody of public life does by the words of a verb; None where they only tell something."""
    if _is_called_for(setting, verb):
        return EventType.REQUEST
    if _is_ruled_out(setting, verb):
        return EventType.REJECT
    return _judgement(setting, verb)


def _is_called_for(setting: Setting, verb: Token) -> bool:
    """`said that Libya must hand over the men`: what one says another must do is a demand."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
        return False
    if not any(child.dep_ == "aux" and child.lower_ in ("must", "should") for child in verb.lefts):
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ == "PRON" or not has_public_actor(setting, verb):
        return False
    return has_public_actor(setting, verb.head)


def _is_ruled_out(setting: Setting, verb: Token) -> bool:
    """`said it would not accept any refugees`: what one says one will not do is a refusal."""
    if not context_words().has("refusable", verb.lemma_) or verb.head.lemma_.lower() not in SAYING | {"decide"}:
        return False
    negated = any(child.dep_ == "neg" for child in verb.lefts)
    to_come = any(child.dep_ == "aux" and child.lower_ in FUTURE | {"would"} for child in verb.lefts)
    return negated and to_come and has_public_actor(setting, verb.head)


def has_no_plan_to(setting: Setting, verb: Token) -> bool:
    """`stated there was no plan to boycott the cup`, `has no intention of resigning`: a refusal too."""
    noun = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ not in ("acl", "pcomp", "relcl") or noun.lemma_.lower() not in context_words().plans:
        return False
    if not any(child.lower_ == "no" for child in noun.lefts):
        return False
    holder = noun.head
    if holder.dep_ == "ccomp" and holder.head.lemma_.lower() in SAYING:
        holder = holder.head
    return has_public_actor(setting, holder)


def _judgement(setting: Setting, verb: Token) -> EventType | None:
    """`said it was "shameful"` blames, `said: "We are overjoyed"` praises."""
    if verb.lemma_.lower() not in UTTERING or any(child.dep_ == "neg" for child in verb.lefts):
        return None
    for clause in verb.children:
        if clause.dep_ != "ccomp" or clause.lemma_ != "be":
            continue
        kind = _judged(clause)
        if kind is not None and has_public_actor(setting, verb):
            return kind
    return None


def _judged(clause: Token) -> EventType | None:
    """What the predicate of a clause with `be` says; None where it neither blames nor praises."""
    if any(child.dep_ in ("neg", "aux", "mark") and child.lower_ != "that" for child in clause.lefts):
        return None
    predicates = [child for child in clause.rights if child.dep_ in ("acomp", "attr")]
    words = {word.lemma_.lower() for predicate in predicates for word in (predicate, *_joined(predicate))}
    for name, judging in context_words().judgements.items():
        if words & judging:
            return EventType[name]
    return None


def _joined(predicate: Token) -> list[Token]:
    """What stands with a predicate: `shocking and appalling`, `a great act of democracy`."""
    found = [child for child in predicate.children if child.dep_ in ("conj", "amod")]
    return found + [pobj for child in predicate.children if child.lower_ == "of" for pobj in child.children]


def is_charged_with(verb: Token) -> bool:
    """`pleaded guilty to threatening`, `convicted of bribing`: what one is charged with, a deed of whomever."""
    if verb.dep_ != "pcomp":
        return False
    above = list(verb.ancestors)[:DEEPEST]
    return any(ancestor.lemma_.lower() in context_words().charging for ancestor in above)
