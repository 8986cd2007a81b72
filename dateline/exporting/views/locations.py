"""Locations: places of the gazetteer, and unknown ones within known regions."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, integer, real, text
from dateline.exporting.views.changes import location_named
from dateline.exporting.views.view import Rows, View, point_of
from dateline.store.filtering.filters import LOCATION_FILTERS
from schema.tables import LOCATION

FIELDS = (
    text("id", "The location's id."),
    text("name", "Its name in the gazetteer."),
    text("kind", "What kind of place it is."),
    text("country_code", "Its country (ISO 3166-1 alpha-2)."),
    text("admin1", "The state, province or region that it lies in."),
    real("latitude", "Degrees, north positive (WGS 84)."),
    real("longitude", "Degrees, east positive (WGS 84)."),
    text("precision", "The kind of the region whose point it takes; nothing where the point is its own."),
    integer("population", "People who live there; 0 where that is not known."),
    integer("geonames_id", "Its number at geonames.org."),
    text("parent_id", "The location that it lies in.", refers_to="locations"),
    integer("event_count", "How many events happened right there."),
)


STATEMENT = select(*(LOCATION.c[field.name] for field in FIELDS))
_assemble = assembler(FIELDS, STATEMENT)


def _build(_connection: Connection, rows: Rows) -> list[Record]:
    return _assemble(rows)


LOCATION_VIEW = View(
    name="locations",
    description="Places where events happened or that articles name.",
    table=LOCATION,
    statement=STATEMENT,
    build=_build,
    filters=LOCATION_FILTERS,
    changed=location_named(LOCATION.c.id),
    fields=FIELDS,
    point=point_of,
)
