"""Takes articles out for good: `python -m scripts.remove ID...`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from dateline.exporting.selecting import parse_where
from dateline.exporting.views import view_named
from dateline.ingestion.judging import Author
from dateline.ingestion.removing import Choice, Chosen, find_chosen, remove_all
from dateline.settings import read_settings
from dateline.store import open_database
from schema.errors import DatelineError, InputError

MOST_SHOWN = 20

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Ids of articles.", show_default=False)]
Urls = Annotated[list[str] | None, typer.Option("--url", help="The address of an article.  May be repeated.")]
Publisher = Annotated[str | None, typer.Option(help="All articles of this publisher.")]
Origin = Annotated[str | None, typer.Option(help="All that was read from this file, folder or address.")]
WhereOption = Annotated[
    str | None, typer.Option("--where", metavar="JSON", help="A filter, as scripts.export takes it.")
]
Reason = Annotated[str, typer.Option(help="Why; it is kept, the text is not.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would go, and change nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
DatabaseUrl = Annotated[
    str | None,
    typer.Option(
        "--database", metavar="URL", help="sqlite:///path/to/file.db or postgresql://user:password@host/name."
    ),
]


def main(
    ids: Ids = None,
    url: Urls = None,
    publisher: Publisher = None,
    origin: Origin = None,
    where: WhereOption = None,
    reason: Reason = "Removed with scripts.remove.",
    dry_run: DryRun = False,
    yes: Yes = False,
    database: DatabaseUrl = None,
) -> None:
    """Take articles out, with all that only they said, and clean the database's files.

    Events that others tell too stay, worked out anew.  Who did it, when and why is kept, by id and without the text.
    The text does not come back when its file or feed is read again, unless scripts.seed is told --allow-removed.
    Backups made before still hold it.

    Examples:

      python -m scripts.remove --url https://example.org/story --reason "Retracted"

      python -m scripts.remove --publisher "Harbour Ledger" --dry-run

      python -m scripts.remove --where '{"publishedAt": {"before": "2020-01-01"}}' --yes
    """
    try:
        tree = parse_where(where, view_named("articles").filters) if where else None
        choice = Choice(ids or [], url or [], publisher, origin, tree)
        if choice == Choice([], []):
            raise InputError("Nothing is chosen.", hint="Name ids, --url, --publisher, --origin or --where.")
        opened = open_database(read_settings(database_url=database).database_url)
        try:
            chosen = find_chosen(opened, choice)
            _show(chosen)
            if chosen and not dry_run and (yes or typer.confirm("Take them out for good?")):
                done = remove_all(opened, chosen, Author(getpass.getuser(), reason))
                typer.echo(f"{done:,} articles are gone.")
        finally:
            opened.close()
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None


def _show(chosen: list[Chosen]) -> None:
    for article in chosen[:MOST_SHOWN]:
        typer.echo(f"{article.id}  {article.publisher or '-'}  {article.title or article.origin}")
    more = len(chosen) - MOST_SHOWN
    typer.echo(f"{len(chosen):,} articles." if more <= 0 else f"... and {more:,} more; {len(chosen):,} articles.")


if __name__ == "__main__":
    typer.run(main)
