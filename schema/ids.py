"""Ids from content: the same thing read twice has the same id, on every machine.

An id is a short prefix for its noun and 26 base-32 characters of a BLAKE2b hash (130 bits): `evt_4k2...`.
Clients treat ids as opaque; only `noun_of` may look at the prefix.
"""

from __future__ import annotations

import base64
import hashlib
import re

PREFIXES = {
    "article": "art",
    "evidence": "evi",
    "event": "evt",
    "report": "rep",
    "participant": "par",
    "victims": "vic",
    "actor": "act",
    "office": "off",
    "location": "loc",
    "quote": "quo",
    "judgement": "jud",
    "reading": "rdg",
}
_NOUNS = {prefix: noun for noun, prefix in PREFIXES.items()}
_LENGTH = 26
_SHAPE = re.compile(f"({'|'.join(_NOUNS)})_[0-9a-z]{{{_LENGTH}}}")


def content_id(noun: str, *parts: object) -> str:
    """The id of a `noun` (a key of PREFIXES) whose identity is `parts`; None and "" differ, order matters."""
    digest = hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=20).digest()
    return f"{PREFIXES[noun]}_{base64.b32encode(digest).decode('ascii').lower()[:_LENGTH]}"


def noun_of(identifier: str) -> str | None:
    """Which noun an id names, or None where it is malformed."""
    found = _SHAPE.fullmatch(identifier)
    return _NOUNS[found[1]] if found else None


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 bytes of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
