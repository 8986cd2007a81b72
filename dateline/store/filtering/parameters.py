"""Values in statements: known while a statement is made, or given each time that it runs.

Filters are written once for both.  With a `Given` in place of a value the statement has a named parameter, and the
slots remember how its value is worked out: so a statement that took long to make can run again with other values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, bindparam
from sqlalchemy.types import TypeEngine

Work = Callable[[Any], Any]
"""From a value as it was asked for to the one that is compared; raises QueryError or LimitError where it may not be."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One parameter of a statement."""

    index: int
    """Of the given value."""
    work: Work | None


@dataclass(slots=True)
class Slots:
    """The parameters of one statement whose values are given later, by name."""

    found: dict[str, Slot] = field(default_factory=dict)

    def add(self, index: int, work: Work | None) -> str:
        """A name for a new parameter."""
        name = f"given_{len(self.found)}"
        self.found[name] = Slot(index, work)
        return name


@dataclass(frozen=True, slots=True)
class Given:
    """Stands for the value at `index` of those that are given when the statement runs."""

    slots: Slots
    index: int


def parameter(value: Any, kind: TypeEngine[Any], work: Work | None = None) -> Any:
    """A value, or a parameter for one that is given later; `work` is done on it either way."""
    if isinstance(value, Given):
        bound: ColumnElement[Any] = bindparam(value.slots.add(value.index, work), None, type_=kind)
        return bound
    return value if work is None else work(value)


def parameters(values: Sequence[Any], kind: TypeEngine[Any], work: Work | None = None) -> list[Any]:
    """The same for several."""
    return [parameter(value, kind, work) for value in values]
