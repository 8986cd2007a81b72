"""The story of an HTML page, with the offset of each character in the page.

trafilatura decides which paragraphs are the article; the characters are cut from our own reading of the page, which
knows where each came from.  (trafilatura gives no positions, and diffing its text against the page would be a guess.)

The headline of a page is its `title` and no part of its text, whether it stands among the paragraphs or above them;
only where a page has no other text it is the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dateline.extraction.cleaning.characters import settle
from dateline.extraction.cleaning.metadata import PageMetadata, read_metadata
from dateline.extraction.cleaning.pieces import Traced, trace_characters
from schema.errors import SourceError

_TOKEN = re.compile(
    r"(?P<hidden><!--.*?(?:-->|$)|<(?P<raw>script|style|noscript|template|svg|head|textarea|select|iframe)\b.*?(?:</(?P=raw)\s*>|$))"
    r"|(?P<tag></?(?P<name>[a-zA-Z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<![^>]*>|<\?[^>]*>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<text>[^<&]+|[<&])",
    re.S | re.I,
)
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small "
        "span strike strong sub sup time tt u var wbr"
    ).split()
)
"""Elements that do not break a line; all others do."""

LEAST_MATCHED = 0.5
"""Share of trafilatura's text that must be found in the page; below it the page's own paragraphs are taken."""

MOST_CHARACTERS = 1_000_000
"""Visible characters of a page: more than twice what one article may have; each costs about 150 bytes of memory."""

LEAST_WORDS = 4
"""In at least one paragraph: `Home`, `News` and the like are no story."""


@dataclass(frozen=True, slots=True)
class Page(PageMetadata):
    """What an HTML page holds: the story as traced text, and what the page says about it."""

    body: Traced


def read_page(content: str) -> Page:
    """Story and metadata of a page; `body.text` is empty where there is no story.

    SourceError where the page has more than MOST_CHARACTERS visible characters.
    """
    stream = [*islice(_stream(content), MOST_CHARACTERS + 1)]
    if len(stream) > MOST_CHARACTERS:
        raise SourceError(
            f"The page has more than {MOST_CHARACTERS:,} characters of text.",
            hint="Save the article alone.",
            code="TOO_LARGE",
        )
    metadata = read_metadata(content)
    blocks = _story_blocks(content, stream) or _paragraph_blocks(stream)
    body = trace_characters(_join(_without_headline(blocks, metadata.headlines)))
    settled = settle(body.text)
    return Page(
        metadata.title,
        metadata.url,
        metadata.publisher,
        metadata.byline,
        metadata.published_at,
        metadata.licence,
        metadata.headlines,
        Traced(settled.text, settled.offsets.after(body.offsets)),
    )


Character = tuple[str, int]
BREAK = "\n"


def _stream(content: str) -> Iterator[Character]:
    """Every visible character of the page with its offset; BREAK where a block begins or ends."""
    for match in _TOKEN.finditer(content):
        if match["text"]:
            for offset, character in enumerate(match["text"], match.start()):
                yield (" " if character.isspace() else character), offset
        elif match["entity"]:
            for character in html.unescape(match["entity"]):
                yield (" " if character.isspace() else character), match.start()
        elif match["tag"] and (match["name"] or "").lower() not in INLINE:
            yield BREAK, match.start()


def _story_blocks(content: str, stream: list[Character]) -> list[list[Character]]:
    """The paragraphs that trafilatura takes for the article, cut from the stream; empty where too few are found."""
    paragraphs = _extract(content)
    dense = [index for index, (character, _) in enumerate(stream) if not character.isspace()]
    packed = "".join(stream[index][0] for index in dense)
    blocks: list[list[Character]] = []
    cursor = matched = wanted = 0
    for paragraph in paragraphs:
        needle = re.sub(r"\s+", "", paragraph)
        wanted += len(needle)
        start = packed.find(needle, cursor)
        if needle and start >= 0:
            cursor = start + len(needle)
            matched += len(needle)
            blocks.append(stream[dense[start] : dense[cursor - 1] + 1])
    found = wanted and matched >= LEAST_MATCHED * wanted
    return blocks if found and any(len(paragraph.split()) >= LEAST_WORDS for paragraph in paragraphs) else []


def _extract(content: str) -> list[str]:
    import trafilatura

    try:
        text = trafilatura.extract(
            content, include_comments=False, include_tables=False, deduplicate=False, output_format="txt"
        )
    except Exception:  # a page that its parser cannot take is read by our own paragraphs
        return []
    return [line for line in (text or "").split("\n") if line.strip()]


def _paragraph_blocks(stream: list[Character]) -> list[list[Character]]:
    """Fallback: the blocks of the page that look like sentences."""
    breaks = [index for index, (character, _) in enumerate(stream) if character == BREAK]
    blocks = [stream[start:end] for start, end in zip([-1, *breaks], [*breaks, len(stream)], strict=True)]
    return [block for block in blocks if _is_prose("".join(character for character, _ in block).strip())]


def _is_prose(text: str) -> bool:
    return len(text) >= 60 and text.count(" ") >= 9 and bool(re.search(r"[.!?”\"]$", text))


def _without_headline(blocks: list[list[Character]], headlines: tuple[str, ...]) -> list[list[Character]]:
    known = {_packed(headline) for headline in headlines}
    rest = [block for block in blocks if _packed("".join(character for character, _ in block)) not in known]
    return rest or blocks


def _packed(text: str) -> str:
    """Letters and digits alone, to compare by."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _join(blocks: list[list[Character]]) -> Iterator[Character]:
    """The blocks with blank lines between them and their white space collapsed."""
    for number, block in enumerate(blocks):
        start = block[0][1]
        if number:
            yield "\n", start
            yield "\n", start
        yield from _collapse(block)


def _collapse(block: list[Character]) -> Iterator[Character]:
    pending: int | None = None
    begun = False
    for character, offset in block:
        if character.isspace():
            pending = offset if pending is None else pending
            continue
        if pending is not None and begun:
            yield " ", pending
        pending, begun = None, True
        yield character, offset
