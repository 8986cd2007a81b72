"""Rows by id, and the short lists that belong to them; one statement for any number of ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from dateline.store.collections import MENTIONS, NOUNS
from schema.tables import (
    ACTOR_REDIRECT,
    ACTOR_TALLY,
    ARTICLE,
    DATELINE,
    EVENT_REDIRECT,
    EVIDENCE,
    LOCATION,
    OFFICE,
    PARTICIPANT,
    QUOTE_PART,
    REPORT,
)
from schema.vocabulary import ParticipantRole

MOST_PARTICIPANTS = 50
"""Of one event; a storm that a thousand articles tell of has more names than anybody reads."""
MOST_ALIASES = 50
MOST_OFFICES = 20
LONGEST_CONTEXT = 1_000
"""Code points on one side of an evidence."""

Rows = list[Row[Any]]
_REDIRECTS = {"actor": ACTOR_REDIRECT, "event": EVENT_REDIRECT}
_ROLES = {role.value: rank for rank, role in enumerate(ParticipantRole)}


def find_rows(connection: Connection, noun: str, ids: Collection[str]) -> dict[str, Row[Any]]:
    """Rows of a noun by the ids asked for; an id that has since been merged leads to what it was merged into.

    One statement, and two more where an id is not there.
    """
    found = _by_id(connection, noun, ids)
    missing = set(ids) - set(found)
    if not missing or noun not in _REDIRECTS:
        return found
    old, new = _REDIRECTS[noun].columns
    leads: dict[str, str] = {
        row[0]: row[1] for row in connection.execute(select(old, new).where(old.in_(sorted(missing))))
    }
    if not leads:
        return found
    current = _by_id(connection, noun, set(leads.values()))
    return found | {asked: current[lead] for asked, lead in leads.items() if lead in current}


def _by_id(connection: Connection, noun: str, ids: Collection[str]) -> dict[str, Row[Any]]:
    collection = MENTIONS if noun == "evidence" else NOUNS[noun]
    wanted = select(*collection.columns).where(collection.table.c.id.in_(sorted(ids)))
    return {row.id: row for row in connection.execute(wanted)}


def find_participants(connection: Connection, event_ids: Collection[str]) -> dict[str, Rows]:
    """Who has a part in these events: by role, each once however many reports name it, told best by the surest."""
    own, told = PARTICIPANT.c, REPORT.c
    who = func.coalesce(own.actor_id, own.name_key)
    best = func.row_number().over(
        partition_by=(own.event_id, own.role, who),
        order_by=(told.confidence.desc(), own.inferred, told.id, own.position),
    )
    named = (
        select(*PARTICIPANT.c, told.confidence, best.label("told_number"))
        .join(REPORT, told.id == own.report_id)
        .where(own.event_id.in_(sorted(event_ids)))
        .subquery("named")
    )
    role = case(_ROLES, value=named.c.role, else_=len(_ROLES))
    order = (role, named.c.confidence.desc(), named.c.position, named.c.id)
    once = select(named).where(named.c.told_number == 1)
    return _first_of_each(connection, once, named.c.event_id, order, MOST_PARTICIPANTS)


def find_offices(connection: Connection, actor_ids: Collection[str]) -> dict[str, Rows]:
    """The offices of these actors, each title and body once as of the newest article, the newest first."""
    shown = select(OFFICE).where(OFFICE.c.actor_id.in_(sorted(actor_ids)), OFFICE.c.newest)
    order = (OFFICE.c.as_of.desc().nulls_last(), OFFICE.c.title_key, OFFICE.c.id)
    return _first_of_each(connection, shown, OFFICE.c.actor_id, order, MOST_OFFICES)


def find_aliases(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[str]]:
    """The names that these actors go by, their own included, those of most articles first."""
    tally = ACTOR_TALLY.c
    articles = func.sum(tally.articles)
    names = (
        select(tally.actor_id, tally.value)
        .where(tally.actor_id.in_(sorted(actor_ids)), tally.aspect.in_(("NAME", "ALIAS")))
        .group_by(tally.actor_id, tally.value)
    )
    found = _first_of_each(connection, names, tally.actor_id, (articles.desc(), tally.value), MOST_ALIASES + 1)
    return {actor_id: [row.value for row in rows] for actor_id, rows in found.items()}


def find_quote_words(connection: Connection, quote_ids: Collection[str]) -> dict[str, Rows]:
    """The evidence of these quotes' own words, in the order in which they were said."""
    words = (
        select(*EVIDENCE.c, QUOTE_PART.c.quote_id)
        .join(EVIDENCE, EVIDENCE.c.id == QUOTE_PART.c.evidence_id)
        .where(QUOTE_PART.c.quote_id.in_(sorted(quote_ids)), QUOTE_PART.c.part == "WORDS")
        .order_by(QUOTE_PART.c.quote_id, QUOTE_PART.c.position)
    )
    return _grouped(connection, words, lambda row: row.quote_id)


def find_datelines(connection: Connection, article_ids: Collection[str]) -> dict[str, Row[Any]]:
    """The locations that these articles' datelines name."""
    columns = NOUNS["location"].columns
    wanted: Select[Any] = (
        select(*columns, DATELINE.c.article_id)
        .join(DATELINE, DATELINE.c.location_id == LOCATION.c.id)
        .where(DATELINE.c.article_id.in_(sorted(article_ids)))
    )
    return {row.article_id: row for row in connection.execute(wanted)}


def find_texts(connection: Connection, article_ids: Collection[str]) -> dict[str, str]:
    """The whole texts of these articles."""
    wanted = select(ARTICLE.c.id, ARTICLE.c.text).where(ARTICLE.c.id.in_(sorted(article_ids)))
    return {row.id: row.text for row in connection.execute(wanted)}


def find_contexts(connection: Connection, evidence_ids: Collection[str], before: int, after: int) -> dict[str, str]:
    """The words of these evidences with so many code points of the article on each side."""
    own = EVIDENCE.c
    start = case((own.start > before, own.start - before), else_=0)
    context = func.substr(ARTICLE.c.text, start + 1, own.end + after - start)
    wanted = (
        select(own.id, context.label("context"))
        .join(ARTICLE, ARTICLE.c.id == own.article_id)
        .where(own.id.in_(sorted(evidence_ids)))
    )
    return {row.id: row.context for row in connection.execute(wanted)}


def count_articles(connection: Connection) -> int:
    """How many articles are stored."""
    return connection.execute(select(func.count()).select_from(ARTICLE)).scalar_one()


def _first_of_each(
    connection: Connection, rows: Select[Any], parent: ColumnElement[Any], order: Sequence[Any], most: int
) -> dict[str, Rows]:
    """The first `most` rows of each parent, in their order."""
    number = func.row_number().over(partition_by=parent, order_by=order).label("parent_number")
    numbered = rows.add_columns(number).subquery("numbered")
    few = select(numbered).where(numbered.c.parent_number <= most).order_by(numbered.c.parent_number)
    return _grouped(connection, few, lambda row: getattr(row, parent.name))


def _grouped(connection: Connection, statement: Select[Any], parent_of: Callable[[Row[Any]], str]) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in connection.execute(statement):
        found[parent_of(row)].append(row)
    return found
