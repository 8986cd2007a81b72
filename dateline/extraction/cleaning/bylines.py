"""Bylines set in capitals, as people write names: `SOLANGE MUTEBA` -> `Solange Muteba`."""

from __future__ import annotations

import re

PARTICLES = frozenset("and of in de der den van von da di del du la le el al bin ibn ben y e".split())
"""Words that stay small within a name and between names."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_PART = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"(?:I{1,3}|IV|VI{0,3})\b")


def settle_capitals(byline: str | None) -> str | None:
    """The names with one capital each where all of them are set in capitals; else as they are."""
    if byline is None or not _is_set_in_capitals(byline):
        return byline
    return _WORD.sub(lambda match: _settle(match.group(), first=match.start() == 0), byline)


def _is_set_in_capitals(byline: str) -> bool:
    words = [word for word in _WORD.findall(byline) if word.lower() not in PARTICLES]
    return any(len(word) > 3 for word in words) and all(word.isupper() for word in words)


def _settle(word: str, *, first: bool) -> str:
    if word.lower() in PARTICLES and not first:
        return word.lower()
    if _NUMERAL.fullmatch(word) or "." in word[:-1]:
        return word  # `III`, `J.R.`
    return _PART.sub(lambda match: _capitalize(match.group()), word)


def _capitalize(part: str) -> str:
    if part[:2] == "MC" and len(part) > 4:
        return "Mc" + part[2:].capitalize()
    return part.capitalize()
