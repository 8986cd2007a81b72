"""What a feed or sitemap says: pages with what is told about them.  Takes bytes, asks nobody."""

from __future__ import annotations

import gzip
import io
import logging
from collections.abc import Iterable
from dataclasses import dataclass

import feedparser
from lxml import etree

from schema.errors import SourceError
from schema.ids import text_hash

logging.getLogger("feedparser").setLevel(logging.ERROR)

MOST_ENTRIES = 1_000
MOST_SITEMAP_BYTES = 50_000_000
"""As sitemaps.org has it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed or sitemap names."""

    url: str
    title: str | None = None
    published_at: str | None = None
    byline: str | None = None
    content: str | None = None
    """HTML, as far as the feed itself brings it."""
    publisher: str | None = None
    mark: str = ""
    """Changes whenever the feed says something else of the page."""


def parse_feed(content: bytes, url: str, media_type: str = "") -> list[Entry]:
    """The entries of an RSS or Atom feed, the newest first as the feed has them; SourceError where it is none."""
    if not content.strip():
        raise _no_feed(url)
    headers = {"content-location": url, "content-type": media_type or "application/xml"}
    # Given as a stream: feedparser would take a short text for a file's name or an address.
    found = feedparser.parse(io.BytesIO(content), response_headers=headers)
    if not found.version and not found.entries:
        raise _no_feed(url)
    publisher = found.feed.get("title") or None
    entries = (_entry(given, publisher) for given in found.entries[:MOST_ENTRIES])
    return [entry for entry in entries if entry is not None]


def _no_feed(url: str) -> SourceError:
    return SourceError(f"{url} is no RSS or Atom feed.", hint="Give a sitemap with --sitemap.", code="NO_FEED")


def _entry(given: feedparser.FeedParserDict, publisher: str | None) -> Entry | None:
    url = given.get("link")
    if not url or not url.startswith(("http://", "https://")):
        return None
    whole = next((part.value for part in given.get("content", ()) if part.get("value")), None)
    # feedparser itself warns where it is asked for `updated` and has only `published`.
    updated = dict.get(given, "updated")
    published = dict.get(given, "published") or updated
    told = (given.get("title"), published, updated, whole or given.get("summary"))
    return Entry(
        url=url,
        title=given.get("title") or None,
        published_at=published or None,
        byline=given.get("author") or None,
        content=whole or given.get("summary") or None,
        publisher=publisher,
        mark=text_hash(repr(told)),
    )


def parse_sitemap(content: bytes, url: str) -> tuple[list[Entry], list[str]]:
    """The pages of a sitemap, and the addresses of further sitemaps where it is a list of those.

    SourceError where it is neither.
    """
    try:
        if content.startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
                content = packed.read(MOST_SITEMAP_BYTES)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, OSError, EOFError) as error:
        raise SourceError(f"{url} is no sitemap: {error}.", code="NO_SITEMAP") from error
    if etree.QName(root).localname == "sitemapindex":
        return [], [place for place, _ in _places(root)]
    if etree.QName(root).localname != "urlset":
        raise SourceError(f"{url} is no sitemap.", hint="Give feeds without --sitemap.", code="NO_SITEMAP")
    return [Entry(place, published_at=None, mark=changed or "") for place, changed in _places(root)], []


def _places(root: etree._Element) -> Iterable[tuple[str, str | None]]:
    for number, child in enumerate(root):
        if number >= MOST_ENTRIES:
            return
        values = {etree.QName(part).localname: (part.text or "").strip() for part in child if isinstance(part.tag, str)}
        if values.get("loc", "").startswith(("http://", "https://")):
            yield values["loc"], values.get("lastmod")
