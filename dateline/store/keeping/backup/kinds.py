"""Taking a backup and putting it back, whichever database it is of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

import schema.migrations
from dateline.store.keeping.backup import archive, sqlite_file
from dateline.store.keeping.database import Database, connect_database
from dateline.store.keeping.migration import migrate, revision_of
from schema.errors import DatabaseError, InputError
from schema.tables import ARTICLE

Listener = Callable[[int, int], None]
"""Told how much is done, of how much: pages of SQLite, rows of PostgreSQL."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied."""

    path: Path
    bytes: int
    revision: str
    """The step that its tables have reached."""


def suffix_of(database: Database) -> str:
    """How the file of a backup should end."""
    return ".db" if database.dialect == "sqlite" else ".zip"


def back_up(database: Database, path: Path, tell: Listener) -> Copied:
    """Copies all that is committed now to a file, which appears under its name when it is whole.

    Readers and writers go on meanwhile.  InputError where the file is there already, DatabaseError where it fails.
    """
    if path.exists():
        raise InputError(f"{path} is there already.", hint="Name another file, or a folder.")
    with _appearing(path) as partial:
        kind = sqlite_file if database.dialect == "sqlite" else archive
        revision = kind.save(database, partial, tell)
    return Copied(path, path.stat().st_size, revision)


def restore(path: Path, url: str, tell: Listener, *, replace: bool = False) -> Copied:
    """Puts a backup in the place of an empty database, or with `replace` of any; all of it or nothing.

    Servers that have the database open go on with what was put back.  InputError where the file is no backup for this
    kind of database or the database is not empty, DatabaseError where it fails.
    """
    if not path.is_file():
        raise InputError(f"There is no file {path}.", hint="Name a file that dateline backup has made.")
    database = connect_database(url, create=True)
    try:
        kind = sqlite_file if database.dialect == "sqlite" else archive
        revision = kind.check(path)
        if revision > schema.migrations.HEAD:
            raise InputError(f"{path} is of a newer Dateline (step {revision}).", hint="Update this installation.")
        if not replace and not _is_empty(database):
            raise InputError(
                "The database is not empty.", hint="Name another one, or put the backup in its place: --replace"
            )
        kind.load(database, path, tell)
        with database.writing() as connection:
            migrate(connection)
            found = revision_of(connection)
    finally:
        database.close()
    return Copied(path, path.stat().st_size, found or "")


def _is_empty(database: Database) -> bool:
    with database.reading() as connection:
        return revision_of(connection) is None or connection.execute(select(ARTICLE.c.id).limit(1)).first() is None


@contextmanager
def _appearing(path: Path) -> Iterator[Path]:
    """A name beside the path to write to; it becomes the path when all is on the disk, or is removed."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _removed_at_the_end(partial):
            yield partial
            with partial.open("rb") as written:
                os.fsync(written.fileno())
            partial.replace(path)
    except OSError as error:
        raise DatabaseError(
            f"The backup {path} cannot be written: {error.strerror or error}.", hint="Check its folder and the space."
        ) from error


@contextmanager
def _removed_at_the_end(path: Path) -> Iterator[None]:
    path.unlink(missing_ok=True)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
