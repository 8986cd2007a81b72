"""Events: happenings told by one or more articles.  All of an event's row is made from its reports."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, Index, Table
from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, PublishersText, Row, order_key, stated, table_of


class Event(Row, table=True):
    """One happening, as its reports tell it together."""

    __tablename__ = "event"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    id: str = Field(sa_type=Code, unique=True)
    type: str = Field(sa_type=Code)
    mode: str | None = Field(default=None, sa_type=Code)
    acled: str | None = Field(default=None, sa_type=Code)
    status: str = Field(sa_type=Code)
    summary: str = Field(sa_type=PublishersText(otherwise=""))
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    """Of the report that tells it best."""
    when_text: str | None = Field(default=None, sa_type=Code)
    date_earliest: date | None = None
    date_latest: date | None = None
    date_precision: str = Field(sa_type=Code)
    location_id: str | None = Field(default=None, sa_type=Code, foreign_key="location.id")
    country_code: str | None = Field(default=None, sa_type=Code)
    latitude: float | None = None
    longitude: float | None = None
    killed_text: str | None = Field(default=None, sa_type=Code)
    killed_low: int | None = None
    killed_best: int | None = None
    killed_high: int | None = None
    injured_text: str | None = Field(default=None, sa_type=Code)
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None
    confidence: float
    report_count: int
    published_at: datetime | None = Field(default=None, sa_type=Instant)
    """When the first of its reports was published."""
    search_text: str = Field(sa_type=Code)
    machine: Any = Field(default=None, sa_type=JSON(none_as_null=True), nullable=True)
    """What the reports tell in the columns that a person has corrected; None where nobody has."""
    when_basis: str | None = Field(default=None, sa_type=Code, index=True)
    """Where the days were taken from; None where no day is known, as of the others where there is no value."""
    location_basis: str | None = Field(default=None, sa_type=Code, index=True)
    killed_basis: str | None = Field(default=None, sa_type=Code, index=True)
    injured_basis: str | None = Field(default=None, sa_type=Code, index=True)
    basis: str = stated(index=True)
    """MODEL where only a model tells that there is such an event."""
    model: str | None = Field(default=None, sa_type=Code, index=True)
    """The models that told any of it, each with the version of its questions, by comma; None where none did."""


class EventActor(Row, table=True):
    """An actor with a part in an event, by any of its reports.

    What events are ordered by is copied here, so that an index gives a page of an actor's events in any order.
    """

    __tablename__ = "event_actor"

    event_id: str = Field(sa_type=Code, primary_key=True, foreign_key="event.id")
    actor_id: str = Field(sa_type=Code, primary_key=True, foreign_key="actor.id")
    date_earliest: date | None = None
    killed_best: int | None = None
    confidence: float | None = None


class EventRedirect(Row, table=True):
    """An id that was given out for an event which has since been joined into another."""

    __tablename__ = "event_redirect"

    old_id: str = Field(sa_type=Code, primary_key=True)
    event_id: str = Field(sa_type=Code, foreign_key="event.id", index=True)


EVENT = table_of(Event)
EVENT_ACTOR = table_of(EventActor)
EVENT_REDIRECT = table_of(EventRedirect)
COPIED = ("date_earliest", "killed_best", "confidence")
"""Columns of events that links to actors have too."""


def _orders(table: Table) -> dict[str, ColumnElement[Any]]:
    """What rows are ordered by, by the name that an index has for it."""
    return {
        "latest": order_key(table.c.date_earliest, descending=True),
        "earliest": order_key(table.c.date_earliest, descending=False),
        "most_killed": order_key(table.c.killed_best, descending=True),
        "least_killed": order_key(table.c.killed_best, descending=False),
        "confidence": table.c.confidence,
    }


_FILTERS = {"type": "type", "mode": "mode", "status": "status", "country": "country_code", "location": "location_id"}

for _order, _key in _orders(EVENT).items():
    Index(f"ix_event_{_order}", _key, EVENT.c.id)
    for _name, _column in _FILTERS.items():
        Index(f"ix_event_{_name}_{_order}", EVENT.c[_column], _key, EVENT.c.id)
for _order, _key in _orders(EVENT_ACTOR).items():
    Index(f"ix_event_actor_{_order}", EVENT_ACTOR.c.actor_id, _key, EVENT_ACTOR.c.event_id)
Index("ix_event_killed", EVENT.c.killed_best)
Index("ix_event_injured", EVENT.c.injured_best)
Index("ix_event_date", EVENT.c.date_earliest, EVENT.c.date_latest)
