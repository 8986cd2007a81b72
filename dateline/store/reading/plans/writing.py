"""Columns of rows, and the JSON that SQLite writes out of them itself.

A thousand rows of eight columns cost less as one text than as Python's objects: by `||` and `group_concat`, two thirds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Text, case, cast, func, literal_column, or_

from schema.numbers import LARGEST_INT

Path = tuple[str, ...]
"""Links followed from the rows that were asked for; empty for those themselves."""
CONTEXT = "context"
"""The column of an evidence's words with what is around them."""


@dataclass(frozen=True, slots=True)
class Ref:
    """One column at the end of a path."""

    path: Path
    name: str
    sides: tuple[str, str] | None = None
    """For CONTEXT: the parameters that say how many code points stand before and after."""


BETWEEN = "\x1e"
"""What stands between two objects.  JSON has no such character, outside of texts or in them."""
UNSHOWN = "\x1a"
"""Stands for a value that cannot be written so: rows must be asked for."""


class Kind(Enum):
    """How a value is written."""

    RAW = auto()
    """As it is."""
    PLAIN = auto()
    """As it is, in quotation marks: ids, codes, dates."""
    QUOTED = auto()
    NUMBER = auto()
    CAPPED = auto()
    """A number, or the largest that GraphQL has."""
    FLOAT = auto()
    BOOLEAN = auto()
    INSTANT = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """A value; `absent` is written where there is none, None where there always is one."""

    ref: Ref
    kind: Kind
    absent: str | None
    other: Ref | None = None
    """The column whose value stands for one that is missing or empty."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is written where a column has a value, and where it has none."""

    ref: Ref
    present: tuple[Piece, ...]
    absent: str


Piece = str | Shown | Choice
Column = Callable[[Ref], ColumnElement[Any]]


def text_of(pieces: Iterable[Piece], column: Column) -> ColumnElement[Any]:
    """What is written of a row, for SQLite; columns come from `column`."""
    return _joined([_written(piece, column) for piece in _merged(pieces)])


def refs_of(pieces: Iterable[Piece]) -> Iterable[Ref]:
    """All columns that are needed."""
    for piece in pieces:
        if isinstance(piece, Shown):
            yield piece.ref
            if piece.other is not None:
                yield piece.other
        elif isinstance(piece, Choice):
            yield piece.ref
            yield from refs_of(piece.present)


def grouped(texts: ColumnElement[Any]) -> ColumnElement[Any]:
    """The texts of all rows as one."""
    return func.group_concat(texts, constant(BETWEEN))


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The same with fewer parts: constants beside each other are one, those beside a choice are part of it."""
    merged: list[Piece] = []
    for piece in map(_chosen, pieces):
        last = merged[-1] if merged else None
        if isinstance(last, str) and isinstance(piece, str):
            merged[-1] = last + piece
        elif isinstance(last, str) and isinstance(piece, Choice):
            merged[-1] = Choice(piece.ref, (last, *piece.present), last + piece.absent)
        elif isinstance(last, Choice) and isinstance(piece, str):
            merged[-1] = Choice(last.ref, (*last.present, piece), last.absent + piece)
        else:
            merged.append(piece)
    return merged


def _chosen(piece: Piece) -> Piece:
    """A text that may be missing as a choice."""
    if not isinstance(piece, Shown) or piece.kind is not Kind.PLAIN or piece.other is not None:
        return piece
    if piece.absent is None or piece.absent == UNSHOWN:
        return piece
    return Choice(piece.ref, ('"', Shown(piece.ref, Kind.RAW, None), '"'), piece.absent)


def _joined(parts: Sequence[ColumnElement[Any]]) -> ColumnElement[Any]:
    """In halves: SQLite copies what stands left of a `||`, which comes to less so than from left to right."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return _beside(_joined(parts[:half]), _joined(parts[half:]))


def _beside(left: ColumnElement[Any], right: ColumnElement[Any]) -> ColumnElement[Any]:
    return left.op("||", return_type=Text())(right)


def constant(text: str) -> ColumnElement[Any]:
    """A text that stands in the statement."""
    if text in (BETWEEN, UNSHOWN):
        return literal_column(f"char({ord(text)})", Text())
    quoted = text.replace("'", "''")
    return literal_column(f"'{quoted}'", Text())


def _written(piece: Piece, column: Column) -> ColumnElement[Any]:
    if isinstance(piece, str):
        return constant(piece)
    own = column(piece.ref)
    if isinstance(piece, Choice):
        return case((own.is_(None), constant(piece.absent)), else_=text_of(piece.present, column))
    if piece.other is not None:
        own = func.coalesce(func.nullif(own, constant("")), cast(column(piece.other), own.type))
    written: ColumnElement[Any] = _VALUES[piece.kind](own)
    if piece.absent is None or (piece.kind is Kind.QUOTED and piece.absent == "null"):
        return written  # `json_quote` writes null itself.
    if piece.kind is Kind.PLAIN:
        return func.coalesce(written, constant(piece.absent))
    return case((own.is_(None), constant(piece.absent)), else_=written)


def _plain(value: ColumnElement[Any]) -> ColumnElement[Any]:
    return _beside(_beside(constant('"'), value), constant('"'))


def _number(value: ColumnElement[Any]) -> ColumnElement[Any]:
    is_int = value.between(literal_column(str(-LARGEST_INT)), literal_column(str(LARGEST_INT)))
    return case((is_int, value), else_=constant(UNSHOWN))


def _float(value: ColumnElement[Any]) -> ColumnElement[Any]:
    """SQLite writes fifteen digits, and others than orjson where there is an exponent."""
    is_short = value == func.round(value, literal_column("6"))
    is_above = value.between(literal_column("0.0001"), literal_column("1000000"))
    is_below = value.between(literal_column("-1000000"), literal_column("-0.0001"))
    is_usual = or_(is_above, is_below, value == literal_column("0"))
    return case((is_short & is_usual, value), else_=constant(UNSHOWN))


def _boolean(value: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((value == literal_column("1"), constant("true")), else_=constant("false"))


def _instant(value: ColumnElement[Any]) -> ColumnElement[Any]:
    """`2024-11-05 12:00:00.000000`, which is UTC, as answers have it."""
    whole = func.replace(func.substr(value, 1, 19), " ", "T")
    fraction = func.substr(value, 20)
    shown = case((fraction == ".000000", ""), else_=fraction)
    return reduce(_beside, (constant('"'), whole, shown, constant('Z"')))


_VALUES: dict[Kind, Callable[[Any], Any]] = {
    Kind.RAW: lambda value: value,
    Kind.PLAIN: _plain,
    Kind.QUOTED: func.json_quote,
    Kind.NUMBER: _number,
    Kind.CAPPED: lambda value: func.min(value, literal_column(str(LARGEST_INT))),
    Kind.FLOAT: _float,
    Kind.BOOLEAN: _boolean,
    Kind.INSTANT: _instant,
}
