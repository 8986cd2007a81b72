"""The SQLite file of a gazetteer: opened read-only by each process for itself, built by one process at a time."""

from __future__ import annotations

import os
import sqlite3
import time
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dateline.extraction.gazetteer.build import Progress, build

LONGEST_WAIT = 300.0
"""Seconds that a process waits for another one to build the file."""
MAGIC = b"SQLite format 3\0"
HEADER = 100
"""Bytes: SQLite's header, which tells how long the file is."""

PlaceRow = tuple[int, str, str, str | None, float | None, float | None, int, str | None, int | None, int, str | None]
"""Id, name, kind, country, latitude, longitude, population, division, parent, fame, id in one's own file."""

_COLUMNS = "p.id, p.name, p.kind, p.country, p.latitude, p.longitude, p.population, p.admin1, p.parent, p.fame"


class GazetteerFile:
    """An open file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        own = self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'own'").fetchone()
        columns, joined = (_COLUMNS + ", o.id", " JOIN own o ON o.place = p.id") if own else (_COLUMNS + ", NULL", "")
        select = f"SELECT {columns} FROM "  # noqa: S608
        self._by_name = (
            f"{select}names n JOIN places p ON p.id = n.place{joined} WHERE n.key = ?"
            " ORDER BY n.main DESC, p.population DESC, p.id LIMIT ?"
        )
        self._by_id = f"{select}places p{joined} WHERE p.id = ?"
        self._countries = f"{select}places p{joined} WHERE p.kind = 'COUNTRY'"

    def named(self, key: str, most: int) -> list[PlaceRow]:
        """The places that bear a name, those first that are called so first of all."""
        return self._connection.execute(self._by_name, (key, most)).fetchall()

    def place(self, identifier: int) -> PlaceRow | None:
        """One place."""
        row: PlaceRow | None = self._connection.execute(self._by_id, (identifier,)).fetchone()
        return row

    def countries(self) -> list[PlaceRow]:
        """All countries."""
        return self._connection.execute(self._countries).fetchall()

    def count(self) -> int:
        """How many places there are."""
        return int(self._connection.execute("SELECT count(*) FROM places").fetchone()[0])

    def keys(self) -> Iterator[str]:
        """All names, as they are looked up."""
        return (key for (key,) in self._connection.execute("SELECT DISTINCT key FROM names"))


def is_whole(path: Path) -> bool:
    """Whether the file is there, as long as it says, and finished: statistics are written last."""
    try:
        with path.open("rb") as stream:
            header = stream.read(HEADER)
        page = int.from_bytes(header[16:18], "big")
        pages = int.from_bytes(header[28:32], "big")
        if header[:16] != MAGIC or path.stat().st_size != pages * (page if page > 1 else 65536):
            return False
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            return bool(connection.execute("SELECT 1 FROM sqlite_stat1 LIMIT 1").fetchone())
    except (OSError, sqlite3.DatabaseError):
        return False


def build_alone(path: Path, progress: Progress | None) -> None:
    """Builds the file unless another process is at it; waits for that one then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock")
    started = time.monotonic()
    while True:
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL)
        except FileExistsError:
            if time.time() - _age_mark(lock) > LONGEST_WAIT or time.monotonic() - started > LONGEST_WAIT:
                lock.unlink(missing_ok=True)
            time.sleep(0.2)
            continue
        try:
            if not is_whole(path):
                build(path, progress)
            return
        finally:
            os.close(handle)
            lock.unlink(missing_ok=True)


def _age_mark(lock: Path) -> float:
    try:
        return lock.stat().st_mtime
    except FileNotFoundError:
        return time.time()
