"""Who reads articles, and whose word is shown where two readers differ."""

from enum import StrEnum


class ReaderKind(StrEnum):
    """Who reads articles."""

    RULES = "rules"
    MODEL = "model"
    """A model alone; its quotations are resolved as the words that the rules find."""
    BOTH = "both"
    """The rules, and a model for what they leave open."""


class Shown(StrEnum):
    """Whose value is shown where both readers give one."""

    RULES = "rules"
    MODEL = "model"


def reader_version(kind: ReaderKind, model: str, prompts: str, shown: Shown) -> str:
    """Of what a second reader reads: `both qwen3:8b 1a2b3c4d`; another model or question may give other facts."""
    return f"{kind.value} {model} {prompts}" + (" first" if shown is Shown.MODEL else "")
