"""How a model is asked: what travels to the processes that read.  Loads nothing of what asks it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from schema.errors import SettingError
from schema.readers import ReaderKind, Shown, reader_version

if TYPE_CHECKING:
    from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """A second reader, and how it is asked."""

    kind: ReaderKind
    url: str
    name: str
    folder: Path
    """Where answers are kept."""
    key: str = field(default="", repr=False)
    context: int = 8_192
    """Tokens of question and answer together."""
    concurrency: int = 4
    """Questions at once, of each process."""
    timeout: float = 120.0
    """Longest time for one answer, in seconds, with all that is tried for it."""
    shown: Shown = Shown.RULES
    budget: int | None = None
    """Tokens that one run may spend."""
    estimate: bool = False
    """Whether questions are only counted, and none is sent."""
    run: str = field(default_factory=lambda: uuid4().hex)
    """The same for all processes of one run."""

    @property
    def is_remote(self) -> bool:
        """Whether the server is another machine than this one."""
        return not is_local(self.url)

    @property
    def version(self) -> str:
        """Of what it reads: another model or question may give other facts."""
        from dateline.extraction.model.prompting import prompts_version  # the rules alone must not load it

        return reader_version(self.kind, self.name, prompts_version(), self.shown)


def is_local(url: str) -> bool:
    """Whether a URL leads to this machine, by its host alone."""
    host = (urlsplit(url).hostname or "").lower()
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def only_counting(options: ModelOptions | None) -> ModelOptions:
    """The same without sending anything; SettingError where no model is to be asked."""
    if options is None:
        raise SettingError("The rules alone cost nothing.", hint="Say which reader is meant: --reader model or both.")
    return replace(options, estimate=True)


def model_options(settings: Settings, kind: ReaderKind) -> ModelOptions | None:
    """How a model is asked; None where the rules read alone.  SettingError where that cannot or must not be."""
    if kind is ReaderKind.RULES:
        return None
    from platformdirs import user_cache_path

    _check(settings, kind)
    return ModelOptions(
        kind,
        settings.model_url,
        settings.model_name,
        settings.cache_dir or user_cache_path("dateline"),
        settings.model_key.get_secret_value(),
        settings.model_context,
        settings.model_concurrency,
        settings.model_timeout,
        settings.model_shown,
        settings.model_budget,
    )


def _check(settings: Settings, kind: ReaderKind) -> None:
    if not settings.model_url or not settings.model_name:
        missing = "DATELINE_MODEL_URL" if not settings.model_url else "DATELINE_MODEL_NAME"
        raise SettingError(f"The reader {kind.value!r} needs {missing}.", hint="See docs/models.md.")
    if find_spec("json_repair") is None:
        raise SettingError(
            f"The reader {kind.value!r} needs the extra `model`.", hint="Run: pip install dateline[model]"
        )
    if not is_local(settings.model_url) and not settings.allow_remote_model:
        raise SettingError(
            f"The model at {urlsplit(settings.model_url).hostname} is not on this machine: articles would leave it.",
            hint="If they may, say --allow-remote-model, or set DATELINE_ALLOW_REMOTE_MODEL.",
        )
