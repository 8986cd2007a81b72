"""Rows of a view, in the order of their ids, a chunk at a time: memory stays the same however many there are."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Integer, Select, Table, bindparam, case, extract, func, select

from dateline.exporting.fields import Record
from dateline.exporting.views.view import View
from dateline.store import Database
from dateline.store.filtering.operators import Condition
from dateline.store.filtering.where import Where, where_condition
from dateline.store.reading.search import matches, parse_search
from schema.errors import QueryError
from schema.tables.columns import order_key

CHUNK = 1_000
"""Rows read at once: the statements for what belongs to them take their ids as values."""
CACHE_KIB = 4_000
"""Of SQLite's pages, while everything is read once."""
NO_MONTH = "none"
_MONTH = re.compile("(?!0000)[0-9]{4}-(0[1-9]|1[0-2])")
FIRST_CHUNK = 100
"""Rows read first, so that whoever waits soon has something."""
FEW = 5_000
"""So many are found by the index of a filter and sorted; to walk a million rows for them would take seconds."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows of a view."""

    where: Where | None = None
    search: str | None = None
    since: datetime | None = None
    """Only what has changed since."""
    limit: int | None = None
    """Only so many, the first in the order of ids."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month of UTC; `year` and `month` are None for what has no date."""

    year: int | None
    month: int | None

    @classmethod
    def parse(cls, name: str) -> Month:
        """The month of a name; QueryError where it has none."""
        if name == NO_MONTH:
            return cls(None, None)
        if not _MONTH.fullmatch(name):
            raise QueryError(f"month is {name[:40]!r}.", hint=f"It takes a month, like 2024-11, or {NO_MONTH}.")
        return cls(int(name[:4]), int(name[5:]))

    @property
    def name(self) -> str:
        """`2024-11`; `none` for what has no date."""
        return NO_MONTH if self.year is None or self.month is None else f"{self.year:04}-{self.month:02}"

    @property
    def folder(self) -> str:
        """The name of its folder, as Hive, Spark and DuckDB read it."""
        return f"month={'__HIVE_DEFAULT_PARTITION__' if self.year is None else self.name}"


EVERYTHING = Choice()


@contextmanager
def snapshot(database: Database) -> Iterator[Connection]:
    """A connection that sees one state of the database throughout, whatever is written meanwhile."""
    begin = "BEGIN" if database.dialect == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with database.reading() as connection, _little_memory(connection):
        connection.exec_driver_sql(begin)
        try:
            yield connection
        finally:
            # One that was cut off has nothing to undo, and would hide what cut it off.
            if not connection.invalidated:
                connection.exec_driver_sql("ROLLBACK")


@contextmanager
def _little_memory(connection: Connection) -> Iterator[None]:
    """Lets SQLite keep fewer pages: each is read once, and others want the memory."""
    if connection.dialect.name != "sqlite":
        yield
        return
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")


def count_rows(connection: Connection, view: View, choice: Choice = EVERYTHING) -> int:
    """How many rows are chosen.  Raises QueryError and LimitError as `stream` does."""
    statement = select(func.count()).select_from(view.table).where(*_chosen(connection, view, choice))
    found = int(connection.execute(statement).scalar_one())
    return found if choice.limit is None else min(found, choice.limit)


def stream(
    connection: Connection, view: View, choice: Choice = EVERYTHING, month: Month | None = None
) -> Iterator[list[Record]]:
    """The chosen rows, at most CHUNK at once.

    Raises QueryError for filters that make no sense and for `search` where rows have no words; LimitError for too many
    filters or words.
    """
    chosen = _chosen(connection, view, choice)
    dated = [] if month is None else [_within(view, month)]
    few = _few(connection, view, [*chosen, *dated]) if chosen else None
    if few is not None:
        return _by_ids(connection, view, few[: choice.limit])
    narrowed = view.statement.where(*_walked(connection, chosen), *dated)
    return _chunks(connection, view, narrowed.order_by(view.table.c.id), choice.limit)


