"""Events: what happened, when, where, to whom, and the words that tell it best."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.exporting.fields import Field, Record, day, integer, real, record, records, text
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import event_told
from dateline.exporting.views.view import MAPPED, Dates, Rows, View, point_of, present
from dateline.store.filters import EVENT_FILTERS
from schema.codes import event_codes
from schema.tables import EVENT, EVIDENCE, LOCATION

PLACE = LOCATION.alias("place")
WORDS = EVIDENCE.alias("words")

STATEMENT = (
    select(
        *(column for column in EVENT.c if column.name not in ("number", "search_text")),
        PLACE.c.name.label("place_name"),
        PLACE.c.kind.label("place_kind"),
        PLACE.c.admin1.label("place_admin1"),
        PLACE.c.country_code.label("place_country_code"),
        PLACE.c.latitude.label("place_latitude"),
        PLACE.c.longitude.label("place_longitude"),
        WORDS.c.article_id.label("words_article_id"),
        WORDS.c.start.label("words_start"),
        WORDS.c.end.label("words_end"),
        WORDS.c.text.label("words_text"),
    )
    .join(WORDS, WORDS.c.id == EVENT.c.evidence_id)
    .outerjoin(PLACE, PLACE.c.id == EVENT.c.location_id)
)


def _toll(name: str, people: str) -> Field:
    return record(
        name,
        f"How many were {people}; nothing where no report gives a number.",
        text("text", "As written: «at least six»."),
        integer("low", "Not fewer than this."),
        integer("best", "The number to show and to add up."),
        integer("high", "Not more than this; nothing where the text sets no upper bound."),
    )


FIELDS = (
    text("id", "The event's id."),
    text("type", "What kind of happening it is."),
    text("mode", "How it was done, for example explosives or riot."),
    text("status", "How certain the texts are that it happened."),
    text("summary", "What happened, in one line."),
    record(
        "when",
        "When it happened.",
        text("text", "As written: «on Tuesday»."),
        day("earliest", "The first day it can be."),
        day("latest", "The last day it can be."),
        text("precision", "How exactly it is known."),
    ),
    record(
        "location",
        "Where it happened.",
        text("id", "The location's id.", refers_to="locations"),
        text("name", "Its name."),
        text("kind", "What kind of place it is."),
        text("admin1", "The state, province or region that it lies in."),
        text("country_code", "Its country (ISO 3166-1 alpha-2)."),
        real("latitude", "Degrees, north positive (WGS 84)."),
        real("longitude", "Degrees, east positive (WGS 84)."),
    ),
    _toll("killed", "killed"),
    _toll("injured", "hurt"),
    records(
        "actors",
        "Who has a part in it: doers, then those it was done to, then victims.",
        text("role", "ACTOR, RECIPIENT or VICTIM."),
        text("id", "The actor's id; nothing where it is nobody in particular.", refers_to="actors"),
        text("name", "Its name, or the words for it."),
    ),
    real("confidence", "How sure the reading is, from 0 to 1."),
    integer("report_count", "How many articles tell of it."),
    record(
        "evidence",
        "The words that tell it best.",
        text("article_id", "The article that has them.", refers_to="articles"),
        integer("start", "Where they start in its text, in Unicode code points."),
        integer("end", "Where they end, excluded."),
        text("text", "The words themselves."),
    ),
    record(
        "codes",
        "Its codes in other event data sets.",
        text("plover", "PLOVER's type, or our own outside PLOVER."),
        text("cameo_root", "CAMEO's root code, two digits."),
        text("acled", "ACLED's sub-event type."),
    ),
)


def event_records(connection: Connection, rows: Rows) -> list[Record]:
    """The records of events."""
    actors = belongings.participants(connection, [row.id for row in rows])
    return [_record(row, actors.get(row.id, [])) for row in rows]


def _record(row: Row[Any], actors: list[Record]) -> Record:
    codes = event_codes(row.type, row.mode, row.acled)
    return {
        "id": row.id,
        "type": row.type,
        "mode": row.mode,
        "status": row.status,
        "summary": row.summary,
        "when": {
            "text": row.when_text,
            "earliest": row.date_earliest,
            "latest": row.date_latest,
            "precision": row.date_precision,
        },
        "location": _location(row),
        "killed": _count(row.killed_text, row.killed_low, row.killed_best, row.killed_high),
        "injured": _count(row.injured_text, row.injured_low, row.injured_best, row.injured_high),
        "actors": actors,
        "confidence": row.confidence,
        "report_count": row.report_count,
        "evidence": {
            "article_id": row.words_article_id,
            "start": row.words_start,
            "end": row.words_end,
            "text": row.words_text,
        },
        "codes": {"plover": codes.plover, "cameo_root": codes.cameo_root, "acled": codes.acled},
    }


def _location(row: Row[Any]) -> Record | None:
    place = {
        "id": row.location_id,
        "name": row.place_name,
        "kind": row.place_kind,
        "admin1": row.place_admin1,
        "country_code": row.place_country_code,
        "latitude": row.place_latitude,
        "longitude": row.place_longitude,
    }
    return present(place, "id")


def _count(text: str | None, low: int | None, best: int | None, high: int | None) -> Record | None:
    return present({"text": text, "low": low, "best": best, "high": high}, "best")


EVENT_VIEW = View(
    name="events",
    description="Happenings told by one or more articles.",
    table=EVENT,
    statement=STATEMENT,
    build=event_records,
    filters=EVENT_FILTERS,
    changed=event_told(EVENT.c.id),
    fields=FIELDS,
    formats=MAPPED,
    dates=Dates(EVENT.c.date_earliest),
    point=lambda event: point_of(event["location"]),
)
