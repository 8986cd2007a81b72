"""Who has a part in events: each once however many reports name them, told best by the surest, in the order of roles.

Worked out of plain rows: the few that an event has are sorted here in half of the time that windows of SQL take.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, func

from schema.tables import PARTICIPANT
from schema.vocabulary import ParticipantRole

R = TypeVar("R", bound=Sequence[Any])

MOST_PARTICIPANTS = 50
"""Of one event; a storm that a thousand articles tell of has more names than anybody reads."""
_ROLES = {role.value: rank for rank, role in enumerate(ParticipantRole)}
_WHO = func.coalesce(PARTICIPANT.c.actor_id, PARTICIPANT.c.name_key)


class Places(NamedTuple):
    """Where rows have what they are ranked by."""

    event: int
    role: int
    who: int
    inferred: int
    report: int
    position: int
    """In the report, where no two have the same."""

    @classmethod
    def starting(cls, first: int) -> Places:
        """Of rows in which the ranking columns follow each other."""
        return cls(*range(first, first + 6))


def ranking_columns() -> list[ColumnElement[Any]]:
    """What rows are ranked by, in the order of `Places`; the first one is the event."""
    own = PARTICIPANT.c
    return [
        own.event_id.label("parent_key"),
        own.role.label("rank_role"),
        _WHO.label("rank_who"),
        own.inferred.label("rank_inferred"),
        own.report_id.label("rank_report_id"),
        own.position.label("rank_position"),
    ]


def reports_that_differ(rows: Sequence[Sequence[Any]], places: Places) -> list[str]:
    """Reports of events that have several, whose confidence decides."""
    event, report = places.event, places.report
    first: dict[str, str] = {}
    several = {row[event] for row in rows if first.setdefault(row[event], row[report]) != row[report]}
    return sorted({row[report] for row in rows if row[event] in several}) if several else []


def ranked(
    rows: Sequence[R], places: Places, confidence: Mapping[str, float], *, most: int | None = MOST_PARTICIPANTS
) -> dict[str, Sequence[R]]:
    """Those of the rows that are shown, by event, in order, at most so many of one event.

    `confidence` is that of `reports_that_differ`, by id; of other events all rows are of one report.
    """
    event, by_event = places.event, defaultdict[str, list[R]](list)
    for row in rows:
        by_event[row[event]].append(row)
    return {event: own if len(own) == 1 else _ranked(own, places, confidence)[:most] for event, own in by_event.items()}


def _ranked(rows: Sequence[R], places: Places, confidence: Mapping[str, float]) -> Sequence[R]:
    _, role, who, inferred, report, position = places
    if len({row[role] for row in rows}) == len(rows):  # Most events are told so: nothing else can decide.
        return sorted(rows, key=lambda row: _ROLES[row[role]])

    def sure(row: R) -> float:
        return -confidence.get(row[report], 0.0)

    once = {(row[role], row[who]): row for row in rows}
    if len(once) < len(rows):
        # From the least sure to the surest, so that the surest stays.
        surest = sorted(rows, key=lambda row: (sure(row), row[inferred], row[report], row[position]))
        once = {(row[role], row[who]): row for row in reversed(surest)}
    return sorted(once.values(), key=lambda row: (_ROLES[row[role]], sure(row), row[position], row[report]))
