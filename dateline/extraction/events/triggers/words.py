"""The lexicon of what stands around triggers, in the form that the code asks it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import ActorSector

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_PEOPLE = frozenset({ActorSector.CVL, ActorSector.MIL, ActorSector.REB, ActorSector.COP, ActorSector.CRM})
"""Sectors whose group nouns mean people; those of others may mean a body (`bank`, `ministry`)."""
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee", "person", "men", "women")


@dataclass(frozen=True, slots=True)
class ContextWords:
    """All word lists, lower case; names of types as they are written in `EventType`."""

    lists: dict[str, frozenset[str]]
    hard: frozenset[str]
    light: frozenset[str]
    soft: frozenset[str]
    echoes: frozenset[str]
    others: frozenset[str]
    doing: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    """Nouns that end like those of people and mean none: `power`, `restaurant`."""
    animals: frozenset[str]
    targets: frozenset[str]
    sites: frozenset[str]
    ways: frozenset[str]
    vehicles: frozenset[str]
    origins: frozenset[str]
    papers: frozenset[str]
    """What is signed or published where somebody is."""
    bombs: frozenset[str]
    weather: frozenset[str]
    recurring: frozenset[str]
    outings: frozenset[str]
    loads: frozenset[str]
    """What makes a vehicle that carries it a bomb."""
    bomb_trades: frozenset[str]
    mobs: frozenset[str]
    armed: frozenset[str]
    rebels: frozenset[str]
    security: frozenset[str]
    posts: frozenset[str]
    peacefully: frozenset[str]
    weapons_told: dict[str, str]
    """By the name of a weapon the ACLED type of an attack with it."""
    habitual: frozenset[str]
    intransitive: frozenset[str]
    gatherings: dict[str, frozenset[str]]
    """Verbs, purposes, signs and what is signed with, of people who gather in public."""
    trades: frozenset[str]
    collectives: frozenset[str]
    clergy: frozenset[str]
    reporters: frozenset[str]
    telling: frozenset[str]
    plural: frozenset[str]
    plans: frozenset[str]
    lifting: frozenset[str]
    charging: frozenset[str]
    blaming: frozenset[str]
    remarking: frozenset[str]
    no_events: frozenset[str]
    judgements: dict[str, frozenset[str]]
    """By type the words with which somebody blames or praises: `it was shameful`."""
    figures: dict[str, frozenset[str]]
    """By noun of a happening what stands after its `of` where it is a figure of speech."""
    idioms: dict[str, frozenset[str]]
    """By verb the objects and particles with which it tells no event."""

    def has(self, name: str, word: str) -> bool:
        """Whether a list of the `status` table has a word."""
        return word in self.lists[name]


@cache
def context_words() -> ContextWords:
    """The lexicon, read once."""
    lexicon = load_lexicon("event_context")
    nouns, bombs = lexicon["nouns"], lexicon["bombs"]
    return ContextWords(
        lists={name: frozenset(words.split()) for name, words in lexicon["status"].items()},
        hard=frozenset(nouns["hard"].split()),
        light=frozenset(nouns["light"].split()),
        soft=frozenset(lexicon["soft"]["types"].split()),
        echoes=frozenset(nouns["echoes"].split()),
        doing=frozenset(nouns["doing"].split()),
        others=frozenset(nouns["others"].split()),
        people=frozenset(lexicon["people"]["nouns"].split()),
        things=frozenset(lexicon["people"]["things"].split()),
        vehicles=frozenset(lexicon["vehicles"]["nouns"].split()),
        animals=frozenset(lexicon["animals"]["nouns"].split()),
        targets=frozenset(lexicon["targets"]["nouns"].split()),
        sites=frozenset(lexicon["sites"]["nouns"].split()),
        bombs=frozenset(bombs["words"].split()),
        outings=frozenset(lexicon["outings"]["nouns"].split()),
        weather=frozenset(lexicon["weather"]["words"].split()),
        loads=frozenset(bombs["loads"].split()),
        gatherings={name: frozenset(words.split()) for name, words in lexicon["gatherings"].items()},
        trades=frozenset(lexicon["trades"]["nouns"].split()),
        bomb_trades=frozenset(bombs["trades"].split()),
        **{
            name: frozenset(words.split())
            for table in ("sides", "unreal", "where")
            for name, words in lexicon[table].items()
        },
        weapons_told={word: name for name, words in lexicon["weapons"].items() for word in words.split()},
        judgements={name: frozenset(words.split()) for name, words in lexicon["judgements"].items()},
        figures={noun: frozenset(words.split()) for noun, words in lexicon["figures"].items()},
        idioms={verb: frozenset(words.split()) for verb, words in lexicon["idioms"].items()},
    )


def is_person_noun(noun: Token) -> bool:
    """Whether a noun means people, so far as the word itself tells: `a driver`, `two nurses`, `Ahmed`."""
    if noun.ent_type_ in ("PERSON", "NORP"):
        return True
    word, lemma = noun.lower_, noun.lemma_.lower()
    actors, people = actor_words(), context_words().people
    if any(form in people or form in actors.offices or actors.groups.get(form) in OF_PEOPLE for form in (word, lemma)):
        return True
    if word in actors.forces or (word in ("old", "olds") and is_plainly_people(noun)):
        return True
    ends = noun.pos_ == "NOUN" and len(lemma) > 4 and lemma.endswith(PERSON_ENDINGS)
    return ends and lemma not in context_words().things


def is_ranked(noun: Token) -> bool:
    """Whether a noun is one of its kind in a place: `Greece's biggest trial`, `the world's worst quake`."""
    return any(child.tag_ in ("JJS", "RBS") and child.lower_ != "latest" for child in noun.lefts)


def is_plainly_people(noun: Token) -> bool:
    """Whether the lexicon knows a noun as one for people, so that no ending has to tell: `gunmen`, `a neighbour`."""
    word, lemma = noun.lower_, noun.lemma_.lower()
    actors, people = actor_words(), context_words().people
    if any(form in people or form in actors.offices or actors.groups.get(form) in OF_PEOPLE for form in (word, lemma)):
        return True
    if word in ("old", "olds") and noun.i and noun.nbor(-1).text == "-":  # `a 17-year-old`
        return noun.dep_ not in ("amod", "acomp", "compound")
    if word.endswith(("ist", "ists")) and len(word) > 6:
        return True
    return word.endswith(("men", "man", "women", "woman", "people")) and len(word) > 4 and noun.pos_ == "NOUN"


def is_somebody(noun: Token) -> bool:
    """Whether a noun means people or a body that acts: `the authority`, `a company`, `troops`."""
    actors = actor_words()
    forms = (noun.lower_, noun.lemma_.lower())
    known = any(form in actors.groups or form in actors.bodies or form in actors.forces for form in forms)
    return known or is_plainly_people(noun)
