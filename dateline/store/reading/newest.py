"""The rows that were added last, whatever day they are about: what a feed of news tells."""

from __future__ import annotations

from collections.abc import Collection as Ids
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dateline.store.filtering.where import Where, where_condition
from dateline.store.reading.collections import EVENTS
from dateline.store.reading.search import matches, parse_search
from schema.tables import ARTICLE, EVENT, REPORT


def find_newest_events(
    connection: Connection, where: Where | None, search: str | None, most: int
) -> Sequence[Row[Any]]:
    """The chosen events that were added last, the last first: one statement.

    Raises QueryError for filters that make no sense, LimitError for too many filters or words.
    """
    conditions = [where_condition(EVENTS.filters, where)]
    phrases = parse_search(search)
    if phrases is not None:
        conditions.append(matches(EVENT, phrases, connection.dialect.name))
    statement = select(*EVENTS.columns).where(*(one for one in conditions if one is not None))
    # Rows are numbered as they are added, and keep their number when further articles tell of the same.
    return connection.execute(statement.order_by(EVENT.c.number.desc()).limit(most)).all()


def last_told(connection: Connection, event_ids: Ids[str]) -> dict[str, datetime]:
    """When the last article that tells of each of these events was added."""
    statement = (
        select(REPORT.c.event_id, func.max(ARTICLE.c.added_at).label("told"))
        .join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
        .where(REPORT.c.event_id.in_(sorted(event_ids)))
        .group_by(REPORT.c.event_id)
    )
    return {row.event_id: row.told for row in connection.execute(statement)}
