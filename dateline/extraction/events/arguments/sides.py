"""Who judges, who bears what is done, and who does a thing to each other: roles that the verb alone does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.behind import DONE_TO, Found
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents, obliques, subject_token
from dateline.extraction.events.triggers.finding import Trigger
from schema.vocabulary import EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

GIFTS = frozenset({EventType.AID, EventType.COOPERATE})
EXPELLING = frozenset({"expel", "deport"})
ACTOR, RECIPIENT = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT


def endures(trigger: Trigger) -> bool:
    """Whether the subject of a verb is the one it is done to: `faces charges`, `received a sentence`."""
    if trigger.rule.type in GIFTS and trigger.token.lemma_.lower() in argument_words("doing", "getting"):
        return True  # `received aid from Japan`
    if trigger.token.lemma_ == "lose" and trigger.type is EventType.SANCTION:
        return True  # `lost their jobs`
    if trigger.rule.mode == "trial" and trigger.token.lemma_ == "appear":
        return True  # `appeared in court`
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


def expellers(verb: Token) -> Iterator[Found]:
    """`were expelled from Germany`: the country that does it."""
    yield from ((ACTOR, noun, False) for noun in obliques(verb, "from") if noun.pos_ == "PROPN")


def movers(verb: Token, forces: Token) -> Iterator[Found]:
    """Who sends forces that are sent: whose they are (`the country's military was put on alert`), else who says so."""
    owners = [owner for owner in dependents(forces, "nmod:poss") if owner.pos_ != "PRON"]
    owners += [body for body in obliques(forces, "of") if body.pos_ == "PROPN"]
    if owners:
        yield from ((ACTOR, owner, False) for owner in owners[:1])
        return
    yield ACTOR, forces, True
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_ in ("say", "announce"):
        speaker = subject_token(above)
        if speaker is not None and speaker.ent_type_ == "GPE":
            yield ACTOR, speaker, False


def shooters(verb: Token) -> Iterator[Found]:
    """`was killed when soldiers fired warning shots`: the subject of the clause that tells how."""
    for clause in verb.children:
        tells_how = clause.dep_ == "advcl" and any(word.lower_ in ("when", "after", "as") for word in clause.lefts)
        if tells_how and clause.lemma_.lower() in argument_words("doing", "shooting"):
            yield from ((ACTOR, noun, False) for noun in dependents(clause, "nsubj"))


def losing(verb: Token, loser: Token | None) -> Iterator[Found]:
    """`lost the election to the mayor`: the winner does it to the loser."""
    if loser is not None:
        yield RECIPIENT, loser, False
    for word in (verb, *dependents(verb, "obj")):
        yield from ((ACTOR, winner, False) for winner in obliques(word, "to"))


def is_mutual(trigger: Trigger) -> bool:
    """Whether what is told is done by several to or with each other: `troops and rebels are fighting`."""
    return trigger.token.lemma_.lower() in argument_words("reciprocal", "words")
