"""Who did it, where the article tells so elsewhere: who owns up to an attack, the court of a verdict, whose troops.

What is taken from another sentence is marked as carried, and its evidence is the words that it was taken from.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.clauses import subject_token
from dateline.extraction.events.happenings.comparing import weapons
from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.setting import Setting
from dateline.extraction.lexicon import load_lexicon
from schema.mentions import ParticipantMention
from schema.vocabulary import Basis, EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTOR = ParticipantRole.ACTOR
NEAR = 3
"""Sentences over which a side goes on striking with one kind of weapon."""


@cache
def _words() -> dict[str, Any]:
    return load_lexicon("cast")


def give_doers(setting: Setting, happenings: list[Happening]) -> None:
    """Adds to each happening without a doer the one that the article tells elsewhere."""
    for claim, owner in _claims(setting):
        target = _claimed(happenings, claim)
        if target is not None:
            _add(setting, target, owner)
    for happening in happenings:
        if not _has_doer(happening):
            _give(setting, happenings, happening)


def _give(setting: Setting, happenings: list[Happening], happening: Happening) -> None:
    modes = happening.modes()
    for entry in _words()["office"]:
        if happening.type.value == entry["type"] and modes & set(entry["modes"].split()):
            sentence = _first(happening).sentence if entry["beside"] else None
            _add(setting, happening, _only_one(setting, entry["nouns"].split(), sentence))
            return
    if happening.type is EventType.ASSAULT:
        _give_side(happenings, happening)


def _has_doer(happening: Happening) -> bool:
    return any(p.role is ACTOR for told in happening.parts for p in told.participants)


def _first(happening: Happening) -> Told:
    return next((told for told in happening.parts if not told.trigger.echo), happening.parts[0])


def _add(setting: Setting, happening: Happening, noun: Token | None) -> None:
    """Makes a noun of the article a doer of a happening."""
    if noun is None:
        return
    actors = setting.notes.actors_known
    actor = actors.obtain(noun)
    if actor is None:
        return
    actor = actors.body_of(actor) or actor
    told = _first(happening)
    if any(p.actor == actor for part in happening.parts for p in part.participants):
        return
    start, end = actors.phrase(noun)
    excerpt = setting.cut(start, end)
    here = told.trigger.token.sent
    stated = here.start <= noun.i < here.end
    basis = Basis.STATED if stated else Basis.CARRIED
    told.participants.append(ParticipantMention(ACTOR, excerpt, actors.name_of(actor), actor, basis=basis))


# ---------------------------------------------------------------- owning up


def _claims(setting: Setting) -> Iterator[tuple[Token, Token]]:
    """`The Taliban claimed responsibility`: the noun of the claim, and who makes it."""
    claiming = _words()["claims"]
    nouns, verbs = claiming["nouns"].split(), claiming["verbs"].split()
    for token in setting.doc:
        if token.lemma_.lower() not in nouns or token.dep_ != "dobj" or token.head.lemma_.lower() not in verbs:
            continue
        verb = token.head
        subject = subject_token(verb)
        denied = any(child.dep_ == "neg" for child in verb.lefts) or any(word.lower_ == "no" for word in token.lefts)
        if subject is not None and not denied and not _is_nobody(subject):
            yield token, subject


def _is_nobody(subject: Token) -> bool:
    first = subject.doc[subject.left_edge.i]
    return first.lower_ in ("no", "nobody", "none", "neither", "nothing")


def _claimed(happenings: list[Happening], claim: Token) -> Happening | None:
    """The attack that a claim is about: the one named behind it, else the last one told before it."""
    attacks = [each for each in happenings if each.type is EventType.ASSAULT]
    named = {word.i for word in claim.subtree}
    for happening in attacks:
        if any(told.trigger.token.i in named for told in happening.parts):
            return happening
    before = [
        (told.trigger.token.i, happening)
        for happening in attacks
        for told in happening.parts
        if told.trigger.token.i < claim.i
    ]
    return max(before, key=lambda one: one[0])[1] if before else (attacks[0] if attacks else None)


# ---------------------------------------------------------------- offices and sides


def _only_one(setting: Setting, nouns: list[str], sentence: int | None) -> Token | None:
    """The first noun of a kind that the article has, where all of them mean one actor.

    With `sentence` only one that does something beside it: police who are blamed elsewhere have arrested nobody.
    """
    actors = setting.notes.actors_known
    found: list[Token] = []
    known: set[int | None] = set()
    for token in setting.doc:
        if token.lemma_.lower() in nouns and token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "poss"):
            if sentence is not None and not _acts_near(setting, token, sentence):
                continue
            found.append(token)
            known.add(actors.find(token))
    return found[0] if found and len(known - {None}) <= 1 else None


def _acts_near(setting: Setting, noun: Token, sentence: int) -> bool:
    return noun.dep_ in ("nsubj", "pobj") and abs(setting.sentence_number(noun) - sentence) <= NEAR


def _give_side(happenings: list[Happening], happening: Happening) -> None:
    """`Iran struck a base with missiles. A missile hit a school.`"""
    first = _first(happening)
    own = weapons(first.trigger.token)
    if not own:
        return
    for other in reversed(happenings):
        told = _first(other)
        back = first.sentence - told.sentence
        if other is happening or other.type is not EventType.ASSAULT or not 0 <= back <= NEAR:
            continue
        doers = [p for p in told.participants if p.role is ACTOR]
        if doers and own & weapons(told.trigger.token) and told.trigger.token.i < first.trigger.token.i:
            first.participants.extend(
                ParticipantMention(ACTOR, p.excerpt, p.name, p.actor, basis=Basis.CARRIED) for p in doers
            )
            return
