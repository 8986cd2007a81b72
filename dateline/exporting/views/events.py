"""Events: what happened, when, where, to whom, and the words that tell it best."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Field, Record, day, integer, real, record, records, text
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import event_told
from dateline.exporting.views.view import Dates, Rows, View, point_of
from dateline.store.filtering.filters import EVENT_FILTERS
from schema.codes import event_codes
from schema.tables import EVENT, EVIDENCE, LOCATION
from schema.vocabulary import Basis

PLACE = LOCATION.alias("place")
WORDS = EVIDENCE.alias("words")
_OF_PLACE = ("name", "kind", "admin1", "country_code", "latitude", "longitude")

STATEMENT = (
    select(
        *(EVENT.c[name] for name in ("id", "type", "mode", "acled", "status", "summary", "when_text")),
        *(EVENT.c[f"date_{name}"].label(f"when_{name}") for name in ("earliest", "latest", "precision")),
        *(EVENT.c[f"{value}_basis"] for value in ("when", "location", "killed", "injured")),
        EVENT.c.location_id,
        *(PLACE.c[name].label(f"location_{name}") for name in _OF_PLACE),
        *(EVENT.c[f"{toll}_{name}"] for toll in ("killed", "injured") for name in ("text", "low", "best", "high")),
        *(EVENT.c[name] for name in ("confidence", "report_count", "basis", "model")),
        *(WORDS.c[name].label(f"evidence_{name}") for name in ("article_id", "start", "end", "text")),
    )
    .join(WORDS, WORDS.c.id == EVENT.c.evidence_id)
    .outerjoin(PLACE, PLACE.c.id == EVENT.c.location_id)
)


def _basis() -> Field:
    return text("basis", f"Where in the articles that was taken from: {', '.join(Basis)}.")


def _toll(name: str, people: str) -> Field:
    return record(
        name,
        f"How many were {people}; nothing where no report gives a number.",
        text("text", "As written: «at least six»."),
        integer("low", "Not fewer than this."),
        integer("best", "The number to show and to add up."),
        integer("high", "Not more than this; nothing where the text sets no upper bound."),
        _basis(),
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
        _basis(),
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
        _basis(),
    ),
    _toll("killed", "killed"),
    _toll("injured", "hurt"),
    records(
        "actors",
        "Who has a part in it: doers, then those it was done to, then victims.",
        text("role", "ACTOR, RECIPIENT or VICTIM."),
        text("id", "The actor's id; nothing where it is nobody in particular.", refers_to="actors"),
        text("name", "Its name, or the words for it."),
        _basis(),
    ),
    records(
        "victims",
        "Of what kinds the killed and the injured were, where a report tells.",
        text("harm", "KILLED or INJURED."),
        text("kind", "Of what kind they are: CHILD, SOLDIER, and so on."),
        text("text", "As written: «three children»."),
        integer("best", "How many; nothing where no number is told."),
        _basis(),
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
    records(
        "sources",
        "The articles that tell of it, the earliest first.",
        text("article_id", "The article's id.", refers_to="articles"),
        text("publisher", "Who published it."),
        text("title", "Its headline."),
        text("url", "Where it was published."),
        day("published_on", "The calendar day where it was published."),
    ),
    text("link", "Where the server's page shows it."),
    text("basis", "MODEL where only a model tells that there is such an event; STATED otherwise."),
    text("model", "The models that told any of it, each with the version of its questions; nothing where none did."),
)


@lru_cache(maxsize=4_096)
def _codes(type_: str, mode: str | None, acled: str | None) -> Record:
    """Records that several events share: there are few, and nobody changes them."""
    codes = event_codes(type_, mode, acled)
    return {"plover": codes.plover, "cameo_root": codes.cameo_root, "acled": codes.acled}


_assemble = assembler(
    FIELDS,
    STATEMENT,
    absent={"location": ["location_id"], "killed": ["killed_best"], "injured": ["injured_best"]},
    given=["actors", "victims", "sources"],
    computed={"codes": (_codes, ["type", "mode", "acled"]), "link": ("/event/{}".format, ["id"])},
)


def event_records(connection: Connection, rows: Rows) -> list[Record]:
    """The records of events."""
    ids = [row.id for row in rows]
    lists = (belongings.participants, belongings.victims, belongings.sources)
    return _assemble(rows, *(find(connection, ids) for find in lists))


EVENT_VIEW = View(
    name="events",
    description="Happenings told by one or more articles.",
    table=EVENT,
    statement=STATEMENT,
    build=event_records,
    filters=EVENT_FILTERS,
    changed=event_told(EVENT.c.id),
    fields=FIELDS,
    dates=Dates(EVENT.c.date_earliest),
    point=lambda event: point_of(event["location"]),
)
