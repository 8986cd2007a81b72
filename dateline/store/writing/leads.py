"""Which actor answers for another: judgements followed, and rows moved when those change.

Every row that names an actor keeps the id that its article alone gives (`own_...`) beside the actor that it counts for,
so that a merge can be withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from dateline.store.keeping.among import among
from dateline.store.keeping.insertion import upsert_rows
from dateline.store.writing.actors import (
    add_appearances,
    refresh_actors,
    refresh_offices,
    remove_actors,
    remove_appearances,
)
from dateline.store.writing.events import CountChanges, refresh_events
from dateline.store.writing.rows import Rows
from schema.tables import (
    ACTOR,
    ACTOR_MENTION,
    ACTOR_REDIRECT,
    APPEARANCE,
    JUDGEMENT,
    OFFICE,
    PARTICIPANT,
    QUOTE,
    REPORT,
)
from schema.vocabulary import JudgementKind

NAMING: tuple[tuple[Table, str, str], ...] = (
    (APPEARANCE, "own_id", "actor_id"),
    (ACTOR_MENTION, "own_id", "actor_id"),
    (OFFICE, "own_id", "actor_id"),
    (OFFICE, "own_organization_id", "organization_id"),
    (QUOTE, "own_speaker_id", "speaker_id"),
    (REPORT, "own_said_by_id", "said_by_id"),
    (PARTICIPANT, "own_actor_id", "actor_id"),
)
"""Table, the column of the own id, the column of the actor that it counts for."""


_LEADS = select(JUDGEMENT.c.subject_id, JUDGEMENT.c.object_id).where(
    among(JUDGEMENT.c.subject_id),
    JUDGEMENT.c.kind == JudgementKind.SAME_ACTOR.value,
    JUDGEMENT.c.withdrawn_at.is_(None),
)


def find_leads(connection: Connection, own_ids: Iterable[str]) -> dict[str, str]:
    """For those of the ids that a standing judgement made part of another actor, that actor's id."""
    steps: dict[str, str] = {}
    asked: set[str] = set()
    wanted = set(own_ids)
    while wanted:
        asked |= wanted
        new = {row.subject_id: row.object_id for row in connection.execute(_LEADS, {"wanted": wanted})}
        steps.update(new)
        wanted = set(new.values()) - asked
    return {start: _end(start, steps) for start in steps}


def _end(start: str, steps: Mapping[str, str]) -> str:
    end = start
    while end in steps:
        end = steps[end]
    return end


def group_of(connection: Connection, actor_id: str) -> set[str]:
    """All own ids that count for the same actor as this one does."""
    lead = find_leads(connection, [actor_id]).get(actor_id, actor_id)
    named = connection.execute(select(APPEARANCE.c.own_id).where(APPEARANCE.c.actor_id == lead).distinct()).scalars()
    columns = ACTOR_REDIRECT.c
    return {
        actor_id,
        lead,
        *named,
        *connection.execute(select(columns.old_id).where(columns.actor_id == lead)).scalars(),
    }


def lead_rows(rows: Rows, leads: Mapping[str, str], own: str = "own_id", led: str = "actor_id") -> None:
    """Sets the actor that each row counts for."""
    for row in rows:
        row[led] = leads.get(row[own], row[own])


def write_redirects(connection: Connection, leads: Mapping[str, str]) -> None:
    """Lets ids that were merged away answer with their actor."""
    rows: Rows = [{"old_id": old, "actor_id": leads[old]} for old in sorted(leads)]
    upsert_rows(connection, ACTOR_REDIRECT, rows, key=["old_id"], keep=())


def lead_actors(connection: Connection, own_ids: Collection[str]) -> None:
    """Makes all rows of these own ids count for the actors that standing judgements say, and all touched rows again."""
    if not own_ids:
        return
    leads = find_leads(connection, own_ids)
    stored = select(APPEARANCE).where(APPEARANCE.c.own_id.in_(sorted(own_ids)))
    appearances = [dict(row) for row in connection.execute(stored).mappings()]
    moving = [row for row in appearances if row["actor_id"] != leads.get(row["own_id"], row["own_id"])]
    moves = {row["own_id"]: leads.get(row["own_id"], row["own_id"]) for row in moving}
    alive = {own for own in own_ids if own not in leads}
    connection.execute(delete(ACTOR_REDIRECT).where(ACTOR_REDIRECT.c.old_id.in_(sorted(alive))))
    if not moves:
        _redirect(connection, leads)
        return
    before = {row["actor_id"] for row in moving}
    touched = before | set(moves.values())
    events = _events_of(connection, moves, before)
    changes = CountChanges()
    changes.actor_quotes.update(_quotes_of(connection, moves, before))
    _move(connection, moving, moves)
    _redirect(connection, leads)
    refresh_events(connection, events, changes)
    silent = refresh_actors(connection, touched)
    changes.apply(connection, without=silent)
    refresh_offices(connection, _titles_of(connection, touched))
    remove_actors(connection, silent)


def _redirect(connection: Connection, leads: Mapping[str, str]) -> None:
    """Lets old ids answer, as far as the actors that they lead to are stored."""
    wanted = select(ACTOR.c.id).where(ACTOR.c.id.in_(sorted(set(leads.values()))))
    known = set(connection.execute(wanted).scalars())
    write_redirects(connection, {old: lead for old, lead in leads.items() if lead in known})


def _move(connection: Connection, moving: Rows, moves: Mapping[str, str]) -> None:
    add_appearances(connection, [{**row, "actor_id": moves[row["own_id"]]} for row in moving])
    names = ("moving_id", "old_id", "lead_id")
    rows = sorted({(row["own_id"], row["actor_id"], moves[row["own_id"]]) for row in moving})
    for table, own, led in NAMING:
        statement = (
            update(table)
            .where(table.c[led] == bindparam("old_id"), table.c[own] == bindparam("moving_id"))
            .values({led: bindparam("lead_id")})
        )
        connection.execute(statement, [dict(zip(names, row, strict=True)) for row in rows])
    remove_appearances(connection, moving)


def _events_of(connection: Connection, moves: Collection[str], before: set[str]) -> set[str]:
    columns = PARTICIPANT.c
    named = select(columns.event_id).where(
        columns.actor_id.in_(sorted(before)), columns.own_actor_id.in_(sorted(moves))
    )
    return set(connection.execute(named.distinct()).scalars())


def _quotes_of(connection: Connection, moves: Mapping[str, str], before: set[str]) -> dict[str, int]:
    """How many more quotes each actor has after the moves."""
    columns = QUOTE.c
    said = select(columns.speaker_id, columns.own_speaker_id).where(
        columns.speaker_id.in_(sorted(before)), columns.own_speaker_id.in_(sorted(moves))
    )
    changes: dict[str, int] = {}
    for speaker_id, own_id in connection.execute(said):
        changes[speaker_id] = changes.get(speaker_id, 0) - 1
        changes[moves[own_id]] = changes.get(moves[own_id], 0) + 1
    return changes


def _titles_of(connection: Connection, actor_ids: Collection[str]) -> set[tuple[Any, Any]]:
    columns = OFFICE.c
    held = select(columns.actor_id, columns.title_key).where(columns.actor_id.in_(sorted(actor_ids)))
    return {(actor_id, title_key) for actor_id, title_key in connection.execute(held.distinct())}
