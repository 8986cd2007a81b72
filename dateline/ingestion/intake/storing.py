"""One article into the store: its reports joined with those that tell of the same, its actors with those they are.

All of it happens in one transaction, and the result is the same in whatever order articles come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from dateline.ingestion.linking.blocking import blocking_keys_of
from dateline.ingestion.linking.clustering import MOST_PAIRS, rejoin
from dateline.ingestion.linking.likeness import SAME
from dateline.ingestion.linking.matching import Match, comparable_reports, find_matches
from dateline.ingestion.linking.naming import find_same_actors
from dateline.store.judging.judgements import (
    Pair,
    StoredReport,
    add_machine_judgements,
    carry_judgements,
    forget_pairs,
    pair_row,
)
from dateline.store.judging.membership import assign_reports
from dateline.store.judging.removed import find_removal
from dateline.store.reading.candidates import CandidateReport
from dateline.store.writing.clues import write_clues
from dateline.store.writing.facts import ArticleFacts
from dateline.store.writing.leads import lead_actors
from dateline.store.writing.rows import Rows, published_at
from dateline.store.writing.writer import Outcome, is_stored, remove_article, write_article
from schema.errors import RemovedError


def store_article(connection: Connection, facts: ArticleFacts, *, again: bool = False) -> Outcome:
    """Writes an article with what follows from it for stored events and actors.

    What the same extractor has read already is UNCHANGED; with `again` its facts are replaced all the same.
    RemovedError for what was taken out for good.
    """
    if not again and is_stored(connection, facts):
        return Outcome.UNCHANGED
    if find_removal(connection, facts.id, facts.source.sha256) is not None:
        raise RemovedError
    left = forget_pairs(connection, facts.id)
    spans = {report.id: (report.evidence.start, report.evidence.end) for report in facts.reports}
    carry_judgements(connection, facts.id, spans)
    same_actors = find_same_actors(connection, facts)
    add_machine_judgements(connection, same_actors)
    own = comparable_reports(facts)
    rows = find_pairs_of(connection, facts, own)
    event_of = _plan(connection, facts, rows, left)
    reports = tuple(replace(report, event_id=event_of[report.id]) for report in facts.reports)
    outcome = write_article(connection, replace(facts, reports=reports), again=again)
    keys = sorted(blocking_keys_of(facts, own), key=lambda clue: (clue.key, clue.subject_id))
    write_clues(connection, facts.id, keys)
    add_machine_judgements(connection, rows)
    assign_reports(connection, {key: event_id for key, event_id in event_of.items() if key not in spans})
    named = {actor.id for actor in facts.actors}
    lead_actors(connection, {row["subject_id"] for row in same_actors} - named)
    return outcome


def withdraw_article(connection: Connection, article_id: str) -> bool:
    """Deletes an article with all that only it said; False where there is none of that id."""
    left = forget_pairs(connection, article_id)
    if not remove_article(connection, article_id):
        return False
    assign_reports(connection, rejoin(connection, left))
    return True


def find_pairs_of(connection: Connection, facts: ArticleFacts, own: Sequence[CandidateReport]) -> Rows:
    """The machine's judgements on what the article tells and what is stored, the likeliest of each report."""
    of_report: dict[str, list[Match]] = defaultdict(list)
    for match in find_matches(connection, facts, own):
        if match.likeness.score >= SAME:
            of_report[match.own_id].append(match)
    best = (
        match
        for report_id in sorted(of_report)
        for match in sorted(of_report[report_id], key=lambda one: (-one.likeness.score, one.other_id))[:MOST_PAIRS]
    )
    return [pair_row(match.own_id, match.other_id, match.likeness.score, match.likeness.reason) for match in best]


def _plan(connection: Connection, facts: ArticleFacts, rows: Rows, left: set[str]) -> Mapping[str, str]:
    """The event of each report of the article, and of each stored one that they may move."""
    own = [StoredReport(report.id, facts.id, "", published_at(facts.source)) for report in facts.reports]
    new = [Pair(row["subject_id"], row["object_id"], row["score"], standing=True) for row in rows]
    return rejoin(connection, left, own, new, without=facts.id)
