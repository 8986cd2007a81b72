"""Cleaning, step by step: characters, HTML, lines around the story, dateline, metadata."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dateline.extraction.cleaning.bylines import settle_capitals
from dateline.extraction.cleaning.characters import settle, unwrap
from dateline.extraction.cleaning.datelines import Dateline, find_dateline
from dateline.extraction.cleaning.dates import find_date, parse_date, require_date
from dateline.extraction.cleaning.language import guess_language
from dateline.extraction.cleaning.lines import (
    Header,
    agencies,
    is_junk,
    read_copyright,
    read_copyright_year,
    read_header,
)
from dateline.extraction.cleaning.mastheads import is_headline, read_mastheads
from dateline.extraction.cleaning.pieces import Traced, join_pieces
from dateline.extraction.cleaning.repairs import repair
from dateline.extraction.cleaning.repeats import find_repeats
from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.parsing import find_paragraphs
from schema.errors import SourceError
from schema.ids import text_hash
from schema.mentions import RawArticle, SourceText, is_countable
from schema.spans import Span

HEADER_LINES = 8
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")


@dataclass(slots=True)
class Surroundings:
    """What the lines around the story tell."""

    published_at: datetime | None = None
    byline: str | None = None
    agency: str | None = None
    owner: str | None = None
    """Of the copyright."""
    year: int | None = None
    """Of the copyright, the last of several."""
    outlet: str | None = None
    """Of the masthead; no wire service."""

    def add(self, header: Header) -> None:
        """Takes over what is not known yet."""
        self.published_at = self.published_at or header.published_at
        self.byline = self.byline or header.byline
        self.agency = self.agency or header.agency


def clean(raw: RawArticle, *, empty_is_error: bool = True) -> SourceText:
    """The story of a raw article and what is told about it.

    Raises SourceError where a given publication date is none, and where there is no text unless that is no error.
    """
    where = raw.origin if raw.line is None else f"{raw.origin}, line {raw.line}"
    if raw.published_at is not None:
        require_date(raw.published_at, f"{where}, published_at")
    source = _clean_page(raw) if raw.media_type == "text/html" else _clean_plain(raw, _settle_plain(raw.content))
    if empty_is_error and not source.text.strip():
        raise SourceError(
            f"{where}: there is no article text in it.",
            hint="Save the article itself, not a page around it.",
            code="NO_TEXT",
        )
    return source


def with_dateline(source: SourceText) -> SourceText:
    """A text that was cleaned and stored, with its dateline found again."""
    dateline = find_dateline(source.text, find_paragraphs(source.text))
    if dateline is None:
        return source
    return replace(source, dateline=dateline.span, dateline_place=dateline.place)


def clean_text(text: str, **metadata: str | None) -> SourceText:
    """Plain text, which may be empty; `metadata` as in RawArticle."""
    return _clean_plain(RawArticle("text", text, **metadata), _settle_plain(text))  # type: ignore[arg-type]


def _settle_plain(content: str) -> Traced:
    """Plain text with harmless characters, tags and entities in it read."""
    repaired = repair(content)
    settled = settle(repaired.text)
    return Traced(settled.text, settled.offsets.after(repaired.offsets))


def _clean_page(raw: RawArticle) -> SourceText:
    from dateline.extraction.cleaning.html import read_page

    page = read_page(raw.content)
    known = replace(
        raw,
        title=raw.title or page.title,
        url=raw.url or page.url,
        publisher=raw.publisher or page.publisher,
        byline=raw.byline or page.byline,
        published_at=raw.published_at or page.published_at,
        licence=raw.licence or page.licence,
    )
    return _clean_plain(known, page.body)


def _tidy(title: str | None) -> str | None:
    """On one line, without entities, which feeds escape twice."""
    return " ".join(html.unescape(html.unescape(title)).split()) if title else None


def _clean_plain(raw: RawArticle, given: Traced) -> SourceText:
    body = unwrap(given)
    pieces, around = _cut_story(body.text, raw)
    story = join_pieces(body.text, pieces, "")
    paragraphs = find_paragraphs(story.text)
    dateline = find_dateline(story.text, paragraphs)
    return SourceText(
        text=story.text,
        sha256=text_hash(story.text),
        title=_tidy(raw.title) or _find_title(story.text, paragraphs, dateline),
        byline=settle_capitals(raw.byline or around.byline),
        publisher=raw.publisher or around.owner or around.outlet,
        url=raw.url,
        published_at=_find_published(raw, around, dateline),
        dateline=dateline.span if dateline else None,
        dateline_place=dateline.place if dateline else None,
        agency=(dateline.agency if dateline else None) or around.agency,
        language=guess_language(story.text),
        raw_offsets=story.offsets.after(body.offsets),
        raw_sha256=text_hash(raw.content),
        encoding=raw.encoding,
        origin=raw.origin,
        licence=raw.licence,
    )


def _cut_story(text: str, raw: RawArticle) -> tuple[list[tuple[int, int]], Surroundings]:
    """The parts of the text to keep, and what the lines left out tell."""
    around = Surroundings()
    lines = find_paragraphs(text)
    if not lines:
        return ([(0, len(text))] if text else []), around
    kept = [line for number, line in enumerate(lines) if not _is_around(text[line.start : line.end], number, around)]
    kept = _without_mastheads(text, kept, raw, around)
    repeats = find_repeats([text[line.start : line.end] for line in kept])
    story = {line for number, line in enumerate(kept) if number not in repeats}
    return _keep(lines, story), around


def _without_mastheads(text: str, kept: list[Span], raw: RawArticle, around: Surroundings) -> list[Span]:
    dateline = find_dateline(text, tuple(kept))
    named = (raw.publisher, around.owner, around.agency, dateline.agency if dateline else None)
    known = [*load_lexicon("cleaning")["agencies"], *(name for name in named if name)]
    mastheads = read_mastheads([text[line.start : line.end] for line in kept[:HEADER_LINES]], known, raw.url)
    for outlet in mastheads.values():
        if outlet.lower() in agencies():
            around.agency = around.agency or outlet
        else:
            around.outlet = around.outlet or outlet
    return [line for number, line in enumerate(kept) if number not in mastheads]


def _is_around(line: str, number: int, around: Surroundings) -> bool:
    owner = read_copyright(line)
    if owner and owner.lower() not in agencies():
        around.owner = around.owner or owner
    around.year = around.year or read_copyright_year(line)
    if is_junk(line):
        return True
    header = read_header(line) if number < HEADER_LINES else None
    if header:
        around.add(header)
    return header is not None


def _keep(lines: tuple[Span, ...], story: set[Span]) -> list[tuple[int, int]]:
    """Slices of the text that hold the lines of the story; the break after a dropped line goes with it."""
    pieces: list[tuple[int, int]] = []
    start: int | None = None
    end = 0
    for line in lines:
        if line not in story:
            if start is not None:
                pieces.append((start, line.start))
                start = None
            continue
        start = line.start if start is None else start
        end = line.end
    if start is not None:
        pieces.append((start, end))
    elif pieces:
        pieces[-1] = (pieces[-1][0], end)
    return pieces


def _find_title(text: str, paragraphs: tuple[Span, ...], dateline: Dateline | None) -> str | None:
    if len(paragraphs) < 2:
        return None
    first = paragraphs[0]
    line = text[first.start : first.end]
    if not is_headline(line) or not line[0].isalnum() or (dateline and dateline.span.start == first.start):
        return None
    return line


def _find_published(raw: RawArticle, around: Surroundings, dateline: Dateline | None) -> datetime | None:
    given = parse_date(raw.published_at) if raw.published_at else None
    if given is not None and is_countable(given):
        return given
    told = around.published_at or (dateline.published_at if dateline else None) or _date_in_url(raw.url)
    return told or _near(dateline, around, parse_date(raw.fallback_day) if raw.fallback_day else None)


def _near(dateline: Dateline | None, around: Surroundings, fallback: datetime | None) -> datetime | None:
    """The day of a dateline without a year, nearest to what else is known; that itself where there is none."""
    known = fallback or (datetime(around.year, 7, 2, tzinfo=UTC) if around.year else None)
    near = dateline.day_near(known) if dateline and known else None
    return near or fallback


def _date_in_url(url: str | None) -> datetime | None:
    match = _URL_DAY.search(url or "")
    found = find_date("-".join(match.groups()), clock=False) if match else None
    return found[0] if found else None
