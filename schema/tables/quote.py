"""Quotes, and the words of the article that each consists of."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, PublishersText, Row, order_key, table_of


class Quote(Row, table=True):
    """One quotation of one article."""

    __tablename__ = "quote"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    id: str = Field(sa_type=Code, unique=True)
    article_id: str = Field(sa_type=Code, foreign_key="article.id")
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    """Its first words; `QuotePart` has all."""
    start: int
    text: str = Field(sa_type=PublishersText(otherwise=""))
    kind: str = Field(sa_type=Code)
    speaker_id: str | None = Field(default=None, sa_type=Code, foreign_key="actor.id")
    speaker_as_written: str | None = Field(default=None, sa_type=Code, index=True)
    speaker_name: str | None = Field(default=None, sa_type=Code, index=True)
    """Whom the words at the quote mean, by name."""
    speaker_key: str | None = Field(default=None, sa_type=Code)
    cue: str | None = Field(default=None, sa_type=Code)
    medium: str | None = Field(default=None, sa_type=Code)
    confidence: float
    published_at: datetime | None = Field(default=None, sa_type=Instant)
    search_text: str = Field(sa_type=Code)
    own_speaker_id: str | None = Field(default=None, sa_type=Code)
    """The speaker's id by this article alone, before any merge."""
    speaker_basis: str | None = Field(default=None, sa_type=Code, index=True)
    """Where the speaker was taken from; None where nobody is named."""
    model: str | None = Field(default=None, sa_type=Code)
    """The model that told who speaks, with the version of its questions; None where the rules did."""


class QuotePart(Row, table=True):
    """One stretch of words of a quote.  `part` is WORDS (what was said), SPEAKER (who, as written) or CUE."""

    __tablename__ = "quote_part"

    quote_id: str = Field(sa_type=Code, primary_key=True, foreign_key="quote.id")
    part: str = Field(sa_type=Code, primary_key=True)
    position: int = Field(primary_key=True)
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)


QUOTE = table_of(Quote)
QUOTE_PART = table_of(QuotePart)
NEWEST = order_key(QUOTE.c.published_at, descending=True)
OLDEST = order_key(QUOTE.c.published_at, descending=False)

Index("ix_quote_newest", NEWEST, QUOTE.c.id)
Index("ix_quote_oldest", OLDEST, QUOTE.c.id)
Index("ix_quote_article", QUOTE.c.article_id, QUOTE.c.start, QUOTE.c.id)
Index("ix_quote_kind_newest", QUOTE.c.kind, NEWEST, QUOTE.c.id)
Index("ix_quote_speaker_newest", QUOTE.c.speaker_id, NEWEST, QUOTE.c.id)
Index("ix_quote_kind_oldest", QUOTE.c.kind, OLDEST, QUOTE.c.id)
Index("ix_quote_speaker_oldest", QUOTE.c.speaker_id, OLDEST, QUOTE.c.id)
