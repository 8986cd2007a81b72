"""Judgements: two reports tell of one event, two actors are one, an event is otherwise, an article belongs to the rest
or is taken out.

The machine's have a score, people's have a name; both have a reason and can be withdrawn.  They refer to reports and
actors by ids made from content, without a foreign key: so they outlive an article that is read again.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, Row, table_of


class Judgement(Row, table=True):
    """One judgement.  It stands until it is withdrawn."""

    __tablename__ = "judgement"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    id: str = Field(sa_type=Code, unique=True)
    kind: str = Field(sa_type=Code)
    subject_id: str = Field(sa_type=Code)
    """A report, the actor that has become part of another, or an article."""
    object_id: str | None = Field(default=None, sa_type=Code)
    """The other report, the actor that answers for the subject, or what the text of a removed article is known by."""
    changes: Any = Field(default=None, sa_type=JSON(none_as_null=True), nullable=True)
    """For corrections, the columns of the event that are otherwise, with their values."""
    location_id: str | None = Field(default=None, sa_type=Code, foreign_key="location.id", index=True)
    """For corrections of the place."""
    score: float | None = None
    """How much speaks for it; None for people's."""
    reason: str = Field(sa_type=Code)
    made_by: str | None = Field(default=None, sa_type=Code)
    """Who; None for the machine."""
    made_at: datetime = Field(sa_type=Instant)
    withdrawn_by: str | None = Field(default=None, sa_type=Code)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Instant)
    withdrawn_reason: str | None = Field(default=None, sa_type=Code)


JUDGEMENT = table_of(Judgement)

Index("ix_judgement_subject", JUDGEMENT.c.subject_id, JUDGEMENT.c.kind)
Index("ix_judgement_object", JUDGEMENT.c.object_id, JUDGEMENT.c.kind)
