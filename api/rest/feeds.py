"""Feeds of the events that were added last, for any filter: Atom (RFC 4287) and JSON Feed 1.1.

`feeds` says what an entry tells; each format is a function from a feed to bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from api.graphql.scalars import show_instant
from api.rest.answers import as_json, respond
from api.rest.parameters import LIMIT, SEARCH, Parameter, filter_parameters, read_parameters, where_of
from api.rest.reading import read_events
from api.rest.resources import PREFIX
from api.rest.shapes import Json
from dateline.store import Database
from dateline.store.filtering.filters import EVENT_FILTERS
from dateline.store.reading.newest import find_newest_events, last_told
from dateline.store.reading.pages import DEFAULT_SIZE

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
SUFFIXES = {ATOM: ".atom", JSON_FEED: ".feed.json"}
PARAMETERS: tuple[Parameter, ...] = (*filter_parameters(EVENT_FILTERS), SEARCH, LIMIT)
TITLE = "Dateline: newest events"
_NEVER = "1970-01-01T00:00:00Z"
"""Atom wants to know when a feed without entries was changed."""
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, as a feed tells it."""

    id: str
    address: str
    title: str
    facts: str
    words: str
    """Of the article that tells it best."""
    kind: str
    published: str | None
    updated: str
    """When the last article that tells of it was added."""
    sources: tuple[str, ...]
    licences: tuple[str, ...]
    """What the publishers of its articles allow, each once."""
    """Addresses of articles that tell of it."""
    point: tuple[float, float] | None
    """Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries, the event added last first."""

    address: str
    home: str
    entries: tuple[Entry, ...]


async def send_feed(request: Request, media_type: str) -> Response:
    """The feed that a request asks for."""
    values = read_parameters(PARAMETERS, request.query_params.multi_items())
    own = {parameter.name: value for parameter, value in values.items() if not parameter.filter}
    where, most = where_of(values), own.get("limit", DEFAULT_SIZE)
    base = str(request.base_url).rstrip("/")
    database: Database = request.app.state.database
    entries = await database.read(lambda connection: read_entries(connection, base, where, own.get("search"), most))
    address = f"{base}{request.scope['path']}"
    query = urlencode(request.query_params.multi_items())
    feed = Feed(f"{address}?{query}" if query else address, f"{base}{PREFIX}", entries)
    return respond(request, WRITERS[media_type](feed), media_type)


def read_entries(connection: Connection, base: str, where: Any, search: str | None, most: int) -> tuple[Entry, ...]:
    """The newest of the chosen events; nine statements."""
    rows = find_newest_events(connection, where, search, most)
    told = last_told(connection, [row.id for row in rows])
    published = {row.id: row.published_at for row in rows}
    # What has lost its last article by now is left out.
    events = [event for event in read_events(connection, rows) if event["id"] in told]
    return tuple(_entry(base, event, published[event["id"]], told[event["id"]]) for event in events)


def _entry(base: str, event: Json, published: datetime | None, told: datetime) -> Entry:
    place = event["location"]
    located = place is not None and place["latitude"] is not None and place["longitude"] is not None
    sources = (_address(report["article"]["url"]) for report in event["reports"])
    return Entry(
        id=f"urn:dateline:{event['id']}",
        address=f"{base}{PREFIX}/events/{event['id']}",
        title=" ".join(event["summary"].split()),
        facts=". ".join(_facts(event)) + ".",
        words=event["evidence"]["text"],
        kind=event["type"],
        published=None if published is None else _seconds(published),
        updated=_seconds(told),
        licences=tuple(dict.fromkeys(filter(None, (report["article"]["licence"] for report in event["reports"])))),
        sources=tuple(dict.fromkeys(url for url in sources if url.startswith(("http://", "https://")))),
        point=(place["latitude"], place["longitude"]) if located else None,
    )


def _address(url: str | None) -> str:
    """An article's address as feeds may have it: publishers' own have spaces now and then."""
    return quote(url or "", safe="%/:=&?~#+!$,;'@()*[]")


def _seconds(value: datetime) -> str:
    """An instant without parts of a second, which some readers do not expect."""
    return show_instant(value.astimezone(UTC).replace(microsecond=0))


def _facts(event: Json) -> Sequence[str]:
    """What is known of an event, a few words each."""
    when, place, reports = event["when"], event["location"], event["reportCount"]
    earliest, latest = when["earliest"], when["latest"]
    days = earliest if earliest == latest else f"{earliest or '…'} to {latest or '…'}"
    names = (place["name"], place["countryCode"]) if place else ()
    tolls = ((label, event[key]) for label, key in (("killed", "killed"), ("hurt", "injured")))
    return [
        f"{event['type']} ({event['mode']})" if event["mode"] else event["type"],
        event["status"],
        *([days] if earliest or latest else []),
        *([", ".join(name for name in names if name)] if names else []),
        *(f"{toll['best']:,} {label}" for label, toll in tolls if toll and toll["best"] is not None),
        f"told by {reports:,} article{'' if reports == 1 else 's'}",
    ]


def write_atom(feed: Feed) -> bytes:
    """The feed as Atom, with GeoRSS points."""
    root = ElementTree.Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:georss": "http://www.georss.org/georss"}
    )
    _add(root, "id", feed.address)
    _add(root, "title", TITLE)
    _add(root, "updated", max((entry.updated for entry in feed.entries), default=_NEVER))
    _add(_add(root, "author"), "name", "Dateline")
    _add(root, "link", rel="self", type=ATOM, href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    for entry in feed.entries:
        _add_entry(_add(root, "entry"), entry)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _add_entry(parent: ElementTree.Element, entry: Entry) -> None:
    _add(parent, "id", entry.id)
    _add(parent, "title", entry.title)
    if entry.published is not None:
        _add(parent, "published", entry.published)
    _add(parent, "updated", entry.updated)
    _add(parent, "category", term=entry.kind)
    _add(parent, "summary", entry.facts)
    _add(parent, "content", entry.words, type="text")
    if entry.licences:
        _add(parent, "rights", "; ".join(entry.licences))
    # Without a type: readers look for pages, and pass over links that say they are something else.
    _add(parent, "link", rel="alternate", href=entry.address)
    for source in entry.sources:
        _add(parent, "link", rel="via", href=source)
    if entry.point is not None:
        _add(parent, "georss:point", f"{entry.point[0]} {entry.point[1]}")


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    cleaned = {key: _NOT_IN_XML.sub("\ufffd", value) for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, name, cleaned)
    element.text = None if text is None else _NOT_IN_XML.sub("\ufffd", text)
    return element


def write_json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed."""
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": TITLE,
            "home_page_url": feed.home,
            "feed_url": feed.address,
            "authors": [{"name": "Dateline"}],
            "items": [_item(entry) for entry in feed.entries],
        }
    )


def _item(entry: Entry) -> Json:
    known: Json = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.facts,
        "content_text": entry.words,
        "date_modified": entry.updated,
        "tags": [entry.kind],
    }
    if entry.published is not None:
        known["date_published"] = entry.published
    if entry.sources:
        known["external_url"] = entry.sources[0]
    if entry.licences:
        known["_licences"] = entry.licences
    if entry.point is not None:
        known["_point"] = {"latitude": entry.point[0], "longitude": entry.point[1]}
    return known


WRITERS: dict[str, Callable[[Feed], bytes]] = {ATOM: write_atom, JSON_FEED: write_json_feed}
