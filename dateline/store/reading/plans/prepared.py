"""A statement made into the driver's own text once, with the places where values go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import ClauseElement, Dialect

from dateline.store.filtering.orders import Order
from dateline.store.filtering.parameters import Slots
from dateline.store.filtering.parents import AMONG, PARENTS

Values = Sequence[Any]
"""By position: as they are for SQLite, as text for PostgreSQL."""
EXPECTED = 10
"""How many elements an array has that PostgreSQL does not know when it plans."""


class Prepared:
    """One statement."""

    def __init__(
        self, statement: ClauseElement, slots: Slots, dialect: Dialect, order: Order | None = None, *, one: bool = False
    ) -> None:
        compiled: Any = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self.sql = str(compiled)
        self.order = order
        self._is_one = one
        self._is_sqlite = dialect.name == "sqlite"
        outputs = _outputs(compiled._bind_processors, compiled.positiontup, self._is_sqlite)
        known = compiled.construct_params()
        places = _places(compiled.positiontup)
        self._template = [_shown(outputs[name], known[name]) for name in compiled.positiontup]
        self._fills = [
            (place, slot.index, slot.work, outputs[name])
            for name, slot in slots.found.items()
            for place in places.get(name, ())
        ]
        self._parents, self._among = places.get(PARENTS, ()), places.get(AMONG, ())
        self._places = places

    def bind(
        self, given: Sequence[Any] = (), parents: Sequence[str] = (), named: Mapping[str, int] | None = None
    ) -> Values:
        """The values for one run; QueryError or LimitError where one of them makes no sense."""
        filled = self._template.copy()
        for place, index, work, output in self._fills:
            value = given[index]
            if work is not None:
                value = work(value)
            filled[place] = value if output is None else output(value)
        if parents:
            for place in self._parents:
                filled[place] = self._ids(parents)
            for place in self._among:
                filled[place] = as_text(_filled(parents, parents[-1]))
        for name, number in (named or {}).items():
            for place in self._places.get(name, ()):
                filled[place] = number if self._is_sqlite else as_text(number)
        return filled

    def _ids(self, parents: Sequence[str]) -> Any:
        if not self._is_sqlite:
            return as_text(parents[0] if self._is_one else _filled(parents, None))
        return parents[0] if self._is_one else orjson.dumps(parents).decode()


def _filled(parents: Sequence[str], last: str | None) -> Sequence[str | None]:
    """At least as many as PostgreSQL expects: with fewer it finds its kept plan too dear, and plans again each time."""
    return [*parents, *[last] * (EXPECTED - len(parents))]


def as_text(value: Any) -> bytes | None:
    """A value as PostgreSQL reads it where it knows the type; ValueError for text that it cannot hold."""
    if value is None:
        return None
    if isinstance(value, bool):
        return b"t" if value else b"f"
    if isinstance(value, list):
        value = _array(value)
    text = str(value).encode()
    if b"\0" in text:
        raise ValueError("text with a null character")
    return text


def _array(values: Sequence[str | None]) -> str:
    whole = "".join(filter(None, values))
    if '"' in whole or "\\" in whole:
        values = [one and one.replace("\\", "\\\\").replace('"', '\\"') for one in values]
    return "{" + ",".join(["NULL" if one is None else f'"{one}"' for one in values]) + "}"


Output = Callable[[Any], Any] | None
"""What is done with a value before the driver gets it."""


def _outputs(
    processors: Mapping[str, Callable[[Any], Any]], names: Sequence[str], is_sqlite: bool
) -> dict[str, Output]:
    """By parameter, after SQLAlchemy's own work on its type."""
    if is_sqlite:
        return {name: processors.get(name) for name in names}
    return {name: _then_text(processors.get(name)) for name in names}


def _then_text(processor: Output) -> Output:
    return as_text if processor is None else lambda value: as_text(processor(value))


def _shown(output: Output, value: Any) -> Any:
    return value if output is None or value is None else output(value)


def _places(positions: Sequence[str]) -> dict[str, Sequence[int]]:
    """Where each parameter stands, perhaps several times."""
    found: dict[str, list[int]] = {}
    for position, name in enumerate(positions):
        found.setdefault(name, []).append(position)
    return dict(found)
