"""Markdown, and the front matter that static site generators put above it."""

from __future__ import annotations

import re

from dateline.extraction.cleaning.dates import parse_date
from schema.mentions import RawArticle

_FRONT = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.S)
_PAIR = re.compile(r"^([A-Za-z_]+)\s*:\s*(.+?)\s*$", re.M)
_MARKS = (
    (re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[^\n]*$", re.S | re.M), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)", re.M), ""),
    (re.compile(r"\s+#+\s*$", re.M), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"^\s*(?:[-*_]\s*){3,}$", re.M), ""),
)


def read_markdown_text(text: str, encoding: str, name: str) -> RawArticle:
    """The article without marks; offsets count in it."""
    front = _FRONT.match(text)
    told = {key.lower(): value.strip("\"'") for key, value in _PAIR.findall(front[1])} if front else {}
    body = text[front.end() :] if front else text
    for mark, instead in _MARKS:
        body = mark.sub(instead, body)
    heading = re.search(r"^#\s+(.+?)\s*#*$", text, re.M)
    title = told.get("title") or (heading[1] if heading else None)
    if title and body.lstrip().startswith(title):
        body = body.lstrip()[len(title) :]
    day = told.get("date")
    return RawArticle(
        name,
        body.strip() + "\n",
        "text/plain",
        encoding,
        title=title,
        byline=told.get("author") or told.get("authors"),
        published_at=day if day and parse_date(day) else None,
        url=told.get("url") or told.get("canonical_url"),
    )
