"""A gazetteer of one's own: a CSV file of places, checked line by line, then one SQLite file beside the built-in one.

`docs/gazetteer.md` describes the columns.  All bad lines are told at once; while there is one, nothing is loaded.
"""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dateline.extraction.gazetteer.build import LONGEST_NAME, SCHEMA, Row, place_values
from dateline.extraction.gazetteer.names import name_key
from dateline.extraction.own_files import BadLineError, OwnFile, Problems, check_record, text_of
from schema.errors import SettingError
from schema.mentions import Place
from schema.vocabulary import LocationKind

NEEDED = ("id", "name", "latitude", "longitude")
OPTIONAL = ("kind", "country", "parent", "names", "population")
FIRST_ID = -2_000_000
"""Our numbers for the places of such a file count down from here."""
LONGEST_ID = 100
MOST_PLACES = 1_000_000
HINT = "Nothing was loaded; docs/gazetteer.md describes the columns."
OWN_SCHEMA = "CREATE TABLE own (place INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;"


@dataclass(slots=True)
class Line:
    """A line of the file that has passed by itself; `parent` is as written."""

    number: int
    id: str
    row: Row
    parent: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lines of a file may refer to: countries by code, other places by GeoNames id."""

    country: Callable[[str], Place | None]
    place: Callable[[int], Place | None]


def read_own(path: Path, around: Surroundings) -> list[Line]:
    """The places of a CSV file.  SettingError where a line is bad; it names the first MOST_TOLD with their numbers."""
    file = OwnFile(path, NEEDED, HINT)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines, problems = _read(file, stream, around)
    except UnicodeDecodeError as error:
        raise SettingError(f"{path}: this is no UTF-8 text ({error.reason}).", hint=HINT) from None
    except OSError as error:
        raise SettingError(f"{path}: {error.strerror}.", hint="Name a CSV file of places.") from None
    problems += _check_parents(lines, around)
    if problems:
        raise file.error(sorted(problems))
    return lines


def _read(file: OwnFile, stream: TextIO, around: Surroundings) -> tuple[list[Line], Problems]:
    lines: list[Line] = []
    problems: Problems = []
    seen: dict[str, int] = {}
    for number, record in file.records(stream):
        try:
            line = _line(number, record, around, FIRST_ID - len(lines))
        except BadLineError as error:
            problems.append((number, str(error)))
            continue
        if line.id in seen:
            problems.append((number, f"the id {line.id!r} is that of line {seen[line.id]} already"))
            continue
        seen[line.id] = number
        lines.append(line)
        if len(lines) > MOST_PLACES:
            raise SettingError(
                f"{file.path}: more than {MOST_PLACES:,} places.", hint="Leave out those you do not need."
            )
    return lines, problems


def _line(number: int, record: Mapping[str, str], around: Surroundings, own: int) -> Line:
    check_record(record)
    identifier, name = text_of(record, "id", LONGEST_ID), text_of(record, "name", LONGEST_NAME)
    if not name_key(name):
        raise BadLineError(f"name is {name!r}, which has no letters")
    row = Row(
        own,
        name,
        _kind(record.get("kind", "")),
        _country(record.get("country", ""), around),
        _degrees(record, "latitude", 90),
        _degrees(record, "longitude", 180),
        _population(record.get("population", "")),
        names=[other.strip() for other in record.get("names", "").split("|") if other.strip()],
    )
    return Line(number, identifier, row, record.get("parent", ""))


def _degrees(record: Mapping[str, str], column: str, most: int) -> float:
    value = record[column]
    try:
        degrees = float(value)
    except ValueError:
        raise BadLineError(f"{column} is {value!r}, which is no number") from None
    if not math.isfinite(degrees) or abs(degrees) > most:
        raise BadLineError(f"{column} is {value}; it must be from -{most} to {most}")
    return degrees


def _kind(value: str) -> LocationKind:
    if not value:
        return LocationKind.CITY
    try:
        return LocationKind[value.upper()]
    except KeyError:
        kinds = ", ".join(LocationKind.__members__)
        raise BadLineError(f"kind is {value!r}; it must be one of {kinds}") from None


def _country(value: str, around: Surroundings) -> str | None:
    if value and around.country(value.upper()) is None:
        raise BadLineError(f"country is {value!r}, which is no country's code of two letters (ISO 3166-1): KE")
    return value.upper() or None


def _population(value: str) -> int:
    if not value:
        return 0
    if not value.isascii() or not value.isdigit() or len(value) > len(str(10**10)):
        raise BadLineError(f"population is {value!r}, which is no whole number of people")
    return int(value)


# ---------------------------------------------------------------- parents


def _check_parents(lines: list[Line], around: Surroundings) -> Problems:
    """Sets what each place lies in; what is wrong with it, by line."""
    by_id = {line.id: line for line in lines}
    problems = []
    for line in lines:
        problem = _set_parent(line, by_id, around)
        if problem is None and _goes_round(line, by_id):
            problem = f"parent is {line.parent!r}, which lies in this very place"
        if problem is not None:
            problems.append((line.number, problem))
    if not problems:
        for line in lines:
            line.row.admin1 = _first_level(line, by_id, around)
    return problems


def _set_parent(line: Line, by_id: Mapping[str, Line], around: Surroundings) -> str | None:
    row = line.row
    if not line.parent:
        country = around.country(row.country or "")
        row.parent = country.geonames_id if country is not None else None
        return None
    if line.parent in by_id:
        row.parent = by_id[line.parent].row.id
        return None
    number = int(line.parent) if line.parent.isascii() and line.parent.isdigit() and len(line.parent) < 12 else 0
    place = around.place(number) if number else None
    if place is None:
        return f"parent is {line.parent!r}, which is the id of no line here and no GeoNames id of the gazetteer"
    row.parent = number
    row.country = row.country or place.country_code
    return None


def _goes_round(line: Line, by_id: Mapping[str, Line]) -> bool:
    seen: set[str] = set()
    above = by_id.get(line.parent)
    while above is not None and above.id not in seen:
        if above is line:
            return True
        seen.add(above.id)
        above = by_id.get(above.parent)
    return False


def _first_level(line: Line, by_id: Mapping[str, Line], around: Surroundings) -> str | None:
    """The name of the first-level division that a place lies in."""
    above = by_id.get(line.parent)
    while above is not None:
        if above.row.kind is LocationKind.ADMIN1:
            return above.row.name
        line, above = above, by_id.get(above.parent)
    place = around.place(line.row.parent or 0)
    while place is not None:
        if place.kind is LocationKind.ADMIN1:
            return place.name
        place = place.parent
    return None


# ---------------------------------------------------------------- the file


def _names(row: Row) -> Iterator[tuple[str, int, int]]:
    main = name_key(row.name)
    yield main, row.id, 1
    for key in {name_key(name) for name in row.names} - {main, ""}:
        yield key, row.id, 0


def write_own(path: Path, lines: list[Line]) -> None:
    """Writes the places to a gazetteer file, whole or not at all."""
    partial = path.with_suffix(f".partial-{os.getpid()}")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(partial)) as connection:
            connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA + OWN_SCHEMA)
            rows = [line.row for line in lines]
            connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(place_values, rows))
            names = (name for row in rows for name in _names(row))
            connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", names)
            connection.executemany("INSERT INTO own VALUES (?, ?)", ((line.row.id, line.id) for line in lines))
            connection.execute("ANALYZE")
            connection.commit()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
