"""The root: everything that can be asked for."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

import asyncio
from typing import Annotated

import strawberry

from api.graphql.actors import Actor, ActorConnection
from api.graphql.articles import Article, ArticleConnection
from api.graphql.connections import After, Before, First, Last, Search, connect_all
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.events import Event, EventConnection
from api.graphql.inputs import (
    ActorOrder,
    ActorWhere,
    ArticleOrder,
    ArticleWhere,
    EventOrder,
    EventWhere,
    LocationOrder,
    LocationWhere,
    QuoteOrder,
    QuoteWhere,
)
from api.graphql.judgements import Judgement, newest_judgements
from api.graphql.locations import Location, LocationConnection
from api.graphql.nodes import Node, load_any, load_given
from api.graphql.quotes import Quote, QuoteConnection
from api.graphql.rate import RateLimit
from api.graphql.statistics import EventBucket, bucket_events
from api.graphql.suggestions import Suggestion, suggest
from dateline.store.filtering.operators import checked_id
from dateline.store.reading.collections import ACTORS, ARTICLES, EVENTS, LOCATIONS, QUOTES
from dateline.store.reading.pages import DEFAULT_SIZE, LARGEST_SIZE
from dateline.store.reading.statistics import DEFAULT_BUCKETS, MOST_BUCKETS, MOST_DIMENSIONS, Dimension
from dateline.store.reading.suggesting import DEFAULT_SUGGESTIONS, LONGEST_TEXT, MOST_SUGGESTIONS, SuggestionKind
from schema.errors import LimitError

UNSET = strawberry.UNSET
MOST_NODES = 100

Id = Annotated[strawberry.ID, strawberry.argument(description="As another query gave it.")]
Ids = Annotated[
    list[strawberry.ID], strawberry.argument(description=f"As other queries gave them, at most {MOST_NODES}.")
]
By = Annotated[
    list[Dimension],
    strawberry.argument(
        description=f"What events must share to be counted together: 1 to {MOST_DIMENSIONS} dimensions."
    ),
]
Buckets = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many of the largest buckets: {DEFAULT_BUCKETS} by default, at most {MOST_BUCKETS}."
    ),
]
SearchOnly = Annotated[
    str | None, strawberry.argument(description="Words that must all be there; those in quotation marks side by side.")
]
Typed = Annotated[
    str, strawberry.argument(description=f"The beginning or a part of a name, at most {LONGEST_TEXT} characters.")
]
WhichKinds = Annotated[list[SuggestionKind] | None, strawberry.argument(description="Only of these kinds.")]
Suggestions = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many of the best: {DEFAULT_SUGGESTIONS} by default, at most {MOST_SUGGESTIONS}."
    ),
]
LatestFirst = Annotated[
    int | None,
    strawberry.argument(description=f"Page size: {DEFAULT_SIZE} by default, at most {LARGEST_SIZE}."),
]
BeforeJudgement = Annotated[strawberry.ID | None, strawberry.argument(description="Only those before this one.")]
WhichArticles = Annotated[ArticleWhere | None, strawberry.argument(description="Which articles.")]
WhichEvents = Annotated[EventWhere | None, strawberry.argument(description="Which events.")]
WhichActors = Annotated[ActorWhere | None, strawberry.argument(description="Which actors.")]
WhichLocations = Annotated[LocationWhere | None, strawberry.argument(description="Which locations.")]
WhichQuotes = Annotated[QuoteWhere | None, strawberry.argument(description="Which quotes.")]
_NEWEST = "In which order; without it the newest first, or the best with search."
_MOST_EVENTS = "In which order; without it those of most events first, or the best with search."
ArticlesBy = Annotated[ArticleOrder | None, strawberry.argument(description=_NEWEST)]
EventsBy = Annotated[EventOrder | None, strawberry.argument(description=_NEWEST)]
ActorsBy = Annotated[ActorOrder | None, strawberry.argument(description=_MOST_EVENTS)]
LocationsBy = Annotated[LocationOrder | None, strawberry.argument(description=_MOST_EVENTS)]
QuotesBy = Annotated[QuoteOrder | None, strawberry.argument(description=_NEWEST)]


@output
class Query:
    """Everything that can be asked for."""

    @resolved("Anything by its id; null where nothing has it.")
    async def node(self, info: Info, id: Id) -> Node | None:  # noqa: A002 - the contract's name
        """By loader."""
        return await load_any(info, id)

    @resolved("Many things by their ids, in the same order; null where nothing has an id.")
    async def nodes(self, info: Info, ids: Ids) -> list[Node | None]:
        """By loader."""
        if len(ids) > MOST_NODES:
            raise LimitError(f"ids has {len(ids):,} values; the limit is {MOST_NODES}.", hint="Ask in several queries.")
        return list(await asyncio.gather(*(load_any(info, one) for one in ids)))

    @resolved("An article by its id; null where none has it.")
    async def article(self, info: Info, id: Id) -> Article | None:  # noqa: A002
        """By loader."""
        return await load_given(info, "article", id)

    @resolved("An event by its id, also one that has since been merged; null where none has it.")
    async def event(self, info: Info, id: Id) -> Event | None:  # noqa: A002
        """By loader."""
        return await load_given(info, "event", id)

    @resolved("An actor by its id, also one that has since been merged; null where none has it.")
    async def actor(self, info: Info, id: Id) -> Actor | None:  # noqa: A002
        """By loader."""
        return await load_given(info, "actor", id)

    @resolved("A location by its id; null where none has it.")
    async def location(self, info: Info, id: Id) -> Location | None:  # noqa: A002
        """By loader."""
        return await load_given(info, "location", id)

    @resolved("A quote by its id; null where none has it.")
    async def quote(self, info: Info, id: Id) -> Quote | None:  # noqa: A002
        """By loader."""
        return await load_given(info, "quote", id)

    @resolved("Articles, the newest first by default.")
    async def articles(
        self,
        info: Info,
        where: WhichArticles = UNSET,
        search: Search = UNSET,
        order_by: ArticlesBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> ArticleConnection:
        """A page."""
        page = (first, after, last, before)
        return await connect_all(info, ARTICLES, *page, where=where, search=search, order_by=order_by)

    @resolved("Events, the newest first by default.")
    async def events(
        self,
        info: Info,
        where: WhichEvents = UNSET,
        search: Search = UNSET,
        order_by: EventsBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> EventConnection:
        """A page."""
        page = (first, after, last, before)
        return await connect_all(info, EVENTS, *page, where=where, search=search, order_by=order_by)

    @resolved("Actors, those of most events first by default.")
    async def actors(
        self,
        info: Info,
        where: WhichActors = UNSET,
        search: Search = UNSET,
        order_by: ActorsBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> ActorConnection:
        """A page."""
        page = (first, after, last, before)
        return await connect_all(info, ACTORS, *page, where=where, search=search, order_by=order_by)

    @resolved("Locations, those of most events first by default.")
    async def locations(
        self,
        info: Info,
        where: WhichLocations = UNSET,
        search: Search = UNSET,
        order_by: LocationsBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> LocationConnection:
        """A page."""
        page = (first, after, last, before)
        return await connect_all(info, LOCATIONS, *page, where=where, search=search, order_by=order_by)

    @resolved("Quotes, the newest first by default.")
    async def quotes(
        self,
        info: Info,
        where: WhichQuotes = UNSET,
        search: Search = UNSET,
        order_by: QuotesBy = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> QuoteConnection:
        """A page."""
        page = (first, after, last, before)
        return await connect_all(info, QUOTES, *page, where=where, search=search, order_by=order_by)

    @resolved("How many events, killed and hurt, by what they have in common; the largest first.")
    async def event_stats(
        self, info: Info, by: By, where: WhichEvents = UNSET, search: SearchOnly = UNSET, first: Buckets = UNSET
    ) -> list[EventBucket]:
        """One statement."""
        return await bucket_events(info, where or None, search or None, by, None if first is UNSET else first)

    @resolved("What somebody who types this may mean: names that begin so or have it, then those with a letter wrong.")
    async def suggestions(
        self, info: Info, text: Typed, kinds: WhichKinds = UNSET, first: Suggestions = UNSET
    ) -> list[Suggestion]:
        """Two statements a kind at most."""
        return await suggest(info, text, kinds or (), None if first is UNSET else first)

    @resolved("What people judged: merges, corrections, articles sent in; the newest first, withdrawn ones too.")
    async def latest_judgements(
        self, info: Info, first: LatestFirst = UNSET, before: BeforeJudgement = UNSET
    ) -> list[Judgement]:
        """One statement."""
        size = DEFAULT_SIZE if first is UNSET or first is None else first
        if not 0 <= size <= LARGEST_SIZE:
            raise LimitError(f"first is {size}; the limit is {LARGEST_SIZE}.", hint="Go on with before.")
        earlier = None if before is UNSET or before is None else checked_id(str(before))
        return await newest_judgements(info, size, earlier)

    @resolved("What this operation costs; to ask for it costs nothing.")
    def rate_limit(self, info: Info) -> RateLimit:
        """As it was measured before it ran."""
        return RateLimit.of(info.context)
