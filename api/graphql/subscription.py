"""What can be watched: articles and events as they are added, by whatever process."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from api.graphql.articles import Article
from api.graphql.context import Info
from api.graphql.describing import output, watched
from api.graphql.events import Event
from api.graphql.inputs import WhereInput, where_of
from api.graphql.query import UNSET, WhichArticles, WhichEvents
from dateline.store.keeping.deadline import current_deadline
from dateline.store.reading.additions import Interest
from dateline.store.reading.collections import ARTICLES, EVENTS, Collection
from schema.errors import UnavailableError


@output
class Subscription:
    """Everything that can be watched; who takes news more slowly than they come is told so, and loses its place."""

    @watched(
        "Each event that an article is the first to tell of, once that article is stored.  Further reports "
        "of an event that is there already, and events that are joined or corrected, add nothing."
    )
    async def event_added(self, info: Info, where: WhichEvents = UNSET) -> AsyncGenerator[Event, None]:
        """By the log of additions."""
        async with aclosing(_added(info, EVENTS, where or None)) as rows:
            async for row in rows:
                yield Event.from_row(row)

    @watched("Each article that is stored for the first time; a newer version of one adds nothing.")
    async def article_added(self, info: Info, where: WhichArticles = UNSET) -> AsyncGenerator[Article, None]:
        """By the log of additions."""
        async with aclosing(_added(info, ARTICLES, where or None)) as rows:
            async for row in rows:
                yield Article.from_row(row)


async def _added(info: Info, collection: Collection, where: WhereInput | None) -> AsyncGenerator[Any, None]:
    context = info.context
    if context.live is None:
        raise UnavailableError("Nothing can be watched here.", hint="Subscribe at a server's /graphql.")
    async with aclosing(context.live.rows(Interest(collection, where_of(where)))) as rows:
        async for row in rows:
            # Each result has its own time, of which the silence before it is no part: a key is looked up in it already.
            if (deadline := current_deadline()) is not None:
                deadline.restart()
            context.read_newest()
            await context.require_reader()
            yield row
