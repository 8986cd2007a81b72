"""Events in the columns of ACLED (Armed Conflict Location & Event Data), for programs that read those.

All columns are there, in ACLED's order.  What is not known stays empty; its own coders would not leave it so.  Events
that were denied, planned or only imagined are left out: ACLED has no column to tell them apart.
"""

from __future__ import annotations

from sqlalchemy import Connection

from dateline.exporting.countries import Country, country_of
from dateline.exporting.fields import Record, day, integer, real, text
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import event_told
from dateline.exporting.views.events import STATEMENT, event_records
from dateline.exporting.views.view import Dates, Rows, View
from dateline.store.filtering.filters import EVENT_FILTERS
from schema.tables import EVENT
from schema.vocabulary import DatePrecision, EventStatus, LocationKind

_POLITICAL = "Political violence"
_DEMONSTRATIONS = "Demonstrations"
_STRATEGIC = "Strategic developments"

TAXONOMY: dict[str, tuple[str, str]] = {
    "Government regains territory": (_POLITICAL, "Battles"),
    "Non-state actor overtakes territory": (_POLITICAL, "Battles"),
    "Armed clash": (_POLITICAL, "Battles"),
    "Excessive force against protesters": (f"{_POLITICAL}; {_DEMONSTRATIONS}", "Protests"),
    "Protest with intervention": (_DEMONSTRATIONS, "Protests"),
    "Peaceful protest": (_DEMONSTRATIONS, "Protests"),
    "Violent demonstration": (_DEMONSTRATIONS, "Riots"),
    "Mob violence": (_POLITICAL, "Riots"),
    "Chemical weapon": (_POLITICAL, "Explosions/Remote violence"),
    "Air/drone strike": (_POLITICAL, "Explosions/Remote violence"),
    "Suicide bomb": (_POLITICAL, "Explosions/Remote violence"),
    "Shelling/artillery/missile attack": (_POLITICAL, "Explosions/Remote violence"),
    "Remote explosive/landmine/IED": (_POLITICAL, "Explosions/Remote violence"),
    "Grenade": (_POLITICAL, "Explosions/Remote violence"),
    "Sexual violence": (_POLITICAL, "Violence against civilians"),
    "Attack": (_POLITICAL, "Violence against civilians"),
    "Abduction/forced disappearance": (_POLITICAL, "Violence against civilians"),
    "Agreement": (_STRATEGIC, _STRATEGIC),
    "Arrests": (_STRATEGIC, _STRATEGIC),
    "Change to group/activity": (_STRATEGIC, _STRATEGIC),
    "Disrupted weapons use": (_STRATEGIC, _STRATEGIC),
    "Headquarters or base established": (_STRATEGIC, _STRATEGIC),
    "Looting/property destruction": (_STRATEGIC, _STRATEGIC),
    "Non-violent transfer of territory": (_STRATEGIC, _STRATEGIC),
    "Other": (_STRATEGIC, _STRATEGIC),
}
"""Disorder type and event type of each sub-event type: ACLED Codebook, 2023."""
_SUB_EVENTS = {name.casefold(): name for name in TAXONOMY}

TIME_PRECISIONS = {DatePrecision.DAY.value: 1, DatePrecision.WEEK.value: 2, DatePrecision.MONTH.value: 3}
"""ACLED codes nothing that is known less exactly; such events have no date here."""
GEO_PRECISIONS = {
    LocationKind.CITY.value: 1,
    LocationKind.FACILITY.value: 1,
    LocationKind.ADMIN2.value: 2,
    LocationKind.ADMIN1.value: 3,
    LocationKind.REGION.value: 3,
    LocationKind.COUNTRY.value: 3,
}

