"""Copies the whole database while it is in use: `dateline backup TARGET`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.settings import read_settings
from dateline.store import Database, open_database
from dateline.store.keeping.backup import back_up, suffix_of
from schema.errors import DatelineError, InputError
from scripts.options import DatabaseUrl
from scripts.progress import Reporter

NAME = "dateline-"
"""Files that `--keep` may delete begin with it."""

Target = Annotated[Path, typer.Argument(help="A new file, or a folder in which one is named by the time.")]
Keep = Annotated[
    int | None, typer.Option(min=1, help="Delete older backups of the folder, all but this many of the newest.")
]


def main(target: Target, database: DatabaseUrl = None, keep: Keep = None) -> None:
    """Copy all that is stored to one file, as it is at this moment.

    Servers and seeding runs go on meanwhile.  A SQLite database gives a SQLite file, PostgreSQL an archive that needs
    no program of PostgreSQL's.  The file appears under its name when it is whole.  dateline restore puts it back.

    Examples:

      dateline backup backups/ --keep 14

      dateline backup before-update.db --database sqlite:///news.db
    """
    try:
        if keep is not None and not _is_folder(target):
            raise InputError("--keep is for a folder.", hint=f"Name one: {target.parent}/")
        opened = open_database(read_settings(database_url=database).database_url)
        try:
            path = name_file(target, opened)
            with Reporter("Copying", "pages" if opened.dialect == "sqlite" else "rows", None) as reporter:
                copied = back_up(opened, path, lambda done, total: reporter.tell(done, total))
        finally:
            opened.close()
        typer.echo(f"Copied {copied.bytes / 1e6:,.1f} MB to {copied.path}.")
        for old in find_old(target, keep) if keep is not None else ():
            old.unlink()
            typer.echo(f"Deleted {old}.")
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None


def name_file(target: Path, database: Database) -> Path:
    """The target itself, or a file in it that is named by the time."""
    if not _is_folder(target):
        return target
    return target / f"{NAME}{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}{suffix_of(database)}"


def find_old(folder: Path, keep: int) -> list[Path]:
    """The backups of a folder but for the newest: their names are in the order of time."""
    return sorted(path for path in folder.glob(f"{NAME}*Z.*") if path.suffix in (".db", ".zip"))[:-keep]


def _is_folder(target: Path) -> bool:
    return target.is_dir() or target.suffix == ""


if __name__ == "__main__":
    typer.run(main)
