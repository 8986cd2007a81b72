"""Which objects SQLite writes as JSON itself: those of columns, parts and links alone, without lists in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLEnumType, GraphQLNamedOutputType, GraphQLNonNull, get_named_type

from api.graphql.fast.rows import SPECIAL
from api.graphql.fast.selections import Field
from api.graphql.fast.shapes import COLUMN, COMPUTED, KEYS, LINKS, PARTS, RELATIONS, SHORT_LISTS, TYPES, Part, column_of
from dateline.store.reading.plans.wanted import MOST_LINKS, Wanted, always_has
from dateline.store.reading.plans.writing import UNSHOWN, Choice, Kind, Path, Piece, Ref, Shown, refs_of

if TYPE_CHECKING:
    from api.graphql.fast.compiler import Compiler

MOST_PIECES = 200
"""Of one object; SQLite nests a thousand deep, and SQLAlchemy half as much."""
_KINDS = {
    "ID": Kind.PLAIN,
    "Date": Kind.PLAIN,
    "String": Kind.QUOTED,
    "Int": Kind.NUMBER,
    "Float": Kind.FLOAT,
    "Boolean": Kind.BOOLEAN,
    "DateTime": Kind.INSTANT,
}
_SHORT = frozenset({"confidence"})
"""Columns of numbers with few decimals, which need no look at each."""


class NotWrittenError(Exception):
    """An object has something that SQLite does not write."""


@dataclass(frozen=True, slots=True)
class TextPlan:
    """Objects of one noun."""

    compiler: Compiler
    noun: str

    def wanted(self, fields: Iterable[Field]) -> Wanted | None:
        """What rows are to have for objects with these fields; None where they must be made in Python."""
        try:
            pieces = tuple(self._object(self.noun, (), fields))
        except NotWrittenError:
            return None
        refs = tuple(dict.fromkeys(refs_of(pieces)))
        if not refs or len(pieces) > MOST_PIECES or len({ref.path for ref in refs}) > MOST_LINKS:
            return None
        return Wanted(self.noun, refs, pieces)

    def _object(self, noun: str, path: Path, fields: Iterable[Field]) -> Iterable[Piece]:
        return self._entries(fields, lambda asked: self._value(TYPES[noun], path, asked))

    def _entries(self, fields: Iterable[Field], value: Callable[[Field], Iterable[Piece]]) -> Iterable[Piece]:
        between = "{"
        for asked in fields:
            yield f'{between}"{asked.key}":'
            yield from value(asked)
            between = ","
        yield "}"

    def _value(self, type_name: str, path: Path, asked: Field) -> Iterable[Piece]:
        key = (type_name, asked.name)
        if asked.name == "__typename":
            return [f'"{type_name}"']
        if key in SHORT_LISTS or key in RELATIONS or key in COMPUTED or key in SPECIAL:
            raise NotWrittenError
        if key in LINKS:
            return self._link(type_name, path, asked)
        if key in PARTS:
            return self._part(PARTS[key], type_name, path, asked)
        kind = self.compiler.object_type(type_name).fields[asked.name].type
        return self._shown(
            get_named_type(kind), path, column_of(asked.name), nullable=not isinstance(kind, GraphQLNonNull)
        )

    def _link(self, type_name: str, path: Path, asked: Field) -> Iterable[Piece]:
        steps, noun = LINKS[type_name, asked.name]
        end = (*path, *steps)
        needed = isinstance(self.compiler.object_type(type_name).fields[asked.name].type, GraphQLNonNull)
        present = tuple(self._object(noun, end, self.compiler.fields(TYPES[noun], asked)))
        return [Choice(Ref(end, KEYS.get(noun, "id")), present, UNSHOWN if needed else "null")]

    def _part(self, part: Part, type_name: str, path: Path, asked: Field) -> Iterable[Piece]:
        own = get_named_type(self.compiler.object_type(type_name).fields[asked.name].type).name

        def value(one: Field) -> Iterable[Piece]:
            if one.name == "__typename":
                return [f'"{own}"']
            if part.counted is not None:
                return [_bound(path, part.counted, one.name)]
            column = COLUMN.fullmatch(part.fields[one.name])
            if column is None:
                raise NotWrittenError
            if column[2] is None:
                return [Shown(Ref(path, column[1]), Kind.NUMBER, UNSHOWN)]
            named: Any = self.compiler.schema.type_map[column[2]]
            return self._shown(named, path, column[1], nullable=column[3] is not None)

        pieces = tuple(self._entries(self.compiler.fields(own, asked), value))
        return pieces if part.absent is None else [Choice(Ref(path, part.absent), pieces, "null")]

    def _shown(self, kind: GraphQLNamedOutputType, path: Path, column: str, *, nullable: bool) -> Sequence[Piece]:
        how = Kind.PLAIN if isinstance(kind, GraphQLEnumType) else _KINDS.get(kind.name)
        if how is None:
            raise NotWrittenError
        ref = Ref(path, column)
        if column in _SHORT:
            how = Kind.RAW
        if not always_has(self.noun, path, column):
            return [Shown(ref, how, "null" if nullable else UNSHOWN)]
        # Quotation marks join what stands beside them.
        return ['"', Shown(ref, Kind.RAW, None), '"'] if how is Kind.PLAIN else [Shown(ref, how, None)]


def _bound(path: Path, prefix: str, name: str) -> Shown:
    """Of a number of killed or injured its words, the number itself, one of its bounds, or where it was taken from."""
    own, best = Ref(path, f"{prefix}{name}"), Ref(path, f"{prefix}best")
    if name == "text":
        return Shown(own, Kind.QUOTED, None, best)
    if name == "basis":
        return Shown(own, Kind.PLAIN, UNSHOWN)
    if name == "low":
        return Shown(own, Kind.CAPPED, None, best)
    return Shown(own, Kind.CAPPED, "null" if name == "high" else None)
