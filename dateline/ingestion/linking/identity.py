"""Who and what is the same across articles, as far as names and codes tell: the ids of actors, places and articles.

Unsure stays apart: a bare surname, a role or a nameless group is an actor of its own article only.
"""

from __future__ import annotations

import re

from dateline.extraction.actors.bodies import body_key
from dateline.extraction.actors.words import actor_words
from dateline.store.keeping.folding import fold
from schema.ids import content_id
from schema.mentions import ActorEntity, Place, SourceText
from schema.vocabulary import ActorKind, ActorSector

STATE_SECTORS = frozenset(
    {ActorSector.GOV, ActorSector.MIL, ActorSector.COP, ActorSector.JUD, ActorSector.LEG, ActorSector.SPY}
)
"""Bodies of states bear the same names in many countries: `Defense Ministry`."""
_TRACKING = re.compile(r"(?:^|&)(?:utm_[^&]*|fbclid=[^&]*|gclid=[^&]*)")


def article_id(source: SourceText) -> str:
    """By its URL, so that a corrected article replaces the older version; by its text where it has none."""
    return article_id_of_url(source.url) if source.url else content_id("article", "text", source.sha256)


def article_id_of_url(url: str) -> str:
    """Of the article at a URL."""
    return content_id("article", "url", plain_url(url))


def plain_url(url: str) -> str:
    """A URL without fragment, tracking parameters and a slash at its end."""
    address, _, query = url.strip().partition("#")[0].partition("?")
    query = _TRACKING.sub("", query).strip("&")
    return address.rstrip("/") + (f"?{query}" if query else "")


def location_id(place: Place) -> str:
    """By its GeoNames id, or its id in one's own gazetteer; an unknown place by its name and what it lies in."""
    if place.geonames_id is not None:
        return content_id("location", "geonames", place.geonames_id)
    if place.own_id is not None:
        return content_id("location", "own", place.own_id)
    parent = location_id(place.parent) if place.parent is not None else None
    return content_id("location", "name", fold(place.name), place.kind.value, place.country_code, parent)


def actor_id(actor: ActorEntity, article: str) -> str:
    """By its id in one's own list, its country or its full name; by the article where that never names it in full."""
    if actor.own_id is not None:
        return content_id("actor", "own", actor.own_id)
    if actor.kind is ActorKind.COUNTRY:
        return content_id("actor", "country", actor.country_code)
    if not actor.resolved:
        return content_id("actor", "article", article, actor.kind.value, fold(actor.name))
    key = name_key(actor.name)
    if actor.kind is ActorKind.ORGANIZATION:
        key = actor_words().without_endings(key)
    country = actor.country_code if actor.sector in STATE_SECTORS and actor.kind is not ActorKind.PERSON else None
    if country is not None and actor.kind is ActorKind.ORGANIZATION:
        key = body_key(actor.name, country)
    return content_id("actor", actor.kind.value, key, country)


def name_key(name: str) -> str:
    """What stays of a name when spelling differs: no article, no dots, straight apostrophes."""
    return fold(name.replace("’", "'").replace(".", "")).removeprefix("the ")
