"""A page of what passes filters that no index has in its order, by whichever of two ways is short.

Where few rows pass a filter, those are found and sorted; where many do, the rows are read in their order until a page
is full.  How many they are is seen while the statement runs, by looking for so many of them and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, Table, and_, case, func, not_, select, true, union_all

from dateline.store.filtering.filters import Filter, Filters
from dateline.store.filtering.finders import Finder, Ids, Kind
from dateline.store.filtering.operators import Condition
from dateline.store.filtering.where import Where, row_condition


@dataclass(frozen=True, slots=True)
class Way:
    """Where a page may come from."""

    ids: Ids | None
    """None where rows are read in their order."""
    rest: Condition
    """What else they must pass, asked of each row."""
    most: int = 0
    """So many ids at most are sorted."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """Which part of an order a page is."""

    key: ColumnElement[Any]
    bounds: Sequence[ColumnElement[bool]]
    ascending: bool
    size: int


def find_ways(filters: Filters, where: Where, order: str, searched: Finder | None, dialect: str) -> Sequence[Way]:
    """The ways to what passes all filters, and the search where there is one.

    None where the database chooses well by itself: PostgreSQL knows how many rows a range of days or a value has, but
    SQLite does not.
    """
    known = {entry.name: entry for entry in filters}
    finders = {name: found for name, asked in where.items() if (found := _finder(known, name, asked, order))}
    unsure = {Kind.LINKS, Kind.DAYS, Kind.FEW} if dialect == "sqlite" else {Kind.LINKS}
    if not searched and unsure.isdisjoint(finder.kind for finder in finders.values()):
        return ()
    words = true() if searched is None else searched.holds({})
    ways = [] if searched is None else [Way(searched.ids({}), _all(filters, where, order), searched.most)]
    for name, finder in finders.items():
        others = {key: asked for key, asked in where.items() if key != name}
        ways.append(Way(finder.ids(where[name]), and_(words, _all(filters, others, order)), finder.most))
    return [*ways, Way(None, and_(words, _all(filters, where, order)))]


def _finder(known: dict[str, Filter], name: str, asked: Any, order: str) -> Finder | None:
    entry = known.get(name)
    return None if entry is None or not asked or entry.along == order else entry.finder


def _all(filters: Filters, where: Where, order: str) -> Condition:
    condition = row_condition(filters, where, order)
    return true() if condition is None else condition


def ids_of_page(noun: Table, ways: Sequence[Way], ordered: Ordered, dialect: str) -> CTE:
    """The ids of a page, in its column `id`, by the first of the ways that is short, else by the last."""
    pages: list[Select[Any]] = []
    gates: list[ColumnElement[bool]] = []
    for number, way in enumerate(ways):
        if way.ids is None:
            gate, rows, key = and_(*gates), select(noun.c.id).where(way.rest, *ordered.bounds), ordered.key
            identifier: ColumnElement[Any] = noun.c.id
        else:
            first = way.ids.subquery(f"found_{number}")
            seen = select(first.c.id).limit(way.most + 1).cte(f"seen_{number}").prefix_with("MATERIALIZED")
            many = select(func.count()).select_from(seen).scalar_subquery() > way.most
            gate = and_(*gates, not_(many))
            gates.append(many)
            few = select(noun.c.id, ordered.key.label("sort_key")).where(
                noun.c.id.in_(select(seen.c.id)), way.rest, *ordered.bounds
            )
            # An offset, even of nothing, keeps them from being read in their order here.
            sorted_rows = few.offset(0).subquery(f"few_{number}")
            rows, key, identifier = select(sorted_rows.c.id), sorted_rows.c.sort_key, sorted_rows.c.id
        clauses = [one.asc() if ordered.ascending else one.desc() for one in (key, identifier)]
        pages.append(_gated(rows.order_by(*clauses), gate, ordered.size, dialect))
    return union_all(*(select(page.subquery().c.id) for page in pages)).cte("chosen")


def _gated(rows: Select[Any], gate: ColumnElement[bool], size: int, dialect: str) -> Select[Any]:
    """So many rows where the gate is open; behind a closed one nothing is read."""
    if dialect == "sqlite":
        # It asks conditions of each row, and limits once.
        return rows.limit(select(case((gate, size), else_=0)).scalar_subquery())
    return rows.where(gate).limit(size)
