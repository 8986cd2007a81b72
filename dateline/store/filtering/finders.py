"""Two ways to what passes a filter: all ids that pass, one after the other, or a test of each row in some order.

Which one a page takes is decided while its statement runs, by how many pass: `two_ways`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from sqlalchemy import CompoundSelect, Select, Table, case, select

from dateline.store.filtering.operators import Condition, Operators, Test

Ids = Select[Any] | CompoundSelect[Any]
"""One column `id`: ids of a noun, some perhaps several times, which a database can give without finding all first."""


MOST_SORTED = 2_000
"""Rows that pass a filter, for those to be sorted.

With a page of 50 out of N rows, either way reads at most about max(MOST_SORTED, 50 N / MOST_SORTED) rows, if filters
have nothing to do with the order.
"""


class Kind(Enum):
    """What rows are found by."""

    LINKS = auto()
    """Other rows, that lead to them."""
    DAYS = auto()
    """Ranges of their own days, which SQLite sorts whole where another order is asked for."""
    FEW = auto()
    """Columns of a handful of values, of which some are in most rows; SQLite sorts all of those."""
    VALUES = auto()
    """Columns of their own; a database chooses well by itself."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Both ways of one filter."""

    ids: Callable[[Operators], Ids]
    holds: Test
    """Asked of one row; no index is chosen for its sake, but one that has the order too."""
    kind: Kind = Kind.LINKS
    most: int = MOST_SORTED
    """More where to test a row costs more than to find one."""


def column_finder(table: Table, test: Test, *, ordered: bool = False, kind: Kind = Kind.VALUES) -> Finder:
    """Of a test of the noun's own columns; `ordered` where an index has them before each order."""

    def ids(operators: Operators) -> Ids:
        return select(table.c.id.label("id")).where(test(operators))

    def holds(operators: Operators) -> Condition:
        return apart(test(operators))

    return Finder(ids, test if ordered else holds, kind)


def links_finder(found: Select[Any], own: Select[Any], test: Test, noun: Table, most: int = MOST_SORTED) -> Finder:
    """Of a test of other rows: `found` has the ids that those lead to, `own` those of one row of the noun."""

    def ids(operators: Operators) -> Ids:
        return found.where(test(operators))

    def holds(operators: Operators) -> Condition:
        return any_row(own.where(test(operators)), noun)

    return Finder(ids, holds, most=most)


def any_row(rows: Select[Any], noun: Table) -> Condition:
    """Whether there is one of `rows` for a row of the noun; looked for again for each."""
    # EXISTS is turned into a join by PostgreSQL, which then may start from all `rows` there are.
    return rows.limit(1).correlate(noun).scalar_subquery().is_not(None)


def apart(condition: Condition) -> Condition:
    """The condition, such that no database looks for an index for it."""
    return case((condition, 1), else_=0) == 1
