"""What resolvers are given: the database, the loaders of the operation under way, the request's id."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import strawberry

from api.graphql.limits import NOTHING, Measure
from api.graphql.live import Live
from api.graphql.loaders import Loaders
from api.keys import NO_KEYS, NOBODY, Caller, Keys
from api.rates import Tab
from dateline.ingestion.processes.reading_room import ReadingRoom
from dateline.store import Database
from schema.scopes import Scope


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
    caller: Caller = NOBODY
    """Who sent the request."""
    keys: Keys = NO_KEYS
    client: str = ""
    """What tells whoever asks from others: the key, else the address."""
    tab: Tab | None = None
    """Where it is counted what the client asks for."""
    authorization: str | None = None
    """The header of that name, or what a WebSocket's first message brought."""
    connection_params: dict[str, Any] = field(default_factory=dict)
    """What a WebSocket's first message brought."""
    room: ReadingRoom | None = None
    """What reads articles that are sent; None where nothing is served."""
    reads: Database | None = None
    """Where queries are read, which may be a moment behind; None where that is `database`."""
    is_streamed: bool = False
    """Whether the operation under way can have more than one answer."""
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.start_operation()

    def holder(self, scope: Scope = Scope.CORRECT) -> str:
        """Whose API key the request has; AccessError where it may not do this."""
        return self.caller.require(scope)

    async def require_reader(self) -> None:
        """Looks again who it is, for what outlives a request; AccessError where the key has been revoked."""
        self.caller = await self.keys.caller(self.authorization)
        self.caller.require(Scope.READ)

    def start_operation(self) -> None:
        """Forgets what was read before: earlier news of a subscription, or an earlier operation."""
        self.loaders = Loaders(self.reads or self.database)

    def read_newest(self) -> None:
        """Forgets it too, and reads from now on where nothing that was committed is missing."""
        self.loaders = Loaders(self.database)

    def for_operation(self) -> Context:
        """One of its own for an operation over an event stream, or one that shares a WebSocket with others."""
        return replace(self, is_streamed=True)


Info = strawberry.Info[Context, None]
