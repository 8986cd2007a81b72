"""JSON-LD of a page (schema.org): the article that it is about, with what its references lead to."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

ARTICLES = frozenset(
    (
        "newsarticle article reportagenewsarticle blogposting analysisnewsarticle liveblogposting opinionnewsarticle "
        "backgroundnewsarticle reviewnewsarticle asktheopinionnewsarticle askpublicnewsarticle "
        "advertisercontentarticle satiricalarticle report scholarlyarticle techarticle "
        "socialmediaposting discussionforumposting"
    ).split()
)
"""schema.org's Article and its kinds, lower case."""
MOST_DEPTH = 6
_SCRIPT = "//script[starts-with(translate(normalize-space(@type),'LDJSON','ldjson'),'application/ld+json')]"


def read_linked(tree: etree._Element, address: str | None) -> dict[str, str]:
    """What the JSON-LD says of the page's article: title, url, publisher, licence, byline, published_at."""
    items = list(_items(tree))
    known = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and len(item) > 1}
    articles = [item for item in items if _is_article(item)]
    if not articles:
        return {}
    article = max(articles, key=lambda item: (_is_of(item, address), len(item)))
    found = {
        "title": article.get("headline") or article.get("name"),
        "url": _address(article.get("url"))
        or _address(article.get("mainEntityOfPage"))
        or _address(article.get("@id")),
        "publisher": name_of(article.get("publisher"), known) or name_of(article.get("sourceOrganization"), known),
        "licence": _licence(article.get("license")),
        "byline": name_of(article.get("author"), known) or name_of(article.get("creator"), known),
        "published_at": article.get("datePublished") or article.get("dateCreated"),
        "modified_at": article.get("dateModified"),
    }
    return {
        key: html.unescape(html.unescape(value)).strip()
        for key, value in found.items()
        if isinstance(value, str) and value.strip()
    }


def _items(tree: etree._Element) -> Iterator[dict[str, Any]]:
    for script in tree.xpath(_SCRIPT):
        loaded = _load("".join(script.itertext()))
        yield from _objects(loaded, 0)


def _load(text: str) -> Any:
    """JSON as pages hold it: with line breaks in strings, in comments, with semicolons and commas at the end."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://\s*\]\]>|-->|/\*\s*\]\]>\s*\*/)\s*$", "", text
    )
    for attempt in (text, re.sub(r",(\s*[}\]])", r"\1", text).strip().rstrip(";")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects that stand for themselves: of lists, graphs, and what a page is about."""
    if depth > MOST_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "hasPart"):
            inner = value.get(key)
            if isinstance(inner, (dict, list)):
                yield from _objects(inner, depth + 1)


def types_of(item: Mapping[str, Any]) -> list[str]:
    """The last words of its types, lower case: `https://schema.org/NewsArticle` is `newsarticle`."""
    given = item.get("@type")
    kinds: Sequence[Any] = given if isinstance(given, list) else [given]
    return [re.split(r"[/#:]", kind)[-1].lower() for kind in kinds if isinstance(kind, str)]


def _is_article(item: Mapping[str, Any]) -> bool:
    return any(kind in ARTICLES for kind in types_of(item))


def _is_of(item: Mapping[str, Any], address: str | None) -> bool:
    """Whether an article says that it is the one at the page's address."""
    named = {_address(item.get(key)) for key in ("url", "mainEntityOfPage", "@id")} - {None}
    return address is not None and any(one and _plain(one) == _plain(address) for one in named)


def _plain(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[#?].*$|/$", "", address.strip())


def _address(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def name_of(value: Any, known: Mapping[str, Any], depth: int = 0) -> str | None:
    """The names of persons or organisations, references followed; addresses are no names."""
    if depth > MOST_DEPTH:
        return None
    if isinstance(value, list):
        names = [name for name in (name_of(one, known, depth + 1) for one in value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        named = value.get("name")
        if not named and isinstance(value.get("@id"), str) and value["@id"] in known:
            return name_of({key: one for key, one in known[value["@id"]].items() if key != "@id"}, known, depth + 1)
        return name_of(named, known, depth + 1)
    if not isinstance(value, str) or re.match(r"\s*(?:https?:|www\.|@)", value):
        return name_of(known[value], known, depth + 1) if isinstance(value, str) and value in known else None
    return value.strip() or None


def _licence(value: Any) -> Any:
    """A CreativeWork's `license`: an address, or a work that has one."""
    return value.get("url") or value.get("name") if isinstance(value, dict) else value
