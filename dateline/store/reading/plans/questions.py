"""What is asked of a list, split in two: its shape, which decides the statement, and the values that go into it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.store.filtering.cursors import open_cursor, read_cursor
from dateline.store.filtering.filters import AREAS
from dateline.store.filtering.orders import Order
from dateline.store.filtering.parameters import Given, Slots
from dateline.store.filtering.where import Where
from dateline.store.reading.pages import PageRequest, Place, Selection
from dateline.store.reading.search import LaterPhrases, parse_search, phrases_of


@dataclass(frozen=True, slots=True)
class Shape:
    """A question without its values."""

    key: Hashable
    """The same for questions that one statement answers; None where it is not worth keeping."""
    given: list[Any]
    """The values of its filters, in the order of their slots."""
    cursors: Sequence[tuple[str, list[Any]]] = ()
    """The arguments that are cursors, opened."""


def shape_of(request: PageRequest, selection: Selection) -> Shape:
    """The shape of a question; QueryError where a cursor is none."""
    where = selection.where or {}
    cursors = [(argument, open_cursor(cursor, argument)) for argument, cursor in _cursors(request)]
    kinds = tuple([(argument, opened[1] is None) for argument, opened in cursors])
    assert not isinstance(selection.search, LaterPhrases)
    phrases = parse_search(selection.search)
    if phrases == ():
        return Shape(None, [])
    given: list[Any] = []
    filters = _lift(where, given)
    words = None
    if phrases is not None:
        words = len(phrases)
        given.append(phrases)
    key = (filters, words, selection.order, selection.descending, request.size, request.backward, kinds)
    return Shape(key, given, cursors)


def given_later(request: PageRequest, selection: Selection, slots: Slots) -> tuple[PageRequest, Selection]:
    """The same question with slots in place of all values."""
    numbers = iter(range(10_000))
    where = _with_slots(selection.where or {}, slots, numbers)
    phrases = phrases_of(selection.search)
    search = None
    if phrases:
        assert isinstance(phrases, tuple)
        search = LaterPhrases(Given(slots, next(numbers)), len(phrases))
    places = {argument: _place(cursor, argument, slots, numbers) for argument, cursor in _cursors(request)}
    later = PageRequest(request.size, request.backward, **places)
    return later, Selection(where or None, search, selection.order, selection.descending)


def cursor_values(order: Order, shape: Shape) -> list[Any]:
    """What the cursors of a question hold, in the order of their slots; QueryError where one is of another order."""
    found: list[Any] = []
    for argument, opened in shape.cursors:
        value, identifier = read_cursor(order, opened, argument)
        found.extend([identifier] if value is None else [value, identifier])
    return found


def _lift(where: Where, given: list[Any]) -> Hashable:
    parts: list[Hashable] = []
    for name, value in where.items():
        if name in ("AND", "OR"):
            parts.append((name, tuple([_lift(part, given) for part in value])))
        elif name == "NOT":
            parts.append((name, _lift(value, given)))
        elif name in AREAS:
            parts.append(name)
            given.append(value)
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
        elif name in AREAS:
            found[name] = Given(slots, next(numbers))
        else:
            found[name] = {operator: _slotted(one, slots, numbers) for operator, one in value.items()}
    return found


def _slotted(value: Any, slots: Slots, numbers: Iterator[int]) -> Any:
    if isinstance(value, list):
        return [Given(slots, next(numbers)) for _ in value]
    return Given(slots, next(numbers))


def _cursors(request: PageRequest) -> Iterator[tuple[str, str]]:
    for argument, cursor in (("after", request.after), ("before", request.before)):
        if cursor is not None:
            assert isinstance(cursor, str)
            yield argument, cursor


def _place(cursor: str, argument: str, slots: Slots, numbers: Iterator[int]) -> Place:
    value = None if open_cursor(cursor, argument)[1] is None else Given(slots, next(numbers))
    return Place(value, Given(slots, next(numbers)))
