"""Who did it and to whom: the nouns around a trigger, by their place in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.nouns import subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers import Trigger
from dateline.extraction.events.words import is_person_noun
from schema.mentions import ParticipantMention
from schema.vocabulary import EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[ParticipantRole, "Token", bool]
"""A role, the noun that has it, and whether it is only inferred from a word beside it (`Russian missiles`)."""

ACTOR, RECIPIENT, VICTIM = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT, ParticipantRole.VICTIM
TOWARDS = frozenset({"against", "with", "on", "for", "to", "from"})
NOUN_TOWARDS = frozenset({"against", "with", "on", "between", "of", "among"})
BYSTANDING = frozenset("report condemn see investigate describe survive witness suffer".split())
"""Verbs whose subject does not do the event that is their object."""
FORCEFUL = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
DOERLESS = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.ELECTION})
TRANSITIVE = frozenset({"arrest", "charge", "convict", "sentence", "deport", "abduct"})
"""Modes whose verbs need an object: without one, the subject is it."""
MOST_CONJUNCTS = 4


def find_participants(setting: Setting, trigger: Trigger) -> Iterator[ParticipantMention]:
    """All participants of one trigger, each once in a role."""
    found = _of_verb(setting, trigger) if trigger.token.pos_ == "VERB" else _of_noun(setting, trigger)
    seen: set[tuple[ParticipantRole, int | str]] = set()
    for role, noun, inferred in found:
        for part in [noun, *(word for word in noun.conjuncts if word.pos_ in ("NOUN", "PROPN"))][:MOST_CONJUNCTS]:
            participant = _participant(setting, (role, part, inferred), by_force=trigger.type in FORCEFUL)
            if participant is None:
                continue
            key = (role, participant.actor if participant.actor is not None else part.lower_)
            if key not in seen:
                seen.add(key)
                yield participant


def _participant(setting: Setting, found: Found, *, by_force: bool) -> ParticipantMention | None:
    role, noun, inferred = found
    actors = setting.notes.actors_known
    owner, is_weapon = actors.owner(noun), noun.lower_ in actor_words().weapons
    if role is ACTOR and owner is not None and (inferred or is_weapon):
        return _owner(setting, noun, owner, by_force=by_force or is_weapon)
    actor = actors.obtain(noun)
    if actor is None and not _is_nameless_victim(role, noun):
        return None
    start, end = actors.phrase(noun)
    first, last = setting.doc[start], setting.doc[end - 1]
    excerpt = setting.notes.cut(first.idx, last.idx + len(last))
    name = actors.name_of(actor) if actor is not None else " ".join(excerpt.text.split())
    return ParticipantMention(role, excerpt, name, actor, inferred)


def _owner(setting: Setting, noun: Token, country: str, *, by_force: bool) -> ParticipantMention | None:
    """`Russian missiles hit`: Russia's forces did; of a `Russian offer`, Russia is the doer."""
    actors = setting.notes.actors_known
    actor = actors.forces(country) if by_force else actors.country(country)
    if actor is None:
        return None
    excerpt = setting.notes.cut(noun.left_edge.idx, noun.idx + len(noun))
    return ParticipantMention(ACTOR, excerpt, actors.name_of(actor), actor, inferred=True)


def _is_nameless_victim(role: ParticipantRole, noun: Token) -> bool:
    """Victims count without a name: `six people`, `16 others`."""
    return role is VICTIM and (is_person_noun(noun) or (noun.pos_ == "NUM" and noun.ent_type_ in ("CARDINAL", "")))


# ---------------------------------------------------------------- around a verb


