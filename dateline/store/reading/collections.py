"""What can be paged: the nouns, and what belongs to one of them.

A `Collection` is all rows of a noun; a `Relation` those that belong to parents: an article's events, an actor's quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, func, select

from dateline.store.filtering.filters import (
    ACTOR_FILTERS,
    ARTICLE_FILTERS,
    EVENT_FILTERS,
    EVENT_OF_ACTOR,
    LOCATION_FILTERS,
    MENTION_FILTERS,
    QUOTE_FILTERS,
    REPORT_FILTERS,
    Filters,
)
from dateline.store.filtering.operators import Test
from dateline.store.filtering.orders import (
    ACTOR_ORDERS,
    ARTICLE_ORDERS,
    EVENT_ORDERS,
    LOCATION_ORDERS,
    QUOTE_ORDERS,
    Order,
    Orders,
)
from dateline.store.filtering.parents import Parents
from schema.tables import (
    ACTOR,
    ACTOR_MENTION,
    APPEARANCE,
    ARTICLE,
    EVENT,
    EVENT_ACTOR,
    EVIDENCE,
    LOCATION,
    LOCATION_MENTION,
    QUOTE,
    REPORT,
    TOLL,
)


@dataclass(frozen=True, slots=True)
class Links:
    """The rows that lead from parents to what belongs to them."""

    rows: FromClause
    parent: ColumnElement[str]
    position: ColumnElement[int] | None = None
    """The place in an article's text that rows are ordered by; then no parent has more rows than an article tells."""
    ordering: Table | None = None
    """Has copies of the columns that rows are ordered by, and an index for each."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All rows of one noun."""

    name: str
    table: Table
    columns: tuple[ColumnElement[Any], ...]
    """Those that are cheap to read; long texts are read apart."""
    filters: Filters = ()
    orders: Orders | None = None
    default_order: str = ""
    """A field of `orders`, used from the highest value down."""
    linked: Mapping[str, tuple[Links, Test]] = field(default_factory=dict)
    """Filters for one thing whose links are kept in order, each with those and the test of them."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What belongs to parents, each parent paged on its own."""

    name: str
    collection: Collection
    link: Callable[[Parents], Links]
    """From the parents."""
    order: Callable[[Links], Order] | None = None
    """Its own order, where it has one that cannot be chosen."""


def _columns(table: Table, without: str) -> tuple[ColumnElement[Any], ...]:
    left_out = {"number", "search_text", *without.split()}
    return tuple(column for column in table.c if column.name not in left_out)


def _toll_columns() -> Iterator[ColumnElement[Any]]:
    """The numbers of a report, each found by its primary key."""
    for kind in ("KILLED", "INJURED"):
        for part in ("text", "low", "best", "high", "basis", "evidence_id"):
            own = select(TOLL.c[part]).where(TOLL.c.report_id == REPORT.c.id, TOLL.c.kind == kind)
            yield own.scalar_subquery().label(f"{kind.lower()}_{part}")


ARTICLES = Collection(
    "article",
    ARTICLE,
    _columns(ARTICLE, "text raw_offsets raw_sha256 url_key title_key publisher_key"),
    ARTICLE_FILTERS,
    ARTICLE_ORDERS,
    "PUBLISHED_AT",
)
EVENTS_OF_ACTORS = Links(
    EVENT_ACTOR.join(EVENT, EVENT_ACTOR.c.event_id == EVENT.c.id), EVENT_ACTOR.c.actor_id, ordering=EVENT_ACTOR
)
EVENTS = Collection(
    "event",
    EVENT,
    _columns(EVENT, ""),
    EVENT_FILTERS,
    EVENT_ORDERS,
    "DATE",
    {"actor": (EVENTS_OF_ACTORS, EVENT_OF_ACTOR)},
)
ACTORS = Collection("actor", ACTOR, _columns(ACTOR, ""), ACTOR_FILTERS, ACTOR_ORDERS, "EVENT_COUNT")
LOCATIONS = Collection("location", LOCATION, _columns(LOCATION, ""), LOCATION_FILTERS, LOCATION_ORDERS, "EVENT_COUNT")
QUOTES = Collection("quote", QUOTE, _columns(QUOTE, "speaker_key"), QUOTE_FILTERS, QUOTE_ORDERS, "PUBLISHED_AT")
REPORTS = Collection("report", REPORT, (*_columns(REPORT, ""), *_toll_columns()), REPORT_FILTERS)
MENTIONS = Collection("evidence", EVIDENCE, _columns(EVIDENCE, ""), MENTION_FILTERS)

