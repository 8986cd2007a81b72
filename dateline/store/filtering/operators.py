"""What a filter can ask of a value, turned into SQL: equal, one of, contains, from, to.

Values come as a mapping from operator to value, `{"gte": 3, "lte": 10}`; all of them must hold.  Each maker raises
QueryError or LimitError for values that make no sense; for those that are `Given` later, they are raised then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, Text, and_, func, select, true, union_all

from dateline.store.filtering.country_codes import alpha2_of
from dateline.store.filtering.parameters import Work, parameter, parameters
from dateline.store.keeping.folding import fold, short_name
from schema.errors import LimitError, QueryError
from schema.ids import noun_of
from schema.tables.columns import order_key

Operators = Mapping[str, Any]
Condition = ColumnElement[bool]
Test = Callable[[Operators], Condition]

MOST_VALUES = 500
"""Values of one `oneOf`."""
LONGEST_RANGE = timedelta(days=366)
"""Of the dates of an event; what is known less exactly is found by its first year."""
HIGHEST_COUNT = 2**31 - 2
"""The next one stands for NULL where counts are ordered."""
LONGEST_VALUE = 500
"""Characters of a value; names are stored no longer."""


def values(column: ColumnElement[Any]) -> Test:
    """Equal to a value, or to one of several."""

    def test(operators: Operators) -> Condition:
        return and_(*_equal(column, operators))

    return test


def strings(column: ColumnElement[Any], key: ColumnElement[Any] | None = None) -> Test:
    """Equal to a text, one of several, or containing one; `key` is the column folded as `folding.fold` does."""
    folded = func.lower(column) if key is None else key

    def test(operators: Operators) -> Condition:
        conditions = _equal(column, operators, _shorten)
        if "contains" in operators:
            conditions.append(folded.contains(parameter(operators["contains"], Text(), _fragment), escape="/"))
        return and_(*conditions)

    return test


def country_codes(column: ColumnElement[Any]) -> Test:
    """Equal to a country's code, or one of several, in small letters or three too; or containing a text."""

    def test(operators: Operators) -> Condition:
        conditions = _equal(column, operators, _country)
        if "contains" in operators:
            conditions.append(
                func.lower(column).contains(parameter(operators["contains"], Text(), _fragment), escape="/")
            )
        return and_(*conditions)

    return test


def ids(column: ColumnElement[Any]) -> Test:
    """Equal to an id, or to one of several."""

    def test(operators: Operators) -> Condition:
        return and_(*_equal(column, operators, checked_id))

    return test


def current_ids(column: ColumnElement[Any], present: ColumnElement[Any], redirect: Table) -> Test:
    """The same, where an id may be an older one of something that has since been merged into another.

    `present` is the column of ids that are there now, `redirect` the table of two columns that leads to them.
    """
    old, new = redirect.columns

    def follow(wanted: Any) -> ColumnElement[Any]:
        # A value, not a set: what the database knows of how rows are spread then tells it which index is best.
        asked, otherwise = (parameter(wanted, column.type, checked_id) for column in (old, present))
        return func.coalesce(select(new).where(old == asked).scalar_subquery(), otherwise)

    def follow_all(wanted: list[Any]) -> CompoundSelect[Any]:
        now, then = (parameters(wanted, column.type, checked_id) for column in (present, old))
        return union_all(select(present).where(present.in_(now)), select(new).where(old.in_(then)))

    def test(operators: Operators) -> Condition:
        conditions: list[Condition] = []
        if "eq" in operators:
            conditions.append(column == follow(operators["eq"]))
        if "one_of" in operators:
            conditions.append(column.in_(follow_all(_limited(operators["one_of"]))))
        return and_(*conditions)

    return test


def numbers(column: ColumnElement[Any]) -> Test:
    """Equal to a number, or within bounds that are both included; what is not known fails."""

    def test(operators: Operators) -> Condition:
        return and_(*_equal(column, operators), *_bounds(column, column, operators))

    return test


def count_range(column: ColumnElement[Any]) -> Test:
    """What the bounds of a count, where there are any, say of the keys that rows are ordered by."""

    def test(operators: Operators) -> Condition:
        return and_(true(), *_key_bounds(column, operators, 0, HIGHEST_COUNT))

    return test


