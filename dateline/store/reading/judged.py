"""What is shown of judgements: of events, of actors, and the latest that people made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from dateline.store.reading.reads import Within
from schema.tables import JUDGEMENT, REPORT
from schema.vocabulary import JudgementKind

R = TypeVar("R", bound=Sequence[Any])

MOST_SHOWN = 50
"""Judgements of one event or actor."""
JUDGEMENT_RANKS = 5
"""Columns that `shown_judgements` looks at."""


def statements_of(noun: str, within: Within, columns: Sequence[ColumnElement[Any]]) -> list[Select[Any]]:
    """What was judged of reports of events, or of actors, by noun: these columns and then `JUDGEMENT_RANKS` more.

    `within` says whether an id is one of those that are asked for.
    """
    own = JUDGEMENT.c
    ranks = (own.id, own.made_by, own.score, own.number)
    if noun == "event":
        # A judgement that two events' reports are one stands at both.
        joined = ((REPORT.c.event_id, REPORT.c.id == one) for one in (own.subject_id, own.object_id))
        return [
            select(*columns, event, *ranks).join_from(JUDGEMENT, REPORT, on).where(within(event))
            for event, on in joined
        ]
    same = own.kind == JudgementKind.SAME_ACTOR.value
    return [select(*columns, one, *ranks).where(within(one), same) for one in (own.subject_id, own.object_id)]


def shown_judgements(rows: Iterable[R], start: int) -> dict[str, list[R]]:
    """Those of the rows of such statements that are shown, by event or actor; people's first, then the surest.

    Columns for the ranking begin at `start`.  Withdrawn judgements are shown too.
    """
    about, own, made_by, score, number = range(start, start + JUDGEMENT_RANKS)
    found: dict[str, dict[str, R]] = defaultdict(dict)
    for row in rows:
        found[row[about]][row[own]] = row
    return {
        key: sorted(once.values(), key=lambda row: (row[made_by] is None, -(row[score] or 0.0), -row[number]))[
            :MOST_SHOWN
        ]
        for key, once in found.items()
    }


def judgements_of_events(connection: Connection, event_ids: Collection[str]) -> dict[str, list[Row[Any]]]:
    """By event, what was judged of its reports."""
    return _judgements_of(connection, "event", event_ids)


def judgements_of_actors(connection: Connection, actor_ids: Collection[str]) -> dict[str, list[Row[Any]]]:
    """By actor, which others were judged to be part of it or it of others."""
    return _judgements_of(connection, "actor", actor_ids)


def _judgements_of(connection: Connection, noun: str, ids: Collection[str]) -> dict[str, list[Row[Any]]]:
    wanted = sorted(ids)
    columns = list(JUDGEMENT.c)
    statements = statements_of(noun, lambda column: column.in_(wanted), columns)
    return shown_judgements((row for one in statements for row in connection.execute(one)), len(columns))


def latest_judgements(connection: Connection, first: int, before: str | None = None) -> list[Row[Any]]:
    """So many of what people judged, the newest first; those before one of them where its id is given."""
    own = JUDGEMENT.c
    statement = select(JUDGEMENT).where(own.made_by.is_not(None)).order_by(own.number.desc()).limit(first)
    if before is not None:
        at = select(own.number).where(own.id == before).scalar_subquery()
        statement = statement.where(own.number < at)
    return list(connection.execute(statement))
