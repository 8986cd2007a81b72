"""Makes, lists and revokes API keys: `dateline keys`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, NoReturn, TypeVar

import typer
from sqlalchemy import Connection

from dateline.settings import read_settings
from dateline.store import open_database
from dateline.store.bookkeeping.keys import StoredKey, list_keys, make_key, revoke_key
from schema.errors import DatelineError
from schema.scopes import Scope
from scripts.options import DatabaseUrl

T = TypeVar("T")

Name = Annotated[str, typer.Argument(help="Whose key it is; corrections are kept under this name.")]
Scopes = Annotated[
    list[Scope], typer.Option("--scope", metavar="SCOPE", help="read, export, ingest or correct; once for each.")
]
KeyId = Annotated[str, typer.Argument(metavar="ID", help="The key's id, as list shows it.")]

app = typer.Typer(
    help="""Make, list and revoke API keys.

    A key is sent as the header Authorization: Bearer KEY.  Only its digest is stored.

    Examples:

      dateline keys make ana --scope read --scope correct

      dateline keys list

      dateline keys revoke 3f9a0c5d7e21
    """,
    no_args_is_help=True,
    add_completion=False,
)


@app.command()
def make(name: Name, scope: Scopes, database: DatabaseUrl = None) -> None:
    """Make a key and show it, this one time.

    Example: dateline keys make ana --scope read --scope export
    """
    key = _write(database, lambda connection: make_key(connection, name, scope), create=True)
    typer.echo(key)
    typer.echo("Keep it: it is shown this one time. Send it as the header Authorization: Bearer KEY.", err=True)


@app.command(name="list")
def list_all(database: DatabaseUrl = None) -> None:
    """List all keys, the oldest first, without their secrets.

    Example: dateline keys list
    """
    for key in _write(database, list_keys):
        typer.echo(line(key))


@app.command()
def revoke(identifier: KeyId, database: DatabaseUrl = None) -> None:
    """Make a key good for nothing; servers notice within five seconds.

    Example: dateline keys revoke 3f9a0c5d7e21
    """
    typer.echo(line(_write(database, lambda connection: revoke_key(connection, identifier))))


def line(key: StoredKey) -> str:
    """A key on one line: id, name, scopes, since when, until when."""
    until = f"  revoked {key.revoked_at:%Y-%m-%d %H:%M}" if key.revoked_at else ""
    scopes = ",".join(scope for scope in Scope if scope in key.scopes)
    return f"{key.id}  {key.name}  {scopes}  made {key.made_at:%Y-%m-%d %H:%M}{until}"


def _write(url: str | None, function: Callable[[Connection], T], *, create: bool = False) -> T:
    try:
        database = open_database(read_settings(database_url=url).database_url, create=create)
        try:
            with database.writing() as connection:
                return function(connection)
        finally:
            database.close()
    except DatelineError as error:
        _fail(str(error))


def _fail(reason: str) -> NoReturn:
    typer.echo(f"error: {reason}", err=True)
    raise typer.Exit(1)


if __name__ == "__main__":
    app()
