"""The lexicon of actors in the form that the code asks it: word in, sector, country or gender out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import ActorSector

REMEMBERED = 20_000
"""Names whose folded forms are kept, and as many whose sectors are."""
START = 2
"""Letters by which words are looked up; none is shorter."""
_MARKS = re.compile(r"[^\w\s&]")


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
    things: frozenset[str]
    """Last words of names of things, as they are written: `Olympics`, `Treaty`."""
    known_bodies: dict[str, str]
    """From the folded names of bodies that readers know to the codes of their countries."""
    known_as: dict[str, str]
    """From folded names of bodies to the one of several that stands for all: `un` to `united nations`."""
    male: frozenset[str]
    female: frozenset[str]

    def sector_of_name(self, name: str) -> ActorSector:
        """The sector that the words of an organization's name tell."""
        return _sector_of(name.lower())

    def without_endings(self, folded: str) -> str:
        """A folded name of a body as all its spellings have it, as long as a word of its own is left.

        Without `inc` and the like, without its own initials behind it; `and` for `&`; of names that readers know by
        their initials the one that stands for both (`un`: `united nations`).
        """
        words = folded.replace("&", " and ").replace("defence", "defense").replace("isation", "ization").split()
        while len(words) > 1 and (words[-1] in self.endings or _are_initials(words)):
            words.pop()
        name = " ".join(words)
        return self.known_as.get(name, name)

    def gender_of(self, first_name: str) -> str | None:
        """`male` or `female` where a first name tells."""
        name = first_name.lower()
        if (name in self.male) == (name in self.female):
            return None
        return "male" if name in self.male else "female"


@lru_cache(maxsize=REMEMBERED)
def _sector_of(name: str) -> ActorSector:
    """The first in the lexicon whose word is in a name, or begins one of its words where it is a long word."""
    padded, starts = f" {name} ", _starts_of_names()
    spaces = (at for at, letter in enumerate(padded) if letter == " ")
    found = [
        (rank, sector)
        for at in spaces
        for rank, word, sector in starts.get(padded[at + 1 : at + 1 + START], ())
        if padded.startswith(word, at + 1) and (len(word) > 5 or padded.startswith(" ", at + 1 + len(word)))
    ]
    return min(found, default=(0, ActorSector.UNKNOWN))[1]


@cache
def _starts_of_names() -> dict[str, list[tuple[int, str, ActorSector]]]:
    """By their first letters the words that tell a sector, with their ranks in the lexicon."""
    starts = defaultdict(list)
    for rank, (word, sector) in enumerate(actor_words().names):
        starts[word[:START]].append((rank, word, sector))
    return dict(starts)


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """A name for comparison: lower case, without article, dots and apostrophes."""
    folded = _MARKS.sub("", name.casefold().replace("’s", "s").replace("'s", "s"))
    return " ".join(folded.split()).removeprefix("the ")


def _are_initials(words: list[str]) -> bool:
    """`eaf` behind `european air forum`; small words may have none."""
    *name, last = words
    first = "".join(word[0] for word in name if word not in ("and", "of", "the", "for"))
    return len(last) > 2 and len(name) > 2 and first.startswith(last[0]) and _is_within(last, first)


def _is_within(letters: str, of: str) -> bool:
    rest = iter(of)
    return all(letter in rest for letter in letters)


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
        things=frozenset(actors["not_actors"]["things"].split()),
        known_bodies={name: code for code, names in actors["known_bodies"].items() for name in names.split("|")},
        known_as=actors["known_as"],
        male=frozenset(names["male"].split()),
        female=frozenset(names["female"].split()),
    )
