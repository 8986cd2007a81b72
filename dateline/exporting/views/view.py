"""What a view is: which rows of the store, and the record that is made of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select

from dateline.exporting.fields import Field, Record
from dateline.store.filtering.filters import Filters
from dateline.store.filtering.operators import Condition

Rows = Sequence[Row[Any]]
Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Dates:
    """When the rows of a view are."""

    column: ColumnElement[Any]
    """A day or an instant, by whose month rows are told apart."""
    through: Callable[[Condition], Condition] = lambda condition: condition
    """From a condition on that column to one on the view's table, where it is of another."""


@dataclass(frozen=True, slots=True)
class View:
    """One kind of exported row."""

    name: str
    description: str
    table: FromClause
    """What is counted and filtered; its `id` gives the order."""
    statement: Select[Any]
    """All of its rows, the `id` first.  Joined tables have other names, or filters would take them for their own."""
    build: Callable[[Connection, Rows], list[Record]]
    """The records of rows, in their order, with what belongs to them."""
    filters: Filters
    changed: Callable[[datetime], Condition]
    """Whether a row has changed since a moment."""
    fields: tuple[Field, ...] = ()
    """Empty where a record has a form of its own, which only JSON can hold."""
    default_format: str = "ndjson"
    """For standard output, where no format is named."""
    dates: Dates | None = None
    only: Condition | None = None
    is_searchable: bool = True
    point: Callable[[Record], Point | None] | None = None
    """Where a row is on the map; formats for maps take only views that have this."""
    chunk: int | None = None
    """How many are read at once where that is fewer than usual, because one can be large."""


def point_of(place: Record | None) -> Point | None:
    """The point of a record with latitude and longitude."""
    if place is None or place["latitude"] is None or place["longitude"] is None:
        return None
    return place["longitude"], place["latitude"]
