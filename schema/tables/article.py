"""Articles: the cleaned text that every offset counts in, and what is known about it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, PublishersText, Row, order_key, table_of


class Article(Row, table=True):
    """One article.  The same id with another `sha256` is a new version of it, whose facts replace the old ones."""

    __tablename__ = "article"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    id: str = Field(sa_type=Code, unique=True)
    sha256: str = Field(sa_type=Code, index=True)
    url: str | None = Field(default=None, sa_type=Code, index=True)
    url_key: str | None = Field(default=None, sa_type=Code)
    title: str | None = Field(default=None, sa_type=Code, index=True)
    title_key: str | None = Field(default=None, sa_type=Code)
    byline: str | None = Field(default=None, sa_type=Code)
    publisher: str | None = Field(default=None, sa_type=Code)
    publisher_key: str | None = Field(default=None, sa_type=Code)
    agency: str | None = Field(default=None, sa_type=Code)
    published_at: datetime | None = Field(default=None, sa_type=Instant)
    published_on: date | None = None
    """The calendar day where it was published; relative dates of the text count from it."""
    language: str = Field(sa_type=Code)
    text: str = Field(sa_type=PublishersText(whole=True))
    raw_offsets: Any = Field(sa_type=JSON)
    """Pairs (offset in `text`, offset in the raw article), as in `schema.spans.OffsetMap`."""
    raw_sha256: str = Field(sa_type=Code)
    encoding: str = Field(sa_type=Code)
    origin: str = Field(sa_type=Code)
    model: str = Field(sa_type=Code)
    extractor: str = Field(sa_type=Code, index=True)
    """Version of the extractor that read it."""
    added_at: datetime = Field(sa_type=Instant)
    """When this version was written; the one column that two runs over the same articles do not share."""
    licence: str | None = Field(default=None, sa_type=Code)
    """What its publisher says that may be done with it: a name, an address, or a sentence."""
    faults: str | None = Field(default=None, sa_type=Code)
    """Stages of extraction that failed on it, by comma; what they would have read is missing."""


ARTICLE = table_of(Article)
NEWEST = order_key(ARTICLE.c.published_at, descending=True)
OLDEST = order_key(ARTICLE.c.published_at, descending=False)

Index("ix_article_newest", NEWEST, ARTICLE.c.id)
Index("ix_article_oldest", OLDEST, ARTICLE.c.id)
Index(
    "ix_article_faults",
    ARTICLE.c.faults,
    sqlite_where=ARTICLE.c.faults.is_not(None),
    postgresql_where=ARTICLE.c.faults.is_not(None),
)
Index("ix_article_publisher_newest", ARTICLE.c.publisher, NEWEST, ARTICLE.c.id)
Index("ix_article_publisher_oldest", ARTICLE.c.publisher, OLDEST, ARTICLE.c.id)
