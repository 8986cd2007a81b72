"""Who is shown of events: participants and victims, each once however many reports tell of them, in a fixed order.

Worked out whenever an event is made again, and kept: to read it is to follow an index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sqlalchemy import Table

from dateline.store.writing.telling import Telling, Values, day_of, own_first, surest_first
from schema.tables import PARTICIPANT, VICTIMS
from schema.vocabulary import Basis, Harm, ParticipantRole, VictimKind

_ROLES = {role.value: rank for rank, role in enumerate(ParticipantRole)}
_HARMS = {harm.value: rank for rank, harm in enumerate(Harm)}
_KINDS = {kind.value: rank for rank, kind in enumerate(VictimKind)}

Places = dict[str, int | None]
"""Where rows are shown, from 0, by id; None for those that another report tells better."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A row that is kept as shown elsewhere than it is to be."""

    table: Table
    id: str
    shown: int | None
    place: int | None


def places_of(tellings: Iterable[Telling]) -> Places:
    """The participants of one event; the surest report that states them tells best."""
    told = [(-telling.report["confidence"], row) for telling in tellings for row in telling.participants]
    once: dict[tuple[str, str], tuple[float, Values]] = {}
    for doubt, row in sorted(told, key=_best_first):
        once.setdefault((row["role"], row["actor_id"] or row["name_key"]), (doubt, row))
    shown = (row for _, row in sorted(once.values(), key=_as_shown))
    places = {row["id"]: place for place, row in enumerate(shown)}
    return {row["id"]: places.get(row["id"]) for _, row in told}


def places_of_victims(tellings: Iterable[Telling]) -> Places:
    """The victims of one event: of each kind the number of the newest day that has one, as of all victims."""
    told: dict[tuple[str, str], list[tuple[Telling, Values]]] = defaultdict(list)
    for telling in surest_first(tellings):
        for row in telling.victims:
            told[row["harm"], row["kind"]].append((telling, row))
    keys = sorted(told, key=lambda key: (_HARMS[key[0]], _KINDS[key[1]]))
    places = {_newest(told[key])["id"]: place for place, key in enumerate(keys)}
    return {row["id"]: places.get(row["id"]) for rows in told.values() for _, row in rows}


def _newest(told: Sequence[tuple[Telling, Values]]) -> Values:
    """What most reports of the newest day say; a number goes before none, of equally many the highest."""
    counted = [(telling, row) for telling, row in told if row["best"] is not None] or told
    newest = max(day_of(telling) for telling, _ in counted)
    rows = own_first([row for telling, row in counted if day_of(telling) == newest], "basis")
    said = Counter(row["best"] for row in rows)
    best = max(said, key=lambda number: (said[number], number or 0))
    return next(row for row in rows if row["best"] == best)


_SHOWN: tuple[tuple[Table, Callable[[Telling], Sequence[Values]], Callable[[Iterable[Telling]], Places]], ...] = (
    (PARTICIPANT, attrgetter("participants"), places_of),
    (VICTIMS, attrgetter("victims"), places_of_victims),
)


def shown_places(tellings: Iterable[Telling]) -> Places:
    """Participants and victims of one event; no id is of both."""
    told = list(tellings)
    return {key: place for _, _, places in _SHOWN for key, place in places(told).items()}


def misplaced(tellings: Iterable[Telling]) -> list[Misplaced]:
    """Participants and victims of one event that are to be shown elsewhere than is kept."""
    told = list(tellings)
    found: list[Misplaced] = []
    for table, rows, places in _SHOWN:
        before = {row["id"]: row["shown_as"] for telling in told for row in rows(telling)}
        wrong = ((key, before[key], place) for key, place in places(told).items() if place != before[key])
        found.extend(Misplaced(table, *one) for one in wrong)
    return found


def _best_first(told: tuple[float, Values]) -> tuple[Any, ...]:
    doubt, row = told
    return row["inferred"], row["basis"] == Basis.MODEL.value, doubt, row["report_id"], row["position"]


def _as_shown(told: tuple[float, Values]) -> tuple[Any, ...]:
    doubt, row = told
    return _ROLES[row["role"]], doubt, row["position"], row["report_id"]