def date_ranges(earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> Test:
    """A range of days that meets the one from `gte` to `lte`, both included; what has no date fails.

    Of a range longer than LONGEST_RANGE the first days count: so an index gives all that can meet a range.
    """

    def test(operators: Operators) -> Condition:
        conditions = _bounds(latest, earliest, operators)
        return and_(*conditions, *_key_bounds(earliest, operators, date.min, date.max, _widened))

    return test


def _widened(first: date) -> date:
    return first - min(LONGEST_RANGE, first - date.min)


def days_of(column: ColumnElement[Any]) -> Test:
    """An instant on or after the day `gte`, on or before the day `lte`, in UTC; rows are ordered by the column too."""

    def test(operators: Operators) -> Condition:
        days = _bounds(column, column, operators, _first_moment, _last_moment)
        return and_(*days, *_key_bounds(column, operators, date.min, date.max, _first_moment, _last_moment))

    return test


def _first_moment(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _last_moment(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)


def any_of(column: ColumnElement[Any], *subqueries: Select[Any] | CompoundSelect[Any]) -> Condition:
    """Whether a column is among what these give."""
    return column.in_(union_all(*subqueries) if len(subqueries) > 1 else subqueries[0])


def check_ids(identifiers: Iterable[Any]) -> None:
    """Raises QueryError for the first one that cannot be an id."""
    for identifier in identifiers:
        checked_id(identifier)


def checked_id(identifier: Any) -> str:
    """The id; QueryError where it cannot be one."""
    if not isinstance(identifier, str) or noun_of(identifier) is None:
        shown = str(identifier)
        shown = shown if len(shown) <= 40 else shown[:40] + " …"
        raise QueryError(f"{shown!r} is no id of Dateline.", hint="Use an id as another query gave it.")
    return identifier


def _equal(column: ColumnElement[Any], operators: Operators, work: Work | None = None) -> list[Condition]:
    conditions: list[Condition] = []
    if "eq" in operators:
        conditions.append(column == parameter(operators["eq"], column.type, work))
    if "one_of" in operators:
        conditions.append(column.in_(parameters(_limited(operators["one_of"]), column.type, work)))
    return conditions


def _bounds(
    low: ColumnElement[Any],
    high: ColumnElement[Any],
    operators: Operators,
    first: Work | None = None,
    last: Work | None = None,
) -> list[Condition]:
    conditions: list[Condition] = []
    if "gte" in operators:
        conditions.append(low >= parameter(operators["gte"], low.type, first))
    if "lte" in operators:
        conditions.append(high <= parameter(operators["lte"], high.type, last))
    return conditions


def _key_bounds(
    column: ColumnElement[Any],
    operators: Operators,
    lowest: Any,
    highest: Any,
    first: Work | None = None,
    last: Work | None = None,
) -> list[Condition]:
    """What bounds of a nullable column say of the keys that it is ordered by, so that a page is a range of their index.

    On both sides, whatever was given: SQLite searches an index between two bounds, and scans it beyond one.
    """
    if operators.keys().isdisjoint(("gte", "lte")):
        return []
    both = {"gte": lowest, "lte": highest, **operators}
    conditions: list[Condition] = []
    for descending in (True, False):
        key = order_key(column, descending)
        conditions.append(key >= parameter(both["gte"], column.type, first))
        conditions.append(key <= parameter(both["lte"], column.type, last))
    return conditions


def _limited(wanted: Iterable[Any]) -> list[Any]:
    found = list(wanted)
    if len(found) > MOST_VALUES:
        raise LimitError(f"oneOf has {len(found):,} values; the limit is {MOST_VALUES}.", hint="Split the query.")
    return found


def _fragment(value: str) -> str:
    """What a pattern looks for, folded like the keys, its own wildcards escaped by `/`."""
    folded = fold(_shorten(value))
    return folded.replace("/", "//").replace("%", "/%").replace("_", "/_")


def _country(value: str) -> str:
    return alpha2_of(_shorten(value))


def _shorten(value: str) -> str:
    if len(value) > LONGEST_VALUE:
        raise LimitError(
            f"A filter's text has {len(value):,} characters; the limit is {LONGEST_VALUE}.",
            hint="Use search for longer texts.",
        )
    return short_name(value)
