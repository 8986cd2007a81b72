"""The only offset arithmetic of Dateline.

Offsets are Unicode code points, half open.  A `Span` is a pair of them, an `Excerpt` a span with the words
it covers (right by construction: it is cut, never typed), an `OffsetMap` leads from cleaned to raw offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (included) to `end` (excluded) of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that contains both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Excerpt:
    """Words of a text with their place in it: `text == whole[start:end]`, because only `cut` makes one."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, whole: str, start: int, end: int) -> Self:
        """Cuts `whole[start:end]`; ValueError where that is empty or out of bounds."""
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"no excerpt: {start} to {end} of {len(whole)}")
        return cls(start, end, whole[start:end])

    @property
    def span(self) -> Span:
        """The place without the words."""
        return Span(self.start, self.end)


def utf16_offset(text: str, offset: int) -> int:
    """The offset in UTF-16 code units (what a browser counts) of a code-point `offset` into `text`."""
    return offset + sum(1 for character in text[:offset] if character > "\uffff")


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The union of `spans`, sorted, touching ones joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From offsets into a cleaned text back to the raw text it was made from.

    `runs` are (clean start, raw start) pairs, sorted; within a run both texts advance together.  Characters that
    cleaning put in (a line break between paragraphs) belong to the run before them.
    """

    runs: tuple[tuple[int, int], ...] = ((0, 0),)

    def raw(self, offset: int) -> int:
        """The raw offset of the clean code point at `offset`."""
        index = bisect_right(self.runs, (offset, 1 << 62)) - 1
        clean_start, raw_start = self.runs[max(index, 0)]
        return raw_start + offset - clean_start

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span from the first to the last clean code point of a non-empty span."""
        return self.raw(start), self.raw(end - 1) + 1

    def after(self, inner: OffsetMap) -> OffsetMap:
        """The map of two cleanings in a row: `inner` ran first, on the raw text; this one on its result."""
        points = [clean for clean, _ in inner.runs]
        composed: list[tuple[int, int]] = []
        ends = [clean for clean, _ in self.runs[1:]] + [1 << 62]
        for (clean, middle), end in zip(self.runs, ends, strict=True):
            inside = points[bisect_right(points, middle) : bisect_right(points, middle + end - clean - 1)]
            composed.append((clean, inner.raw(middle)))
            composed.extend((clean + point - middle, inner.raw(point)) for point in inside)
        return OffsetMap(tuple(composed))
