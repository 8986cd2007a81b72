"""Actors of one's own: a CSV file of names, checked line by line.  `docs/actors.md` describes the columns."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from dateline.extraction.actors.words import fold
from dateline.extraction.gazetteer.build import country_names
from dateline.extraction.own_files import BadLineError, OwnFile, Problems, check_record, text_of
from schema.errors import SettingError
from schema.vocabulary import ActorKind, ActorSector

NEEDED = ("id", "name")
LONGEST_ID, LONGEST_NAME = 100, 100
MOST_ACTORS = 100_000
HINT = "Nothing was loaded; docs/actors.md describes the columns."
REGISTERS = {"wikidata": re.compile(r"Q[1-9]\d{0,11}"), "opensanctions": re.compile(r"[A-Za-z0-9][\w.-]{1,99}")}
"""Columns of ids elsewhere, and what those look like."""
KINDS = {kind.name: kind for kind in (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP)}


@dataclass(frozen=True, slots=True)
class OwnActor:
    """A line of the file."""

    id: str
    name: str
    kind: ActorKind
    sector: ActorSector | None
    country_code: str | None
    names: tuple[str, ...]
    """The main name first."""
    external_ids: tuple[str, ...]
    """`wikidata:Q42`, in the order of their registers."""


@dataclass(frozen=True)
class OwnActors:
    """The actors of such a file, by any of their names."""

    actors: tuple[OwnActor, ...]
    made_of: str
    """A hash of the file: other actors give other facts."""

    @cached_property
    def by_name(self) -> Mapping[str, OwnActor]:
        """By folded name; of two with one name the first."""
        found: dict[str, OwnActor] = {}
        for actor in self.actors:
            for name in actor.names:
                found.setdefault(fold(name), actor)
        return found

    @cached_property
    def beginnings(self) -> Mapping[str, int]:
        """From the first two letters of folded names to how many characters the longest such name has."""
        longest: dict[str, int] = {}
        for name in self.by_name:
            longest[name[:2]] = max(longest.get(name[:2], 0), len(name))
        return longest


def read_own_actors(path: Path) -> OwnActors:
    """The actors of a CSV file.  SettingError where a line is bad; it names the first ten with their numbers."""
    file = OwnFile(path, NEEDED, HINT)
    try:
        content = path.read_bytes()
        actors, problems = _read(file, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingError(f"{path}: this is no UTF-8 text ({error.reason}).", hint=HINT) from None
    except OSError as error:
        raise SettingError(f"{path}: {error.strerror}.", hint="Name a CSV file of actors.") from None
    if problems:
        raise file.error(problems)
    return OwnActors(tuple(actors), hashlib.blake2b(content, digest_size=10).hexdigest())


def _read(file: OwnFile, text: str) -> tuple[list[OwnActor], Problems]:
    actors: list[OwnActor] = []
    problems: Problems = []
    seen: dict[str, int] = {}
    for number, record in file.records(io.StringIO(text, newline="")):
        try:
            actor = _actor(record)
            if actor.id in seen:
                raise BadLineError(f"the id {actor.id!r} is that of line {seen[actor.id]} already")
        except BadLineError as error:
            problems.append((number, str(error)))
            continue
        seen[actor.id] = number
        actors.append(actor)
        if len(actors) > MOST_ACTORS:
            raise SettingError(
                f"{file.path}: more than {MOST_ACTORS:,} actors.", hint="Leave out those you do not need."
            )
    return actors, problems


def _actor(record: Mapping[str, str]) -> OwnActor:
    check_record(record)
    identifier, name = text_of(record, "id", LONGEST_ID), text_of(record, "name", LONGEST_NAME)
    names = (name, *(other.strip() for other in record.get("names", "").split("|") if other.strip()))
    for one in names:
        if len(fold(one)) < 2 or not any(character.isalpha() for character in one):
            raise BadLineError(f"the name {one!r} is too short to be found")
        if len(one) > LONGEST_NAME:
            raise BadLineError(f"a name has {len(one):,} characters; it may have {LONGEST_NAME}")
    return OwnActor(
        identifier,
        name,
        _one_of(record, "kind", KINDS) or ActorKind.ORGANIZATION,
        _one_of(record, "sector", ActorSector.__members__),
        _country(record.get("country", "")),
        tuple(dict.fromkeys(names)),
        tuple(f"{register}:{value}" for register in REGISTERS if (value := _external(record, register))),
    )


T = TypeVar("T")


def _one_of(record: Mapping[str, str], column: str, known: Mapping[str, T]) -> T | None:
    value = record.get(column, "")
    if not value:
        return None
    if value.upper() not in known:
        raise BadLineError(f"{column} is {value!r}; it must be one of {', '.join(known)}")
    return known[value.upper()]


def _country(value: str) -> str | None:
    if value and value.upper() not in country_names():
        raise BadLineError(f"country is {value!r}, which is no country's code of two letters (ISO 3166-1): KE")
    return value.upper() or None


def _external(record: Mapping[str, str], register: str) -> str:
    value = record.get(register, "")
    if value and not REGISTERS[register].fullmatch(value):
        raise BadLineError(f"{register} is {value!r}, which is no id of that register")
    return value