def _of_verb(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    verb, rule = trigger.token, trigger.rule
    subject = subject_token(verb)
    if rule.harm == "died" or (rule.harm and verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl")):
        agent = any(child.dep_ == "agent" for child in verb.children)
        if subject is not None:
            yield ACTOR if agent else VICTIM, subject, False
        return
    if _is_short_passive(trigger):
        yield VICTIM if rule.harm else RECIPIENT, next(c for c in verb.lefts if c.dep_ == "nsubj"), False
        return
    if rule.suffered:
        yield from _of_suffering(setting, verb, subject)
        return
    if subject is not None and subject.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        yield from _doer(setting, subject)
    yield from _below_verb(setting, verb, VICTIM if rule.harm or rule.mode == "abduct" else RECIPIENT)


def _is_short_passive(trigger: Trigger) -> bool:
    """`Former inspector jailed for bribes`: headlines leave out the auxiliary."""
    verb, rule = trigger.token, trigger.rule
    dependents = {child.dep_ for child in verb.children}
    if "nsubj" not in dependents or dependents & {"aux", "auxpass", "dobj", "agent", "ccomp", "xcomp"}:
        return False
    return verb.tag_ == "VBN" or (
        verb.tag_ == "VBD" and (rule.harm in ("killed", "injured") or rule.mode in TRANSITIVE)
    )


def _below_verb(setting: Setting, verb: Token, target: ParticipantRole) -> Iterator[Found]:
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "dative"):
            yield target, child, False
        elif child.dep_ == "prep" and child.lower_ in TOWARDS:
            nouns = (pobj for pobj in child.children if pobj.dep_ == "pobj" and _acts(setting, pobj))
            yield from ((RECIPIENT, noun, False) for noun in nouns)


def _of_suffering(setting: Setting, verb: Token, subject: Token | None) -> Iterator[Found]:
    """`troops came under Ukrainian fire`: the subject is hit, the words before the noun tell by whom."""
    if subject is not None:
        yield RECIPIENT, subject, False
    for child in verb.children:
        if child.dep_ == "prep":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from _behind(setting, noun)


def _doer(setting: Setting, subject: Token) -> Iterator[Found]:
    """The subject, or whoever stands behind it where it is a weapon or an attack."""
    if subject.lower_ not in actor_words().weapons:
        yield ACTOR, subject, False
        return
    yield from _behind(setting, subject)


# ---------------------------------------------------------------- around a noun


def _of_noun(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    noun = trigger.token
    if trigger.type not in DOERLESS:
        yield from _behind(setting, noun)
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in NOUN_TOWARDS:
                yield from _beside_noun(setting, trigger, child)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ not in BYSTANDING:
        subject = subject_token(noun.head)
        if subject is not None:
            yield ACTOR, subject, False


def _beside_noun(setting: Setting, trigger: Trigger, preposition: Token) -> Iterator[Found]:
    """Who stands after a preposition: `talks between`, `the attack on`, `the killing of`."""
    word = preposition.lower_
    if word == "of" and trigger.type is EventType.CONSULT:
        return
    for noun in preposition.children:
        if noun.dep_ != "pobj" or not _acts(setting, noun):
            continue
        if word in ("between", "among"):
            yield ACTOR, noun, False
        elif trigger.rule.harm or (word == "of" and trigger.type is EventType.ASSAULT and is_person_noun(noun)):
            yield VICTIM, noun, False
        else:
            yield RECIPIENT, noun, False


def _behind(setting: Setting, noun: Token) -> Iterator[Found]:
    """Who does what a noun names: `Russia's attack`, `an attack by rebels`, `shelling blamed on`."""
    owned = setting.notes.actors_known.owner(noun) is not None
    if owned:
        yield ACTOR, noun, True
    for child in noun.children:
        if child.dep_ == "poss" and not owned:
            yield ACTOR, child, False
        elif child.dep_ in ("prep", "agent") and child.lower_ == "by":
            yield from ((ACTOR, pobj, False) for pobj in child.children if pobj.dep_ == "pobj")
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            agents = (pobj for agent in child.children if agent.dep_ == "agent" for pobj in agent.children)
            yield from ((ACTOR, pobj, False) for pobj in agents)


def _acts(setting: Setting, noun: Token) -> bool:
    """Whether a noun means somebody: a mere place does not, a country does after `against` or `with`."""
    index = setting.place_by_token.get(noun.i)
    if index is None or setting.notes.places[index].metonym:
        return True
    place = setting.notes.places[index].place
    return place is not None and place.kind is LocationKind.COUNTRY and noun.head.lower_ in ("against", "with")