def months_of(connection: Connection, view: View) -> list[Month]:
    """The months that rows of a view can have, the earliest first, undated last; QueryError where it has no dates."""
    if view.dates is None:
        raise QueryError(f"The {view.name} have no date to partition by.", hint="Leave --partition out.")
    column = view.dates.column
    parts = [extract(part, column).label(part) for part in ("year", "month")]
    found = [(row.year, row.month) for row in connection.execute(select(*parts).distinct())]
    dated = sorted((int(year), int(month)) for year, month in found if year is not None)
    undated = [Month(None, None)] if any(year is None for year, _ in found) else []
    return [*(Month(year, month) for year, month in dated), *undated]


def _few(connection: Connection, view: View, conditions: list[Condition]) -> list[str] | None:
    """The ids of all chosen rows in order, where there are few; None where there are more, or PostgreSQL decides."""
    if connection.dialect.name != "sqlite":
        return None
    wanted = select(view.table.c.id).where(*conditions).limit(FEW + 1)
    found = connection.execute(wanted).scalars().all()
    return None if len(found) > FEW else sorted(found)


def _by_ids(connection: Connection, view: View, ids: Sequence[str]) -> Iterator[list[Record]]:
    statement = view.statement.where(view.table.c.id.in_(bindparam("ids", expanding=True))).order_by(view.table.c.id)
    size = min(CHUNK, view.chunk or CHUNK)
    for start in range(0, len(ids), size):
        yield view.build(connection, connection.execute(statement, {"ids": ids[start : start + size]}).all())


def _chunks(connection: Connection, view: View, statement: Select[Any], most: int | None) -> Iterator[list[Record]]:
    following = statement.where(view.table.c.id > bindparam("last_id")).limit(bindparam("chunk_size", type_=Integer))
    left, last, wanted = math.inf if most is None else most, "", FIRST_CHUNK
    largest = min(CHUNK, view.chunk or CHUNK)
    while left > 0:
        size = int(min(wanted, largest, left))
        rows = connection.execute(following, {"last_id": last, "chunk_size": size}).all()
        if rows:
            yield view.build(connection, rows)
        if len(rows) < size:
            return
        left, last, wanted = left - size, rows[-1].id, CHUNK


def _chosen(connection: Connection, view: View, choice: Choice) -> list[Condition]:
    phrases = parse_search(choice.search)
    if phrases is not None and not view.is_searchable:
        raise QueryError(f"The {view.name} cannot be searched.", hint="Leave --search out, or export articles.")
    changed = None if choice.since is None else view.changed(choice.since)
    conditions = [where_condition(view.filters, choice.where), view.only, changed]
    if phrases is not None:
        assert isinstance(view.table, Table)
        conditions.append(matches(view.table, phrases, connection.dialect.name))
    return [condition for condition in conditions if condition is not None]


def _walked(connection: Connection, conditions: list[Condition]) -> list[Condition]:
    # SQLite would take the index of a filter and sort all that it finds, again for each chunk.  Inside a CASE no index
    # fits, so that it walks the ids: each row is looked at once.
    if connection.dialect.name != "sqlite":
        return conditions
    return [case((condition, 1), else_=0) == 1 for condition in conditions]


def _within(view: View, month: Month) -> Condition:
    assert view.dates is not None
    column = view.dates.column
    if month.year is None or month.month is None:
        return view.dates.through(column.is_(None))
    first = date(month.year, month.month, 1)
    last = date(month.year, month.month, calendar.monthrange(month.year, month.month)[1])
    return view.dates.through(_between(column, first, last))


def _between(column: ColumnElement[Any], first: date, last: date) -> Condition:
    key = order_key(column, descending=True)
    if isinstance(column.type, Date):
        return key.between(first, last)
    return key.between(datetime.combine(first, time.min, UTC), datetime.combine(last, time.max, UTC))
