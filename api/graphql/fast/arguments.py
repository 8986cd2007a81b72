"""Arguments and variables worked out per request, by closures that were made once for their types.

Values come out as the store takes them: inputs as dicts of Python's names in the order of the schema, without nulls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLSchema,
    ListValueNode,
    Node,
    NullValueNode,
    ObjectFieldNode,
    ObjectValueNode,
    OperationDefinitionNode,
    Undefined,
    ValueNode,
    VariableNode,
    coerce_input_value,
    type_from_ast,
    value_from_ast,
)

from api.graphql.fast.fallback import Fallback, PinnedLiteral
from api.graphql.fast.literals import is_literal, reader_of

Convert = Callable[[Any], Any]


class Inputs(NamedTuple):
    """What one request gives."""

    variables: Mapping[str, Any]
    """Coerced and converted; those that are not given and have no default are missing."""
    literals: Sequence[str]


Getter = Callable[[Inputs], Any]
"""The value of an argument; Undefined where it is not given."""


def converter(kind: GraphQLInputType) -> Convert:
    """From a value that graphql-core has coerced to the store's."""
    if isinstance(kind, GraphQLNonNull):
        return converter(kind.of_type)
    if isinstance(kind, GraphQLList):
        inner = converter(kind.of_type)
        return lambda value: None if value is None else [inner(one) for one in value]
    if isinstance(kind, GraphQLEnumType):
        return lambda value: value.value if isinstance(value, Enum) else value
    if isinstance(kind, GraphQLInputObjectType):
        return _object_converter(kind)
    return lambda value: value


def _object_converter(kind: GraphQLInputObjectType) -> Convert:
    fields: dict[str, tuple[str, Convert]] = {}

    def convert(value: Any) -> Any:
        if value is None:
            return None
        if not fields:  # inputs hold themselves: AND, OR, NOT
            fields.update((name, (python_name(name, one), converter(one.type))) for name, one in kind.fields.items())
        return {own: inner(value[name]) for name, (own, inner) in fields.items() if value.get(name) is not None}

    return convert


def python_name(name: str, defined: GraphQLInputField | GraphQLArgument) -> str:
    """What Strawberry calls a field of an input or an argument."""
    definition: Any = defined.extensions.get("strawberry-definition")
    return str(getattr(definition, "python_name", None) or getattr(definition, "name", None) or name)


