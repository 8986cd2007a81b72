"""The articles of one source, in whatever format it is, lazily."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dateline.extraction.cleaning.dates import find_date, parse_date
from dateline.extraction.reading.formats.jsons import read_json, read_lines
from dateline.extraction.reading.inputs import Found, Input, Rules, peek, peekable
from dateline.extraction.reading.registry import BY_MEDIA_TYPE, JSON, find_format
from dateline.extraction.reading.sources import Source
from schema.errors import InputError, SourceError
from schema.mentions import RawArticle

FROM = ("from-name", "from-folder", "from-mtime")
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)")


def check_day(given: str | None) -> None:
    """InputError where what a person gives as the day of publication is none."""
    if given is not None and given not in FROM and parse_date(given) is None:
        raise InputError(f"--published-at {given}: this is no day.", hint=f"Write 2024-11-05, or {', '.join(FROM)}.")


def read_articles(source: Source, rules: Rules | None = None) -> Iterator[Found]:
    """The articles of one source, an error in the place of each that cannot be read."""
    rules = rules or Rules()
    try:
        if source.path is None:
            yield from _read_stream(Input(source.name, peekable(sys.stdin.buffer), rules))
            return
        with source.path.open("rb") as stream:
            day = day_of_file(source.path, rules)
            for item in _read_file(Input(source.name, stream, rules), source.media_type):
                yield replace(item, fallback_day=day) if day and isinstance(item, RawArticle) else item
    except OSError as error:
        yield SourceError(
            f"{source.name}: {error.strerror or error}.", hint="Check its permissions.", code="UNREADABLE"
        )


def _read_stream(source: Input) -> Iterator[Found]:
    """Standard input: JSON Lines or what else its bytes say."""
    head = peek(peekable(source.stream))
    found = find_format("", head)
    is_line = re.search(rb"^\s*\{[^\n]*\}\s*$", head, re.M) is not None
    media_type = found.media_type if found else "text/plain"
    if (
        found is None
        or media_type in ("text/plain", "application/jsonl")
        or (is_line and media_type == JSON.media_type)
    ):
        yield from read_lines(source)
    elif found is JSON:
        yield from read_json(source)
    else:
        yield from found.read(source)


def _read_file(source: Input, media_type: str) -> Iterator[Found]:
    try:
        yield from BY_MEDIA_TYPE[media_type].read(source)
    except SourceError as error:
        yield error


def day_of_file(path: Path, rules: Rules) -> str | None:
    """The day that a person says articles without one have; without a word from them, that in the file's name."""
    if rules.day in (None, "from-name"):
        return _day_in(path.stem)
    if rules.day == "from-folder":
        parents = list(path.resolve().parents)
        chain = "-".join(folder.name for folder in reversed(parents[:3]))
        return next((day for folder in parents if (day := _day_in(folder.name))), None) or _day_in(chain)
    if rules.day == "from-mtime":
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    return rules.day


def _day_in(name: str) -> str | None:
    match = _NAMED_DAY.search(name)
    if match:
        written = "-".join(match.groups())
        return written if parse_date(written) else None
    found = find_date(name.replace("_", " "), clock=False)
    return found[0].date().isoformat() if found else None
