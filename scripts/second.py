"""What commands that read articles have in common where a model reads too."""

from __future__ import annotations

from dateline.ingestion.asking.options import ModelOptions, model_options, only_counting
from dateline.settings import Settings
from schema.readers import ReaderKind


def second_options(settings: Settings, reader: ReaderKind, *, estimate: bool = False) -> ModelOptions | None:
    """How a model is asked, or what asking it would take is counted; None where the rules read alone.

    SettingError where no model can or must be asked.
    """
    second = model_options(settings, reader)
    return only_counting(second) if estimate else second


def model_settings(*, allow_remote_model: bool, budget: int | None) -> dict[str, bool | int | None]:
    """What options of a command say about a model, as settings."""
    return {"allow_remote_model": allow_remote_model or None, "model_budget": budget}
