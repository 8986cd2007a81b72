"""Statements for rows by their ids, and for the short lists that belong to rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect, Select, select

from dateline.store.filtering.parameters import Slots
from dateline.store.filtering.parents import LaterParents
from dateline.store.reading.collections import MENTIONS, NOUNS, REPORTS
from dateline.store.reading.judged import statements_of
from dateline.store.reading.plans.prepared import Prepared
from dateline.store.reading.plans.wanted import Wanted
from dateline.store.reading.reads import Within, aliases_of, offices_of, participants_of, victims_of, words_of_quotes
from schema.tables import ACTOR_REDIRECT, EVENT_REDIRECT, JUDGEMENT

SHORT_LISTS: dict[str, Callable[[Within], Select[Any]]] = {
    "participants": participants_of,
    "victims": victims_of,
    "offices": offices_of,
    "aliases": aliases_of,
    "words": words_of_quotes,
}
TABLES = {name: collection.table for name, collection in NOUNS.items()} | {"judgement": JUDGEMENT}
REDIRECTS = {"actor": ACTOR_REDIRECT, "event": EVENT_REDIRECT}


def prepare_rows(dialect: Dialect, wanted: Wanted, *, one: bool) -> Prepared:
    """The rows of a noun with these ids."""
    parents = LaterParents(dialect.name, one=one)
    if wanted.noun == REPORTS.name:
        own = select(*REPORTS.columns).where(parents.holds(REPORTS.table.c.id)).subquery("report")
        return Prepared(wanted.select_from(own), Slots(), dialect, one=one)
    table = TABLES.get(wanted.noun, MENTIONS.table)
    return Prepared(wanted.select_from(table).where(parents.holds(table.c.id)), Slots(), dialect, one=one)


def prepare_leads(dialect: Dialect, noun: str, *, one: bool) -> Prepared | None:
    """Older ids of a noun and those that they lead to; None where a noun has no older ids."""
    redirect = REDIRECTS.get(noun)
    if redirect is None:
        return None
    parents = LaterParents(dialect.name, one=one)
    leads: Select[Any] = select(redirect.c.old_id, redirect.c[f"{noun}_id"])
    return Prepared(leads.where(parents.holds(redirect.c.old_id)), Slots(), dialect, one=one)


def prepare_list(dialect: Dialect, name: str, wanted: Wanted, *, one: bool) -> Prepared:
    """A short list of each parent, with the parent's id after the wanted columns."""
    rows = SHORT_LISTS[name](LaterParents(dialect.name, one=one).holds).subquery("belonging")
    statement = wanted.select_from(rows, [rows.c.parent_key])
    return Prepared(statement.order_by(rows.c.parent_key, rows.c.parent_number), Slots(), dialect, one=one)


def prepare_judgements(dialect: Dialect, noun: str, wanted: Wanted) -> list[Prepared]:
    """What was judged of events or actors, for `judgements.shown_judgements`."""
    columns = [JUDGEMENT.c[ref.name] for ref in wanted.refs]
    statements = statements_of(noun, LaterParents(dialect.name, one=False).holds, columns)
    return [Prepared(statement, Slots(), dialect) for statement in statements]
