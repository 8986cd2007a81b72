"""Rows by id, and the short lists that belong to them; one statement for any number of ids.

The statements are made once: to make one takes longer than to run it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, Select, bindparam, case, func, select

from dateline.store.reading.collections import MENTIONS, NOUNS, REPORTS
from schema.tables import (
    ACTOR_REDIRECT,
    ACTOR_TALLY,
    ARTICLE,
    DATELINE,
    EVENT_REDIRECT,
    EVIDENCE,
    JUDGEMENT,
    LOCATION,
    LOCATION_MENTION,
    OFFICE,
    PARTICIPANT,
    QUOTE_PART,
    VICTIMS,
)
from schema.tables.columns import PublishersText, rights_of

MOST_PARTICIPANTS = 50
"""Shown of one event; a storm that a thousand articles tell of has more names than anybody reads."""
MOST_ALIASES = 50
MOST_OFFICES = 20
LONGEST_CONTEXT = 1_000
"""Code points on one side of an evidence."""

Rows = list[Row[Any]]
_REDIRECTS = {"actor": ACTOR_REDIRECT, "event": EVENT_REDIRECT}


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
Within = Callable[[ColumnElement[Any]], ColumnElement[bool]]
"""Whether a column is one of the ids that are asked for."""


def _among_ids(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.in_(_IDS)


def _first_of_each(rows: Select[Any], parent: ColumnElement[Any], order: Sequence[Any], most: int) -> Select[Any]:
    """The first `most` rows of each parent, in their order, with `parent_key`."""
    number = func.row_number().over(partition_by=parent, order_by=order).label("parent_number")
    numbered = rows.add_columns(parent.label("parent_key"), number).subquery("numbered")
    return select(numbered).where(numbered.c.parent_number <= most).order_by(numbered.c.parent_number)


def participants_of(within: Within) -> Select[Any]:
    """Who has a part in events, each event's in order; `parent_key` is the event's id."""
    own = PARTICIPANT.c
    shown = select(*own, own.event_id.label("parent_key"), own.shown_as.label("parent_number"))
    return shown.where(within(own.event_id), own.shown_as < MOST_PARTICIPANTS)


def victims_of(within: Within) -> Select[Any]:
    """Kinds of victims of events, each event's in order; `parent_key` is the event's id."""
    own = VICTIMS.c
    shown = select(*own, own.event_id.label("parent_key"), own.shown_as.label("parent_number"))
    return shown.where(within(own.event_id), own.shown_as >= 0)


def offices_of(within: Within) -> Select[Any]:
    """Offices of actors, each actor's in order; `parent_key` is the actor's id."""
    shown = select(OFFICE).where(within(OFFICE.c.actor_id), OFFICE.c.newest)
    order = (OFFICE.c.as_of.desc().nulls_last(), OFFICE.c.title_key, OFFICE.c.id)
    return _first_of_each(shown, OFFICE.c.actor_id, order, MOST_OFFICES)


def aliases_of(within: Within) -> Select[Any]:
    """Names of actors as `value`, each actor's in order; `parent_key` is the actor's id."""
    tally = ACTOR_TALLY.c
    names = (
        select(tally.value)
        .where(within(tally.actor_id), tally.aspect.in_(("NAME", "ALIAS")))
        .group_by(tally.actor_id, tally.value)
    )
    order = (func.sum(tally.articles).desc(), tally.value)
    return _first_of_each(names, tally.actor_id, order, MOST_ALIASES + 1)


def words_of_quotes(within: Within) -> Select[Any]:
    """Evidence of quotes' own words, each quote's in order; `parent_key` is the quote's id."""
    words = select(*EVIDENCE.c, QUOTE_PART.c.quote_id.label("parent_key"), QUOTE_PART.c.position.label("parent_number"))
    joined = words.join(QUOTE_PART, QUOTE_PART.c.evidence_id == EVIDENCE.c.id)
    own = joined.where(within(QUOTE_PART.c.quote_id), QUOTE_PART.c.part == "WORDS")
    return own.order_by(QUOTE_PART.c.quote_id, QUOTE_PART.c.position)


