"""Sources: who published the articles, with how much came from each."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, instant, integer, text
from dateline.exporting.views.view import Rows, View
from dateline.store.filtering.filters import Filter, FilterKind, Filters
from dateline.store.filtering.operators import Condition, strings
from schema.tables import ARTICLE, REPORT

SOURCE = (
    select(
        ARTICLE.c.publisher.label("id"),
        func.count(ARTICLE.c.id.distinct()).label("article_count"),
        func.count(REPORT.c.event_id.distinct()).label("event_count"),
        func.min(ARTICLE.c.published_at).label("first_published_at"),
        func.max(ARTICLE.c.published_at).label("last_published_at"),
    )
    .select_from(ARTICLE)
    .outerjoin(REPORT, REPORT.c.article_id == ARTICLE.c.id)
    .where(ARTICLE.c.publisher.is_not(None))
    .group_by(ARTICLE.c.publisher)
    .subquery("publisher")
)
SOURCE_FILTERS: Filters = (Filter("name", FilterKind.STRING, strings(SOURCE.c.id), "The publisher's name."),)

FIELDS = (
    text("id", "The publisher's name, as its articles give it."),
    integer("article_count", "How many of its articles there are."),
    integer("event_count", "Of how many events they tell."),
    instant("first_published_at", "When the earliest of them came out."),
    instant("last_published_at", "When the latest of them came out."),
)

STATEMENT = select(*SOURCE.c)
_assemble = assembler(FIELDS, STATEMENT)
_ADDED = ARTICLE.alias("added")


def _build(_connection: Connection, rows: Rows) -> list[Record]:
    return _assemble(rows)


def _changed(since: datetime) -> Condition:
    return exists().where(_ADDED.c.publisher == SOURCE.c.id, _ADDED.c.added_at >= since)


SOURCE_VIEW = View(
    name="sources",
    description="Publishers of the articles.",
    table=SOURCE,
    statement=STATEMENT,
    build=_build,
    filters=SOURCE_FILTERS,
    changed=_changed,
    fields=FIELDS,
    is_searchable=False,
)
