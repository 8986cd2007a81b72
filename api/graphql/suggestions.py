"""Names that somebody may mean who types a part of one, as GraphQL types."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.context import Info
from api.graphql.describing import output
from dateline.store.reading.suggesting import SuggestionKind, find_suggestions


@output
class Suggestion:
    """Something that may be meant: an actor, a location, a publisher or a type of event."""

    kind: SuggestionKind = strawberry.field(description="What it is.")
    value: str = strawberry.field(description="What a filter of that kind takes: an id, a name, a code.")
    name: str = strawberry.field(description="Its name.")
    matched: str = strawberry.field(description="The name that fits what was typed; another one of an actor's perhaps.")
    note: str | None = strawberry.field(
        description="What tells it from others of the same name: the kind of actor or place, and the country."
    )
    count: int = strawberry.field(description="In how many events it is; of a publisher, how many articles.")


async def suggest(info: Info, text: str, kinds: Sequence[SuggestionKind], first: int | None) -> list[Suggestion]:
    """The best."""
    wanted = [SuggestionKind(one) for one in kinds]
    found = await info.context.loaders.read(lambda connection: find_suggestions(connection, text, wanted, first))
    return [
        Suggestion(kind=one.kind, value=one.value, name=one.name, matched=one.matched, note=one.note, count=one.count)
        for one in found
    ]
