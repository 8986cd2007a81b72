"""The executor of operations, where it differs from Strawberry's."""

from __future__ import annotations

import gc
from collections.abc import AsyncGenerator

import pytest
import strawberry
from graphql.execution.collect_fields import FieldDetails
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.graphql.executor import ForgettingExecutor

EVENTS = 40


@strawberry.type
class Thing:
    number: int


@strawberry.type
class Query:
    thing: Thing | None = None


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def things(self) -> AsyncGenerator[Thing, None]:
        for number in range(EVENTS):
            yield Thing(number=number)


async def kept_fields(executor: type[StrawberryGraphQLCoreExecutionContext]) -> list[int]:
    """Collected fields that live after each event of a subscription."""
    schema = strawberry.Schema(query=Query, subscription=Subscription, execution_context_class=executor)
    found: list[int] = []
    async for event in await schema.subscribe("subscription { things { number } }"):
        assert event.data is not None
        assert event.data["things"]["number"] == len(found)
        gc.collect()
        found.append(sum(type(one) is FieldDetails for one in gc.get_objects()))
    return found


@pytest.mark.parametrize(
    ("executor", "grows"), [(ForgettingExecutor, False), (StrawberryGraphQLCoreExecutionContext, True)]
)
async def test_what_an_event_of_a_subscription_collected_is_forgotten(executor, grows):
    kept = await kept_fields(executor)
    assert len(kept) == EVENTS
    assert (kept[-1] - kept[1] >= EVENTS - 2) is grows
