"""Quotes and pages of them."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.connections import EDGES, NODES, Connection, Edge, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.evidence import Evidence
from api.graphql.links import TheActor, TheArticle
from api.graphql.nodes import Node, load, made_from
from api.graphql.quantities import basis_of
from dateline.store.reading.collections import QUOTES
from dateline.store.reading.reads import find_quote_words
from schema.vocabulary import Basis, QuoteKind


@made_from("quote")
@output
class Quote(Node):
    """What somebody said, in one article."""

    article_id: strawberry.Private[str]
    speaker_id: strawberry.Private[str | None]
    text: str = strawberry.field(
        description="The words said, without the outer quotation marks; its parts joined.  Empty only where the "
        "operator has chosen not to serve texts."
    )
    kind: QuoteKind = strawberry.field(description="How the words are reported.")
    speaker_as_written: str | None = strawberry.field(
        description="The words that name the speaker right there, «the governor»; null where none do."
    )
    speaker_basis: Basis | None = strawberry.field(
        description="Where in the article the speaker was taken from; null where nobody is named."
    )
    model: str | None = strawberry.field(
        description="The model that told who speaks, with the version of its questions; null where the rules did."
    )
    cue: str | None = strawberry.field(
        description="The word that introduces it, «said», «according to»; null where there is none."
    )
    medium: str | None = strawberry.field(
        description="Where it was said, «a statement», «reporters»; null where the text does not tell."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Quote:
        """From a row of the store."""
        return cls(
            id=row.id,
            article_id=row.article_id,
            speaker_id=row.speaker_id,
            text=row.text,
            kind=QuoteKind[row.kind],
            speaker_as_written=row.speaker_as_written,
            speaker_basis=basis_of(row.speaker_basis),
            model=row.model,
            cue=row.cue,
            medium=row.medium,
        )

    @resolved("Who said it; null where nobody in particular is named.")
    async def speaker(self, info: Info) -> TheActor | None:
        """By loader."""
        return await load(info, "actor", self.speaker_id)

    @resolved("The article that has it.")
    async def article(self, info: Info) -> TheArticle:
        """By loader."""
        return await load(info, "article", self.article_id)

    @resolved("The words in the article, in order; several where others stand between («…,» she said, «…»).")
    async def evidence(self, info: Info) -> list[Evidence]:
        """By loader."""
        rows = await info.context.loaders.load(find_quote_words, self.id)
        return [Evidence.from_row(row) for row in rows or ()]


@output
class QuoteEdge(Edge):
    """A quote and its place in the list."""

    node: Quote = strawberry.field(description="The quote.")


@pages_of(QUOTES)
@output
class QuoteConnection(Connection):
    """A page of quotes."""

    @resolved(NODES)
    def nodes(self) -> list[Quote]:
        """From the page's rows."""
        return [Quote.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[QuoteEdge]:
        """From the page's rows."""
        return [QuoteEdge(cursor=self.page.cursor(row), node=Quote.from_row(row)) for row in self.page.rows]
