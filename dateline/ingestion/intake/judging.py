"""What people decide: events and actors that are one, events that are otherwise, judgements that do not hold.

Each call stores a judgement with who, when and why, and brings all rows in line with it, inside the connection's
transaction.  Reading the articles again changes nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.ingestion.intake.storing import withdraw_article
from dateline.ingestion.linking.clustering import event_id_of, rejoin
from dateline.store.judging.judgements import (
    StoredReport,
    add_judgement,
    find_judgement,
    find_reports,
    mark_withdrawn,
    reports_of_events,
)
from dateline.store.judging.membership import assign_reports
from dateline.store.reading.reads import find_rows
from dateline.store.writing.events import CountChanges, refresh_events
from dateline.store.writing.leads import group_of, lead_actors
from dateline.store.writing.removal import remove_lonely_locations
from schema.errors import NotFoundError, QueryError
from schema.tables import EVENT, LOCATION
from schema.vocabulary import DatePrecision, EventStatus, EventType, JudgementKind

LONGEST_REASON = 2_000
"""Code points."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who judges, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, with bounds; all None for «not known»."""

    best: int | None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class EventChanges:
    """What is otherwise; None leaves what the reports tell."""

    type: EventType | None = None
    status: EventStatus | None = None
    location_id: str | None = None
    days: tuple[date, date] | None = None
    killed: Count | None = None
    injured: Count | None = None


def merge_events(connection: Connection, event_ids: Sequence[str], author: Author) -> tuple[str, list[str]]:
    """Joins events into one; returns its id and the ids of the judgements.

    NotFoundError for an id that is no event; QueryError for fewer than two events.
    """
    events = _current(connection, "event", event_ids)
    _require(len(events) > 1, "It takes two different events to join them.", "Give the ids of two or more events.")
    first, *others = (_anchor(connection, event_id).id for event_id in events)
    made = [
        add_judgement(
            connection,
            JudgementKind.SAME_EVENT,
            first,
            object_id=other,
            made_by=author.name,
            reason=checked_reason(author),
        )
        for other in others
    ]
    assign_reports(connection, rejoin(connection, [first]))
    (joined,) = find_reports(connection, [first])
    return joined.event_id, made


def merge_actors(connection: Connection, into: str, actor_ids: Sequence[str], author: Author) -> tuple[str, list[str]]:
    """Makes actors part of the actor `into`; returns that one's id and the ids of the judgements.

    NotFoundError for an id that is no actor; QueryError where there is nothing to merge.
    """
    target, *others = _current(connection, "actor", [into, *actor_ids])
    _require(bool(others), "An actor cannot be merged into itself.", "Give the ids of other actors.")
    made = []
    for other in others:
        group = group_of(connection, other)
        made.append(
            add_judgement(
                connection,
                JudgementKind.SAME_ACTOR,
                other,
                object_id=target,
                made_by=author.name,
                reason=checked_reason(author),
            )
        )
        lead_actors(connection, group)
    return target, made


def correct_event(connection: Connection, event_id: str, changes: EventChanges, author: Author) -> tuple[str, str]:
    """Sets what is otherwise than the reports tell; returns the event's id and the id of the judgement.

    NotFoundError for an event or a location that is not there; QueryError where nothing changes, or a value makes no
    sense.
    """
    (event_id,) = _current(connection, "event", [event_id])
    columns = _columns(connection, event_id, changes)
    location_id = _location(connection, changes.location_id)
    nothing = not columns and location_id is None
    _require(not nothing, "The correction changes nothing.", "Give at least one of its fields.")
    judgement_id = add_judgement(
        connection,
        JudgementKind.CORRECTION,
        _anchor(connection, event_id).id,
        changes=columns,
        location_id=location_id,
        made_by=author.name,
        reason=checked_reason(author),
    )
    _refresh(connection, event_id)
    return event_id, judgement_id


def withdraw_judgement(connection: Connection, judgement_id: str, author: Author) -> None:
    """Takes a judgement back, a person's or the machine's; the machine does not make it again.

    NotFoundError where there is none of that id; QueryError where it is withdrawn already.
    """
    row = find_judgement(connection, judgement_id)
    if row is None:
        raise NotFoundError(
            f"There is no judgement {judgement_id!r}.", hint="Ask an event or actor for its judgements."
        )
    done = row.withdrawn_at is not None
    _require(not done, f"The judgement was withdrawn already, by {row.withdrawn_by}.", "Make a new one to restore it.")
    group = group_of(connection, row.subject_id) if row.kind == JudgementKind.SAME_ACTOR.value else set()
    mark_withdrawn(connection, judgement_id, by=author.name, reason=checked_reason(author))
    _undo(connection, row, group)


