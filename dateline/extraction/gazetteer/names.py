"""How names of places are compared: without case, accents, punctuation and a leading article."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_PUNCTUATION = re.compile(r"[^\w\s]|_")
_DASHES = re.compile(r"[-–—/]")
_SPELLED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """The form of a name that is looked up: `St. Pölten` -> `saint polten`, `the Gambia` -> `gambia`."""
    plain = name if name.isascii() else anyascii(name.replace("·", ""))
    words = _PUNCTUATION.sub("", _DASHES.sub(" ", plain.casefold())).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_spelled(word, number, len(words)) for number, word in enumerate(words))


def _spelled(word: str, number: int, words: int) -> str:
    if number and (word not in ("st", "ste") or number == words - 1):
        return word  # `Elm St` is a street
    return _SPELLED.get(word, word)
