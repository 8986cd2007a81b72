"""One value of a query parameter: what it may be, in words and as JSON Schema, and how it is read."""

from __future__ import annotations

import math
import re
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from strawberry import ID

from dateline.exporting import read_moment
from dateline.store.filtering.operators import LONGEST_VALUE
from schema.errors import LimitError, QueryError
from schema.ids import noun_of
from schema.numbers import LARGEST_INT

_INT = re.compile(r"[+-]?[0-9]{1,20}")
_FLOAT = re.compile(r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COMMA = re.compile(r"(?<!\\),")


@dataclass(frozen=True, slots=True)
class Value:
    """What a value may be: a type; whole numbers with bounds; texts with the only ones there are."""

    type: Any
    least: int = -LARGEST_INT
    most: int = LARGEST_INT
    """Of a whole number; of a text, in characters."""
    choices: tuple[str, ...] = ()

    @classmethod
    def of(cls, hint: Any) -> Value:
        """From the hint of a GraphQL input's field: `int | None`."""
        kind = next(one for one in typing.get_args(hint) if one is not types.NoneType)
        return cls(kind, most=LONGEST_VALUE) if kind is str else cls(kind)

    @property
    def taken(self) -> str:
        """What it takes, in words."""
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        if isinstance(self.type, type) and issubclass(self.type, StrEnum):
            return f"one of {', '.join(self.type)}"
        if self.type is int and self.most < LARGEST_INT:
            return f"a whole number from {self.least} to {self.most}"
        return _TAKEN[self.type]


_TAKEN: dict[Any, str] = {
    str: "a text",
    ID: "an id, as another answer gave it",
    bool: "true or false",
    int: "a whole number, like 5",
    float: "a number, like 0.5",
    date: "a day, like 2024-11-05",
    datetime: "a day or a moment, like 2024-11-05 or 2024-11-05T08:00:00Z",
}


def split_values(text: str) -> list[str]:
    """The values joined by commas; a comma after a backslash belongs to its value."""
    return [part.replace("\\,", ",") for part in _COMMA.split(text)]


def read_value(name: str, value: Value, text: str) -> Any:
    """What a text means; QueryError, naming the parameter and what it takes, where it means nothing.

    LimitError where a number is larger, or a text longer, than what is served.
    """
    found = _parse(value, text)
    if found is None:
        shown = text if len(text) <= 40 else text[:40] + " …"
        raise QueryError(f"{name}: {shown!r} cannot be used.", hint=f"{name} takes {value.taken}.")
    _check_size(name, value, found)
    return found


def _check_size(name: str, value: Value, found: Any) -> None:
    if value.type is int and found > value.most:
        raise LimitError(f"{name} is {found:,}; the limit is {value.most:,}.", hint=f"{name} takes {value.taken}.")
    if value.type is str and len(found) > value.most:
        raise LimitError(
            f"{name} has {len(found):,} characters; the limit is {value.most}.", hint="Use search for longer texts."
        )


def _parse(value: Value, text: str) -> Any:
    """None where it means nothing."""
    if value.choices:
        return text if text in value.choices else None
    if value.type is int:
        return _parse_int(value, text)
    if value.type is float:
        return _parse_float(text)
    if value.type is date:
        return _parse_date(text)
    if value.type is datetime:
        return read_moment(text)
    if value.type is bool:
        return {"true": True, "false": False}.get(text)
    if value.type is str:
        return text or None
    if value.type is ID:
        return text if noun_of(text) else None
    return value.type.__members__.get(text)


def _parse_int(value: Value, text: str) -> int | None:
    number = int(text) if _INT.fullmatch(text) else None
    return None if number is None or number < value.least else number


def _parse_float(text: str) -> float | None:
    number = float(text) if _FLOAT.fullmatch(text) else math.nan
    return number if math.isfinite(number) else None


def _parse_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None
