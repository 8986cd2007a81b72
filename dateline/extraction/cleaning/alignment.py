"""Which blocks of a page make up a text that somebody took out of it, and gave no positions for.

Compared by letters and digits alone, so that list marks, hidden characters, quotation marks and the like do not matter.
The blocks keep the order of the page: of all ways to place them in the text the one that covers most of it is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from dateline.extraction.cleaning.blocks import Block, Character

LEAST_LETTERS = 12
"""Shorter blocks (`Share`) stand anywhere; they are placed only between longer ones."""
MOST_PLACES = 8
"""Places of one block in the text that are tried."""
LONGEST_PART = 6_000
LEAST_PART = 0.6
"""Share of a block that must be found where it is not found whole."""
WHOLE = 0.8
"""Share of a block from which it is taken whole."""
PARAGRAPHS = frozenset("p li blockquote dd h2 h3".split())
"""Elements that are read whole: a control within one may have cost its text the rest of the line."""
_NO_LETTER = re.compile(r"[\W_]+")


def letters_of(text: str) -> str:
    """Letters and digits alone, without case and marks."""
    if not text.isascii():
        text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return _NO_LETTER.sub("", text.casefold())


class _Best:
    """The best chain of blocks that ends before a place (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[int, int]] = [(0, -1)] * (size + 2)

    def before(self, place: int) -> tuple[int, int]:
        """Letters covered, and the number of the last candidate."""
        best, at = (0, -1), place + 1
        while at > 0:
            best = max(best, self._tree[at])
            at -= at & -at
        return best

    def put(self, place: int, value: tuple[int, int]) -> None:
        """Notes a chain that ends at a place."""
        at = place + 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], value)
            at += at & -at


def align(blocks: Sequence[Block], text: str) -> tuple[list[Block], float]:
    """The blocks that the text consists of, parts of blocks as blocks of their own, and the share of it covered."""
    wanted = letters_of(text)
    if not wanted:
        return [], 0.0
    keys = [letters_of(block.text) for block in blocks]
    placed = _place_long(keys, wanted)
    found = {number: blocks[number] for number, _ in placed}
    covered = sum(len(keys[number]) for number in found)
    for first, last, start, end in _gaps(placed, keys, len(wanted)):
        for number, characters, count in _fill(blocks, keys, range(first, last), wanted[start:end]):
            found[number] = replace(blocks[number], characters=characters)
            covered += count
    return [found[number] for number in sorted(found)], covered / len(wanted)


def _place_long(keys: Sequence[str], wanted: str) -> list[tuple[int, int]]:
    """Number and place of the long blocks that are found whole."""
    best, candidates = _Best(len(wanted)), []
    for number, key in enumerate(keys):
        if len(key) < LEAST_LETTERS:
            continue
        places = list(_occurrences(key, wanted))
        chains = [(best.before(place), place) for place in places]
        for (length, last), place in chains:
            candidates.append((number, place, last))
            best.put(place + len(key), (length + len(key), len(candidates) - 1))
    _, at = best.before(len(wanted))
    chain: list[tuple[int, int]] = []
    while at >= 0:
        number, place, at = candidates[at]
        chain.append((number, place))
    return chain[::-1]


def _occurrences(key: str, wanted: str) -> Iterator[int]:
    place = wanted.find(key)
    for _ in range(MOST_PLACES):
        if place < 0:
            return
        yield place
        place = wanted.find(key, place + 1)


def _gaps(placed: Sequence[tuple[int, int]], keys: Sequence[str], length: int) -> Iterator[tuple[int, int, int, int]]:
    """Blocks and letters between the placed blocks."""
    edges = [
        (-1, 0, 0),
        *((number, place, place + len(keys[number])) for number, place in placed),
        (len(keys), length, length),
    ]
    for (before, _, start), (after, end, _) in pairwise(edges):
        if after > before + 1 and end > start:
            yield before + 1, after, start, end


def _fill(
    blocks: Sequence[Block], keys: Sequence[str], numbers: range, wanted: str
) -> Iterator[tuple[int, list[Character], int]]:
    """Short blocks in their order, and parts of blocks, that make up the letters of a gap."""
    cursor = 0
    for number in numbers:
        key = keys[number]
        if not key:
            continue
        place = wanted.find(key, cursor)
        if place >= 0 and (len(key) >= LEAST_LETTERS or place - cursor <= LEAST_LETTERS):
            cursor = place + len(key)
            yield number, blocks[number].characters, len(key)
        elif len(key) >= LEAST_LETTERS and (part := _part_of(key, wanted[cursor:])) is not None:
            start, end, count = part
            if count >= WHOLE * len(key) or blocks[number].tag in PARAGRAPHS:
                start, end = 0, len(key)
            yield number, _cut(blocks[number].characters, start, end), count


def _part_of(key: str, wanted: str) -> tuple[int, int, int] | None:
    """First and last letter of a block that stand in the text, and how many do; None where too few."""
    if len(key) > LONGEST_PART or len(wanted) > LONGEST_PART:
        return None
    matches = [one for one in SequenceMatcher(None, key, wanted, autojunk=False).get_matching_blocks() if one.size >= 8]
    count = sum(one.size for one in matches)
    if count < LEAST_PART * min(len(key), len(wanted)) or count < LEAST_LETTERS:
        return None
    return matches[0].a, matches[-1].a + matches[-1].size, count


def _cut(characters: list[Character], start: int, end: int) -> list[Character]:
    """The characters from one letter to another, with the marks after the last."""
    at, first, last = 0, None, len(characters)
    for index, (character, _) in enumerate(characters):
        size = len(letters_of(character))
        if size and at >= start and first is None:
            first = index
        if size and at >= end:
            last = index
            break
        at += size
    return characters[first or 0 : last]
