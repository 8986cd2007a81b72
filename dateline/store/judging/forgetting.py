"""Words of an article in what the machine judged: its reasons hold names, places and titles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update

from dateline.store.writing.leads import group_of, lead_actors
from schema.tables import APPEARANCE, JUDGEMENT, OFFICE, REPORT
from schema.vocabulary import JudgementKind

GONE = "What spoke for it was taken out."
"""The reason of a judgement whose words are gone."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an article says of actors that a judgement on them may repeat."""

    own_ids: frozenset[str]
    titles: frozenset[str]


def read_named(connection: Connection, article_id: str) -> Named:
    """The actors that an article names, by the ids that it gives alone, and the titles that it gives them."""
    own = select(APPEARANCE.c.own_id).where(APPEARANCE.c.article_id == article_id)
    titles = select(OFFICE.c.title).where(OFFICE.c.article_id == article_id)
    return Named(*(frozenset(connection.execute(one).scalars()) for one in (own, titles)))


def forget_reasons(connection: Connection, article_id: str) -> None:
    """Empties the reasons of the machine's judgements on an article's reports that somebody withdrew.

    That they were withdrawn is a person's judgement and stays; those that stand go with the article.
    """
    own = JUDGEMENT.c
    reports = select(REPORT.c.id).where(REPORT.c.article_id == article_id)
    meant = or_(own.subject_id.in_(reports), own.object_id.in_(reports))
    connection.execute(update(JUDGEMENT).where(meant, own.made_by.is_(None)).values(reason=GONE))


def forget_actors(connection: Connection, named: Named) -> None:
    """Takes back, after an article is gone, what the machine judged of actors by its words alone."""
    still = select(APPEARANCE.c.own_id).where(APPEARANCE.c.own_id.in_(sorted(named.own_ids))).distinct()
    kept = set(connection.execute(still).scalars())
    _part(connection, named.own_ids - kept)
    titles = select(OFFICE.c.title).where(OFFICE.c.own_id.in_(sorted(kept)), OFFICE.c.title.in_(sorted(named.titles)))
    lost = named.titles - set(connection.execute(titles).scalars())
    if lost:
        _forget_titles(connection, kept, lost)


def _part(connection: Connection, gone: Collection[str]) -> None:
    """Actors that no article names any more are part of none, and none of them."""
    found = connection.execute(select(JUDGEMENT).where(*_of_machine(gone))).all()
    if not found:
        return
    groups = set().union(*(group_of(connection, row.subject_id) | group_of(connection, row.object_id) for row in found))
    connection.execute(delete(JUDGEMENT).where(JUDGEMENT.c.id.in_([row.id for row in found])))
    lead_actors(connection, groups)


def _forget_titles(connection: Connection, kept: Collection[str], titles: Collection[str]) -> None:
    for row in connection.execute(select(JUDGEMENT).where(*_of_machine(kept))).all():
        if any(title in row.reason for title in titles):
            connection.execute(update(JUDGEMENT).where(JUDGEMENT.c.id == row.id).values(reason=GONE))


def _of_machine(actors: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    own, wanted = JUDGEMENT.c, sorted(actors)
    either = or_(own.subject_id.in_(wanted), own.object_id.in_(wanted))
    return either, own.kind == JudgementKind.SAME_ACTOR.value, own.made_by.is_(None)