class VariableReader:
    """Coerces the variables of one operation."""

    def __init__(self, schema: GraphQLSchema, operation: OperationDefinitionNode) -> None:
        self._variables = [_variable(schema, one) for one in operation.variable_definitions or ()]

    def read(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The coerced values; Fallback where one is wrong or missing."""
        found: dict[str, Any] = {}
        for name, required, default, coerce in self._variables:
            value = given.get(name, Undefined)
            if value is Undefined:
                if default is not Undefined:
                    found[name] = default
                elif required:
                    raise Fallback("a variable is missing")
            elif value is None:
                if required:
                    raise Fallback("a variable is null")
                found[name] = None
            else:
                found[name] = coerce(value)
        return found


def _variable(schema: GraphQLSchema, defined: Any) -> tuple[str, bool, Any, Convert]:
    kind: Any = type_from_ast(schema, defined.type)
    default = Undefined
    if defined.default_value is not None:
        default = converter(kind)(value_from_ast(defined.default_value, kind))
    return defined.variable.name.value, isinstance(kind, GraphQLNonNull), default, _coercer(kind)


def _coercer(kind: Any) -> Convert:
    inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if isinstance(inner, GraphQLScalarType) and inner.name in ("String", "Int"):
        return _coerce_text if inner.name == "String" else _coerce_int
    convert = converter(kind)

    def coerce(value: Any) -> Any:
        coerced = coerce_input_value(value, inner)
        if coerced is Undefined:
            raise Fallback("a variable does not fit")
        return convert(coerced)

    if isinstance(inner, GraphQLScalarType) and inner.name == "ID":
        return lambda value: value if type(value) is str else coerce(value)
    return coerce


def _coerce_text(value: Any) -> str:
    if type(value) is not str:
        raise Fallback("a variable is no text")
    return value


def _coerce_int(value: Any) -> int:
    if type(value) is not int or not -(2**31) <= value < 2**31:
        raise Fallback("a variable is no Int")
    return value


def has_variables(node: Node) -> bool:
    """Whether arguments of a field, or parts of them, are variables."""
    if isinstance(node, FieldNode):
        return any(has_variables(one) for one in node.arguments or ())
    if isinstance(node, ListValueNode):
        return any(has_variables(one) for one in node.values)
    if isinstance(node, ObjectValueNode):
        return any(has_variables(one) for one in node.fields)
    if isinstance(node, ArgumentNode | ObjectFieldNode):
        return has_variables(node.value)
    return isinstance(node, VariableNode)


@dataclass(frozen=True, slots=True)
class ArgumentMaker:
    """Makes getters for the arguments of one document."""

    literals: Mapping[int, int]
    """Numbers of the lifted literals by the offset where they start."""
    used: dict[int, tuple[int, Callable[[str], Any]]]
    """Those that getters read, by offset, and how they are read."""

    def make(self, field: Any, node: FieldNode) -> Mapping[str, Getter]:
        """A getter for each argument of a field, by Python's name."""
        given = {one.name.value: one.value for one in node.arguments or ()}
        return {
            python_name(name, argument): self._argument(argument, given.get(name))
            for name, argument in field.args.items()
        }

    def check(self, literals: Sequence[str], own: Sequence[str]) -> None:
        """PinnedLiteral or Fallback where literals cannot stand in place of the document's own.

        All that getters read must be read, even if nothing comes to ask for it; all others must be the same.
        """
        for start, number in self.literals.items():
            if start not in self.used and literals[number] != own[number]:
                raise PinnedLiteral("a literal decides more than a value")
        for number, read in self.used.values():
            if literals[number] != own[number]:
                read(literals[number])

    def _argument(self, argument: GraphQLArgument, node: ValueNode | None) -> Getter:
        default = argument.default_value
        if node is None:
            return lambda _: default
        inner = self._value(node, argument.type)
        if default is Undefined:
            return inner

        def get(inputs: Inputs) -> Any:
            value = inner(inputs)
            return default if value is Undefined else value

        return get

    def _value(self, node: ValueNode, kind: Any) -> Getter:
        if isinstance(kind, GraphQLNonNull):
            return _not_null(self._value(node, kind.of_type))
        if isinstance(node, VariableNode):
            name = node.name.value
            return lambda inputs: inputs.variables.get(name, Undefined)
        if isinstance(node, NullValueNode):
            return lambda _: None
        if isinstance(kind, GraphQLList):
            return self._list(node, kind)
        if isinstance(kind, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
            return self._object(node, kind)
        return self._leaf(node, kind)

    def _leaf(self, node: ValueNode, kind: Any) -> Getter:
        start = node.loc.start if node.loc else -1
        if is_literal(node) and start in self.literals:
            number, read = self.literals[start], reader_of(node, kind)
            self.used[start] = (number, read)
            return lambda inputs: read(inputs.literals[number])
        value = converter(kind)(value_from_ast(node, kind))
        if value is Undefined:
            raise Fallback("a literal does not fit")
        return lambda _: value

    def _list(self, node: ValueNode, kind: GraphQLList[Any]) -> Getter:
        nodes = node.values if isinstance(node, ListValueNode) else (node,)
        inner = [self._value(one, kind.of_type) for one in nodes]

        def get(inputs: Inputs) -> Any:
            values = [one(inputs) for one in inner]
            return [None if value is Undefined else value for value in values]

        return get

    def _object(self, node: ObjectValueNode, kind: GraphQLInputObjectType) -> Getter:
        given = {one.name.value: one.value for one in node.fields}
        inner = [
            (python_name(name, field), self._value(given[name], field.type))
            for name, field in kind.fields.items()
            if name in given
        ]

        def get(inputs: Inputs) -> Any:
            values = ((name, one(inputs)) for name, one in inner)
            return {name: value for name, value in values if value is not None and value is not Undefined}

        return get


def _not_null(inner: Getter) -> Getter:
    def get(inputs: Inputs) -> Any:
        value = inner(inputs)
        if value is None or value is Undefined:
            raise Fallback("a value is missing")
        return value

    return get
