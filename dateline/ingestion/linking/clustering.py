"""Reports joined to events: clusters over all pairs that are judged to tell of one happening.

The clusters follow from the pairs alone, not from the order in which they were found: whenever a report changes, its
event is clustered again with those that pairs connect with it, the likeliest pairs first.  An event's id is made from
its earliest report, so that it stays while later articles join it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection

from dateline.store.judging.judgements import (
    Pair,
    StoredReport,
    find_pairs,
    find_pairs_among,
    find_reports,
    reports_of_events,
)
from schema.ids import content_id

SHARE = 1 / 3
"""Of all pairs between two clusters so many must be alike before they are joined: one likeness is no chain."""
MOST_PAIRS = 20
"""So many of the likeliest pairs are kept of a new report; a storm that a thousand articles tell of needs no more."""

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Cluster:
    reports: set[str]
    articles: set[str] = field(default_factory=set)


def rejoin(
    connection: Connection,
    start: Iterable[str],
    own: Collection[StoredReport] = (),
    new: Collection[Pair] = (),
    without: str | None = None,
) -> dict[str, str]:
    """The event of each report that a change may have moved, as if all reports were clustered again.

    `start` are stored reports whose pairs or events have changed, `own` and `new` reports and pairs that are not stored
    yet, `without` an article whose stored reports do not count.  Only the events of these reports are looked at, and
    those beside them, with which a pair connects them: an event stays what it is until it joins with one that changed,
    for clusters that no pair joins do not see each other.
    """
    inside = {report.id: report for report in own} | _whole_events(connection, start, without)
    while True:
        pairs = {*find_pairs(connection, inside), *new}
        ends = {end for pair in pairs if pair.standing for end in (pair.subject_id, pair.object_id)}
        beside = _whole_events(connection, ends - inside.keys(), without)
        pairs |= set(find_pairs_among(connection, beside))
        event_of = cluster([*inside.values(), *beside.values()], pairs)
        moved = {report.event_id for report in beside.values() if event_of[report.id] != report.event_id}
        joined = {event_of[report_id] for report_id in inside}
        changed = {
            report.id: report for report in beside.values() if report.event_id in moved or event_of[report.id] in joined
        }
        if not changed:
            return event_of
        inside |= changed


def _whole_events(connection: Connection, report_ids: Iterable[str], without: str | None) -> dict[str, StoredReport]:
    """All reports of the events of these reports, by id."""
    events = {report.event_id for report in find_reports(connection, report_ids)}
    return {report.id: report for report in reports_of_events(connection, events) if report.article_id != without}


def cluster(reports: Collection[StoredReport], pairs: Iterable[Pair]) -> dict[str, str]:
    """The event id of each report.

    Two reports of one article are never joined by likeness, nor are two clusters across a pair that was withdrawn; what
    a person joins is joined whatever speaks against it.
    """
    known = {report.id: report for report in reports}
    inside = [pair for pair in pairs if pair.subject_id in known and pair.object_id in known]
    clusters = {report.id: _Cluster({report.id}, {report.article_id}) for report in reports}
    alike = {_ends(pair) for pair in inside if pair.standing}
    apart = {_ends(pair) for pair in inside if not pair.standing and pair.score != float("inf")}
    said = {_ends(pair) for pair in inside if pair.standing and pair.score == float("inf")}
    for pair in sorted(inside, key=lambda pair: (-pair.score, *_ends(pair))):
        if pair.standing and _ends(pair) not in said | apart:
            _join_alike(clusters, *_ends(pair), alike, apart)
    for one, other in sorted(said):
        _join(clusters, one, other)
    return {report_id: _event_id(clusters[report_id].reports, known) for report_id in known}


def _ends(pair: Pair) -> tuple[str, str]:
    first, second = sorted((pair.subject_id, pair.object_id))
    return first, second


def _join_alike(
    clusters: dict[str, _Cluster], one: str, other: str, alike: set[tuple[str, str]], apart: set[tuple[str, str]]
) -> None:
    mine, theirs = clusters[one], clusters[other]
    if mine is theirs or mine.articles & theirs.articles:
        return
    between = [(min(a, b), max(a, b)) for a in mine.reports for b in theirs.reports]
    least = SHARE * min(len(between), MOST_PAIRS * min(len(mine.reports), len(theirs.reports)))
    if apart.isdisjoint(between) and sum(ends in alike for ends in between) >= least:
        _join(clusters, one, other)


def _join(clusters: dict[str, _Cluster], one: str, other: str) -> None:
    mine, theirs = clusters[one], clusters[other]
    if mine is theirs:
        return
    joined = _Cluster(mine.reports | theirs.reports, mine.articles | theirs.articles)
    for report_id in joined.reports:
        clusters[report_id] = joined


def _event_id(reports: Collection[str], known: Mapping[str, StoredReport]) -> str:
    first = min(
        (known[report_id] for report_id in reports), key=lambda report: (report.published_at or _NEVER, report.id)
    )
    return event_id_of(first.id)


def event_id_of(report_id: str) -> str:
    """The id of the event whose earliest report this is."""
    return content_id("event", report_id)
