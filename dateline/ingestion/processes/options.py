"""How articles are read: what travels to the processes that do it.  Loads nothing of what reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.ingestion.asking.options import ModelOptions
    from dateline.settings import Kernel, Settings

LONGEST_SECONDS = 120.0
"""Longest time that reading one article may take: a hundred times a long one."""
LONGEST_TEXT = 100_000
"""Characters of one article that is sent to a server: ten times a long one."""


TOGETHER = 16
"""Articles that one process reads at once, and asks a model about."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Of one run, or one server."""

    model: str = ""
    cache: Path | None = None
    empty_is_error: bool = True
    """Whether an article without text is an error (a source of articles) or has nothing to tell (analysis)."""
    gazetteer: Path | None = None
    """A CSV file of places of one's own."""
    licence: str | None = None
    """Of articles that name none themselves."""
    seconds: float = LONGEST_SECONDS
    """Longest time that reading one article may take."""
    actors: Path | None = None
    """A CSV file of actors of one's own."""
    kernel: Kernel = "auto"
    """What does the language model's arithmetic."""
    second: ModelOptions | None = None
    """A model that is asked too; None where the rules read alone."""


def reading_options(
    settings: Settings, *, empty_is_error: bool = True, second: ModelOptions | None = None
) -> ReadingOptions:
    """As the settings say; `second` is a model that is asked too."""
    return ReadingOptions(
        settings.model,
        settings.cache_dir,
        empty_is_error,
        settings.gazetteer,
        settings.licence or None,
        settings.article_seconds + (TOGETHER * second.timeout if second is not None else 0.0),
        settings.actors,
        settings.kernel,
        second,
    )
