"""How a column's value becomes one of an answer: as code, for values as drivers give them.

Both databases give dates, instants and JSON as text, SQLite as it is stored, PostgreSQL as it tells them in UTC.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from api.graphql.enums import VOCABULARIES
from api.graphql.fast.fallback import Fallback
from schema.codes import event_codes
from schema.numbers import LARGEST_INT

LARGEST_FLOAT = 1.7976931348623157e308


def refuse(value: object = None) -> Any:
    """Where ordinary execution would tell an error, or might."""
    raise Fallback(f"{value!r} cannot be shown")


def stored_instant(value: str) -> str:
    """`2024-11-05 12:00:00.000000`, which is UTC, as answers have it."""
    whole = value[:10] + "T" + value[11:19]
    return whole + "Z" if value[19:] == ".000000" else whole + value[19:] + "Z"


def told_instant(value: str) -> str:
    """`2024-11-05 12:00:00.5+00`, which is UTC, as answers have it."""
    whole, fraction = value[:10] + "T" + value[11:19], value[19:-3]
    return f"{whole}{fraction:0<7}Z" if fraction else whole + "Z"


def stored_json(value: str | None) -> Any:
    """The value of a column of JSON."""
    return None if value is None else json.loads(value)


@dataclass(frozen=True, slots=True)
class Form:
    """How values come."""

    date: str
    """Code with `{}` in place of the value."""
    instant: str
    boolean: str
    json: str

    def show(self, type_name: str, column: str, *, nullable: bool, filled: bool = False) -> str:
        """Code that makes a value of a GraphQL type from the code of a column; `filled` where that is never None."""
        pattern = self._pattern(type_name)
        shown = pattern.replace("{}", column)
        if filled or (pattern == "{}" and nullable):
            return shown
        return f"({'None' if nullable else 'refuse()'} if {column} is None else {shown})"

    def _pattern(self, type_name: str) -> str:
        simple = {
            "String": "{}",
            "ID": "{}",
            "Int": "({} if -LARGEST_INT <= {} <= LARGEST_INT else refuse({}))",
            "Float": "({} if -LARGEST_FLOAT <= {} <= LARGEST_FLOAT else refuse({}))",
            "Boolean": self.boolean,
            "Date": self.date,
            "DateTime": self.instant,
        }
        return simple.get(type_name) or f"{type_name}[{{}}]"


STORED = Form(date="{}", instant="stored_instant({})", boolean="({} == 1)", json="stored_json({})")
"""Values of SQLite's driver."""
TOLD = Form(date="{}", instant="told_instant({})", boolean="{}", json="stored_json({})")
"""Values of PostgreSQL."""

NAMES: Mapping[str, Any] = {
    **{enum.__name__: {member.name: member.name for member in enum} for enum in VOCABULARIES},
    "LARGEST_FLOAT": LARGEST_FLOAT,
    "LARGEST_INT": LARGEST_INT,
    "event_codes": event_codes,
    "refuse": refuse,
    "stored_instant": stored_instant,
    "stored_json": stored_json,
    "told_instant": told_instant,
}
"""What generated code may name."""


def cursor_value(value: Any, kind: type) -> Any:
    """A value that a cursor holds, as SQLAlchemy would have read it."""
    if isinstance(value, str) and kind is datetime:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if isinstance(value, str) and kind is date:
        return date.fromisoformat(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value
