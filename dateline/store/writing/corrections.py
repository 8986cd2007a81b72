"""What people corrected in events, laid over what the reports tell; the machine's values are kept beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from dateline.store.keeping.among import among
from dateline.store.writing.telling import Telling, tell_event
from schema.tables import JUDGEMENT, LOCATION
from schema.vocabulary import Basis, JudgementKind

BASES = {
    "date_earliest": "when_basis",
    "location_id": "location_basis",
    "killed_best": "killed_basis",
    "injured_best": "injured_basis",
}
"""By the column of a value, that of where it was taken from; what a person says counts as stated."""
PLACE = ("location_id", "country_code", "latitude", "longitude")
DATES = ("date_earliest", "date_latest")
CORRECTED = frozenset(
    {"type", "mode", "acled", "status", "when_text", "date_precision", *DATES, *PLACE}
    | {f"{kind}_{part}" for kind in ("killed", "injured") for part in ("text", "low", "best", "high")}
)
"""Columns of the event that a correction may set."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The columns that one standing judgement sets."""

    number: int
    """Counts up; the newer of two is the higher."""
    columns: Mapping[str, Any]


def find_corrections(connection: Connection, report_ids: Iterable[str]) -> dict[str, list[Correction]]:
    """By the report that each is pinned to, the oldest first; where two set the same column, the newer counts."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in connection.execute(_standing(), {"wanted": list(report_ids)}).mappings():
        columns = {**(row["changes"] or {}), **({name: row[name] for name in PLACE} if row["location_id"] else {})}
        found[row["subject_id"]].append(Correction(row["number"], _from_json(columns)))
    return found


@cache
def _standing() -> Any:
    """The corrections of `:wanted` reports, the oldest first.  Made once."""
    own, place = JUDGEMENT.c, LOCATION.c
    columns = (own.number, own.subject_id, own.changes, *(place[name].label(name) for name in PLACE[1:]))
    return (
        select(*columns, own.location_id)
        .outerjoin(LOCATION, place.id == own.location_id)
        .where(among(own.subject_id), own.kind == JudgementKind.CORRECTION.value, own.withdrawn_at.is_(None))
        .order_by(own.number)
    )


def event_columns(tellings: Sequence[Telling], corrections: Mapping[str, Sequence[Correction]]) -> dict[str, Any]:
    """The columns of an event: what its reports tell, with the corrections that are pinned to any of them."""
    told = tell_event(tellings)
    pinned = (corrections.get(telling.report["id"], ()) for telling in tellings)
    made = sorted((one for several in pinned for one in several), key=lambda correction: correction.number)
    corrected: dict[str, Any] = {}
    for correction in made:
        corrected.update(correction.columns)
    machine = {name: told[name] for name in sorted(corrected)}
    # Whoever corrects an event says that there is one.
    seen = {"basis": Basis.STATED.value} if corrected else {}
    return {**told, **corrected, **_bases(corrected), **seen, "machine": _to_json(machine) or None}


def _bases(corrected: Mapping[str, Any]) -> dict[str, str | None]:
    return {
        BASES[name]: None if value is None else Basis.STATED.value for name, value in corrected.items() if name in BASES
    }


def _to_json(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}


def _from_json(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if name in DATES and value is not None else value
        for name, value in columns.items()
    }
