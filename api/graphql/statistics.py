"""Numbers over events, as GraphQL types."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.inputs import EventWhere, where_of
from api.graphql.nodes import Node, load
from dateline.store.reading.pages import Selection
from dateline.store.reading.statistics import Bucket, Dimension, count_events

_NOUNS = {Dimension.LOCATION: "location", Dimension.ACTOR: "actor"}


@output
class EventKey:
    """What all events of a bucket share in one dimension."""

    dimension: Dimension = strawberry.field(description="Which dimension.")
    value: str | None = strawberry.field(
        description="A date, month, year, type, status, country code, id or name; null where it is not known."
    )

    @resolved("The location or actor that the value is the id of; null for other dimensions.")
    async def node(self, info: Info) -> Node | None:
        """By loader."""
        noun = _NOUNS.get(self.dimension)
        return await load(info, noun, self.value) if noun else None


@output
class EventBucket:
    """Events that have something in common, added up."""

    keys: list[EventKey] = strawberry.field(description="What they share, in the order of the dimensions asked for.")
    events: int = strawberry.field(description="How many events.")
    killed: int = strawberry.field(description="How many were killed in them, by the best numbers known.")
    injured: int = strawberry.field(description="How many were hurt in them, by the best numbers known.")


async def bucket_events(
    info: Info, where: EventWhere | None, search: str | None, by: Sequence[Dimension], first: int | None
) -> list[EventBucket]:
    """The largest buckets."""
    asked, dimensions = Selection(where_of(where), search), [Dimension(one) for one in by]
    found = await info.context.loaders.read(lambda connection: count_events(connection, asked, dimensions, first))
    return [_bucket(bucket, dimensions) for bucket in found]


def _bucket(bucket: Bucket, by: Sequence[Dimension]) -> EventBucket:
    keys = [EventKey(dimension=dimension, value=value) for dimension, value in zip(by, bucket.values, strict=True)]
    return EventBucket(keys=keys, events=bucket.events, killed=bucket.killed, injured=bucket.injured)
