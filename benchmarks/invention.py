"""Made-up rows of all tables, the same on every run; they obey `dateline.store.integrity`.

Words stand in their articles; counts and votes are right.  Few actors and places are in many events and most in few, as
in news; one actor is in nearly all.  Every tenth event is told by two articles.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table

from benchmarks.bulk import Batch
from benchmarks.composition import Composition
from benchmarks.happenings import DAYS, FIRST, WORDS, Happening, Size, World, article_id, happen, made_id, name_of, rank
from dateline.store.keeping.folding import fold, spelling_key
from dateline.store.writing.actors import actor_columns
from schema.ids import text_hash
from schema.tables import ACTOR, ACTOR_TALLY, APPEARANCE, ARTICLE, EVENT, EVENT_ACTOR, LOCATION
from schema.tables.event import COPIED
from schema.vocabulary import ActorKind, ActorSector, Basis, LocationKind, QuoteKind

CHUNK = 5_000
"""Articles written at once."""
FILLERS = 5
"""Sentences of an article that tell nothing."""
COUNTRIES = [f"{first}{second}" for first in "ABCDEFGH" for second in "ABCDE"]
PLACE_KINDS = (LocationKind.COUNTRY.value, LocationKind.ADMIN1.value, LocationKind.CITY.value)
QUOTE_KINDS, KINDS, SECTORS = ([one.value for one in kind] for kind in (QuoteKind, ActorKind, ActorSector))


class Invention:
    """All rows of a store, article by article; actors and places last, when it is known how often they appear."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._world = World(size)
        self._rows: defaultdict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._points = [_point(number) for number in range(size.locations)]
        self._appearances: Counter[int] = Counter()
        """Articles by actor."""
        self._partaking: Counter[int] = Counter()
        self._speaking: Counter[int] = Counter()
        self._happened: Counter[int] = Counter()
        """Events by place."""
        self._named: set[int] = set()
        """Places."""

    def batches(self) -> Iterator[Batch]:
        """Rows by table."""
        last: Happening | None = None
        for number in range(self._size.articles):
            last = self._write(number, last)
            if number % CHUNK == CHUNK - 1:
                yield self._rows
                self._rows.clear()
        self._add_actors()
        self._add_places()
        yield self._rows

    def _write(self, number: int, last: Happening | None) -> Happening | None:
        """Adds an article, which tells the `last` happening again; returns the one that the next has to tell."""
        chance = random.Random(number)  # noqa: S311 - made-up facts
        size, published = self._size, _published(number)
        page = Composition(article_id(number), published, self._world, self._rows.__getitem__)
        page.head(rank(chance, size.locations))
        if last is not None:
            page.tell(last, round(last.confidence / 2, 3))
        happened = [happen(own, self._world, published, chance) for own in _share(number, size.events, size.articles)]
        again = happened[0] if happened and number % 2 == 0 and number + 1 < size.articles else None
        for happening in happened:
            evidence = page.tell(happening, happening.confidence)
            self._add_event(happening, evidence, page.published, 1 + (happening is again))
        for own in _share(number, size.quotes, size.articles):
            # Every other speaker is the next one, so that everybody speaks.
            speaker = rank(chance, size.actors) if own % 2 else own // 2 % size.actors
            words = f"We met {self._world.words[chance.randrange(WORDS)]} and we will meet again"
            page.quote(made_id("quote", str(own)), QUOTE_KINDS[own % len(QUOTE_KINDS)], words, speaker)
            self._speaking[speaker] += 1
        for _ in range(FILLERS):
            page.say(f"In {self._world.words[chance.randrange(WORDS)]} the police met marchers. ")
        self._add_article(number, page, chance)
        return again

    def _add_article(self, number: int, page: Composition, chance: random.Random) -> None:
        text, url = page.text, f"https://news.example/{number}"
        title = f"{name_of(number)} says markets and police agree on {self._world.words[chance.randrange(400)]}"
        publisher = f"The {self._world.words[number % 50]}"
        self._rows[ARTICLE].append(
            {
                "id": page.id,
                "sha256": text_hash(text),
                "url": url,
                "url_key": url,
                "title": title,
                "title_key": fold(title),
                "publisher": publisher,
                "publisher_key": fold(publisher),
                "published_at": page.published,
                "published_on": page.published[:10],
                "language": "en",
                "text": text,
                "raw_offsets": "[]",
                "raw_sha256": "",
                "encoding": "utf-8",
                "origin": "",
                "model": "",
                "extractor": "",
                "added_at": page.published,
            }
        )
        for actor, start in page.first.items():
            own = self._world.people[actor][0]
            ids = {"article_id": page.id, "own_id": own, "actor_id": own, "start": start}
            self._rows[APPEARANCE].append(ids | self._actor_facts(actor) | {"aliases": "[]"})
            if actor % 10 == 5 and not self._appearances[actor]:
                page.give_office(actor, "Governor")
            self._appearances[actor] += 1
        self._named |= page.places

    def _add_event(self, happening: Happening, evidence: str, published: str, reports: int) -> None:
        names = [self._world.people[actor][1] for actor in happening.actors]
        latitude, longitude = self._points[happening.place]
        self._rows[EVENT].append(
            {
                "id": happening.id,
                **happening.told,
                "when_text": happening.when_text,
                "evidence_id": evidence,
                "country_code": COUNTRIES[happening.place % len(COUNTRIES)],
                "latitude": latitude,
                "longitude": longitude,
                **_toll(happening, "killed"),
                **_toll(happening, "injured"),
                "confidence": happening.confidence,
                "report_count": reports,
                "published_at": published,
                "search_text": "\n".join((happening.summary, *names, self._world.places[happening.place][1])),
            }
        )
        self._happened[happening.place] += 1
        for actor in happening.actors:
            self._partaking[actor] += 1
            row = self._rows[EVENT][-1]
            copies = {name: row[name] for name in COPIED}
            link = {"event_id": happening.id, "actor_id": self._world.people[actor][0]}
            self._rows[EVENT_ACTOR].append(link | copies)

    def _actor_facts(self, number: int) -> dict[str, Any]:
        return {
            "name": self._world.people[number][1],
            "kind": KINDS[number % len(KINDS)],
            "sector": SECTORS[number % len(SECTORS)],
            "country_code": COUNTRIES[number % len(COUNTRIES)],
            "country_basis": Basis.STATED.value,
            "external_ids": f"wikidata:Q{number + 1}",
        }

    def _add_actors(self) -> None:
        for number, articles in sorted(self._appearances.items()):
            own, facts = self._world.people[number][0], self._actor_facts(number)
            values = {"NAME": facts["name"], "KIND": facts["kind"], "SECTOR": facts["sector"]}
            values["COUNTRY"] = facts["country_code"]
            values["EXTERNAL"] = facts["external_ids"]
            values["BASIS"] = f"{facts['country_code']} {facts['country_basis']}"
            keys = {"NAME": fold(facts["name"])}
            spelling = spelling_key(facts["name"])
            if spelling and facts["kind"] == ActorKind.PERSON.value:
                values["SPELLING"], keys["SPELLING"] = spelling, spelling
            for aspect, value in values.items():
                row = {"actor_id": own, "aspect": aspect, "value": value, "key": keys.get(aspect), "articles": articles}
                self._rows[ACTOR_TALLY].append(row)
            counts = {"event_count": self._partaking[number], "quote_count": self._speaking[number]}
            voted = actor_columns((aspect, value, articles) for aspect, value in values.items())
            self._rows[ACTOR].append({"id": own, **voted, **counts})

    def _add_places(self) -> None:
        # Countries stand for what lies in them, named or not.
        shown = self._named | {number % len(COUNTRIES) for number in self._named}
        for number in sorted(shown):
            identifier, name = self._world.places[number]
            latitude, longitude = self._points[number]
            is_country = number < len(COUNTRIES)
            self._rows[LOCATION].append(
                {
                    "id": identifier,
                    "geonames_id": number + 1,
                    "kind": PLACE_KINDS[min(2, number // len(COUNTRIES))],
                    "name": name,
                    "name_key": fold(name),
                    "country_code": COUNTRIES[number % len(COUNTRIES)],
                    "latitude": latitude,
                    "longitude": longitude,
                    "population": 1000,
                    "parent_id": None if is_country else self._world.places[number % len(COUNTRIES)][0],
                    "search_text": name,
                    "event_count": self._happened[number],
                }
            )


def _published(number: int) -> datetime:
    """Of each two articles the second comes out after the first, whose first event it tells again."""
    day = random.Random(-1 - number // 2).randrange(DAYS)  # noqa: S311 - made-up facts
    return FIRST + timedelta(days=day, hours=6 * (number % 2), seconds=number // 2 % 20_000)


def _point(number: int) -> tuple[float, float]:
    chance = random.Random(number)  # noqa: S311 - made-up facts
    return round(chance.uniform(-60, 70), 4), round(chance.uniform(-180, 180), 4)


def _share(number: int, whole: int, parts: int) -> range:
    """What falls to one of so many parts."""
    return range(number * whole // parts, (number + 1) * whole // parts)


def _toll(happening: Happening, prefix: str) -> dict[str, Any]:
    number = happening.tolls.get(prefix.upper())
    text, basis = (None, None) if number is None else (f"{number} people", happening.basis)
    words = {f"{prefix}_text": text, f"{prefix}_basis": basis}
    return {**words, **dict.fromkeys((f"{prefix}_{part}" for part in ("low", "best", "high")), number)}
