"""Evidence: the words of an article that a fact was read from."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Annotated, Any

import strawberry
from sqlalchemy import Row

from api.graphql.connections import EDGES, NODES, Connection, Edge, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.links import TheArticle, TheLocation
from api.graphql.nodes import Node, load, made_from
from dateline.store.reading.collections import MENTIONS
from dateline.store.reading.reads import LONGEST_CONTEXT, find_resolutions
from schema.errors import LimitError, QueryError

Side = Annotated[int | None, strawberry.argument(description=f"Characters on this side, at most {LONGEST_CONTEXT}.")]
USUAL_CONTEXT = 80


@output
class Span:
    """A stretch of an article's text, from start (included) to end (excluded)."""

    start: int = strawberry.field(description="In Unicode code points, which Python counts.")
    end: int = strawberry.field(description="In Unicode code points, which Python counts.")
    start_utf16: int = strawberry.field(
        name="startUtf16", description="In UTF-16 code units, which JavaScript and browsers count."
    )
    end_utf16: int = strawberry.field(
        name="endUtf16", description="In UTF-16 code units, which JavaScript and browsers count."
    )


@output
class Resolution:
    """Which place the words of an article were taken for, and why."""

    location_id: strawberry.Private[str | None]
    score: float = strawberry.field(description="How sure that is, from 0 to 1.")
    reason: str = strawberry.field(description="Why that place, in words.")
    metonym: bool = strawberry.field(
        description="Whether the name stands for a government or a team there: «Kyiv said»."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Resolution:
        """From a row of the store."""
        return cls(location_id=row.location_id, score=row.score, reason=row.reason, metonym=row.metonym)

    @resolved("The place; null where nobody knows which one is meant.")
    async def location(self, info: Info) -> TheLocation | None:
        """By loader."""
        return await load(info, "location", self.location_id)


@made_from("evidence")
@output
class Evidence(Node):
    """The words of an article that a fact was read from."""

    article_id: strawberry.Private[str]
    span: Span = strawberry.field(description="Where the words stand in the article's text.")
    text: str | None = strawberry.field(
        description="The words themselves; null only where the operator has chosen not to serve texts."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Evidence:
        """From a row of the store."""
        span = Span(start=row.start, end=row.end, start_utf16=row.start_utf16, end_utf16=row.end_utf16)
        return cls(id=row.id, article_id=row.article_id, span=span, text=row.text)

    @resolved("The article that has these words.")
    async def article(self, info: Info) -> TheArticle:
        """By loader."""
        return await load(info, "article", self.article_id)

    @resolved("The words with what is around them; null only where the operator has chosen not to serve texts.")
    async def context(self, info: Info, before: Side = USUAL_CONTEXT, after: Side = USUAL_CONTEXT) -> str | None:
        """By loader."""
        sides = [_checked(name, size) for name, size in (("before", before), ("after", after))]
        return await info.context.loaders.context(self.id, *sides)

    @resolved("How the words were put on the map; null where they name no place.")
    async def resolution(self, info: Info) -> Resolution | None:
        """By loader."""
        row = await info.context.loaders.load(find_resolutions, self.id)
        return None if row is None else Resolution.from_row(row)


def _checked(name: str, size: int | None) -> int:
    if size is None:
        return USUAL_CONTEXT
    if size < 0:
        raise QueryError(f"{name} is {size}; it cannot be negative.", hint=f"Use 0 to {LONGEST_CONTEXT}.")
    if size > LONGEST_CONTEXT:
        raise LimitError(f"{name} is {size:,}; the limit is {LONGEST_CONTEXT:,}.", hint="Ask for Article.text.")
    return size


@output
class EvidenceEdge(Edge):
    """An evidence and its place in the list."""

    node: Evidence = strawberry.field(description="The evidence.")


@pages_of(MENTIONS)
@output
class EvidenceConnection(Connection):
    """A page of evidences."""

    @resolved(NODES)
    def nodes(self) -> list[Evidence]:
        """From the page's rows."""
        return [Evidence.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[EvidenceEdge]:
        """From the page's rows."""
        return [EvidenceEdge(cursor=self.page.cursor(row), node=Evidence.from_row(row)) for row in self.page.rows]
