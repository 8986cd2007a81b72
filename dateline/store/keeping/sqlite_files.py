"""The file of a SQLite database: how it is opened, and whether it is still the one that lies at its path.

SQLite goes on with a file that was moved away or replaced, and what is written to it then is lost without a word.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from dateline.settings import PROJECT
from schema.errors import DatabaseError, DiskFullError

BUSY_SECONDS = 30
"""How long a writer waits for its turn before it gives up."""
PAUSE_SECONDS = 0.02
LEAST_FREE_BYTES = 4_000_000
"""On the disk of a database: SQLite's journal needs some to be written at all."""
FULL_SECONDS = 60.0
"""How long a disk is taken for full after something found no room on it."""
OWN_FOLDER = PROJECT / "data"
"""Where a database is that nobody named; it is made, any other folder may be a slip of the pen."""


@dataclass(slots=True)
class SqliteFile:
    """A database's file; `is_fixed` where it lies on a medium that cannot be written."""

    path: Path
    is_fixed: bool = False
    _identity: tuple[int, int] | None = field(default=None, init=False)

    def connect(self) -> sqlite3.Connection:
        """A connection; a file that is not there is not made."""
        # A copy on a read-only medium can have no journal beside it, not even an empty one.
        mode = "mode=ro&immutable=1" if self.is_fixed else "mode=rw"
        address = f"file:{quote(str(self.path.absolute()))}?{mode}"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        if self._identity is None:
            self._identity = _identity_of(self.path)
        return connection

    def require_in_place(self) -> None:
        """DatabaseError where the path has no file any more, or another one than was opened."""
        if self._identity is not None and _identity_of(self.path) != self._identity:
            raise DatabaseError(
                "The database's file was moved away or replaced.",
                hint="Put it back, or start this program again to use what lies there now.",
            )

    def require_room(self) -> None:
        """DiskFullError where the disk has no room left."""
        if shutil.disk_usage(self.path.parent).free < LEAST_FREE_BYTES:
            raise DiskFullError


class Place:
    """Where a database is kept, and whether it takes anything in; a PostgreSQL's disk is known by its answers only."""

    def __init__(self, file: SqliteFile | None = None) -> None:
        self.file = file
        self._was_full: float | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it cannot be written at all."""
        return self.file is not None and self.file.is_fixed

    @contextmanager
    def written(self) -> Iterator[None]:
        """Around a transaction that writes; DatabaseError where it would be lost."""
        if self.file is not None:
            self.file.require_in_place()
        try:
            yield
        except DiskFullError:
            self._was_full = time.monotonic()
            raise
        self._was_full = None

    def require_writable(self) -> None:
        """DatabaseError where nothing could be stored now: the file is gone, or the disk has no room left."""
        if self._was_full is not None and time.monotonic() - self._was_full < FULL_SECONDS:
            raise DiskFullError
        if self.file is not None and not self.file.is_fixed:
            self.file.require_in_place()
            self.file.require_room()


def find_file(path: Path, *, create: bool) -> SqliteFile:
    """The file of a database; with `create` an empty one is made where there is none, in a folder that is there.

    DatabaseError where it cannot be had.
    """
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder, not a database.", hint="Name a file in it.")
    if not path.exists():
        if not create:
            raise DatabaseError(f"There is no database at {path}.", hint="Seed one: dateline seed PATH")
        _make(path)
    is_fixed = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    if is_fixed and _has_journal(path):
        raise DatabaseError(
            f"{path} cannot be written, and has a journal that must be written into it first.",
            hint="Copy it by dateline backup, or with the file beside it that ends in -wal to a disk.",
        )
    return SqliteFile(path, is_fixed)


def use_journal(connection: sqlite3.Connection) -> None:
    """Turns the write-ahead journal on, for good.

    Beside a writer SQLite refuses that at once, whatever the busy timeout says, so it is tried again.
    """
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
        time.sleep(PAUSE_SECONDS)


def _make(path: Path) -> None:
    try:
        if path.parent == OWN_FOLDER:
            OWN_FOLDER.mkdir(exist_ok=True)
        if not path.parent.is_dir():
            raise DatabaseError(f"There is no folder {path.parent}.", hint="Make it, or look for a slip of the pen.")
        path.touch()
    except OSError as error:
        raise DatabaseError(f"{path} cannot be made: {error.strerror}.") from error


def _has_journal(path: Path) -> bool:
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
