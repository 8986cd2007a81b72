"""Rows for programs whose cells hold one value: lists become texts, records columns.

A list of texts is one text with semicolons between.  A list of records is a column for each of their fields, like
`sources_url`, with a semicolon between what each record says, so that all columns of one list go along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.exporting.fields import Column, Field, Kind, Record, columns_of

BETWEEN = "; "
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no form for."""


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """One column; its kind is none of lists and records."""

    name: str
    kind: Kind
    description: str
    value: Callable[[Record], Any]


def flat_columns(fields: Sequence[Field]) -> tuple[FlatColumn, ...]:
    """The columns that fields become."""
    return tuple(flat for column in columns_of(fields) for flat in _flattened(column))


def xml_text(text: str) -> str:
    """A text without what XML cannot hold, which U+FFFD stands for."""
    return _NO_XML.sub("\ufffd", text)


def _flattened(column: Column) -> Iterator[FlatColumn]:
    field = column.field
    if field.kind is Kind.RECORDS:
        for own in field.fields:
            yield FlatColumn(f"{column.name}_{own.name}", Kind.TEXT, own.description, _each_of(column, own.name))
    elif field.kind is Kind.TEXTS:
        yield FlatColumn(column.name, Kind.TEXT, field.description, lambda record: _joined(column.value(record)))
    else:
        yield FlatColumn(column.name, field.kind, field.description, column.value)


def _each_of(column: Column, name: str) -> Callable[[Record], str | None]:
    return lambda record: _joined([one[name] for one in column.value(record) or ()])


def _joined(values: Sequence[Any] | None) -> str | None:
    return BETWEEN.join(map(shown, values)) if values else None


def shown(value: Any) -> str:
    """One value as a text: instants with `Z`, nothing for None."""
    if value is None:
        return ""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)
