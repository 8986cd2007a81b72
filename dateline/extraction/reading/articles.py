"""The articles of one source: one of a text or HTML file, one a line of JSON Lines, lazily."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from dateline.extraction.reading.decoding import decode, find_mark
from dateline.extraction.reading.sources import Source
from schema.errors import SourceError
from schema.mentions import RawArticle

LARGEST = 10_000_000
"""Bytes of one article or line: a hundred times the longest news article; more is a mistake, held in memory whole."""

KEYS = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "publisher": ("publisher", "source"),
    "byline": ("byline", "author"),
    "licence": ("licence", "license", "rights"),
    "published_at": ("published_at", "published", "date"),
}
"""Our names of an article's metadata, and the JSON keys they are read from."""


def read_articles(source: Source) -> Iterator[RawArticle | SourceError]:
    """The articles of one source, an error in the place of each that cannot be read."""
    try:
        if source.path is None:
            yield from _read_lines(sys.stdin.buffer, source.name)
            return
        with source.path.open("rb") as stream:
            if source.media_type == "application/jsonl":
                yield from _read_lines(stream, source.name)
            else:
                yield _read_whole(stream, source)
    except OSError as error:
        yield SourceError(
            f"{source.name}: {error.strerror or error}.", hint="Check its permissions.", code="UNREADABLE"
        )


def _read_whole(stream: BinaryIO, source: Source) -> RawArticle | SourceError:
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        return SourceError(
            f"{source.name}: larger than {LARGEST:,} bytes.", hint="Split it into articles.", code="TOO_LARGE"
        )
    if not content.strip():
        return SourceError(
            f"{source.name}: the file is empty.", hint="Remove it, or fetch the article again.", code="EMPTY"
        )
    try:
        text, encoding = decode(content, source.name, html=source.media_type == "text/html")
    except SourceError as error:
        return error
    return RawArticle(source.name, text, source.media_type, encoding)


def _read_lines(stream: BinaryIO, name: str) -> Iterator[RawArticle | SourceError]:
    found = False
    for number, line in enumerate(_split(stream), 1):
        marked = find_mark(line) if number == 1 else None
        if marked and marked[1] != "utf-8":
            yield SourceError(
                f"{name}: this is {marked[1]}; JSON Lines are UTF-8.", hint="Save it as UTF-8.", code="ENCODING"
            )
            return
        if line.isspace() or line == b"\xef\xbb\xbf":
            continue
        found = True
        yield _read_line(line, name, number)
    if not found:
        yield SourceError(f"{name}: there is nothing in it.", hint="Each line is a JSON object.", code="EMPTY")


def _split(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)


def _read_line(line: bytes, name: str, number: int) -> RawArticle | SourceError:
    where = f"{name}, line {number}"
    if len(line) > LARGEST:
        return SourceError(f"{where}: longer than {LARGEST:,} bytes.", hint="Split it into articles.", code="TOO_LARGE")
    try:
        given = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        hint = "Each line must be one JSON object."
        return SourceError(f"{where}: broken JSON at column {error.colno}: {error.msg}.", hint=hint, code="BROKEN_JSON")
    if not isinstance(given, dict):
        return SourceError(f"{where}: this is no JSON object.", hint='Write {"text": "..."}.', code="BROKEN_JSON")
    return _article(given, name, number)


def _article(given: dict[str, Any], name: str, number: int) -> RawArticle | SourceError:
    where = f"{name}, line {number}"
    media_type, content = (
        ("text/html", given["html"]) if "html" in given and "text" not in given else ("text/plain", given.get("text"))
    )
    if not isinstance(content, str):
        return SourceError(
            f'{where}: "text" is missing or no string.', hint='Give each article a "text".', code="NO_TEXT"
        )
    if not content.strip():
        return SourceError(
            f"{where}: the text is empty.", hint="Remove the line, or fetch the article again.", code="EMPTY"
        )
    metadata = {
        ours: next((given[key] for key in keys if given.get(key) is not None), None) for ours, keys in KEYS.items()
    }
    for key, value in metadata.items():
        if value is not None and not isinstance(value, str):
            return SourceError(f'{where}: "{key}" is no string.', hint="Put it in quotation marks.", code="BAD_FIELD")
    identifier = given.get("id")
    return RawArticle(
        name, content, media_type, "utf-8", number, None if identifier is None else str(identifier), **metadata
    )
