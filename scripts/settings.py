"""Prints the settings as a page, and keeps docs/settings.md up to date: `python -m scripts.settings`."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.settings import DEFAULT_DATABASE, PROJECT, Settings

PAGE = PROJECT / "docs" / "settings.md"
HEAD = """# Settings

Each is an environment variable; the commands have options for the common ones (`--database`, `--host`, `--port`,
`--workers`), which win. This page is made from `dateline/settings.py` by `python -m scripts.settings --write`.

| variable | default | what it is |
|---|---|---|
"""

Write = Annotated[bool, typer.Option("--write", help="Write docs/settings.md.")]
Check = Annotated[bool, typer.Option("--check", help="Exit with 1 if docs/settings.md is out of date.")]


def main(write: Write = False, check: Check = False) -> None:
    """Print all settings with their defaults as a Markdown table.

    Example: python -m scripts.settings --write
    """
    page = render()
    if write:
        PAGE.write_text(page, encoding="utf-8")
    elif check:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
            typer.echo("docs/settings.md is out of date: python -m scripts.settings --write", err=True)
            raise typer.Exit(1)
    else:
        typer.echo(page, nl=False)


def render() -> str:
    """The page."""
    rows = [
        f"| `{variable(name)}` | {shown(name)} | {field.description} |" for name, field in Settings.model_fields.items()
    ]
    return HEAD + "\n".join(rows) + "\n"


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return "DATABASE_URL" if name == "database_url" else f"DATELINE_{name.upper()}"


def shown(name: str) -> str:
    """A default, for people."""
    default = Settings.model_fields[name].default
    if default == DEFAULT_DATABASE:
        return "`sqlite:///data/dateline.db` in the project's folder"
    return "" if default is None or str(default) in ("", "()") else f"`{default}`"


if __name__ == "__main__":
    typer.run(main)
