"""The orders that pages come in: by one value and then by id, so that every row has its own place.

What has no value comes last in both directions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, literal, tuple_

from dateline.store.filtering.parameters import parameter
from schema.tables import ACTOR, ARTICLE, EVENT, LOCATION, QUOTE
from schema.tables.columns import last_value, order_key

RELEVANCE = "RELEVANCE"
"""The order of a search; it has no column."""


@dataclass(frozen=True, slots=True)
class OrderField:
    """One value to order by.  `column` is None for RELEVANCE."""

    name: str
    column: ColumnElement[Any] | None
    type: type[str] | type[int] | type[float] | type[date] | type[datetime]
    description: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A field in one direction; `unique` tells rows of the same value apart."""

    name: str
    """Goes into cursors, so that one is never used in another order."""
    column: ColumnElement[Any]
    unique: ColumnElement[str]
    type: type
    descending: bool
    nullable: bool = False

    @property
    def key(self) -> ColumnElement[Any]:
        """What rows are compared by."""
        return order_key(self.column, self.descending) if self.nullable else self.column

    def clauses(self, *, backward: bool) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """The ORDER BY, from the last row to the first where `backward`."""
        if self.descending != backward:
            return self.key.desc(), self.unique.desc()
        return self.key.asc(), self.unique.asc()

    def beyond(self, value: Any, identifier: Any, *, backward: bool) -> ColumnElement[bool]:
        """Whether a row comes after the place of this value and id; before it where `backward`."""
        bound = last_value(self.column, self.descending) if value is None else _bound(value, self.column)
        own, other = tuple_(self.key, self.unique), tuple_(bound, _bound(identifier, self.unique))
        # SQLite finds the start of a pair in an index of columns, but not of expressions; of one value in both.
        if self.descending != backward:
            return and_(self.key <= bound, own < other)
        return and_(self.key >= bound, own > other)


def _bound(value: Any, column: ColumnElement[Any]) -> ColumnElement[Any]:
    found = parameter(value, column.type)
    return found if isinstance(found, ColumnElement) else literal(found, column.type)


Orders = Mapping[str, OrderField]


def _orders(*fields: OrderField) -> Orders:
    relevance = OrderField(RELEVANCE, None, float, "How well it fits the search; only together with search.")
    return {field.name: field for field in (*fields, relevance)}


EVENT_ORDERS = _orders(
    OrderField("DATE", EVENT.c.date_earliest, date, "The day when it happened or began; undated events last.", True),
    OrderField("KILLED", EVENT.c.killed_best, int, "How many were killed; events without a number last.", True),
    OrderField("CONFIDENCE", EVENT.c.confidence, float, "How sure the reading is."),
)
QUOTE_ORDERS = _orders(
    OrderField("PUBLISHED_AT", QUOTE.c.published_at, datetime, "When its article came out; undated ones last.", True)
)
ACTOR_ORDERS = _orders(
    OrderField("NAME", ACTOR.c.name_key, str, "By name, without regard to case and accents."),
    OrderField("EVENT_COUNT", ACTOR.c.event_count, int, "In how many events it has a part."),
    OrderField("QUOTE_COUNT", ACTOR.c.quote_count, int, "How many quotes are its own."),
)
LOCATION_ORDERS = _orders(
    OrderField("NAME", LOCATION.c.name_key, str, "By name, without regard to case and accents."),
    OrderField("EVENT_COUNT", LOCATION.c.event_count, int, "How many events happened right there."),
)
ARTICLE_ORDERS = _orders(
    OrderField("PUBLISHED_AT", ARTICLE.c.published_at, datetime, "When it came out; undated ones last.", True)
)
