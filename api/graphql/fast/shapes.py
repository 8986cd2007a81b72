"""What the fields of each type are made of: columns, links to one row, short lists, lists in pages, parts of a row.

Fields that are not named here are columns of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.store.reading.collections import (
    ACTOR_EVENTS,
    ACTOR_MENTIONS,
    ACTOR_QUOTES,
    ACTORS,
    ARTICLE_ACTORS,
    ARTICLE_EVENTS,
    ARTICLE_LOCATIONS,
    ARTICLE_QUOTES,
    ARTICLES,
    EVENT_REPORTS,
    EVENTS,
    LOCATION_EVENTS,
    LOCATION_MENTIONS,
    LOCATIONS,
    QUOTES,
    Collection,
    Relation,
)
from dateline.store.reading.plans.wanted import VALUES

TYPES: Mapping[str, str] = {
    "article": "Article",
    "event": "Event",
    "actor": "Actor",
    "location": "Location",
    "quote": "Quote",
    "judgement": "Judgement",
    "report": "Report",
    "evidence": "Evidence",
    "participant": "Participant",
    "victims": "Victims",
    "office": "Office",
    "resolution": "Resolution",
}
"""GraphQL's name of what rows of a noun become."""

NODES = ("article", "event", "actor", "location", "quote", "judgement")
"""Nouns that `node` finds."""

ROOT_LISTS: Mapping[str, Collection] = {
    "articles": ARTICLES,
    "events": EVENTS,
    "actors": ACTORS,
    "locations": LOCATIONS,
    "quotes": QUOTES,
}

LINKS: Mapping[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("Article", "dateline"): (("dateline", "location"), "location"),
    ("Event", "location"): (("location",), "location"),
    ("Location", "parent"): (("parent",), "location"),
    ("Quote", "article"): (("article",), "article"),
    ("Quote", "speaker"): (("speaker",), "actor"),
    ("Report", "article"): (("article",), "article"),
    ("Report", "evidence"): (("evidence",), "evidence"),
    **{("Report", f"{value}Evidence"): ((f"{value}_evidence",), "evidence") for value in VALUES},
    ("Report", "location"): (("location",), "location"),
    ("Report", "saidBy"): (("said_by",), "actor"),
    ("Participant", "actor"): (("actor",), "actor"),
    ("Participant", "evidence"): (("evidence",), "evidence"),
    ("Victims", "evidence"): (("evidence",), "evidence"),
    ("Office", "of"): (("of",), "actor"),
    ("Office", "evidence"): (("evidence",), "evidence"),
    ("Evidence", "article"): (("article",), "article"),
    ("Evidence", "resolution"): (("resolution",), "resolution"),
    ("Resolution", "location"): (("location",), "location"),
}
"""Links of the store to follow, and the noun at the end."""

KEYS: Mapping[str, str] = {"resolution": "evidence_id"}
"""The column that is NULL where a link leads to nothing; of all other nouns it is the id."""

SHORT_LISTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Event", "participants"): ("participants", "participant"),
    ("Event", "victims"): ("victims", "victims"),
    ("Actor", "offices"): ("offices", "office"),
    ("Quote", "evidence"): ("words", "evidence"),
}
"""Name of the store's list, and the noun of its rows."""

RELATIONS: Mapping[tuple[str, str], Relation] = {
    ("Article", "events"): ARTICLE_EVENTS,
    ("Article", "quotes"): ARTICLE_QUOTES,
    ("Article", "actors"): ARTICLE_ACTORS,
    ("Article", "locations"): ARTICLE_LOCATIONS,
    ("Event", "reports"): EVENT_REPORTS,
    ("Actor", "events"): ACTOR_EVENTS,
    ("Actor", "quotes"): ACTOR_QUOTES,
    ("Actor", "mentions"): ACTOR_MENTIONS,
    ("Location", "events"): LOCATION_EVENTS,
    ("Location", "mentions"): LOCATION_MENTIONS,
}


COLUMN = re.compile(r"\{(\w+)(?::(\w+)(\?)?)?\}")
"""A column in code: its name, and how it is shown where that is told: its type, `?` where it may be NULL."""


def column_of(name: str) -> str:
    """The column that a field is, where it is one."""
    return re.sub("([A-Z])", lambda match: "_" + match[1].lower(), name)


@dataclass(frozen=True, slots=True)
class Part:
    """An object that is made of several columns of a row."""

    fields: Mapping[str, str]
    """Code of each field; a name in braces is the code of that column."""
    absent: str | None = None
    """The column that is NULL where there is no such object."""
    counted: str | None = None
    """What the names of its columns begin with, where it is a number with its bounds."""


def _count(prefix: str) -> Part:
    low, best, high = (f"{{{prefix}{part}}}" for part in ("low", "best", "high"))
    return Part(
        {
            "text": f"({{{prefix}text}} or str({best}))",
            "low": f"min({best} if {low} is None else {low}, LARGEST_INT)",
            "best": f"min({best}, LARGEST_INT)",
            "high": f"(None if {high} is None else min({high}, LARGEST_INT))",
            "basis": f"{{{prefix}basis:Basis}}",
        },
        absent=f"{prefix}best",
        counted=prefix,
    )


_WHEN = Part(
    {
        "text": "{when_text:String?}",
        "earliest": "{date_earliest:Date?}",
        "latest": "{date_latest:Date?}",
        "precision": "{date_precision:DatePrecision}",
        "basis": "{when_basis:Basis?}",
    }
)
COMPUTED: Mapping[tuple[str, str], str] = {
    ("Location", "precision"): "LocationKind[{precision} or {kind}]",
    ("Actor", "externalIds"): "{external_ids}.split()",
}
"""Code of fields that are made of several columns."""

_CODES = "event_codes({type}, {mode}, {acled})"

PARTS: Mapping[tuple[str, str], Part] = {
    ("Event", "when"): _WHEN,
    ("Report", "when"): _WHEN,
    ("Event", "killed"): _count("killed_"),
    ("Event", "injured"): _count("injured_"),
    ("Report", "killed"): _count("killed_"),
    ("Report", "injured"): _count("injured_"),
    ("Victims", "count"): _count(""),
    ("Event", "codes"): Part(
        {"plover": f"{_CODES}.plover", "cameoRoot": f"{_CODES}.cameo_root", "acled": f"{_CODES}.acled"}
    ),
    ("Evidence", "span"): Part(
        {"start": "{start}", "end": "{end}", "startUtf16": "{start_utf16}", "endUtf16": "{end_utf16}"}
    ),
    ("Judgement", "withdrawn"): Part(
        {"by": "{withdrawn_by:String}", "at": "{withdrawn_at:DateTime}", "reason": "{withdrawn_reason:String}"},
        absent="withdrawn_at",
    ),
}
