"""Taking articles out for good: text, facts, evidence and what follows from them; a judgement says who and why.

The judgement holds ids only.  While it stands, the article does not come back by being read again, at another address
neither; withdrawing it lets it in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select

from dateline.ingestion.intake.judging import Author, checked_reason
from dateline.ingestion.intake.storing import withdraw_article
from dateline.ingestion.linking.identity import article_id_of_url
from dateline.store import Database
from dateline.store.filtering.filters import ARTICLE_FILTERS
from dateline.store.filtering.where import Where, where_condition
from dateline.store.judging.forgetting import forget_actors, forget_reasons, read_named
from dateline.store.judging.judgements import add_judgement, find_standing, mark_withdrawn
from dateline.store.judging.removed import content_key
from dateline.store.keeping.vacuum import note_remains, vacuum
from schema.errors import NotFoundError
from schema.tables import ARTICLE, CHANGE
from schema.vocabulary import JudgementKind


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles; all that is told must hold."""

    ids: Sequence[str] = ()
    urls: Sequence[str] = ()
    publisher: str | None = None
    origin: str | None = None
    """A file or address, with what was read out of it, or a folder with all in it."""
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article that would go."""

    id: str
    title: str | None
    publisher: str | None
    origin: str


def find_chosen(database: Database, choice: Choice) -> list[Chosen]:
    """The articles that a choice means, by id; NotFoundError for an unknown id or URL."""
    own = ARTICLE.c
    wanted = [*choice.ids, *(article_id_of_url(url) for url in choice.urls)]
    conditions: list[ColumnElement[bool] | None] = [
        own.id.in_(wanted) if wanted else None,
        func.lower(own.publisher) == choice.publisher.lower() if choice.publisher else None,
        _is_of(choice.origin) if choice.origin else None,
        where_condition(ARTICLE_FILTERS, choice.where),
    ]
    columns = (own.id, own.title, own.publisher, own.origin)
    query = select(*columns).where(*(one for one in conditions if one is not None)).order_by(own.id)
    with database.reading() as connection:
        found = [Chosen(*row) for row in connection.execute(query)]
    missing = set(wanted) - {article.id for article in found}
    if missing and not (choice.publisher or choice.origin or choice.where):
        named = {article_id_of_url(url): url for url in choice.urls}
        lost = ", ".join(sorted(named.get(one, one) for one in missing))
        raise NotFoundError(f"There is no article {lost}.", hint="Look for it with dateline export articles.")
    return found


def _is_of(origin: str) -> ColumnElement[bool]:
    own, whole = ARTICLE.c.origin, origin.rstrip("/")
    # `export.zip, item 3`, `export.zip, folder/page.html`, `folder/page.html`
    return or_(own.in_([origin, whole]), *(own.startswith(whole + end, autoescape=True) for end in ("/", ", ", "!")))


def remove_article(connection: Connection, article_id: str, author: Author) -> str:
    """Takes one article out; the id of the judgement.  NotFoundError where it is not there."""
    reason = checked_reason(author)
    sha256 = connection.execute(select(ARTICLE.c.sha256).where(ARTICLE.c.id == article_id)).scalar_one_or_none()
    if sha256 is None:
        raise NotFoundError(f"There is no article {article_id!r}.", hint="Look for it among the articles.")
    named = read_named(connection, article_id)
    forget_reasons(connection, article_id)
    withdraw_article(connection, article_id)
    forget_actors(connection, named)
    connection.execute(delete(CHANGE).where(CHANGE.c.item_id == article_id))
    while (sent := find_standing(connection, JudgementKind.ARTICLE, article_id)) is not None:
        mark_withdrawn(connection, sent, by=author.name, reason=reason)
    note_remains(connection)
    return add_judgement(
        connection,
        JudgementKind.REMOVAL,
        article_id,
        object_id=content_key(sha256),
        made_by=author.name,
        reason=reason,
    )


def remove_all(database: Database, chosen: Sequence[Chosen], author: Author) -> int:
    """Takes articles out, one transaction each, and cleans the database's files; how many went."""
    for article in chosen:
        with database.writing() as connection:
            remove_article(connection, article.id, author)
    vacuum(database)
    return len(chosen)
