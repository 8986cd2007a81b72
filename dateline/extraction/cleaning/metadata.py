"""What an HTML page says about its article: title, URL, publisher, author, licence, day of publication.

JSON-LD first, then meta tags, then <time>, <title> and <h1>; htmldate where none of them tells the day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.extraction.cleaning.dates import parse_date

ARTICLE_TYPES = (
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "LiveBlogPosting",
)
_JSON_LD = r"//script[@type='application/ld+json']/text()"
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "url": ("og:url",),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright"),
    "licence": ("dc.rights", "dcterms.license", "dc.rights.license", "license"),
    "byline": ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
    "published_at": (
        "article:published_time", "og:published_time", "article:published", "datepublished", "date", "pubdate",
        "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
        "sailthru.date",
    ),
}  # fmt: skip


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


def read_metadata(content: str) -> PageMetadata:
    """The metadata of a page; None for what it does not tell."""
    tree = _parse(content)
    if tree is None:
        return PageMetadata(None, None, None, None, None, None, ())
    linked = _read_linked(tree)
    meta = _read_meta(tree)
    found = {key: linked.get(key) or meta.get(key) for key in _META}
    headlines = [title for title in (found["title"], *_texts(tree, "//h1"), *_texts(tree, "//title")) if title]
    title = headlines[0] if headlines else None
    url = found["url"] or _first(tree, "//link[@rel='canonical']/@href")
    published = _usable(found["published_at"]) or _usable(_first(tree, "//time/@datetime")) or _search_day(content)
    return PageMetadata(
        title,
        _web_address(url),
        found["publisher"],
        _person(found["byline"]),
        published,
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


def _read_meta(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        values.setdefault(name.lower(), element.get("content").strip())
    return {
        key: value for key, names in _META.items() if (value := next((values[n] for n in names if values.get(n)), None))
    }


def _read_linked(tree: Any) -> dict[str, str]:
    for item in _linked_items(tree):
        kind = item.get("@type")
        if any(name in ARTICLE_TYPES for name in (kind if isinstance(kind, list) else [kind])):
            found = {
                "title": item.get("headline"),
                "url": item.get("url"),
                "publisher": _name(item.get("publisher")),
                "licence": _licence(item.get("license")),
                "byline": _name(item.get("author")),
                "published_at": item.get("datePublished"),
            }
            return {key: value.strip() for key, value in found.items() if isinstance(value, str) and value.strip()}
    return {}


def _linked_items(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath(_JSON_LD):
        try:
            loaded = json.loads(str(script))
        except (ValueError, RecursionError):
            continue
        for item in loaded if isinstance(loaded, list) else [loaded]:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(names) or None
    return value.get("name") if isinstance(value, dict) else value if isinstance(value, str) else None


def _licence(value: Any) -> str | None:
    """A CreativeWork's `license`: an address, or a work that has one."""
    return value.get("url") or value.get("name") if isinstance(value, dict) else value


def _person(byline: str | None) -> str | None:
    if byline is None or byline.startswith(("http:", "https:")):
        return None
    return re.sub(r"^\s*by[:\s]+", "", byline, flags=re.I).strip() or None


def _web_address(url: str | None) -> str | None:
    return url if url and re.match(r"https?://", url) else None


def _usable(written: str | None) -> str | None:
    return written if written and parse_date(written) else None


def _search_day(content: str) -> str | None:
    from htmldate import find_date as search

    try:
        found: str | None = search(content, original_date=True, extensive_search=False)
    except Exception:  # pages that its parser cannot take have no day
        return None
    return found
