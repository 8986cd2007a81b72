"""Which JSON media type a GraphQL answer takes, by the Accept header (GraphQL over HTTP; RFC 9110, section 12.5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"
EVENT_STREAM = "text/event-stream"


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One element of an Accept header: `text/*;q=0.5`."""

    type: str
    subtype: str
    quality: float

    def matches(self, media_type: str) -> bool:
        """Whether a concrete media type lies in this range."""
        main, _, sub = media_type.partition("/")
        return self.type in ("*", main) and self.subtype in ("*", sub)

    @property
    def specificity(self) -> int:
        """2 for `a/b`, 1 for `a/*`, 0 for `*/*`."""
        return (self.type != "*") + (self.subtype != "*")


def is_json(content_type: str | None) -> bool:
    """Whether a body says that it is JSON: by the media type itself, not by what its parameters say."""
    return (content_type or "").partition(";")[0].strip().lower() == JSON


KEPT_HEADERS = 128
"""Accept headers whose meaning is remembered; clients of one kind all send the same."""


@lru_cache(KEPT_HEADERS)
def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """The media ranges of an Accept header; malformed elements are left out."""
    ranges = (_parse_range(element) for element in header.split(","))
    return tuple(found for found in ranges if found is not None)


def _parse_range(element: str) -> MediaRange | None:
    name, *parameters = (part.strip().lower() for part in element.split(";"))
    main, slash, sub = name.partition("/")
    if not (main and slash and sub):
        return None
    quality = next((value for key, _, value in (p.partition("=") for p in parameters) if key.strip() == "q"), "1")
    try:
        return MediaRange(main, sub, min(1.0, max(0.0, float(quality))))
    except ValueError:
        return None


def quality_of(media_type: str, ranges: tuple[MediaRange, ...]) -> float:
    """How much a client wants a media type: the quality of the most specific range that matches, else 0."""
    matching = [found for found in ranges if found.matches(media_type)]
    return max(matching, key=lambda found: found.specificity).quality if matching else 0.0


@lru_cache(KEPT_HEADERS)
def choose_response_type(header: str | None) -> str | None:
    """GRAPHQL_RESPONSE or JSON, whichever the client wants more; None where it accepts neither.

    Where nothing is said, or both are wanted alike only through a wildcard, JSON: what clients of before 2025 expect.
    """
    if not header or not header.strip():
        return JSON
    ranges = parse_accept(header)
    modern, legacy = quality_of(GRAPHQL_RESPONSE, ranges), quality_of(JSON, ranges)
    if modern == legacy == 0.0:
        return None
    named = any(found.subtype == "graphql-response+json" for found in ranges)
    return GRAPHQL_RESPONSE if modern > legacy or (modern == legacy and named) else JSON


@lru_cache(KEPT_HEADERS)
def wants_stream(header: str | None) -> bool:
    """Whether only an event stream will do: some clients name it beside JSON for every query."""
    ranges = parse_accept(header or "")
    named = any((found.type, found.subtype) == ("text", "event-stream") for found in ranges)
    return named and quality_of(EVENT_STREAM, ranges) > 0 and choose_response_type(header) is None


def wants_page(header: str | None) -> bool:
    """Whether a browser asks: HTML is wanted by name, and more than JSON."""
    ranges = parse_accept(header or "")
    named = any((found.type, found.subtype) == ("text", "html") for found in ranges)
    return named and quality_of(HTML, ranges) >= max(quality_of(JSON, ranges), quality_of(GRAPHQL_RESPONSE, ranges))
