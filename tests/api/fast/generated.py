"""Operations that hypothesis-graphql generates over the whole schema, and the same with arguments that find something.

What is generated has arguments at the edges of their types, so nearly all of it is refused; the same selections with
ids, words and sizes of the small world are answered.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    StringValueNode,
    TypeInfo,
    TypeInfoVisitor,
    ValueNode,
    Visitor,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    parse,
    print_ast,
    visit,
)
from hypothesis import strategies as st
from hypothesis_graphql import queries

SCALARS: dict[str, st.SearchStrategy[ValueNode]] = {
    "Date": st.dates().map(lambda day: StringValueNode(value=day.isoformat())),
    "DateTime": st.datetimes().map(lambda moment: StringValueNode(value=moment.isoformat() + "Z")),
}
WORDS = ("harbor", "police", '"number 3"', "storms coming", "nowhere", " ")
NAMES = ("Mara Okafor3", "Harbour Union", "okafor", "Porto Alto", "riot", "VE", "RN", "The Tide", "Isle", "%", "tide")
DAYS = ("2024-01-10", "2024-03-01", "2024-11-05", "2025-06-30")
NUMBERS = {"latitude": -20.0, "longitude": 178.0, "radiusKm": 900.0, "south": -60, "north": 60, "west": 10, "east": 30}


def operations(schema: GraphQLSchema, field: str) -> st.SearchStrategy[str]:
    """Documents that ask for one field of the root."""
    made: st.SearchStrategy[Any] = queries(schema, fields=[field], custom_scalars=SCALARS)
    return made


def every_field(schema: GraphQLSchema) -> Iterator[str]:
    """For each field of each type that queries lead to, one document that asks for it, by the shortest way there.

    Where it needs an id, that is the name of the field: `article(id: "article")`.
    """
    assert schema.query_type is not None
    around, kinds = {schema.query_type: "{ %s }"}, [schema.query_type]
    for kind in kinds:  # which grows
        frame = around[kind]
        for name, field in kind.fields.items():
            required = [arg for arg, asked in field.args.items() if is_required_argument(asked)]
            given = ["by: [TYPE]" if arg == "by" else f'{arg}: "{name}"' for arg in required]
            asked_for = f"{name}({', '.join(given)})" if given else name
            inner = get_named_type(field.type)
            if isinstance(inner, GraphQLObjectType):
                if inner not in around:
                    around[inner] = frame % f"{asked_for} {{ %s }}"
                    kinds.append(inner)
                yield frame % f"{asked_for} {{ {' '.join(['__typename', *_leaves(inner)])} }}"
            elif is_leaf_type(inner):
                yield frame % asked_for


def _leaves(kind: GraphQLObjectType) -> Iterator[str]:
    return (name for name, field in kind.fields.items() if is_leaf_type(get_named_type(field.type)))


def sensible(schema: GraphQLSchema, text: str, ids: Mapping[str, list[str]], seed: int) -> str:
    """The same selections with arguments that find something, some fields renamed or moved into fragments."""
    info = TypeInfo(schema)
    return str(
        print_ast(visit(parse(text), TypeInfoVisitor(info, _Sensible(info, ids, random.Random(f"{seed} {text}")))))
    )


class _Sensible(Visitor):
    def __init__(self, info: TypeInfo, ids: Mapping[str, list[str]], chance: random.Random) -> None:
        super().__init__()
        self._info, self._ids, self._chance = info, ids, chance

    def leave_field(self, node: FieldNode, *_: Any) -> Any:
        """The arguments anew; some fields go into a fragment."""
        defined = self._info.get_field_def()
        parent = self._info.get_parent_type()
        if defined is None or parent is None:
            return None
        arguments = {name: self._value(name, one.type) for name, one in defined.args.items()}
        if "last" in arguments:
            unwanted = self._chance.choice(("first", "last", "last"))
            arguments[unwanted] = None
        given = ", ".join(f"{name}: {value}" for name, value in arguments.items() if value is not None)
        called = f"{node.name.value}({given})" if given else node.name.value
        alias = f"{node.alias.value}: " if node.alias else ""
        inner = print_ast(node.selection_set) if node.selection_set else ""
        changed = f"{alias}{called} {inner}"
        wrapped = f"... on {parent.name} {{ {changed} }}" if self._chance.random() < 0.05 else changed
        (operation,) = parse(f"{{ {wrapped} }}").definitions
        assert isinstance(operation, OperationDefinitionNode)
        return operation.selection_set.selections[0]

    def _value(self, name: str, kind: Any) -> str | None:
        """A literal, None to leave it out."""
        if isinstance(kind, GraphQLNonNull):
            return self._value(name, kind.of_type) or self._leaf(name, kind.of_type)
        if name in ("after", "before") and kind.name == "String":
            return None
        if name in ("first", "last"):
            return self._chance.choice(("0", "1", "2", "3", None))
        if isinstance(kind, GraphQLInputObjectType):
            return self._object(kind)
        if isinstance(kind, GraphQLList):
            return "[" + ", ".join(self._leaf(name, kind.of_type) for _ in range(self._chance.randint(1, 2))) + "]"
        return self._leaf(name, kind) if self._chance.random() < 0.6 else None

    def _object(self, kind: GraphQLInputObjectType) -> str:
        fields = dict(kind.fields)
        required = [name for name, one in fields.items() if isinstance(one.type, GraphQLNonNull)]
        chosen = required or self._chance.sample(sorted(fields), self._chance.choice((0, 1, 1, 2)))
        if self._chance.random() < 0.7:
            chosen = [name for name in chosen if name not in ("AND", "OR", "NOT")]
        entries = ((name, self._value(name, fields[name].type)) for name in chosen)
        return "{" + ", ".join(f"{name}: {value}" for name, value in entries if value is not None) + "}"

    def _leaf(self, name: str, kind: Any) -> str:
        kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(kind, GraphQLInputObjectType):
            return self._object(kind)
        if isinstance(kind, GraphQLEnumType):
            return str(self._chance.choice(sorted(kind.values)))
        if kind.name == "ID":
            noun = self._chance.choice(sorted(self._ids))
            return f'"{self._chance.choice(self._ids[noun])}"'
        pools = {"String": WORDS if name == "search" else NAMES, "Date": DAYS}
        if kind.name in pools:
            return repr_of(self._chance.choice(pools[kind.name]))
        return str(NUMBERS.get(name, self._chance.choice((0, 1, 3, 20))))


def repr_of(text: str) -> str:
    """A literal of GraphQL."""
    return str(print_ast(StringValueNode(value=text)))
