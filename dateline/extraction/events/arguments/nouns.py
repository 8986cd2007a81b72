"""What a noun means as one who takes part: somebody without a name, a weapon and who uses it, or only where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.behind import BLAMING, bears_arms, is_event_noun
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import context_words, is_person_noun, is_plainly_people, is_somebody
from schema.vocabulary import ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTOR, RECIPIENT, VICTIM = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT, ParticipantRole.VICTIM
AT_PLACE = frozenset({"in", "at", "near", "from", "of", "to", "on"})
COLLECTIVES = frozenset("group number handful majority dozen score hundred thousand ten crowd gang pair couple".split())
"""Words for several people that do not say what they are."""


def members(noun: Token) -> Token | None:
    """`a group of diplomats`, `hundreds of hostages`: the people."""
    if noun.lemma_.lower() not in COLLECTIVES or noun.pos_ != "NOUN":
        return None
    of = (child for child in noun.rights if child.lower_ == "of")
    people = (pobj for child in of for pobj in child.children if pobj.dep_ == "pobj" and pobj.tag_ in ("NNS", "NNPS"))
    return next((pobj for pobj in people if is_person_noun(pobj)), None)


def crew(setting: Setting, noun: Token) -> Token:
    """Of `U.N. helicopters` and `Israeli army bulldozers` those who use them: a weapon does nothing itself.

    The passengers of a train do not drive it.
    """
    if not (is_weapon(noun) or noun.lemma_.lower() in context_words().vehicles):
        return noun
    users = (child for child in noun.lefts if child.dep_ in ("compound", "nmod") and child.ent_type_ != "GPE")
    return next((child for child in users if bears_arms(child) or _is_named(setting, child)), noun)


def _is_named(setting: Setting, word: Token) -> bool:
    return word.pos_ == "PROPN" and setting.notes.actors_known.obtain(word) is not None


def is_weapon(noun: Token) -> bool:
    """Whether a noun, or a name that ends with it, means a weapon: `Roadside IED`."""
    return noun.lower_ in actor_words().weapons or noun.lemma_.lower() in context_words().weapons_told


def is_craft(noun: Token) -> bool:
    """A ship or an aircraft: `a Chinese ship fired water cannon`."""
    return noun.lemma_.lower() in argument_words("causes", "crafts")


def is_condition(noun: Token) -> bool:
    """`a state of emergency`: no country."""
    if noun.lower_ != "state":
        return False
    return any(child.lower_ == "of" and any(pobj.pos_ == "NOUN" for pobj in child.children) for child in noun.rights)


def is_mere_place(setting: Setting, noun: Token) -> bool:
    """Whether a name only says where: `an attack in Spain which killed`."""
    index = setting.place_by_token.get(noun.i)
    if index is None or setting.notes.places[index].metonym:
        return False
    while noun.dep_ == "conj":  # `Fiji and Australia signed`: as the first of them
        noun = noun.head
    if noun.head.head.lemma_ in BLAMING:
        return False  # `an attack blamed on Ukraine`
    return noun.dep_ in ("appos", "npadvmod") or noun.head.lower_ in AT_PLACE


def is_nameless(setting: Setting, role: ParticipantRole, noun: Token) -> bool:
    """People count without a name: `six people`, `16 others`, `a gunman`, `a 17-year-old`."""
    if noun.lower_ == "old" and is_plainly_people(noun):
        return True
    if noun.pos_ == "NUM" and noun.ent_type_ in ("CARDINAL", ""):
        among = counted_among(noun)  # a bare number is a toll, and nobody
        return among is not None and (role is not ACTOR or is_person_noun(among))
    if noun.lower_ in argument_words("numbers", "vague"):
        if role is ACTOR and noun.dep_ == "nsubj" and noun.tag_ == "NNS" and not any(True for _ in noun.rights):
            return True  # `thousands rallied`
        among = counted_among(noun)  # `dozens died`, `fired dozens of rounds`
        if among is not None and among.lemma_.lower() in argument_words("things", "struck"):
            return False  # `hundreds of houses`
        return among is not None and (among.pos_ == "PRON" or is_person_noun(among) or is_somebody(among))
    if role is VICTIM and is_person_noun(noun):
        return True
    if role is not VICTIM and _are_several_bodies(noun):
        return True
    if noun.lower_ in context_words().vehicles:
        return False  # `the tram killed six`, which the model may take for a name
    if noun.pos_ == "PROPN" and noun.i not in setting.place_by_token:
        named = ("PERSON", "ORG", "NORP") if role is RECIPIENT else ("", "PERSON", "ORG", "NORP")
        return noun.ent_type_ in named and not is_event_noun(noun)
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i in setting.place_by_token:
        return False
    return is_somebody(noun) or (role is ACTOR and noun.tag_ == "NNS" and noun.dep_ == "nsubj" and is_person_noun(noun))


def _are_several_bodies(noun: Token) -> bool:
    """`many countries`, `allies`."""
    if noun.tag_ == "NNS" and noun.lemma_ in argument_words("bodies", "related"):
        return True
    if noun.tag_ != "NNS" or noun.lemma_ not in argument_words("bodies", "many"):
        return False
    return any(child.lower_ in argument_words("bodies", "several") for child in noun.lefts)


def counted_among(number: Token) -> Token | None:
    """`two of its staff`, `three of them`: those of whom they are some."""
    of = (child for child in number.rights if child.lower_ == "of")
    return next((pobj for child in of for pobj in child.children if pobj.dep_ == "pobj"), None)
