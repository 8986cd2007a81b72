"""Rows of events, made again from their reports whenever those change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, tuple_, update

from dateline.store.bookkeeping.changes import forget_added
from dateline.store.keeping.among import among
from dateline.store.keeping.insertion import add_changes, insert_missing, insert_rows, update_rows, upsert_rows
from dateline.store.reading.sums import COLUMNS, SumChanges
from dateline.store.writing.corrections import event_columns, find_corrections
from dateline.store.writing.partaking import misplaced
from dateline.store.writing.reporting import ReportRows
from dateline.store.writing.rows import Rows
from dateline.store.writing.telling import Telling, actors_of
from schema.tables import (
    ACTOR,
    EVENT,
    EVENT_ACTOR,
    EVENT_REDIRECT,
    EVIDENCE,
    LOCATION,
    PARTICIPANT,
    REPORT,
    TOLL,
    VICTIMS,
)
from schema.tables.event import COPIED

# What is read again for each article, made once.
_KNOWN = select(EVENT.c.id).where(among(EVENT.c.id))
_STORED = select(EVENT.c.id, EVENT.c.location_id, EVENT.c.confidence, *COLUMNS).where(among(EVENT.c.id))
_REPORTS = select(REPORT).where(among(REPORT.c.event_id))
_PARTICIPANTS = select(PARTICIPANT).where(among(PARTICIPANT.c.report_id)).order_by(PARTICIPANT.c.position)
_TOLLS = select(TOLL).where(among(TOLL.c.report_id))
_VICTIMS = select(VICTIMS).where(among(VICTIMS.c.report_id))
_EVIDENCE = select(EVIDENCE.c.id, EVIDENCE.c.text).where(among(EVIDENCE.c.id))
_PLACES = select(LOCATION).where(among(LOCATION.c.id))
_LINKS = select(EVENT_ACTOR).where(among(EVENT_ACTOR.c.event_id))
_FORGET_LEADS = delete(EVENT_REDIRECT).where(among(EVENT_REDIRECT.c.old_id))


@dataclass(slots=True)
class CountChanges:
    """How many more events and quotes actors and locations have than before."""

    actor_events: Counter[str] = field(default_factory=Counter)
    actor_quotes: Counter[str] = field(default_factory=Counter)
    location_events: Counter[str] = field(default_factory=Counter)
    sums: SumChanges = field(default_factory=SumChanges)

    def apply(self, connection: Connection, without: Collection[str] = ()) -> None:
        """Writes them, but for the ids in `without`."""
        for table, column, changes in (
            (ACTOR, "event_count", self.actor_events),
            (ACTOR, "quote_count", self.actor_quotes),
            (LOCATION, "event_count", self.location_events),
        ):
            add_changes(connection, table, column, {key: n for key, n in changes.items() if key not in without})
        self.sums.apply(connection)


def tellings_of(rows: ReportRows, evidence: Mapping[str, str], places: Mapping[str, Any]) -> dict[str, list[Telling]]:
    """By event id, the tellings that rows of reports make with the texts of `evidence` and rows of `places` by id."""
    participants: dict[str, Rows] = defaultdict(list)
    victims: dict[str, Rows] = defaultdict(list)
    tolls: dict[str, dict[str, Any]] = defaultdict(dict)
    for participant in rows.participants:
        participants[participant["report_id"]].append(participant)
    for one in rows.victims:
        victims[one["report_id"]].append(one)
    for toll in rows.tolls:
        tolls[toll["report_id"]][toll["kind"]] = toll
    tellings: dict[str, list[Telling]] = defaultdict(list)
    for report in rows.reports:
        key = report["id"]
        place = places.get(report["location_id"])
        text = evidence[report["evidence_id"]]
        telling = Telling(report, text, place, participants[key], tolls[key], victims[key])
        tellings[report["event_id"]].append(telling)
    return tellings


def insert_events(connection: Connection, tellings: Mapping[str, Sequence[Telling]], changes: CountChanges) -> None:
    """Makes events that are not there yet, and forgets that their ids led elsewhere."""
    rows = _event_rows(connection, tellings, sorted(tellings))
    insert_rows(connection, EVENT, rows)
    for row in rows:
        changes.sums.add(row)
    links: Rows = []
    for row in rows:
        links.extend(_link(row, actor_id) for actor_id in sorted(actors_of(tellings[row["id"]])))
    insert_rows(connection, EVENT_ACTOR, links)
    changes.actor_events.update(link["actor_id"] for link in links)
    places = (row["location_id"] for row in rows)
    changes.location_events.update(place for place in places if place is not None)
    if tellings:
        connection.execute(_FORGET_LEADS, {"wanted": tellings})


def refresh_events(connection: Connection, event_ids: Collection[str], changes: CountChanges) -> set[str]:
    """Makes these events' rows again; returns those that have no report any more, with their links already gone."""
    if not event_ids:
        return set()
    wanted = sorted(event_ids)
    tellings = load_tellings(connection, wanted)
    stored = _load(connection, _STORED, wanted)
    places = {row["id"]: row["location_id"] for row in stored}
    for row in stored:
        changes.sums.add(row, -1)
    rows = _event_rows(connection, tellings, [key for key in wanted if key in tellings])
    update_rows(connection, EVENT, rows)
    for row in rows:
        changes.sums.add(row)
        _move(changes.location_events, places[row["id"]], row["location_id"])
    _refresh_links(connection, rows, wanted, tellings, changes)
    _refresh_shown(connection, tellings)
    _refresh_copies(connection, rows, {row["id"]: row for row in stored})
    empty = set(places) - set(tellings)
    for key in sorted(empty):
        _move(changes.location_events, places[key], None)
    return empty


