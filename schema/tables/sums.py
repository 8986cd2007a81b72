"""Sums over events, kept while events are written: how many, killed and hurt, by month or year, type and country."""

from sqlalchemy import Index
from sqlmodel import Field

from schema.tables.columns import Code, Number, Row, table_of


class EventSum(Row, table=True):
    """The events that have the same values in some dimensions; what a dimension leaves unknown is empty text."""

    __tablename__ = "event_sum"

    grain: str = Field(sa_type=Code, primary_key=True)
    """The dimensions, in the order of the columns: `MONTH TYPE`.  Other dimensions are empty."""
    period: str = Field(sa_type=Code, primary_key=True)
    """`2024-11` or `2024`; empty also where the date is not known so exactly."""
    type: str = Field(sa_type=Code, primary_key=True)
    country_code: str = Field(sa_type=Code, primary_key=True)
    events: int = Field(sa_type=Number)
    killed: int = Field(sa_type=Number)
    """By the best numbers known."""
    injured: int = Field(sa_type=Number)


EVENT_SUM = table_of(EventSum)

Index("ix_event_sum_most", EVENT_SUM.c.grain, EVENT_SUM.c.events)
