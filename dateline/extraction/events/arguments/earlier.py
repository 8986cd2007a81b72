"""What was before that which stands above it in a sentence: `after the election`, `a term for robbing a bank`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import context_words
from schema.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

EARLIER = frozenset({"after", "since", "following"})
PROVOKING = frozenset({"over", "about", "against", "despite"})
COUNTED = frozenset({"hour", "day", "week", "month", "year"})
"""Units in which it is counted how long before."""
DEEP = 3


def is_earlier(token: Token) -> bool:
    """Whether a word tells what was before what stands above it: `after the election`, `protests over the election`."""
    if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in PROVOKING:
        return True
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ in EARLIER:
        return True
    if is_tried_for(token):
        return True
    if token.dep_ == "dobj" and token.head.lemma_ == "follow":
        return True  # `The move follows the killing of a general last week`
    if any(child.lower_ == "where" for child in token.lefts):
        return True
    if token.dep_ == "acl" and token.lemma_.lower() in context_words().blaming:
        return True
    return token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in EARLIER for child in token.lefts)


def is_tried_for(token: Token) -> bool:
    """`handed him a prison term for robbing a bank`: it was done before, and elsewhere."""
    if token.dep_ != "pcomp" or token.head.lower_ not in ("for", "of"):
        return False
    governor = token.head.head
    governor = governor.head if governor.dep_ in ("dobj", "nsubjpass") else governor
    rule = event_rules().of_verb(governor) if governor.pos_ == "VERB" else None
    return rule is not None and rule.type is EventType.LEGAL


def deed_tried_for(token: Token) -> Token | None:
    """What one is tried for, where a word tells it or stands below it."""
    return next((at for at in (token, *islice(token.ancestors, DEEP)) if is_tried_for(at)), None)
