"""The lexicon of actors in the form that the code asks it: word in, sector, country or gender out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import ActorSector


@dataclass(frozen=True, slots=True)
class ActorWords:
    """All word lists of actors, lower case."""

    offices: dict[str, ActorSector]
    office_modifiers: frozenset[str]
    courtesy: dict[str, str]
    seats: dict[str, str]
    forces: frozenset[str]
    weapons: frozenset[str]
    groups: dict[str, ActorSector]
    names: tuple[tuple[str, ActorSector], ...]
    bodies: frozenset[str]
    endings: frozenset[str]
    national: frozenset[str]
    local: frozenset[str]
    not_actors: frozenset[str]
    known_bodies: dict[str, str]
    """From the folded names of bodies that readers know to the codes of their countries."""
    male: frozenset[str]
    female: frozenset[str]

    def sector_of_name(self, name: str) -> ActorSector:
        """The sector that the words of an organization's name tell."""
        padded = f" {name.lower()} "
        found = (sector for word, sector in self.names if f" {word} " in padded or (len(word) > 5 and word in padded))
        return next(found, ActorSector.UNKNOWN)

    def without_endings(self, folded: str) -> str:
        """A folded name of a company without `inc` and the like, as long as a word of its own is left."""
        words = folded.split()
        while len(words) > 1 and words[-1] in self.endings:
            words.pop()
        return " ".join(words)

    def gender_of(self, first_name: str) -> str | None:
        """`male` or `female` where a first name tells."""
        name = first_name.lower()
        if (name in self.male) == (name in self.female):
            return None
        return "male" if name in self.male else "female"


@cache
def actor_words() -> ActorWords:
    """The lexicon, read once."""
    offices, actors, names = (load_lexicon(name) for name in ("offices", "actors", "names"))
    sectors = [sector for sector in ActorSector if sector.value in offices]
    groups = {
        word: ActorSector[sector] for sector, words in actors["groups"].items() for word in reversed(words.split())
    }
    return ActorWords(
        offices={
            noun.replace("-", " ") if noun.endswith("-") else noun: s
            for s in reversed(sectors)
            for noun in offices[s.value].split()
        },
        office_modifiers=frozenset(offices["parts"]["modifiers"]),
        courtesy={word: gender for gender, words in offices["courtesy"].items() for word in words},
        seats=actors["seats"],
        forces=frozenset(actors["forces"]["nouns"]),
        weapons=frozenset(actors["forces"]["weapons"]),
        groups={**groups, **dict.fromkeys(actors["groups"]["CVL"].split(), ActorSector.CVL)},
        names=tuple((word, ActorSector[sector]) for sector, words in actors["names"].items() for word in words),
        bodies=frozenset(actors["bodies"]["nouns"]),
        endings=frozenset(actors["endings"]["words"].split()),
        national=frozenset(actors["levels"]["national"].split()),
        local=frozenset(actors["levels"]["local"].split()),
        not_actors=frozenset(word.lower() for word in actors["not_actors"]["words"]),
        known_bodies={name: code for code, names in actors["known_bodies"].items() for name in names.split("|")},
        male=frozenset(names["male"].split()),
        female=frozenset(names["female"].split()),
    )
