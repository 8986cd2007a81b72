"""Files of watched folders that are new or changed since the last look."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.extraction.reading import Source
from dateline.ingestion.seeding.seeding import list_sources
from dateline.store.bookkeeping.visits import Visit
from schema.mentions import RawArticle

SETTLE_SECONDS = 2.0
"""A file that changed less long ago may still be being written."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file to read."""

    source: Source
    url: str
    mark: str

    def is_one_article(self, found: Sequence[RawArticle]) -> bool:
        """Whether it stands for the one article found in it, so that another content is a new version of it."""
        return len(found) == 1 and found[0].line is None and found[0].origin == self.source.name


def list_files(folders: Sequence[Path]) -> list[ChangedFile]:
    """All files that hold articles."""
    sources = list_sources([str(folder) for folder in folders if folder.is_dir()])
    return [found for source in sources if isinstance(source, Source) for found in _look(source)]


def _look(source: Source) -> Iterator[ChangedFile]:
    assert source.path is not None
    try:
        state = source.path.stat()
    except OSError:
        return
    yield ChangedFile(source, source.path.resolve().as_uri(), f"{state.st_mtime_ns} {state.st_size}")


def find_changed(files: Sequence[ChangedFile], visits: Mapping[str, Visit], settle: float) -> list[ChangedFile]:
    """Those that are otherwise than at the last visit, and have been so for `settle` seconds."""
    latest = time.time() - settle
    return [
        file
        for file in files
        if (file.url not in visits or visits[file.url].mark != file.mark)
        and int(file.mark.split()[0]) / 1e9 <= latest + 1e-3
    ]
