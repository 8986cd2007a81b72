"""Writes the GraphQL schema to `schema/schema.graphql`: `python -m scripts.schema`; with --check only compares."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.graphql.schema import build_schema, schema_text

SDL = Path(__file__).resolve().parents[1] / "schema" / "schema.graphql"

Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit with status 1 where the file differs.")]


def main(check: Check = False) -> None:
    """Write the GraphQL schema, as SDL, to schema/schema.graphql.

    Example: python -m scripts.schema --check
    """
    made = schema_text(build_schema())
    if not check:
        SDL.write_text(made, encoding="utf-8")
        typer.echo(f"wrote {SDL}")
        return
    stored = SDL.read_text(encoding="utf-8") if SDL.exists() else ""
    if made != stored:
        names = (str(SDL), "as the code has it")
        sys.stdout.writelines(
            difflib.unified_diff(stored.splitlines(keepends=True), made.splitlines(keepends=True), *names)
        )
        typer.echo("error: schema/schema.graphql is out of date. Run: python -m scripts.schema", err=True)
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
