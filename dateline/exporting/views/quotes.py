"""Quotes: who said what, in which office, in which article, at which characters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, instant, integer, real, record, records, text
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import article_added
from dateline.exporting.views.view import Dates, Rows, View
from dateline.store.filtering.filters import QUOTE_FILTERS
from schema.tables import ARTICLE, QUOTE

_SOURCE = ARTICLE.alias("source")

FIELDS = (
    text("id", "The quote's id."),
    text("text", "The words that were said."),
    text("kind", "How they are reported."),
    record(
        "speaker",
        "Who said them.",
        text("id", "The actor's id; nothing where it is nobody in particular.", refers_to="actors"),
        text("name", "The name that the words at the quote stand for."),
        text("as_written", "The words at the quote."),
        text("office", "The offices that this article gives the speaker, joined by semicolons."),
    ),
    text("cue", "The verb of saying, as written."),
    text("medium", "To whom or through what they were said."),
    real("confidence", "How sure the reading is, from 0 to 1."),
    record(
        "article",
        "The article that has them.",
        text("id", "Its id.", refers_to="articles"),
        text("url", "Where it was published."),
        text("title", "Its headline."),
        text("publisher", "Who published it."),
        text("licence", "What its publisher allows, as given."),
        instant("published_at", "When it came out."),
    ),
    records(
        "spans",
        "Where the words stand in the article's text, in the order in which they were said.",
        integer("start", "Unicode code points from the start."),
        integer("end", "Where they end, excluded."),
        text("text", "The words there."),
    ),
    text("speaker_basis", "Where the speaker was taken from; nothing where nobody is named."),
    text("model", "The model that told who speaks, with the version of its questions; nothing where the rules did."),
)


STATEMENT = select(
    *(
        QUOTE.c[name]
        for name in ("id", "text", "kind", "cue", "medium", "confidence", "article_id", "speaker_basis", "model")
    ),
    *(QUOTE.c[f"speaker_{name}"] for name in ("id", "name", "as_written")),
    *(_SOURCE.c[name].label(f"article_{name}") for name in ("url", "title", "publisher", "licence", "published_at")),
).join(_SOURCE, _SOURCE.c.id == QUOTE.c.article_id)
_assemble = assembler(
    FIELDS,
    STATEMENT,
    absent={"speaker": ["speaker_id", "speaker_name", "speaker_as_written"]},
    given=["spans", "speaker_office"],
)


def _build(connection: Connection, rows: Rows) -> list[Record]:
    ids = [row.id for row in rows]
    told = belongings.speaker_offices(connection, ids)
    return _assemble(rows, belongings.spans(connection, ids), {key: _offices(own) for key, own in told.items()})


def _offices(rows: list[Any]) -> str:
    told = dict.fromkeys(f"{row.title}, {row.organization}" if row.organization else row.title for row in rows)
    return "; ".join(told)


QUOTE_VIEW = View(
    name="quotes",
    description="Words that articles report somebody to have said.",
    table=QUOTE,
    statement=STATEMENT,
    build=_build,
    filters=QUOTE_FILTERS,
    changed=article_added(QUOTE.c.article_id),
    fields=FIELDS,
    dates=Dates(QUOTE.c.published_at),
)
