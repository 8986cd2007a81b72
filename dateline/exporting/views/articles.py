"""Articles: the cleaned text that all offsets count in, and what is known about it."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, day, instant, text
from dateline.exporting.views.changes import article_added
from dateline.exporting.views.view import Dates, Rows, View
from dateline.store.filtering.filters import ARTICLE_FILTERS
from schema.tables import ARTICLE, DATELINE

_FOLDERS = re.compile(r"^.*[/\\]")
_PLACE = DATELINE.alias("named_place")

FIELDS = (
    text("id", "The article's id."),
    text("url", "Where it was published."),
    text("title", "Its headline."),
    text("byline", "Who wrote it, as written."),
    text("publisher", "Who published it.", refers_to="sources"),
    text("agency", "The news agency that it came from."),
    text("licence", "What its publisher allows, as given."),
    instant("published_at", "When it came out."),
    day("published_on", "The calendar day where it was published; relative dates count from it."),
    text("language", "Its language (ISO 639-1)."),
    text("dateline_location_id", "The location that its dateline names.", refers_to="locations"),
    text("text", "The cleaned text."),
    text("sha256", "SHA-256 of the text."),
    text("raw_sha256", "SHA-256 of the article as it was given."),
    text("encoding", "The encoding that it was read in."),
    text("origin", "The file or address that it was read from."),
    text("model", "The language model that read it."),
    text("extractor", "The version of the extractor that read it."),
    instant("added_at", "When this version was stored."),
)


STATEMENT = (
    select(
        *(
            _PLACE.c.location_id.label(field.name) if field.name == "dateline_location_id" else ARTICLE.c[field.name]
            for field in FIELDS
        )
    )
    .select_from(ARTICLE)
    .outerjoin(_PLACE, _PLACE.c.article_id == ARTICLE.c.id)
)
_assemble = assembler(FIELDS, STATEMENT)


def _build(_connection: Connection, rows: Rows) -> list[Record]:
    return [{**record, "origin": name_of(record["origin"])} for record in _assemble(rows)]


def name_of(origin: str) -> str:
    """Where an article was read from, without the folders of the machine that read it."""
    return origin if "://" in origin else _FOLDERS.sub("", origin)


ARTICLE_VIEW = View(
    name="articles",
    description="The articles that everything was read from, with their texts.",
    table=ARTICLE,
    statement=STATEMENT,
    build=_build,
    filters=ARTICLE_FILTERS,
    changed=article_added(ARTICLE.c.id),
    fields=FIELDS,
    dates=Dates(ARTICLE.c.published_at),
    chunk=100,
)
