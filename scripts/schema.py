"""Writes the GraphQL schema to `schema/schema.graphql`: `python -m scripts.schema`; with --check only compares.

`schema/released.graphql` is what clients were promised: whatever breaks it fails the checks until it is released.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import Annotated

import typer
from graphql import build_schema as read_schema
from graphql import find_breaking_changes

from api.graphql.schema import build_schema, schema_text

FOLDER = Path(__file__).resolve().parents[1] / "schema"
SDL = FOLDER / "schema.graphql"
RELEASED = FOLDER / "released.graphql"

Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit with status 1 where something is wrong.")]
Release = Annotated[
    bool, typer.Option("--release", help="Write schema/released.graphql too: what clients can rely on from now on.")
]


def main(check: Check = False, release: Release = False) -> None:
    """Write the GraphQL schema, as SDL, to schema/schema.graphql.

    With --check, fail where that file is out of date, or where clients of schema/released.graphql would break.

    Examples:

      python -m scripts.schema

      python -m scripts.schema --check
    """
    made = schema_text(build_schema())
    if check:
        _check(made)
        return
    for path in (SDL, RELEASED) if release else (SDL,):
        path.write_text(made, encoding="utf-8")
        typer.echo(f"wrote {path}")


def find_breaks(released: str, made: str) -> list[str]:
    """What clients of the one schema could not do any more with the other, in words."""
    return [change.description for change in find_breaking_changes(read_schema(released), read_schema(made))]


def _check(made: str) -> None:
    stored = SDL.read_text(encoding="utf-8") if SDL.exists() else ""
    if made != stored:
        names = (str(SDL), "as the code has it")
        sys.stdout.writelines(
            difflib.unified_diff(stored.splitlines(keepends=True), made.splitlines(keepends=True), *names)
        )
        _fail("schema/schema.graphql is out of date. Run: python -m scripts.schema")
    breaks = find_breaks(RELEASED.read_text(encoding="utf-8"), made)
    if breaks:
        typer.echo("\n".join(breaks))
        _fail(
            f"{len(breaks)} changes break clients of schema/released.graphql. Deprecate instead, or tell it in the "
            "changelog and run: python -m scripts.schema --release"
        )


def _fail(reason: str) -> None:
    typer.echo(f"error: {reason}", err=True)
    raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
