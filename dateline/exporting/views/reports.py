"""Reports: what one article tells of one event; events are made of them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, day, instant, integer, real, text
from dateline.exporting.views.changes import article_added
from dateline.exporting.views.view import Dates, Rows, View
from dateline.store.filtering.filters import REPORT_BASIS, Filter, FilterKind, Filters
from dateline.store.filtering.operators import days_of, ids, values
from schema.tables import ARTICLE, EVIDENCE, REPORT

_SOURCE = ARTICLE.alias("source")
_WORDS = EVIDENCE.alias("words")

REPORT_FILTERS: Filters = (
    Filter("event", FilterKind.ID, ids(REPORT.c.event_id), "The event that it tells of."),
    Filter("article", FilterKind.ID, ids(REPORT.c.article_id), "The article that tells."),
    Filter("type", FilterKind.EVENT_TYPE, values(REPORT.c.type), "What kind of happening it tells."),
    Filter("status", FilterKind.EVENT_STATUS, values(REPORT.c.status), "How certain the article is."),
    REPORT_BASIS,
    Filter("published_at", FilterKind.DATE, days_of(REPORT.c.published_at), "The day (UTC) when the article came out."),
)

FIELDS = (
    text("id", "The report's id."),
    text("event_id", "The event that it tells of.", refers_to="events"),
    text("article_id", "The article that tells.", refers_to="articles"),
    text("publisher", "Who published it."),
    text("title", "Its headline."),
    text("url", "Where it was published."),
    instant("published_at", "When it came out."),
    day("published_on", "The calendar day where it was published."),
    text("type", "What kind of happening this article tells."),
    text("mode", "How it was done."),
    text("status", "How certain this article is that it happened."),
    text("summary", "What happened, in one line of this article."),
    text("when_text", "When, as written."),
    day("when_earliest", "The first day it can be by this article."),
    day("when_latest", "The last day it can be."),
    text("when_precision", "How exactly it is known."),
    text("location_id", "Where it happened by this article.", refers_to="locations"),
    text("said_by_id", "Who says so by this article.", refers_to="actors"),
    real("confidence", "How sure the reading is, from 0 to 1."),
    integer("evidence_start", "Where its words start in the article's text, in Unicode code points."),
    integer("evidence_end", "Where they end, excluded."),
    text("evidence_text", "The words themselves."),
    text("basis", "MODEL where only a model tells that there is such an event; STATED otherwise."),
    text("model", "The model that told any of it, with the version of its questions; nothing where none did."),
)
_OWN = ("id", "event_id", "article_id", "type", "mode", "status", "summary", "when_text", "location_id", "said_by_id")

STATEMENT = (
    select(
        *(REPORT.c[name] for name in (*_OWN, "confidence", "basis", "model")),
        *(REPORT.c[f"date_{name}"].label(f"when_{name}") for name in ("earliest", "latest", "precision")),
        *(_SOURCE.c[name] for name in ("publisher", "title", "url", "published_at", "published_on")),
        *(_WORDS.c[name].label(f"evidence_{name}") for name in ("start", "end", "text")),
    )
    .join(_SOURCE, _SOURCE.c.id == REPORT.c.article_id)
    .join(_WORDS, _WORDS.c.id == REPORT.c.evidence_id)
)
_assemble = assembler(FIELDS, STATEMENT)


def _build(_connection: Connection, rows: Rows) -> list[Record]:
    return _assemble(rows)


REPORT_VIEW = View(
    name="reports",
    description="What each article tells of each event.",
    table=REPORT,
    statement=STATEMENT,
    build=_build,
    filters=REPORT_FILTERS,
    changed=article_added(REPORT.c.article_id),
    fields=FIELDS,
    dates=Dates(REPORT.c.published_at),
    is_searchable=False,
)
