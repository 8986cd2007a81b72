"""The same queries served the obvious way: Strawberry, SQLModel and DataLoaders, as their documentation shows it.

Only what `benchmarks.serving` asks is there; the fields and their values are those of Dateline's API.
`python -m benchmarks.reference DATABASE_URL` serves on a free port and prints it.
"""

from __future__ import annotations

import socket
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

import strawberry
import uvicorn
from sqlalchemy import func
from sqlmodel import Session, col, create_engine, select
from starlette.applications import Starlette
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig

from api.graphql.scalars import SCALARS
from dateline.store.filtering.cursors import decode_cursor
from dateline.store.filtering.orders import Order
from dateline.store.reading.reads import MOST_PARTICIPANTS
from dateline.store.reading.statistics import Dimension
from schema.tables.actor import Actor as ActorRow
from schema.tables.article import Article as ArticleRow
from schema.tables.columns import order_key
from schema.tables.event import EVENT
from schema.tables.event import Event as EventRow
from schema.tables.location import Location as LocationRow
from schema.tables.quote import Quote as QuoteRow
from schema.tables.report import Participant as ParticipantRow
from schema.tables.report import Report as ReportRow
from schema.vocabulary import EventType

CONNECTIONS = 32
"""Requests that may be under way: each keeps its own to its end, and all of them wait in one thread."""
Info = strawberry.Info[Any, None]
EventTypeEnum = strawberry.enum(EventType, name="EventType")
strawberry.enum(Dimension, name="EventDimension")
NEWEST = Order("event.DATE.DESC", EVENT.c.date_earliest, EVENT.c.id, date, descending=True, nullable=True)


@strawberry.type
class Location:
    name: str
    country_code: str | None
    latitude: float | None
    longitude: float | None


@strawberry.type
class Actor:
    name: str
    kind: str


@strawberry.type
class When:
    earliest: date | None
    latest: date | None
    precision: str


@strawberry.type
class Quote:
    speaker_id: strawberry.Private[str | None]
    text: str

    @strawberry.field
    async def speaker(self, info: Info) -> Actor | None:
        row = await info.context["actors"].load(self.speaker_id) if self.speaker_id else None
        return Actor(name=row.name, kind=row.kind) if row else None


@strawberry.type
class Quotes:
    nodes: list[Quote]


@strawberry.type
class Article:
    id: strawberry.Private[str]
    title: str | None
    publisher: str | None
    published_at: datetime | None

    @strawberry.field
    async def quotes(self, info: Info, first: int = 20) -> Quotes:
        rows = await info.context["quotes"].load(self.id)
        return Quotes(nodes=[Quote(speaker_id=row.speaker_id, text=row.text) for row in rows[:first]])


@strawberry.type
class Report:
    article_id: strawberry.Private[str]

    @strawberry.field
    async def article(self, info: Info) -> Article:
        row = await info.context["articles"].load(self.article_id)
        return Article(id=row.id, title=row.title, publisher=row.publisher, published_at=row.published_at)


@strawberry.type
class Reports:
    nodes: list[Report]


@strawberry.type
class Participant:
    actor_id: strawberry.Private[str | None]
    role: str
    name_as_written: str

    @strawberry.field
    async def actor(self, info: Info) -> Actor | None:
        row = await info.context["actors"].load(self.actor_id) if self.actor_id else None
        return Actor(name=row.name, kind=row.kind) if row else None


@strawberry.type
class Event:
    location_id: strawberry.Private[str | None]
    id: strawberry.ID
    type: str
    mode: str | None
    status: str
    summary: str
    confidence: float
    when: When

    @classmethod
    def of(cls, row: EventRow) -> Event:
        when = When(earliest=row.date_earliest, latest=row.date_latest, precision=row.date_precision)
        return cls(
            location_id=row.location_id,
            id=strawberry.ID(row.id),
            type=row.type,
            mode=row.mode,
            status=row.status,
            summary=row.summary,
            confidence=row.confidence,
            when=when,
        )

    @strawberry.field
    async def location(self, info: Info) -> Location | None:
        row = await info.context["locations"].load(self.location_id) if self.location_id else None
        if row is None:
            return None
        return Location(name=row.name, country_code=row.country_code, latitude=row.latitude, longitude=row.longitude)

    @strawberry.field
    async def participants(self, info: Info) -> list[Participant]:
        rows = await info.context["participants"].load(self.id)
        return [Participant(actor_id=row.actor_id, role=row.role, name_as_written=row.name_as_written) for row in rows]

    @strawberry.field
    async def reports(self, info: Info, first: int = 20) -> Reports:
        rows = await info.context["reports"].load(self.id)
        return Reports(nodes=[Report(article_id=row.article_id) for row in rows[:first]])


@strawberry.type
class Events:
    nodes: list[Event]


