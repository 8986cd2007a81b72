"""Messages of wire services: IPTC 7901 and ANPA 1312, whose parts stand between control characters.

SOH begins the header, STX the text, ETX ends it.  The header of IPTC 7901 is `service number priority category words`
and a keyword line; that of ANPA a service level, a number, a category letter and a slug.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.inputs import Found, Input
from schema.mentions import RawArticle

_MESSAGE = re.compile(rb"\x01(?P<head>[^\x02\x03]{0,600})\x02(?P<text>[^\x03\x01]*)(?P<after>\x03[^\x01]{0,60})?", re.S)
_BEGIN = re.compile(rb"[\x16\x7f\s]{0,100}\x01[^\x00-\x06\x7f]{0,600}\x02(?=[^\x00-\x06\x7f]{20})", re.S)
_DAY = re.compile(r"\b(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)[ A-Z]+(?P<month>[A-Z]{3}) (?P<year>\d\d)\b")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARKS = re.compile(r"^[ \t]*[\^<>]|[<>=^\\]+[ \t]*$", re.M)


def is_wire(content: bytes) -> bool:
    """Whether bytes begin with such a message: a database or a program may hold the same control bytes anywhere."""
    return _BEGIN.match(content) is not None


def read_wire(content: bytes, source: Input) -> Iterator[Found]:
    """The messages of a file, each an article."""
    found = False
    for number, match in enumerate(_MESSAGE.finditer(content), 1):
        text, encoding = decode(match["text"].replace(b"\x1e", b"\n").replace(b"\x1f", b""), source.name, control=True)
        story = _MARKS.sub("", _CONTROL.sub("", text)).strip("\r\n ")
        if not story:
            continue
        found = True
        trailer = (match["after"] or b"").decode("latin-1")
        day = _DAY.search(trailer)
        published = (
            f"{day['day']} {day['month'].title()} 20{day['year']} {day['hour']}:{day['minute']}" if day else None
        )
        lines = [line.strip() for line in story.splitlines()]
        origin = source.name if number == 1 else f"{source.name}, message {number}"
        yield RawArticle(origin, "\n".join(lines), "text/plain", encoding, published_at=published)
    if not found:
        yield source.error("a wire message without text.", "Fetch it again.", "EMPTY")
