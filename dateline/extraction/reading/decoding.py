"""From bytes to text: the encoding decided by mark, declaration or content, binary content refused."""

from __future__ import annotations

import codecs
import re

from schema.errors import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longer marks before the shorter ones that they begin with."""

BINARY_STARTS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP, Word or Excel file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})|encoding=["']([A-Za-z0-9_.:-]{1,40})""", re.I
)
HEAD = 4096


def decode(
    content: bytes, name: str, *, html: bool = False, declared: str | None = None, control: bool = False
) -> tuple[str, str]:
    """The text of `content` and the encoding it was in.  SourceError where it is binary; `name` names it there.

    `declared` is what whoever sent it says.  `control` characters may be part of it.
    """
    marked = find_mark(content)
    if marked:
        mark, encoding = marked
        return content[len(mark) :].decode(encoding, "replace"), encoding
    if not control:
        _refuse_binary(content, name)
    for encoding in _candidates(content, html=html, declared=declared):
        try:
            return content.decode(encoding), codecs.lookup(encoding).name
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", "replace"), "cp1252"


def find_mark(content: bytes) -> tuple[bytes, str] | None:
    """The byte-order mark that `content` begins with, and the encoding it stands for."""
    return next(((mark, encoding) for mark, encoding in MARKS if content.startswith(mark)), None)


def _candidates(content: bytes, *, html: bool, declared: str | None) -> list[str]:
    inside = DECLARED.search(content[:HEAD]) if html else None
    named = declared or ((inside.group(1) or inside.group(2)).decode("ascii") if inside else None)
    # Pages that say iso-8859-1 mean windows-1252 (WHATWG encoding standard).
    named = "cp1252" if named and named.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else named
    guesses = ["utf-8", *([named] if named else [])]
    return guesses if _is_utf8(content) or named else [*guesses, _guess(content)]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(content: bytes) -> str:
    """What the content looks like; windows-1252 where another code page looks no better."""
    from charset_normalizer import from_bytes

    matches = from_bytes(
        content[:200_000], cp_isolation=["cp1252", "cp1250", "cp1251", "cp1254", "mac_roman", "utf_16"]
    )
    best = matches.best()
    if best is None:
        return "cp1252"
    equal = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    return "cp1252" if any("cp1252" in match.could_be_from_charset for match in equal) else best.encoding


def _refuse_binary(content: bytes, name: str) -> None:
    kind = next((kind for start, kind in BINARY_STARTS.items() if content.startswith(start)), None)
    head = content[:HEAD]
    control = sum(byte < 9 or 13 < byte < 27 for byte in head)
    if kind is None and control > max(8, len(head) // 20):
        kind = "a binary file"
    if kind:
        raise SourceError(
            f"{name}: this is {kind}, not text.", hint="Convert it to .txt, .html or .jsonl first.", code="BINARY"
        )
