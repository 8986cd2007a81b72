"""Query parameters: what a list can be asked, made from the tables of filters and orders of `dateline.store`.

Which operators a kind of filter has is read off GraphQL's inputs: `killed.gte=5` here is `killed: {gte: 5}` there.
Several values are joined by commas (`type=AID,PROTEST`) or given one by one (`type=AID&type=PROTEST`); a comma that
belongs to a value is written `\\,`.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from api.graphql.connections import After, Before, Search
from api.graphql.inputs import INPUTS
from api.rest.values import Value, read_value, split_values
from dateline.store.filtering.filters import EVENT_FILTERS, Filter, FilterKind, Filters
from dateline.store.filtering.operators import MOST_VALUES
from dateline.store.filtering.orders import RELEVANCE
from dateline.store.reading.collections import NOUNS, Collection
from dateline.store.reading.pages import DEFAULT_SIZE, LARGEST_SIZE
from dateline.store.reading.statistics import DEFAULT_BUCKETS, MOST_BUCKETS, MOST_DIMENSIONS, Dimension
from schema.errors import LimitError, QueryError

Given = Sequence[tuple[str, str]]
"""Names and values of a query string, in order."""


class Style(Enum):
    """How many values a parameter takes."""

    ONE = auto()
    SEVERAL = auto()
    TUPLE = auto()
    """As many as it has parts, joined by commas."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter."""

    name: str
    description: str
    value: Value
    style: Style = Style.ONE
    filter: str = ""
    """The filter that it belongs to; empty where it is no filter."""
    operator: str = ""
    parts: tuple[str, ...] = ()
    """Of a TUPLE: the names of its parts."""
    required: bool = False

    def read(self, given: Sequence[str]) -> Any:
        """The value that was given; QueryError, naming the parameter and what it takes, where it makes no sense."""
        if self.style is Style.SEVERAL:
            texts = [text for one in given for text in split_values(one)]
            if len(texts) > MOST_VALUES:
                raise LimitError(
                    f"{self.name} has {len(texts):,} values; the limit is {MOST_VALUES}.",
                    hint="Ask in several requests.",
                )
            return [read_value(self.name, self.value, text) for text in texts]
        if len(given) > 1:
            raise QueryError(f"{self.name} is given {len(given)} times.", hint="Give it once.")
        if self.style is Style.ONE:
            return read_value(self.name, self.value, given[0])
        return self._read_parts(given[0].split(","))

    def _read_parts(self, texts: Sequence[str]) -> dict[str, Any]:
        if len(texts) != len(self.parts):
            shown = ",".join(to_camel_case(part) for part in self.parts)
            raise QueryError(
                f"{self.name} has {len(texts)} values; it takes {len(self.parts)}.", hint=f"Write {self.name}={shown}."
            )
        return {part: read_value(self.name, self.value, text) for part, text in zip(self.parts, texts, strict=True)}


_SEVERAL = "Several, joined by commas, find what has any of them."


def filter_parameters(filters: Filters) -> tuple[Parameter, ...]:
    """Those that a table of filters gives."""
    return tuple(parameter for entry in filters for parameter in _of_filter(entry))


def _of_filter(entry: Filter) -> list[Parameter]:
    name, kind = to_camel_case(entry.name), INPUTS[entry.kind]
    operators: Mapping[str, Any] = typing.get_type_hints(kind)
    if entry.kind in (FilterKind.NEAR, FilterKind.BOX):
        return [_tuple_of(entry, name, kind, tuple(operators))]
    several, told = "one_of" in operators, _field_descriptions(kind)
    return [
        Parameter(
            name if operator == "eq" else f"{name}.{operator}",
            f"{entry.description} {_SEVERAL if operator == 'eq' and several else told[operator]}",
            Value.of(hint),
            Style.SEVERAL if operator == "eq" and several else Style.ONE,
            entry.name,
            operator,
        )
        for operator, hint in operators.items()
        if operator != "one_of"
    ]


def _field_descriptions(kind: Any) -> dict[str, str]:
    """What GraphQL says of each field of an input."""
    return {field.python_name: str(field.description) for field in kind.__strawberry_definition__.fields}


def _tuple_of(entry: Filter, name: str, kind: Any, parts: tuple[str, ...]) -> Parameter:
    fields = _field_descriptions(kind)
    told = " ".join(f"{to_camel_case(part)}: {fields[part]}" for part in parts)
    order = ",".join(to_camel_case(part) for part in parts)
    description = f"{entry.description} Written {name}={order}. {told}"
    return Parameter(name, description, Value(float), Style.TUPLE, entry.name, "", parts)


