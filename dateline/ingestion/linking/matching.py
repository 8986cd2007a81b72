"""Which stored reports may tell what an article tells, found by index, and which of them do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dateline.ingestion.linking.blocking import WORDS_IN_COMMON, searches_of, word_searches_of
from dateline.ingestion.linking.likeness import compare
from dateline.store.reading.candidates import (
    UNREAL,
    CandidateParticipant,
    CandidateReport,
    find_reports_of_articles,
    load_candidates,
)
from dateline.store.writing.clues import MOST_OF_KEY, Search, find_clued
from dateline.store.writing.facts import ArticleFacts, ReportFacts
from schema.features import Likeness

MOST_ARTICLES = 30
"""So many articles whose words are most alike are looked at."""
MOST_REPORTS = 100
"""So many stored reports, those with most in common, are compared with an article's."""
ENOUGH = 1.0
COMMON_CLUE = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports that tell of one happening."""

    own_id: str
    other_id: str
    likeness: Likeness


def comparable_reports(facts: ArticleFacts) -> list[CandidateReport]:
    """The article's reports in the shape in which stored ones are compared, but for those of what may never happen."""
    return [_comparable(facts, report) for report in facts.reports if report.status.value not in UNREAL]


def _comparable(facts: ArticleFacts, report: ReportFacts) -> CandidateReport:
    place = next((place for place in facts.locations if place.id == report.location_id), None)
    return CandidateReport(
        id=report.id,
        event_id=report.event_id,
        article_id=facts.id,
        published_at=facts.source.published_at,
        type=report.type.value,
        mode=report.mode,
        acled=report.acled,
        status=report.status.value,
        date_earliest=report.when.earliest,
        date_latest=report.when.latest,
        date_precision=report.when.precision.value,
        when_basis=report.when.basis.value if report.when.earliest else None,
        location_id=report.location_id,
        location_basis=report.location_basis.value if report.location_id else None,
        location_kind=place.kind.value if place else None,
        location_name=place.name if place else None,
        admin1=place.admin1 if place else None,
        location_parent_id=place.parent_id if place else None,
        country_code=place.country_code if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        killed=report.killed.best if report.killed else None,
        injured=report.injured.best if report.injured else None,
        confidence=report.confidence,
        summary=report.summary,
        evidence=report.evidence.text,
        trigger=report.trigger.text,
        participants=tuple(
            CandidateParticipant(part.role.value, part.actor_id, part.name_as_written) for part in report.participants
        ),
        text=facts.source.text,
    )


def find_matches(connection: Connection, facts: ArticleFacts, own: Sequence[CandidateReport]) -> list[Match]:
    """All pairs of the article's reports and stored ones that tell of one happening.

    Two reports are compared where they share a clue or their articles share rare words.
    """
    searches = {report.id: searches_of(report) for report in own}
    found = find_clued(connection, [*_merged(searches.values()), *word_searches_of(facts)], without=facts.id)
    clued = {report.id: _clued(searches[report.id], found) for report in own}
    akin = find_reports_of_articles(connection, _akin_articles(found))
    wanted = _most_in_common(clued.values()) - akin.keys()
    others = akin | load_candidates(connection, wanted)
    return [
        Match(report.id, other.id, likeness)
        for report in own
        for other in others.values()
        if other.id in akin or other.id in clued[report.id]
        if (likeness := compare(report, other)) is not None
    ]


def _merged(searches: Iterable[Iterable[Search]]) -> list[Search]:
    """One search for each key."""
    by_key: dict[str, Search] = {}
    for search in (search for some in searches for search in some):
        known = by_key.get(search.key, search)
        by_key[search.key] = Search(search.key, min(known.first, search.first), max(known.last, search.last))
    return [by_key[key] for key in sorted(by_key)]


def _clued(searches: Iterable[Search], found: Mapping[str, set[str]]) -> dict[str, float]:
    """By report, how many of these clues it has, where that is enough."""
    shared: dict[str, float] = defaultdict(float)
    for key in {search.key for search in searches}:
        for report_id in found.get(key, ()):
            shared[report_id] += _worth(found[key])
    return {report_id: worth for report_id, worth in shared.items() if worth >= ENOUGH}


def _akin_articles(found: Mapping[str, set[str]]) -> list[str]:
    shared: dict[str, float] = defaultdict(float)
    for key, articles in found.items():
        if key.startswith("word "):
            for article in articles:
                shared[article] += _worth(articles)
    alike = sorted((-worth, article) for article, worth in shared.items() if worth >= WORDS_IN_COMMON)
    return [article for _, article in alike[:MOST_ARTICLES]]


def _worth(found: Collection[str]) -> float:
    """What a clue counts: what half the papers' reports of those days share says little alone."""
    return COMMON_CLUE if len(found) >= MOST_OF_KEY else 1.0


def _most_in_common(clued: Iterable[Mapping[str, float]]) -> set[str]:
    most: dict[str, float] = defaultdict(float)
    for worths in clued:
        for report_id, worth in worths.items():
            most[report_id] = max(most[report_id], worth)
    return set(sorted(most, key=lambda report_id: (-most[report_id], report_id))[:MOST_REPORTS])