FIELDS = (
    text("event_id_cnty", "Dateline's id of the event; ACLED's own are of its coders."),
    day("event_date", "The first day it can be, where that is known to the month or better."),
    integer("year", "Its year."),
    integer("time_precision", "1 to the day, 2 to the week, 3 to the month."),
    text("disorder_type", "ACLED's disorder type."),
    text("event_type", "ACLED's event type."),
    text("sub_event_type", "ACLED's sub-event type."),
    text("actor1", "Who did it: the one that is told best."),
    text("assoc_actor_1", "Who did it with them, joined by semicolons."),
    text("inter1", "ACLED's kind of actor; empty here."),
    text("actor2", "Whom it was done to, or who was harmed."),
    text("assoc_actor_2", "The others of those, joined by semicolons."),
    text("inter2", "ACLED's kind of actor; empty here."),
    text("interaction", "ACLED's pair of kinds; empty here."),
    text("civilian_targeting", "Whether civilians were the target; empty here."),
    integer("iso", "The country's number (ISO 3166-1 numeric)."),
    text("region", "ACLED's region of the world; empty here."),
    text("country", "The country's name."),
    text("admin1", "The state, province or region."),
    text("admin2", "The next smaller one; empty here."),
    text("admin3", "The next smaller one; empty here."),
    text("location", "The place's name."),
    real("latitude", "Degrees, north positive (WGS 84)."),
    real("longitude", "Degrees, east positive (WGS 84)."),
    integer("geo_precision", "1 the town itself, 2 a district, 3 a larger region."),
    text("source", "Who published the articles that tell of it, joined by semicolons."),
    text("source_scale", "ACLED's kind of source; empty here."),
    text("notes", "What happened, in one line."),
    integer("fatalities", "How many were killed, by the best number known."),
    text("tags", "ACLED's tags; empty here."),
    integer("timestamp", "When ACLED changed it; empty here."),
)


def _build(connection: Connection, rows: Rows) -> list[Record]:
    sources = belongings.publishers(connection, [row.id for row in rows])
    return [_record(event, sources.get(event["id"], [])) for event in event_records(connection, rows)]


def _record(event: Record, sources: list[str]) -> Record:
    return _EMPTY | {
        "event_id_cnty": event["id"],
        **_when(event["when"]),
        **_what(event["codes"]["acled"]),
        **_who(event["actors"]),
        **_where(event["location"]),
        "source": "; ".join(sources) or None,
        "notes": event["summary"],
        "fatalities": event["killed"]["best"] if event["killed"] else None,
    }


def _when(when: Record) -> Record:
    precision = TIME_PRECISIONS.get(when["precision"])
    years = {one.year for one in (when["earliest"], when["latest"]) if one is not None}
    return {
        "event_date": when["earliest"] if precision else None,
        "year": years.pop() if len(years) == 1 else None,
        "time_precision": precision,
    }


def _what(acled: str | None) -> Record:
    sub_event = _SUB_EVENTS.get((acled or "").casefold())
    disorder, kind = TAXONOMY[sub_event] if sub_event else (None, None)
    return {"disorder_type": disorder, "event_type": kind, "sub_event_type": sub_event}


def _who(actors: list[Record]) -> Record:
    names = {role: [actor["name"] for actor in actors if actor["role"] == role] for role in _ROLES}
    others = [*names["RECIPIENT"], *names["VICTIM"]]
    return {
        "actor1": next(iter(names["ACTOR"]), None),
        "assoc_actor_1": "; ".join(names["ACTOR"][1:]) or None,
        "actor2": next(iter(others), None),
        "assoc_actor_2": "; ".join(others[1:]) or None,
    }


def _where(place: Record | None) -> Record:
    if place is None:
        return {}
    country = country_of(place["country_code"]) or Country(None, None)
    return {
        "country": country.name,
        "iso": country.number,
        "admin1": place["admin1"],
        "location": place["name"],
        "latitude": place["latitude"],
        "longitude": place["longitude"],
        "geo_precision": GEO_PRECISIONS.get(place["kind"]),
    }


_ROLES = ("ACTOR", "RECIPIENT", "VICTIM")
_EMPTY: Record = dict.fromkeys(field.name for field in FIELDS)

ACLED_EVENTS = View(
    name="acled",
    description="Events in the columns of ACLED.",
    table=EVENT,
    statement=STATEMENT,
    build=_build,
    filters=EVENT_FILTERS,
    changed=event_told(EVENT.c.id),
    fields=FIELDS,
    default_format="csv",
    dates=Dates(EVENT.c.date_earliest),
    only=EVENT.c.status.in_((EventStatus.REPORTED.value, EventStatus.CLAIMED.value)),
)
