"""Statements for pages: of a whole collection, or of what belongs to each of many parents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Select, func, literal_column, select

from dateline.store.filtering.parameters import Slots
from dateline.store.filtering.parents import LaterParents
from dateline.store.reading.collections import Collection, Relation
from dateline.store.reading.pages import PageQuery, PageRequest, Selection
from dateline.store.reading.plans.prepared import Prepared
from dateline.store.reading.plans.questions import given_later
from dateline.store.reading.plans.wanted import Wanted
from dateline.store.reading.plans.writing import grouped


@dataclass(frozen=True, slots=True)
class Listing:
    """Pages of one list with certain columns.

    Rows have the wanted columns first, then the order's value and id where there are cursors, then the parent's id
    where there are parents.
    """

    collection: Collection
    relation: Relation | None
    wanted: Wanted
    has_cursors: bool

    def prepare(
        self, dialect: Dialect, request: PageRequest, selection: Selection, *, kept: bool, one: bool
    ) -> Prepared:
        """The page; `kept` where the statement will run again with other values, `one` for a single parent."""
        slots = Slots()
        statement, query = self._page(dialect, request, selection, slots, kept=kept, one=one)
        return Prepared(statement, slots, dialect, query.order, one=one)

    def prepare_written(self, dialect: Dialect, request: PageRequest, selection: Selection) -> Prepared | None:
        """The page of a whole collection in one row: its texts, and how many rows it has.

        With cursors the ids of the rows follow, and JSON of the order's values.  None where SQLite cannot give those.
        """
        slots = Slots()
        statement, query = self._page(dialect, request, selection, slots, kept=True, one=False)
        if self.has_cursors and query.order.type is float:
            return None
        rows = statement.subquery("rows").c
        # To name a text twice is to have it written twice.
        columns = [grouped(rows.written), func.count()]
        if self.has_cursors:
            columns += [grouped(rows.sort_id), func.json_group_array(rows.sort_value)]
        return Prepared(select(*columns), slots, dialect, query.order)

    def _page(
        self, dialect: Dialect, request: PageRequest, selection: Selection, slots: Slots, *, kept: bool, one: bool
    ) -> tuple[Select[Any], PageQuery]:
        asked, chosen = given_later(request, selection, slots) if kept else (request, selection)
        query = self._query(dialect.name, chosen, one)
        joined = self.wanted.is_joined
        query.sort_columns = tuple(self._sort_columns(query, joined))
        statement = query.statement(asked) if self.relation is None else query.statement_of_parents(asked)
        if self.relation is None or one:
            statement = statement.limit(_limit(dialect, asked.size + 1))
        whole = self._joined(statement, query, request, one or self.relation is None) if joined else statement
        return whole, query

    def prepare_count(self, dialect: Dialect, selection: Selection, *, kept: bool, one: bool) -> Prepared:
        """How many rows there are; with parents the parent's id and the number for each that has any."""
        slots = Slots()
        _, chosen = given_later(PageRequest(), selection, slots) if kept else (None, selection)
        query = self._query(dialect.name, chosen, one)
        if query.parent is None:
            return Prepared(query.count(select(func.count())), slots, dialect, one=one)
        numbers: Any = select(query.parent, func.count())
        return Prepared(query.count(numbers).group_by(query.parent), slots, dialect, one=one)

    def _query(self, dialect: str, selection: Selection, one: bool) -> PageQuery:
        columns = {column.key: column for column in self.collection.columns}
        columns.update({column.key: column for column in self.collection.table.c if column.key not in columns})
        own: tuple[Any, ...] = tuple(columns[name] for name in self.wanted.own_names())
        if self.wanted.written and not self.wanted.is_joined:
            own = (self.wanted.text(own),)
        collection = replace(self.collection, columns=own)
        if self.relation is None:
            return PageQuery(dialect, collection, selection)
        relation = replace(self.relation, collection=collection)
        return PageQuery(dialect, collection, selection, relation, LaterParents(dialect, one=one))

    def _sort_columns(self, query: PageQuery, joined: bool) -> list[ColumnElement[Any]]:
        order = query.order
        columns: list[ColumnElement[Any]] = [order.column.label("sort_value")] if self.has_cursors else []
        if self.has_cursors or joined:
            columns.append(order.unique.label("sort_id"))
        return [*columns, order.key.label("sort_key")] if joined else columns

    def _joined(self, statement: Select[Any], query: PageQuery, request: PageRequest, one: bool) -> Select[Any]:
        """The page first and what it leads to after it: what is left out of the page is never joined."""
        page = statement.subquery("page")
        extra: list[ColumnElement[Any]] = [page.c.sort_value, page.c.sort_id] if self.has_cursors else []
        if query.parent is not None:
            extra.append(page.c.parent_key)
        found = self.wanted.select_from(page, extra)
        if query.dialect == "sqlite" and one:
            # A subquery with a limit is the outermost loop there, and what is left-joined to it stays in its order.
            return found
        keys = (page.c.sort_key, page.c.sort_id)
        descending = query.order.descending != request.backward
        ordered = (key.desc() if descending else key.asc() for key in keys)
        return found.order_by(*ordered)


def _limit(dialect: Dialect, rows: int) -> int | ColumnElement[Any]:
    """PostgreSQL keeps a plan of a page only where it sees in the text how short that is."""
    return rows if dialect.name == "sqlite" else literal_column(str(rows))
