"""Plain text, HTML and Markdown: one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.formats.databases import read_databases
from dateline.extraction.reading.formats.markdown import read_markdown_text
from dateline.extraction.reading.formats.wire import is_wire, read_wire
from dateline.extraction.reading.inputs import Found, Input
from schema.mentions import RawArticle

LARGEST_EXPORT = 100_000_000
"""Bytes of a text file: exports of news databases hold hundreds of articles."""


def read_text(source: Input) -> Iterator[Found]:
    """One article, or those of an export of a news database, or a wire message."""
    content = source.read_all(LARGEST_EXPORT)
    if is_wire(content):
        yield from read_wire(content, source)
        return
    text, encoding = decode(content, source.name)
    found = read_databases(text, encoding, source)
    if found is not None:
        yield from found
        return
    yield whole(text, encoding, source, len(content))


def whole(text: str, encoding: str, source: Input, size: int, media_type: str = "text/plain") -> Found:
    """The text as one article; SourceError where it is larger than an article may be."""
    from dateline.extraction.reading.inputs import LARGEST

    if size > LARGEST:
        return source.error(f"larger than {LARGEST:,} bytes.", "Split it into articles.", "TOO_LARGE")
    return RawArticle(source.name, text, media_type, encoding)


def read_page(source: Input) -> Iterator[Found]:
    """One HTML page."""
    text, encoding = decode(source.read_all(), source.name, html=True)
    yield RawArticle(source.name, text, "text/html", encoding)


def read_markdown(source: Input) -> Iterator[Found]:
    """One article in Markdown, its front matter read as metadata."""
    text, encoding = decode(source.read_all(), source.name)
    yield read_markdown_text(text, encoding, source.name)


def looks_like_page(head: bytes) -> bool:
    """Whether a file begins as HTML does."""
    start = head[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    start = re.sub(rb"^(?:<\?xml.*?\?>|<!--.*?-->|\s)+", b"", start, flags=re.S)
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<meta"))
