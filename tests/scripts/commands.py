"""Running a script's `main` in this process."""

from __future__ import annotations

from types import ModuleType

import typer


def command(module: ModuleType) -> typer.Typer:
    """The command that `python -m` runs."""
    app = typer.Typer()
    app.command()(module.main)
    return app
