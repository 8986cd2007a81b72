"""Plain text that is none: tags and entities of pages, UTF-8 that was read as windows-1252, characters nobody sees.

Each is undone where it stands, and the offsets lead back to what was there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dateline.extraction.cleaning.blocks import UNSEEN, Character, read_blocks
from dateline.extraction.cleaning.pieces import Traced, trace_characters
from schema.spans import OffsetMap

_BLOCKS = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)\s*>|<(?:p|br)\s*/?>", re.I)
_TAG = re.compile(r"</?(?:a|b|i|em|strong|span|u|font|sup|sub|small|mark|cite|q)(?:\s[^<>]{0,500})?/?>", re.I)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_SUSPECT = re.compile(
    r"</?[a-zA-Z][^<>]{0,500}>|&[#\w]{2,10};|[ÂÃâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u00ad\u200b\u2060\ufeff]"
)
_AFTER = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)}
_BYTES = {character: byte for byte, character in _AFTER.items()}
_REST = "[" + re.escape("".join(_AFTER.values())) + "]"
_DAMAGED = re.compile(rf"[ÂÃ]{_REST}|â€\ufffd|â{_REST}{{2}}|ð{_REST}{{3}}")


def repair(text: str) -> Traced:
    """The text as it was meant; the same where nothing is wrong with it."""
    if not _SUSPECT.search(text):
        return Traced(text, OffsetMap())
    if _BLOCKS.search(text):
        return trace_characters(_whole(_pairs_of_page(text)))
    return trace_characters(_whole(_pairs(text)))


def _pairs_of_page(text: str) -> Iterator[Character]:
    """The blocks of a piece of a page, with blank lines between them."""
    for number, block in enumerate(read_blocks(text)):
        if number:
            yield "\n", block.start
            yield "\n", block.start
        yield from block.characters


def _pairs(text: str) -> Iterator[Character]:
    """The characters without tags, entities read."""
    position = 0
    for match in re.finditer(f"{_TAG.pattern}|{_ENTITY.pattern}", text, re.I):
        yield from ((text[at], at) for at in range(position, match.start()))
        if match.group().startswith("&"):
            yield from ((character, match.start()) for character in html.unescape(match.group()))
        position = match.end()
    yield from ((text[at], at) for at in range(position, len(text)))


def _whole(pairs: Iterator[Character]) -> Iterator[Character]:
    """With damaged characters as they were, and without those that nobody sees."""
    characters = list(pairs)
    text = "".join(character for character, _ in characters)
    position = 0
    for match in _DAMAGED.finditer(text):
        yield from _seen(characters[position : match.start()])
        restored = _restore(match.group())
        yield from ((one, characters[match.start()][1]) for one in restored)
        position = match.end()
    yield from _seen(characters[position:])


def _seen(characters: list[Character]) -> Iterator[Character]:
    for character, offset in characters:
        if character not in UNSEEN:
            yield (" " if character == "\xa0" else character), offset


def _restore(damaged: str) -> str:
    if damaged == "â€\ufffd":
        return "”"  # its last byte has no character in windows-1252, and was lost
    raw = damaged[0].encode("latin-1") + bytes(_BYTES[character] for character in damaged[1:])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return damaged
