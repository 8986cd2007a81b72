"""What is asked of a list, split in two: its shape, which decides the statement, and the values that go into it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.store.cursors import decode_cursor, open_cursor
from dateline.store.orders import Order
from dateline.store.pages import PageRequest, Place, Selection
from dateline.store.parameters import Given, Slots
from dateline.store.where import Where

UNKEPT = frozenset({"near", "within"})
"""Filters whose statements depend on their values."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A question without its values."""

    key: Hashable
    """The same for questions that one statement answers; None where values decide it."""
    given: list[Any]
    """The values of its filters, in the order of their slots."""


def shape_of(request: PageRequest, selection: Selection) -> Shape:
    """The shape of a question; QueryError where a cursor is none."""
    where = selection.where or {}
    cursors = (_cursor_kind(request.after, "after"), _cursor_kind(request.before, "before"))
    if selection.search is not None or not UNKEPT.isdisjoint(_names(where)):
        return Shape(None, [])
    given: list[Any] = []
    filters = _lift(where, given)
    key = (filters, selection.order, selection.descending, request.size, request.backward, *cursors)
    return Shape(key, given)


def given_later(request: PageRequest, selection: Selection, slots: Slots) -> tuple[PageRequest, Selection]:
    """The same question with slots in place of all values."""
    numbers = iter(range(10_000))
    where = _with_slots(selection.where or {}, slots, numbers)
    after, before = (_place(cursor, slots, numbers) for cursor in (request.after, request.before))
    later = PageRequest(request.size, request.backward, after, before)
    return later, Selection(where or None, None, selection.order, selection.descending)


def cursor_values(order: Order, request: PageRequest) -> list[Any]:
    """What the cursors of a question hold, in the order of their slots; QueryError where one is of another order."""
    found: list[Any] = []
    for argument, cursor in (("after", request.after), ("before", request.before)):
        if isinstance(cursor, str):
            value, identifier = decode_cursor(order, cursor, argument)
            found.extend([identifier] if value is None else [value, identifier])
    return found


def _names(where: Where) -> Iterator[str]:
    for name, value in where.items():
        yield name
        for part in value if name in ("AND", "OR") else [value] if name == "NOT" else []:
            yield from _names(part)


def _lift(where: Where, given: list[Any]) -> Hashable:
    parts: list[Hashable] = []
    for name, value in where.items():
        if name in ("AND", "OR"):
            parts.append((name, tuple([_lift(part, given) for part in value])))
        elif name == "NOT":
            parts.append((name, _lift(value, given)))
        else:
            parts.append((name, tuple([_lift_operator(operator, one, given) for operator, one in value.items()])))
    return tuple(parts)


def _lift_operator(operator: str, value: Any, given: list[Any]) -> Hashable:
    if isinstance(value, list):
        given.extend(value)
        return operator, len(value)
    given.append(value)
    return operator


def _with_slots(where: Where, slots: Slots, numbers: Iterator[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in where.items():
        if name in ("AND", "OR"):
            found[name] = [_with_slots(part, slots, numbers) for part in value]
        elif name == "NOT":
            found[name] = _with_slots(value, slots, numbers)
        else:
            found[name] = {operator: _slotted(one, slots, numbers) for operator, one in value.items()}
    return found


def _slotted(value: Any, slots: Slots, numbers: Iterator[int]) -> Any:
    if isinstance(value, list):
        return [Given(slots, next(numbers)) for _ in value]
    return Given(slots, next(numbers))


def _cursor_kind(cursor: str | Place | None, argument: str) -> str | None:
    if cursor is None:
        return None
    assert isinstance(cursor, str)
    return "null" if open_cursor(cursor, argument)[1] is None else "value"


def _place(cursor: str | Place | None, slots: Slots, numbers: Iterator[int]) -> Place | None:
    if not isinstance(cursor, str):
        return cursor
    value = None if _cursor_kind(cursor, "after") == "null" else Given(slots, next(numbers))
    return Place(value, Given(slots, next(numbers)))
