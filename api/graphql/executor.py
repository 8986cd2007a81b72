"""The ordinary execution of operations: Strawberry's, which forgets an event of a subscription once it is told."""

from __future__ import annotations

from typing import Any

from graphql.execution import Executor
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext


class ForgettingExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor; each event of a subscription collects fields in a memory of its own.

    graphql-core lets all events share the operation's memory, whose keys are lists that every event makes anew: nothing
    is ever found in it, and it grows with each event for as long as somebody watches.
    """

    def build_per_event_executor(self, payload: Any) -> Executor[Any]:
        """A copy for one event."""
        executor = super().build_per_event_executor(payload)
        executor._relevant_sub_fields = {}
        return executor