def _undo(connection: Connection, row: Row[Any], group: set[str]) -> None:
    """Brings all rows in line with a judgement that is withdrawn; `group` are the actors that it has joined."""
    if row.kind == JudgementKind.SAME_ACTOR.value:
        lead_actors(connection, group)
    elif row.kind == JudgementKind.SAME_EVENT.value:
        assign_reports(connection, rejoin(connection, [row.subject_id, row.object_id]))
    elif row.kind == JudgementKind.ARTICLE.value:
        withdraw_article(connection, row.subject_id)
    elif row.kind == JudgementKind.CORRECTION.value:
        for report in find_reports(connection, [row.subject_id]):
            _refresh(connection, report.event_id)
        remove_lonely_locations(connection, {row.location_id} - {None})


def _current(connection: Connection, noun: str, ids: Sequence[str]) -> list[str]:
    """The ids as they are today, each once, in the order given."""
    found: dict[str, None] = {}
    for given in ids:
        now = find_rows(connection, noun, [given]).get(given)
        if now is None:
            raise NotFoundError(f"There is no {noun} {given!r}.", hint=f"Look for it among the {noun}s.")
        found[now.id] = None
    return list(found)


def _anchor(connection: Connection, event_id: str) -> StoredReport:
    """The report that the event's id is made from; the first id where articles were stored otherwise."""
    reports = reports_of_events(connection, [event_id])
    own = [report for report in reports if event_id_of(report.id) == event_id]
    return min(own or reports, key=lambda report: report.id)


def _refresh(connection: Connection, event_id: str) -> None:
    changes = CountChanges()
    refresh_events(connection, {event_id}, changes)
    changes.apply(connection)


def checked_reason(author: Author) -> str:
    """Why, without space around; QueryError where there is none, or too much."""
    reason = author.reason.strip()
    _require(bool(reason), "A judgement needs a reason.", "Say in a sentence why.")
    _require(len(reason) <= LONGEST_REASON, "The reason is too long.", f"At most {LONGEST_REASON} characters.")
    return reason


def _columns(connection: Connection, event_id: str, changes: EventChanges) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if changes.type is not None:
        columns["type"] = changes.type.value
        told = connection.execute(select(EVENT.c.type).where(EVENT.c.id == event_id)).scalar_one()
        if told != changes.type.value:
            columns |= {"mode": None, "acled": None}
    if changes.status is not None:
        columns["status"] = changes.status.value
    if changes.days is not None:
        columns |= _days(*changes.days)
    for name, count in (("killed", changes.killed), ("injured", changes.injured)):
        if count is not None:
            columns |= _count(name, count)
    return columns


def _days(earliest: date, latest: date) -> Mapping[str, Any]:
    _require(earliest <= latest, "The earliest day is after the latest.", "Give the earlier day first.")
    precision = DatePrecision.DAY if earliest == latest else DatePrecision.APPROXIMATE
    return {
        "when_text": None,
        "date_earliest": earliest.isoformat(),
        "date_latest": latest.isoformat(),
        "date_precision": precision.value,
    }


def _count(name: str, count: Count) -> Mapping[str, Any]:
    if count.best is None:
        return dict.fromkeys((f"{name}_text", f"{name}_low", f"{name}_best", f"{name}_high"))
    low = count.best if count.low is None else count.low
    high = count.best if count.high is None else count.high
    ordered = 0 <= low <= count.best <= high
    _require(ordered, f"The bounds of {name} do not hold the number.", "It must be: 0 ≤ low ≤ best ≤ high.")
    return {f"{name}_text": str(count.best), f"{name}_low": low, f"{name}_best": count.best, f"{name}_high": high}


def _location(connection: Connection, location_id: str | None) -> str | None:
    if location_id is None:
        return None
    if connection.execute(select(LOCATION.c.id).where(LOCATION.c.id == location_id)).first() is None:
        raise NotFoundError(f"There is no location {location_id!r}.", hint="Look for it among the locations.")
    return location_id


def _require(holds: bool, message: str, hint: str) -> None:
    if not holds:
        raise QueryError(message, hint=hint)
