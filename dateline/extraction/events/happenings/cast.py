"""Who did it, where the article tells so elsewhere: who owns up to an attack, the court of a verdict, whose troops.

So whose deed it is that somebody condemns or rejects: `criticised the verdict`, the court's.

What is taken from another sentence is marked as carried, and its evidence is the words that it was taken from.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.clauses import dependents, obliques, subject_token
from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.happenings.mention import is_another, weapons
from dateline.extraction.events.happenings.nearby import Nearby
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import is_somebody
from dateline.extraction.lexicon import load_lexicon
from schema.mentions import ParticipantMention
from schema.vocabulary import ActorKind, Basis, EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTOR, RECIPIENT = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT
JUDGING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
"""Types of words that are said of a deed, and so of who did it."""
NEAR = 3
"""Sentences over which a side goes on striking with one kind of weapon."""


@cache
def _words() -> dict[str, Any]:
    return load_lexicon("cast")


def give_doers(setting: Setting, happenings: list[Happening]) -> None:
    """Adds to each happening without a doer, and to each judgement of one, those that the article tells elsewhere."""
    known = Nearby(happenings)
    for claim, owner in _claims(setting, happenings):
        target = _claimed(known.near(claim.i), claim)
        if target is not None:
            _add(setting, target, owner)
    for blame, blamed in _blames(setting):
        target = _claimed(known.near(blame.i), blame, near=setting.sentence_number(blame))
        if target is not None and not _has_doer(target):
            _add(setting, target, blamed)
    for happening in happenings:
        if not _has_doer(happening):
            _give(setting, known.near(_first(happening).trigger.token.i), happening)
    for happening in happenings:
        if happening.type in JUDGING:
            _give_judged(known.near(_first(happening).trigger.token.i), happening)


def _give(setting: Setting, happenings: list[Happening], happening: Happening) -> None:
    modes = happening.modes()
    for entry in _words()["office"]:
        if happening.type.value == entry["type"] and (not entry["modes"] or modes & set(entry["modes"].split())):
            near = (_first(happening).sentence, entry["beside"].split()) if entry["beside"] else None
            _add(setting, happening, _only_one(setting, entry["nouns"].split(), near))
            return
    if happening.type is EventType.ASSAULT:
        _give_side(happenings, happening)


def _has_doer(happening: Happening) -> bool:
    return any(True for _ in _doers(happening))


def _doers(happening: Happening) -> Iterator[ParticipantMention]:
    return (p for told in happening.parts for p in told.participants if p.role is ACTOR)


def _first(happening: Happening) -> Told:
    return next((told for told in happening.parts if not told.trigger.echo), happening.parts[0])


def _add(setting: Setting, happening: Happening, noun: Token | None) -> None:
    """Makes a noun of the article a doer of a happening."""
    if noun is None:
        return
    actors = setting.notes.actors_known
    actor = actors.obtain(noun)
    if actor is None and not (is_somebody(noun) or noun.pos_ == "PROPN"):
        return
    if actor is not None:
        actor = actors.body_of(actor) or actor
    told = _first(happening)
    if actor is not None and any(p.actor == actor for part in happening.parts for p in part.participants):
        return
    start, end = actors.phrase(noun)
    excerpt = setting.cut(start, end)
    here = told.trigger.token.sent
    stated = here.start <= noun.i < here.end
    basis = Basis.STATED if stated else Basis.CARRIED
    name = actors.name_of(actor) if actor is not None else " ".join(excerpt.text.split())
    told.participants.append(ParticipantMention(ACTOR, excerpt, name, actor, basis=basis))


# ---------------------------------------------------------------- owning up


def _claims(setting: Setting, happenings: list[Happening]) -> Iterator[tuple[Token, Token]]:
    """`The Taliban claimed responsibility`, `a gang claimed the attack`: the noun of the claim, and who makes it."""
    claiming = _words()["claims"]
    nouns, verbs = claiming["nouns"].split(), claiming["verbs"].split()
    attacks = {told.trigger.token.i for each in happenings if each.type is EventType.ASSAULT for told in each.parts}
    for token in setting.doc:
        if (owner := _who_is_behind(token)) is not None and token.i in attacks:
            yield token, owner
        if token.dep_ != "dobj" or token.head.lemma_.lower() not in verbs:
            continue
        if token.lemma_.lower() not in nouns and (token.head.lemma_ != "claim" or token.i not in attacks):
            continue
        verb = token.head
        subject = subject_token(verb)
        denied = any(child.dep_ == "neg" for child in verb.lefts) or any(word.lower_ == "no" for word in token.lefts)
        if subject is not None and not denied and not _is_nobody(subject):
            yield token, subject


def _who_is_behind(noun: Token) -> Token | None:
    """`The group said it was behind the attack`."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "behind" or noun.head.head.lemma_ != "be":
        return None
    verb = noun.head.head
    if _is_unreal(verb):
        return None
    return subject_token(verb)


def _is_unreal(verb: Token) -> bool:
    """`did not blame`, `may be behind`."""
    return any(child.dep_ in ("neg", "aux") and child.lemma_ not in ("have", "be") for child in verb.lefts)


