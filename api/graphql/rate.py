"""What an operation costs, for clients that plan."""

from __future__ import annotations

import strawberry

from api.graphql.context import Context
from api.graphql.describing import output
from api.graphql.limits import Measure
from schema.numbers import LARGEST_INT


@output
class RateLimit:
    """What this operation costs and what is the most that one may cost; there is no limit over time."""

    cost: int = strawberry.field(
        description="The price of this operation: about the number of values that its answer can hold."
    )
    limit: int = strawberry.field(description="The highest price of an operation that is served.")
    node_count: int = strawberry.field(description="How many objects the lists of its answer can hold at most.")

    @classmethod
    def of(cls, context: Context) -> RateLimit:
        """Of the operation under way."""
        return rate_of(context.measure, context.most_cost)


def rate_of(measure: Measure, most_cost: int) -> RateLimit:
    """Of an operation that comes to so much, where prices up to `most_cost` are served."""
    return RateLimit(
        cost=min(LARGEST_INT, measure.cost),
        limit=min(LARGEST_INT, most_cost),
        node_count=min(LARGEST_INT, measure.nodes),
    )
