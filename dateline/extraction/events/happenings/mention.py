"""What one mention tells by its own words: its weapon, whether it is another one, an answer, a sum or an update."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.extraction.events.arguments.earlier import COUNTED
from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.arguments.when import is_over_time, is_since, tells_long_time
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import context_words
from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import DatePrecision, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDINALS = frozenset({"second", "third", "fourth", "fifth"})
ANSWERS = frozenset({"response", "retaliation", "reprisal", "revenge"})
NEW = frozenset({"a", "an", "another"})
COMING = frozenset({"come", "follow", "happen", "occur"})
SIZE_REACH = 6
"""Words between a quake and its magnitude."""
LONG_TIME = 45
"""Days: a number of dead over more than this is a sum of many happenings."""


@dataclass(frozen=True, slots=True)
class WeaponWords:
    """What attacks are made with, and the words that tell one attack from another."""

    kinds: dict[str, str]
    attributes: frozenset[str]
    updating: frozenset[str]
    starts: tuple[tuple[str, ...], ...]
    others: frozenset[str]
    summing: frozenset[str]
    answering: frozenset[str]


@cache
def weapon_words() -> WeaponWords:
    """The lexicon, read once."""
    lexicon: dict[str, Any] = load_lexicon("weapons")
    anew = lexicon["anew"]
    return WeaponWords(
        {word: kind for kind, words in lexicon["kinds"].items() for word in words.split()},
        frozenset(lexicon["attributes"]["words"].split()),
        frozenset(lexicon["updating"]["words"].split()),
        tuple(tuple(start.split()) for start in anew["starts"]),
        frozenset(anew["others"].split()),
        frozenset(anew["summing"].split()),
        frozenset(anew["answering"].split()),
    )


def starts_anew(token: Token) -> bool:
    """Whether a mention's sentence begins with a word for another happening."""
    first = tuple(word.lower_ for word in token.sent[:4] if not word.is_space)
    return any(first[: len(start)] == start for start in weapon_words().starts)


def is_another(token: Token) -> bool:
    """`another attack`, `similar attacks`, `a second bomber`, `the other man killed`: not one that was told before."""
    if told_from_before(token) is not None:
        return True
    others = context_words().others
    size = (word for child in token.rights if child.lower_ == "of" for pobj in child.children for word in pobj.lefts)
    if any(word.lower_ in others for word in (*token.lefts, *size)):
        return True
    if token.tag_ == "NN" and any(word.lower_ in ORDINALS for word in token.lefts):
        return True
    return any(_is_one_more(noun) for noun in nouns_of(token))


def told_from_before(token: Token) -> Token | None:
    """The clause below which another one is told, of before: `The bombing came days after a blast killed 14`."""
    clause = next((at for at in (token, *islice(token.ancestors, 2)) if _is_after(at)), None)
    if clause is None:
        return None
    after = next((child for child in clause.lefts if child.dep_ == "mark"), clause.head)
    governor = clause.head if clause.dep_ == "advcl" else after.head
    if not (governor.lemma_ in COMING or _is_new(token) or _is_new(clause)):
        return None
    before = (*after.lefts, *clause.lefts, *governor.children)
    counted = any(word.lemma_.lower() in COUNTED and after.i - 3 < word.i < after.i for word in before)
    return clause if counted else None


def _is_new(token: Token) -> bool:
    """`a blast killed 14`, `another Canadian was arrested`."""
    suffering = (child for child in token.children if child.dep_ == "nsubjpass")
    return brings_in_new(token) or any(word.lower_ in NEW for noun in suffering for word in noun.lefts)


def _is_after(word: Token) -> bool:
    """Whether a word stands below `after`: `after a blast killed 14`, `after a blast`."""
    if word.dep_ in ("pobj", "pcomp"):
        return word.head.lower_ == "after"
    return word.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "after" for child in word.lefts)


