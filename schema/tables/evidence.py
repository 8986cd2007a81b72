"""Evidence: spans of articles.  Every fact refers to the one it was read from."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from schema.tables.columns import Code, PublishersText, Row, table_of


class Evidence(Row, table=True):
    """Code points `start` to `end` (half open) of an article's text."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("article_id", "start", "end"),)

    id: str = Field(sa_type=Code, primary_key=True)
    article_id: str = Field(sa_type=Code, foreign_key="article.id")
    start: int
    end: int
    start_utf16: int
    """The same offset in UTF-16 code units, which a browser counts."""
    end_utf16: int
    text: str = Field(sa_type=PublishersText())
    """`article.text[start:end]`, kept so that any damage shows."""


EVIDENCE = table_of(Evidence)
