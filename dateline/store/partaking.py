"""Who has a part in events: each once however many reports name them, told best by the surest, in the order of roles.

Worked out of plain rows: the few that an event has are sorted here in half of the time that windows of SQL take.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func

from schema.tables import PARTICIPANT
from schema.vocabulary import ParticipantRole

R = TypeVar("R", bound=Sequence[Any])

MOST_PARTICIPANTS = 50
"""Of one event; a storm that a thousand articles tell of has more names than anybody reads."""
_ROLES = {role.value: rank for rank, role in enumerate(ParticipantRole)}
_WHO = func.coalesce(PARTICIPANT.c.actor_id, PARTICIPANT.c.name_key)


def ranking_columns() -> list[ColumnElement[Any]]:
    """What `ranked` looks at, to be read in this order; the first one is the event."""
    own = PARTICIPANT.c
    return [
        own.event_id.label("parent_key"),
        own.role.label("rank_role"),
        _WHO.label("rank_who"),
        own.inferred.label("rank_inferred"),
        own.report_id.label("rank_report"),
        own.position.label("rank_position"),
        own.id.label("rank_id"),
    ]


def reports_that_differ(rows: Sequence[R], start: int) -> list[str]:
    """Reports of events that have several, whose confidence decides; ranking columns begin at `start`."""
    event, report = start, start + 4
    first: dict[str, str] = {}
    several = {row[event] for row in rows if first.setdefault(row[event], row[report]) != row[report]}
    return sorted({row[report] for row in rows if row[event] in several}) if several else []


def ranked(
    rows: Sequence[R], start: int, confidence: Mapping[str, float], *, most: int | None = MOST_PARTICIPANTS
) -> dict[str, Sequence[R]]:
    """Those of the rows that are shown, by event, in order, at most so many of one event.

    `confidence` is that of `reports_that_differ`, by id; of other events all rows are of one report.
    """
    by_event: dict[str, list[R]] = {}
    for row in rows:
        by_event.setdefault(row[start], []).append(row)
    return {event: own if len(own) == 1 else _ranked(own, start, confidence)[:most] for event, own in by_event.items()}


def _ranked(rows: Sequence[R], start: int, confidence: Mapping[str, float]) -> Sequence[R]:
    role, who, inferred, report, position, own = range(start + 1, start + 7)

    def sure(row: R) -> float:
        return -confidence.get(row[report], 0.0)

    once = {(row[role], row[who]): row for row in rows}
    if len(once) < len(rows):
        # From the least sure to the surest, so that the surest stays.
        surest = sorted(rows, key=lambda row: (sure(row), row[inferred], row[report], row[position]))
        once = {(row[role], row[who]): row for row in reversed(surest)}
    return sorted(once.values(), key=lambda row: (_ROLES[row[role]], sure(row), row[position], row[own]))
