"""Options that several commands have.  Loads nothing of the program, so that `--help` is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DatabaseUrl = Annotated[
    str | None,
    typer.Option(
        "--database", metavar="URL", help="sqlite:///path/to/file.db or postgresql://user:password@host/name."
    ),
]
OwnPlaces = Annotated[
    Path | None,
    typer.Option("--gazetteer", metavar="FILE", help="A CSV file of places of your own; see docs/gazetteer.md."),
]
OwnActorList = Annotated[
    Path | None,
    typer.Option("--actors", metavar="FILE", help="A CSV file of actors of your own; see docs/actors.md."),
]
AllowedHosts = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="HOST", help="A host in your own network to allow.  May be repeated."),
]
