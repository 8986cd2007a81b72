"""Articles and pages of them."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import Row

from api.graphql.connections import EDGES, NODES, After, Before, Connection, Edge, First, Last, connect, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.links import Actors, Events, Locations, Quotes, TheLocation
from api.graphql.nodes import Node, made_from, make
from dateline.store.reading.collections import (
    ARTICLE_ACTORS,
    ARTICLE_EVENTS,
    ARTICLE_LOCATIONS,
    ARTICLE_QUOTES,
    ARTICLES,
)
from dateline.store.reading.reads import find_datelines, find_texts

UNSET = strawberry.UNSET


@made_from("article")
@output
class Article(Node):
    """One news article, as it was read."""

    url: str | None = strawberry.field(description="Where it was published; null where that is not known.")
    title: str | None = strawberry.field(description="Its headline; null where it has none.")
    byline: str | None = strawberry.field(description="Who wrote it, as printed; null where nobody is named.")
    publisher: str | None = strawberry.field(description="Who published it; null where that is not known.")
    licence: str | None = strawberry.field(
        description="What its publisher allows, as given: a licence's name or address, or a sentence on rights; null "
        "where nothing is known, which allows nothing."
    )
    published_at: datetime | None = strawberry.field(description="When it came out; null where that is not known.")
    language: str = strawberry.field(description="Its language, as a code of ISO 639-1: en.")
    sha256: str = strawberry.field(description="SHA-256 of its text in UTF-8, in hexadecimal: the text's version.")

    @classmethod
    def from_row(cls, row: Row[Any]) -> Article:
        """From a row of the store."""
        return cls(
            id=row.id,
            url=row.url,
            title=row.title,
            byline=row.byline,
            publisher=row.publisher,
            licence=row.licence,
            published_at=row.published_at,
            language=row.language,
            sha256=row.sha256,
        )

    @resolved("The text that every span counts in; null only where the operator has chosen not to serve it.")
    async def text(self, info: Info) -> str | None:
        """By loader."""
        return await info.context.loaders.load(find_texts, self.id)

    @resolved("The place that its dateline names («NAIROBI, Kenya —»); null where it has none.")
    async def dateline(self, info: Info) -> TheLocation | None:
        """By loader."""
        row = await info.context.loaders.load(find_datelines, self.id)
        return None if row is None else make("location", row)

    @resolved("The events that it tells of, in the order of the text.")
    async def events(
        self, info: Info, first: First = UNSET, after: After = UNSET, last: Last = UNSET, before: Before = UNSET
    ) -> Events:
        """By loader."""
        return await connect(info, ARTICLE_EVENTS, self.id, first, after, last, before)

    @resolved("What people say in it, in the order of the text.")
    async def quotes(
        self, info: Info, first: First = UNSET, after: After = UNSET, last: Last = UNSET, before: Before = UNSET
    ) -> Quotes:
        """By loader."""
        return await connect(info, ARTICLE_QUOTES, self.id, first, after, last, before)

    @resolved("Who is in it, in the order in which they are first named.")
    async def actors(
        self, info: Info, first: First = UNSET, after: After = UNSET, last: Last = UNSET, before: Before = UNSET
    ) -> Actors:
        """By loader."""
        return await connect(info, ARTICLE_ACTORS, self.id, first, after, last, before)

    @resolved("The places in it, in the order in which they are first named.")
    async def locations(
        self, info: Info, first: First = UNSET, after: After = UNSET, last: Last = UNSET, before: Before = UNSET
    ) -> Locations:
        """By loader."""
        return await connect(info, ARTICLE_LOCATIONS, self.id, first, after, last, before)


@output
class ArticleEdge(Edge):
    """An article and its place in the list."""

    node: Article = strawberry.field(description="The article.")


@pages_of(ARTICLES)
@output
class ArticleConnection(Connection):
    """A page of articles."""

    @resolved(NODES)
    def nodes(self) -> list[Article]:
        """From the page's rows."""
        return [Article.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[ArticleEdge]:
        """From the page's rows."""
        return [ArticleEdge(cursor=self.page.cursor(row), node=Article.from_row(row)) for row in self.page.rows]
