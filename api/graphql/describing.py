"""Docstrings as descriptions: Strawberry takes them only when told."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry.types.field import StrawberryField

T = TypeVar("T")
E = TypeVar("E", bound=type[Enum])
F = TypeVar("F", bound=Callable[..., Any])


def doc(described: Any) -> str:
    """The docstring, its lines joined."""
    text = inspect.getdoc(described)
    assert text, f"{described} has no docstring"
    return " ".join(text.split())


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField, strawberry.field))
def output(cls: type[T]) -> type[T]:
    """An object type described by its docstring."""
    return strawberry.type(cls, description=doc(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField, strawberry.field))
def input_(cls: type[T]) -> type[T]:
    """An input type described by its docstring."""
    return strawberry.input(cls, description=doc(cls))


def resolved(description: str) -> Callable[[F], F]:
    """A field that a method gives."""
    field: Callable[[F], F] = strawberry.field(description=description)
    return field


def watched(description: str) -> Callable[[F], F]:
    """A field of a subscription, which a generator gives."""
    field: Callable[[F], F] = strawberry.subscription(description=description)
    return field


def described_enum(cls: E, *, name: str | None = None, description: str | None = None) -> E:
    """An enum whose members carry a `description`."""
    strawberry.enum(cls, name=name, description=description or doc(cls))
    definition = cls.__strawberry_definition__  # type: ignore[attr-defined]
    for value, member in zip(definition.values, cls, strict=True):
        value.description = member.description  # type: ignore[attr-defined]
    return cls
