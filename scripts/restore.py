"""Puts a backup back: `dateline restore FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.settings import read_settings
from dateline.store import open_database
from dateline.store.integrity import check_invariants
from dateline.store.keeping.backup import restore
from schema.errors import DatelineError
from scripts.options import DatabaseUrl
from scripts.progress import Reporter

MOST_SHOWN = 10

Backup = Annotated[Path, typer.Argument(help="A file that dateline backup has made.")]
Replace = Annotated[bool, typer.Option("--replace", help="Also where the database holds something, which is lost.")]
Check = Annotated[bool, typer.Option("--check/--no-check", help="Read everything again and compare it afterwards.")]


def main(backup: Backup, database: DatabaseUrl = None, replace: Replace = False, check: Check = True) -> None:
    """Put a backup in the place of an empty database.

    All of it or nothing: where it fails, the database stays what it was.  Tables of an older Dateline are brought up to
    date.  A server that has the database open goes on with what was put back.

    Examples:

      dateline restore backups/dateline-20260105T020000Z.db --database sqlite:///news.db

      dateline restore before-update.zip --replace
    """
    try:
        url = read_settings(database_url=database).database_url
        with Reporter("Restoring", "pages or rows", None) as reporter:
            restored = restore(backup, url, lambda done, total: reporter.tell(done, total), replace=replace)
        typer.echo(f"Restored {restored.bytes / 1e6:,.1f} MB from {restored.path}.")
        if check:
            check_everything(url)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None


def check_everything(url: str) -> None:
    """Says whether all rows agree; the program ends with status 1 where they do not."""
    opened = open_database(url)
    try:
        wrong = opened.run(check_invariants)
    finally:
        opened.close()
    for sentence in wrong[:MOST_SHOWN]:
        typer.echo(f"error: {sentence}", err=True)
    if wrong:
        typer.echo(f"error: {len(wrong):,} things are wrong.  Try an older backup.", err=True)
        raise typer.Exit(1)
    typer.echo("Everything in it agrees.")


if __name__ == "__main__":
    typer.run(main)
