"""The words of extraction, as data: TOML files in a folder a language (`en/`), each read once and cached."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The content of `en/<name>.toml`.  Callers must not change it."""
    path = resources.files(__name__).joinpath("en", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def list_lexicons(folder: str) -> list[str]:
    """The names of the files in `en/<folder>`, in alphabetical order, without their ending."""
    files = resources.files(__name__).joinpath("en", folder).iterdir()
    return sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml"))
