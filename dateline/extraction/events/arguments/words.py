"""The lexicon of what belongs to a trigger, in the form that the code asks it."""

from __future__ import annotations

from functools import cache

from dateline.extraction.lexicon import load_lexicon


@cache
def argument_words(table: str, name: str) -> frozenset[str]:
    """One list of `event_arguments`, lower case."""
    return frozenset(load_lexicon("event_arguments")[table][name].split())
