"""Reports: one article's telling of an event; and who has a part in an event, as reports name them."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.connections import EDGES, NODES, Connection, Edge, pages_of
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.evidence import Evidence
from api.graphql.links import TheActor, TheArticle, TheLocation
from api.graphql.nodes import Node, load, made_from
from api.graphql.quantities import Count, When, basis_of
from dateline.store.reading.collections import REPORTS
from schema.vocabulary import Basis, EventStatus, EventType, Harm, OtherField, ParticipantRole, VictimKind


@output
class Participant:
    """Somebody with a part in an event."""

    actor_id: strawberry.Private[str | None]
    evidence_id: strawberry.Private[str]
    role: ParticipantRole = strawberry.field(description="Which part.")
    name_as_written: str = strawberry.field(
        description="As the surest report that states them names them: «the rebels»."
    )
    basis: Basis = strawberry.field(description="Where in the article they were taken from.")
    inferred: bool = strawberry.field(
        description="Whether the sentence that tells the event does not name them, but others tell who it was "
        "(«a Russian drone»: Russia): the basis is not STATED."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Participant:
        """From a row of the store."""
        return cls(
            actor_id=row.actor_id,
            evidence_id=row.evidence_id,
            role=ParticipantRole[row.role],
            name_as_written=row.name_as_written,
            basis=Basis[row.basis],
            inferred=row.inferred,
        )

    @resolved("Who that is; null where the words name nobody in particular («two nurses»).")
    async def actor(self, info: Info) -> TheActor | None:
        """By loader."""
        return await load(info, "actor", self.actor_id)

    @resolved("The words that tell.")
    async def evidence(self, info: Info) -> Evidence:
        """By loader."""
        return await load(info, "evidence", self.evidence_id)


@output
class Victims:
    """People of one kind who were killed or injured."""

    evidence_id: strawberry.Private[str]
    harm: Harm = strawberry.field(description="What was done to them.")
    kind: VictimKind = strawberry.field(description="Of what kind they are.")
    text: str = strawberry.field(description="As written: «three children».")
    basis: Basis = strawberry.field(description="Where in the article they were taken from.")
    count: Count | None = strawberry.field(description="How many; null where no number is told.")

    @classmethod
    def from_row(cls, row: Row[Any]) -> Victims:
        """From a row of the store."""
        return cls(
            evidence_id=row.evidence_id,
            harm=Harm[row.harm],
            kind=VictimKind[row.kind],
            text=row.text,
            basis=Basis[row.basis],
            count=Count.from_row(row),
        )

    @resolved("The words that tell.")
    async def evidence(self, info: Info) -> Evidence:
        """By loader."""
        return await load(info, "evidence", self.evidence_id)


@output
class OtherValue:
    """What the other of two readers, rules and model, tells of an event where it differs from what is shown."""

    field: OtherField = strawberry.field(description="Which value of the event.")
    value: str = strawberry.field(description="What it tells: a day, 2024-05-13; a name; a number.")
    basis: Basis = strawberry.field(description="Where in the article it was taken from; MODEL where a model told it.")
    start: int | None = strawberry.field(
        description="Where the words for it start in the article's text, in Unicode code points; null where none do."
    )
    end: int | None = strawberry.field(description="Where they end, excluded.")

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> OtherValue:
        """From an object of a report's column `other`."""
        return cls(
            field=OtherField[told["field"]],
            value=told["value"],
            basis=Basis[told["basis"]],
            start=told["start"],
            end=told["end"],
        )


