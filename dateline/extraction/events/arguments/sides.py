"""Who judges, who bears what is done, and who does a thing to each other: roles that the verb alone does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.behind import DONE_TO, Found
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents, obliques
from dateline.extraction.events.triggers.finding import Trigger
from schema.vocabulary import ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTOR, RECIPIENT = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT


def endures(trigger: Trigger) -> bool:
    """Whether the subject of a verb is the one it is done to: `faces charges`, `received a sentence`."""
    return trigger.rule.mode in DONE_TO and trigger.token.lemma_.lower() in argument_words("enduring", "verbs")


def benches(verb: Token) -> Iterator[Found]:
    """The court at which somebody is tried: `was found guilty at the district court`, `was sentenced in a court`."""
    holders = [verb, *dependents(verb, "xcomp"), *obliques(verb, "of", "for", "with")]
    holders += [noun for holder in holders[1:] for noun in obliques(holder, "of", "for")]
    for holder in holders:
        for noun in obliques(holder, "at", "in", "before", "by"):
            if noun.lemma_.lower() in argument_words("benches", "nouns"):
                yield ACTOR, noun, False


def is_mutual(trigger: Trigger) -> bool:
    """Whether what is told is done by several to or with each other: `troops and rebels are fighting`."""
    return trigger.token.lemma_.lower() in argument_words("reciprocal", "words")
