"""Characters that no database or browser takes, replaced one by one so that offsets stay; line ends made `\\n`."""

from __future__ import annotations

import re

from dateline.extraction.cleaning.pieces import Traced, join_pieces
from schema.spans import OffsetMap

_BAD = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(128, 133), *range(134, 160)), " ")
_BAD[0] = "\ufffd"
_BAD[0x85] = "\n"
_BAD[0xFEFF] = " "
"""Control characters and stray byte-order marks; the table is for str.translate."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_RETURN = re.compile(r"\r\n?")


def settle(raw: str) -> Traced:
    """The text with harmless characters only and `\\n` as its line end."""
    text = _SURROGATE.sub("\ufffd", raw.translate(_BAD))
    if "\r" not in text:
        return Traced(text, OffsetMap())
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    start = length = 0
    for match in _RETURN.finditer(text):
        runs.append((length, start))
        pieces.append(text[start : match.start()] + "\n")
        length += match.start() - start + 1
        start = match.end()
    runs.append((length, start))
    return Traced("".join([*pieces, text[start:]]), OffsetMap(tuple(runs)))


def unwrap(given: Traced) -> Traced:
    """A text whose lines were broken at a fixed width, each such break made a space, words broken there joined."""
    if "\n" not in given.text:
        return given
    text = _BREAK.sub(" ", given.text) if _is_wrapped(given.text) else _join_wrapped(given.text)
    return _join_hyphens(given.text, text, given.offsets)


_BREAK = re.compile(r"(?<=\S)\n(?=[ \t]*\S)(?![ \t]{2,}\S)")
_OPEN_BREAK = re.compile(r"(?m)^(?P<line>\S[^\n]{39,109}?[^\s.!?:;\"”=])[ \t]*\n(?=(?P<next>[ \t]?\S))")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zß-öø-ÿ])")
FEWEST_BREAKS = 2
KEPT_HYPHENS = frozenset(
    (
        "well self so ex half long short anti non pro two three four five six seven eight nine ten year "
        "month day week old north south east west mid high low vice co cross part full front multi semi post pre "
        "state one first second third"
    ).split()
)
"""Words that make compounds: a hyphen after one of them at the end of a line belongs to the word."""


def _join_wrapped(text: str) -> str:
    """The same for texts with headers or short lines among wrapped ones: lines that go on in lower case."""
    breaks = [match for match in _OPEN_BREAK.finditer(text) if match["next"].strip().islower()]
    if len(breaks) < FEWEST_BREAKS:
        return text
    width = max(len(match["line"]) for match in breaks)
    ends = {match.end("line") for match in _OPEN_BREAK.finditer(text)
            if match["next"].strip().islower() or len(match["line"]) > width - 14}  # fmt: skip
    places = {text.index("\n", end) for end in ends}
    return "".join(" " if at in places else character for at, character in enumerate(text))


def _join_hyphens(before: str, text: str, offsets: OffsetMap) -> Traced:
    """Without the hyphens at ends of lines that only broke a word; `before` has the breaks of `text`."""
    cuts = [match.start() for match in _HYPHEN.finditer(before)
            if text[match.start() + 1] == " " and not _is_compound(before, match.start())]  # fmt: skip
    if not cuts:
        return Traced(text, offsets)
    pieces = list(zip([0, *(cut + 2 for cut in cuts)], [*cuts, len(text)], strict=True))
    joined = join_pieces(text, pieces, "")
    return Traced(joined.text, joined.offsets.after(offsets))


def _is_compound(text: str, hyphen: int) -> bool:
    word = re.search(r"[\w-]*$", text[max(hyphen - 40, 0) : hyphen])
    return word is not None and word.group().lower() in KEPT_HYPHENS


def _is_wrapped(text: str) -> bool:
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]
    inner = [line.rstrip() for lines in blocks for line in lines[:-1]]
    if len(inner) < 3:
        return False
    full = sum(45 <= len(line) <= 100 for line in inner)
    open_ended = sum(not line.endswith((".", "!", "?", ":", '"', "”", "'")) for line in inner)
    return full >= 0.8 * len(inner) and open_ended >= 0.6 * len(inner)
