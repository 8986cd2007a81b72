"""Judgements: why events and actors are one, and what people have corrected."""

# Loaders know a type by its noun only; which one a noun gives is said in `nodes` and `connections`.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.context import Info
from api.graphql.describing import output, resolved
from api.graphql.links import TheActor, TheArticle, TheReport
from api.graphql.nodes import Node, load, made_from
from dateline.store.reading.judged import latest_judgements
from schema.vocabulary import JudgementKind

COLUMN_NAMES = {
    "type": "type",
    "status": "status",
    "location_id": "location",
    "date_earliest": "when.earliest",
    "date_latest": "when.latest",
    "killed_low": "killed.low",
    "killed_best": "killed.best",
    "killed_high": "killed.high",
    "injured_low": "injured.low",
    "injured_best": "injured.best",
    "injured_high": "injured.high",
}
"""Columns that a correction sets on purpose, by the name of the event's field."""


@output
class Withdrawal:
    """That a judgement holds no more."""

    by: str = strawberry.field(description="Who withdrew it.")
    at: datetime = strawberry.field(description="When.")
    reason: str = strawberry.field(description="Why.")


@made_from("judgement")
@output
class Judgement(Node):
    """That two reports tell of one event, two actors are one, an event is otherwise, an article came in or went out."""

    subject_id: strawberry.Private[str]
    object_id: strawberry.Private[str | None]
    kind: JudgementKind = strawberry.field(description="What it says.")
    reason: str = strawberry.field(description="What speaks for it, in words.")
    score: float | None = strawberry.field(
        description="How much speaks for it, as the machine adds it up; null for people's judgements."
    )
    made_by: str | None = strawberry.field(description="Who made it; null for the machine.")
    made_at: datetime = strawberry.field(description="When it was made.")
    withdrawn: Withdrawal | None = strawberry.field(description="That it holds no more; null while it stands.")

    @classmethod
    def from_row(cls, row: Row[Any]) -> Judgement:
        """From a row of the store."""
        gone = row.withdrawn_at is not None
        return cls(
            id=row.id,
            subject_id=row.subject_id,
            object_id=row.object_id,
            kind=JudgementKind[row.kind],
            reason=row.reason,
            score=row.score,
            made_by=row.made_by,
            made_at=row.made_at,
            withdrawn=Withdrawal(by=row.withdrawn_by, at=row.withdrawn_at, reason=row.withdrawn_reason)
            if gone
            else None,
        )

    @resolved("The reports that it is about: two that tell of one event, or the one that a correction is pinned to.")
    async def reports(self, info: Info) -> list[TheReport]:
        """By loader."""
        if self.kind in (JudgementKind.SAME_ACTOR, JudgementKind.ARTICLE, JudgementKind.REMOVAL):
            return []
        ids = [identifier for identifier in (self.subject_id, self.object_id) if identifier is not None]
        found = await asyncio.gather(*(load(info, "report", identifier) for identifier in ids))
        return [report for report in found if report is not None]

    @resolved("The article that was sent; null for other judgements, and where it is there no more.")
    async def article(self, info: Info) -> TheArticle | None:
        """By loader."""
        return await load(info, "article", self.subject_id) if self.kind is JudgementKind.ARTICLE else None

    @resolved(
        "The id of the article that was sent or taken out, whether it is there or not; null for other judgements."
    )
    def article_id(self) -> strawberry.ID | None:
        """Made from its address or its text; holds neither."""
        about = self.kind in (JudgementKind.ARTICLE, JudgementKind.REMOVAL)
        return strawberry.ID(self.subject_id) if about else None

    @resolved("The actor that is part of the other, as it answers today; null for judgements on events.")
    async def part(self, info: Info) -> TheActor | None:
        """By loader."""
        return await load(info, "actor", self.subject_id) if self.kind is JudgementKind.SAME_ACTOR else None

    @resolved("The actor that it is part of; null for judgements on events.")
    async def whole(self, info: Info) -> TheActor | None:
        """By loader."""
        return await load(info, "actor", self.object_id) if self.kind is JudgementKind.SAME_ACTOR else None


async def newest_judgements(info: Info, first: int, before: str | None) -> list[Judgement]:
    """What people judged, the newest first."""
    rows = await info.context.loaders.read(lambda connection: latest_judgements(connection, first, before))
    return [Judgement.from_row(row) for row in rows]


@output
class Correction:
    """One value of an event that a person has corrected, with what the reports tell."""

    field: str = strawberry.field(description="Which field of the event: killed.best.")
    value: str | None = strawberry.field(description="The person's value; null for «not known».")
    told: str | None = strawberry.field(description="What the reports tell; null where they do not.")


def corrections_of(row: Row[Any]) -> list[Correction]:
    """What people have corrected in an event, in the order of its fields."""
    return list(corrected(row.machine, [getattr(row, column) for column in COLUMN_NAMES]))


def corrected(machine: Mapping[str, Any] | None, values: Sequence[Any]) -> Iterator[Correction]:
    """What people have corrected, out of what the reports tell and the values of `COLUMN_NAMES`."""
    told = machine or {}
    for (column, name), value in zip(COLUMN_NAMES.items(), values, strict=True):
        if column in told:
            yield Correction(field=name, value=_shown(value), told=_shown(told[column]))


def _shown(value: object) -> str | None:
    return None if value is None else str(value)