@strawberry.input
class TypeFilter:
    eq: EventTypeEnum | None = None  # type: ignore[valid-type]


@strawberry.input
class DateFilter:
    gte: date | None = None


@strawberry.input
class EventWhere:
    type: TypeFilter | None = None
    when: DateFilter | None = None


@strawberry.type
class Key:
    value: str | None


@strawberry.type
class Bucket:
    keys: list[Key]
    events: int


@strawberry.type
class Query:
    @strawberry.field
    async def event(self, info: Info, id: strawberry.ID) -> Event | None:  # noqa: A002
        row = info.context["session"].exec(select(EventRow).where(EventRow.id == id)).first()
        return Event.of(row) if row else None

    @strawberry.field
    async def events(
        self, info: Info, where: EventWhere | None = None, first: int = 20, after: str | None = None
    ) -> Events:
        statement = select(EventRow)
        if where and where.type and where.type.eq:
            statement = statement.where(EventRow.type == where.type.eq.value)
        if where and where.when and where.when.gte:
            statement = statement.where(col(EventRow.date_latest) >= where.when.gte)
        if after:
            statement = statement.where(NEWEST.beyond(*decode_cursor(NEWEST, after, "after"), backward=False))
        latest = order_key(EVENT.c.date_earliest, descending=True)
        rows = info.context["session"].exec(statement.order_by(latest.desc(), col(EventRow.id).desc()).limit(first))
        return Events(nodes=[Event.of(row) for row in rows])

    @strawberry.field
    async def event_stats(self, info: Info, by: list[Dimension], first: int = 100) -> list[Bucket]:  # noqa: ARG002
        month, kind = func.substr(col(EventRow.date_earliest), 1, 7), col(EventRow.type)
        events = func.count()
        statement: Any = select(month, kind, events).group_by(month, kind)
        ordered = statement.order_by(events.desc(), month.asc().nulls_last(), kind)
        found = info.context["session"].exec(ordered.limit(first))
        return [Bucket(keys=[Key(value=row[0]), Key(value=row[1])], events=row[2]) for row in found]


def _by_id(session: Session, model: Any) -> Callable[[list[str]], Any]:
    async def load(keys: list[str]) -> Sequence[Any]:
        rows = {row.id: row for row in session.exec(select(model).where(model.id.in_(keys)))}
        return [rows.get(key) for key in keys]

    return load


def _grouped(keys: Iterable[str], pairs: Iterable[tuple[str, Any]]) -> list[list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return [groups[key] for key in keys]


def loaders(session: Session) -> dict[str, Any]:
    """The context of one request."""

    async def participants(keys: list[str]) -> list[list[ParticipantRow]]:
        place: Any = col(ParticipantRow.shown_as)
        shown = select(ParticipantRow).where(col(ParticipantRow.event_id).in_(keys), place < MOST_PARTICIPANTS)
        return _grouped(keys, ((row.event_id, row) for row in session.exec(shown.order_by(place))))

    async def reports(keys: list[str]) -> list[list[ReportRow]]:
        order = (col(ReportRow.published_at).desc(), col(ReportRow.id).desc())
        found = session.exec(select(ReportRow).where(col(ReportRow.event_id).in_(keys)).order_by(*order))
        return _grouped(keys, ((row.event_id, row) for row in found))

    async def quotes(keys: list[str]) -> list[list[QuoteRow]]:
        order = (col(QuoteRow.start), col(QuoteRow.id))
        found = session.exec(select(QuoteRow).where(col(QuoteRow.article_id).in_(keys)).order_by(*order))
        return _grouped(keys, ((row.article_id, row) for row in found))

    return {
        "session": session,
        "actors": DataLoader(_by_id(session, ActorRow)),
        "articles": DataLoader(_by_id(session, ArticleRow)),
        "locations": DataLoader(_by_id(session, LocationRow)),
        "participants": DataLoader(participants),
        "reports": DataLoader(reports),
        "quotes": DataLoader(quotes),
    }


class Closing(SchemaExtension):
    """Gives the request's connection back."""

    def on_operation(self) -> Iterator[None]:
        yield
        self.execution_context.context["session"].close()


def application(url: str) -> Starlette:
    """The server."""
    engine = create_engine(url, pool_size=CONNECTIONS)

    class View(GraphQL[Any, None]):
        async def get_context(self, request: Any, response: Any) -> Any:  # noqa: ARG002
            return loaders(Session(engine))

    app = Starlette()
    config = StrawberryConfig(scalar_map=SCALARS)
    app.mount("/graphql", View(strawberry.Schema(query=Query, config=config, extensions=[Closing])))
    return app


if __name__ == "__main__":
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(uvicorn.Config(application(sys.argv[1]), log_level="warning")).run([listener])
