"""XML of wire services: NITF, NewsML 1, NewsML-G2 (with XHTML and NITF bodies), and feeds and sitemaps as files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dateline.extraction.cleaning.dates import parse_date
from dateline.extraction.reading.fields import read_day, without_by
from dateline.extraction.reading.inputs import LARGEST_DOCUMENT, Found, Input, LeftOut, Remark, Withdrawal
from dateline.extraction.reading.markup import (
    find_local,
    local_name,
    paragraphs_of,
    parse_xml,
    text_of,
    text_of_markup,
)
from schema.errors import SourceError
from schema.mentions import RawArticle

if TYPE_CHECKING:
    from dateline.extraction.reading.syndication import Entry

FEEDS = frozenset({"rss", "feed", "rdf"})
SITEMAPS = frozenset({"urlset", "sitemapindex"})
ITEMS = frozenset({"newsitem", "newsml", "nitf"})
KILLED = frozenset({"canceled", "cancelled", "killed", "kill"})


def read_xml(source: Input) -> Iterator[Found]:
    """What an XML file holds, by its outermost element."""
    content = source.read_all(LARGEST_DOCUMENT)
    try:
        root = parse_xml(content)
    except ValueError as error:
        if re.search(rb"<(?:rss|feed)\b", content[:2000]):
            yield from _read_feed(content, source)  # feedparser forgives what XML does not
            return
        yield source.error(f"broken XML: {error}.", "Fetch it again.", "BROKEN_XML")
        return
    name = local_name(root)
    if name in FEEDS:
        yield from _read_feed(content, source)
    elif name in SITEMAPS:
        yield LeftOut(source.name, "a sitemap: addresses, no texts (dateline watch --sitemap follows one)")
    elif name == "html":
        yield RawArticle(source.name, content.decode("utf-8", "replace"), "text/html")
    else:
        yield from _read_items(root, source)


def _read_feed(content: bytes, source: Input) -> Iterator[Found]:
    from dateline.extraction.reading.syndication import parse_feed

    try:
        entries = parse_feed(content, source.name, most=100_000)
    except SourceError as error:
        yield error
        return
    if not entries:
        yield source.error("a feed without entries.", "Fetch it again.", "EMPTY")
    for entry in entries:
        yield from _read_entry(entry, source)


def _read_entry(entry: Entry, source: Input) -> Iterator[Found]:
    text = text_of_markup(entry.content or "")
    if not text:
        yield LeftOut(source.name, "an entry of a feed without text")
        return
    day, trouble = read_day(entry.published_at)
    if trouble:
        yield Remark(source.name, f"{trouble} is no day; the article is read without it")
    yield RawArticle(
        source.name, text, "text/plain", "utf-8", title=entry.title, url=entry.url or None, publisher=entry.publisher,
        byline=entry.byline, published_at=day, licence=entry.licence,
    )  # fmt: skip


def _read_items(root: Any, source: Input) -> Iterator[Found]:
    name = local_name(root)
    if name == "nitf":
        yield _read_nitf(root, source, {})
        return
    items = (
        [one for one in root.iter() if local_name(one) == "newsitem"]
        if name in ("newsml", "newsmessage", "newsitem")
        else []
    )
    if not items:
        known = "NITF, NewsML, RSS, Atom"
        yield LeftOut(source.name, f"XML that is no news format ({local_name(root)[:40]}); Dateline reads {known}")
        return
    for number, item in enumerate(items, 1):
        where = source if len(items) == 1 else Input(f"{source.name}, item {number}", source.stream, source.rules)
        old = find_local(item, "newsmanagement", "newscomponent")
        yield _read_first(item, where) if old is not None else _read_second(item, where)


def _read_second(item: Any, source: Input) -> Found:
    """NewsML-G2."""
    status = (find_local(item, "pubstatus").get("qcode") or "") if find_local(item, "pubstatus") is not None else ""
    address = _address(item)
    stopped = _stopped(status, _text(item, "embargoed"), address, source)
    if stopped:
        return stopped
    content = find_local(item, "contentset")
    told = {
        "title": _text(item, "headline"),
        "byline": _text(item, "by", "byline") or _names(item),
        "publisher": _text(item, "infosource", "provider", "copyrightholder")
        or _attribute(item, "infosource", "provider"),
        "published_at": _day(_text(item, "firstcreated", "contentcreated", "versioncreated")),
        "url": address,
        "licence": _text(item, "usageterms"),
    }
    if content is None:
        return LeftOut(source.name, "a news item without text")
    nitf = find_local(content, "nitf")
    if nitf is not None:
        return _read_nitf(nitf, source, told)
    inline = find_local(content, "inlinexml", "inlinedata")
    if inline is None:
        return LeftOut(source.name, "a news item whose text lies elsewhere (a picture, video or link)")
    return _article(_inline(inline), source, told)


def _inline(inline: Any) -> list[str]:
    body = find_local(inline, "body")
    if body is not None:
        return paragraphs_of(body)
    if len(inline):
        return paragraphs_of(inline)
    text = inline.text or ""
    return text_of_markup(text).split("\n\n") if "<p" in text else [text.strip()]


def _read_first(item: Any, source: Input) -> Found:
    """NewsML 1."""
    status = _attribute(item, "status") or ""
    address = _text(item, "publicidentifier")
    stopped = _stopped(status, None, address, source)
    if stopped:
        return stopped
    told = {
        "title": _text(item, "headline"),
        "byline": _text(item, "byline"),
        "publisher": _attribute(item, "provider") or _attribute(find_local(item, "provider"), "party"),
        "published_at": _day(_text(item, "firstcreated", "thisrevisioncreated")),
        "url": address,
        "licence": _text(item, "usageterms"),
    }
    nitf = find_local(item, "nitf")
    if nitf is not None:
        return _read_nitf(nitf, source, told)
    content = find_local(item, "datacontent")
    return _article(_inline(content) if content is not None else [], source, told)


def _read_nitf(root: Any, source: Input, told: dict[str, str | None]) -> Found:
    head, body = find_local(root, "head"), find_local(root, "body.content")
    identifier = find_local(root, "doc-id")
    address = told.get("url") or (identifier.get("id-string") if identifier is not None else None)
    status = find_local(root, "ed-msg")
    data = find_local(root, "docdata")
    info = (data.get("management-status") or "") if data is not None else ""
    stopped = _stopped(info or ((status.get("info") or "") if status is not None else ""), None, address, source)
    if stopped:
        return stopped
    issued = _attribute(root, "date.issue", key="norm") or _attribute(root, "story.date", key="norm")
    found = {
        "title": _text(root, "hl1", "hedline") or (_text(head, "title") if head is not None else None),
        "byline": _byline(root),
        "publisher": _text(root, "doc.copyright") or _attribute(root, "doc.copyright", key="holder")
        or _attribute(root, "pubdata", key="name") or _text(root, "distributor"),
        "published_at": _day(issued),
        "url": address,
    }  # fmt: skip
    merged = {key: told.get(key) or value for key, value in found.items()} | {"licence": told.get("licence")}
    dateline = _text(root, "dateline")
    paragraphs = paragraphs_of(body) if body is not None else []
    if dateline and paragraphs and not paragraphs[0].startswith(dateline[:20]):
        paragraphs[0] = f"{dateline.rstrip(' -—–')} — {paragraphs[0]}"
    return _article(paragraphs, source, merged)


def _byline(root: Any) -> str | None:
    line = find_local(root, "byline")
    if line is None:
        return None
    return text_of(find_local(line, "person")) or " ".join((line.text or "").split()) or text_of(line)


def _article(paragraphs: list[str], source: Input, told: dict[str, str | None]) -> Found:
    text = "\n\n".join(part for part in paragraphs if part.strip())
    if not text:
        return source.error("a news item without text.", "Fetch it again.", "EMPTY")
    return RawArticle(source.name, text, "text/plain", "utf-8", **told | {"byline": without_by(told.get("byline"))})  # type: ignore[arg-type]


def _stopped(status: str, embargo: str | None, address: str | None, source: Input) -> Found | None:
    """What stands in the place of an item that must not be used, or not yet."""
    plain = status.rpartition(":")[2].lower()
    if plain in KILLED:
        return Withdrawal(source.name, address) if address else LeftOut(source.name, "cancelled by its source")
    if plain in ("withheld", "embargoed"):
        return LeftOut(source.name, f"{plain} by its source")
    until = parse_date(embargo) if embargo else None
    if until is not None and until > datetime.now(UTC):
        return LeftOut(source.name, f"under embargo until {until:%Y-%m-%d %H:%M}")
    return None


def _address(item: Any) -> str | None:
    link: str | None = next(
        (one.get("href") for one in item.iter() if local_name(one) == "link" and "canonical" in (one.get("rel") or "")),
        None,
    )
    guid: str | None = item.get("guid")
    return link or guid


def _names(item: Any) -> str | None:
    names = [_text(one, "name") for one in item.iter() if local_name(one) in ("creator", "contributor")]
    return ", ".join(name for name in names if name) or None


def _text(element: Any, *names: str) -> str | None:
    """The first text that there is, in the order of the names."""
    return next(
        (text for name in names for one in element.iter() if local_name(one) == name and (text := text_of(one))), None
    )


def _attribute(element: Any, *names: str, key: str | None = None) -> str | None:
    found = find_local(element, *names) if element is not None else None
    if found is None:
        return None
    value = found.get(key) if key else found.get("literal") or found.get("FormalName")
    return str(value).strip() or None if value else None


def _day(written: str | None) -> str | None:
    if not written:
        return None
    basic = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d{4})?", written.strip())
    if basic:
        year, month, day, hour, minute, second, zone = basic.groups()
        clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        written = f"{year}-{month}-{day}{clock}"
    return written if parse_date(written) else None
