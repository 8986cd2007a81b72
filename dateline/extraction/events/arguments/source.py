"""Who says that a happening took place, where the article does not tell it itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import is_person_noun
from schema.mentions import ParticipantMention, QuoteMention
from schema.vocabulary import ActorKind, ParticipantRole, QuoteKind

if TYPE_CHECKING:
    from spacy.tokens import Token

ASIDE = frozenset({"relcl", "acl"})
"""Clauses that tell more of a noun: what stands in one is said by who tells the story."""
UNDER = frozenset({"pcomp", "prep", "xcomp", "dobj", "pobj", "compound"})
DEEPEST = 8


def find_source(setting: Setting, token: Token, participants: Iterable[ParticipantMention]) -> int | None:
    """The actor who says what a trigger tells; None where the article does, or where who does it says so of itself."""
    quote = _innermost(setting, token)
    if quote is None or quote.speaker is None:
        return _who_tells(setting, token, participants)
    if quote.kind is QuoteKind.INDIRECT and (_is_factive(setting, quote) or _is_told_aside(token, quote)):
        return None
    speaker = quote.speaker.actor if quote.speaker.actor is not None else _described(setting, quote)
    doers = {part.actor for part in participants if part.role is ParticipantRole.ACTOR}
    return speaker if speaker not in doers else None


def _who_tells(setting: Setting, token: Token, participants: Iterable[ParticipantMention]) -> int | None:
    """Whose word a deed is that stands in no clause: `accused Machar of masterminding a coup`, `admits having lied`."""
    at = token
    while at.dep_ in UNDER and at.head != at:
        at = at.head
        if at.lemma_.lower() in argument_words("sources", "telling") and at.pos_ == "VERB":
            subject = subject_token(at)
            speaker = setting.notes.actors_known.find(subject) if subject is not None else None
            doers = {part.actor for part in participants if part.role is ParticipantRole.ACTOR}
            return speaker if speaker not in doers else None
    return None


def _innermost(setting: Setting, token: Token) -> QuoteMention | None:
    """The quote that a word stands in; of one inside another the inner one."""
    around = [
        (part.end - part.start, at)
        for at, quote in enumerate(setting.notes.quotes)
        for part in quote.excerpts
        if part.start <= token.idx < part.end
    ]
    return setting.notes.quotes[min(around)[1]] if around else None


def _is_factive(setting: Setting, quote: QuoteMention) -> bool:
    """`the group discovered that`: so it is, and nobody's word."""
    cue = setting.token_at(quote.cue.start) if quote.cue is not None else None
    return cue is not None and cue.lemma_.lower() in argument_words("sources", "factive")


def _is_told_aside(token: Token, quote: QuoteMention) -> bool:
    """Whether it stands in a clause about a noun of what is said: `a play about the man killed in 1998`."""
    at = token
    for _ in range(DEEPEST):
        if at.dep_ in ASIDE and any(part.start <= at.head.idx < part.end for part in quote.excerpts):
            return any(child.dep_ == "aux" and child.lower_ == "had" for child in at.lefts) or _is_dated(at)
        if at.head == at:
            break
        at = at.head
    return False


def _is_dated(clause: Token) -> bool:
    """`killed in an attack in 1998`: a year of its own."""
    return any(word.ent_type_ == "DATE" and word.like_num and len(word) == 4 for word in clause.subtree)


def _described(setting: Setting, quote: QuoteMention) -> int | None:
    """The actor of a speaker whom no list knows: `several news sites`, `the ombudsman's office`."""
    if quote.speaker is None or not quote.speaker.excerpts:
        return None
    words = quote.speaker.excerpts[0]
    first, last = setting.token_at(words.start), setting.token_at(words.end - 1)
    if first is None or last is None:
        return None
    noun = setting.doc[first.i : last.i + 1].root
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in argument_words("sources", "documents"):
        return None
    if noun.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "WORK_OF_ART", "LAW"):
        return None
    named = setting.doc[first.i + (first.pos_ == "DET") : last.i + 1].text
    return setting.notes.actors_known.take_in(noun, " ".join(named.split()), _kind(noun))


def _kind(noun: Token) -> ActorKind:
    if noun.tag_ in ("NNS", "NNPS"):
        return ActorKind.GROUP
    return ActorKind.PERSON if is_person_noun(noun) and noun.pos_ == "NOUN" else ActorKind.ORGANIZATION
