"""Lists the licence of everything that is shipped: `python -m scripts.licences`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from dateline.settings import PROJECT
from schema.errors import DatelineError
from scripts.shipped import Part, list_parts

PAGE = PROJECT / "docs" / "licences.md"
LISTS = {
    "pypi": "Python packages, as locked in `requirements/run.txt`",
    "npm": "JavaScript and fonts, built into `api/static/`; their texts: `api/static/*/licenses.md`",
    "data": "Data inside of packages",
}
START = "<!-- made by python -m scripts.licences --write -->"

Write = Annotated[bool, typer.Option("--write", help="Put the list into docs/licences.md.")]


def main(write: Write = False) -> None:
    """Print all that is shipped with its licence; status 1 where a licence would bind Dateline itself.

    Example: python -m scripts.licences --write
    """
    try:
        parts = list_parts()
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    page = render(parts)
    if write:
        told = PAGE.read_text(encoding="utf-8").partition(START)[0]
        PAGE.write_text(f"{told}{START}\n\n{page}", encoding="utf-8")
    else:
        typer.echo(page)
    binding = [part for part in parts if not part.is_compatible]
    for part in binding:
        typer.echo(f"error: {part.name} is under {part.licence}, which would bind Dateline too.", err=True)
    raise typer.Exit(1 if binding else 0)


def render(parts: list[Part]) -> str:
    """A table for each kind, without versions, so that it changes only where a licence or a part does."""
    return "\n".join(f"## {title}\n\n{_table(parts, kind)}" for kind, title in LISTS.items())


def _table(parts: list[Part], kind: str) -> str:
    rows = sorted({(part.name, part.licence) for part in parts if part.kind == kind})
    lines = [f"| {name} | {re.sub(r'[|]', '/', licence)} |" for name, licence in rows]
    return "\n".join(["| part | licence |", "|---|---|", *lines, ""])


if __name__ == "__main__":
    typer.run(main)