def _said(argument: Any) -> str:
    """What GraphQL says of an argument of the same name."""
    return str(typing.get_args(argument)[1].description)


SEARCH = Parameter("search", _said(Search).replace("orderBy", "order"), Value(str))
AFTER = Parameter("after", f"{_said(After)} It is page.next of another answer.", Value(str))
BEFORE = Parameter("before", f"{_said(Before)} It is page.previous of another answer.", Value(str))
LIMIT = Parameter(
    "limit",
    f"Page size: {DEFAULT_SIZE} by default, at most {LARGEST_SIZE}.",
    Value(int, least=1, most=LARGEST_SIZE),
)
TOTAL_COUNT = Parameter(
    "totalCount", "true counts all that there are on all pages together; it takes time.", Value(bool)
)
BY = Parameter(
    "by",
    f"What events must share to be counted together: 1 to {MOST_DIMENSIONS} dimensions, joined by commas.",
    Value(Dimension),
    Style.SEVERAL,
    required=True,
)
BUCKETS = Parameter(
    "limit",
    f"How many of the largest buckets: {DEFAULT_BUCKETS} by default, at most {MOST_BUCKETS}.",
    Value(int, least=1, most=MOST_BUCKETS),
)
STATS_PARAMETERS = (BY, *filter_parameters(EVENT_FILTERS), SEARCH, BUCKETS)


def _order_parameter(collection: Collection) -> Parameter:
    """The orders of a collection, each from both ends."""
    orders = collection.orders or {}
    told = " ".join(f"{name}: {order.description}" for name, order in orders.items())
    names = tuple(f"{name}{end}" for name in orders for end in ("", ".DESC", ".ASC"))
    description = (
        f"By what, and from which end: by default DESC, the highest first. Without it "
        f"{collection.default_order}.DESC, or {RELEVANCE}.DESC with search. {told}"
    )
    return Parameter("order", description, Value(str, choices=names))


def _parameters_of(collection: Collection) -> tuple[Parameter, ...]:
    own = (SEARCH, _order_parameter(collection), LIMIT, AFTER, BEFORE, TOTAL_COUNT)
    return (*filter_parameters(collection.filters), *own)


_LISTS = {noun: _parameters_of(collection) for noun, collection in NOUNS.items()}


def list_parameters(collection: Collection) -> tuple[Parameter, ...]:
    """All that the list of a collection takes."""
    return _LISTS[collection.name]


def read_parameters(known: Sequence[Parameter], given: Given) -> dict[Parameter, Any]:
    """The values given, by parameter.

    Raises QueryError for an unknown parameter and for a value that makes no sense, LimitError for too many.
    """
    names = {parameter.name: parameter for parameter in known}
    collected: dict[str, list[str]] = {}
    for name, value in given:
        if name not in names:
            raise _unknown(name, names)
        collected.setdefault(name, []).append(value)
    for parameter in known:
        if parameter.required and parameter.name not in collected:
            raise QueryError(f"{parameter.name} is missing.", hint=f"{parameter.name} takes {parameter.value.taken}.")
    return {names[name]: names[name].read(values) for name, values in collected.items()}


def _unknown(name: str, known: Mapping[str, Parameter]) -> QueryError:
    own = [other for other in known if other.partition(".")[0] == name.partition(".")[0]]
    shown = name if len(name) <= 40 else name[:40] + " …"
    taken = f"Parameters that begin so: {', '.join(own)}." if own else f"Parameters: {', '.join(known)}."
    return QueryError(f"There is no parameter {shown!r} here.", hint=taken)


def where_of(values: Mapping[Parameter, Any]) -> dict[str, dict[str, Any]] | None:
    """The filters among the values, as the store takes them."""
    where: dict[str, dict[str, Any]] = {}
    for parameter, value in values.items():
        if parameter.style is Style.TUPLE:
            where[parameter.filter] = value
        elif parameter.filter:
            where.setdefault(parameter.filter, {}).update(_operators(parameter, value))
    return where or None


def _operators(parameter: Parameter, value: Any) -> dict[str, Any]:
    if parameter.style is Style.ONE:
        return {parameter.operator: value}
    return {"eq": value[0]} if len(value) == 1 else {"one_of": value}