NOUNS = {collection.name: collection for collection in (ARTICLES, EVENTS, ACTORS, LOCATIONS, QUOTES)}


def _direct(table: Table, parent: ColumnElement[str]) -> Callable[[Parents], Links]:
    return lambda _: Links(table, parent)


def _joined(links: Table, key: str, parent: str, table: Table) -> Callable[[Parents], Links]:
    rows = links.join(table, links.c[key] == table.c.id)
    return lambda _: Links(rows, links.c[parent])


def _told_in(links: Table, key: str, table: Table) -> Callable[[Parents], Links]:
    """What an article tells of, once each, at the place where it does first."""

    def link(parents: Parents) -> Links:
        first = (
            select(links.c.article_id, links.c[key], func.min(links.c.start).label("start"))
            .where(parents.holds(links.c.article_id), links.c[key].is_not(None))
            .group_by(links.c.article_id, links.c[key])
            .subquery("first")
        )
        rows = first.join(table, first.c[key] == table.c.id)
        return Links(rows, first.c.article_id, first.c.start)

    return link


def _reading_order(name: str, unique: ColumnElement[str]) -> Callable[[Links], Order]:
    def order(links: Links) -> Order:
        assert links.position is not None
        return Order(name, links.position, unique, int, descending=False)

    return order


def _newest_order(name: str, table: Table, unique: ColumnElement[str]) -> Callable[[Links], Order]:
    return lambda _: Order(name, table.c.published_at, unique, datetime, descending=True, nullable=True)


ARTICLE_EVENTS = Relation(
    "article_events", EVENTS, _told_in(REPORT, "event_id", EVENT), _reading_order("event.reading", EVENT.c.id)
)
ARTICLE_ACTORS = Relation(
    "article_actors", ACTORS, _told_in(APPEARANCE, "actor_id", ACTOR), _reading_order("actor.reading", ACTOR.c.id)
)
ARTICLE_LOCATIONS = Relation(
    "article_locations",
    LOCATIONS,
    _told_in(LOCATION_MENTION, "location_id", LOCATION),
    _reading_order("location.reading", LOCATION.c.id),
)
ARTICLE_QUOTES = Relation(
    "article_quotes",
    QUOTES,
    lambda _: Links(QUOTE, QUOTE.c.article_id, QUOTE.c.start),
    _reading_order("quote.reading", QUOTE.c.id),
)
EVENT_REPORTS = Relation(
    "event_reports", REPORTS, _direct(REPORT, REPORT.c.event_id), _newest_order("report.newest", REPORT, REPORT.c.id)
)
ACTOR_EVENTS = Relation("actor_events", EVENTS, lambda _: EVENTS_OF_ACTORS)
ACTOR_QUOTES = Relation("actor_quotes", QUOTES, _direct(QUOTE, QUOTE.c.speaker_id))
ACTOR_MENTIONS = Relation(
    "actor_mentions",
    MENTIONS,
    _joined(ACTOR_MENTION, "evidence_id", "actor_id", EVIDENCE),
    _newest_order("mention.newest", ACTOR_MENTION, ACTOR_MENTION.c.evidence_id),
)
LOCATION_EVENTS = Relation("location_events", EVENTS, _direct(EVENT, EVENT.c.location_id))
LOCATION_MENTIONS = Relation(
    "location_mentions",
    MENTIONS,
    _joined(LOCATION_MENTION, "evidence_id", "location_id", EVIDENCE),
    _newest_order("mention.newest", LOCATION_MENTION, LOCATION_MENTION.c.evidence_id),
)
