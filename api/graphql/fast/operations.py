"""What is known of one operation: its document, how to read its variables, its price, its plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    visit,
)

from api.graphql.fast.arguments import ArgumentMaker, Inputs, VariableReader
from api.graphql.fast.compiler import Compiler, Plan
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.literals import find_literals
from api.graphql.fast.recent import Recent
from api.graphql.fast.selections import Selections
from api.graphql.fast.values import Form
from api.graphql.limits import CEILING, Limits, Measure, Meter, is_within

MOST_PLANS = 16
"""Of one operation, by the values of the variables in its directives."""
MOST_MEASURES = 256
"""Of one operation, by its page sizes."""
SIZES = frozenset({"first", "last", "ids"})
"""Arguments that decide the price."""


@dataclass(frozen=True, slots=True)
class Literals:
    """The literals of the text that an operation was made from."""

    numbers: Mapping[int, int]
    written: tuple[str, ...]


class Priced(NamedTuple):
    """What an operation comes to with certain page sizes."""

    measure: Measure
    price: int
    """As answers tell it."""
    is_within: bool
    """Whether it may be answered."""


class LiteralMeter(Meter):
    """Measures a document with other literals than its own."""

    numbers: Mapping[int, int]
    written: Sequence[str]

    def _value(self, value: object) -> object:
        if isinstance(value, IntValueNode) and value.loc is not None and value.loc.start in self.numbers:
            written = self.written[self.numbers[value.loc.start]]
            return int(written) if len(written) < 12 else CEILING
        return super()._value(value)


class Operation:
    """One valid operation."""

    def __init__(
        self,
        schema: GraphQLSchema,
        form: Form,
        document: DocumentNode,
        name: str | None,
        text: str,
        literals: tuple[str, ...],
        limits: Limits,
    ) -> None:
        self._schema, self._form, self._document, self._limits = schema, form, document, limits
        self._definition = chosen_operation(document, name)
        self._literals = Literals(find_literals(text), literals)
        self._variables = VariableReader(schema, self._definition)
        self._sizes = _Sizes()
        visit(document, self._sizes)
        self._plans: Recent[tuple[Any, ...], tuple[Plan, ArgumentMaker]] = Recent(MOST_PLANS)
        self._prices: Recent[tuple[Any, ...], Priced] = Recent(MOST_MEASURES)
        self.is_slow = False
        """Whether it took long when it was answered last."""

    def priced(self, variables: Mapping[str, Any], literals: Sequence[str]) -> Priced:
        """What the operation comes to; `variables` as they were sent."""
        key = tuple(
            [_size_of(variables.get(name, _MISSING)) for name in self._sizes.variables]
            + [
                literals[self._literals.numbers[start]]
                for start in self._sizes.starts
                if start in self._literals.numbers
            ]
        )
        return self._prices.get(key) or self._prices.keep(key, self._price(variables, literals))

    def _price(self, variables: Mapping[str, Any], literals: Sequence[str]) -> Priced:
        measure = self._measure(variables, literals)
        return Priced(measure, min(measure.cost, 2**53), is_within(measure, self._limits))

    def _measure(self, variables: Mapping[str, Any], literals: Sequence[str]) -> Measure:
        meter = LiteralMeter(self._document, variables)
        meter.numbers, meter.written = self._literals.numbers, literals
        total = Measure()
        for definition in self._document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                total = total.beside(meter.measure(definition))
        return total

    def inputs(self, variables: Mapping[str, Any], literals: Sequence[str]) -> Inputs:
        """The coerced variables, and the literals; Fallback where one does not fit."""
        return Inputs(self._variables.read(variables), literals)

    def plan(self, inputs: Inputs) -> Plan:
        """The plan for these inputs; Fallback where something is not compiled, or a literal does not fit."""
        key = tuple([inputs.variables.get(name) for name in self._sizes.switches])
        found = self._plans.get(key) or self._plans.keep(key, self._compile(key))
        plan, maker = found
        if inputs.literals != self._literals.written:
            maker.check(inputs.literals, self._literals.written)
        return plan

    def _compile(self, switched: tuple[Any, ...]) -> tuple[Plan, ArgumentMaker]:
        definitions = self._document.definitions
        fragments = {one.name.value: one for one in definitions if isinstance(one, FragmentDefinitionNode)}
        selections = Selections(fragments, dict(zip(self._sizes.switches, switched, strict=True)))
        maker = ArgumentMaker(self._literals.numbers, {})
        return Compiler(self._schema, selections, maker, self._form).compile(self._definition), maker


def chosen_operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    """The query of that name, or the only operation; Fallback where there is none, or it is no query."""
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    if name is not None:
        operations = [one for one in operations if one.name and one.name.value == name]
    if len(operations) != 1 or operations[0].operation is not OperationType.QUERY:
        raise Fallback("it is no query")
    return operations[0]


_MISSING = object()


def _size_of(value: object) -> object:
    """What the price can see of a variable as it was sent."""
    if value is _MISSING:
        return "missing"
    if isinstance(value, list):
        return ("list", len(value))
    return value if isinstance(value, int) else None


class _Sizes(Visitor):
    """Finds what decides an operation's price and its plan."""

    def __init__(self) -> None:
        super().__init__()
        self.variables: list[str] = []
        self.starts: list[int] = []
        """Where literal sizes stand."""
        self.switches: list[str] = []
        """Variables of directives."""

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        """Looks at the arguments."""
        for argument in node.arguments or ():
            if argument.name.value in SIZES:
                if isinstance(argument.value, VariableNode):
                    self.variables.append(argument.value.name.value)
                elif isinstance(argument.value, IntValueNode) and argument.value.loc:
                    self.starts.append(argument.value.loc.start)

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        """Looks at what switches."""
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.switches.append(argument.value.name.value)
