"""Reports: one article's telling of an event, kept apart, so that joining events can be undone."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from schema.tables.columns import Code, Instant, PublishersText, Row, order_key, stated, table_of


class Report(Row, table=True):
    """What one article says of one event."""

    __tablename__ = "report"

    id: str = Field(sa_type=Code, primary_key=True)
    event_id: str = Field(sa_type=Code, foreign_key="event.id")
    article_id: str = Field(sa_type=Code, foreign_key="article.id")
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    """The clause or sentence that tells it best."""
    trigger_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    """The word that tells it best."""
    start: int
    published_at: datetime | None = Field(default=None, sa_type=Instant)
    type: str = Field(sa_type=Code)
    mode: str | None = Field(default=None, sa_type=Code)
    acled: str | None = Field(default=None, sa_type=Code)
    status: str = Field(sa_type=Code)
    summary: str = Field(sa_type=PublishersText(otherwise=""))
    said_by_id: str | None = Field(default=None, sa_type=Code, foreign_key="actor.id", index=True)
    when_text: str | None = Field(default=None, sa_type=Code)
    when_evidence_id: str | None = Field(default=None, sa_type=Code, foreign_key="evidence.id", index=True)
    date_earliest: date | None = None
    date_latest: date | None = None
    date_precision: str = Field(sa_type=Code)
    location_id: str | None = Field(default=None, sa_type=Code, foreign_key="location.id")
    location_evidence_id: str | None = Field(default=None, sa_type=Code, foreign_key="evidence.id", index=True)
    confidence: float
    own_said_by_id: str | None = Field(default=None, sa_type=Code)
    """Who says so by this article alone, before any merge."""
    when_basis: str | None = Field(default=None, sa_type=Code)
    """Where the days were taken from; None where no day is known, as of the others where there is no value."""
    location_basis: str | None = Field(default=None, sa_type=Code)
    said_by_basis: str | None = Field(default=None, sa_type=Code)
    basis: str = stated()
    """MODEL where only a model tells that there is such an event."""
    model: str | None = Field(default=None, sa_type=Code)
    """The model that told any of it, with the version of its questions; None where the rules tell it alone."""
    other: Any = Field(default=None, sa_type=JSON(none_as_null=True), nullable=True)
    """What the other of two readers tells otherwise, as objects of field, value, basis, start and end."""


class ReportTrigger(Row, table=True):
    """A word of the article that tells the event; several where the article tells it in several places."""

    __tablename__ = "report_trigger"

    report_id: str = Field(sa_type=Code, primary_key=True, foreign_key="report.id")
    position: int = Field(primary_key=True)
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)


class Participant(Row, table=True):
    """Who has a part in an event, as one report tells it."""

    __tablename__ = "participant"

    id: str = Field(sa_type=Code, primary_key=True)
    report_id: str = Field(sa_type=Code, foreign_key="report.id")
    event_id: str = Field(sa_type=Code, foreign_key="event.id")
    position: int
    role: str = Field(sa_type=Code)
    actor_id: str | None = Field(default=None, sa_type=Code, foreign_key="actor.id", index=True)
    name_as_written: str = Field(sa_type=Code, index=True)
    name_key: str = Field(sa_type=Code)
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    inferred: bool
    """Whether the basis is not STATED: its own sentence does not name it, but tells it otherwise (a Russian drone)."""
    own_actor_id: str | None = Field(default=None, sa_type=Code, index=True)
    """The actor by this article alone, before any merge."""
    shown_as: int | None = None
    """Its place among those that are shown of its event, from 0; None where a surer report tells the same."""
    basis: str = stated()


class Toll(Row, table=True):
    """How many people were KILLED or INJURED (`kind`), as one report tells it."""

    __tablename__ = "toll"

    report_id: str = Field(sa_type=Code, primary_key=True, foreign_key="report.id")
    kind: str = Field(sa_type=Code, primary_key=True)
    text: str = Field(sa_type=Code)
    low: int
    best: int
    high: int | None = None
    """None where the text sets no upper bound."""
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    basis: str = stated()


class Victims(Row, table=True):
    """People of one kind who were KILLED or INJURED (`harm`), as one report tells of them."""

    __tablename__ = "victims"

    id: str = Field(sa_type=Code, primary_key=True)
    report_id: str = Field(sa_type=Code, foreign_key="report.id", index=True)
    event_id: str = Field(sa_type=Code, foreign_key="event.id")
    harm: str = Field(sa_type=Code)
    kind: str = Field(sa_type=Code)
    text: str = Field(sa_type=Code)
    low: int | None = None
    """Low and best are None where no number is told."""
    best: int | None = None
    high: int | None = None
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    shown_as: int | None = None
    """Their place among those that are shown of their event, from 0; None where another report tells it better."""
    basis: str = stated()


REPORT = table_of(Report)
REPORT_TRIGGER = table_of(ReportTrigger)
PARTICIPANT = table_of(Participant)
TOLL = table_of(Toll)
VICTIMS = table_of(Victims)

Index("ix_report_event_newest", REPORT.c.event_id, order_key(REPORT.c.published_at, descending=True), REPORT.c.id)
Index("ix_report_article", REPORT.c.article_id, REPORT.c.event_id)
Index("ix_report_place_date", REPORT.c.location_id, REPORT.c.type, REPORT.c.date_earliest)
Index("ix_report_date", REPORT.c.type, REPORT.c.date_earliest)
Index(
    "ix_report_undated",
    REPORT.c.type,
    REPORT.c.published_at,
    sqlite_where=REPORT.c.date_earliest.is_(None),
    postgresql_where=REPORT.c.date_earliest.is_(None),
)
Index("ix_participant_event_shown", PARTICIPANT.c.event_id, PARTICIPANT.c.shown_as)
Index("ix_participant_basis", PARTICIPANT.c.basis, PARTICIPANT.c.event_id, PARTICIPANT.c.shown_as)
Index("ix_report_said_by_basis", REPORT.c.said_by_basis, REPORT.c.event_id)
Index("ix_participant_report", PARTICIPANT.c.report_id, PARTICIPANT.c.position)
Index("ix_victims_event_shown", VICTIMS.c.event_id, VICTIMS.c.shown_as)
Index("ix_victims_kind", VICTIMS.c.harm, VICTIMS.c.kind, VICTIMS.c.event_id)
