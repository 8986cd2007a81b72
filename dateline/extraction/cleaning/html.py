"""The story of an HTML page, with the offset of each character in the page.

trafilatura decides which paragraphs are the article; the characters are cut from our own reading of the page, which
knows where each came from.  Its text is aligned with our blocks (`alignment`), because it gives no positions and writes
list marks and the like that are not in the page.

The headline of a page is its `title` and no part of its text, whether it stands among the paragraphs or above them;
only where a page has no other text it is the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extraction.cleaning.alignment import align, letters_of
from dateline.extraction.cleaning.blocks import Block, Character, read_blocks
from dateline.extraction.cleaning.characters import settle
from dateline.extraction.cleaning.dates import find_date
from dateline.extraction.cleaning.embedded import find_article_body
from dateline.extraction.cleaning.metadata import PageMetadata, read_metadata
from dateline.extraction.cleaning.pieces import Traced, trace_characters

LEAST_MATCHED = 0.5
"""Share of trafilatura's text that must be found in the page; below it the page's own paragraphs are taken."""
MOST_BLOCKS = 3_000
"""Blocks of a page up to which trafilatura (2.3.1) may compare its text with justext's, which compares blocks with all
others: 50,000 short paragraphs take it 45 seconds."""
LEAST_WORDS = 4
"""In at least one paragraph: `Home`, `News` and the like are no story."""
LEAST_SHOWN = 0.5
"""Share of the article in the page's JSON-LD that must be shown; below it that article is taken."""
LEAST_WHOLE = 0.6
"""Length of that article, as a share of what is shown, from which it is no teaser."""
LEAST_COVERED = 0.9
LEAST_KEPT = 0.6
"""Share of a story that must be left without asides and forms: some pages are one large form."""
LEAST_CELL = 6
"""Words of a cell of a table that tell something."""
LINKED = 0.95
NEAR = 6
"""Blocks above and below a headline in which its day stands."""
LONGEST_DAY = 90
LATEST_DAY = 40
"""Characters of a line before its day: later ones are days of what it tells."""
_PUBLISHED = re.compile(
    r"\b(?:published|posted|erschienen|veröffentlicht|publié|publicad[oa]|pubblicato|gepubliceerd)\b", re.I
)
_CHANGED = re.compile(r"updated|modified|changed|aktualisiert|änderung|mis à jour|actualizad|aggiornat", re.I)
LONGEST_TEASER = 160
HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
TITLES = HEADINGS | {"h1"}
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")


@dataclass(frozen=True, slots=True)
class Page(PageMetadata):
    """What an HTML page holds: the story as traced text, and what the page says about it."""

    body: Traced


def read_page(content: str) -> Page:
    """Story and metadata of a page; `body.text` is empty where there is no story.

    SourceError where the page has too many visible characters.
    """
    blocks = read_blocks(content)
    metadata = read_metadata(content, lambda headlines: _shown_day(blocks, headlines))
    story = _story(content, blocks) or [block for block in blocks if _is_prose(block.text)]
    shown = _without_headline(_without_promotion(story), metadata.headlines)
    body = trace_characters(_join(_as_published(blocks, shown, find_article_body(content))))
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


def _shown_day(blocks: Sequence[Block], headlines: tuple[str, ...]) -> str | None:
    """The day that a line calls that of publication, else one that begins a line just below or above the headline."""
    labelled = [block for block in blocks if len(block.text) <= LONGEST_DAY and _PUBLISHED.search(block.text)]
    known = {letters_of(headline) for headline in headlines}
    at = [number for number, block in enumerate(blocks) if block.tag in TITLES and letters_of(block.text) in known]
    near = sorted(range(len(blocks)), key=lambda number: (abs(number - at[0]), -number)) if at else []
    for block in (*labelled, *(blocks[number] for number in near[: 2 * NEAR])):
        text = block.text.strip()
        found = find_date(text[:LONGEST_DAY])
        if found is not None and not _CHANGED.search(text[: found[1]]) and found[1] <= LATEST_DAY:
            return found[0].isoformat() if found[0].hour else found[0].date().isoformat()
    return None


def _story(content: str, blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs that trafilatura takes for the article; empty where too little of them is found in the page."""
    extracted = _extract(content, fast=len(blocks) > MOST_BLOCKS)
    if not any(_count_words(line) >= LEAST_WORDS for line in extracted.split("\n")):
        return []
    found, covered = align(blocks, extracted)
    return [block for block in found if _is_told(block)] if covered >= LEAST_MATCHED else []


def _is_told(block: Block) -> bool:
    """Whether a block of a table has words to read; all others do."""
    return block.tag not in ("td", "th") or _count_words(block.text) >= LEAST_CELL


def _without_promotion(story: list[Block]) -> list[Block]:
    """Without what leads to other stories: paragraphs that are one link, teasers below them, asides and forms."""
    rest: list[Block] = []
    after_link = False
    for block in story:
        is_teaser = after_link and len(block.text) <= LONGEST_TEASER
        after_link = _is_link(block) and block.tag in HEADINGS
        if not (_is_link(block) or is_teaser or block.is_aside):
            rest.append(block)
    return rest if _size(rest) >= LEAST_KEPT * _size(story) else story


def _is_link(block: Block) -> bool:
    return block.linked >= LINKED * len(block.text.strip()) and block.tag != "a"


def _as_published(
    blocks: Sequence[Block], story: list[Block], embedded: list[list[Character]]
) -> list[list[Character]]:
    """The story as the page's data has it, where that is the whole of it; else as the page shows it."""
    shown = [block.characters for block in story]
    size = sum(map(len, embedded))
    if not size:
        return shown
    if _size(story) < LEAST_SHOWN * size:
        return embedded
    if size >= LEAST_WHOLE * _size(story):
        found, covered = align(blocks, "\n".join("".join(one for one, _ in paragraph) for paragraph in embedded))
        if covered >= LEAST_COVERED:
            return [block.characters for block in found]
    return shown


def _size(story: Sequence[Block]) -> int:
    return sum(len(block.characters) for block in story)


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _extract(content: str, *, fast: bool) -> str:
    """What trafilatura takes for the article; `fast` without the other extractors that it compares its own with."""
    import trafilatura

    try:
        text = trafilatura.extract(
            content, fast=fast, include_comments=False, include_tables=True, deduplicate=False, output_format="txt"
        )
    except Exception:  # a page that its parser cannot take is read by our own paragraphs
        return ""
    return text or ""


def _is_prose(text: str) -> bool:
    """Fallback: whether a block of the page looks like sentences."""
    text = text.strip()
    words = _count_words(text)
    return words >= 10 and len(text) >= min(60, 2 * words) and bool(re.search(r"[.!?”\"。！？」।]$", text))


def _without_headline(blocks: list[Block], headlines: tuple[str, ...]) -> list[Block]:
    known = {letters_of(headline) for headline in headlines}
    return [block for block in blocks if letters_of(block.text) not in known] or blocks


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
