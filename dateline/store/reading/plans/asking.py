"""Work that may stop for rows: it yields the statements that it needs and goes on with their rows.

Whoever drives it waits where it likes, for PostgreSQL on the event loop or in a thread.  Statements that are yielded
together do not depend on each other, so that they can be sent together.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar

from dateline.store.reading.plans.prepared import Prepared, Values

T = TypeVar("T")

Rows = Sequence[tuple[Any, ...]]
Question = tuple[Prepared, Values]
Asking = Generator[Sequence[Question], Sequence[Rows], T]
"""Yields statements, takes the rows of each in the same order, and returns what it makes of them."""
Fetch = Callable[[Prepared, Values], Rows]
"""Where rows are given at once, so that work need not stop."""


def at_once(value: T) -> Asking[T]:
    """What needs no rows."""
    yield from ()
    return value


def in_turn(several: Sequence[Asking[T]]) -> Asking[list[T]]:
    """The results of work that need not stop, in order."""
    results = []
    for work in several:
        results.append((yield from work))
    return results


def together(several: Sequence[Asking[T]]) -> Asking[list[T]]:
    """The results of work that does not depend on each other, in order; what all of it needs is asked together."""
    results: dict[int, T] = {}
    answered: list[tuple[int, Asking[T], Any]] = [(number, work, None) for number, work in enumerate(several)]
    while answered:
        questions: list[Question] = []
        waiting: list[tuple[int, Asking[T], slice]] = []
        for number, work, rows in answered:
            try:
                asked = work.send(rows)
            except StopIteration as done:
                results[number] = done.value
            else:
                start = len(questions)
                questions.extend(asked)
                waiting.append((number, work, slice(start, len(questions))))
        if not waiting:
            break
        found = yield questions
        answered = [(number, work, found[part]) for number, work, part in waiting]
    return [results[number] for number in range(len(several))]
