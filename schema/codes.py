"""The codes of other event data sets for an event: PLOVER's type, CAMEO's root and ACLED's sub-event type.

CAMEO roots follow the conversion table of the PLOVER project (draft 0.8, 2021, CC BY-SA 4.0), read backwards: of
several CAMEO codes that become one PLOVER type, the root that most of them have, told apart by mode where
the table does.
"""

from __future__ import annotations

from dataclasses import dataclass

CAMEO_ROOTS: dict[str, str] = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "18",
}
"""Two digits each; types outside PLOVER have none."""

CAMEO_ROOTS_BY_MODE: dict[tuple[str, str], str] = {
    ("ACCUSE", "investigate"): "09",
    ("ASSAULT", "firearms"): "19",
    ("ASSAULT", "heavy-weapons"): "19",
    ("ASSAULT", "aerial"): "19",
    ("ASSAULT", "drone"): "19",
    ("ASSAULT", "unconventional"): "20",
}
"""Where the mode says more than the type."""


@dataclass(frozen=True, slots=True)
class EventCodes:
    """One event's codes.  `cameo_root` and `acled` are None where there is nothing like it."""

    plover: str
    cameo_root: str | None
    acled: str | None


def event_codes(type_: str, mode: str | None, acled: str | None) -> EventCodes:
    """The codes of an event of this type, mode and ACLED sub-event type; the five types of our own name themselves."""
    root = CAMEO_ROOTS_BY_MODE.get((type_, mode or "")) or CAMEO_ROOTS.get(type_)
    return EventCodes(type_, root, acled)
