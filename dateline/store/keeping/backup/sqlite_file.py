"""Backups of SQLite: one file, by SQLite's own copying of pages, of one moment though others write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dateline.store.keeping.database import Database
from dateline.store.keeping.sqlite_files import BUSY_SECONDS
from dateline.store.keeping.vacuum import REMAINS, clean_file
from schema.errors import DatabaseError, InputError

PAGES = 5_000
"""Copied between two words about the progress: 20 MB."""


def save(database: Database, path: Path, tell: Callable[[int, int], None]) -> str:
    """Copies the database to a new file; the step that its tables have reached."""
    with _translated(), _open(_path_of(database)) as source, _open(path) as target:
        # A transaction of our own keeps the moment: else each commit of others would start the copying again.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target, pages=PAGES, progress=lambda _, left, pages: tell(pages - left, pages))
        source.execute("COMMIT")
        # One file, without a journal beside it.
        target.execute("PRAGMA journal_mode = DELETE")
        if target.execute("PRAGMA user_version").fetchone() == (REMAINS,):
            clean_file(target)
        _require_whole(target, path)
        return _revision(target, path)


def check(path: Path) -> str:
    """The step of a backup's tables; InputError where the file is none."""
    with path.open("rb") as stream:
        if stream.read(16) != b"SQLite format 3\x00":
            raise InputError(f"{path} is no backup of a SQLite database.", hint="Name a file of dateline backup.")
    with _translated(), _open(path) as source:
        _require_whole(source, path)
        return _revision(source, path)


def load(database: Database, path: Path, tell: Callable[[int, int], None]) -> None:
    """Replaces all pages of the database by those of the file, in one transaction."""
    with _translated(), _open(path) as source, _open(_path_of(database)) as target:
        source.backup(target, pages=PAGES, progress=lambda _, left, pages: tell(pages - left, pages))
        target.execute("PRAGMA journal_mode = WAL")


def _path_of(database: Database) -> Path:
    return Path(str(database.engine.url.database))


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        yield connection


def _require_whole(connection: sqlite3.Connection, path: Path) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise DatabaseError(f"{path} is damaged: {found}.", hint="Take another backup.")


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    try:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.OperationalError, TypeError):
        raise InputError(f"{path} has no Dateline tables.", hint="Name a file of dateline backup.") from None
    return str(revision)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise DatabaseError(f"Copying the database failed: {error}.", hint="Check the disk and its space.") from error
