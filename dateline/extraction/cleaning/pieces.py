"""A text cut out of another one, with the offsets that lead back recorded while it is cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schema.spans import OffsetMap


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and the way back to the raw one."""

    text: str
    offsets: OffsetMap


def join_pieces(raw: str, pieces: Sequence[tuple[int, int]], separator: str) -> Traced:
    """The slices `pieces` (start, end) of `raw`, in order, `separator` between them."""
    runs: list[tuple[int, int]] = []
    position = 0
    for start, end in pieces:
        runs.append((position, start))
        position += end - start + len(separator)
    text = separator.join(raw[start:end] for start, end in pieces)
    return Traced(text, OffsetMap(tuple(runs) or ((0, 0),)))


def trace_characters(characters: Iterable[tuple[str, int]]) -> Traced:
    """A text built from single characters, each with its raw offset."""
    text: list[str] = []
    runs: list[tuple[int, int]] = []
    expected = -1
    for character, raw in characters:
        if raw != expected:
            runs.append((len(text), raw))
        text.append(character)
        expected = raw + 1
    return Traced("".join(text), OffsetMap(tuple(runs) or ((0, 0),)))
