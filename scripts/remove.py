"""Takes articles out for good: `dateline remove ID...`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from dateline.exporting.selecting import parse_where
from dateline.ingestion.intake.judging import Author
from dateline.ingestion.intake.removing import Choice, Chosen, find_chosen, remove_all
from dateline.settings import read_settings
from dateline.store import open_database
from dateline.store.filtering.filters import ARTICLE_FILTERS
from dateline.store.keeping.vacuum import vacuum
from schema.errors import DatelineError, InputError
from scripts.options import DatabaseUrl

MOST_SHOWN = 20

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Ids of articles.", show_default=False)]
Urls = Annotated[list[str] | None, typer.Option("--url", help="The address of an article.  May be repeated.")]
Publisher = Annotated[str | None, typer.Option(help="All articles of this publisher.")]
Origin = Annotated[str | None, typer.Option(help="All that was read from this file, folder or address.")]
WhereOption = Annotated[
    str | None, typer.Option("--where", metavar="JSON", help="A filter, as dateline export takes it.")
]
Reason = Annotated[str, typer.Option(help="Why; it is kept, the text is not.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would go, and change nothing.")]
Clean = Annotated[bool, typer.Option("--clean", help="Only clean the files of what was removed before.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def main(
    ids: Ids = None,
    url: Urls = None,
    publisher: Publisher = None,
    origin: Origin = None,
    where: WhereOption = None,
    reason: Reason = "Removed with scripts.remove.",
    dry_run: DryRun = False,
    yes: Yes = False,
    clean: Clean = False,
    database: DatabaseUrl = None,
) -> None:
    """Take articles out, with all that only they said, and clean the database's files.

    Events that others tell too stay, worked out again.  Who did it, when and why is kept, by id and without the text.
    The text does not come back when its file or feed is read again, unless dateline seed is told --allow-removed.
    Backups made before still hold it.

    Examples:

      dateline remove --url https://example.org/story --reason "Retracted"

      dateline remove --publisher "Harbour Ledger" --dry-run

      dateline remove --where '{"publishedAt": {"before": "2020-01-01"}}' --yes
    """
    try:
        tree = parse_where(where, ARTICLE_FILTERS) if where else None
        choice = Choice(ids or [], url or [], publisher, origin, tree)
        is_nothing = choice == Choice([], [])
        if clean and not is_nothing:
            raise InputError("--clean stands alone.", hint="Remove articles, or only clean.")
        if is_nothing and not clean:
            raise InputError("Nothing is chosen.", hint="Name ids, --url, --publisher, --origin or --where.")
        opened = open_database(read_settings(database_url=database).database_url)
        try:
            if clean:
                vacuum(opened)
                typer.echo("The files are clean.")
                return
            chosen = find_chosen(opened, choice)
            _show(chosen)
            if chosen and not dry_run and (yes or typer.confirm("Take them out for good?")):
                done = remove_all(opened, chosen, Author(_own_name(), reason))
                typer.echo(f"{done:,} {'articles are' if done != 1 else 'article is'} gone.")
        finally:
            opened.close()
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None


def _own_name() -> str:
    """Of who runs this, as the system knows them; a container may have a user without a name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "scripts.remove"


def _show(chosen: list[Chosen]) -> None:
    for article in chosen[:MOST_SHOWN]:
        typer.echo(f"{article.id}  {article.publisher or '-'}  {article.title or article.origin}")
    more = len(chosen) - MOST_SHOWN
    told = f"{len(chosen):,} article{'s' if len(chosen) != 1 else ''}."
    typer.echo(told if more <= 0 else f"... and {more:,} more; {told}")


if __name__ == "__main__":
    typer.run(main)
