"""Which of the articles and events that were added somebody asked for: one statement for a filter and many ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from dateline.store.filtering.where import Where, where_condition
from dateline.store.reading.collections import Collection


@dataclass(frozen=True, slots=True)
class Interest:
    """A noun's rows that pass a filter."""

    collection: Collection
    where: Where | None = None

    @property
    def key(self) -> str:
        """The same for all who ask for the same."""
        return f"{self.collection.name} {self.where!r}"

    def prepare(self) -> Any:
        """The statement, which takes `ids`; QueryError or LimitError where the filter makes no sense."""
        condition = where_condition(self.collection.filters, self.where)
        identifier = self.collection.table.c.id
        statement = select(*self.collection.columns).where(identifier.in_(bindparam("ids", expanding=True)))
        return statement if condition is None else statement.where(condition)


def find_added(connection: Connection, statement: Any, ids: Sequence[str]) -> list[Row[Any]]:
    """Those of the rows that are still there and pass, in the order of the ids."""
    found = {row.id: row for row in connection.execute(statement, {"ids": list(ids)})}
    return [found[identifier] for identifier in ids if identifier in found]
