"""A statement made into the driver's own text once, with the places where values go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Dialect, Select

from dateline.store.orders import Order
from dateline.store.parameters import Slots
from dateline.store.parents import PARENTS

Values = Any
"""What a driver takes: a list by position for SQLite, a dict by name for PostgreSQL."""


class Prepared:
    """One statement."""

    def __init__(
        self, statement: Select[Any], slots: Slots, dialect: Dialect, order: Order | None = None, *, one: bool = False
    ) -> None:
        compiled: Any = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self.sql = str(compiled)
        self.order = order
        self._is_one = one
        self._is_sqlite = dialect.name == "sqlite"
        processors: Mapping[str, Callable[[Any], Any]] = compiled._bind_processors
        known = {name: _processed(processors, name, value) for name, value in compiled.construct_params().items()}
        places = _places(compiled.positiontup, known)
        self._template: Any = [known[name] for name in compiled.positiontup] if self._is_sqlite else known
        self._fills = [
            (place, slot.index, slot.work, processors.get(name))
            for name, slot in slots.found.items()
            for place in places.get(name, ())
        ]
        self._parents = places.get(PARENTS, ())
        self._places = places

    def bind(
        self, given: Sequence[Any] = (), parents: Sequence[str] = (), named: Mapping[str, int] | None = None
    ) -> Values:
        """The values for one run; QueryError or LimitError where one of them makes no sense."""
        filled = self._template.copy()
        for place, index, work, processor in self._fills:
            value = given[index]
            if work is not None:
                value = work(value)
            filled[place] = value if processor is None else processor(value)
        if self._parents and parents:
            ids = parents[0] if self._is_one else self._many(parents)
            for place in self._parents:
                filled[place] = ids
        for name, number in (named or {}).items():
            for place in self._places.get(name, ()):
                filled[place] = number
        return filled

    def _many(self, parents: Sequence[str]) -> Any:
        return orjson.dumps(parents).decode() if self._is_sqlite else list(parents)


def _processed(processors: Mapping[str, Callable[[Any], Any]], name: str, value: Any) -> Any:
    processor = processors.get(name)
    return value if processor is None or value is None else processor(value)


def _places(positions: Sequence[str] | None, known: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """Where each parameter stands: at several positions, or under its name."""
    if positions is None:
        return {name: (name,) for name in known}
    found: dict[str, list[int]] = {}
    for position, name in enumerate(positions):
        found.setdefault(name, []).append(position)
    return dict(found)
