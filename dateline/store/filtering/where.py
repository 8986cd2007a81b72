"""A tree of filters turned into one condition: `{"type": {"eq": "AID"}, "OR": [{...}, {...}], "NOT": {...}}`.

What is joined in one object must all hold.  An empty object filters nothing, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import and_, or_, true

from dateline.store.filtering.filters import Filters
from dateline.store.filtering.operators import Condition, Test
from schema.errors import LimitError, QueryError

Where = Mapping[str, Any]

DEEPEST = 5
"""Levels of AND, OR and NOT inside each other."""
MOST_TESTS = 50
"""Filters in one tree: each may cost a look-up of its own."""


def where_condition(filters: Filters, where: Where | None) -> Condition | None:
    """The condition of a tree, None where it filters nothing.

    Raises QueryError for an unknown filter and what its values say, LimitError for a tree too deep or too large.
    """
    return _condition({entry.name: entry.test for entry in filters}, where)


def row_condition(filters: Filters, where: Where | None, order: str) -> Condition | None:
    """The same condition as one that is asked of each row, while rows are read in an order."""
    return _condition({entry.name: entry.of_row(order) for entry in filters}, where)


def ranges_along(filters: Filters, where: Where, order: str) -> list[Condition]:
    """What filters that go along an order say of its own index."""
    along = {entry.name: entry.range_along for entry in filters if entry.along == order}
    return [test(asked) for name, asked in where.items() if asked and (test := along.get(name)) is not None]


def _condition(known: Mapping[str, Test], where: Where | None) -> Condition | None:
    if not where:
        return None
    tests = sum(1 for _ in _walk(where, 1))
    if tests > MOST_TESTS:
        raise LimitError(
            f"where has {tests} filters; the limit is {MOST_TESTS}.", hint="Use oneOf, or split the query."
        )
    return _all(known, where)


def _walk(where: Where, depth: int) -> Iterator[str]:
    if depth > DEEPEST + 1:
        raise LimitError(f"where nests AND, OR and NOT deeper than {DEEPEST} levels.", hint="Flatten the conditions.")
    for name, value in where.items():
        for part in _parts(name, value):
            yield from _walk(part, depth + 1)
        yield name


def _parts(name: str, value: Any) -> list[Where]:
    if name in ("AND", "OR"):
        return list(value)
    return [value] if name == "NOT" else []


def _all(known: Mapping[str, Test], where: Where) -> Condition | None:
    conditions = [_one(known, name, value) for name, value in where.items()]
    found = [condition for condition in conditions if condition is not None]
    return and_(*found) if found else None


def _one(known: Mapping[str, Test], name: str, value: Any) -> Condition | None:
    if name in ("AND", "OR"):
        return _join(name, [_all(known, part) for part in value])
    if name == "NOT":
        inner = _all(known, value)
        # What is unknown is not what was asked for, so its negation holds.
        return None if inner is None else inner.is_not(true())
    if name not in known:
        raise QueryError(f"There is no filter {name!r}.", hint=f"Filters: {', '.join(sorted(known))}.")
    return known[name](value) if value else None


def _join(name: str, conditions: list[Condition | None]) -> Condition | None:
    found = [condition for condition in conditions if condition is not None]
    if not found or (name == "OR" and len(found) < len(conditions)):
        return None
    return and_(*found) if name == "AND" else or_(*found)
