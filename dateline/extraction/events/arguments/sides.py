"""Who judges, who bears what is done, and who does a thing to each other: roles that the verb alone does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.behind import DONE_TO, Found
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.triggers.finding import Trigger
from schema.vocabulary import EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

GIFTS = frozenset({EventType.AID, EventType.COOPERATE})
ACTOR, RECIPIENT = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT


def endures(trigger: Trigger) -> bool:
    """Whether the subject of a verb is the one it is done to: `faces charges`, `received a sentence`."""
    if trigger.rule.type in GIFTS and trigger.token.lemma_.lower() in argument_words("doing", "getting"):
        return True  # `received aid from Japan`
    return trigger.rule.mode in DONE_TO and trigger.token.lemma_.lower() in argument_words("enduring", "verbs")


def givers(verb: Token) -> Iterator[Found]:
    """From whom somebody gets something: `received aid from Japan`."""
    for noun in verb.subtree:
        if noun.dep_ == "pobj" and noun.head.lower_ == "from" and noun.i > verb.i:
            yield ACTOR, noun, False


def benches(verb: Token) -> Iterator[Found]:
    """The court at which somebody is tried: `was found guilty at the district court`, `was sentenced in a court`."""
    for noun in verb.subtree:
        is_there = noun.dep_ == "pobj" and noun.i > verb.i and noun.head.lower_ in ("at", "in", "before")
        if is_there and noun.lemma_.lower() in argument_words("benches", "nouns"):
            yield ACTOR, noun, False


def is_mutual(trigger: Trigger) -> bool:
    """Whether what is told is done by several to or with each other: `troops and rebels are fighting`."""
    return trigger.token.lemma_.lower() in argument_words("reciprocal", "words")
