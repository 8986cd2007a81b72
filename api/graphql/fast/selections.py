"""Selection sets as GraphQL's algorithm collects them: fragments followed, directives obeyed, equal keys merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
)

from api.graphql.fast.fallback import Fallback

INTERFACES: Mapping[str, str] = dict.fromkeys(("Article", "Event", "Actor", "Location", "Quote", "Judgement"), "Node")


@dataclass(slots=True)
class Field:
    """One key of an answer."""

    key: str
    name: str
    node: FieldNode
    """The first of those with this key; its arguments are those of all."""
    inner: list[SelectionSetNode] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Selections:
    """Collects selection sets of one document, for certain values of the variables in its directives."""

    fragments: Mapping[str, FragmentDefinitionNode]
    switches: Mapping[str, bool]
    """Variables of `@skip` and `@include`."""

    def collect(self, type_name: str, sets: Iterable[SelectionSetNode]) -> list[Field]:
        """What objects of a type are asked for, in order."""
        found: dict[str, Field] = {}
        visited: set[str] = set()
        for selections in sets:
            self._collect(type_name, selections, found, visited)
        return list(found.values())

    def _collect(self, type_name: str, selections: SelectionSetNode, found: dict[str, Field], seen: set[str]) -> None:
        for node in selections.selections:
            if not self._is_wanted(node.directives):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                own = found.setdefault(key, Field(key, node.name.value, node))
                if node.selection_set is not None:
                    own.inner.append(node.selection_set)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition.name.value if node.type_condition else type_name
                if _applies(condition, type_name):
                    self._collect(type_name, node.selection_set, found, seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen.add(node.name.value)
                fragment = self.fragments[node.name.value]
                if _applies(fragment.type_condition.name.value, type_name):
                    self._collect(type_name, fragment.selection_set, found, seen)

    def _is_wanted(self, directives: Iterable[DirectiveNode] | None) -> bool:
        for directive in directives or ():
            name = directive.name.value
            if name not in ("skip", "include"):
                raise Fallback(f"@{name} is not compiled")
            if self._switch(directive) is (name == "skip"):
                return False
        return True

    def _switch(self, directive: DirectiveNode) -> bool:
        (argument,) = directive.arguments or ()
        value: Any = argument.value
        switched = self.switches.get(value.name.value) if isinstance(value, VariableNode) else value.value
        if not isinstance(switched, bool):
            raise Fallback("a directive has no value")
        return switched


def _applies(condition: str, type_name: str) -> bool:
    return condition in (type_name, INTERFACES.get(type_name))
