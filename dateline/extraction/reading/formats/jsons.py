"""JSON Lines, read line by line, and JSON: one object, a list of them, or an answer of an API that holds the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from dateline.extraction.reading import inputs
from dateline.extraction.reading.decoding import find_mark
from dateline.extraction.reading.fields import find_article
from dateline.extraction.reading.formats.ninjs import is_ninjs, read_ninjs
from dateline.extraction.reading.inputs import Found, Input
from schema.errors import SourceError

LISTS = ("articles", "items", "results", "data", "documents", "records", "stories", "hits", "value", "docs", "news")
"""Under which keys APIs put their lists of articles, also one level down (Guardian's `response.results`)."""


def read_lines(source: Input) -> Iterator[Found]:
    """The article of each line, with an error in the place of each that is none."""
    found = False
    for number, line in enumerate(split_lines(source.stream), 1):
        marked = find_mark(line) if number == 1 else None
        if marked and marked[1] != "utf-8":
            yield source.error(f"this is {marked[1]}; JSON Lines are UTF-8.", "Save it as UTF-8.", "ENCODING")
            return
        if line.isspace() or line == b"\xef\xbb\xbf":
            continue
        found = True
        yield from _read_line(line, source, number)
    if not found:
        yield source.error("there is nothing in it.", "Each line is a JSON object.", "EMPTY")


def split_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines, each cut off a byte after the largest that is read."""
    while line := stream.readline(inputs.LARGEST + 1):
        yield line
        while len(line) > inputs.LARGEST and not line.endswith(b"\n"):
            line = stream.readline(inputs.LARGEST + 1)


def _read_line(line: bytes, source: Input, number: int) -> Iterator[Found]:
    where = f"{source.name}, line {number}"
    if len(line) > inputs.LARGEST:
        hint = "Split it into articles."
        yield SourceError(f"{where}: longer than {inputs.LARGEST:,} bytes.", hint=hint, code="TOO_LARGE")
        return
    try:
        given = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        hint = "Each line must be one JSON object."
        yield SourceError(f"{where}: broken JSON at column {error.colno}: {error.msg}.", hint=hint, code="BROKEN_JSON")
        return
    if not isinstance(given, dict):
        yield SourceError(f"{where}: this is no JSON object.", hint='Write {"text": "..."}.', code="BROKEN_JSON")
        return
    yield from read_object(given, source, number, None)


def read_json(source: Input) -> Iterator[Found]:
    """The articles of a JSON file: an object, a list, or an object with a list in it; JSON Lines too."""
    content = source.read_all(inputs.LARGEST_DOCUMENT).removeprefix(b"\xef\xbb\xbf")
    try:
        given = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        if _is_lines(content):
            yield from read_lines(Input(source.name, _bytes(content), source.rules, source.depth))
            return
        place = f"line {error.lineno}, column {error.colno}"
        yield source.error(f"broken JSON at {place}: {error.msg}.", "Save it again.", "BROKEN_JSON")
        return
    found = _find_list(given)
    if found is None:
        yield source.error("there are no articles in this JSON.", 'Write [{"text": "..."}].', "NO_TEXT")
        return
    if not found:
        yield source.error("the list is empty.", "Remove the file.", "EMPTY")
    is_feed = isinstance(given, dict) and str(given.get("version", "")).startswith("https://jsonfeed.org/")
    for number, one in enumerate(found, 1):
        if is_feed and isinstance(one, dict):
            one = {"publisher": given.get("title"), **one}
        origin = source.name if len(found) == 1 else f"{source.name}, item {number}"
        if isinstance(one, dict):
            yield from read_object(one, source, None, origin)
        else:
            yield SourceError(f"{origin}: this is no JSON object.", hint='Write {"text": "..."}.', code="BROKEN_JSON")


def _bytes(content: bytes) -> BinaryIO:
    import io

    return io.BytesIO(content)


def _is_lines(content: bytes) -> bool:
    first = content.lstrip().partition(b"\n")[0]
    try:
        return isinstance(orjson.loads(first), dict)
    except orjson.JSONDecodeError:
        return False


def _find_list(given: Any) -> list[Any] | None:
    if isinstance(given, list):
        return given
    if not isinstance(given, dict):
        return None
    for holder in (given, given.get("response"), given.get("articles"), given.get("hits")):
        if isinstance(holder, dict):
            for name in LISTS:
                value = holder.get(name)
                if isinstance(value, list) and (not value or isinstance(value[0], dict)):
                    return value
    return [given]


def read_object(
    given: dict[str, Any], source: Input, line: int | None = None, origin: str | None = None
) -> Iterator[Found]:
    """The article of an object, by the keys of `fields.NAMES`, or as ninjs or a hit of Elasticsearch."""
    inner = given.get("_source")  # Elasticsearch's hits
    if isinstance(inner, dict):
        given = inner
    if is_ninjs(given):
        yield from read_ninjs(given, source, line, origin)
    else:
        yield from find_article(given, source, line, origin)
