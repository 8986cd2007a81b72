"""Actors, their offices, and pages of them."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.connections import EDGES, NODES, After, Before, Connection, Edge, First, Last, connect, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.evidence import Evidence
from api.graphql.inputs import EventOrder, EventWhere, MentionWhere, QuoteOrder, QuoteWhere
from api.graphql.links import Events, Mentions, Quotes, TheActor, TheJudgement
from api.graphql.nodes import Node, load, made_from, make
from dateline.store.reading.collections import ACTOR_EVENTS, ACTOR_MENTIONS, ACTOR_QUOTES, ACTORS
from dateline.store.reading.judged import judgements_of_actors
from dateline.store.reading.reads import find_aliases, find_offices
from schema.vocabulary import ActorKind, ActorSector, Basis

UNSET = strawberry.UNSET
WhichEvents = Annotated[EventWhere | None, strawberry.argument(description="Which of the events.")]
EventsBy = Annotated[EventOrder | None, strawberry.argument(description="In which order; the newest first otherwise.")]
WhichMentions = Annotated[MentionWhere | None, strawberry.argument(description="Which of the words.")]
WhichQuotes = Annotated[QuoteWhere | None, strawberry.argument(description="Which of the quotes.")]
QuotesBy = Annotated[QuoteOrder | None, strawberry.argument(description="In which order; the newest first otherwise.")]


@output
class Office:
    """An office that an article gives a person."""

    organization_id: strawberry.Private[str | None]
    evidence_id: strawberry.Private[str]
    title: str = strawberry.field(description="As written: «deputy governor».")
    organization: str | None = strawberry.field(
        description="The name of the body or place that it belongs to; null where the words name none."
    )
    as_of: date | None = strawberry.field(
        description="The day of the newest article that says so; null where that day is not known."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Office:
        """From a row of the store."""
        return cls(
            organization_id=row.organization_id,
            evidence_id=row.evidence_id,
            title=row.title,
            organization=row.organization,
            as_of=row.as_of,
        )

    @resolved("The actor that the body is; null where it is none of the actors.")
    async def of(self, info: Info) -> TheActor | None:
        """By loader."""
        return await load(info, "actor", self.organization_id)

    @resolved("The words that tell.")
    async def evidence(self, info: Info) -> Evidence:
        """By loader."""
        return await load(info, "evidence", self.evidence_id)


@made_from("actor")
@output
class Actor(Node):
    """A person, organization, country or group, across all articles."""

    name: str = strawberry.field(description="The name that most articles use.")
    kind: ActorKind = strawberry.field(description="What it is.")
    sector: ActorSector = strawberry.field(description="What side of public life it belongs to.")
    country_code: str | None = strawberry.field(
        description="Its country, as two capital letters (ISO 3166-1 alpha-2): KE; null where that is not known."
    )
    country_basis: Basis | None = strawberry.field(
        description="Where its country was taken from, by the surest article that tells it; null where there is none."
    )
    external_ids: list[str] = strawberry.field(
        description="Its ids elsewhere, by your own list of actors, the register before each: `wikidata:Q42`."
    )
    event_count: int = strawberry.field(description="In how many events it has a part.")
    quote_count: int = strawberry.field(description="How many quotes are its own.")
    article_count: int = strawberry.field(description="How many articles name it.")

    @classmethod
    def from_row(cls, row: Row[Any]) -> Actor:
        """From a row of the store."""
        return cls(
            id=row.id,
            name=row.name,
            kind=ActorKind[row.kind],
            sector=ActorSector[row.sector],
            country_code=row.country_code,
            country_basis=Basis[row.country_basis] if row.country_basis else None,
            external_ids=row.external_ids.split(),
            event_count=row.event_count,
            quote_count=row.quote_count,
            article_count=row.article_count,
        )

    @resolved("Other names that articles use, those of most articles first.")
    async def aliases(self, info: Info) -> list[str]:
        """By loader."""
        names = await info.context.loaders.load(find_aliases, self.id)
        return [name for name in names or () if name != self.name]

    @resolved("The offices that articles give a person, each once, the newest first.")
    async def offices(self, info: Info) -> list[Office]:
        """By loader."""
        rows = await info.context.loaders.load(find_offices, self.id)
        return [Office.from_row(row) for row in rows or ()]

    @resolved("The events that it has a part in.")
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
        return await connect(info, ACTOR_EVENTS, self.id, *page, where=where, order_by=order_by)

    @resolved("What it said.")
    async def quotes(
        self,
        info: Info,
        where: WhichQuotes = UNSET,
        order_by: QuotesBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Quotes:
        """By loader."""
        page = (first, after, last, before)
        return await connect(info, ACTOR_QUOTES, self.id, *page, where=where, order_by=order_by)

    @resolved("Why other names are part of it, or it of another: people's judgements first, at most 50.")
    async def judgements(self, info: Info) -> list[TheJudgement]:
        """By loader."""
        rows = await info.context.loaders.load(judgements_of_actors, self.id)
        return [make("judgement", row) for row in rows or ()]

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
        return await connect(info, ACTOR_MENTIONS, self.id, first, after, last, before, where=where)


@output
class ActorEdge(Edge):
    """An actor and its place in the list."""

    node: Actor = strawberry.field(description="The actor.")


@pages_of(ACTORS)
@output
class ActorConnection(Connection):
    """A page of actors."""

    @resolved(NODES)
    def nodes(self) -> list[Actor]:
        """From the page's rows."""
        return [Actor.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[ActorEdge]:
        """From the page's rows."""
        return [ActorEdge(cursor=self.page.cursor(row), node=Actor.from_row(row)) for row in self.page.rows]
