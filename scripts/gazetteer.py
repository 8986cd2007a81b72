"""Builds the gazetteer in the cache folder, so that the first analysis need not: `dateline gazetteer`."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from dateline.extraction.actors.own import read_own_actors
from dateline.extraction.gazetteer import Gazetteer
from dateline.settings import Settings, read_settings
from schema.errors import DatelineError
from scripts.options import OwnPlaces


def main(gazetteer: OwnPlaces = None) -> None:
    """Build the gazetteer (40 MB, about 10 seconds) unless it is there, and check a file of places of your own.

    It lies in the user's cache folder, or in DATELINE_CACHE_DIR.

    Examples:

      DATELINE_CACHE_DIR=/var/cache/dateline dateline gazetteer

      dateline gazetteer --gazetteer my-places.csv
    """
    try:
        opened = prepare_gazetteer(read_settings(gazetteer=gazetteer))
    except (DatelineError, OSError) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"The gazetteer is ready: {opened.path}")
    if opened.own is not None:
        typer.echo(f"With places of your own: {opened.own_count:,}")


def prepare_gazetteer(settings: Settings) -> Gazetteer:
    """The gazetteer, built on first use with progress on standard error; SettingError for bad places of one's own."""
    with BuildReporter() as reporter:
        return Gazetteer.open(settings.cache_dir, reporter.tell, own=settings.gazetteer)


def check_actors(settings: Settings) -> None:
    """SettingError where the user's own list of actors cannot be used."""
    if settings.actors is not None:
        read_own_actors(settings.actors)


class BuildReporter:
    """Shows how far a build has come: a bar on a terminal, else one line when it begins; nothing without a build."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._begun = False

    def __enter__(self) -> BuildReporter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def tell(self, step: str, done: int, total: int) -> None:
        """Shows the step's name, and how much of it is done."""
        if not self._begun:
            self._begin()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=step, completed=done, total=total)

    def _begin(self) -> None:
        self._begun = True
        self._console.print("Building the gazetteer, once (about 10 seconds) ...")
        if self._console.is_terminal:
            columns = (TextColumn("{task.description}"), BarColumn())
            self._progress = Progress(*columns, console=self._console, transient=True)
            self._progress.start()
            self._task = self._progress.add_task("", total=None)


if __name__ == "__main__":
    typer.run(main)