_ROWS: dict[str, Select[Any]] = {
    name: select(*collection.columns).where(collection.table.c.id.in_(_IDS))
    for name, collection in {**NOUNS, MENTIONS.name: MENTIONS, REPORTS.name: REPORTS}.items()
}
_ROWS["judgement"] = select(JUDGEMENT).where(JUDGEMENT.c.id.in_(_IDS))
_LEADS: dict[str, Select[Any]] = {
    noun: select(redirect.c.old_id, redirect.c[f"{noun}_id"].label("new_id")).where(redirect.c.old_id.in_(_IDS))
    for noun, redirect in _REDIRECTS.items()
}
_PARTICIPANTS = participants_of(_among_ids).order_by(PARTICIPANT.c.event_id, PARTICIPANT.c.shown_as)
_VICTIMS = victims_of(_among_ids).order_by(VICTIMS.c.event_id, VICTIMS.c.shown_as)
_OFFICES, _ALIASES = offices_of(_among_ids), aliases_of(_among_ids)
_WORDS = words_of_quotes(_among_ids)
_DATELINES: Select[Any] = (
    select(*NOUNS["location"].columns, DATELINE.c.article_id)
    .join(DATELINE, DATELINE.c.location_id == LOCATION.c.id)
    .where(DATELINE.c.article_id.in_(_IDS))
)
_RESOLUTIONS: Select[Any] = select(LOCATION_MENTION).where(LOCATION_MENTION.c.evidence_id.in_(_IDS))
_TEXTS = select(ARTICLE.c.id, ARTICLE.c.text).where(ARTICLE.c.id.in_(_IDS))


def find_rows(connection: Connection, noun: str, ids: Collection[str]) -> dict[str, Row[Any]]:
    """Rows of a noun by the ids asked for; an id that has since been merged leads to what it was merged into.

    One statement, and two more where an id is not there.
    """
    found = _by_id(connection, noun, ids)
    missing = set(ids) - set(found)
    if not missing or noun not in _LEADS:
        return found
    leads: dict[str, str] = {row.old_id: row.new_id for row in _execute(connection, _LEADS[noun], missing)}
    if not leads:
        return found
    current = _by_id(connection, noun, set(leads.values()))
    return found | {asked: current[lead] for asked, lead in leads.items() if lead in current}


def _by_id(connection: Connection, noun: str, ids: Collection[str]) -> dict[str, Row[Any]]:
    return {row.id: row for row in _execute(connection, _ROWS[noun], ids)}


def find_participants(connection: Connection, event_ids: Collection[str]) -> dict[str, Rows]:
    """Who has a part in these events: by role, each once however many reports name it, told best by the surest."""
    return _grouped(_execute(connection, _PARTICIPANTS, event_ids))


def find_victims(connection: Connection, event_ids: Collection[str]) -> dict[str, Rows]:
    """Of what kinds the victims of these events were: each kind once for each harm."""
    return _grouped(_execute(connection, _VICTIMS, event_ids))


def find_offices(connection: Connection, actor_ids: Collection[str]) -> dict[str, Rows]:
    """The offices of these actors, each title and body once as of the newest article, the newest first."""
    return _grouped(_execute(connection, _OFFICES, actor_ids))


def find_aliases(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[str]]:
    """The names that these actors go by, their own included, those of most articles first."""
    found = _grouped(_execute(connection, _ALIASES, actor_ids))
    return {actor_id: [row.value for row in rows] for actor_id, rows in found.items()}


def find_quote_words(connection: Connection, quote_ids: Collection[str]) -> dict[str, Rows]:
    """The evidence of these quotes' own words, in the order in which they were said."""
    return _grouped(_execute(connection, _WORDS, quote_ids))


def find_datelines(connection: Connection, article_ids: Collection[str]) -> dict[str, Row[Any]]:
    """The locations that these articles' datelines name."""
    return {row.article_id: row for row in _execute(connection, _DATELINES, article_ids)}


def find_resolutions(connection: Connection, evidence_ids: Collection[str]) -> dict[str, Row[Any]]:
    """How these evidences were put on the map, those that name places."""
    return {row.evidence_id: row for row in _execute(connection, _RESOLUTIONS, evidence_ids)}


def find_texts(connection: Connection, article_ids: Collection[str]) -> dict[str, str]:
    """The whole texts of these articles."""
    return {row.id: row.text for row in _execute(connection, _TEXTS, article_ids)}


def find_contexts(connection: Connection, evidence_ids: Collection[str], before: int, after: int) -> dict[str, str]:
    """The words of these evidences with so many code points of the article on each side."""
    own = EVIDENCE.c
    before, after = rights_of(connection).sides(before, after)
    start = case((own.start > before, own.start - before), else_=0)
    context = func.substr(ARTICLE.c.text, start + 1, own.end + after - start, type_=PublishersText())
    wanted = select(own.id, context.label("context")).join(ARTICLE, ARTICLE.c.id == own.article_id)
    return {row.id: row.context for row in _execute(connection, wanted.where(own.id.in_(_IDS)), evidence_ids)}


def _execute(connection: Connection, statement: Select[Any], ids: Collection[str]) -> Iterable[Row[Any]]:
    return connection.execute(statement, {"ids": sorted(ids)})


def _grouped(rows: Iterable[Row[Any]]) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in rows:
        found[row.parent_key].append(row)
    return found
