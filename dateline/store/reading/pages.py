"""Pages by keyset: rows after or before a place in an order, of a whole collection or of many parents at once.

News arrives while somebody pages; a place in an order stays, a row number does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Row,
    Select,
    Table,
    func,
    literal_column,
    select,
)
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from dateline.store.filtering.cursors import decode_cursor, encode_cursor
from dateline.store.filtering.orders import RELEVANCE, Order
from dateline.store.filtering.parents import Parents
from dateline.store.filtering.two_ways import Ordered, Way, find_ways, ids_of_page
from dateline.store.filtering.where import Where, ranges_along, where_condition
from dateline.store.reading.collections import Collection, Links, Relation
from dateline.store.reading.search import LaterPhrases, Phrases, Scored, matches, phrases_of, score, search_finder
from schema.errors import LimitError, QueryError

DEFAULT_SIZE = 20
LARGEST_SIZE = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A cursor that was opened: a value of the order, and the id of its row; both may be `Given` later."""

    value: Any
    identifier: Any


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page: `size` rows from the start, or from the end where `backward`, between two cursors."""

    size: int = DEFAULT_SIZE
    backward: bool = False
    after: str | Place | None = None
    before: str | Place | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows, in which order."""

    where: Where | None = field(default=None)
    search: str | LaterPhrases | None = None
    order: str | None = None
    """A field of the collection's orders; None takes the default, RELEVANCE where something is searched."""
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in their order."""

    rows: Sequence[Row[Any]]
    has_next: bool
    has_previous: bool
    order: Order

    def cursor(self, row: Row[Any]) -> str:
        """The place of one of the rows."""
        return encode_cursor(self.order, row.sort_value, row.sort_id)


EVERYTHING = Selection()


def page_request(
    first: int | None = None, after: str | None = None, last: int | None = None, before: str | None = None
) -> PageRequest:
    """The page that these arguments mean; QueryError or LimitError where they make no sense."""
    if first is not None and last is not None:
        raise QueryError("first and last exclude each other.", hint="Give one of them.")
    name, size = ("first", first) if last is None else ("last", last)
    if size is not None and size < 0:
        raise QueryError(f"{name} is {size}; it cannot be negative.", hint=f"Use 1 to {LARGEST_SIZE}.")
    if size is not None and size > LARGEST_SIZE:
        raise LimitError(
            f"{name} is {size:,}; the limit is {LARGEST_SIZE}.", hint="Page on with after: and pageInfo.endCursor."
        )
    return PageRequest(DEFAULT_SIZE if size is None else size, last is not None, after or None, before or None)


def read_page(
    connection: Connection, collection: Collection, request: PageRequest, selection: Selection = EVERYTHING
) -> Page:
    """A page of all rows: one statement."""
    query = PageQuery(connection.dialect.name, collection, selection)
    statement = query.statement(request).limit(request.size + 1)
    return query.page(connection.execute(statement).all(), request)


def read_pages(
    connection: Connection,
    relation: Relation,
    parents: Sequence[str],
    request: PageRequest,
    selection: Selection = EVERYTHING,
) -> dict[str, Page]:
    """The page of each parent, by the parent's id: one statement for all of them."""
    query = PageQuery(connection.dialect.name, relation.collection, selection, relation, Parents(parents))
    found: dict[str, list[Row[Any]]] = {parent: [] for parent in parents}
    for row in connection.execute(query.statement_of_parents(request)):
        found[row.parent_key].append(row)
    return {parent: query.page(rows, request) for parent, rows in found.items()}


def count_rows(connection: Connection, collection: Collection, selection: Selection = EVERYTHING) -> int:
    """How many rows there are on all pages together."""
    query = PageQuery(connection.dialect.name, collection, selection)
    return int(connection.execute(query.count(select(func.count()))).scalar_one())


def count_rows_of_parents(
    connection: Connection, relation: Relation, parents: Sequence[str], selection: Selection = EVERYTHING
) -> dict[str, int]:
    """The same for each parent: one statement for all of them."""
    query = PageQuery(connection.dialect.name, relation.collection, selection, relation, Parents(parents))
    assert query.parent is not None
    numbers: Any = select(query.parent, func.count())
    statement = query.count(numbers).group_by(query.parent)
    counts: dict[str, int] = dict(connection.execute(statement).all())
    return {parent: counts.get(parent, 0) for parent in parents}


