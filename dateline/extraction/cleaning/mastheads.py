"""The outlet's name alone on a line above the story: a masthead, no headline and no part of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from urllib.parse import urlsplit

from dateline.extraction.lexicon import load_lexicon

LONGEST_MASTHEAD = 60
LONGEST_HEADLINE = 150
LEAST_HEADLINE_WORDS = 4
_SMALL = frozenset({"the", "of", "and", "&", "for", "in", "on"})
_STORY_END = re.compile(r"[.!?:,;…][”\"'’)]*$|[”\"]$")


def outlet_key(name: str) -> str:
    """How names of outlets are compared: letters and digits, without case and leading article."""
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", name.strip().casefold()))


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(load_lexicon("cleaning")["outlet_words"])


def is_headline(line: str) -> bool:
    """Whether a line above the story has the form of a headline or masthead: short, no end of a sentence."""
    return len(line) <= LONGEST_HEADLINE and _STORY_END.search(line) is None


def read_mastheads(lines: Sequence[str], known: Iterable[str], url: str | None) -> dict[int, str]:
    """Which of the lines above the story are mastheads, with the outlet's name; `lines` begin with the article.

    `known` are the outlet's names from metadata, copyright line or dateline.  The host of `url` is evidence too, and
    the words that outlets call themselves by, the latter only where another line can be the headline.
    """
    spelled = {outlet_key(name): name for name in known}
    above = _above_story(lines)
    found = {number: spelled[key] for number, line in above if (key := outlet_key(line)) in spelled and key}
    hosts = _host_labels(url)
    found |= {n: line for n, line in above if n not in found and outlet_key(line) in hosts}
    named = {n: line for n, line in above if n not in found and _is_outlet_name(line)}
    others = [line for n, line in above if n not in found and n not in named]
    if found or not any(len(line.split()) >= LEAST_HEADLINE_WORDS for line in others):
        return found
    return named


def _above_story(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Number and text of the short lines before the first that is no headline."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if not is_headline(line):
            break
        above.append((number, line))
    return [(number, line) for number, line in above if len(line) <= LONGEST_MASTHEAD]


def _host_labels(url: str | None) -> frozenset[str]:
    """`harbourledger` and the like of a web address; labels too short to mean an outlet are left out."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return frozenset()
    return frozenset(re.sub(r"\W", "", label) for label in host.split(".")[:-1] if len(label) > 4)


def _is_outlet_name(line: str) -> bool:
    words = line.split()
    return (
        2 <= len(words) <= 5
        and words[-1].casefold() in _outlet_words()
        and all(word[0].isupper() or word.casefold() in _SMALL for word in words)
    )
