"""Builds the gazetteer in the cache folder, so that the first analysis need not: `python -m scripts.gazetteer`."""

from __future__ import annotations

import typer

from dateline.extraction.gazetteer import Gazetteer
from dateline.settings import read_settings
from schema.errors import DatelineError


def main() -> None:
    """Build the gazetteer (40 MB, about 10 seconds) unless it is there.

    It lies in the user's cache folder, or in DATELINE_CACHE_DIR.

    Example: DATELINE_CACHE_DIR=/var/cache/dateline python -m scripts.gazetteer
    """
    try:
        settings = read_settings()
        gazetteer = Gazetteer.open(settings.cache_dir)
    except (DatelineError, OSError) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"The gazetteer is ready: {gazetteer.path}")


if __name__ == "__main__":
    typer.run(main)
