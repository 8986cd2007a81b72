"""Readings and visits: what ingestion has done already, so that it goes on where it stopped and is polite to others."""

from datetime import datetime

from sqlmodel import Field

from schema.tables.columns import Code, Instant, Row, table_of


class Reading(Row, table=True):
    """A raw article that needs no more work: it became a stored article, or it was set aside with a reason."""

    __tablename__ = "reading"

    id: str = Field(sa_type=Code, primary_key=True)
    """Made from all that was read, by which model and which extractor."""
    article_id: str | None = Field(default=None, sa_type=Code, foreign_key="article.id", ondelete="CASCADE", index=True)
    origin: str = Field(sa_type=Code)
    reason: str | None = Field(default=None, sa_type=Code)
    """Why it was set aside."""
    added_at: datetime = Field(sa_type=Instant)
    raw_id: str | None = Field(default=None, sa_type=Code, index=True)
    """Made from all that was read, whoever read it; None in rows of older versions."""


class Visit(Row, table=True):
    """A feed, page, sitemap or file that is watched, as it was the last time."""

    __tablename__ = "visit"

    url: str = Field(sa_type=Code, primary_key=True)
    kind: str = Field(sa_type=Code)
    """FEED, SITEMAP, PAGE or FILE."""
    etag: str | None = Field(default=None, sa_type=Code)
    last_modified: str | None = Field(default=None, sa_type=Code)
    mark: str | None = Field(default=None, sa_type=Code)
    """What the content, or what a feed said of a page, was made out by; another mark means that it changed."""
    article_id: str | None = Field(
        default=None, sa_type=Code, foreign_key="article.id", ondelete="SET NULL", index=True
    )
    failures: int = 0
    """In a row."""
    error: str | None = Field(default=None, sa_type=Code)
    added_at: datetime = Field(sa_type=Instant)
    """When it was visited last."""
    next_at: datetime = Field(sa_type=Instant)


READING = table_of(Reading)
VISIT = table_of(Visit)
