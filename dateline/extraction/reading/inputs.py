"""What readers of formats take and give: an input, and what was found in it, item by item."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO, cast

from schema.errors import SourceError
from schema.mentions import RawArticle

LARGEST = 10_000_000
"""Bytes of one article or line: a hundred times the longest news article; more is a mistake, held in memory whole."""
LARGEST_DOCUMENT = 100_000_000
"""Bytes of a document with pictures, or of a file that is parsed whole."""
HEAD = 8192
"""Bytes that tell the format."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a person wants sources to be read."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Our name of a field -> the key or column it is read from."""
    day: str | None = None
    """Of articles that tell none: a date, `from-name`, `from-folder` or `from-mtime`."""
    exact: bool = False
    """For a single article that somebody waits for: an empty text is allowed, and a wrong day is kept as written."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not read, for a reason that is no fault: an image, an index, an article under embargo."""

    name: str
    reason: str

    @property
    def kind(self) -> str:
        """What a summary counts it under: `.jpg`, or the name of a file without a suffix."""
        return os.path.splitext(self.name)[1].lower() or PurePath(self.name).name


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person should know, told once a run: columns that are not used, a day that is none."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A notice of the source that an article is not to be used any more."""

    name: str
    url: str


Found = RawArticle | SourceError | LeftOut | Remark | Withdrawal


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to read, and what they are called."""

    name: str
    """For people, and the origin of the articles."""
    stream: BinaryIO
    rules: Rules = field(default_factory=Rules)
    depth: int = 0
    """How many archives it lies in."""

    def read_all(self, most: int | None = None) -> bytes:
        """The whole of it; SourceError where it is empty or larger than `most` bytes (LARGEST where none is told)."""
        most = LARGEST if most is None else most
        content = self.stream.read(most + 1)
        if len(content) > most:
            raise SourceError(
                f"{self.name}: larger than {most:,} bytes.", hint="Split it into articles.", code="TOO_LARGE"
            )
        if not content.strip():
            raise SourceError(
                f"{self.name}: the file is empty.", hint="Remove it, or fetch the article again.", code="EMPTY"
            )
        return content

    def seekable(self) -> BinaryIO:
        """The stream itself where one can go back in it; else a copy of it in memory, bounded."""
        if self.stream.seekable():
            return self.stream
        content = self.stream.read(LARGEST_DOCUMENT + 1)
        if len(content) > LARGEST_DOCUMENT:
            raise SourceError(f"{self.name}: larger than {LARGEST_DOCUMENT:,} bytes.", code="TOO_LARGE")
        return io.BytesIO(content)

    def error(self, message: str, hint: str | None = None, code: str = "BROKEN") -> SourceError:
        """An error of this input."""
        return SourceError(f"{self.name}: {message}", hint=hint, code=code)


Reader = Callable[[Input], Iterator[Found]]


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """The stream with `peek`."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream), HEAD)


def peek(stream: io.BufferedReader) -> bytes:
    """The first bytes of a stream that was not read from yet; up to HEAD."""
    return stream.peek(HEAD)[:HEAD]
