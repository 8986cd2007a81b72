"""The article that a page holds as data (`articleBody` of its JSON-LD), for pages that show the beginning only."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dateline.extraction.cleaning.blocks import Character

LEAST_LETTERS = 200
_SCRIPT = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script", re.S | re.I)
_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"', re.S)
_PART = re.compile(
    r"\\u([0-9a-fA-F]{4})|\\(.)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});|<[^<>]{1,300}>|.", re.S
)
_ESCAPES = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": ""}


def find_article_body(content: str) -> list[list[Character]]:
    """Its paragraphs, each character with its offset in the page; empty where there is none worth it."""
    found: list[list[Character]] = []
    for script in _SCRIPT.finditer(content):
        for match in _BODY.finditer(content, script.start(1), script.end(1)):
            paragraphs = list(_paragraphs(content, match.start(1), match.end(1)))
            found = max(found, paragraphs, key=lambda one: sum(map(len, one)))
    return found if sum(map(len, found)) >= LEAST_LETTERS else []


def _paragraphs(content: str, start: int, end: int) -> Iterator[list[Character]]:
    current: list[Character] = []
    for character, offset in _decode(content, start, end):
        if character == "\n":
            if any(not one.isspace() for one, _ in current):
                yield current
            current = []
        else:
            current.append((character, offset))
    if any(not one.isspace() for one, _ in current):
        yield current


def _decode(content: str, start: int, end: int) -> Iterator[Character]:
    """The characters that a JSON string stands for, tags and entities in it read too."""
    high = ""
    for match in _PART.finditer(content, start, end):
        part, offset = match.group(), match.start()
        if match[1]:
            unit = chr(int(match[1], 16))
            if "\ud800" <= unit <= "\udbff":
                high = unit
                continue
            text = (high + unit).encode("utf-16", "surrogatepass").decode("utf-16", "replace") if high else unit
            high = ""
        elif match[2]:
            text = _ESCAPES.get(match[2], match[2])
        elif part.startswith("<") and len(part) > 1:
            text = "\n" if re.match(r"</?(?:p|br|div|li|h\d)\b", part, re.I) else ""
        else:
            text = html.unescape(part) if part.startswith("&") and len(part) > 1 else part
        for character in text:
            yield (" " if character.isspace() and character != "\n" else character), offset
