"""What happens in a made-up store: how much of it there is, its people and places, and its events."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import Any

from schema.ids import PREFIXES
from schema.vocabulary import Basis, EventStatus, EventType

FIRST = datetime(1995, 1, 1, 12, tzinfo=UTC)
DAYS = 10_000
SYLLABLES = "ba ko ri nu te lo sha mi ra du ve po ga ne si".split()
WORDS = 3_000
"""In all texts, beside names and common ones."""
TYPES = [one.value for one in EventType]
STATUSES = [one.value for one in EventStatus]
BASES = [one.value for one in Basis]
MODES = ("riot", "strike", "explosives", "firearms", None, None)
TOLLS = {"KILLED": "killing", "INJURED": "hurting"}


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything.  Actors and locations that nothing names are left out."""

    articles: int = 20_000
    events: int = 100_000
    actors: int = 20_000
    locations: int = 5_000
    quotes: int = 100_000

    @classmethod
    def of_events(cls, events: int) -> Size:
        """The usual proportions for so many events."""
        return cls(max(20, events // 5), events, max(50, events // 5), max(50, min(20_000, events // 20)), events)


class World:
    """Who and what there is: ids and names by number."""

    def __init__(self, size: Size) -> None:
        self.people = [(actor_id(number), name_of(number, "Ana ")) for number in range(size.actors)]
        self.places = [(location_id(number), name_of(number, "San ")) for number in range(size.locations)]
        self.words = [name_of(number) for number in range(WORDS)]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, as any article tells it."""

    id: str
    summary: str
    words: Sequence[str]
    """What stands in the summary between and after two actors and a place."""
    actors: tuple[int, int]
    place: int
    when_text: str | None
    told: dict[str, Any]
    """Columns that the event shares with its reports."""
    tolls: dict[str, int]
    """By KILLED or INJURED."""
    basis: str
    """Of all its values."""
    confidence: float


def happen(number: int, world: World, published: datetime, chance: random.Random) -> Happening:
    """The event of that number."""
    # One actor has a part in nearly all events, as a government has in its paper's.
    actors = (0 if number % 10 else 1, 2 + rank(chance, len(world.people) - 2))
    place = rank(chance, len(world.places))
    earliest, latest = _days(number, published.date() - timedelta(days=chance.randrange(4)))
    when = earliest.isoformat() if earliest else None
    tolls = {"KILLED": rank(chance, 200)} if number % 4 == 0 else {}
    if number % 10 == 3:
        tolls["INJURED"] = rank(chance, 500)
    ending = f" on {when}" if when else ""
    ending += "".join(f", {TOLLS[kind]} {many} people" for kind, many in tolls.items())
    names = (world.people[actors[0]][1], world.people[actors[1]][1], world.places[place][1])
    words = (" and police met ", " and marchers in ", ending)
    summary = "".join(name + word for name, word in zip(names, words, strict=True))
    basis = BASES[rank(chance, len(BASES))]
    told = {
        "type": TYPES[rank(chance, len(TYPES))],
        "mode": MODES[chance.randrange(len(MODES))],
        "status": STATUSES[rank(chance, len(STATUSES))],
        "summary": summary,
        "date_earliest": when,
        "date_latest": latest.isoformat() if latest else None,
        "date_precision": ("DAY" if earliest == latest else "MONTH") if when else "UNKNOWN",
        "when_basis": basis if when else None,
        "location_id": world.places[place][0],
        "location_basis": basis,
    }
    confidence = round(0.3 + 0.7 * chance.random(), 3)
    return Happening(event_id(number), summary, words, actors, place, when, told, tolls, basis, confidence)


def _days(number: int, day: date) -> tuple[date | None, date | None]:
    """Every twentieth event has no date, every fiftieth that of a month."""
    if number % 20 == 19:
        return None, None
    return (day.replace(day=1), day.replace(day=28)) if number % 50 == 7 else (day, day)


def rank(chance: random.Random, most: int) -> int:
    """A number below `most`, low ones more often: by Zipf's law."""
    return int((most + 1) ** chance.random()) - 1


def instant(moment: datetime) -> str:
    """As SQLite keeps it, and PostgreSQL reads it."""
    return f"{moment:%Y-%m-%d %H:%M:%S}.000000"


def made_id(noun: str, key: str) -> str:
    """An id that is made in half of the time of a real one, as scattered and as long."""
    return f"{PREFIXES[noun]}_{blake2b(key.encode(), digest_size=13).hexdigest()}"


def article_id(number: int) -> str:
    """Of the article of that number."""
    return made_id("article", str(number))


def event_id(number: int) -> str:
    """Of the event of that number."""
    return made_id("event", str(number))


def actor_id(number: int) -> str:
    """Of the actor of that number."""
    return made_id("actor", str(number))


def location_id(number: int) -> str:
    """Of the location of that number."""
    return made_id("location", str(number))


def name_of(number: int, base: str = "") -> str:
    """A name, another one for each number."""
    digits: list[str] = []
    while number or not digits:
        number, digit = divmod(number, len(SYLLABLES))
        digits.append(SYLLABLES[digit])
    return (base + "".join(digits)).title()
