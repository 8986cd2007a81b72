"""Locations, and the places in articles that name them."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, Row, order_key, table_of


class Location(Row, table=True):
    """A place of the gazetteer, or an unknown one within a known region (no `geonames_id` then)."""

    __tablename__ = "location"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    id: str = Field(sa_type=Code, unique=True)
    geonames_id: int | None = Field(default=None, index=True)
    kind: str = Field(sa_type=Code)
    name: str = Field(sa_type=Code, index=True)
    name_key: str = Field(sa_type=Code)
    country_code: str | None = Field(default=None, sa_type=Code)
    admin1: str | None = Field(default=None, sa_type=Code)
    latitude: float | None = None
    longitude: float | None = None
    population: int = Field(default=0, sa_type=Number)
    parent_id: str | None = Field(default=None, sa_type=Code, foreign_key="location.id", index=True)
    search_text: str = Field(sa_type=Code)
    event_count: int = 0
    """How many events happened there, of those whose place it is itself."""
    precision: str | None = Field(default=None, sa_type=Code)
    """The kind of the region whose point it takes; None where the point is its own."""


class Dateline(Row, table=True):
    """The place that an article's dateline names."""

    __tablename__ = "dateline"

    article_id: str = Field(sa_type=Code, primary_key=True, foreign_key="article.id")
    location_id: str = Field(sa_type=Code, foreign_key="location.id", index=True)
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)


class LocationMention(Row, table=True):
    """A toponym in an article.  `location_id` is None where it is a place, but nobody knows which."""

    __tablename__ = "location_mention"

    evidence_id: str = Field(sa_type=Code, primary_key=True, foreign_key="evidence.id")
    article_id: str = Field(sa_type=Code, foreign_key="article.id")
    location_id: str | None = Field(default=None, sa_type=Code, foreign_key="location.id")
    start: int
    published_at: datetime | None = Field(default=None, sa_type=Instant)
    score: float
    """0 to 1: how sure the resolution is."""
    reason: str = Field(sa_type=Code)
    metonym: bool
    """True where the name stands for a government or team."""


LOCATION = table_of(Location)
DATELINE = table_of(Dateline)
LOCATION_MENTION = table_of(LocationMention)

Index("ix_location_name_key", LOCATION.c.name_key, LOCATION.c.id)
Index("ix_location_event_count", LOCATION.c.event_count, LOCATION.c.id)
Index("ix_location_kind", LOCATION.c.kind, LOCATION.c.event_count, LOCATION.c.id)
Index("ix_location_country", LOCATION.c.country_code, LOCATION.c.event_count, LOCATION.c.id)
Index("ix_location_kind_name", LOCATION.c.kind, LOCATION.c.name_key, LOCATION.c.id)
Index("ix_location_country_name", LOCATION.c.country_code, LOCATION.c.name_key, LOCATION.c.id)
Index("ix_location_point", LOCATION.c.latitude, LOCATION.c.longitude)
Index("ix_location_mention_article", LOCATION_MENTION.c.article_id, LOCATION_MENTION.c.start)
Index(
    "ix_location_mention_newest",
    LOCATION_MENTION.c.location_id,
    order_key(LOCATION_MENTION.c.published_at, descending=True),
    LOCATION_MENTION.c.evidence_id,
)
