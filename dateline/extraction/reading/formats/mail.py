"""Messages: newsletters and alerts saved as .eml, mailboxes (mbox), and web pages saved as MHTML.

The bytes of a part are decoded here: the standard library damages text without a charset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from dateline.extraction.cleaning.dates import parse_date
from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.inputs import LARGEST_DOCUMENT, Found, Input
from schema.errors import SourceError
from schema.mentions import RawArticle

_HEADER = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type|x-[\w-]+):", re.I
)
_POSTMARK = re.compile(rb"^From \S+.*\d{4}\s*$")


def looks_like_message(head: bytes) -> bool:
    """Whether bytes begin with at least three headers of a message."""
    lines = head[:2048].splitlines()[:12]
    return len(lines) > 2 and bool(_HEADER.match(lines[0])) and sum(bool(_HEADER.match(line)) for line in lines) >= 3


def looks_like_mailbox(head: bytes) -> bool:
    """Whether bytes begin as a mailbox does."""
    first, _, rest = head.partition(b"\n")
    return bool(_POSTMARK.match(first)) and looks_like_message(rest)


def read_message(source: Input) -> Iterator[Found]:
    """One message."""
    yield _read(source.read_all(LARGEST_DOCUMENT), source.name)


def read_mailbox(source: Input) -> Iterator[Found]:
    """The messages of a mailbox, one in memory at a time."""
    number = 0
    for content in _split(source.stream):
        if content.strip():
            number += 1
            yield _read(content, f"{source.name}, message {number}")
    if not number:
        yield source.error("there are no messages in it.", "Remove it.", "EMPTY")


def _split(stream: BinaryIO) -> Iterator[bytes]:
    """The messages between their postmarks.  A line `From ...` of a story is none: a postmark has a year and follows an
    empty line, and headers follow it.
    """
    lines: list[bytes] = []
    pending: bytes | None = None
    before, size = b"", 0
    for line in stream:
        if pending is not None:
            if _HEADER.match(line):
                yield b"".join(lines)
                lines, size = [], 0
            else:
                lines.append(pending)
            pending = None
        if _POSTMARK.match(line) and not before.strip():
            pending = line
            continue
        before = line
        size += len(line)
        if size <= LARGEST_DOCUMENT:
            lines.append(re.sub(rb"^>(>*From )", rb"\1", line))
    yield b"".join(lines)


def _read(content: bytes, name: str) -> Found:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = _body(message)
    if part is None:
        return SourceError(f"{name}: there is no text in this message.", hint="Save its attachment.", code="NO_TEXT")
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    is_page = part.get_content_type() == "text/html"
    text, encoding = decode(payload, name, html=is_page, declared=part.get_content_charset())
    if not text.strip():
        return SourceError(f"{name}: the message is empty.", hint="Remove it.", code="EMPTY")
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<=\S) \n(?=\S)(?!-- )", " ", re.sub(r"\r\n", "\n", text))
    day = _header(message, "date")
    sender = parseaddr(_header(message, "from") or "")[0] or None
    return RawArticle(
        name,
        text,
        "text/html" if is_page else "text/plain",
        encoding,
        title=_header(message, "subject"),
        publisher=sender,
        published_at=day if day and parse_date(day) else None,
        url=_address(message),
    )


def _body(message: EmailMessage) -> EmailMessage | None:
    """The part that is read: plain text, which has no layout around it, before a page."""
    for kind in ("plain", "html"):
        for part in message.walk():
            if part.get_content_type() == f"text/{kind}" and part.get_content_disposition() != "attachment":
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes) and payload.strip():
                    return part
    return None


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, TypeError):  # headers that the standard library cannot read
        return None
    return " ".join(str(value).split()) or None if value else None


def _address(message: EmailMessage) -> str | None:
    for name in ("archived-at", "x-url", "content-base"):
        value = (_header(message, name) or "").strip("<>")
        if value.startswith(("http://", "https://")):
            return value
    return None


def read_mhtml(source: Input) -> Iterator[Found]:
    """A web page that a browser saved with all that belongs to it: the page alone is the article."""
    message = message_from_bytes(source.read_all(LARGEST_DOCUMENT), policy=policy.default)
    wanted = _header(message, "snapshot-content-location")
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    payload = pages[0].get_payload(decode=True) if pages else None
    if not isinstance(payload, bytes) or not payload.strip():
        yield source.error("there is no page in it.", "Save the page again.", "NO_TEXT")
        return
    place = wanted or str(pages[0].get("content-location") or "")
    text, encoding = decode(payload, source.name, html=True, declared=pages[0].get_content_charset())
    url = place if place.startswith(("http://", "https://")) else None
    yield RawArticle(source.name, text, "text/html", encoding, url=url)
