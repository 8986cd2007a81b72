"""What resolvers are given: the database, the loaders of the operation under way, the request's id."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import strawberry

from api.graphql.limits import NOTHING, Measure
from api.graphql.live import Live
from api.graphql.loaders import Loaders
from api.keys import NO_KEYS, Keys
from dateline.ingestion.reading_room import ReadingRoom
from dateline.store import Database


@dataclass(slots=True)
class Context:
    """One request's, or one WebSocket's."""

    database: Database
    request_id: str
    live: Live | None = None
    """What subscriptions come from; None where nothing is served."""
    measure: Measure = NOTHING
    """What the operation under way may come to at most."""
    most_cost: int = 0
    """The highest price that is served."""
    keys: Keys = NO_KEYS
    authorization: str | None = None
    """The request's header of that name."""
    room: ReadingRoom | None = None
    """What reads articles that are sent; None where nothing is served."""
    is_streamed: bool = False
    """Whether the operation under way can have more than one answer."""
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.start_operation()

    def holder(self) -> str:
        """Whose API key the request has; AccessError where it may change nothing."""
        return self.keys.holder(self.authorization)

    def start_operation(self) -> None:
        """Forgets what was read before: earlier news of a subscription, or an earlier operation."""
        self.loaders = Loaders(self.database)

    def for_operation(self) -> Context:
        """One of its own for an operation over an event stream, or one that shares a WebSocket with others."""
        return replace(self, is_streamed=True)


Info = strawberry.Info[Context, None]
