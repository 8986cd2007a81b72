"""Characters that no database or browser takes, replaced one by one so that offsets stay; line ends made `\\n`."""

from __future__ import annotations

import re

from dateline.extraction.cleaning.pieces import Traced
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


def unwrap(text: str) -> str:
    """A text whose lines were broken at a fixed width, each such break made a space (offsets stay)."""
    return re.sub(r"(?<=\S)\n(?=[ \t]*\S)(?![ \t]{2,}\S)", " ", text) if _is_wrapped(text) else text


def _is_wrapped(text: str) -> bool:
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]
    inner = [line.rstrip() for lines in blocks for line in lines[:-1]]
    if len(inner) < 3:
        return False
    full = sum(45 <= len(line) <= 100 for line in inner)
    open_ended = sum(not line.endswith((".", "!", "?", ":", '"', "”", "'")) for line in inner)
    return full >= 0.8 * len(inner) and open_ended >= 0.6 * len(inner)
