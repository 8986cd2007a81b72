"""What can be asked for: one line a noun, from which routes, parameters and OpenAPI come."""

from __future__ import annotations

from dataclasses import dataclass

from api.rest.reading import (
    Read,
    read_actors,
    read_article_texts,
    read_articles,
    read_events,
    read_locations,
    read_quotes,
)
from api.rest.shapes import ACTOR, ARTICLE, ARTICLE_TEXT, EVENT, LOCATION, QUOTE, Shape
from dateline.store.reading.collections import ACTORS, ARTICLES, EVENTS, LOCATIONS, QUOTES, Collection

PREFIX = "/v1"


@dataclass(frozen=True, slots=True)
class Resource:
    """A noun that is listed, and asked for by id."""

    collection: Collection
    description: str
    shape: Shape
    read: Read
    single_shape: Shape
    read_single: Read

    @property
    def noun(self) -> str:
        """In the singular: event."""
        return self.collection.name

    @property
    def path(self) -> str:
        """Of the list: /v1/events."""
        return f"{PREFIX}/{self.noun}s"


RESOURCES = (
    Resource(EVENTS, "Events, the newest first by default.", EVENT, read_events, EVENT, read_events),
    Resource(ACTORS, "Actors, those of most events first by default.", ACTOR, read_actors, ACTOR, read_actors),
    Resource(
        LOCATIONS,
        "Locations, those of most events first by default.",
        LOCATION,
        read_locations,
        LOCATION,
        read_locations,
    ),
    Resource(QUOTES, "Quotes, the newest first by default.", QUOTE, read_quotes, QUOTE, read_quotes),
    Resource(
        ARTICLES,
        "Articles, the newest first by default; each one's text comes with the article alone.",
        ARTICLE,
        read_articles,
        ARTICLE_TEXT,
        read_article_texts,
    ),
)
