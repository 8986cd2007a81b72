"""What lists are filtered and ordered by: inputs made from the tables of `dateline.store`.

A filter added to `dateline.store.filtering.filters`, or an order to `orders` beside it, appears here by itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any, TypeVar

import strawberry

from api.graphql.describing import described_enum, doc
from api.graphql.enums import OrderDirection
from api.graphql.operators import (
    ActorKindFilter,
    BasisFilter,
    BoundingBoxInput,
    DateFilter,
    EventStatusFilter,
    EventTypeFilter,
    FloatFilter,
    IDFilter,
    IntFilter,
    LocationKindFilter,
    NearInput,
    QuoteKindFilter,
    StringFilter,
    VictimKindFilter,
    operator,
    required,
)
from dateline.store.filtering.filters import (
    ACTOR_FILTERS,
    ARTICLE_FILTERS,
    EVENT_FILTERS,
    LOCATION_FILTERS,
    MENTION_FILTERS,
    QUOTE_FILTERS,
    REPORT_FILTERS,
    FilterKind,
    Filters,
)
from dateline.store.filtering.orders import (
    ACTOR_ORDERS,
    ARTICLE_ORDERS,
    EVENT_ORDERS,
    LOCATION_ORDERS,
    QUOTE_ORDERS,
    Orders,
)
from dateline.store.filtering.where import Where
from dateline.store.reading.pages import EVERYTHING, Selection

T = TypeVar("T")

INPUTS: dict[FilterKind, type] = {
    FilterKind.ID: IDFilter,
    FilterKind.STRING: StringFilter,
    FilterKind.INT: IntFilter,
    FilterKind.FLOAT: FloatFilter,
    FilterKind.DATE: DateFilter,
    FilterKind.EVENT_TYPE: EventTypeFilter,
    FilterKind.EVENT_STATUS: EventStatusFilter,
    FilterKind.QUOTE_KIND: QuoteKindFilter,
    FilterKind.ACTOR_KIND: ActorKindFilter,
    FilterKind.LOCATION_KIND: LocationKindFilter,
    FilterKind.VICTIM_KIND: VictimKindFilter,
    FilterKind.BASIS: BasisFilter,
    FilterKind.NEAR: NearInput,
    FilterKind.BOX: BoundingBoxInput,
}


class WhereInput:
    """A tree of filters."""


class OrderInput:
    """A field and a direction."""

    field: Any
    direction: OrderDirection


def _filters(filters: Filters) -> Callable[[type[T]], type[T]]:
    """Gives an input one field for each filter, and AND, OR and NOT."""

    def decorate(cls: type[T]) -> type[T]:
        own = cls.__name__
        joins = {
            "AND": (f"list[{own}] | None", "All of these hold as well."),
            "OR": (f"list[{own}] | None", "At least one of these holds as well."),
            "NOT": (f"{own} | None", "This does not hold."),
        }
        fields = {entry.name: (INPUTS[entry.kind] | None, entry.description) for entry in filters} | joins
        cls.__annotations__ = {name: annotation for name, (annotation, _) in fields.items()}
        for name, (_, description) in fields.items():
            setattr(cls, name, operator(description))
        return strawberry.input(cls, description=doc(cls))

    return decorate


def _fields(orders: Orders) -> Callable[[type[T]], type[T]]:
    """Gives an input the fields of an order and a direction."""

    def decorate(cls: type[T]) -> type[T]:
        name = f"{cls.__name__}Field"
        enum = _order_enum(name, orders)
        described_enum(enum, description=f"What {cls.__name__.removesuffix('Order').lower()}s can be ordered by.")
        cls.__annotations__ = {"field": enum, "direction": OrderDirection}
        setattr(cls, "field", required("By what."))  # noqa: B010 - an attribute in mypy's eyes
        cls.direction = required("From which end.")  # type: ignore[attr-defined]
        return strawberry.input(cls, description=doc(cls))

    return decorate


def _order_enum(name: str, orders: Orders) -> type[Enum]:
    class OrderField(StrEnum):
        """A field to order by."""

        @property
        def description(self) -> str:
            """What it is."""
            return orders[self.value].description

    members = {field: field for field in orders}
    enum: type[Enum] = OrderField(name, members)  # type: ignore[call-arg, assignment]
    return enum


@_filters(EVENT_FILTERS)
class EventWhere(WhereInput):
    """Which events; what is given here must all hold."""


@_filters(QUOTE_FILTERS)
class QuoteWhere(WhereInput):
    """Which quotes; what is given here must all hold."""


@_filters(REPORT_FILTERS)
class ReportWhere(WhereInput):
    """Which reports; what is given here must all hold."""


@_filters(MENTION_FILTERS)
class MentionWhere(WhereInput):
    """Which words; what is given here must all hold."""


@_filters(ACTOR_FILTERS)
class ActorWhere(WhereInput):
    """Which actors; what is given here must all hold."""


@_filters(LOCATION_FILTERS)
class LocationWhere(WhereInput):
    """Which locations; what is given here must all hold."""


@_filters(ARTICLE_FILTERS)
class ArticleWhere(WhereInput):
    """Which articles; what is given here must all hold."""


@_fields(EVENT_ORDERS)
class EventOrder(OrderInput):
    """In which order events come."""


@_fields(QUOTE_ORDERS)
class QuoteOrder(OrderInput):
    """In which order quotes come."""


@_fields(ACTOR_ORDERS)
class ActorOrder(OrderInput):
    """In which order actors come."""


@_fields(LOCATION_ORDERS)
class LocationOrder(OrderInput):
    """In which order locations come."""


@_fields(ARTICLE_ORDERS)
class ArticleOrder(OrderInput):
    """In which order articles come."""


def select_rows(where: WhereInput | None, order_by: OrderInput | None, search: str | None = None) -> Selection:
    """What the store is asked for."""
    # A sorted schema hands over the values of enums, not their members; both are the same as text.
    filters = where_of(where)
    if not filters and not order_by and not search:
        return EVERYTHING
    if not order_by:
        return Selection(filters, search or None)
    return Selection(filters, search or None, str(order_by.field), order_by.direction == OrderDirection.DESC)


def where_of(where: WhereInput | None) -> Where | None:
    """The tree of filters as the store takes it."""
    return _plain(where) if where else None


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value):
        given = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: _plain(one) for name, one in given if one is not None and one is not strawberry.UNSET}
    return value.value if isinstance(value, Enum) else value
