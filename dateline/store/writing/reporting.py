"""Rows of reports: one article's tellings of events, with their triggers, participants, tolls and victims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dateline.store.keeping.folding import fold, short_name, storable
from dateline.store.writing.facts import CONFIDENCE_DECIMALS, ArticleFacts, OtherFacts, ReportFacts
from dateline.store.writing.rows import EvidenceRows, Rows, published_at
from schema.ids import content_id
from schema.vocabulary import Basis


@dataclass(slots=True)
class ReportRows:
    """Rows of the five tables of reports."""

    reports: Rows = field(default_factory=list)
    triggers: Rows = field(default_factory=list)
    participants: Rows = field(default_factory=list)
    tolls: Rows = field(default_factory=list)
    victims: Rows = field(default_factory=list)


def report_rows(facts: ArticleFacts, evidence: EvidenceRows) -> ReportRows:
    """All rows for the article's reports."""
    rows = ReportRows()
    for report in facts.reports:
        rows.reports.append(_report_row(report, facts, evidence))
        rows.triggers.extend(_trigger_rows(report, evidence))
        rows.participants.extend(_participant_rows(report, evidence))
        rows.tolls.extend(_toll_rows(report, evidence))
        rows.victims.extend(_victims_rows(report, evidence))
    return rows


def _report_row(report: ReportFacts, facts: ArticleFacts, evidence: EvidenceRows) -> dict[str, Any]:
    when = report.when
    return {
        "id": report.id,
        "event_id": report.event_id,
        "article_id": facts.id,
        "evidence_id": evidence.add(report.evidence),
        "trigger_id": evidence.add(report.trigger),
        "start": report.evidence.start,
        "published_at": published_at(facts.source),
        "type": report.type.value,
        "mode": report.mode,
        "acled": report.acled,
        "status": report.status.value,
        "summary": storable(report.summary),
        "said_by_id": report.said_by_id,
        "said_by_basis": _basis(report.said_by_basis, report.said_by_id),
        "when_text": evidence.words(when.excerpt) if when.excerpt else None,
        "when_evidence_id": evidence.add(when.excerpt) if when.excerpt else None,
        "date_earliest": when.earliest,
        "date_latest": when.latest,
        "date_precision": when.precision.value,
        "when_basis": _basis(when.basis, when.earliest),
        "location_id": report.location_id,
        "location_basis": _basis(report.location_basis, report.location_id),
        "location_evidence_id": evidence.add(report.location_excerpt) if report.location_excerpt else None,
        "confidence": round(report.confidence, CONFIDENCE_DECIMALS),
        "own_said_by_id": report.said_by_id,
        "basis": report.basis.value,
        "model": storable(report.model) if report.model else None,
        "other": [_other(other, evidence) for other in report.other] or None,
    }


def _other(other: OtherFacts, evidence: EvidenceRows) -> dict[str, Any]:
    """A value of the other reader; its words are those of the article from `start` to `end`."""
    excerpt = other.excerpt
    if excerpt is not None and evidence.words(excerpt) != storable(excerpt.text):
        raise ValueError(f"characters {excerpt.start} to {excerpt.end} are other words")
    return {
        "field": other.field.value,
        "value": short_name(other.value),
        "basis": other.basis.value,
        "start": excerpt.start if excerpt else None,
        "end": excerpt.end if excerpt else None,
    }


def _basis(basis: Basis, value: object) -> str | None:
    """That of a value; None where there is no value."""
    return basis.value if value is not None else None


def _trigger_rows(report: ReportFacts, evidence: EvidenceRows) -> Rows:
    return [
        {"report_id": report.id, "position": position, "evidence_id": evidence.add(trigger)}
        for position, trigger in enumerate(report.triggers)
    ]


def _participant_rows(report: ReportFacts, evidence: EvidenceRows) -> Rows:
    return [
        {
            "id": content_id("participant", report.id, position),
            "report_id": report.id,
            "event_id": report.event_id,
            "position": position,
            "role": participant.role.value,
            "actor_id": participant.actor_id,
            "name_as_written": short_name(participant.name_as_written),
            "name_key": fold(short_name(participant.name_as_written)),
            "evidence_id": evidence.add(participant.excerpt),
            "basis": participant.basis.value,
            "inferred": participant.basis is not Basis.STATED,
            "own_actor_id": participant.actor_id,
        }
        for position, participant in enumerate(report.participants)
    ]


def _toll_rows(report: ReportFacts, evidence: EvidenceRows) -> Rows:
    return [
        {
            "report_id": report.id,
            "kind": kind,
            "text": evidence.words(count.excerpt),
            "low": count.low,
            "best": count.best,
            "high": count.high,
            "basis": count.basis.value,
            "evidence_id": evidence.add(count.excerpt),
        }
        for kind, count in (("KILLED", report.killed), ("INJURED", report.injured))
        if count is not None
    ]


def _victims_rows(report: ReportFacts, evidence: EvidenceRows) -> Rows:
    return [
        {
            "id": content_id("victims", report.id, victims.harm.value, victims.kind.value),
            "report_id": report.id,
            "event_id": report.event_id,
            "harm": victims.harm.value,
            "kind": victims.kind.value,
            "text": evidence.words(victims.excerpt),
            "low": victims.count.low if victims.count else None,
            "best": victims.count.best if victims.count else None,
            "high": victims.count.high if victims.count else None,
            "basis": victims.basis.value,
            "evidence_id": evidence.add(victims.excerpt),
        }
        for victims in report.victims
    ]
