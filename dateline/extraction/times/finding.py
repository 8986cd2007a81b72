"""All dates of a text: the forms looked for, the longer of two that overlap, and two that tell a span as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.extraction.times.expressions import TimeExpression
from dateline.extraction.times.forms import FORMS, WANTED
from dateline.extraction.times.readings import Days
from schema.vocabulary import DatePrecision


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """All dates in a text, in order; where two overlap the longer one, and two that tell a span are one."""
    return tuple(_with_spans(text, _without_overlap(text)))


def _with_spans(text: str, found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """`between June 1975 and February 1976`, `from 3 May to 9 May`."""
    waiting = found[:1]
    for expression in found[1:]:
        start = _start_of_span(text, waiting[0], expression) if waiting else None
        if start is not None:
            expression = _spanning(start, waiting[0], expression)
        elif waiting:
            yield waiting[0]
        waiting = [expression]
    yield from waiting


def _start_of_span(text: str, first: TimeExpression, last: TimeExpression) -> int | None:
    """Where two dates begin that tell a span together; None where they do not."""
    between = text[first.end : last.start].strip().lower()
    before = re.search(r"\b(?:(between)|from) $", text[max(0, first.start - 9) : first.start], re.IGNORECASE)
    if before is None:
        return None
    if before[1]:
        return first.start - len("between ") if between == "and" else None
    return first.start if between in ("to", "until", "till", "through") else None


def _spanning(start: int, first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """From the first day of the one to the last of the other; a year told once is that of both."""

    def read(_match: re.Match[str], published: date, future: bool) -> Days | None:
        end = last.days(published, future=future)
        start = first.days(published, future=future)
        if start is None or end is None:
            return None
        if not _tells_year(first):
            start = first.days(end[1], future=False)
        if start is None or start[0] > end[1]:
            return None
        return start[0], end[1], max(start[2], end[2], key=_PRECISIONS.index)

    return TimeExpression(start, last.end, last.match, read)


_PRECISIONS = list(DatePrecision)


def _tells_year(expression: TimeExpression) -> bool:
    return bool(expression.match.groupdict().get("year"))


def _without_overlap(text: str) -> list[TimeExpression]:
    found = sorted(_find_all(text), key=lambda expression: (expression.start, -expression.end))
    kept: list[TimeExpression] = []
    for expression in found:
        if kept and expression.start < kept[-1].end:
            if expression.end - expression.start > kept[-1].end - kept[-1].start:
                kept[-1] = expression
            continue
        kept.append(expression)
    return kept


def _find_all(text: str) -> Iterator[TimeExpression]:
    lower = text.lower()
    held = {read for _, read in FORMS if read not in WANTED or any(word in lower for word in WANTED[read])}
    for pattern, read in FORMS:
        for match in pattern.finditer(text) if read in held else ():
            start, end = _without_preposition(match)
            yield TimeExpression(start, end, match, read)


def _without_preposition(match: re.Match[str]) -> tuple[int, int]:
    words = match.group()
    lead = re.match(r"(?:in|since|during|of|by|over|at|for) (?!the past|recent|the last)", words, re.IGNORECASE)
    return match.start() + (lead.end() if lead else 0), match.end()
