"""The `Node` interface, and the one place that knows which type a noun's rows become."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry
from sqlalchemy import Row

from api.graphql.context import Info
from dateline.store.filtering.operators import check_ids
from schema.ids import noun_of

N = TypeVar("N")


@strawberry.interface(description="Anything that has an id of its own and can be asked for again by it.")
class Node:
    """What all nouns share."""

    id: strawberry.ID = strawberry.field(
        description="Opaque and lasting: never given to anything else, and it answers even after a merge."
    )


_MAKERS: dict[str, Callable[[Row[Any]], Any]] = {}


def made_from(noun: str) -> Callable[[type[N]], type[N]]:
    """Says that rows of a noun become this type, by its `from_row`."""

    def register(cls: type[N]) -> type[N]:
        _MAKERS[noun] = cls.from_row  # type: ignore[attr-defined]
        return cls

    return register


def make(noun: str, row: Row[Any]) -> Any:
    """The object of a noun's row."""
    return _MAKERS[noun](row)


async def load(info: Info, noun: str, identifier: str | None) -> Any:
    """The object of a noun with this id, None where there is none; batched."""
    if identifier is None:
        return None
    row = await info.context.loaders.row(noun, identifier)
    return None if row is None else make(noun, row)


async def load_given(info: Info, noun: str, identifier: str) -> Any:
    """The same for an id that a client gave; QueryError where it is malformed."""
    check_ids([identifier])
    return await load(info, noun, identifier) if noun_of(identifier) == noun else None


async def load_any(info: Info, identifier: str) -> Any:
    """The object of any noun with an id that a client gave; QueryError where it is malformed."""
    check_ids([identifier])
    noun = noun_of(identifier)
    # Participants and offices have ids, but are reached only through what they belong to.
    return await load(info, noun, identifier) if noun in _MAKERS else None
