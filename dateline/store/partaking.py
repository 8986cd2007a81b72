"""Who has a part in events: each once however many reports name them, told best by the surest, in the order of roles.

Worked out whenever an event is made again, and kept: to read it is to follow an index.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.store.telling import Telling, Values
from schema.vocabulary import ParticipantRole

MOST_PARTICIPANTS = 50
"""Shown of one event; a storm that a thousand articles tell of has more names than anybody reads."""
_ROLES = {role.value: rank for rank, role in enumerate(ParticipantRole)}


def places_of(tellings: Iterable[Telling]) -> dict[str, int | None]:
    """Where the participants of one event are shown, from 0, by id; None for those that a surer report tells too."""
    told = [(-telling.report["confidence"], row) for telling in tellings for row in telling.participants]
    once: dict[tuple[str, str], tuple[float, Values]] = {}
    for doubt, row in sorted(told, key=_best_first):
        once.setdefault((row["role"], row["actor_id"] or row["name_key"]), (doubt, row))
    shown = (row for _, row in sorted(once.values(), key=_as_shown))
    places = {row["id"]: place for place, row in enumerate(shown)}
    return {row["id"]: places.get(row["id"]) for _, row in told}


def misplaced(tellings: Iterable[Telling]) -> list[tuple[str, int | None, int | None]]:
    """Participants of one event that are kept as shown elsewhere than they are to be: id, where, and where to be."""
    told = list(tellings)
    before = {row["id"]: row["shown_as"] for telling in told for row in telling.participants}
    return [(key, before[key], place) for key, place in places_of(told).items() if place != before[key]]


def _best_first(told: tuple[float, Values]) -> tuple[Any, ...]:
    doubt, row = told
    return doubt, row["inferred"], row["report_id"], row["position"]


def _as_shown(told: tuple[float, Values]) -> tuple[Any, ...]:
    doubt, row = told
    return _ROLES[row["role"]], doubt, row["position"], row["report_id"]
