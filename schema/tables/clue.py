"""Clues: by what ingestion finds stored reports that may tell what a new article tells."""

from sqlmodel import Field

from schema.tables.columns import Code, Row, table_of


class Clue(Row, table=True):
    """Something that few reports of about one day share: an actor, a place, a rare word of the article."""

    __tablename__ = "clue"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLModel takes it so

    key: str = Field(sa_type=Code, primary_key=True)
    """What it is, with the kind of event where a report is meant: `ACCIDENT loc_...`, `word teixeira`."""
    day: int = Field(primary_key=True)
    """When, as days since the start of year 1; 0 where neither the article nor its publication tells."""
    subject_id: str = Field(sa_type=Code, primary_key=True)
    """The report or, where it is a word, the article."""
    article_id: str = Field(sa_type=Code, foreign_key="article.id", index=True)


CLUE = table_of(Clue)
