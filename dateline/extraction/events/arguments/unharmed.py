"""Words that nobody was killed or hurt: `no casualties were reported`, `without injuries`, `no one was killed`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents
from dateline.extraction.events.setting import Setting
from schema.mentions import CountMention
from schema.spans import Excerpt
from schema.vocabulary import EventStatus, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMING = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.ACCIDENT, EventType.CRIME, EventType.PROTEST})
REAL = frozenset({EventStatus.REPORTED, EventStatus.CLAIMED})
FAR = 2
"""Sentences that one goes back to what harmed nobody."""


def note_unharmed(setting: Setting, tellings: Sequence[Told]) -> None:
    """Gives a toll of 0 to what is told to have killed or hurt nobody."""
    for token in setting.doc:
        killed, injured = _denied(token)
        told = _meant(setting, tellings, token) if killed or injured else None
        if told is None:
            continue
        none = CountMention(_cut(setting, token), 0, 0, 0)
        if killed and told.killed is None:
            told.killed = none
        if injured and told.injured is None:
            told.injured = none


def _denied(token: Token) -> tuple[bool, bool]:
    """Whether a word tells that nobody was killed, and that nobody was hurt."""
    lemma = token.lemma_.lower()
    if lemma in argument_words("unharmed", "nouns") and token.pos_ == "NOUN":
        told = _is_none(token)
    elif lemma in argument_words("unharmed", "verbs") and token.pos_ in ("VERB", "ADJ"):
        told = any(_is_nobody(noun) for noun in dependents(token, "nsubj", "nsubj:pass", "obj"))
    else:
        return False, False
    return (
        told and lemma in argument_words("unharmed", "killed"),
        told and lemma in argument_words("unharmed", "injured"),
    )


def _is_none(noun: Token) -> bool:
    """`no injuries or deaths`, `no reports of casualties`, `without causing any injuries`."""
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    holder = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else first
    if holder.dep_ == "dobj" and holder.head.lemma_ not in argument_words("unharmed", "causing"):
        return False  # `the army suffered no casualties`: of one side alone
    if any(child.lower_ == "no" for one in (first, holder) for child in one.lefts):
        return True
    above = first.head if first.dep_ == "pobj" else first.head.head if first.head.dep_ == "pcomp" else None
    return above is not None and above.lower_ == "without"


def _is_nobody(noun: Token) -> bool:
    if noun.lower_ in argument_words("unharmed", "nobody"):
        return True
    return noun.lower_ == "one" and any(child.lower_ == "no" for child in noun.lefts)


def _meant(setting: Setting, tellings: Sequence[Told], token: Token) -> Told | None:
    """What harmed nobody: told in the same sentence, the nearest first, else last before it."""
    sentence = setting.sentence_number(token)
    fit = [told for told in tellings if _may_harm(told) and 0 <= sentence - told.sentence <= FAR]
    here = sorted((abs(told.trigger.token.i - token.i), at) for at, told in enumerate(fit) if told.sentence == sentence)
    if here:
        return fit[here[0][1]]
    return max(fit, key=lambda told: told.trigger.token.i, default=None)


def _may_harm(told: Told) -> bool:
    trigger = told.trigger
    return trigger.type in HARMING and trigger.status in REAL and not trigger.echo and not told.is_harm


def _cut(setting: Setting, token: Token) -> Excerpt:
    start = next((word.i for word in _words(token) if word.lower_ in argument_words("unharmed", "nobody")), token.i)
    return setting.cut(min(start, token.i), token.i + 1)


def _words(token: Token) -> Iterator[Token]:
    yield from token.doc[max(token.sent.start, token.i - FAR * 3) : token.i]
