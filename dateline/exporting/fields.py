"""What an exported row holds: named, described and typed fields, from which CSV headers and Arrow schemas come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

Record = dict[str, Any]
"""One exported row: a value, None, a list or another record under the name of each field."""


class Kind(Enum):
    """What a value is."""

    TEXT = auto()
    INTEGER = auto()
    REAL = auto()
    FLAG = auto()
    DAY = auto()
    INSTANT = auto()
    TEXTS = auto()
    RECORD = auto()
    RECORDS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field.  Any value may be None, which means that it is not known."""

    name: str
    kind: Kind
    description: str
    fields: tuple[Field, ...] = ()
    """Of a RECORD, or of each of RECORDS."""
    refers_to: str | None = None
    """The view whose ids these are."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field that is no record, with the way to it."""

    name: str
    """The names on the way, joined by underscores: `when_earliest`."""
    path: tuple[str, ...]
    field: Field

    def value(self, record: Mapping[str, Any]) -> Any:
        """Its value in a record; None where a record on the way is None."""
        found: Any = record
        for name in self.path:
            if found is None:
                return None
            found = found[name]
        return found


def text(name: str, description: str, refers_to: str | None = None) -> Field:
    """A field of text."""
    return Field(name, Kind.TEXT, description, refers_to=refers_to)


def integer(name: str, description: str) -> Field:
    """A field of whole numbers."""
    return Field(name, Kind.INTEGER, description)


def real(name: str, description: str) -> Field:
    """A field of numbers."""
    return Field(name, Kind.REAL, description)


def flag(name: str, description: str) -> Field:
    """A field of truth values."""
    return Field(name, Kind.FLAG, description)


def day(name: str, description: str) -> Field:
    """A field of calendar days."""
    return Field(name, Kind.DAY, description)


def instant(name: str, description: str) -> Field:
    """A field of moments in UTC."""
    return Field(name, Kind.INSTANT, description)


def texts(name: str, description: str) -> Field:
    """A field of lists of texts."""
    return Field(name, Kind.TEXTS, description)


def record(name: str, description: str, *fields: Field) -> Field:
    """A field of records."""
    return Field(name, Kind.RECORD, description, fields)


def records(name: str, description: str, *fields: Field) -> Field:
    """A field of lists of records."""
    return Field(name, Kind.RECORDS, description, fields)


def columns_of(fields: Sequence[Field]) -> tuple[Column, ...]:
    """The fields without records between: one column for each value or list."""
    return tuple(_columns(fields, ()))


def _columns(fields: Sequence[Field], above: tuple[str, ...]) -> Iterator[Column]:
    for field in fields:
        path = (*above, field.name)
        if field.kind is Kind.RECORD:
            yield from _columns(field.fields, path)
        else:
            yield Column("_".join(path), path, field)
