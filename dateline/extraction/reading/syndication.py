"""What a feed or sitemap says: pages with what is told about them.  Takes bytes, asks nobody."""

from __future__ import annotations

import gzip
import io
import logging
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn
from xml.parsers import expat

import feedparser
from lxml import etree

from schema.errors import SourceError
from schema.ids import text_hash

logging.getLogger("feedparser").setLevel(logging.ERROR)

MOST_ENTRIES = 1_000
MOST_SITEMAP_BYTES = 50_000_000
"""As sitemaps.org has it."""
MOST_SITEMAP_PARTS = 200_000
"""Beginnings and ends of elements: a hundred of each for every page."""
SITEMAPS = ("urlset", "sitemapindex")
_ENTITY = re.compile(rb"<!ENTITY", re.I)


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
    licence: str | None = None
    mark: str = ""
    """Changes whenever the feed says something else of the page."""


def parse_feed(content: bytes, url: str, media_type: str = "", most: int = MOST_ENTRIES) -> list[Entry]:
    """The entries of an RSS or Atom feed, the newest first as the feed has them; SourceError where it is none."""
    if not content.strip():
        raise _no_feed(url)
    _refuse_entities(content, url)
    headers = {"content-location": url, "content-type": media_type or "application/xml"}
    # Given as a stream: feedparser would take a short text for a file's name or an address.
    found = feedparser.parse(io.BytesIO(content), response_headers=headers)
    if not found.version and not found.entries:
        raise _no_feed(url)
    publisher, licence = found.feed.get("title") or None, _licence(found.feed)
    entries = (_entry(given, publisher, licence) for given in found.entries[:most])
    return [entry for entry in entries if entry is not None]


def _no_feed(url: str) -> SourceError:
    return SourceError(f"{url} is no RSS or Atom feed.", hint="Give a sitemap with --sitemap.", code="NO_FEED")


def _authors(given: feedparser.FeedParserDict) -> str | None:
    """All names; feedparser's `author` is the first one alone."""
    names = [one.get("name") for one in given.get("authors", ()) if one.get("name")]
    return ", ".join(dict.fromkeys(names)) or given.get("author") or None


def _licence(given: feedparser.FeedParserDict) -> str | None:
    """What a feed, or an entry of one, allows: the address of a licence, else its words on rights."""
    links = (link.get("href") for link in given.get("links", ()) if link.get("rel") == "license")
    return next(filter(None, links), None) or given.get("license") or given.get("rights") or None


def _entry(given: feedparser.FeedParserDict, publisher: str | None, licence: str | None) -> Entry | None:
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
        byline=_authors(given),
        content=whole or given.get("summary") or None,
        publisher=publisher,
        licence=_licence(given) or licence,
        mark=text_hash(repr(told)),
    )


def parse_sitemap(content: bytes, url: str) -> tuple[list[Entry], list[str]]:
    """The pages of a sitemap, and the addresses of further sitemaps where it is a list of those.

    SourceError where it is neither.  No more than is taken is unpacked and held.
    """
    try:
        if content.startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
                content = packed.read(MOST_SITEMAP_BYTES)
        _refuse_entities(content, url)
        root, places = _read_places(content)
    except (etree.XMLSyntaxError, OSError, EOFError, zlib.error) as error:
        raise SourceError(f"{url} is no sitemap: {error}.", code="NO_SITEMAP") from error
    if root == "sitemapindex":
        return [], [place.url for place in places]
    if root != "urlset":
        raise SourceError(f"{url} is no sitemap.", hint="Give feeds without --sitemap.", code="NO_SITEMAP")
    return places, []


def _read_places(content: bytes) -> tuple[str, list[Entry]]:
    """The name of the outermost element, and the pages below it: of news sitemaps with day, title and publication."""
    root = ""
    places: list[Entry] = []
    parts = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for number, (event, element) in enumerate(parts):
        name = _local(element)
        if event == "start":
            root = root or name
            if root not in SITEMAPS:
                break
        elif name in ("url", "sitemap"):
            values: dict[str, str] = {}
            for part in element.iter():
                values.setdefault(_local(part), (part.text or "").strip())
            if values.get("loc", "").startswith(("http://", "https://")):
                places.append(_place(values))
        if number >= MOST_SITEMAP_PARTS or len(places) >= MOST_ENTRIES:
            break
    return root, places


def _place(values: Mapping[str, str]) -> Entry:
    return Entry(
        values["loc"],
        title=values.get("title") or None,
        published_at=values.get("publication_date") or None,
        publisher=values.get("name") or None,
        mark=" ".join(filter(None, (values.get("lastmod"), values.get("publication_date")))),
    )


def _local(element: etree._Element) -> str:
    """Its name without namespace or prefix; a prefix that stands for nothing stays in lxml's names."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _refuse_entities(content: bytes, url: str) -> None:
    """SourceError where XML declares entities of its own: nothing that is news needs them, and they are how a small
    file becomes a huge one, or reads others.
    """

    def refuse(*_: object) -> NoReturn:
        hint = "A feed without a document type of its own can be read."
        raise SourceError(f"{url} declares entities of its own.", hint=hint, code="ENTITIES")

    def begin(_name: str, _version: str | None, _place: str | None, own: int) -> None:
        if own:
            refuse()

    def end(*_: object) -> NoReturn:
        raise _PrologOverError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = begin
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = end
    try:
        parser.Parse(content, True)
    except _PrologOverError:
        return
    except (expat.ExpatError, ValueError, LookupError):
        # No XML, which feedparser reads all the same, entities in the same way.
        if _ENTITY.search(content.replace(b"\0", b"")):
            refuse()


class _PrologOverError(Exception):
    """The first element has begun."""
