"""Marked passages with their tokens, and which of them stand as sentences of their own: direct speech begins there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extraction.notes import Notes
from dateline.extraction.quotes.cues import cue_words
from dateline.extraction.quotes.marks import MarkedPassage

ENDS_OPEN = (",", "?", "!", "…", "—", "–", "-", "?,", "!,")
"""Marks before a closing quotation mark after which a cue may follow."""
ENDS = (".", *ENDS_OPEN)


@dataclass(slots=True)
class Passage:
    """A marked passage with its tokens."""

    marked: MarkedPassage
    first: int
    last: int
    """Tokens `first` to `last`, both included."""
    paragraph: int
    standalone: bool = False
    used: bool = False


def read_passages(notes: Notes) -> list[Passage]:
    """All marked passages of an article, in order."""
    return PassageReader(notes).passages()


class PassageReader:
    """Reads the passages of one article."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._doc = notes.doc
        self._text = notes.source.text

    def passages(self) -> list[Passage]:
        """All passages, in order."""
        found = list(self._locate(self._notes.marks))
        for number, passage in enumerate(found):
            before = found[number - 1] if number else None
            passage.standalone = self._is_standalone(passage) or self._is_second_half(before, passage)
        return found

    def _locate(self, marks: Iterable[MarkedPassage]) -> Iterable[Passage]:
        paragraphs, number, at = self._notes.paragraphs, 0, 0
        doc = self._doc
        for marked in marks:
            while at < len(doc) and doc[at].idx + len(doc[at]) <= marked.start:
                at += 1
            while number + 1 < len(paragraphs) and paragraphs[number + 1].start <= marked.outer_start:
                number += 1
            last = at
            while last + 1 < len(doc) and doc[last + 1].idx < marked.end:
                last += 1
            if at < len(doc):
                yield Passage(marked, at, last, number)

    def _is_standalone(self, passage: Passage) -> bool:
        """Whether marked words are a sentence of their own."""
        marked = passage.marked
        inner = self._text[marked.start : marked.end].strip()
        paragraph = self._notes.paragraphs[passage.paragraph]
        before = self._text[paragraph.start : marked.outer_start].rstrip()
        starts = inner[:1].isupper() or inner[:1].isdigit() or inner[:1] in "(…[.‘'“$"
        after = self._text[marked.outer_end : paragraph.end].lstrip()
        words = passage.last - passage.first
        if marked.outer_end == marked.end and inner.endswith(ENDS):
            return True  # runs on into the next paragraph
        if not before or before.endswith((".", "!", "?", "”", '"', "''", "’")):
            if inner.endswith(ENDS) and starts:
                return words >= 3 or self._has_verb(passage) or (inner.endswith(",") and bool(after))
            return bool(starts and after[:1] in (",", "") and words >= 3 and self._has_verb(passage))
        if before.endswith((":", ",")):
            return (
                starts and (words >= 3 or inner.endswith(("!", "?", "."))) and (self._has_verb(passage) or words >= 5)
            )
        return bool(
            starts
            and inner.endswith(ENDS)
            and words >= 4
            and self._has_verb(passage)
            and self._cue_right_before(passage)
        )

    def _is_second_half(self, before: Passage | None, passage: Passage) -> bool:
        """`"A," he said, "and B."`: the sentence in marks goes on after the cue."""
        if before is None or not before.standalone or before.paragraph != passage.paragraph:
            return False
        between = self._text[before.marked.outer_end : passage.marked.outer_start].strip()
        first = self._text[before.marked.start : before.marked.end].rstrip()
        return (
            first.endswith((",", "—", "–", "-"))
            and between.endswith((",", "—", "–"))
            and len(between) < 160
            and not any(stop in between for stop in ".!?")
            and any(t.lemma_.lower() in cue_words().strong for t in self._doc[before.last + 1 : passage.first])
        )

    def _has_verb(self, passage: Passage) -> bool:
        return any(t.pos_ in ("VERB", "AUX") for t in self._doc[passage.first : passage.last + 1])

    def _cue_right_before(self, passage: Passage) -> bool:
        at = passage.first - 1
        while at >= 0 and (self._doc[at].is_punct or self._doc[at].is_quote or self._doc[at].is_space):
            at -= 1
        return at >= 0 and self._doc[at].lemma_.lower() in cue_words().strong