def _event_rows(connection: Connection, tellings: Mapping[str, Sequence[Telling]], keys: Sequence[str]) -> Rows:
    if not keys:
        return []
    reports = {telling.report["id"] for key in keys for telling in tellings[key]}
    corrections = find_corrections(connection, reports)
    return [{"id": key, **event_columns(tellings[key], corrections)} for key in keys]


def remove_events(connection: Connection, event_ids: Collection[str], successors: Mapping[str, str]) -> None:
    """Deletes events without reports; their ids, and the ids that led to them, lead to `successors` where there are."""
    for key in sorted(event_ids):
        led_here = EVENT_REDIRECT.c.event_id == key
        if key in successors:
            connection.execute(update(EVENT_REDIRECT).where(led_here).values(event_id=successors[key]))
        else:
            connection.execute(delete(EVENT_REDIRECT).where(led_here))
    if event_ids:
        connection.execute(delete(EVENT).where(EVENT.c.id.in_(sorted(event_ids))))
    leads: Rows = [{"old_id": key, "event_id": successors[key]} for key in sorted(event_ids) if key in successors]
    upsert_rows(connection, EVENT_REDIRECT, leads, key=["old_id"], keep=())
    forget_added(connection, {row["event_id"] for row in leads})


def load_tellings(connection: Connection, event_ids: Sequence[str]) -> dict[str, list[Telling]]:
    """All tellings of these events, by event id."""
    reports = _load(connection, _REPORTS, event_ids)
    if not reports:
        return {}
    keys = [report["id"] for report in reports]
    rows = ReportRows(
        reports,
        [],
        _load(connection, _PARTICIPANTS, keys),
        _load(connection, _TOLLS, keys),
        _load(connection, _VICTIMS, keys),
    )
    evidence = {row["evidence_id"] for row in reports}
    locations = {row["location_id"] for row in reports if row["location_id"] is not None}
    places = _load(connection, _PLACES, locations) if locations else []
    texts = {row.id: row.text for row in connection.execute(_EVIDENCE, {"wanted": evidence})}
    return tellings_of(rows, texts, {place["id"]: place for place in places})


def _link(event: Mapping[str, Any], actor_id: str) -> dict[str, Any]:
    return {"event_id": event["id"], "actor_id": actor_id, **{name: event[name] for name in COPIED}}


def _refresh_copies(connection: Connection, rows: Rows, before: Mapping[str, Mapping[str, Any]]) -> None:
    """What links copy of their events, where that has changed."""
    changed = [row for row in rows if any(row[name] != before[row["id"]][name] for name in COPIED)]
    if changed:
        copies: dict[str, Any] = {name: bindparam(f"own_{name}") for name in COPIED}
        statement = update(EVENT_ACTOR).where(EVENT_ACTOR.c.event_id == bindparam("own_id")).values(copies)
        values = [{f"own_{name}": row[name] for name in ("id", *COPIED)} for row in changed]
        connection.execute(statement, values)


def _refresh_shown(connection: Connection, tellings: Mapping[str, Sequence[Telling]]) -> None:
    """Where participants and victims are shown, where that has changed."""
    values: dict[Table, Rows] = defaultdict(list)
    for wrong in (wrong for told in tellings.values() for wrong in misplaced(told)):
        values[wrong.table].append({"own_id": wrong.id, "own_place": wrong.place})
    for table, changed in values.items():
        statement = update(table).where(table.c.id == bindparam("own_id")).values(shown_as=bindparam("own_place"))
        connection.execute(statement, changed)


def _refresh_links(
    connection: Connection,
    rows: Rows,
    event_ids: Sequence[str],
    tellings: Mapping[str, Sequence[Telling]],
    changes: CountChanges,
) -> None:
    stored = connection.execute(_LINKS, {"wanted": event_ids})
    before = {(row.event_id, row.actor_id) for row in stored}
    after = {(key, actor_id) for key in event_ids for actor_id in actors_of(tellings.get(key, ()))}
    gone = sorted(before - after)
    if gone:
        connection.execute(delete(EVENT_ACTOR).where(tuple_(EVENT_ACTOR.c.event_id, EVENT_ACTOR.c.actor_id).in_(gone)))
    events = {row["id"]: row for row in rows}
    new = [_link(events[event_id], actor_id) for event_id, actor_id in sorted(after - before)]
    insert_missing(connection, EVENT_ACTOR, new)
    changes.actor_events.update(actor_id for _, actor_id in after - before)
    changes.actor_events.subtract(actor_id for _, actor_id in before - after)


def _move(counts: Counter[str], before: str | None, after: str | None) -> None:
    if before is not None:
        counts[before] -= 1
    if after is not None:
        counts[after] += 1


def _load(connection: Connection, statement: Any, wanted: Collection[str]) -> Rows:
    return [dict(row) for row in connection.execute(statement, {"wanted": wanted}).mappings()]


def known_events(connection: Connection, event_ids: Iterable[str]) -> set[str]:
    """Those of the ids that are events now."""
    wanted = set(event_ids)
    return set(connection.execute(_KNOWN, {"wanted": wanted}).scalars()) if wanted else set()
