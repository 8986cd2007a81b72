"""Which files a person means: files, folders (recursive), globs, `-` for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.extraction.reading.inputs import HEAD, LeftOut
from dateline.extraction.reading.registry import BY_SUFFIX, PAGES, find_format, unread_reason
from schema.errors import SourceError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `path` is None for standard input."""

    path: Path | None
    media_type: str
    """Of its format in the registry."""

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return str(self.path) if self.path else "standard input"


Listed = Source | SourceError | LeftOut


def find_sources(paths: Sequence[str]) -> Iterator[Listed]:
    """The files that `paths` mean, each once, folders sorted; an error in the place of what is not there, and what is
    left out of folders with the reason.
    """
    seen: set[Path] = set()
    for given in paths:
        for found in _find(given):
            if isinstance(found, Source) and found.path is not None:
                resolved = found.path.resolve()
                if resolved in seen:
                    continue
                seen.add(resolved)
            yield found


def _find(given: str) -> Iterator[Listed]:
    path = Path(given)
    if not given.strip():
        yield SourceError("An empty path names nothing.", hint="Name a file or folder.", code="MISSING")
    elif given == STANDARD_INPUT:
        yield Source(None, "application/jsonl")
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield _file(path)
    elif glob.has_magic(given):
        yield from _glob(given)
    else:
        yield SourceError(f"{given}: there is no such file or folder.", hint="Check the path.", code="MISSING")


def _folder(folder: Path) -> Iterator[Listed]:
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        pages = _saved_pages(names)
        saved = [name for name in folders if _belongs_to(name, pages)]
        folders[:] = [name for name in folders if name not in saved]
        yield from (LeftOut(str(Path(parent) / name) + os.sep, "belongs to a saved page") for name in saved)
        for name in sorted(names):
            found = _member(Path(parent) / name)
            empty = empty and not isinstance(found, Source)
            if found is not None:
                yield found
    if empty:
        known = " ".join(BY_SUFFIX)
        yield SourceError(
            f"{folder}: no articles in this folder.", hint=f"Articles are files in {known}.", code="EMPTY"
        )


def _saved_pages(names: Sequence[str]) -> set[str]:
    """The names of pages, without their endings: browsers put what belongs to them into a folder beside them."""
    return {os.path.splitext(name)[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}


def _belongs_to(folder: str, pages: set[str]) -> bool:
    return any(
        folder.endswith(end) and folder.removesuffix(end) in pages
        for end in ("_files", ".files", "-Dateien", "_fichiers")
    )


def _member(path: Path) -> Listed | None:
    """What a file of a folder is; None for hidden ones."""
    if path.name.startswith("."):
        return None
    reason = unread_reason(path.name)
    if reason is not None:
        return LeftOut(str(path), reason)
    found = _file(path)
    return LeftOut(str(path), "no format that Dateline reads") if _is_unknown(found) else found


def _is_unknown(found: Listed) -> bool:
    return isinstance(found, SourceError) and found.code == "UNKNOWN_FORMAT"


def _glob(pattern: str) -> Iterator[Listed]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield SourceError(
            f"{pattern}: nothing matches.", hint="Quote the pattern, or check it with ls.", code="MISSING"
        )
    for name in found:
        path = Path(name)
        if path.is_dir():
            yield from _folder(path) if not pattern.endswith(("**", "*")) else ()
        elif (one := _member(path)) is not None:
            yield one


def _file(path: Path) -> Source | SourceError:
    if not path.is_file():  # a pipe would be waited for, and a device has no end
        return SourceError(f"{path}: this is no file.", hint="Save what it gives as a file.", code="NO_FILE")
    known = BY_SUFFIX.get(path.suffix.lower())
    try:
        with path.open("rb") as stream:
            found = find_format(path.name, stream.read(HEAD))
    except OSError:
        found = known  # reading it tells what is wrong
    if found is None:
        endings = " ".join((*BY_SUFFIX, *sorted(PAGES)))
        return SourceError(
            f"{path}: {path.suffix or 'no suffix'} is no format that Dateline reads.",
            hint=f"It reads {endings}.",
            code="UNKNOWN_FORMAT",
        )
    return Source(path, found.media_type)
