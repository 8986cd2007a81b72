"""The one door that words pass on their way into the database: what it cannot hold, and the keys names are found by."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

LONGEST_NAME = 500
"""Code points of a name or title; PostgreSQL's indexes hold no more than 2,704 bytes of one value."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+")
_VOWELS = re.compile("[iyj]+")
_DOUBLED = re.compile(r"(\w)\1+")


def storable(text: str) -> str:
    """The text with NUL and lone surrogates, which PostgreSQL and UTF-8 refuse, as U+FFFD; no offset changes."""
    return _UNSTORABLE.sub("\ufffd", text)


def is_storable(text: str) -> bool:
    """Whether a database can hold or compare this text."""
    return _UNSTORABLE.search(text) is None


def short_name(text: str) -> str:
    """A storable name that an index can hold."""
    return storable(text[:LONGEST_NAME])


def fold(text: str) -> str:
    """The key of a name: case, Latin diacritics, width and runs of white space make no difference."""
    decomposed = unicodedata.normalize("NFKD", storable(text)).casefold()
    return " ".join(_MARKS.sub("", decomposed).split())


def words_of(text: str) -> list[str]:
    """The folded words of a search, cut at everything that is no letter or digit."""
    return _WORD.findall(fold(text))


def spelling_key(name: str) -> str | None:
    """The key of a full name however it is transliterated and with or without initials; None for a single word.

    `Volodymyr Zelenskyy`, `Volodymyr Zelenskiy` and `Donald J. Trump`, `Donald Trump` have one key each.
    """
    words = [word for word in words_of(anyascii(name)) if len(word) > 1]
    if len(words) < 2:
        return None
    return "~" + " ".join(_DOUBLED.sub(r"\1", _VOWELS.sub("i", word)) for word in words)
