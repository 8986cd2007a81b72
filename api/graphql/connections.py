"""Connections: pages of rows with cursors, and the arguments that choose the page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import strawberry

from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.inputs import OrderInput, WhereInput, select_rows
from dateline.store.reading.collections import Collection, Relation
from dateline.store.reading.pages import LARGEST_SIZE, Page, count_rows, page_request, read_page

C = TypeVar("C", bound="type[Connection]")

First = Annotated[
    int | None,
    strawberry.argument(description=f"Page size, counted from the start: 20 by default, at most {LARGEST_SIZE}."),
]
After = Annotated[str | None, strawberry.argument(description="Begin after this cursor.")]
Last = Annotated[
    int | None,
    strawberry.argument(
        description=f"Page size, counted from the end instead, in the same order; at most {LARGEST_SIZE}."
    ),
]
Before = Annotated[str | None, strawberry.argument(description="End before this cursor.")]
Search = Annotated[
    str | None,
    strawberry.argument(
        description="Words that must all be there; words in quotation marks side by side. "
        "Case, accents and English endings make no difference.  Without orderBy the best come first."
    ),
]

NODES = "What this page holds, in order."
EDGES = "The same, each with its cursor."


@output
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there is more before this page.")
    start_cursor: str | None = strawberry.field(
        description="Of the first one here, to page back with before; null on an empty page."
    )
    end_cursor: str | None = strawberry.field(
        description="Of the last one here, to page on with after; null on an empty page."
    )


@strawberry.type(description="One place of a page.")
class Edge:
    """What all edges share."""

    cursor: str = strawberry.field(description="Opaque; good for after and before in the same order.")


@strawberry.type(description="One page of a list.")
class Connection:
    """What all connections share."""

    page: strawberry.Private[Page]
    count: strawberry.Private[Callable[[], Awaitable[int]]]

    @resolved("Where this page stands in the whole list.")
    def page_info(self) -> PageInfo:
        """Worked out of the page's ends."""
        rows, cursor = self.page.rows, self.page.cursor
        return PageInfo(
            has_next_page=self.page.has_next,
            has_previous_page=self.page.has_previous,
            start_cursor=cursor(rows[0]) if rows else None,
            end_cursor=cursor(rows[-1]) if rows else None,
        )

    @resolved("How many there are on all pages together; counted only when asked for.")
    async def total_count(self) -> int:
        """A statement of its own."""
        return await self.count()


_CONNECTIONS: dict[str, type[Connection]] = {}


def pages_of(collection: Collection) -> Callable[[C], C]:
    """Says that pages of a collection become this type."""

    def register(cls: C) -> C:
        _CONNECTIONS[collection.name] = cls
        return cls

    return register


async def connect_all(
    info: Info,
    collection: Collection,
    *page: Any,
    where: WhereInput | None,
    search: str | None,
    order_by: OrderInput | None,
) -> Any:
    """A page of all rows; `page` is first, after, last, before."""
    request, selection = page_request(*map(_given, page)), select_rows(_given(where), _given(order_by), _given(search))
    loaders = info.context.loaders
    found = await loaders.read(lambda connection: read_page(connection, collection, request, selection))

    async def count() -> int:
        return await loaders.read(lambda connection: count_rows(connection, collection, selection))

    return _CONNECTIONS[collection.name](page=found, count=count)


async def connect(
    info: Info,
    relation: Relation,
    parent: str,
    *page: Any,
    where: WhereInput | None = None,
    order_by: OrderInput | None = None,
) -> Any:
    """A page of what belongs to a parent, read together with those of the other parents of the level."""
    request, selection = page_request(*map(_given, page)), select_rows(_given(where), _given(order_by))
    loaders = info.context.loaders
    found = await loaders.page(relation, parent, request, selection)
    assert found is not None

    async def count() -> int:
        return await loaders.count(relation, parent, selection) or 0

    return _CONNECTIONS[relation.collection.name](page=found, count=count)


def _given(value: Any) -> Any:
    return None if value is strawberry.UNSET else value
