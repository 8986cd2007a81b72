"""Options that several commands have.  Loads nothing of the program, so that `--help` is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from schema.readers import ReaderKind

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
ReaderOption = Annotated[
    ReaderKind,
    typer.Option(
        "--reader",
        help="Who reads: the rules, a language model that is asked, or the rules and a model for what they leave open; "
        "see docs/models.md.",
    ),
]
AllowRemoteModel = Annotated[
    bool,
    typer.Option("--allow-remote-model", help="Send articles to a model that is not on this machine."),
]
Estimate = Annotated[
    bool, typer.Option("--estimate", help="Print how many tokens a model would take, and at which price; send nothing.")
]
Budget = Annotated[
    int | None, typer.Option("--budget", min=1, metavar="TOKENS", help="Tokens that a model may take in this run.")
]
