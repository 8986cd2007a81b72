"""The visible text of a page as blocks of characters, each with its offset in the page."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from schema.errors import SourceError

Character = tuple[str, int]

_TOKEN = re.compile(
    r"(?P<hidden><!--.*?(?:-->|$)|<(?P<raw>script|style|noscript|template|svg|head|textarea|select|iframe)\b.*?(?:</(?P=raw)\s*>|$))"
    r"|(?P<tag></?(?P<name>[a-zA-Z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<![^>]*>|<\?[^>]*>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<text>[^<&]+|[<&])",
    re.S | re.I,
)
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp "
        "small span strike strong sub sup time tt u var wbr"
    ).split()
)
"""Elements that do not break a line; all others do."""
UNREAD = frozenset("button del s strike dialog".split())
"""Elements whose text is no part of what the page tells: controls, and what was taken back."""
ASIDES = frozenset("aside form nav footer".split())
"""Elements that hold what stands beside a story."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDDEN = re.compile(
    r"""\shidden(?=[\s>/]|=["']?(?:hidden|true)?["'\s>])|\sstyle\s*=\s*(?:"[^"]*display\s*:\s*none|'[^']*display\s*:\s*none)""",
    re.I,
)
UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff\u200e\u200f")
"""Characters that show nothing: they would cut words in two."""
MOST_CHARACTERS = 1_000_000
"""Visible characters of a page: more than twice what one article may have; each costs about 150 bytes of memory."""


@dataclass(slots=True)
class Block:
    """A stretch of text without a break of line."""

    tag: str = ""
    """The element that it begins in."""
    characters: list[Character] = field(default_factory=list)
    linked: int = 0
    """Characters that are links."""
    is_aside: bool = False
    """Whether it lies in a form, navigation or aside."""

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(character for character, _ in self.characters)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.characters[0][1]


def read_blocks(content: str) -> list[Block]:
    """The visible blocks of a page, empty ones left out.  SourceError where it has more than MOST_CHARACTERS."""
    blocks: list[Block] = []
    current, links, count, asides = Block(), 0, 0, 0
    for kind, value, offset in _tokens(content):
        if kind == "break":
            if current.characters:
                blocks.append(current)
            current = Block(value, is_aside=asides > 0)
        elif kind == "aside":
            asides = max(asides + (1 if value else -1), 0)
        elif kind == "link":
            links = max(links + (1 if value else -1), 0)
        else:
            characters = list(_characters(kind, value, offset))
            current.characters += characters
            current.linked += len(characters) if links else 0
            count += len(characters)
            if count > MOST_CHARACTERS:
                raise SourceError(
                    f"The page has more than {MOST_CHARACTERS:,} characters of text.",
                    hint="Save the article alone.",
                    code="TOO_LARGE",
                )
    if current.characters:
        blocks.append(current)
    return [block for block in map(_composed, blocks) if not block.text.isspace()]


def _tokens(content: str) -> Iterator[tuple[str, str, int]]:
    """Breaks with the names of elements, texts, entities and links, in their order."""
    position, last = 0, ""
    while match := _TOKEN.match(content, position):
        position = match.end()
        if match["text"]:
            yield "text", match["text"], match.start()
        elif match["entity"]:
            yield "entity", match["entity"], match.start()
        elif match["tag"]:
            name, tag = (match["name"] or "").lower(), match["tag"]
            is_end = tag.startswith("</")
            if not is_end and name not in VOID and (name in UNREAD or _HIDDEN.search(tag)):
                position = _end_of(content, name, position) or position
            if name == "q":
                yield "text", "”" if is_end else "“", match.start()
            elif name == "a":
                yield "link", "" if is_end else "a", match.start()
            elif name not in INLINE:
                if name in ASIDES:
                    yield "aside", "" if is_end else name, match.start()
                last = name if not is_end else ""
                yield "break", last, match.start()


def _end_of(content: str, name: str, start: int) -> int | None:
    """Where an element ends whose beginning ends at `start`; None where it never does."""
    depth = 1
    for match in re.compile(rf"<(/?){re.escape(name)}\b[^>]*>", re.I).finditer(content, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return None


def _characters(kind: str, value: str, offset: int) -> Iterator[Character]:
    if kind == "entity":
        characters = ((character, offset) for character in html.unescape(value))
    else:
        characters = ((character, place) for place, character in enumerate(value, offset))
    for character, place in characters:
        if character not in UNSEEN:
            yield (" " if character.isspace() else character), place


def _composed(block: Block) -> Block:
    """With letters and the marks above them as one character: `e` and U+0301 as `é`."""
    if not any("\u0300" <= character <= "\u036f" for character, _ in block.characters):
        return block
    composed: list[Character] = []
    for character, offset in block.characters:
        if "\u0300" <= character <= "\u036f" and composed:
            joined = unicodedata.normalize("NFC", composed[-1][0] + character)
            if len(joined) == 1:
                composed[-1] = (joined, composed[-1][1])
                continue
        composed.append((character, offset))
    block.characters = composed
    return block
