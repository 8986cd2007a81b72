"""A made-up store of any size, the same on every run: rows written at once, without a model and without the writer."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, text

from dateline.store import Database
from dateline.store.folding import fold
from dateline.store.sums import SumChanges, counted_anew
from schema.ids import content_id
from schema.tables import (
    ACTOR,
    ACTOR_TALLY,
    ARTICLE,
    EVENT,
    EVENT_ACTOR,
    EVIDENCE,
    LOCATION,
    PARTICIPANT,
    QUOTE,
    QUOTE_PART,
    REPORT,
)
from schema.vocabulary import ActorKind, ActorSector, EventStatus, EventType, LocationKind, QuoteKind

FIRST = datetime(1995, 1, 1, 12, tzinfo=UTC)
DAYS = 10_000
CHUNK = 2_000
SYLLABLES = "ba ko ri nu te lo sha mi ra du ve po ga ne si".split()
COUNTRIES = [f"{first}{second}" for first in "ABCDEFGH" for second in "ABCDE"]
TYPES, STATUSES, KINDS = ([one.value for one in kind] for kind in (EventType, EventStatus, QuoteKind))
MODES = ("riot", "strike", "explosives", "firearms", None, None)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    articles: int = 20_000
    events: int = 100_000
    actors: int = 20_000
    locations: int = 5_000
    quotes: int = 100_000

    @classmethod
    def of_events(cls, events: int) -> Size:
        """The usual proportions for so many events."""
        return cls(max(20, events // 5), events, max(50, events // 5), max(50, min(20_000, events // 20)), events)


def fill(database: Database, size: Size) -> None:
    """Writes the store, in one transaction."""
    with database.writing() as connection:
        _places(connection, size)
        _people(connection, size)
        counts: Counter[str] = Counter()
        pending: dict[Any, list[dict[str, Any]]] = {}
        for number in range(size.articles):
            for table, row in _article(number, size, counts):
                pending.setdefault(table, []).append(row)
            if number % CHUNK == CHUNK - 1:
                _flush(connection, pending)
        _flush(connection, pending)
        _count(connection, counts)
        sums = SumChanges()
        for event in connection.execute(counted_anew()).mappings():
            sums.add(dict(event))
        sums.apply(connection)
    with database.reading() as connection:
        connection.execute(text("ANALYZE"))


def article_id(number: int) -> str:
    """Of the article of that number."""
    return content_id("article", "synthetic", number)


def event_id(number: int) -> str:
    """Of the event of that number."""
    return content_id("event", "synthetic", number)


def actor_id(number: int) -> str:
    """Of the actor of that number."""
    return content_id("actor", "synthetic", number)


def location_id(number: int) -> str:
    """Of the location of that number."""
    return content_id("location", "synthetic", number)


def name_of(number: int, base: str = "") -> str:
    """A name, another one for each number."""
    digits: list[str] = []
    while number or not digits:
        number, digit = divmod(number, len(SYLLABLES))
        digits.append(SYLLABLES[digit])
    return (base + "".join(digits)).title()


def _places(connection: Connection, size: Size) -> None:
    chance = random.Random(1)  # noqa: S311 - made-up facts
    kinds = [LocationKind.COUNTRY.value, LocationKind.ADMIN1.value, LocationKind.CITY.value]
    rows = []
    for number in range(size.locations):
        name = name_of(number, "San ")
        rows.append(
            {
                "id": location_id(number),
                "geonames_id": number + 1,
                "kind": kinds[min(2, number // len(COUNTRIES))],
                "name": name,
                "name_key": fold(name),
                "country_code": COUNTRIES[number % len(COUNTRIES)],
                "latitude": round(chance.uniform(-60, 70), 4),
                "longitude": round(chance.uniform(-180, 180), 4),
                "population": 1000,
                "parent_id": location_id(number % len(COUNTRIES)) if number >= len(COUNTRIES) else None,
                "search_text": name,
                "event_count": 0,
            }
        )
    connection.execute(insert(LOCATION), rows)


def _people(connection: Connection, size: Size) -> None:
    kinds, sectors = [one.value for one in ActorKind], [one.value for one in ActorSector]
    rows, tallies = [], []
    for number in range(size.actors):
        name = name_of(number, "Ana ")
        rows.append(
            {
                "id": actor_id(number),
                "name": name,
                "name_key": fold(name),
                "kind": kinds[number % len(kinds)],
                "sector": sectors[number % len(sectors)],
                "country_code": COUNTRIES[number % len(COUNTRIES)],
                "search_text": name,
                "article_count": 1,
            }
        )
        tallies.append(
            {"actor_id": actor_id(number), "aspect": "NAME", "value": name, "key": fold(name), "articles": 1}
        )
    connection.execute(insert(ACTOR), rows)
    connection.execute(insert(ACTOR_TALLY), tallies)


def _article(number: int, size: Size, counts: Counter[str]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """All rows of one article, in the order in which they may be inserted."""
    chance = random.Random(number)  # noqa: S311 - made-up facts
    published = FIRST + timedelta(days=chance.randrange(DAYS), seconds=number % 86_400)
    title = f"{name_of(number)} says markets and police agree on {name_of(chance.randrange(400))}"
    body = " ".join(f"In {name_of(chance.randrange(3_000))} the police met marchers." for _ in range(12))
    own = article_id(number)
    yield (
        ARTICLE,
        {
            "id": own,
            "sha256": f"{number:064x}",
            "url": f"https://news.example/{number}",
            "url_key": f"https://news.example/{number}",
            "title": title,
            "title_key": fold(title),
            "publisher": f"The {name_of(number % 50)}",
            "publisher_key": fold(f"The {name_of(number % 50)}"),
            "published_at": published,
            "published_on": published.date(),
            "language": "en",
            "text": body,
            "raw_offsets": [],
            "raw_sha256": "",
            "encoding": "utf-8",
            "origin": "",
            "model": "",
            "extractor": "",
            "added_at": published,
        },
    )
    for place in range(size.events // size.articles):
        yield from _event(number * (size.events // size.articles) + place, own, body, published, size, counts)
    for place in range(size.quotes // size.articles):
        yield from _quote(number * (size.quotes // size.articles) + place, own, body, published, size, counts)


def _evidence(key: object, article: str, body: str, start: int, length: int) -> tuple[str, Any]:
    own = content_id("evidence", "synthetic", key)
    span = {"start": start, "end": start + length, "start_utf16": start, "end_utf16": start + length}
    return own, (EVIDENCE, {"id": own, "article_id": article, **span, "text": body[start : start + length]})


def _event(
    number: int, article: str, body: str, published: datetime, size: Size, counts: Counter[str]
) -> Iterator[tuple[Any, dict[str, Any]]]:
    chance = random.Random(number * 7 + 1)  # noqa: S311 - made-up facts
    own, report = event_id(number), content_id("report", "synthetic", number)
    words, evidence = _evidence(("event", number), article, body, 10 * (number % 20), 30)
    yield evidence
    place = chance.randrange(size.locations)
    day: date | None = None if number % 20 == 19 else published.date() - timedelta(days=chance.randrange(4))
    killed = chance.randrange(200) if number % 4 == 0 else None
    told = {
        "evidence_id": words,
        "type": TYPES[chance.randrange(len(TYPES))],
        "mode": MODES[chance.randrange(len(MODES))],
        "acled": None,
        "status": STATUSES[chance.randrange(len(STATUSES))],
        "summary": f"Police met marchers in {name_of(place, 'San ')}, report {number}",
        "date_earliest": day,
        "date_latest": day,
        "date_precision": "DAY" if day else "UNKNOWN",
        "location_id": location_id(place),
        "confidence": round(0.3 + 0.7 * chance.random(), 3),
        "published_at": published,
    }
    counts[location_id(place)] += 1
    toll = {} if killed is None else dict.fromkeys(("killed_low", "killed_best", "killed_high"), killed)
    country = COUNTRIES[place % len(COUNTRIES)]
    yield (
        EVENT,
        {
            "id": own,
            "killed_text": None if killed is None else f"{killed} people",
            **dict.fromkeys(("killed_low", "killed_best", "killed_high")),
            **toll,
            **told,
            "country_code": country,
            "report_count": 1,
            "search_text": told["summary"],
        },
    )
    yield (
        REPORT,
        {"id": report, "event_id": own, "article_id": article, "trigger_id": words, "start": number % 97, **told},
    )
    # One actor has a part in nearly all events, as a government has in its paper's.
    actors = {0 if number % 10 else 1, chance.randrange(size.actors)}
    for position, actor in enumerate(sorted(actors)):
        counts[actor_id(actor)] += 1
        name = name_of(actor, "Ana ")
        yield (EVENT_ACTOR, {"event_id": own, "actor_id": actor_id(actor)})
        yield (
            PARTICIPANT,
            {
                "id": content_id("participant", "synthetic", number, position),
                "report_id": report,
                "event_id": own,
                "position": position,
                "role": ("ACTOR", "RECIPIENT")[position],
                "actor_id": actor_id(actor),
                "own_actor_id": actor_id(actor),
                "name_as_written": name,
                "name_key": fold(name),
                "evidence_id": words,
                "inferred": False,
            },
        )


def _quote(
    number: int, article: str, body: str, published: datetime, size: Size, counts: Counter[str]
) -> Iterator[tuple[Any, dict[str, Any]]]:
    chance = random.Random(number * 7 + 2)  # noqa: S311 - made-up facts
    own, speaker = content_id("quote", "synthetic", number), chance.randrange(size.actors)
    words, evidence = _evidence(("quote", number), article, body, 7 * (number % 20) + 1, 25)
    yield evidence
    said = f"We met {name_of(chance.randrange(3_000))} and we will meet again"
    yield (
        QUOTE,
        {
            "id": own,
            "article_id": article,
            "evidence_id": words,
            "start": 7 * (number % 20) + 1,
            "text": said,
            "kind": KINDS[number % len(KINDS)],
            "speaker_id": actor_id(speaker),
            "own_speaker_id": actor_id(speaker),
            "speaker_as_written": name_of(speaker, "Ana "),
            "speaker_name": name_of(speaker, "Ana "),
            "speaker_key": fold(name_of(speaker, "Ana ")),
            "cue": "said",
            "medium": None,
            "confidence": 0.9,
            "published_at": published,
            "search_text": said,
        },
    )
    counts[f"quotes {actor_id(speaker)}"] += 1
    yield (QUOTE_PART, {"quote_id": own, "part": "WORDS", "position": 0, "evidence_id": words})


def _flush(connection: Connection, pending: dict[Any, list[dict[str, Any]]]) -> None:
    for table in (ARTICLE, EVIDENCE, EVENT, REPORT, EVENT_ACTOR, PARTICIPANT, QUOTE, QUOTE_PART):
        rows = pending.pop(table, [])
        if rows:
            connection.execute(insert(table), rows)


def _count(connection: Connection, counts: Counter[str]) -> None:
    """The counts that the writer keeps."""
    own = {"actor": ("event_count", "act_"), "location": ("event_count", "loc_")}
    for table, (column, prefix) in own.items():
        rows = [{"key": key, "number": number} for key, number in counts.items() if key.startswith(prefix)]
        connection.execute(text(f"UPDATE {table} SET {column} = :number WHERE id = :key"), rows)  # noqa: S608
    quotes = [
        {"key": key.removeprefix("quotes "), "number": number}
        for key, number in counts.items()
        if key.startswith("quotes ")
    ]
    connection.execute(text("UPDATE actor SET quote_count = :number WHERE id = :key"), quotes)
