"""Judgements as rows: made, read and withdrawn.  What follows from them for events and actors is done elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, or_, select, update

from dateline.store.keeping.among import among
from dateline.store.keeping.insertion import insert_missing
from dateline.store.writing.rows import Rows
from schema.ids import content_id
from schema.tables import EVIDENCE, JUDGEMENT, REPORT
from schema.vocabulary import JudgementKind


@dataclass(frozen=True, slots=True)
class Pair:
    """A judgement that two reports tell of one event."""

    subject_id: str
    object_id: str
    score: float
    """Infinite for people's."""
    standing: bool
    """False where somebody withdrew it."""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """Where a report stands."""

    id: str
    article_id: str
    event_id: str
    published_at: datetime | None


def pair_row(one: str, other: str, score: float, reason: str) -> dict[str, Any]:
    """The machine's judgement that two reports tell of one event; the same whichever comes first."""
    first, second = sorted((one, other))
    return {
        "id": content_id("judgement", JudgementKind.SAME_EVENT.value, first, second),
        "kind": JudgementKind.SAME_EVENT.value,
        "subject_id": first,
        "object_id": second,
        "score": score,
        "reason": reason,
        "made_at": datetime.now(UTC),
    }


def actor_pair_row(part: str, whole: str, score: float, reason: str) -> dict[str, Any]:
    """The machine's judgement that one actor is part of another."""
    return {
        "id": content_id("judgement", JudgementKind.SAME_ACTOR.value, part, whole),
        "kind": JudgementKind.SAME_ACTOR.value,
        "subject_id": part,
        "object_id": whole,
        "score": score,
        "reason": reason,
        "made_at": datetime.now(UTC),
    }


def add_machine_judgements(connection: Connection, rows: Rows) -> None:
    """Stores the machine's judgements; one that was withdrawn stays so."""
    insert_missing(connection, JUDGEMENT, rows)


def add_judgement(
    connection: Connection, kind: JudgementKind, subject_id: str, *, made_by: str, reason: str, **own: Any
) -> str:
    """Stores a person's judgement and returns its id; `own` are further columns."""
    now = datetime.now(UTC)
    identifier = content_id("judgement", kind.value, subject_id, sorted(own.items(), key=str), made_by, now.isoformat())
    row = {"id": identifier, "kind": kind.value, "subject_id": subject_id, "made_by": made_by, "made_at": now}
    insert_missing(connection, JUDGEMENT, [{**row, "reason": reason, **own}])
    return identifier


def find_judgement(connection: Connection, judgement_id: str) -> Row[Any] | None:
    """The row of that id."""
    return connection.execute(select(JUDGEMENT).where(JUDGEMENT.c.id == judgement_id)).one_or_none()


def find_standing(connection: Connection, kind: JudgementKind, subject_id: str) -> str | None:
    """The id of the newest judgement of that kind on a subject that was not withdrawn."""
    columns = JUDGEMENT.c
    of_subject = (columns.subject_id == subject_id, columns.kind == kind.value, columns.withdrawn_at.is_(None))
    newest: str | None = connection.execute(
        select(columns.id).where(*of_subject).order_by(columns.number.desc()).limit(1)
    ).scalar_one_or_none()
    return newest


def mark_withdrawn(connection: Connection, judgement_id: str, *, by: str, reason: str) -> None:
    """Notes who withdrew a judgement, when and why."""
    values = {"withdrawn_by": by, "withdrawn_at": datetime.now(UTC), "withdrawn_reason": reason}
    connection.execute(update(JUDGEMENT).where(JUDGEMENT.c.id == judgement_id).values(values))


def find_pairs(connection: Connection, report_ids: Collection[str]) -> list[Pair]:
    """All judgements, withdrawn ones too, that join one of these reports with any other."""
    return _pairs(connection, _EITHER, report_ids) if report_ids else []


def find_pairs_among(connection: Connection, report_ids: Collection[str]) -> list[Pair]:
    """All judgements, withdrawn ones too, that join one of these reports with another of them."""
    return _pairs(connection, _BOTH, report_ids) if report_ids else []


