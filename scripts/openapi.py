"""Writes the OpenAPI document to `schema/openapi.json`: `python -m scripts.openapi --write`; with --check compares."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.rest.openapi import openapi_text

DOCUMENT = Path(__file__).resolve().parents[1] / "schema" / "openapi.json"

Choice = Annotated[
    bool, typer.Option("--write/--check", help="Write the file, or only exit with status 1 where it differs.")
]


def main(write: Choice = True) -> None:
    """Write the OpenAPI document of the REST API to schema/openapi.json.

    Example: python -m scripts.openapi --check
    """
    made = openapi_text()
    if write:
        DOCUMENT.write_text(made, encoding="utf-8")
        typer.echo(f"wrote {DOCUMENT}")
        return
    stored = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    if made != stored:
        lines, names = (
            [text.splitlines(keepends=True) for text in (stored, made)],
            (str(DOCUMENT), "as the code has it"),
        )
        sys.stdout.writelines(difflib.unified_diff(lines[0], lines[1], *names))
        typer.echo("error: schema/openapi.json is out of date. Run: python -m scripts.openapi --write", err=True)
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
