"""Sums over events: kept while events are written, and read where a question needs nothing else.

Each event adds to one row of each grain, which is a choice of month or year or neither, type, and country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, select, tuple_

from dateline.store.filtering.filters import Filter, FilterKind, Filters
from dateline.store.filtering.operators import country_codes, values
from dateline.store.filtering.where import Where, where_condition
from dateline.store.keeping.insertion import add_to_rows
from schema.tables import EVENT, EVENT_SUM
from schema.tables.columns import Code

PERIODS: dict[str, int] = {"MONTH": 7, "YEAR": 4}
"""Characters of an ISO date."""
DIMENSIONS = ("MONTH", "YEAR", "TYPE", "COUNTRY")
GRAINS = tuple(
    tuple(name for name in (period, *others) if name)
    for period in ("", *PERIODS)
    for others in ((), ("TYPE",), ("COUNTRY",), ("TYPE", "COUNTRY"))
    if period or others
)
COLUMNS = tuple(
    EVENT.c[name] for name in ("type", "country_code", "date_earliest", "date_latest", "killed_best", "injured_best")
)
"""What an event adds is made of these."""
_KEY = ("grain", "period", "type", "country_code")
_SUMS = ("events", "killed", "injured")
_BATCH = 500


@dataclass(slots=True)
class SumChanges:
    """How much more is in each row than before."""

    rows: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))

    def add(self, event: Mapping[str, Any], sign: int = 1) -> None:
        """Notes that an event with these columns is there now; with a sign of -1, that it is no more."""
        change = (sign, sign * (event["killed_best"] or 0), sign * (event["injured_best"] or 0))
        for key in _keys(event):
            row = self.rows[key]
            for place, number in enumerate(change):
                row[place] += number

    def apply(self, connection: Connection) -> None:
        """Writes them; rows without an event are deleted."""
        changed = sorted((key, row) for key, row in self.rows.items() if any(row))
        self.rows.clear()
        rows = [dict(zip((*_KEY, *_SUMS), (*key, *row), strict=True)) for key, row in changed]
        add_to_rows(connection, EVENT_SUM, rows, key=_KEY, columns=_SUMS)
        fewer = [key for key, row in changed if row[0] < 0]
        columns = tuple_(*(EVENT_SUM.c[name] for name in _KEY))
        for start in range(0, len(fewer), _BATCH):
            gone = (columns.in_(fewer[start : start + _BATCH]), EVENT_SUM.c.events == 0)
            connection.execute(delete(EVENT_SUM).where(*gone))


_SHAPES = tuple((" ".join(grain), PERIODS.get(grain[0]), "TYPE" in grain, "COUNTRY" in grain) for grain in GRAINS)
"""Name, characters of the period, whether type and country count."""


def _keys(event: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    kind, country = event["type"], event["country_code"] or ""
    earliest, latest = event["date_earliest"], event["date_latest"]
    first, last = (day.isoformat() if day else "" for day in (earliest, latest))
    periods = {length: first[:length] if first[:length] == last[:length] else "" for length in PERIODS.values()}
    for name, length, has_type, has_country in _SHAPES:
        yield name, periods[length] if length else "", kind if has_type else "", country if has_country else ""


def _known(name: str) -> ColumnElement[Any]:
    return func.nullif(EVENT_SUM.c[name], "", type_=Code())


_PERIOD, _TYPE, _COUNTRY = (_known(name) for name in _KEY[1:])
_KEYS = {"MONTH": _PERIOD, "YEAR": _PERIOD, "TYPE": _TYPE, "COUNTRY": _COUNTRY}
_FILTERS: Filters = (
    Filter("type", FilterKind.EVENT_TYPE, values(_TYPE), "As for events."),
    Filter("country_code", FilterKind.STRING, country_codes(_COUNTRY), "As for events."),
)
_FILTERED = {"type": "TYPE", "country_code": "COUNTRY"}


def sums_by(dimensions: Sequence[str], where: Where | None) -> Select[Any] | None:
    """The keys, then events, killed and injured of each bucket, unordered; None where the sums do not tell."""
    names = {one for one in _names(where or {}) if one not in ("AND", "OR", "NOT")}
    if not set(dimensions) <= set(DIMENSIONS) or {"MONTH", "YEAR"} <= set(dimensions) or not names <= set(_FILTERED):
        return None
    needed = {*dimensions, *(_FILTERED[name] for name in names)}
    grain = " ".join(name for name in DIMENSIONS if name in needed)
    keys = [_KEYS[name].label(f"key_{number}") for number, name in enumerate(dimensions)]
    sums = [EVENT_SUM.c[name] for name in _SUMS]
    if needed == set(dimensions):
        found: Select[Any] = select(*keys, *sums)
    else:
        found = select(*keys, *(func.sum(one).label(one.name) for one in sums)).group_by(*keys)
    condition = where_condition(_FILTERS, where)
    found = found.where(EVENT_SUM.c.grain == grain)
    return found if condition is None else found.where(condition)


def _names(where: Where) -> Iterator[str]:
    for name, value in where.items():
        yield name
        for part in value if name in ("AND", "OR") else [value] if name == "NOT" else []:
            yield from _names(part)


def counted_anew() -> Select[Any]:
    """What the sums are made of: all events' columns."""
    return select(*COLUMNS)