class PageQuery:
    """One selection of a collection, or of a relation, as statements."""

    def __init__(
        self,
        dialect: str,
        collection: Collection,
        selection: Selection,
        relation: Relation | None = None,
        parents: Parents | None = None,
    ) -> None:
        self._collection = collection
        self.dialect = dialect
        links = relation.link(parents) if relation and parents else None
        self.parent = links.parent if links else None
        self._parents = parents
        self._is_small = links is not None and links.position is not None
        self._rows: FromClause = links.rows if links else collection.table
        self._conditions: list[ColumnElement[bool]] = []
        through = links_of(collection, selection) if links is None else None
        condition = through[1] if through else where_condition(collection.filters, selection.where)
        if condition is not None:
            self._conditions.append(condition)
        if through:
            links = through[0]
            self._rows = links.rows
        # Each link leads to one row; to look at those too, only to count them, would take most of the time.
        is_plain = through is not None or (condition is None and not selection.search)
        self._links = links.ordering if links and is_plain else None
        searches = phrases_of(selection.search) is not None
        self._order_name = selection.order or (RELEVANCE if searches else collection.default_order)
        self.order = self._find_order(selection, relation, links)
        self.sort_columns: tuple[ColumnElement[Any], ...] = (
            self.order.column.label("sort_value"),
            self.order.unique.label("sort_id"),
        )
        """Read beside the collection's columns."""
        self._whole = None if relation or through else selection
        """What is asked of the collection as a whole, whose pages may come in two ways."""

    def _find_order(self, selection: Selection, relation: Relation | None, links: Links | None) -> Order:
        phrases, name = phrases_of(selection.search), self._order_name
        table = self._collection.table
        if relation and relation.order and links:
            return relation.order(links)
        if name == RELEVANCE:
            return self._relevance(score(table, self._rows, _required(phrases), self.dialect), selection.descending)
        if phrases is not None:
            self._conditions.append(matches(table, phrases, self.dialect))
        order = chosen_order(self._collection, name, selection.descending)
        if links is None or links.ordering is None:
            return order
        copies = links.ordering.c
        return replace(order, column=copies[str(order.column.key)], unique=copies[f"{table.name}_id"])

    def _find_ways(self) -> Sequence[Way]:
        """For a page of a whole collection whose order no index gives."""
        selection = self._whole
        if selection is None:
            return ()
        phrases = phrases_of(selection.search)
        if phrases == () or self._order_name == RELEVANCE:
            return ()
        searched = None
        if phrases is not None:
            searched = search_finder(self._collection.table, phrases, self.dialect)
        return find_ways(self._collection.filters, selection.where or {}, self._order_name, searched, self.dialect)

    def _relevance(self, scored: Scored, descending: bool) -> Order:
        self._rows = scored.rows
        self._conditions.append(scored.condition)
        table = self._collection.table
        return Order(_order_name(self._collection, RELEVANCE, descending), scored.score, table.c.id, float, descending)

    def narrow(self, statement: Select[Any]) -> Select[Any]:
        """The statement over the rows of this selection, of all parents where it has some."""
        return self._narrowed(statement, self._rows)

    def count(self, statement: Select[Any]) -> Select[Any]:
        """The same for a statement that only counts."""
        return self._narrowed(statement, self._rows if self._links is None else self._links)

    def _narrowed(self, statement: Select[Any], rows: FromClause) -> Select[Any]:
        narrowed = statement.select_from(rows).where(*self._conditions)
        if self.parent is None or self._parents is None:
            return narrowed
        return narrowed.where(self._parents.holds(self.parent))

    def statement(self, request: PageRequest) -> Select[Any]:
        """The rows of a page and those beyond it, unlimited."""
        bounds, clauses = self._bounds(request), self._clauses(request)
        rows = select(*self._columns())
        ways = self._find_ways()
        if not ways:
            return self.narrow(rows).where(*bounds, *self._ranges()).order_by(*clauses)
        forward = self.order.descending == request.backward
        ordered = Ordered(self.order.key, bounds, ascending=forward, size=request.size + 1)
        chosen = ids_of_page(self._collection.table, ways, ordered, self.dialect)
        return rows.select_from(self._rows).where(self.order.unique.in_(select(chosen.c.id))).order_by(*clauses)

    def _ranges(self) -> list[ColumnElement[bool]]:
        """What filters say of the index that has the order, in a page of a whole collection."""
        selection = self._whole
        where = None if selection is None else selection.where
        return ranges_along(self._collection.filters, where, self._order_name) if where else []

    def _columns(self) -> list[ColumnElement[Any]]:
        parent = () if self.parent is None else (self.parent.label("parent_key"),)
        return [*self._collection.columns, *self.sort_columns, *parent]

    def _clauses(self, request: PageRequest) -> tuple[ColumnElement[Any], ...]:
        return self.order.clauses(backward=request.backward)

    def statement_of_parents(self, request: PageRequest) -> Select[Any]:
        """The page of each parent and one row beyond it, with `parent_key`."""
        assert self._parents is not None
        if self._parents.is_one:
            return self.statement(request).limit(request.size + 1)
        if self._is_small:
            return self._numbered(request)
        return self._lateral(request) if self.dialect == "postgresql" else self._correlated(request)

    def _numbered(self, request: PageRequest) -> Select[Any]:
        """All rows of all parents, numbered."""
        clauses = self._clauses(request)
        number = func.row_number().over(partition_by=self.parent, order_by=clauses).label("row_number")
        numbered = self.statement(request).order_by(None).add_columns(number).subquery("numbered")
        columns = [column for column in numbered.c if column is not numbered.c.row_number]
        return select(*columns).where(numbered.c.row_number <= request.size + 1).order_by(numbered.c.row_number)

    # One parent may have a million rows: each of these starts at the page in an index and never sees the others.

    def _lateral(self, request: PageRequest) -> Select[Any]:
        """A page for each of an array of parents."""
        assert self.parent is not None
        assert self._parents is not None
        parents = func.unnest(self._parents.array()).table_valued("id", name="parents").render_derived()
        own = select(*self._columns()).select_from(self._rows).where(self.parent == parents.c.id, *self._conditions)
        page = own.where(*self._bounds(request)).order_by(*self._clauses(request)).limit(request.size + 1)
        return select(page.correlate(parents).lateral("page")).select_from(parents)

    def _correlated(self, request: PageRequest) -> Select[Any]:
        """Rows that are among the first of their parent; for SQLite, which has no LATERAL."""
        assert self.parent is not None
        assert self._parents is not None
        parents = func.json_each(self._parents.json()).table_valued("value", name="parents")
        parent = self.parent == parents.c.value
        key = _row_key(self._rows, self.order.unique)
        own = select(key).select_from(self._rows).where(parent, *self._conditions, *self._bounds(request))
        first = own.order_by(*self._clauses(request)).limit(request.size + 1).correlate(parents)
        # The plus keeps SQLite from looking through all that a parent has for what is on its page.
        own_parent: Any = UnaryExpression(self.parent, operator=custom_op("+"), type_=self.parent.type)
        rows = select(*self._columns()).select_from(parents.join(self._rows, own_parent == parents.c.value))
        return rows.where(key.in_(first)).order_by(*self._clauses(request))

    def _bounds(self, request: PageRequest) -> list[ColumnElement[bool]]:
        order = self.order
        bounds: list[ColumnElement[bool]] = []
        for argument, cursor in (("after", request.after), ("before", request.before)):
            if cursor is not None:
                place = cursor if isinstance(cursor, Place) else Place(*decode_cursor(order, cursor, argument))
                bounds.append(order.beyond(place.value, place.identifier, backward=argument == "before"))
        return bounds

    def page(self, rows: Sequence[Row[Any]], request: PageRequest) -> Page:
        """The page out of the rows of `statement`."""
        more = len(rows) > request.size
        kept = rows[: request.size]
        if request.backward:
            return Page(kept[::-1], request.before is not None, more, self.order)
        return Page(kept, more, request.after is not None, self.order)


