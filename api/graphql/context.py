"""What resolvers are given: the database, the loaders of the operation under way, the request's id."""

from __future__ import annotations

from dataclasses import dataclass, field

import strawberry

from api.graphql.loaders import Loaders
from dateline.store import Database


@dataclass(slots=True)
class Context:
    """One request's, or one WebSocket's."""

    database: Database
    request_id: str
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.start_operation()

    def start_operation(self) -> None:
        """Forgets what earlier operations on the same WebSocket have read."""
        self.loaders = Loaders(self.database)


Info = strawberry.Info[Context, None]
