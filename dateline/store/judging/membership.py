"""Which event a report belongs to, changed after the fact; ids of vanished events lead to where their reports went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, select, update

from dateline.store.keeping.among import among
from dateline.store.writing.events import (
    CountChanges,
    insert_events,
    known_events,
    load_tellings,
    refresh_events,
    remove_events,
)
from dateline.store.writing.telling import Telling
from schema.tables import EVENT_REDIRECT, PARTICIPANT, REPORT, VICTIMS

_EVENTS = select(REPORT.c.id, REPORT.c.event_id).where(among(REPORT.c.id))


def assign_reports(connection: Connection, event_of: Mapping[str, str]) -> None:
    """Moves reports (by id) to events (by id, made where they are new) and makes all touched events again.

    ValueError for a report that is not there.
    """
    if not event_of:
        return
    before = {row.id: row.event_id for row in connection.execute(_EVENTS, {"wanted": event_of})}
    if missing := set(event_of) - set(before):
        raise ValueError(f"no such reports: {sorted(missing)}")
    moves = {key: event_id for key, event_id in event_of.items() if before[key] != event_id}
    if not moves:
        return
    changes = CountChanges()
    touched = {before[key] for key in moves} | set(moves.values())
    _make_events(connection, moves, before, changes)
    _move_rows(connection, moves)
    empty = refresh_events(connection, touched, changes)
    remove_events(connection, empty, _successors(moves, before, empty))
    alive = sorted(set(moves.values()))
    connection.execute(delete(EVENT_REDIRECT).where(EVENT_REDIRECT.c.old_id.in_(alive)))
    changes.apply(connection)


def _make_events(
    connection: Connection, moves: Mapping[str, str], before: Mapping[str, str], changes: CountChanges
) -> None:
    """Inserts events that are new, so that reports can refer to them."""
    new = set(moves.values()) - known_events(connection, moves.values())
    if not new:
        return
    tellings = load_tellings(connection, sorted({before[key] for key in moves}))
    moved: dict[str, list[Telling]] = defaultdict(list)
    for telling in (telling for told in tellings.values() for telling in told):
        event_id = moves.get(telling.report["id"])
        if event_id in new and event_id is not None:
            moved[event_id].append(telling)
    insert_events(connection, moved, changes)


def _move_rows(connection: Connection, moves: Mapping[str, str]) -> None:
    rows = [{"own_id": key, "own_event": event_id} for key, event_id in sorted(moves.items())]
    owned = ((table, table.c.report_id) for table in (PARTICIPANT, VICTIMS))
    for table, column in ((REPORT, REPORT.c.id), *owned):
        statement = update(table).where(column == bindparam("own_id")).values(event_id=bindparam("own_event"))
        connection.execute(statement, rows)


def _successors(moves: Mapping[str, str], before: Mapping[str, str], empty: set[str]) -> dict[str, str]:
    """For each event that lost all reports, the one that most of them went to; of equally many the first id."""
    went: dict[str, Counter[str]] = defaultdict(Counter)
    for key, event_id in moves.items():
        if before[key] in empty:
            went[before[key]][event_id] += 1
    return {old: min(targets, key=lambda event_id: (-targets[event_id], event_id)) for old, targets in went.items()}
