"""What has changed since a moment: what an article tells that was stored since, or what somebody judged since.

An article that was taken back leaves no trace here; what only it told is no longer there to be exported.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_

from dateline.store.filtering.operators import Condition
from schema.tables import APPEARANCE, ARTICLE, DATELINE, JUDGEMENT, LOCATION_MENTION, REPORT

Changed = Callable[[datetime], Condition]
# Under another name than the views' own tables, which they would be taken for.
_ADDED = ARTICLE.alias("added")


def article_added(article_id: ColumnElement[str]) -> Changed:
    """Whether that article was stored since."""
    return lambda since: exists().where(_ADDED.c.id == article_id, _ADDED.c.added_at >= since)


def event_told(event_id: ColumnElement[str]) -> Changed:
    """Whether an article that tells of the event was stored, or one of its tellings was judged."""

    def changed(since: datetime) -> Condition:
        told = exists().where(
            REPORT.c.event_id == event_id, _ADDED.c.id == REPORT.c.article_id, _ADDED.c.added_at >= since
        )
        judged = (
            exists().where(REPORT.c.event_id == event_id, JUDGEMENT.c[end] == REPORT.c.id, _judged(since))
            for end in ("subject_id", "object_id")
        )
        return or_(told, *judged)

    return changed


def actor_named(actor_id: ColumnElement[str]) -> Changed:
    """Whether an article that names the actor was stored, or another actor was judged to be the same or not to be."""

    def changed(since: datetime) -> Condition:
        named = exists().where(
            APPEARANCE.c.actor_id == actor_id, _ADDED.c.id == APPEARANCE.c.article_id, _ADDED.c.added_at >= since
        )
        judged = (exists().where(JUDGEMENT.c[end] == actor_id, _judged(since)) for end in ("subject_id", "object_id"))
        return or_(named, *judged)

    return changed


def location_named(location_id: ColumnElement[str]) -> Changed:
    """Whether an article that names the place was stored."""

    def changed(since: datetime) -> Condition:
        named = (
            exists().where(
                table.c.location_id == location_id, _ADDED.c.id == table.c.article_id, _ADDED.c.added_at >= since
            )
            for table in (LOCATION_MENTION, DATELINE)
        )
        return or_(*named)

    return changed


def _judged(since: datetime) -> Condition:
    return or_(JUDGEMENT.c.made_at >= since, JUDGEMENT.c.withdrawn_at >= since)
