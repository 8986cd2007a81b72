"""The closed sets of the schema, with the descriptions of `schema.vocabulary`."""

from __future__ import annotations

from enum import Enum, StrEnum

from api.graphql.describing import described_enum
from dateline.store.reading.statistics import Dimension
from dateline.store.reading.suggesting import SuggestionKind
from dateline.store.writing.writer import Outcome
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    ArticleFormat,
    Basis,
    DatePrecision,
    EventStatus,
    EventType,
    Harm,
    JudgementKind,
    LocationKind,
    OtherField,
    ParticipantRole,
    QuoteKind,
    VictimKind,
)

VOCABULARIES: tuple[type[Enum], ...] = (
    JudgementKind,
    ActorKind,
    ActorSector,
    ArticleFormat,
    Basis,
    DatePrecision,
    EventStatus,
    EventType,
    Harm,
    LocationKind,
    OtherField,
    ParticipantRole,
    QuoteKind,
    VictimKind,
)
"""Those of `schema.vocabulary`."""

for _vocabulary in VOCABULARIES:
    described_enum(_vocabulary)

described_enum(Dimension, name="EventDimension")
described_enum(SuggestionKind)
described_enum(Outcome, name="IntakeOutcome")


class OrderDirection(StrEnum):
    """Which end of an order comes first; what has no value comes last either way."""

    ASC = "ASC"
    DESC = "DESC"

    @property
    def description(self) -> str:
        """What comes first."""
        return {"ASC": "The lowest first: 1, 2, 3; A, B, C; oldest first."}.get(
            self.value, "The highest first: 3, 2, 1; C, B, A; newest first."
        )


described_enum(OrderDirection)
