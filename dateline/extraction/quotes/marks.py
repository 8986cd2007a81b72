"""Passages inside quotation marks: which mark opens, which closes, which is an apostrophe or an inch.

Typographic, straight, angle, low, single and doubled back-tick marks.  Each paragraph stands for itself: an odd mark
spoils at most its own.  Where each of several paragraphs opens with a mark and only the last closes, they are one
chain.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from dateline.extraction.notes import Notes, Stage
from schema.spans import Span

PAIRS = {"“": "”", "„": "“”", "«": "»", "``": "''", "''": "''", '"': '"', "”": "”", "‟": "”", "＂": "＂"}
"""Opening marks and the marks that may close them; some writers open with a closing mark."""
_DOUBLE = re.compile(r"``|''|[“”„«»\"‟＂]")
_SINGLE_OPEN = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–:-]))[‘'](?=[^\W_])")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?![^\W_])")
_DECADE = re.compile(r"[‘’']\d\ds?\b|[‘’'](?:em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_ENDS_IN_CUE = re.compile(r",\s(?:\w+\s){1,4}(?:said|wrote|added|told \w+)\.$")
"""A paragraph that ends so is not quoted to its end: its closing mark was lost."""
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """Words inside quotation marks; `start` and `end` leave the marks out."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    chain: int
    """The same for passages that go on over paragraphs."""
    single: bool = False

    @property
    def span(self) -> Span:
        """What is inside."""
        return Span(self.start, self.end)


def run(notes: Notes) -> None:
    """Fills `notes.marks`."""
    notes.marks = find_passages(notes.source.text, notes.paragraphs)


MARKS_STAGE = Stage("marks", frozenset({"parse"}), frozenset({"marks"}), run)


def find_passages(text: str, paragraphs: tuple[Span, ...]) -> tuple[MarkedPassage, ...]:
    """All passages, in order, none overlapping; marks inside others are left alone."""
    passages: list[MarkedPassage] = []
    chain, carried = 0, False
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = following is not None and text[following.start] in "“\"«„‘'`"
        goes_on = goes_on and not _ENDS_IN_CUE.search(text, paragraph.start, paragraph.end)
        found, open_ended = _of_paragraph(text, paragraph, goes_on)
        for number, passage in enumerate(found):
            continues = carried and number == 0 and passage.outer_start == paragraph.start
            chain += 0 if continues else 1
            passages.append(replace(passage, chain=chain))
        carried = open_ended
    return tuple(passages)


def _of_paragraph(text: str, paragraph: Span, goes_on: bool) -> tuple[list[MarkedPassage], bool]:
    """The passages of one paragraph, and whether the last runs on into the next."""
    doubles, open_ended = _doubles(text, paragraph, goes_on)
    singles = _singles(text, paragraph, doubles)
    found = sorted([*doubles, *singles], key=lambda passage: passage.start)
    return found, open_ended


def _doubles(text: str, paragraph: Span, goes_on: bool) -> tuple[list[MarkedPassage], bool]:
    found: list[MarkedPassage] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            if _can_open(text, mark, paragraph):
                opened = mark
        elif _closes(text, opened, mark, paragraph):
            found.extend(_passage(opened.start(), opened.end(), mark.start(), mark.end()))
            opened = None
        elif mark.group() == opened.group() and _can_open(text, mark, paragraph) and mark.group() not in ('"', "''"):
            opened = mark  # the first was odd
    if opened is not None and goes_on and not text[opened.end() : paragraph.end].isspace():
        found.extend(_passage(opened.start(), opened.end(), paragraph.end, paragraph.end))
        return found, True
    if opened is not None and opened.start() == paragraph.start and _whole_sentence(text, paragraph):
        found.extend(_passage(opened.start(), opened.end(), paragraph.end, paragraph.end))
    return found, False


def _whole_sentence(text: str, paragraph: Span) -> bool:
    """Whether a paragraph that opens with a mark and never closes it is all quotation."""
    return text[paragraph.end - 1] in ".!?…" and paragraph.end - paragraph.start < 600


