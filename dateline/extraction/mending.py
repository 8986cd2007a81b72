"""Mends one common slip of the parser: `A court on Friday jailed politician Ilya Yashin`.

After the day it takes the verb for a participle before the noun (`jailed politician`), so that the sentence has no
verb.  The verb becomes the head, what stood before it its subject, the noun its object.
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
