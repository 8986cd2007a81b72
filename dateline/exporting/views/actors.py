"""Actors: persons, organizations, countries and groups, as the articles together tell of them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, day, integer, records, text, texts
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import actor_named
from dateline.exporting.views.view import Rows, View
from dateline.store.filtering.filters import ACTOR_FILTERS
from schema.tables import ACTOR

FIELDS = (
    text("id", "The actor's id."),
    text("name", "The name that most articles give."),
    text("kind", "What it is."),
    text("sector", "What side of public life it belongs to, as PLOVER codes it."),
    text("country_code", "Its country (ISO 3166-1 alpha-2)."),
    text("country_basis", "Where its country was taken from."),
    texts("external_ids", "Its ids elsewhere, the register before each: «wikidata:Q42»."),
    texts("aliases", "All names that it goes by, those of most articles first."),
    records(
        "offices",
        "Its offices, each as of the newest article.",
        text("title", "The office: «governor»."),
        text("organization", "Where it is held."),
        text("organization_id", "The same as an actor's id.", refers_to="actors"),
        day("as_of", "The day of the article that says so."),
    ),
    integer("article_count", "How many articles name it."),
    integer("event_count", "In how many events it has a part."),
    integer("quote_count", "How many quotes are its own."),
)


_LISTS = ("aliases", "offices")
STATEMENT = select(*(ACTOR.c[field.name] for field in FIELDS if field.name not in _LISTS))
_assemble = assembler(FIELDS, STATEMENT, given=_LISTS, computed={"external_ids": (str.split, ["external_ids"])})


def _build(connection: Connection, rows: Rows) -> list[Record]:
    ids = [row.id for row in rows]
    return _assemble(rows, belongings.aliases(connection, ids), belongings.offices(connection, ids))


ACTOR_VIEW = View(
    name="actors",
    description="Persons, organizations, countries and groups.",
    table=ACTOR,
    statement=STATEMENT,
    build=_build,
    filters=ACTOR_FILTERS,
    changed=actor_named(ACTOR.c.id),
    fields=FIELDS,
)
