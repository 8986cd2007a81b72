"""Two ways to what passes a filter: all ids that pass, one after the other, or a test of each row in some order.

Which one a page takes is decided while its statement runs, by how many pass: `two_ways`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Select, Table, case, select

from dateline.store.operators import Condition, Operators, Test

Ids = Select[Any] | CompoundSelect[Any]
"""One column `id`: ids of a noun, some perhaps several times, which a database can give without finding all first."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Both ways of one filter."""

    ids: Callable[[Operators], Ids]
    holds: Test
    """Asked of one row; no index is chosen for its sake, but one that has the order too."""
    is_linked: bool = True
    """Whether other rows lead to it; of columns of its own a database chooses well by itself."""


def column_finder(table: Table, test: Test, *, ordered: bool = False) -> Finder:
    """Of a test of the noun's own columns; `ordered` where an index has them before each order."""

    def ids(operators: Operators) -> Ids:
        return select(table.c.id.label("id")).where(test(operators))

    def holds(operators: Operators) -> Condition:
        return apart(test(operators))

    return Finder(ids, test if ordered else holds, is_linked=False)


def links_finder(found: Select[Any], own: Select[Any], test: Test, noun: Table) -> Finder:
    """Of a test of other rows: `found` has the ids that those lead to, `own` those of one row of the noun."""

    def ids(operators: Operators) -> Ids:
        return found.where(test(operators))

    def holds(operators: Operators) -> Condition:
        return any_row(own.where(test(operators)), noun)

    return Finder(ids, holds)


def any_row(rows: Select[Any], noun: Table) -> Condition:
    """Whether there is one of `rows` for a row of the noun; looked for anew for each."""
    # EXISTS is turned into a join by PostgreSQL, which then may start from all `rows` there are.
    return rows.limit(1).correlate(noun).scalar_subquery().is_not(None)


def apart(condition: Condition) -> Condition:
    """The condition, such that no database looks for an index for it."""
    return case((condition, 1), else_=0) == 1
