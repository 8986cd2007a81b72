"""Where words that somebody quotes stand in a text: as written, or but for marks, spaces, dashes and case.

No word and no number is ever changed to find them: what is not there is not found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from schema.spans import Span

QUOTES = frozenset("\"'`´‘’‚‛“”„‟«»‹›″′「」『』")
DASHES = frozenset("-‐‑‒–—―−")
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
LONGEST = 1_000
"""Code points of words that are looked for; nobody quotes more to name one value."""
MOST = 100
"""Places at which the same words are taken."""


class Aligner:
    """Finds words in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain, self._origins = flatten(text)

    def find(self, words: str, within: Span | None = None) -> list[Span]:
        """Where the words stand, in order, as spans of the text; those as written before those written otherwise."""
        wanted = words.strip()
        if not any(map(str.isalnum, wanted)) or len(wanted) > LONGEST:
            return []
        found = [span for span in self._as_written(wanted) if within is None or within.contains(span)]
        return found or [span for span in self._alike(wanted) if within is None or within.contains(span)]

    def _as_written(self, words: str) -> Iterator[Span]:
        for start in occurrences(self._text, words):
            span = Span(start, start + len(words))
            if is_whole(self._text, span):
                yield span

    def _alike(self, words: str) -> Iterator[Span]:
        plain = flatten(words)[0].strip("' ")
        for start in occurrences(self._plain, plain):
            span = self._origin(start, start + len(plain))
            if span is not None and is_whole(self._text, span):
                yield span

    def _origin(self, start: int, end: int) -> Span | None:
        """The characters that a part of the flattened text was made of; None where it ends within one."""
        origins = self._origins
        if (start and origins[start - 1] == origins[start]) or (
            end < len(origins) and origins[end] == origins[end - 1]
        ):
            return None
        return Span(origins[start], origins[end - 1] + 1)


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where the words begin, at most MOST of them."""
    start = text.find(words) if words else -1
    for _ in range(MOST):
        if start < 0:
            return
        yield start
        start = text.find(words, start + 1)


def flatten(text: str) -> tuple[str, list[int]]:
    """The text with one mark, dash and space for all and without case, and the offset that each character is from."""
    plain: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        for flat in _flat(character):
            if flat in " -" and plain and plain[-1] == flat:
                continue
            plain.append(flat)
            origins.append(offset)
    return "".join(plain), origins


def _flat(character: str) -> str:
    if character in QUOTES:
        return "'"
    if character in DASHES:
        return "-"
    if character.isspace():
        return " "
    return "" if character in INVISIBLE else character.casefold()


def is_whole(text: str, span: Span) -> bool:
    """Whether no word and no number is cut at either end."""
    first, last = text[span.start], text[span.end - 1]
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if (before and _belong(before[-1], first)) or (after and _belong(last, after[0])):
        return False
    cut_before = len(before) == 2 and first.isdigit() and before[1] in ".,:/" and before[0].isdigit()
    cut_after = len(after) == 2 and last.isdigit() and after[0] in ".,:/" and after[1].isdigit()
    return not (cut_before or cut_after)


def _belong(left: str, right: str) -> bool:
    """Whether two neighbours are of one word or number; scripts without spaces between words have no such ends."""
    if unicodedata.combining(right) or right in INVISIBLE - {"\ufeff"}:
        return True
    if not (left.isalnum() and right.isalnum()):
        return False
    return not unicodedata.category(left) == unicodedata.category(right) == "Lo"