def _blames(setting: Setting) -> Iterator[tuple[Token, Token]]:
    """`Police blamed dissident guerrillas`: the verb, and the body or side that is blamed; never a single person."""
    actors = setting.notes.actors_known
    for verb in setting.doc:
        if verb.lemma_.lower() != _words()["claims"]["blaming"] or verb.pos_ != "VERB" or verb.dep_ == "xcomp":
            continue
        if _is_unreal(verb):
            continue
        for noun in dependents(verb, "obj", "nsubj:pass"):
            actor = actors.obtain(noun) if noun.pos_ in ("NOUN", "PROPN") else None
            if actor is not None and actors.kind_of(actor) is not ActorKind.PERSON and _is_named_or_people(noun):
                yield verb, noun


def _is_named_or_people(noun: Token) -> bool:
    """Whether a noun is a name or means people."""
    return noun.pos_ == "PROPN" or is_somebody(noun)


def _is_nobody(subject: Token) -> bool:
    first = subject.doc[subject.left_edge.i]
    return first.lower_ in ("no", "nobody", "none", "neither", "nothing")


def _claimed(happenings: list[Happening], claim: Token, near: int | None = None) -> Happening | None:
    """The attack that a claim is about: the one named behind it, else the last one told before it.

    With `near`, the number of a sentence, only one told shortly before, and none where another deed is named.
    """
    attacks = [each for each in happenings if each.type is EventType.ASSAULT]
    named = {word.i for word in (claim.subtree if near is None else obliques(claim, "for"))}
    for happening in attacks:
        if any(told.trigger.token.i in named for told in happening.parts):
            return happening
    if near is not None:
        if any(word.lower_ == "for" for word in claim.rights):
            return None
        attacks = [each for each in attacks if any(0 <= near - told.sentence <= 1 for told in each.parts)]
    before = [
        (told.trigger.token.i, happening)
        for happening in attacks
        for told in happening.parts
        if told.trigger.token.i < claim.i
    ]
    return max(before, key=lambda one: one[0])[1] if before else (attacks[0] if attacks else None)


# ---------------------------------------------------------------- offices and sides


def _only_one(setting: Setting, nouns: list[str], near: tuple[int, list[str]] | None) -> Token | None:
    """The first noun of a kind that the article has, where all of them mean one actor; a court of appeal left out.

    With `near`, a sentence and relations, only one that stands so beside it: police who are blamed elsewhere have
    arrested nobody.
    """
    actors = setting.notes.actors_known
    found: list[tuple[Token, int | None]] = []
    for token in sorted((token for noun in set(nouns) for token in setting.nouns.get(noun, ())), key=lambda one: one.i):
        if near is None or _is_near(setting, token, *near):
            found.append((token, actors.find(token)))
    if len({actor for _, actor in found} - {None}) > 1:
        found = [(token, actor) for token, actor in found if not _judges_again(token)]
    return found[0][0] if found and len({actor for _, actor in found} - {None}) <= 1 else None


def _judges_again(court: Token) -> bool:
    again = _words()["rulings"]["courts"].split()
    return any(word.lower_ in again for word in court.subtree if abs(word.i - court.i) <= NEAR)


def _is_near(setting: Setting, noun: Token, sentence: int, relations: list[str]) -> bool:
    return noun.dep_ in relations and abs(setting.sentence_number(noun) - sentence) <= NEAR


# ---------------------------------------------------------------- whose deed is judged


def _give_judged(happenings: list[Happening], happening: Happening) -> None:
    """`criticised the visit`, `called the verdict shameful`: it is said of who does it."""
    told = _first(happening)
    if told.trigger.token.pos_ != "VERB" and told.trigger.token.dep_ != "dobj":
        return
    if any(p.role is not ACTOR and p.actor is not None for part in happening.parts for p in part.participants):
        return
    target = _judged(happenings, happening, told.trigger.token)
    own = {p.actor for p in _doers(happening)}
    for doer in _doers(target) if target is not None else ():
        if doer.actor not in own or doer.actor is None:
            basis = Basis.STATED if doer.excerpt.start >= told.trigger.token.sent.start_char else Basis.CARRIED
            told.participants.append(ParticipantMention(RECIPIENT, doer.excerpt, doer.name, doer.actor, basis=basis))


def _judged(happenings: list[Happening], happening: Happening, word: Token) -> Happening | None:
    """The happening that the object of a word of praise or blame names."""
    others = [each for each in happenings if each is not happening]
    for noun in _objects_of(word):
        for other in others:
            if any(told.trigger.token.i == noun.i for told in other.parts):
                return other
        if noun.lemma_.lower() not in _words()["rulings"]["nouns"].split() and noun.lower_ != "ruling":
            continue
        legal = (each for each in others if each.type is EventType.LEGAL and _has_doer(each))
        before = [each for each in legal if _first(each).trigger.token.i < noun.i]
        if before:
            return max(before, key=lambda each: _first(each).trigger.token.i)
    return None


def _objects_of(word: Token) -> Iterator[Token]:
    """What is judged: `criticised the visit`, `voiced anger at that ruling`."""
    nouns = [noun for noun in word.children if noun.dep_ in ("dobj", "oprd", "nsubjpass")]
    deep = [noun for each in (word, *nouns) for noun in obliques(each, "to", "with", "at", "over", "against", "about")]
    for noun in (*nouns, *deep):
        if any(child.lower_ in ("the", "that", "this") for child in noun.lefts):
            yield noun


def _give_side(happenings: list[Happening], happening: Happening) -> None:
    """`Iran struck a base with missiles. A missile hit a school.`"""
    first = _first(happening)
    own = weapons(first.trigger.token)
    if not own or is_another(first.trigger.token):
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
