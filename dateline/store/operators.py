"""What a filter can ask of a value, turned into SQL: equal, one of, contains, from, to.

Values come as a mapping from operator to value, `{"gte": 3, "lte": 10}`; all of them must hold.  Each maker raises
QueryError or LimitError for values that make no sense.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, and_, func, select, union_all

from dateline.store.folding import fold, short_name
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
        shortened = {name: _shorten(value) for name, value in operators.items()}
        conditions = _equal(column, shortened)
        if "contains" in shortened:
            conditions.append(folded.contains(fold(shortened["contains"]), autoescape=True))
        return and_(*conditions)

    return test


def ids(column: ColumnElement[Any]) -> Test:
    """Equal to an id, or to one of several."""

    def test(operators: Operators) -> Condition:
        check_ids(_given(operators))
        return and_(*_equal(column, operators))

    return test


def current_ids(column: ColumnElement[Any], present: ColumnElement[Any], redirect: Table) -> Test:
    """The same, where an id may be an older one of something that has since been merged into another.

    `present` is the column of ids that are there now, `redirect` the table of two columns that leads to them.
    """
    old, new = redirect.columns

    def follow(wanted: str) -> ColumnElement[Any]:
        # A value, not a set: what the database knows of how rows are spread then tells it which index is best.
        return func.coalesce(select(new).where(old == wanted).scalar_subquery(), wanted)

    def follow_all(wanted: list[str]) -> CompoundSelect[Any]:
        return union_all(select(present).where(present.in_(wanted)), select(new).where(old.in_(wanted)))

    def test(operators: Operators) -> Condition:
        check_ids(_given(operators))
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


def date_ranges(earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> Test:
    """A range of days that meets the one from `gte` to `lte`, both included; what has no date fails.

    Of a range longer than LONGEST_RANGE the first days count: so an index gives all that can meet a range.
    """
    keys = [order_key(earliest, descending) for descending in (True, False)]

    def test(operators: Operators) -> Condition:
        conditions = _bounds(latest, earliest, operators)
        for key in keys:
            conditions.extend(_bounds(key, key, _widened(operators)))
        return and_(*conditions)

    return test


def _widened(operators: Operators) -> Operators:
    """Bounds on both sides, whatever was given: SQLite searches an index between two, and scans it beyond one."""
    first: date = operators.get("gte", date.min)
    return {"gte": first - min(LONGEST_RANGE, first - date.min), "lte": operators.get("lte", date.max)}


def days_of(column: ColumnElement[Any]) -> Test:
    """An instant on or after the day `gte`, on or before the day `lte`, in UTC."""

    def test(operators: Operators) -> Condition:
        bounds: dict[str, datetime] = {}
        for name, at in (("gte", time.min), ("lte", time.max)):
            if name in operators:
                day: date = operators[name]
                bounds[name] = datetime.combine(day, at, UTC)
        return and_(*_bounds(column, column, bounds))

    return test


def any_of(column: ColumnElement[Any], *subqueries: Select[Any]) -> Condition:
    """Whether a column is among what these give."""
    return column.in_(union_all(*subqueries) if len(subqueries) > 1 else subqueries[0])


def check_ids(identifiers: Iterable[Any]) -> None:
    """Raises QueryError for the first one that cannot be an id."""
    for identifier in identifiers:
        if not isinstance(identifier, str) or noun_of(identifier) is None:
            shown = str(identifier)
            shown = shown if len(shown) <= 40 else shown[:40] + " …"
            raise QueryError(f"{shown!r} is no id of Dateline.", hint="Use an id as another query gave it.")


def _equal(column: ColumnElement[Any], operators: Operators) -> list[Condition]:
    conditions: list[Condition] = []
    if "eq" in operators:
        conditions.append(column == operators["eq"])
    if "one_of" in operators:
        conditions.append(column.in_(_limited(operators["one_of"])))
    return conditions


def _bounds(low: ColumnElement[Any], high: ColumnElement[Any], operators: Operators) -> list[Condition]:
    conditions: list[Condition] = []
    if "gte" in operators:
        conditions.append(low >= operators["gte"])
    if "lte" in operators:
        conditions.append(high <= operators["lte"])
    return conditions


def _given(operators: Operators) -> list[Any]:
    one = [operators["eq"]] if "eq" in operators else []
    return [*one, *_limited(operators.get("one_of", ()))]


def _limited(wanted: Iterable[Any]) -> list[Any]:
    found = list(wanted)
    if len(found) > MOST_VALUES:
        raise LimitError(f"oneOf has {len(found):,} values; the limit is {MOST_VALUES}.", hint="Split the query.")
    return found


def _shorten(value: Any) -> Any:
    if isinstance(value, str):
        if len(value) > LONGEST_VALUE:
            raise LimitError(
                f"A filter's text has {len(value):,} characters; the limit is {LONGEST_VALUE}.",
                hint="Use search for longer texts.",
            )
        return short_name(value)
    return [_shorten(one) for one in _limited(value)]
