"""Literals taken out of a query's text, so that texts which differ in nothing else share what was made for one of them.

A literal is a string or a number.  Enum values, booleans and null stay: there are few of each, and they decide what
statements look like.  Equal literals share a number, because whether two arguments are equal decides what is valid.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphql import (
    FloatValueNode,
    GraphQLInputType,
    GraphQLScalarType,
    IntValueNode,
    StringValueNode,
    Undefined,
    ValueNode,
    parse_value,
    value_from_ast,
)

from api.graphql.fast.fallback import Fallback
from schema.numbers import LARGEST_INT, SMALLEST_INT

_LITERAL = re.compile(
    r'("""(?:[^\\]|\\)*?(?<!\\)"""|"(?:[^"\\\n\r]|\\.)*"|#[^\n\r]*'
    r"|(?<![_0-9A-Za-z$.])-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![_0-9A-Za-z.]))"
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A text without its literals."""

    text: str
    """With the kind and number of each literal in place of it."""
    literals: tuple[str, ...]
    """As they were written, each once."""


def lift_literals(text: str) -> Skeleton:
    """The skeleton of a query."""
    pieces = _LITERAL.split(text)
    numbers: dict[str, int] = {}
    for place in range(1, len(pieces), 2):
        literal = pieces[place]
        if literal[0] != "#":
            number = numbers.setdefault(literal, len(numbers))
            pieces[place] = f"\0{_kind(literal)}{number}\0"
    return Skeleton("".join(pieces), tuple(numbers))


def _kind(literal: str) -> str:
    if literal[0] == '"':
        return "s"
    return "i" if literal.lstrip("-").isdecimal() else "f"


def find_literals(text: str) -> dict[int, int]:
    """The number of each literal by the offset where it starts."""
    numbers: dict[str, int] = {}
    found: dict[int, int] = {}
    for match in _LITERAL.finditer(text):
        if match[0][0] != "#":
            found[match.start()] = numbers.setdefault(match[0], len(numbers))
    return found


def is_literal(node: ValueNode) -> bool:
    """Whether a value is one that is lifted."""
    return isinstance(node, StringValueNode | IntValueNode | FloatValueNode)


def reader_of(node: ValueNode, kind: GraphQLInputType) -> Callable[[str], Any]:
    """From a literal of the node's sort, as written, to a value of the type; Fallback where it is none."""
    if isinstance(kind, GraphQLScalarType):
        if isinstance(node, StringValueNode) and kind.name in ("String", "ID"):
            return read_string
        if isinstance(node, IntValueNode) and kind.name == "Int":
            return _read_int
    return lambda literal: _read_any(literal, kind)


def read_string(literal: str) -> str:
    """The text that a literal in quotation marks stands for."""
    if "\\" in literal or literal.startswith('"""') or not literal.isprintable():
        value = parse_value(literal)
        assert isinstance(value, StringValueNode)
        return value.value
    return literal[1:-1]


def _read_int(literal: str) -> int:
    value = int(literal) if len(literal) < 12 else LARGEST_INT + 1
    if not SMALLEST_INT <= value <= LARGEST_INT:
        raise Fallback("a number is no Int")
    return value


def _read_any(literal: str, kind: GraphQLInputType) -> Any:
    value = value_from_ast(parse_value(literal), kind)
    if value is Undefined:
        raise Fallback("a literal does not fit")
    return value
