"""Which files a person means: files, folders (recursive), globs, `-` for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from schema.errors import SourceError

STANDARD_INPUT = "-"
SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
}
NOT_ARTICLES = ("readme", "license", "licence", "copying", "changelog")
"""Names of files that travel with articles and are none."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `path` is None for standard input."""

    path: Path | None
    media_type: str

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return str(self.path) if self.path else "standard input"


def find_sources(paths: Sequence[str]) -> Iterator[Source | SourceError]:
    """The files that `paths` mean, each once, folders sorted; an error in the place of what is not there."""
    seen: set[Path] = set()
    for given in paths:
        for found in _find(given):
            if isinstance(found, Source) and found.path is not None:
                resolved = found.path.resolve()
                if resolved in seen:
                    continue
                seen.add(resolved)
            yield found


def _find(given: str) -> Iterator[Source | SourceError]:
    path = Path(given)
    if given == STANDARD_INPUT:
        yield Source(None, "application/jsonl")
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield _file(path)
    elif glob.has_magic(given):
        yield from _glob(given)
    else:
        yield SourceError(f"{given}: there is no such file or folder.", hint="Check the path.", code="MISSING")


def _folder(folder: Path) -> Iterator[Source | SourceError]:
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_article_name(name):
                empty = False
                yield _file(Path(parent) / name)
    if empty:
        known = " ".join(SUFFIXES)
        yield SourceError(
            f"{folder}: no articles in this folder.", hint=f"Articles are files in {known}.", code="EMPTY"
        )


def _glob(pattern: str) -> Iterator[Source | SourceError]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield SourceError(
            f"{pattern}: nothing matches.", hint="Quote the pattern, or check it with ls.", code="MISSING"
        )
    for name in found:
        path = Path(name)
        if path.is_dir():
            yield from _folder(path)
        elif is_article_name(path.name):
            yield _file(path)


def is_article_name(name: str) -> bool:
    """Whether a file of a folder can hold articles, by its name."""
    stem, suffix = os.path.splitext(name.lower())
    return suffix in SUFFIXES and not name.startswith(".") and stem not in NOT_ARTICLES


def _file(path: Path) -> Source | SourceError:
    media_type = SUFFIXES.get(path.suffix.lower())
    if media_type is None:
        known = " ".join(SUFFIXES)
        return SourceError(
            f"{path}: {path.suffix or 'no suffix'} is no format that Dateline reads.", hint=f"It reads {known}."
        )
    if not path.is_file():  # a pipe would be waited for, and a device has no end
        return SourceError(f"{path}: this is no file.", hint="Save what it gives as a file.", code="NO_FILE")
    return Source(path, media_type)
