"""Text exports of news databases: Nexis (classic and Nexis Uni), Factiva, ProQuest.  Many articles in one file.

Their layouts, as of 2024: Nexis counts `2 of 9 DOCUMENTS` or ends each article with `End of Document`; Factiva ends it
with `Document LBA000002024...`, with or without two-letter codes before its fields; ProQuest draws a line between
articles and names its fields (`Publication title:`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extraction.cleaning.dates import find_date, parse_date
from dateline.extraction.reading.fields import without_by
from dateline.extraction.reading.inputs import Found, Input
from schema.mentions import RawArticle

_COUNTED = re.compile(r"^[ \t]*\d{1,5} of \d{1,6} DOCUMENTS?[ \t]*$", re.M)
_ENDED = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
_FACTIVA_END = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document [A-Z]{3,8}0{0,4}\d{8,12}[a-z0-9]{5,12}[ \t]*$", re.M)
_PROQUEST_LINE = re.compile(r"^_{20,}[ \t]*$", re.M)
_FIELD = re.compile(r"^[ \t]*(?P<name>[A-Z][A-Za-z -]{2,28}?):[ \t]*(?P<value>.*)$")
_CODE = re.compile(r"^(?P<code>HD|BY|WC|PD|ET|SN|SC|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|SE|CR|CLM|VOL|ED)"
                   r"(?:[ \t]+|$)(?P<value>.*)$")  # fmt: skip
_WORDS = re.compile(r"^\s*[\d,]+ words\s*$", re.I)
_CLOCK = re.compile(r"^\s*\d{1,2}:\d\d(?: [AP]M)?(?: GMT)?\s*$")
_TRAILERS = frozenset(
    (
        "load-date language publication-type subject company organization geographic person industry ticker graphic "
        "classification copyright state country city document-type journal-code category dateline-note correction-date "
        "correction notes url"
    ).split()
)
"""Fields of Nexis below a story."""


@dataclass(slots=True)
class _Told:
    """What the fields of one article tell."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    day: str | None = None
    url: str | None = None
    body: str = ""


