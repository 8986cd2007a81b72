"""Numbers over events: how many, how many killed and hurt, by day, type, country, actor and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Subquery, Text, case, cast, func, select

from dateline.store.filtering.filters import EVENT_FILTERS
from dateline.store.filtering.where import Where, where_condition
from dateline.store.reading.pages import Selection
from dateline.store.reading.search import matches, phrases_of
from dateline.store.reading.sums import sums_by
from schema.errors import LimitError, QueryError
from schema.numbers import LARGEST_INT
from schema.tables import ARTICLE, EVENT, EVENT_ACTOR, REPORT

DEFAULT_BUCKETS = 100
MOST_BUCKETS = 1_000
MOST_DIMENSIONS = 3


class Dimension(StrEnum):
    """What events are counted by."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    TYPE = "TYPE"
    STATUS = "STATUS"
    COUNTRY = "COUNTRY"
    LOCATION = "LOCATION"
    ACTOR = "ACTOR"
    PUBLISHER = "PUBLISHER"

    @property
    def description(self) -> str:
        """What it is, with an example of a value."""
        return _DESCRIPTIONS[self]


_UNDATED = "; null where the date is not known so exactly"
_DESCRIPTIONS = {
    Dimension.DAY: f"The day of the event: 2024-11-05{_UNDATED}.",
    Dimension.MONTH: f"The month of the event: 2024-11{_UNDATED}.",
    Dimension.YEAR: f"The year of the event: 2024{_UNDATED}.",
    Dimension.TYPE: "The event's type: PROTEST.",
    Dimension.STATUS: "How certain the texts are: REPORTED.",
    Dimension.COUNTRY: "The country of the event's location: KE; null where that is not known.",
    Dimension.LOCATION: "The id of the event's location, with the location as node; null where that is not known.",
    Dimension.ACTOR: "The id of an actor with a part in it, the actor as node; an event counts once for each.",
    Dimension.PUBLISHER: "Who published a report of it; an event counts once for each publisher.",
}


@dataclass(frozen=True, slots=True)
class Bucket:
    """Events that have the same values, in the order of the dimensions asked for."""

    values: tuple[str | None, ...]
    events: int
    killed: int
    injured: int


def count_events(
    connection: Connection, selection: Selection, by: Sequence[Dimension], first: int | None = None
) -> list[Bucket]:
    """The largest buckets of what the filters and the search find, those of most events first: one statement.

    Raises QueryError or LimitError for dimensions or a number of buckets that make no sense.
    """
    statement = buckets_statement(selection, by, first, connection.dialect.name)
    return buckets_of(connection.execute(statement), len(by))


def buckets_statement(selection: Selection, by: Sequence[Dimension], first: int | None, dialect: str) -> Select[Any]:
    """The keys, then events, killed and injured of the largest buckets; errors as for `count_events`."""
    _check(by, first)
    rows = _summed(by, selection, dialect)
    keys, events = [rows.c[number] for number in range(len(by))], rows.c.events
    ordered = select(rows).order_by(events.desc(), *(key.asc().nulls_last() for key in keys))
    return ordered.limit(DEFAULT_BUCKETS if first is None else first)


def buckets_of(rows: Iterable[Sequence[Any]], keys: int) -> list[Bucket]:
    """The buckets that rows of that statement are, which begin with so many keys."""
    return [
        Bucket(tuple(row[:keys]), row[keys], *(min(LARGEST_INT, int(one)) for one in row[keys + 1 :])) for row in rows
    ]


def _summed(by: Sequence[Dimension], selection: Selection, dialect: str) -> Subquery:
    """A row for each bucket: of the kept sums where they tell, else counted."""
    phrases = phrases_of(selection.search)
    kept = sums_by([dimension.value for dimension in by], selection.where) if phrases is None else None
    searched = None if phrases is None else matches(EVENT, phrases, dialect)
    return (_counted(by, selection.where, searched) if kept is None else kept).subquery("buckets")


def _counted(by: Sequence[Dimension], where: Where | None, searched: ColumnElement[bool] | None) -> Select[Any]:
    keys = [_KEYS[dimension]().label(f"key_{number}") for number, dimension in enumerate(by)]
    events = func.count().label("events")
    killed, injured = (
        func.coalesce(func.sum(column), 0).label(name)
        for name, column in (("killed", EVENT.c.killed_best), ("injured", EVENT.c.injured_best))
    )
    statement: Select[Any] = select(*keys, events, killed, injured).select_from(_rows(by))
    for condition in (where_condition(EVENT_FILTERS, where), searched):
        if condition is not None:
            statement = statement.where(condition)
    return statement.group_by(*keys)


def _check(by: Sequence[Dimension], first: int | None) -> None:
    if not by:
        raise QueryError("by is empty.", hint="Name one to three dimensions, for example by: [MONTH].")
    if len(by) > MOST_DIMENSIONS:
        raise LimitError(
            f"by has {len(by)} dimensions; the limit is {MOST_DIMENSIONS}.", hint="Ask in several queries."
        )
    if len(set(by)) < len(by):
        raise QueryError("by names the same dimension twice.", hint="Name each once.")
    if first is not None and first < 0:
        raise QueryError(f"first is {first}; it cannot be negative.", hint=f"Use 1 to {MOST_BUCKETS}.")
    if first is not None and first > MOST_BUCKETS:
        raise LimitError(
            f"first is {first:,}; the limit is {MOST_BUCKETS:,}.", hint="Filter by where:, then ask again."
        )


def _rows(by: Sequence[Dimension]) -> FromClause:
    rows: FromClause = EVENT
    if Dimension.ACTOR in by:
        rows = rows.outerjoin(EVENT_ACTOR, EVENT_ACTOR.c.event_id == EVENT.c.id)
    if Dimension.PUBLISHER in by:
        rows = rows.join(_PUBLISHERS, _PUBLISHERS.c.event_id == EVENT.c.id)
    return rows


_PUBLISHERS = (
    select(REPORT.c.event_id, ARTICLE.c.publisher)
    .distinct()
    .join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
    .subquery("publishers")
)


def _span(length: int) -> Callable[[], ColumnElement[Any]]:
    """The first characters of both ISO dates, where they agree."""

    def key() -> ColumnElement[Any]:
        earliest, latest = (
            func.substr(cast(column, Text), 1, length) for column in (EVENT.c.date_earliest, EVENT.c.date_latest)
        )
        return case((earliest == latest, earliest))

    return key


_KEYS: dict[Dimension, Callable[[], ColumnElement[Any]]] = {
    Dimension.DAY: _span(10),
    Dimension.MONTH: _span(7),
    Dimension.YEAR: _span(4),
    Dimension.TYPE: lambda: EVENT.c.type,
    Dimension.STATUS: lambda: EVENT.c.status,
    Dimension.COUNTRY: lambda: EVENT.c.country_code,
    Dimension.LOCATION: lambda: EVENT.c.location_id,
    Dimension.ACTOR: lambda: EVENT_ACTOR.c.actor_id,
    Dimension.PUBLISHER: lambda: _PUBLISHERS.c.publisher,
}
