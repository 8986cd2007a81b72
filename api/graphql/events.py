"""Events and pages of them."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Annotated, Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.connections import EDGES, NODES, After, Before, Connection, Edge, First, Last, connect, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.inputs import ReportWhere
from api.graphql.judgements import Correction, corrections_of
from api.graphql.links import TheJudgement, TheLocation
from api.graphql.nodes import Node, load, made_from, make
from api.graphql.quantities import Count, When, basis_of
from api.graphql.reports import Participant, ReportConnection, Victims
from dateline.store.reading.collections import EVENT_REPORTS, EVENTS
from dateline.store.reading.judged import judgements_of_events
from dateline.store.reading.reads import find_participants, find_victims
from schema.codes import event_codes
from schema.vocabulary import Basis, EventStatus, EventType

UNSET = strawberry.UNSET
WhichReports = Annotated[ReportWhere | None, strawberry.argument(description="Which of the reports.")]


@output
class Codes:
    """The event's codes in other event data sets."""

    plover: str = strawberry.field(
        description="PLOVER's type; the five types outside PLOVER (CRIME to ELECTION) have their own name here."
    )
    cameo_root: str | None = strawberry.field(
        description="CAMEO's root code, two digits, as in GDELT and ICEWS: 18; null for types outside PLOVER."
    )
    acled: str | None = strawberry.field(
        description="ACLED's sub-event type: armed clash; null where the words do not tell."
    )


@made_from("event")
@output
class Event(Node):
    """One happening, as all its reports tell it together."""

    location_id: strawberry.Private[str | None]
    type: EventType = strawberry.field(description="What kind of happening it is.")
    mode: str | None = strawberry.field(
        description="How it was done, for example explosives or riot; null where the words do not tell."
    )
    codes: Codes = strawberry.field(description="Its codes in other event data sets.")
    summary: str = strawberry.field(
        description="What happened, in one line; empty only where the operator has chosen not to serve texts."
    )
    status: EventStatus = strawberry.field(
        description="How certain the texts are that it happened; the surest report counts."
    )
    when: When = strawberry.field(description="When it happened.")
    location_basis: Basis | None = strawberry.field(
        description="Where in the article the place was taken from; null where no place is known."
    )
    killed: Count | None = strawberry.field(description="How many were killed; null where no report gives a number.")
    injured: Count | None = strawberry.field(description="How many were hurt; null where no report gives a number.")
    confidence: float = strawberry.field(description="How sure the reading is, from 0 to 1.")
    basis: Basis = strawberry.field(
        description="MODEL where only a model tells that there is such an event; STATED otherwise."
    )
    model: str | None = strawberry.field(
        description="The models that told any of what is shown, each with the version of its questions: "
        "«qwen3:8b 1a2b3c4d»; null where the rules tell it alone."
    )
    corrections: list[Correction] = strawberry.field(
        description="What people have corrected, with what the reports tell; empty where nobody has."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Event:
        """From a row of the store."""
        codes = event_codes(row.type, row.mode, row.acled)
        return cls(
            id=row.id,
            location_id=row.location_id,
            type=EventType[row.type],
            mode=row.mode,
            codes=Codes(plover=codes.plover, cameo_root=codes.cameo_root, acled=codes.acled),
            summary=row.summary,
            status=EventStatus[row.status],
            when=When.from_row(row),
            location_basis=basis_of(row.location_basis),
            killed=Count.from_row(row, "killed_"),
            injured=Count.from_row(row, "injured_"),
            confidence=row.confidence,
            basis=Basis[row.basis],
            model=row.model,
            corrections=corrections_of(row),
        )

    @resolved("Where it happened; null where that is not known.")
    async def location(self, info: Info) -> TheLocation | None:
        """By loader."""
        return await load(info, "location", self.location_id)

    @resolved("Who has a part in it: doers first, then those it was done to, then victims.")
    async def participants(self, info: Info) -> list[Participant]:
        """By loader."""
        rows = await info.context.loaders.load(find_participants, self.id)
        return [Participant.from_row(row) for row in rows or ()]

    @resolved("Of what kinds the killed and the injured were, where a report tells.")
    async def victims(self, info: Info) -> list[Victims]:
        """By loader."""
        rows = await info.context.loaders.load(find_victims, self.id)
        return [Victims.from_row(row) for row in rows or ()]

    @resolved("Why its reports are one event, and what was judged otherwise: people's judgements first, at most 50.")
    async def judgements(self, info: Info) -> list[TheJudgement]:
        """By loader."""
        rows = await info.context.loaders.load(judgements_of_events, self.id)
        return [make("judgement", row) for row in rows or ()]

    @resolved("The articles' tellings of it, the newest first.")
    async def reports(
        self,
        info: Info,
        where: WhichReports = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> ReportConnection:
        """By loader."""
        return await connect(info, EVENT_REPORTS, self.id, first, after, last, before, where=where)


@output
class EventEdge(Edge):
    """An event and its place in the list."""

    node: Event = strawberry.field(description="The event.")


@pages_of(EVENTS)
@output
class EventConnection(Connection):
    """A page of events."""

    @resolved(NODES)
    def nodes(self) -> list[Event]:
        """From the page's rows."""
        return [Event.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[EventEdge]:
        """From the page's rows."""
        return [EventEdge(cursor=self.page.cursor(row), node=Event.from_row(row)) for row in self.page.rows]
