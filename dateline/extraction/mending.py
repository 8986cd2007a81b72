"""Mends common slips of the parser beside the name of a day and behind `shot dead`.

`A court on Friday jailed politician Ilya Yashin`: after the day it takes the verb for a participle before the noun
(`jailed politician`), so that the sentence has no verb.  The verb becomes the head, what stood before it its subject,
the noun its object.

`The toll rose to six Friday`, `killed six Friday`: it counts the days.  The number becomes what the day was taken for,
and the day tells when.

`Police shot dead two suspects`, `shot dead at least 15 people`: it takes `dead` for a word before the noun, or the
people for a time.  They become the object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today".split())
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})


class VerbsAfterDays:
    """Gives such sentences their verb; runs after the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Changes heads and labels; returns the same document."""
        for token in doc:
            if token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and token.i and token.nbor(-1).text in DAYS:
                _mend(token)
        return doc


class NumbersBeforeDays:
    """Gives the number before a day to its verb or preposition; runs after the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Changes heads and labels; returns the same document."""
        for day in doc:
            if day.text in DAYS and day.i and _is_counted(day.nbor(-1), day):
                _part(day.nbor(-1), day)
        return doc


class PeopleShotDead:
    """Gives those who are shot dead to the verb as its object; runs after the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Changes heads and labels; returns the same document."""
        for dead in doc:
            if dead.lower_ == "dead" and dead.i and dead.nbor(-1).lower_ == "shot":
                _give_to(dead.nbor(-1), dead)
        return doc


def _give_to(verb: Token, dead: Token) -> None:
    if not verb.tag_.startswith("VB") or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return
    people = next((child for child in verb.rights if child.i > dead.i and child.dep_ in ("dobj", "npadvmod")), None)
    if people is None or people.tag_ not in NOMINAL or people.text in DAYS or people.ent_type_ in ("DATE", "TIME"):
        return
    people.dep_ = "dobj"
    if dead.head == people:
        dead.head, dead.dep_ = verb, "advmod"


def _is_counted(number: Token, day: Token) -> bool:
    return number.tag_ == "CD" and number.dep_ == "nummod" and number.head == day


def _part(number: Token, day: Token) -> None:
    above = day.head
    verb = above.head if day.dep_ == "pobj" else above
    if not verb.tag_.startswith("VB") or verb == day:
        return
    if day.dep_ == "pobj":
        number.head, number.dep_ = above, "pobj"
    elif not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children if child != day):
        number.head, number.dep_ = verb, "dobj"
    else:
        return
    day.head, day.dep_ = verb, "npadvmod"


def _mend(verb: Token) -> None:
    day = verb.nbor(-1)
    on = day.nbor(-1) if day.i > verb.sent.start and day.nbor(-1).lower_ == "on" else None
    subject = (on or day).head
    found = _object_of(verb)
    if subject.tag_ not in NOMINAL or subject.i >= day.i or found.i <= verb.i or subject.sent != verb.sent:
        return
    if found in subject.ancestors:  # What hangs on the object cannot be over the verb.
        return
    after = [child for child in subject.rights if child.i > found.i and child.dep_ != "punct"]
    above, label = subject.head, subject.dep_
    verb.head, verb.dep_, verb.tag_ = (verb if above == subject else above), label, "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    found.head, found.dep_ = verb, "dobj"
    if on is not None:
        on.head, on.dep_ = verb, "prep"
        day.head, day.dep_ = on, "pobj"
    else:
        day.head, day.dep_ = verb, "npadvmod"
    for child in after:
        child.head = verb


def _object_of(verb: Token) -> Token:
    """The last noun of the phrase that the verb was taken into."""
    at = verb.head
    while at.dep_ in ("compound", "amod", "nmod") and at.head.i > at.i:
        at = at.head
    return at
