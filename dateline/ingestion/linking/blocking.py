"""By what reports that may tell of one happening are found: who, where, about when, and the article's rarest words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline.ingestion.linking.report_pair import FINE, KINDS, LONGEST, LOOK_BACK, NEAR_KM, is_vague
from dateline.ingestion.linking.wording import rarest_words
from dateline.store.reading.candidates import CandidateReport
from dateline.store.writing.clues import ANY_DAY, Clue, Search
from dateline.store.writing.facts import ArticleFacts

WORDS = 10
"""How many of an article's words are clues."""
WORDS_IN_COMMON = 2
"""So many of them two articles share, or they are not compared."""
WORD_DAYS = 7
"""How far apart two articles may appear whose words are alike."""
CELLS = 2
"""Squares a degree."""
_KM_PER_DEGREE = 111.0
_NOWHEN = 0


def blocking_keys_of(facts: ArticleFacts, reports: Iterable[CandidateReport]) -> set[Clue]:
    """All that the article and its reports can be found by."""
    found = {Clue(key, _day(report), report.id) for report in reports for key in _keys(report)}
    published = facts.source.published_on
    on = published.toordinal() if published else _NOWHEN
    return found | {Clue(f"word {word}", on, facts.id) for word in rarest_words(facts.source.text, WORDS)}


def searches_of(report: CandidateReport) -> list[Search]:
    """What may find the stored reports of the same happening."""
    first, last = _days(report)
    return [Search(key, first, last) for key in {*_keys(report), *_nearby(report)}]


def word_searches_of(facts: ArticleFacts) -> list[Search]:
    """What may find articles about the same: of about that day, and those of no day."""
    keys = [f"word {word}" for word in rarest_words(facts.source.text, WORDS)]
    published = facts.source.published_on
    if published is None:
        return [Search(key, *ANY_DAY) for key in keys]
    on = published.toordinal()
    near = [Search(key, on - WORD_DAYS, on + WORD_DAYS) for key in keys]
    return near + [Search(key, _NOWHEN, _NOWHEN) for key in keys]


def _keys(report: CandidateReport) -> Iterator[str]:
    kind = kind_of(report.type)
    if report.location_id is not None:
        yield f"{kind} {report.location_id}"
    if _has_point(report) and report.latitude is not None and report.longitude is not None:
        yield _cell(kind, math.floor(report.latitude * CELLS), math.floor(report.longitude * CELLS))
    for participant in report.participants:
        if participant.actor_id is not None:
            yield f"{kind} {participant.actor_id}"


def _nearby(report: CandidateReport) -> Iterator[str]:
    """The squares within `NEAR_KM`."""
    if not _has_point(report) or report.latitude is None or report.longitude is None:
        return
    kind = kind_of(report.type)
    high = NEAR_KM / _KM_PER_DEGREE
    wide = high / max(math.cos(math.radians(report.latitude)), 0.2)
    for north in range(math.floor((report.latitude - high) * CELLS), math.floor((report.latitude + high) * CELLS) + 1):
        for east in range(
            math.floor((report.longitude - wide) * CELLS), math.floor((report.longitude + wide) * CELLS) + 1
        ):
            yield _cell(kind, north, east)


def _cell(kind: str, north: int, east: int) -> str:
    return f"{kind} {north}:{(east + 180 * CELLS) % (360 * CELLS)}"


def _has_point(report: CandidateReport) -> bool:
    return report.location_kind in FINE and report.latitude is not None


def kind_of(kind: str) -> str:
    """The first of the types that two papers may give one happening."""
    return next((min(one.value for one in kinds) for kinds in KINDS if kind in kinds), kind)


def _day(report: CandidateReport) -> int:
    if report.date_earliest is not None and not is_vague(report):
        return report.date_earliest.toordinal()
    return report.published_at.date().toordinal() if report.published_at is not None else _NOWHEN


def _days(report: CandidateReport) -> tuple[int, int]:
    """The days of which stored reports may be the same: the first ones of longer happenings, later publications."""
    if _day(report) == _NOWHEN:
        return _NOWHEN, _NOWHEN
    first, last = date.fromordinal(_day(report)), date.fromordinal(_day(report))
    if report.date_latest is not None and not is_vague(report):
        last = report.date_latest
    early, late = _clamped(first, LONGEST + LOOK_BACK, -1), _clamped(last, LOOK_BACK, 1)
    return early, late


def _clamped(day: date, span: timedelta, sign: int) -> int:
    return min(max(day.toordinal() + sign * span.days, date.min.toordinal()), date.max.toordinal())
