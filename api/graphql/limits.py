"""What one operation may ask for: depth, aliases, fields and price, worked out before anything runs.

One memoised walk: each fragment is measured once however often it is spread, so that a document of doubling fragments
costs no more than its length.  The price of a field is 1 and, where it gives a list, its page size times the price of
what is selected in it: about the number of values that an answer can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter, le
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

from dateline.store.reading.suggesting import DEFAULT_SUGGESTIONS

DEFAULT_PAGE = 20
DEFAULT_SIZES = {"eventStats": 100, "suggestions": DEFAULT_SUGGESTIONS, "latestJudgements": DEFAULT_PAGE}
"""Page sizes of fields that have another default."""
SHORT_LIST = 5
"""Assumed length of lists that have no page size: participants, victims, offices, aliases."""

PAGED = frozenset({"articles", "events", "actors", "locations", "quotes", "reports", "mentions"})
"""Fields that give a connection."""

SHORT_LISTS = frozenset(
    {"participants", "victims", "offices", "aliases", "keys", "judgements", "corrections", "otherValues"}
)
FREE = frozenset({"rateLimit"})
"""To ask for the price costs nothing."""
PAGE_ROWS = frozenset({"nodes", "edges"})
"""Fields of a connection that repeat what is selected in them once for each row."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one operation may have of each."""

    characters: int = 50_000
    """To parse one long string takes longer than to parse many tokens."""
    tokens: int = 2_000
    depth: int = 15
    aliases: int = 100
    directives: int = 50
    """To say that one is unknown or stands twice takes longer than to say so of anything else."""
    fields: int = 1_000
    cost: int = 20_000


@dataclass(frozen=True, slots=True)
class Measure:
    """What one selection set comes to, fragments followed."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    fields: int = 0
    cost: int = 0
    nodes: int = 0
    """Objects in lists, at most."""

    def beside(self, other: Measure) -> Measure:
        """The two in one selection set."""
        return Measure(
            max(self.depth, other.depth),
            self.aliases + other.aliases,
            self.directives + other.directives,
            self.fields + other.fields,
            self.cost + other.cost,
            self.nodes + other.nodes,
        )


NOTHING = Measure()
CEILING = 1 << 62
"""Prices above this are all the same: it keeps arithmetic on hostile documents cheap."""


@dataclass(slots=True)
class Meter:
    """Measures the operations of one document."""

    document: DocumentNode
    variables: Mapping[str, Any]
    _defaults: dict[str, object] = field(default_factory=dict)
    _fragments: dict[str, FragmentDefinitionNode] = field(init=False)
    _known: dict[tuple[str, int], Measure | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        definitions = self.document.definitions
        self._fragments = {d.name.value: d for d in definitions if isinstance(d, FragmentDefinitionNode)}

    def measure(self, operation: OperationDefinitionNode) -> Measure:
        """What the operation comes to; a variable that is not given has its default."""
        self._known.clear()
        self._defaults = {
            definition.variable.name.value: self._value(definition.default_value)
            for definition in operation.variable_definitions or ()
        }
        return self._selections(operation.selection_set, page=1)

    def _selections(self, selections: SelectionSetNode | None, page: int) -> Measure:
        total = NOTHING
        for selection in selections.selections if selections else ():
            total = total.beside(self._selection(selection, page))
            if selection.directives:
                total = total.beside(Measure(directives=len(selection.directives)))
        return total

    def _selection(self, selection: object, page: int) -> Measure:
        if isinstance(selection, FieldNode):
            return self._field(selection, page)
        if isinstance(selection, InlineFragmentNode):
            return self._selections(selection.selection_set, page)
        if isinstance(selection, FragmentSpreadNode):
            return self._fragment(selection.name.value, page)
        return NOTHING

    def _fragment(self, name: str, page: int) -> Measure:
        key = (name, page)
        if key not in self._known:
            self._known[key] = None  # a cycle, which validation refuses, counts as nothing
            fragment = self._fragments.get(name)
            self._known[key] = self._selections(fragment.selection_set, page) if fragment else NOTHING
        return self._known[key] or NOTHING

    def _field(self, node: FieldNode, page: int) -> Measure:
        name = node.name.value
        if name.startswith("__") or name in FREE:
            return Measure(depth=1, aliases=1 if node.alias else 0, fields=1)
        inner = self._selections(node.selection_set, self._page_size(node) if name in PAGED else page)
        times = self._times(node, page)
        listed = name in PAGE_ROWS | SHORT_LISTS or name in DEFAULT_SIZES
        return Measure(
            inner.depth + 1,
            inner.aliases + (1 if node.alias else 0),
            inner.directives,
            inner.fields + 1,
            min(CEILING, 1 + times * inner.cost),
            min(CEILING, times * ((1 if listed else 0) + inner.nodes)),
        )

    def _times(self, node: FieldNode, page: int) -> int:
        name = node.name.value
        if name in PAGE_ROWS:
            identifiers = self._argument(node, "ids")
            return len(identifiers) if isinstance(identifiers, list) else page
        if name in DEFAULT_SIZES:
            return self._page_size(node)
        return SHORT_LIST if name in SHORT_LISTS else 1

    def _page_size(self, node: FieldNode) -> int:
        sizes = [self._argument(node, "first"), self._argument(node, "last")]
        usual = DEFAULT_SIZES.get(node.name.value, DEFAULT_PAGE)
        # A negative size is refused when it runs; until then it must not make the rest cheaper.
        return max([max(0, size) for size in sizes if isinstance(size, int)], default=usual)

    def _argument(self, node: FieldNode, name: str) -> object:
        for argument in node.arguments or ():
            if argument.name.value == name:
                return self._value(argument.value)
        return None

    def _value(self, value: object) -> object:
        if isinstance(value, VariableNode):
            name = value.name.value
            return self.variables[name] if name in self.variables else self._defaults.get(name)
        if isinstance(value, IntValueNode):
            return int(value.value) if len(value.value) < 12 else CEILING
        if isinstance(value, ListValueNode):
            return list(value.values)
        return None


def measure_document(document: DocumentNode, variables: Mapping[str, Any]) -> Measure:
    """The operations of a document together: which one will run is not known yet."""
    meter = Meter(document, variables)
    total = NOTHING
    for definition in document.definitions:
        total = total.beside(Measure(directives=len(getattr(definition, "directives", None) or ())))
        if isinstance(definition, OperationDefinitionNode):
            total = total.beside(meter.measure(definition))
    return total


HINTS = {
    "depth": "Ask for the inner objects by their ids in a second query.",
    "aliases": "Ask for many things at once by nodes(ids:) or by a filter with oneOf.",
    "directives": "Leave fields out instead of skipping them.",
    "fields": "Split the query.",
    "cost": "Ask for smaller pages (first:) or for fewer nested lists.",
}
_limited = attrgetter(*HINTS)


def is_within(measure: Measure, limits: Limits) -> bool:
    """Whether `find_excess` finds nothing, in a third of the time."""
    return all(map(le, _limited(measure), _limited(limits)))


def find_excess(measure: Measure, limits: Limits) -> Iterable[GraphQLError]:
    """One error for each limit that the measure exceeds."""
    for name, hint in HINTS.items():
        asked, most = getattr(measure, name), getattr(limits, name)
        if asked > most:
            shown = "more than a billion" if asked > 1_000_000_000 else f"{asked:,}"
            message = f"Too much for one operation: {name} {shown}; the limit is {most:,}."
            yield GraphQLError(message, extensions={"code": "LIMIT", "hint": hint})
