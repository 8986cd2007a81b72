"""The JSON of a `where` object, as GraphQL takes it, into the tree of filters that the store takes.

`{"type": {"oneOf": ["PROTEST", "ASSAULT"]}, "NOT": {"countryCode": {"eq": "KE"}}}`; null asks nothing.  Every error is
a QueryError that names the place in the object and says what it takes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import orjson

from dateline.store.filtering.filters import Filter, FilterKind, Filters
from dateline.store.filtering.where import Where
from schema.errors import QueryError
from schema.numbers import LARGEST_INT
from schema.vocabulary import ActorKind, Basis, Described, EventStatus, EventType, LocationKind, QuoteKind, VictimKind

Reader = Callable[[str, Any], Any]
"""From where in the object a value stands, and the value."""
JOINS = ("AND", "OR")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
)


def parse_where(text: str, filters: Filters) -> Where:
    """The tree of filters in a JSON text."""
    try:
        given = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise QueryError(f"where is no JSON: {error}.", hint='Write it like {"type": {"eq": "PROTEST"}}.') from error
    return _tree("where", given, {camel_case(entry.name): entry for entry in filters})


def parse_since(text: str) -> datetime:
    """A day (its start in UTC) or a moment; QueryError for anything else."""
    found = read_moment(text)
    if found is None:
        hint = "It takes a day or a moment, like 2024-11-05 or 2024-11-05T08:00:00Z."
        raise QueryError(f"since is {text[:40]!r}.", hint=hint)
    return found


def read_moment(text: str) -> datetime | None:
    """The moment that a text in ISO 8601 means, in UTC where it names no zone; None where it means none."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        found = datetime.fromisoformat(text.upper())
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def camel_case(name: str) -> str:
    """The name of a filter or operator in GraphQL: `country_code` is `countryCode`."""
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)


def _tree(at: str, given: Any, known: Mapping[str, Filter]) -> Where:
    found: dict[str, Any] = {}
    for name, value in _object(at, given, f"an object of filters: {_listed([*known, *JOINS, 'NOT'])}").items():
        place = f"{at}.{name}"
        if value is None:
            continue
        if name in JOINS:
            parts = value if isinstance(value, list) else [value]
            found[name] = [_tree(f"{place}[{number}]", part, known) for number, part in enumerate(parts)]
        elif name == "NOT":
            found[name] = _tree(place, value, known)
        elif name in known:
            found[known[name].name] = _operators(place, value, known[name].kind)
        else:
            raise QueryError(f"{at} has no filter {name!r}.", hint=f"It takes {_listed([*known, *JOINS, 'NOT'])}.")
    return found


def _operators(at: str, given: Any, kind: FilterKind) -> dict[str, Any]:
    known = OPERATORS[kind]
    shown = {camel_case(name): name for name in known}
    found: dict[str, Any] = {}
    for name, value in _object(at, given, f"an object of {_listed(shown)}").items():
        if name not in shown:
            raise QueryError(f"{at} has no operator {name!r}.", hint=f"It takes {_listed(shown)}.")
        if value is not None:
            found[shown[name]] = known[shown[name]](f"{at}.{name}", value)
    missing = [name for name, own in shown.items() if kind in _WHOLE and own not in found]
    if missing:
        raise QueryError(f"{at} lacks {_listed(missing)}.", hint=f"It takes {_listed(shown)}, all of them.")
    return found


def _object(at: str, given: Any, wanted: str) -> dict[str, Any]:
    return dict(given) if isinstance(given, dict) else _refuse(at, given, wanted)


def _refuse(at: str, given: Any, wanted: str) -> Any:
    shown = orjson.dumps(given).decode()
    shown = shown if len(shown) <= 40 else shown[:40] + " …"
    raise QueryError(f"{at} is {shown}.", hint=f"It takes {wanted}.")


def _listed(names: Any) -> str:
    return ", ".join(names)


def _text(at: str, given: Any) -> str:
    return given if isinstance(given, str) else str(_refuse(at, given, "a text"))


def _whole(at: str, given: Any) -> int:
    if isinstance(given, int) and not isinstance(given, bool) and abs(given) <= LARGEST_INT:
        return given
    return int(_refuse(at, given, "a whole number"))


def _number(at: str, given: Any) -> float:
    if isinstance(given, int | float) and not isinstance(given, bool) and math.isfinite(given):
        return float(given)
    return float(_refuse(at, given, "a number"))


def _day(at: str, given: Any) -> date:
    try:
        # Python reads more than days, 20241105 and 2024-W45-2 among it; GraphQL's Date does not.
        return date.fromisoformat(given) if len(given) == 10 and given[4] == given[7] == "-" else date.fromisoformat("")
    except (TypeError, ValueError):
        refused: date = _refuse(at, given, "a day, YYYY-MM-DD")
        return refused


def _one_of(vocabulary: type[Described]) -> Reader:
    def read(at: str, given: Any) -> str:
        known = [member.value for member in vocabulary]
        return given if given in known else str(_refuse(at, given, f"one of {_listed(known)}"))

    return read


def _list_of(reader: Reader) -> Reader:
    def read(at: str, given: Any) -> list[Any]:
        values = given if isinstance(given, list) else [given]
        return [reader(f"{at}[{number}]", value) for number, value in enumerate(values)]

    return read


def _equality(reader: Reader) -> dict[str, Reader]:
    return {"eq": reader, "one_of": _list_of(reader)}


def _range(reader: Reader) -> dict[str, Reader]:
    return {"gte": reader, "lte": reader}


OPERATORS: dict[FilterKind, dict[str, Reader]] = {
    FilterKind.ID: _equality(_text),
    FilterKind.STRING: {**_equality(_text), "contains": _text},
    FilterKind.INT: {"eq": _whole, **_range(_whole)},
    FilterKind.FLOAT: _range(_number),
    FilterKind.DATE: _range(_day),
    FilterKind.EVENT_TYPE: _equality(_one_of(EventType)),
    FilterKind.EVENT_STATUS: _equality(_one_of(EventStatus)),
    FilterKind.QUOTE_KIND: _equality(_one_of(QuoteKind)),
    FilterKind.ACTOR_KIND: _equality(_one_of(ActorKind)),
    FilterKind.LOCATION_KIND: _equality(_one_of(LocationKind)),
    FilterKind.VICTIM_KIND: _equality(_one_of(VictimKind)),
    FilterKind.BASIS: _equality(_one_of(Basis)),
    FilterKind.NEAR: dict.fromkeys(("latitude", "longitude", "radius_km"), _number),
    FilterKind.BOX: dict.fromkeys(("south", "west", "north", "east"), _number),
}
"""What each kind of filter takes, by the store's names; a test compares it with the inputs of the GraphQL API."""

_WHOLE = (FilterKind.NEAR, FilterKind.BOX)
"""Kinds whose values are all needed."""
