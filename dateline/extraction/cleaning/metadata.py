"""What an HTML page says about its article: title, URL, publisher, author, licence, day of publication.

JSON-LD first, then meta tags, then <time>, <title> and <h1>; htmldate where none of them tells the day.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from dateline.extraction.cleaning.dates import parse_date
from dateline.extraction.cleaning.linked import read_linked
from schema.mentions import is_countable

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"),
    "url": ("og:url",),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright"),
    "licence": ("dc.rights", "dcterms.license", "dc.rights.license", "license"),
    "byline": (
        "author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "article:author_name",
        "twitter:creator:name", "authors", "cxenseparse:author",
    ),
    "published_at": (
        "article:published_time", "og:published_time", "article:published", "datepublished", "rnews:datepublished",
        "pubdate", "publishdate", "publish-date", "dc.date.issued", "dcterms.created", "dcterms.date",
        "parsely-pub-date", "sailthru.date", "article.published", "published-date", "publication_date",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime", "article_date_original",
    ),
    "modified_at": ("article:modified_time", "og:updated_time", "lastmod", "datemodified"),
}  # fmt: skip
_LOOSE = ("date", "dc.date", "timestamp", "ptime", "displaydate", "sort_date")
"""Names that some sites give the day of publication, and others the day on which the page was made."""
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says about its article; all as written."""

    title: str | None
    url: str | None
    publisher: str | None
    byline: str | None
    published_at: str | None
    licence: str | None
    headlines: tuple[str, ...]
    """Every form of the headline: that of metadata, <h1> and <title>."""


def read_metadata(content: str, shown_day: Callable[[tuple[str, ...]], str | None] = lambda _: None) -> PageMetadata:
    """The metadata of a page; None for what it does not tell.

    `shown_day` finds the day that the page shows beside one of its headlines, asked where no metadata tells it.
    """
    tree = _parse(content)
    if tree is None:
        return PageMetadata(None, None, None, None, None, None, ())
    meta = _read_meta(tree)
    canonical = _first(tree, "//link[@rel='canonical']/@href")
    linked = read_linked(tree, canonical or _one(meta, "url"))
    found = {key: linked.get(key) or _one(meta, key) for key in _META}
    headlines = [title for title in (found["title"], *_texts(tree, "//h1"), *_texts(tree, "//title")) if title]
    url = _web_address(found["url"] or canonical)
    return PageMetadata(
        headlines[0] if headlines else None,
        url,
        found["publisher"],
        _person(linked.get("byline")) or _person(_one(meta, "byline")) or _signed(tree),
        _stated_day(tree, linked, meta, canonical or url)
        or shown_day(tuple(headlines))
        or next((value for name in _LOOSE for value in meta.get(name, []) if _is_day(value)), None)
        or _search_day(content, _one(meta, "modified_at"))
        or _first_time(tree),
        found["licence"] or _first(tree, "//*[self::link or self::a][@rel='license']/@href"),
        tuple(headlines),
    )


def _parse(content: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        return lxml_html.document_fromstring(
            content.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return None


def _first(tree: Any, path: str) -> str | None:
    return next((str(value).strip() for value in tree.xpath(path) if str(value).strip()), None)


def _texts(tree: Any, path: str) -> list[str]:
    texts = (" ".join(element.text_content().split()) for element in tree.xpath(path))
    return [text for text in texts if text]


def _read_meta(tree: Any) -> dict[str, list[str]]:
    """Every value of every name, entities that were escaped twice undone."""
    values: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = html.unescape(element.get("content")).strip()
        if value:
            values.setdefault(name.lower(), []).append(value)
    return values


def _one(meta: Mapping[str, list[str]], key: str) -> str | None:
    """The first value that there is; of names of writers all, addresses left out."""
    for name in _META[key]:
        given = meta.get(name, [])
        if key == "byline":
            given = [", ".join(dict.fromkeys(one for one in given if _person(one)))]
        if given and given[0]:
            return given[0]
    return None


def _person(byline: str | None) -> str | None:
    if byline is None or re.match(r"\s*(?:https?:|www\.|@)", byline):
        return None
    return re.sub(r"^\s*by[:\s]+", "", byline, flags=re.I).strip() or None


def _signed(tree: Any) -> str | None:
    """Who signs the page by `rel=author` or as microdata."""
    texts = _texts(tree, "//*[@itemprop='author']//*[@itemprop='name'] | //a[@rel='author']")
    return _person(", ".join(dict.fromkeys(texts[:3]))) if texts else None


def _web_address(url: str | None) -> str | None:
    return url if url and re.match(r"https?://", url) else None


# ---------------------------------------------------------------- the day


def _stated_day(tree: Any, linked: Mapping[str, str], meta: Mapping[str, list[str]], url: str | None) -> str | None:
    """The first day of metadata that is one, at the paper's clock where the page tells it."""
    stated = [
        linked.get("published_at"),
        *(value for name in _META["published_at"] for value in meta.get(name, [])[:1]),
    ]
    marked = [
        *tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"),
        *tree.xpath("//time[@pubdate]/@datetime"),
    ]
    given = [str(one) for one in (*stated, *marked) if one and _is_day(str(one))]
    if not given:
        return None
    modified = [linked.get("modified_at"), _one(meta, "modified_at")]
    return _at_the_paper(given[0], [*given, *(one for one in modified if one)], url)


def _is_day(written: str) -> bool:
    found = parse_date(written)
    return found is not None and is_countable(found)


def _first_time(tree: Any) -> str | None:
    return next((str(one) for one in tree.xpath("//time/@datetime") if _is_day(str(one))), None)


def _at_the_paper(written: str, others: list[str], url: str | None) -> str:
    """An instant given in UTC with the clock of the paper: that of another of its days, or what its address implies."""
    at = parse_date(written)
    if at is None or not is_countable(at) or at.utcoffset() or not re.search(r"\d[T ]\d\d:\d\d", written):
        return written
    days = [found for one in others if (found := parse_date(one)) is not None and is_countable(found)]
    offsets = {found.utcoffset() for found in days if found.utcoffset()}
    if len(offsets) == 1:
        return at.astimezone(timezone(offsets.pop() or timedelta())).isoformat()
    return _by_address(at, url) or written


def _by_address(at: datetime, url: str | None) -> str | None:
    """With the smallest offset that makes its day that of the address; None where none does."""
    match = _URL_DAY.search(url or "")
    named = parse_date("-".join(part.zfill(2) for part in match.groups())) if match else None
    if named is None or named.date() == at.date():
        return None
    for hours in range(1, 15):
        for offset in (-hours, hours):
            local = at.astimezone(timezone(timedelta(hours=offset)))
            if local.date() == named.date() and -12 <= offset <= 14:
                return local.isoformat()
    return None


def _search_day(content: str, changed: str | None) -> str | None:
    """What htmldate finds, unless that is the day of a change."""
    from htmldate import find_date as search

    try:
        found: str | None = search(content, original_date=True, extensive_search=False)
    except Exception:  # pages that its parser cannot take have no day
        return None
    return found if not (found and changed and changed.startswith(found)) else None