def read_databases(text: str, encoding: str, source: Input) -> Iterator[Found] | None:
    """The articles of an export; None where the text is no export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # Nexis writes for Windows.
    if _COUNTED.search(text):
        return _read(_between(_COUNTED, text, after=True), _read_nexis, text, encoding, source)
    if _ENDED.search(text) and re.search(r"^[ \t]*(?:Body|Length:|Load-Date:)", text, re.M):
        return _read(_between(_ENDED, text, after=False), _read_nexis, text, encoding, source)
    if _FACTIVA_END.search(text):
        return _read(_between(_FACTIVA_END, text, after=False), _read_factiva, text, encoding, source)
    if _PROQUEST_LINE.search(text) and re.search(r"^(?:Publication title|Full text|ProQuest document ID)", text, re.M):
        return _read(_between(_PROQUEST_LINE, text, after=True), _read_proquest, text, encoding, source)
    return None


def _between(mark: re.Pattern[str], text: str, *, after: bool) -> Iterator[tuple[int, str]]:
    """Offset and text of the articles after each mark, or before each."""
    edges = [(match.start(), match.end()) for match in mark.finditer(text)]
    starts = [end for _, end in edges] if after else [0, *(end for _, end in edges[:-1])]
    ends = [*(start for start, _ in edges[1:]), len(text)] if after else [start for start, _ in edges]
    for start, end in zip(starts, ends, strict=True):
        yield start, text[start:end]


def _read(parts: Iterator[tuple[int, str]], reader, text: str, encoding: str, source: Input) -> Iterator[Found]:  # type: ignore[no-untyped-def]
    line, before, found = 1, 0, False
    for start, part in parts:
        line += text.count("\n", before, start)
        before = start
        told: _Told = reader([one.rstrip() for one in part.split("\n")])
        if not told.body.strip():
            continue
        found = True
        yield RawArticle(
            source.name, told.body, "text/plain", encoding, line,
            title=told.title, publisher=told.publisher, byline=told.byline, url=told.url,
            published_at=told.day if told.day and parse_date(told.day) else None,
        )  # fmt: skip
    if not found:
        yield source.error("an export of a news database without texts.", "Export the full texts.", "NO_TEXT")


def _body(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines).strip()


def _read_nexis(lines: list[str]) -> _Told:
    """Publisher, day and headline in the lines above the first field; the fields around the story left out."""
    told = _Told()
    above: list[str] = []
    body: list[str] = []
    part = "above"
    for line in lines:
        field = _FIELD.match(line)
        name = field["name"].lower() if field else ""
        if line.strip() == "Body" and part != "below":
            part, body = "body", []
        elif line.strip() in ("Classification", "Graphic") and part == "body":
            part = "below"
        elif field and part != "below" and (part == "above" or name in _TRAILERS):
            _take_nexis(told, name, field["value"])
            part = "below" if name in _TRAILERS and body else "fields" if part == "above" else part
        elif part == "fields" and field and name in ("byline", "section", "length", "dateline", "highlight", "series"):
            _take_nexis(told, name, field["value"])
        elif part == "above":
            above.append(line.strip())
        elif part == "fields" and not line.strip():
            continue
        elif part != "below" and not re.match(r"^\s*(?:Copyright \d{4}|All Rights Reserved)", line):
            part = "body"
            body.append(line)
    _take_above(told, [line for line in above if line])
    told.body = _body(body)
    return told


def _take_nexis(told: _Told, name: str, value: str) -> None:
    if name == "byline":
        told.byline = value.strip() or None
    elif name == "headline":
        told.title = value.strip() or None
    elif name == "load-date" and told.day is None:
        told.day = value.strip() or None


def _take_above(told: _Told, above: list[str]) -> None:
    dated = next((number for number, line in enumerate(above) if len(line) < 80 and find_date(line)), None)
    if dated is None:
        told.title = told.title or (above[0] if above else None)
        return
    told.day = above[dated]
    before = [line for line in above[:dated] if not line.startswith("Copyright")]
    after = [line for line in above[dated + 1 :] if not re.match(r"Copyright|All Rights|\(c\)", line)]
    if after and len(before) < 2:
        told.publisher, told.title = (before[0] if before else None), told.title or " ".join(after)
    elif before:  # Nexis Uni sets the headline first
        told.title, told.publisher = told.title or before[0], before[-1] if len(before) > 1 else None


def _read_factiva(lines: list[str]) -> _Told:
    coded = sum(bool(_CODE.match(line)) for line in lines)
    return _read_coded(lines) if coded >= 4 else _read_displayed(lines)


def _read_coded(lines: list[str]) -> _Told:
    values: dict[str, list[str]] = {}
    current = ""
    for line in lines:
        match = _CODE.match(line)
        if match and (match["code"] != current):
            current = match["code"]
            values.setdefault(current, []).append(match["value"])
        elif current:
            values[current].append(line)
    one = {code: " ".join(" ".join(value).split()) or None for code, value in values.items()}
    body = [*values.get("LP", []), "", *values.get("TD", [])]
    byline = without_by(one.get("BY"))
    day = " ".join(filter(None, (one.get("PD"), one.get("ET")))) or None
    return _Told(one.get("HD"), one.get("SN"), byline, day, None, _body(body))


def _read_displayed(lines: list[str]) -> _Told:
    """The layout without codes: headline, writer, `312 words`, day, hour, publisher, code, language, copyright."""
    filled = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    counted = next((at for at, (_, line) in enumerate(filled) if _WORDS.match(line)), None)
    if counted is None:
        return _Told(body=_body(lines))
    above, below = [line for _, line in filled[:counted]], filled[counted + 1 :]
    byline = above.pop() if len(above) > 1 and (above[-1].lower().startswith("by ") or len(above) == 2) else None
    day = below.pop(0)[1] if below and find_date(below[0][1]) else None
    if below and _CLOCK.match(below[0][1]):
        day = f"{day} {below.pop(0)[1]}"
    publisher = below.pop(0)[1] if below else None
    while below and (len(below[0][1]) <= 12 or re.match(r"Copyright|\(c\)|©|English", below[0][1])):
        below.pop(0)
    body = lines[below[0][0] :] if below else []
    return _Told(" ".join(above) or None, publisher, without_by(byline), day, None, _body(body))


_PROQUEST = {
    "title": "title", "publication title": "publisher", "author": "byline", "publication date": "day",
    "document url": "url", "full text": "body",
}  # fmt: skip


def _read_proquest(lines: list[str]) -> _Told:
    told = _Told()
    current = "title_line"
    body: list[str] = []
    for line in lines:
        field = _FIELD.match(line)
        name = field["name"].lower() if field else ""
        if field and (current != "body" or name in _PROQUEST or name in ("subject", "location", "credit", "copyright")):
            current = _PROQUEST.get(name, "other")
            if current == "body":
                body.append(field["value"])
            elif current != "other":
                setattr(told, current, field["value"].strip() or None)
        elif current == "body":
            body.append(line)
        elif current == "title_line" and line.strip():
            told.title = told.title or line.strip()
    told.body = _body(body)
    return told
