"""Changes: merges, corrections and their withdrawal, by whoever has an API key.  Each is kept as a judgement."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, TypeVar

import strawberry
from sqlalchemy import Connection

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.actors import Actor
from api.graphql.context import Info
from api.graphql.describing import input_, output, resolved
from api.graphql.events import Event
from api.graphql.intake import ArticleInput, ArticlePayload, take_in_article
from api.graphql.judgements import Judgement
from api.graphql.nodes import load
from dateline.ingestion.intake.judging import (
    LONGEST_REASON,
    Author,
    Count,
    EventChanges,
    correct_event,
    merge_actors,
    merge_events,
    withdraw_judgement,
)
from dateline.ingestion.intake.removing import remove_article
from dateline.store.filtering.operators import check_ids
from schema.errors import LimitError, QueryError
from schema.scopes import Scope
from schema.vocabulary import EventStatus, EventType

T = TypeVar("T")
UNSET = strawberry.UNSET
MOST_MERGED = 50
"""Actors or events in one call."""

Reason = Annotated[
    str, strawberry.argument(description=f"Why, for those who read it later; at most {LONGEST_REASON:,} characters.")
]
Several = Annotated[
    list[strawberry.ID], strawberry.argument(description=f"Their ids, at most {MOST_MERGED}; none of them is lost.")
]


@input_
class CountChange:
    """A number of people as it should be."""

    best: int | None = strawberry.field(description="The number; null for «not known».")
    low: int | None = strawberry.field(
        default=None, description="Not fewer than this; the number where it is left out."
    )
    high: int | None = strawberry.field(
        default=None, description="Not more than this; the number where it is left out."
    )


@input_
class DaysChange:
    """When it happened, as it should be."""

    earliest: date = strawberry.field(description="The first day it can be.")
    latest: date = strawberry.field(description="The last day it can be; the same as the first for one day.")


@input_
class EventChange:
    """What is otherwise than the reports tell; what is left out stays."""

    type: EventType | None = strawberry.field(default=None, description="What kind of happening it is.")
    status: EventStatus | None = strawberry.field(default=None, description="How certain it is that it happened.")
    location: strawberry.ID | None = strawberry.field(
        default=None, description="The id of the place where it happened."
    )
    when: DaysChange | None = strawberry.field(default=None, description="When it happened.")
    killed: CountChange | None = strawberry.field(default=None, description="How many were killed.")
    injured: CountChange | None = strawberry.field(default=None, description="How many were hurt.")


@output
class EventPayload:
    """An event after a change."""

    event: Event = strawberry.field(description="As it is now.")
    judgements: list[Judgement] = strawberry.field(description="What was judged; any can be withdrawn.")


@output
class ActorPayload:
    """An actor after a change."""

    actor: Actor = strawberry.field(description="As it is now.")
    judgements: list[Judgement] = strawberry.field(description="What was judged; any can be withdrawn.")


@output
class JudgementPayload:
    """A judgement after a change."""

    judgement: Judgement = strawberry.field(description="As it is now.")


async def _judge(info: Info, reason: str, decide: Callable[[Connection, Author], T]) -> T:
    """What `decide` gives, in one transaction, for whoever holds the request's key."""
    author = Author(info.context.holder(), reason)
    decided = await info.context.database.write(lambda connection: decide(connection, author))
    info.context.read_newest()
    return decided


def _checked(ids: list[strawberry.ID]) -> list[str]:
    if len(ids) > MOST_MERGED:
        raise LimitError(f"At most {MOST_MERGED} can be merged at once.", hint="Merge them in several calls.")
    check_ids(ids)
    return [str(identifier) for identifier in ids]


async def _judgements(info: Info, ids: list[str]) -> list[Judgement]:
    return [await load(info, "judgement", identifier) for identifier in ids]


