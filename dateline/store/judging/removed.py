"""What was taken out for good and is not to come back by being read again."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from dateline.store.judging.judgements import mark_withdrawn
from schema.ids import content_id
from schema.tables import ARTICLE, JUDGEMENT
from schema.vocabulary import JudgementKind


def content_key(sha256: str) -> str:
    """What a removed text is known by: the id that an article of this text has where it has no address."""
    return content_id("article", "text", sha256)


def find_removal(connection: Connection, article_id: str, sha256: str | None = None) -> str | None:
    """The standing judgement that took out the article of this id, or of this text; None where there is none."""
    meant = {"wanted": article_id, "key": content_key(sha256) if sha256 else None}
    found: str | None = connection.execute(_removals(), meant).scalar_one_or_none()
    return found


@cache
def _removals() -> Any:
    """Standing removals of the article `:wanted`, or of the text of `:key` where that is not null.  Made once."""
    own = JUDGEMENT.c
    meant = or_(own.subject_id == bindparam("wanted"), own.object_id == bindparam("key"))
    return select(own.id).where(meant, own.kind == JudgementKind.REMOVAL.value, own.withdrawn_at.is_(None)).limit(1)


def is_removed(connection: Connection, article_id: str) -> bool:
    """Whether the article of this id was taken out and is not back."""
    stored = connection.execute(select(ARTICLE.c.id).where(ARTICLE.c.id == article_id)).first()
    return stored is None and find_removal(connection, article_id) is not None


def allow_again(connection: Connection, article_id: str, sha256: str) -> None:
    """Withdraws the judgement that keeps an article out."""
    while (found := find_removal(connection, article_id, sha256)) is not None:
        mark_withdrawn(connection, found, by="scripts.seed", reason="Read again with --allow-removed.")