def _row_key(rows: FromClause, unique: ColumnElement[Any]) -> ColumnElement[Any]:
    """What SQLite finds a row by soonest: its number, which every index has, where one can name it; else its id."""
    return literal_column(f"{rows.name}.rowid", Integer) if isinstance(rows, Table) else unique


def chosen_order(collection: Collection, name: str, descending: bool) -> Order:
    """The order by one of a collection's fields; QueryError where it has none of that name."""
    orders: Mapping[str, Any] = collection.orders or {}
    if name not in orders:
        raise QueryError(f"There is no order {name!r}.", hint=f"Orders: {', '.join(orders)}.")
    chosen = orders[name]
    return Order(
        _order_name(collection, name, descending),
        chosen.column,
        collection.table.c.id,
        chosen.type,
        descending,
        chosen.nullable,
    )


def links_of(collection: Collection, selection: Selection) -> tuple[Links, ColumnElement[bool]] | None:
    """Links that are kept in order, and their condition, where one thing that has such is all that is asked for.

    With other filters the database decides what to begin with: few of the links may pass those.
    """
    where = selection.where or {}
    if selection.search or len(where) != 1:
        return None
    ((name, asked),) = where.items()
    linked = collection.linked.get(name)
    return (linked[0], linked[1](asked)) if linked and asked and set(asked) == {"eq"} else None


def _order_name(collection: Collection, name: str, descending: bool) -> str:
    return f"{collection.name}.{name}.{'DESC' if descending else 'ASC'}"


def _required(phrases: Phrases | None) -> Phrases:
    if phrases is None:
        raise QueryError("RELEVANCE needs something to search for.", hint="Give search:, or another orderBy.")
    return phrases
