"""Locations and pages of them."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.actors import EventsBy, WhichEvents, WhichMentions
from api.graphql.connections import EDGES, NODES, After, Before, Connection, Edge, First, Last, connect, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.links import Events, Mentions, TheLocation
from api.graphql.nodes import Node, load, made_from
from dateline.store.reading.collections import LOCATION_EVENTS, LOCATION_MENTIONS, LOCATIONS
from schema.vocabulary import LocationKind

UNSET = strawberry.UNSET


@made_from("location")
@output
class Location(Node):
    """A place of the gazetteer, or one that it does not know within one that it does."""

    parent_id: strawberry.Private[str | None]
    name: str = strawberry.field(description="Its name in the gazetteer.")
    kind: LocationKind = strawberry.field(description="What kind of place it is.")
    geonames_id: int | None = strawberry.field(description="Its number at geonames.org; null where it has none there.")
    latitude: float | None = strawberry.field(
        description="In degrees (WGS 84), north positive; null where no point is known."
    )
    longitude: float | None = strawberry.field(
        description="In degrees (WGS 84), east positive; null where no point is known."
    )
    country_code: str | None = strawberry.field(
        description="Its country, as two capital letters (ISO 3166-1 alpha-2): KE; null for larger regions."
    )
    precision: LocationKind = strawberry.field(
        description="What its point is of: its own kind; or, of a place that no gazetteer has, that of the smallest "
        "region that it is named with, whose point it takes."
    )
    event_count: int = strawberry.field(description="How many events happened right there.")

    @classmethod
    def from_row(cls, row: Row[Any]) -> Location:
        """From a row of the store."""
        return cls(
            id=row.id,
            parent_id=row.parent_id,
            name=row.name,
            kind=LocationKind[row.kind],
            geonames_id=row.geonames_id,
            latitude=row.latitude,
            longitude=row.longitude,
            country_code=row.country_code,
            precision=LocationKind[row.precision or row.kind],
            event_count=row.event_count,
        )

    @resolved("The next larger place that it lies in; null for the largest and where it is not known.")
    async def parent(self, info: Info) -> TheLocation | None:
        """By loader."""
        return await load(info, "location", self.parent_id)

    @resolved("The events that happened right there, not in a smaller place within.")
    async def events(
        self,
        info: Info,
        where: WhichEvents = UNSET,
        order_by: EventsBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Events:
        """By loader."""
        page = (first, after, last, before)
        return await connect(info, LOCATION_EVENTS, self.id, *page, where=where, order_by=order_by)

    @resolved("The words that name it, those of the newest articles first.")
    async def mentions(
        self,
        info: Info,
        where: WhichMentions = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Mentions:
        """By loader."""
        return await connect(info, LOCATION_MENTIONS, self.id, first, after, last, before, where=where)


@output
class LocationEdge(Edge):
    """A location and its place in the list."""

    node: Location = strawberry.field(description="The location.")


@pages_of(LOCATIONS)
@output
class LocationConnection(Connection):
    """A page of locations."""

    @resolved(NODES)
    def nodes(self) -> list[Location]:
        """From the page's rows."""
        return [Location.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[LocationEdge]:
        """From the page's rows."""
        return [LocationEdge(cursor=self.page.cursor(row), node=Location.from_row(row)) for row in self.page.rows]
