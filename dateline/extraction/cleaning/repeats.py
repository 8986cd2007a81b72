"""Pull quotes: sentences of the story shown a second time, alone on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAD_LINES = 2
"""Headline, standfirst or first paragraph: they say the same things, and are what the article is known by."""
LEAST_WORDS = 4
LONGEST_REPEAT = 400
LONGEST_CHECKED = 100_000
"""Characters: each line is looked for in the whole text, which a book would make slow."""
_SENTENCE = re.compile(r"""["'“‘«„].*|.*[.!?…]["'”’»)]*""", re.S)


def find_repeats(lines: Sequence[str]) -> frozenset[int]:
    """Numbers of the lines that only repeat what a longer or an earlier line says.

    Case and punctuation do not count.  The first LEAD_LINES lines, and lines of fewer than LEAST_WORDS words or without
    the form of a sentence, are never taken for repeats.
    """
    if sum(map(len, lines)) > LONGEST_CHECKED:
        return frozenset()
    keys = [_key(line) for line in lines]
    whole = "\n".join(keys)
    starts = _starts(keys)
    return frozenset(
        number
        for number, line in enumerate(lines)
        if number >= LEAD_LINES and _can_repeat(line) and _occurs_elsewhere(whole, keys[number], starts[number])
    )


def _starts(keys: Sequence[str]) -> list[int]:
    """Where each key begins among all, joined by line breaks."""
    starts = [0]
    for key in keys:
        starts.append(starts[-1] + len(key) + 1)
    return starts


def _key(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


def _can_repeat(line: str) -> bool:
    return len(line) <= LONGEST_REPEAT and line.count(" ") >= LEAST_WORDS - 1 and bool(_SENTENCE.fullmatch(line))


def _occurs_elsewhere(whole: str, key: str, own: int) -> bool:
    """In an earlier line, or as a part of a longer later one (the first of two equal lines stays)."""
    if whole.find(key, 0, max(own - 1, 0)) >= 0:
        return True
    end = own + len(key)
    at = whole.find(key, end)
    while at >= 0:
        if not _is_whole_line(whole, at, at + len(key)):
            return True
        at = whole.find(key, at + 1)
    return False


def _is_whole_line(whole: str, start: int, end: int) -> bool:
    return (start == 0 or whole[start - 1] == "\n") and (end == len(whole) or whole[end] == "\n")