def nouns_of(token: Token) -> Iterator[Token]:
    """Who or what does what a verb tells or suffers it, and the noun that its clause tells more of."""
    yield from (child for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
    if token.dep_ in ("acl", "relcl"):
        yield token.head


def _is_one_more(noun: Token) -> bool:
    if noun.lower_ == "others" and noun.dep_ in ("nsubj", "nsubjpass"):
        return any(child.dep_ in ("nummod", "amod") for child in noun.lefts)
    words = weapon_words().others | ({"other"} if any(word.lower_ == "the" for word in noun.lefts) else set())
    return noun.tag_ in ("NN", "NNP") and any(word.lower_ in words for word in noun.lefts)


def is_answer(token: Token) -> bool:
    """`retaliated by firing shells`, `in response, troops shelled`: it answers what was told before."""
    words = weapon_words().answering
    above = (token, *(at for at in islice(token.ancestors, 2) if token.dep_ in ("pcomp", "advcl", "xcomp", "prep")))
    if any(at.lemma_.lower() in words for at in above):
        return True
    return token.pos_ == "VERB" and any(
        child.lower_ in ("in", "by", "as")
        and child.dep_ == "prep"
        and any(pobj.lemma_.lower() in ANSWERS for pobj in child.children)
        for child in token.children
    )


def sizes(token: Token) -> frozenset[str]:
    """The magnitude in a mention of a quake: `6.3`."""
    near = (
        word for at in (token, *token.children) for word in (at, *at.children) if abs(word.i - token.i) <= SIZE_REACH
    )
    found = {word for at in near if at.lower_ == "magnitude" for word in (at, *at.children, *at.head.children)}
    return frozenset(word.text for word in found if word.like_num and "." in word.text)


def brings_in_new(token: Token) -> bool:
    """`a bomb exploded`, `a suicide attack`: an indefinite word tells something for the first time."""
    nouns = [token] if token.pos_ == "NOUN" else [c for c in token.children if c.dep_ in ("nsubj", "agent")]
    nouns += [pobj for noun in nouns if noun.dep_ == "agent" for pobj in noun.children]
    return any(child.lower_ in ("a", "an", "another") and child.dep_ == "det" for noun in nouns for child in noun.lefts)


def is_summary(token: Token) -> bool:
    """`two separate attacks`, `a series of blasts`: several happenings told at once."""
    if token.tag_ == "NNS" and any(child.dep_ == "nummod" and child.lower_ != "one" for child in token.lefts):
        return True
    of = token.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    return of is not None and token.tag_ == "NNS" and of.head.lemma_.lower() in weapon_words().summing


def is_update(token: Token) -> bool:
    """Whether a mention's clause gives a newer number: `the toll rose to 17`."""
    words = weapon_words().updating
    near = (token, token.head, *token.children, *token.head.children)
    return any(word.lemma_.lower() in words for word in near)


def is_over_long_time(setting: Setting, told: Told) -> bool:
    """Whether its words tell a time in which much may happen: `since June`, `over the past ten days`."""
    when, token = told.when, told.trigger.token
    return is_since(setting, when) or is_over_time(when) or setting.remember(tells_long_time, token.i, setting, token)


def is_of_long_time(setting: Setting, told: Told) -> bool:
    """Whether it sums up many happenings: `400 people killed since June`."""
    when = told.when
    if is_over_long_time(setting, told):
        return True
    if when.earliest is None or when.latest is None:
        return when.precision is DatePrecision.APPROXIMATE
    return (when.latest - when.earliest).days > LONG_TIME


def weapons(token: Token) -> frozenset[str]:
    """The kinds of weapon in a mention: its own word, its subject and agent, and what stands before them."""
    return frozenset(_weapon_kinds(token))


def _weapon_kinds(token: Token) -> Iterator[str]:
    kinds = weapon_words().kinds
    for word in _weapon_phrase(token):
        for form in (word.lemma_.lower(), word.lower_):
            if form in kinds:
                yield kinds[form]


def attributes(token: Token) -> frozenset[str]:
    """`car`, `truck`, `suicide`: what tells one bomb from another."""
    words = weapon_words().attributes
    return frozenset(word.lower_ for word in _weapon_phrase(token) if word.lower_ in words)


def _weapon_phrase(token: Token) -> Iterator[Token]:
    yield token
    yield from (child for child in token.lefts if child.dep_ in ("compound", "amod", "nmod"))
    for child in token.children:
        if child.dep_ in ("nsubj", "dobj", "nsubjpass"):
            yield from _compound(child)
        elif child.dep_ in ("agent", "prep") and child.lower_ in ("by", "in", "with", "from"):
            for pobj in child.children:
                yield from _compound(pobj)


def _compound(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod"))


def people(told: Told, roles: tuple[ParticipantRole, ...]) -> frozenset[int | str]:
    """Who takes part in some roles: actors by number, nameless people by their last word."""
    found = (p for p in told.participants if p.role in roles)
    return frozenset(p.actor if p.actor is not None else p.name.lower().rsplit(None, 1)[-1] for p in found)


def named(told: Told, roles: tuple[ParticipantRole, ...]) -> frozenset[int]:
    """The actors with a name of their own that take part in some roles."""
    found = (p for p in told.participants if p.role in roles and p.actor is not None)
    return frozenset(p.actor for p in found if p.actor is not None and p.name.rsplit(None, 1)[-1][:1].isupper())