@made_from("report")
@output
class Report(Node):
    """One article's telling of an event."""

    article_id: strawberry.Private[str]
    evidence_id: strawberry.Private[str]
    said_by_id: strawberry.Private[str | None]
    location_id: strawberry.Private[str | None]
    when_evidence_id: strawberry.Private[str | None]
    location_evidence_id: strawberry.Private[str | None]
    killed_evidence_id: strawberry.Private[str | None]
    injured_evidence_id: strawberry.Private[str | None]
    type: EventType = strawberry.field(description="What kind of happening this article makes of it.")
    status: EventStatus = strawberry.field(description="How certain this article is that it happened.")
    when: When = strawberry.field(description="When, as this article tells it.")
    location_basis: Basis | None = strawberry.field(
        description="Where in the article the place was taken from; null where it tells none."
    )
    said_by_basis: Basis | None = strawberry.field(
        description="Where in the article the source was taken from; null where it names none."
    )
    killed: Count | None = strawberry.field(description="How many were killed; null where it gives no number.")
    injured: Count | None = strawberry.field(description="How many were hurt; null where it gives no number.")
    summary: str = strawberry.field(
        description="What it says, in one line; empty only where the operator has chosen not to serve texts."
    )
    basis: Basis = strawberry.field(
        description="MODEL where only a model tells that there is such an event; STATED otherwise."
    )
    model: str | None = strawberry.field(
        description="The model that told any of it, shown or not, with the version of its questions: "
        "«qwen3:8b 1a2b3c4d»; null where the rules tell it alone."
    )
    other_values: list[OtherValue] = strawberry.field(
        description="Where rules and model tell it differently, what the one says that is not shown; else empty."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> Report:
        """From a row of the store."""
        return cls(
            id=row.id,
            article_id=row.article_id,
            evidence_id=row.evidence_id,
            said_by_id=row.said_by_id,
            location_id=row.location_id,
            when_evidence_id=row.when_evidence_id,
            location_evidence_id=row.location_evidence_id,
            killed_evidence_id=row.killed_evidence_id,
            injured_evidence_id=row.injured_evidence_id,
            type=EventType[row.type],
            status=EventStatus[row.status],
            when=When.from_row(row),
            location_basis=basis_of(row.location_basis),
            said_by_basis=basis_of(row.said_by_basis),
            killed=Count.from_row(row, "killed_"),
            injured=Count.from_row(row, "injured_"),
            summary=row.summary,
            basis=Basis[row.basis],
            model=row.model,
            other_values=[OtherValue.from_json(one) for one in row.other or ()],
        )

    @resolved("The article that tells of it.")
    async def article(self, info: Info) -> TheArticle:
        """By loader."""
        return await load(info, "article", self.article_id)

    @resolved("The clause or sentence that tells it best.")
    async def evidence(self, info: Info) -> Evidence:
        """By loader."""
        return await load(info, "evidence", self.evidence_id)

    @resolved("Where, as this article tells it; null where it does not.")
    async def location(self, info: Info) -> TheLocation | None:
        """By loader."""
        return await load(info, "location", self.location_id)

    @resolved("The words that the date was taken from, wherever they stand; null where none tell it.")
    async def when_evidence(self, info: Info) -> Evidence | None:
        """By loader."""
        return await load(info, "evidence", self.when_evidence_id)

    @resolved("The words that the place was taken from, wherever they stand; null where it tells none.")
    async def location_evidence(self, info: Info) -> Evidence | None:
        """By loader."""
        return await load(info, "evidence", self.location_evidence_id)

    @resolved("The words that the number killed was taken from; null where it gives none.")
    async def killed_evidence(self, info: Info) -> Evidence | None:
        """By loader."""
        return await load(info, "evidence", self.killed_evidence_id)

    @resolved("The words that the number hurt was taken from; null where it gives none.")
    async def injured_evidence(self, info: Info) -> Evidence | None:
        """By loader."""
        return await load(info, "evidence", self.injured_evidence_id)

    @resolved("The source that the article names for it; null where it names none.")
    async def said_by(self, info: Info) -> TheActor | None:
        """By loader."""
        return await load(info, "actor", self.said_by_id)


@output
class ReportEdge(Edge):
    """A report and its place in the list."""

    node: Report = strawberry.field(description="The report.")


@pages_of(REPORTS)
@output
class ReportConnection(Connection):
    """A page of reports."""

    @resolved(NODES)
    def nodes(self) -> list[Report]:
        """From the page's rows."""
        return [Report.from_row(row) for row in self.page.rows]

    @resolved(EDGES)
    def edges(self) -> list[ReportEdge]:
        """From the page's rows."""
        return [ReportEdge(cursor=self.page.cursor(row), node=Report.from_row(row)) for row in self.page.rows]