_PAIRS = select(*(JUDGEMENT.c[name] for name in ("subject_id", "object_id", "score", "made_by", "withdrawn_at"))).where(
    JUDGEMENT.c.kind == JudgementKind.SAME_EVENT.value
)
_EITHER = _PAIRS.where(or_(among(JUDGEMENT.c.subject_id), among(JUDGEMENT.c.object_id, "others")))
_BOTH = _PAIRS.where(among(JUDGEMENT.c.subject_id), among(JUDGEMENT.c.object_id, "others"))


def _pairs(connection: Connection, statement: Any, report_ids: Collection[str]) -> list[Pair]:
    found = connection.execute(statement, {"wanted": report_ids, "others": report_ids})
    return [
        Pair(row.subject_id, row.object_id, float("inf") if row.made_by else row.score, row.withdrawn_at is None)
        for row in found
    ]


_OF_ARTICLE = select(REPORT.c.id, REPORT.c.event_id).where(REPORT.c.article_id == bindparam("wanted"))
_SPANS = (
    select(REPORT.c.id, EVIDENCE.c.start, EVIDENCE.c.end)
    .join(EVIDENCE, EVIDENCE.c.id == REPORT.c.evidence_id)
    .where(REPORT.c.article_id == bindparam("wanted"))
)


def forget_pairs(connection: Connection, article_id: str) -> set[str]:
    """Deletes the machine's standing judgements on an article's reports; returns the other reports of their events."""
    own = connection.execute(_OF_ARTICLE, {"wanted": article_id}).all()
    if not own:
        return set()
    columns = JUDGEMENT.c
    wanted = sorted(report.id for report in own)
    machine = (
        or_(columns.subject_id.in_(wanted), columns.object_id.in_(wanted)),
        columns.kind == JudgementKind.SAME_EVENT.value,
    )
    connection.execute(delete(JUDGEMENT).where(*machine, columns.made_by.is_(None), columns.withdrawn_at.is_(None)))
    events = {report.event_id for report in own}
    return {report.id for report in reports_of_events(connection, events) if report.article_id != article_id}


def carry_judgements(connection: Connection, article_id: str, spans: Mapping[str, tuple[int, int]]) -> None:
    """Pins what people judged of an article's reports to the reports that are about to replace them.

    `spans` are the start and end of the new reports' evidence, by id.  A report keeps its id where its word is found at
    the same place again; otherwise the new one whose evidence shares most characters takes its place.
    """
    stored = connection.execute(_SPANS, {"wanted": article_id})
    gone = {row.id: (row.start, row.end) for row in stored if row.id not in spans}
    for old_id, span in sorted(gone.items()):
        shared = {new_id: min(end, span[1]) - max(start, span[0]) for new_id, (start, end) in spans.items()}
        new_id = max(sorted(shared), key=shared.__getitem__, default=None)
        if new_id is not None and shared[new_id] > 0:
            for column in (JUDGEMENT.c.subject_id, JUDGEMENT.c.object_id):
                connection.execute(update(JUDGEMENT).where(column == old_id).values({column: new_id}))


_REPORTS = select(REPORT.c.id, REPORT.c.article_id, REPORT.c.event_id, REPORT.c.published_at)
_BY_ID, _BY_EVENT = _REPORTS.where(among(REPORT.c.id)), _REPORTS.where(among(REPORT.c.event_id))


def find_reports(connection: Connection, report_ids: Iterable[str]) -> list[StoredReport]:
    """Those of the reports that are stored."""
    wanted = set(report_ids)
    return [StoredReport(*row) for row in connection.execute(_BY_ID, {"wanted": wanted})] if wanted else []


def reports_of_events(connection: Connection, event_ids: Collection[str]) -> list[StoredReport]:
    """All reports of these events."""
    return [StoredReport(*row) for row in connection.execute(_BY_EVENT, {"wanted": event_ids})] if event_ids else []
