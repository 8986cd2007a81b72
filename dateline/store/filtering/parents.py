"""The rows that others belong to, in a statement: ids known while it is made, or given each time that it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import ARRAY, ColumnElement, Text, bindparam, func, literal, select

PARENTS = "parents"
"""The parameter of ids that are given later: one id, or all of them as JSON (SQLite) or as an array (PostgreSQL)."""
AMONG = "among"
"""The same on PostgreSQL where it is only asked whether an id is among them, so that some may stand there twice."""


class Parents:
    """Ids that are known."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = list(ids)

    @property
    def is_one(self) -> bool:
        """Whether there is exactly one."""
        return len(self._ids) == 1

    def holds(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a column's value is one of them."""
        return column.in_(self._ids)

    def array(self) -> ColumnElement[Any]:
        """All of them, for PostgreSQL."""
        return literal(self._ids, ARRAY(Text))

    def json(self) -> Any:
        """All of them, for SQLite."""
        return orjson.dumps(self._ids).decode()


class LaterParents(Parents):
    """Ids that the parameter `PARENTS` will have."""

    def __init__(self, dialect: str, *, one: bool) -> None:
        super().__init__(())
        self._dialect = dialect
        self._one = one

    @property
    def is_one(self) -> bool:
        """Whether the parameter is a single id."""
        return self._one

    def holds(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """By a form that uses the column's index however many there are."""
        if self._one:
            return column == bindparam(PARENTS, None, type_=Text())
        if self._dialect == "postgresql":
            return column == func.any(bindparam(AMONG, None, type_=ARRAY(Text)))
        found = func.json_each(self.json()).table_valued("value", name="wanted")
        return column.in_(select(found.c.value))

    def array(self) -> ColumnElement[Any]:
        """The parameter."""
        return bindparam(PARENTS, None, type_=ARRAY(Text))

    def json(self) -> Any:
        """The parameter."""
        return bindparam(PARENTS, None, type_=Text())