@output
class Mutation:
    """Changes.  Each needs an API key and a reason, is kept with both, and outlives a new reading of the articles."""

    @resolved(
        "Reads an article and stores it with all that it tells; it is in every answer at once, and told to those who "
        "watch.  The same article again changes nothing."
    )
    async def article_ingest(
        self,
        info: Info,
        article: Annotated[ArticleInput, strawberry.argument(description="The article.")],
        reason: Reason,
    ) -> ArticlePayload:
        """One transaction, after it was read beside the server."""
        taken = await take_in_article(info.context, article, Author(info.context.holder(Scope.INGEST), reason))
        info.context.read_newest()
        return ArticlePayload(
            article=await load(info, "article", taken.article_id),
            outcome=taken.outcome,
            judgement=await load(info, "judgement", taken.judgement_id),
        )

    @resolved("Makes actors part of another: their names become its aliases, their ids lead to it.")
    async def actors_merge(
        self,
        info: Info,
        into: Annotated[strawberry.ID, strawberry.argument(description="The actor that stays.")],
        actors: Several,
        reason: Reason,
    ) -> ActorPayload:
        """One transaction."""
        target, *others = _checked([into, *actors])
        actor_id, made = await _judge(
            info, reason, lambda connection, author: merge_actors(connection, target, others, author)
        )
        return ActorPayload(actor=await load(info, "actor", actor_id), judgements=await _judgements(info, made))

    @resolved("Makes one event of several; their ids lead to it.")
    async def events_merge(self, info: Info, events: Several, reason: Reason) -> EventPayload:
        """One transaction."""
        ids = _checked(events)
        event_id, made = await _judge(info, reason, lambda connection, author: merge_events(connection, ids, author))
        return EventPayload(event=await load(info, "event", event_id), judgements=await _judgements(info, made))

    @resolved("Corrects an event; what its reports tell stays visible in `corrections`.")
    async def event_correct(
        self,
        info: Info,
        event: Annotated[strawberry.ID, strawberry.argument(description="Its id.")],
        change: Annotated[EventChange, strawberry.argument(description="What is otherwise.")],
        reason: Reason,
    ) -> EventPayload:
        """One transaction."""
        (given,) = _checked([event])
        changes = _changes(change)
        event_id, made = await _judge(
            info, reason, lambda connection, author: correct_event(connection, given, changes, author)
        )
        return EventPayload(event=await load(info, "event", event_id), judgements=await _judgements(info, [made]))

    @resolved(
        "Takes a judgement back, a person's or the machine's; the machine does not make it again.  "
        "What was sent as an article is deleted with all that only it said."
    )
    async def judgement_withdraw(
        self,
        info: Info,
        judgement: Annotated[strawberry.ID, strawberry.argument(description="Its id.")],
        reason: Reason,
    ) -> JudgementPayload:
        """One transaction."""
        (given,) = _checked([judgement])
        await _judge(info, reason, lambda connection, author: withdraw_judgement(connection, given, author))
        return JudgementPayload(judgement=await load(info, "judgement", given))

    @resolved(
        "Takes an article out for good, with all that only it said; the judgement keeps who and why, not the text.  "
        "It does not come back by being read again while the judgement stands."
    )
    async def article_remove(
        self,
        info: Info,
        article: Annotated[strawberry.ID, strawberry.argument(description="Its id.")],
        reason: Reason,
    ) -> JudgementPayload:
        """One transaction."""
        (given,) = _checked([article])
        made = await _judge(info, reason, lambda connection, author: remove_article(connection, given, author))
        return JudgementPayload(judgement=await load(info, "judgement", made))


def _changes(change: EventChange) -> EventChanges:
    if change.location is not None:
        check_ids([change.location])
    return EventChanges(
        # A schema that is sorted gives the values of enums, not their members.
        type=EventType[change.type] if change.type is not None else None,
        status=EventStatus[change.status] if change.status is not None else None,
        location_id=change.location,
        days=(change.when.earliest, change.when.latest) if change.when is not None else None,
        killed=_count("killed", change.killed),
        injured=_count("injured", change.injured),
    )


def _count(name: str, given: CountChange | None) -> Count | None:
    if given is None:
        return None
    if given.best is None and (given.low is not None or given.high is not None):
        raise QueryError(f"{name} has bounds but no number.", hint="Give best too, or leave the bounds out.")
    return Count(given.best, given.low, given.high)
