"""Quotes as a flat table: no lists, no records, for spreadsheets and statistics."""

from __future__ import annotations

from sqlalchemy import Connection

from dateline.exporting.fields import Record, instant, integer, real, text
from dateline.exporting.views.quotes import QUOTE_VIEW
from dateline.exporting.views.view import Rows, View

FIELDS = (
    text("id", "The quote's id."),
    text("quote", "The words that were said."),
    text("speaker", "Who said them."),
    text("office", "The offices that the article gives the speaker, joined by semicolons."),
    text("speaker_id", "The actor's id; nothing where it is nobody in particular.", refers_to="actors"),
    text("speaker_as_written", "The words at the quote that name the speaker."),
    text("kind", "How the words are reported."),
    text("cue", "The verb of saying, as written."),
    text("medium", "To whom or through what they were said."),
    real("confidence", "How sure the reading is, from 0 to 1."),
    instant("published_at", "When the article came out."),
    text("publisher", "Who published it."),
    text("licence", "What its publisher allows, as given."),
    text("title", "Its headline."),
    text("url", "Where it was published."),
    text("article_id", "The article that has the words.", refers_to="articles"),
    integer("start", "Where they start in its text, in Unicode code points."),
    integer("end", "Where the last of them end, excluded."),
)


def _build(connection: Connection, rows: Rows) -> list[Record]:
    return [_flat(quote) for quote in QUOTE_VIEW.build(connection, rows)]


def _flat(quote: Record) -> Record:
    speaker, article, spans = quote["speaker"] or {}, quote["article"], quote["spans"]
    return {
        "id": quote["id"],
        "quote": quote["text"],
        "speaker": speaker.get("name"),
        "office": speaker.get("office"),
        "speaker_id": speaker.get("id"),
        "speaker_as_written": speaker.get("as_written"),
        **{name: quote[name] for name in ("kind", "cue", "medium", "confidence")},
        **{name: article[name] for name in ("published_at", "publisher", "licence", "title", "url")},
        "article_id": article["id"],
        "start": min((span["start"] for span in spans), default=None),
        "end": max((span["end"] for span in spans), default=None),
    }


FLAT_QUOTES = View(
    name="flat-quotes",
    description="Quotes with speaker and office, a flat row each.",
    table=QUOTE_VIEW.table,
    statement=QUOTE_VIEW.statement,
    build=_build,
    filters=QUOTE_VIEW.filters,
    changed=QUOTE_VIEW.changed,
    fields=FIELDS,
    default_format="csv",
    dates=QUOTE_VIEW.dates,
)
