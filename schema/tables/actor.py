"""Actors across articles; their rows are a vote of what the articles say, whatever order those came in."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, Row, order_key, table_of


class Actor(Row, table=True):
    """A person, organization, country or group.  All of it is made from its appearances."""

    __tablename__ = "actor"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    id: str = Field(sa_type=Code, unique=True)
    name: str = Field(sa_type=Code, index=True)
    name_key: str = Field(sa_type=Code)
    kind: str = Field(sa_type=Code)
    sector: str = Field(sa_type=Code)
    country_code: str | None = Field(default=None, sa_type=Code)
    search_text: str = Field(sa_type=Code)
    article_count: int = 0
    event_count: int = 0
    quote_count: int = 0
    country_basis: str | None = Field(default=None, sa_type=Code)
    """The surest of the articles that say so; None where there is no country."""
    external_ids: str = Field(default="", sa_type=Code, sa_column_kwargs={"server_default": ""})
    """With spaces between."""


class Appearance(Row, table=True):
    """One actor in one article, and what that article says of it."""

    __tablename__ = "appearance"

    article_id: str = Field(sa_type=Code, primary_key=True, foreign_key="article.id")
    own_id: str = Field(sa_type=Code, primary_key=True)
    """The actor's id by what this article says alone; `actor_id` is another one where judgements merged the two."""
    actor_id: str = Field(sa_type=Code, foreign_key="actor.id")
    start: int
    """Where the article names it first."""
    name: str = Field(sa_type=Code)
    kind: str = Field(sa_type=Code)
    sector: str = Field(sa_type=Code)
    country_code: str | None = Field(default=None, sa_type=Code)
    aliases: Any = Field(sa_type=JSON)
    country_basis: str | None = Field(default=None, sa_type=Code)
    external_ids: str = Field(default="", sa_type=Code, sa_column_kwargs={"server_default": ""})
    """With spaces between."""


class ActorTally(Row, table=True):
    """In how many articles an actor has one value of one aspect: NAME, ALIAS, SPELLING, KIND, SECTOR, COUNTRY, BASIS or
    EXTERNAL.

    A BASIS is a country's code and where it was taken from (`KE STATED`), an EXTERNAL an id elsewhere (`wikidata:Q42`).
    It keeps the cost of an actor's row apart from the number of its articles.
    """

    __tablename__ = "actor_tally"

    actor_id: str = Field(sa_type=Code, primary_key=True, foreign_key="actor.id")
    aspect: str = Field(sa_type=Code, primary_key=True)
    value: str = Field(sa_type=Code, primary_key=True)
    key: str | None = Field(default=None, sa_type=Code)
    """The folded name, for names."""
    articles: int


class ActorMention(Row, table=True):
    """One place in an article that names an actor."""

    __tablename__ = "actor_mention"

    own_id: str = Field(sa_type=Code, primary_key=True)
    evidence_id: str = Field(sa_type=Code, primary_key=True, foreign_key="evidence.id", index=True)
    actor_id: str = Field(sa_type=Code, foreign_key="actor.id")
    article_id: str = Field(sa_type=Code, foreign_key="article.id")
    form: str = Field(sa_type=Code)
    start: int
    published_at: datetime | None = Field(default=None, sa_type=Instant)


class ActorRedirect(Row, table=True):
    """An id that was given out for an actor which has since been merged into another."""

    __tablename__ = "actor_redirect"

    old_id: str = Field(sa_type=Code, primary_key=True)
    actor_id: str = Field(sa_type=Code, foreign_key="actor.id", index=True)


class Office(Row, table=True):
    """An office that an article gives a person."""

    __tablename__ = "office"

    id: str = Field(sa_type=Code, primary_key=True)
    actor_id: str = Field(sa_type=Code, foreign_key="actor.id")
    article_id: str = Field(sa_type=Code, foreign_key="article.id", index=True)
    title: str = Field(sa_type=Code)
    title_key: str = Field(sa_type=Code)
    organization: str | None = Field(default=None, sa_type=Code)
    organization_id: str | None = Field(default=None, sa_type=Code, foreign_key="actor.id", index=True)
    as_of: date | None = None
    """The day of the article that says so."""
    newest: bool
    """Whether no later article gives this actor an office of the same title."""
    evidence_id: str = Field(sa_type=Code, foreign_key="evidence.id", index=True)
    own_id: str | None = Field(default=None, sa_type=Code)
    """The actor's id by this article alone, before any merge."""
    own_organization_id: str | None = Field(default=None, sa_type=Code)


ACTOR = table_of(Actor)
APPEARANCE = table_of(Appearance)
ACTOR_TALLY = table_of(ActorTally)
ACTOR_MENTION = table_of(ActorMention)
ACTOR_REDIRECT = table_of(ActorRedirect)
OFFICE = table_of(Office)

Index("ix_actor_name_key", ACTOR.c.name_key, ACTOR.c.id)
Index("ix_actor_event_count", ACTOR.c.event_count, ACTOR.c.id)
Index("ix_actor_quote_count", ACTOR.c.quote_count, ACTOR.c.id)
Index("ix_actor_kind", ACTOR.c.kind, ACTOR.c.event_count, ACTOR.c.id)
Index("ix_actor_kind_name", ACTOR.c.kind, ACTOR.c.name_key, ACTOR.c.id)
Index("ix_actor_kind_quotes", ACTOR.c.kind, ACTOR.c.quote_count, ACTOR.c.id)
Index("ix_actor_country", ACTOR.c.country_code, ACTOR.c.event_count, ACTOR.c.id)
Index("ix_actor_country_name", ACTOR.c.country_code, ACTOR.c.name_key, ACTOR.c.id)
Index("ix_actor_country_quotes", ACTOR.c.country_code, ACTOR.c.quote_count, ACTOR.c.id)
Index("ix_appearance_own", APPEARANCE.c.own_id, APPEARANCE.c.article_id)
Index("ix_appearance_actor", APPEARANCE.c.actor_id, APPEARANCE.c.article_id)
Index("ix_actor_tally_key", ACTOR_TALLY.c.key, ACTOR_TALLY.c.aspect, ACTOR_TALLY.c.actor_id)
Index("ix_actor_tally_value", ACTOR_TALLY.c.value, ACTOR_TALLY.c.actor_id)
Index("ix_actor_mention_article", ACTOR_MENTION.c.article_id, ACTOR_MENTION.c.start)
Index(
    "ix_actor_mention_newest",
    ACTOR_MENTION.c.actor_id,
    order_key(ACTOR_MENTION.c.published_at, descending=True),
    ACTOR_MENTION.c.evidence_id,
)
Index(
    "ix_office_newest", OFFICE.c.actor_id, OFFICE.c.title_key, order_key(OFFICE.c.as_of, descending=True), OFFICE.c.id
)
Index("ix_office_shown", OFFICE.c.actor_id, OFFICE.c.newest, OFFICE.c.title_key)