def _passage(outer_start: int, start: int, end: int, outer_end: int) -> list[MarkedPassage]:
    return [MarkedPassage(start, end, outer_start, outer_end, 0)] if end - start >= SHORTEST else []


def _can_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    start, end = mark.span()
    after = text[end] if end < paragraph.end else " "
    before = text[start - 1] if start > paragraph.start else " "
    if mark.group() in ("“", "„", "«", "``", "‟"):
        return not after.isspace() or start == paragraph.start
    if before.isdigit() and (after.isspace() or not after.isalnum()):
        return False  # inches
    return not after.isspace() and not before.isalnum()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() not in PAIRS.get(opened.group(), "") and not (opened.group() == '"' and mark.group() == "”"):
        return False
    start, end = mark.span()
    if mark.group() not in ('"', "''"):
        return True
    before = text[start - 1]
    after = text[end] if end < paragraph.end else " "
    if before.isspace() and after.isalnum():
        return False
    inches = before.isdigit() and re.search(r"\d['’]\s?\d*$", text[max(opened.end(), start - 6) : start]) is not None
    return not (inches and (not after.isspace() or text.find(mark.group(), end, paragraph.end) >= 0))


def _singles(text: str, paragraph: Span, doubles: list[MarkedPassage]) -> list[MarkedPassage]:
    """Single marks outside double ones, as British papers use them."""
    found: list[MarkedPassage] = []
    closing = _Closing(text, paragraph)
    at = paragraph.start
    while opened := _next_single(text, at, paragraph):
        at = opened.end()
        if _inside(opened.start(), doubles) or _DECADE.match(text, opened.start()):
            continue
        closed = closing.of(opened)
        if closed is None or _first_ending_after(opened.start(), doubles) <= closed:
            continue
        inner = text[opened.end() : closed]
        if len(inner) >= SHORTEST and (" " in inner or inner[0].isupper() or opened.group() == "‘"):
            found.append(MarkedPassage(opened.end(), closed, opened.start(), closed + 1, 0, single=True))
            at = closed + 1
    return found


def _next_single(text: str, at: int, paragraph: Span) -> re.Match[str] | None:
    for match in _SINGLE_OPEN.finditer(text, at, paragraph.end):
        return match
    return _SINGLE_OPEN.match(text, paragraph.start) if at == paragraph.start and text[at] in "‘'" else None


def _inside(offset: int, doubles: list[MarkedPassage]) -> bool:
    return _first_ending_after(offset, doubles) <= offset


def _first_ending_after(offset: int, doubles: list[MarkedPassage]) -> float:
    """Where the first passage begins that ends behind a character."""
    at = bisect_right(doubles, offset, key=lambda passage: passage.outer_end)
    return doubles[at].outer_start if at < len(doubles) else math.inf


class _Closing:
    """The single marks of a paragraph that may close: all, those after punctuation, and those after no plural."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self._text = text
        self._all = [match.start() for match in _SINGLE_CLOSE.finditer(text, paragraph.start, paragraph.end)]
        self._curly = self._sorted_out([at for at in self._all if text[at] == "’"])
        self._any = self._sorted_out(self._all)

    def _sorted_out(self, marks: list[int]) -> tuple[list[int], list[int], list[int]]:
        stopped = [at for at in marks if self._text[at - 1] in ".,!?…"]
        return marks, stopped, [at for at in marks if self._text[at - 1] != "s"]

    def of(self, opened: re.Match[str]) -> int | None:
        """Where a single mark closes: rather after punctuation than after a plural's possessive."""
        kinds = self._curly if opened.group() == "‘" else self._any
        after = opened.end() + 1
        first, stopped, plain = (_at_or_after(marks, after) for marks in kinds)
        if stopped is None or plain is None:
            return first if stopped is None else stopped
        return min(stopped, plain)


def _at_or_after(marks: list[int], offset: int) -> int | None:
    at = bisect_left(marks, offset)
    return marks[at] if at < len(marks) else None
