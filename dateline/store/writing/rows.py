"""From an article's facts to rows of the tables; no database here.

Ids of evidence, offices, participants and quotes are made here; text passes the door of `folding` here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from dateline.store.keeping.folding import fold, short_name, storable
from dateline.store.writing.facts import CONFIDENCE_DECIMALS, ActorFacts, ArticleFacts, LocationFacts, QuoteFacts
from schema.ids import content_id, text_hash
from schema.mentions import SourceText
from schema.spans import Excerpt
from schema.vocabulary import Basis

Rows = list[dict[str, Any]]


class EvidenceRows:
    """The spans of one article that facts refer to, each once."""

    def __init__(self, article_id: str, text: str) -> None:
        self._article_id = article_id
        self._text = text
        self._wide = [index for index, character in enumerate(text) if character > "\uffff"]
        self._rows: dict[tuple[int, int], dict[str, Any]] = {}

    def add(self, excerpt: Excerpt) -> str:
        """The id of the evidence row for these words; ValueError where they are not in the text at that place."""
        key = (excerpt.start, excerpt.end)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._make(*key)
        if row["text"] != storable(excerpt.text):
            raise ValueError(f"characters {excerpt.start} to {excerpt.end} of {self._article_id} are other words")
        return str(row["id"])

    def words(self, excerpt: Excerpt) -> str:
        """The stored words of an excerpt."""
        return self._text[excerpt.start : excerpt.end]

    @property
    def rows(self) -> Rows:
        """All rows, in the order of the text."""
        return [self._rows[key] for key in sorted(self._rows)]

    def _make(self, start: int, end: int) -> dict[str, Any]:
        if not 0 <= start < end <= len(self._text):
            raise ValueError(f"characters {start} to {end} are not in {self._article_id}")
        return {
            "id": content_id("evidence", self._article_id, start, end),
            "article_id": self._article_id,
            "start": start,
            "end": end,
            "start_utf16": start + bisect_left(self._wide, start),
            "end_utf16": end + bisect_left(self._wide, end),
            "text": self._text[start:end],
        }


def article_row(facts: ArticleFacts) -> dict[str, Any]:
    """The row of the article itself, `added_at` left out."""
    source = facts.source
    text = storable(source.text)
    return {
        "id": facts.id,
        "sha256": source.sha256 if text == source.text else text_hash(text),
        "url": _optional_name(source.url),
        "url_key": _key(source.url),
        "title": _optional_name(source.title),
        "title_key": _key(source.title),
        "byline": _optional_name(source.byline),
        "publisher": _optional_name(source.publisher),
        "publisher_key": _key(source.publisher),
        "agency": _optional_name(source.agency),
        "licence": _optional_name(source.licence),
        "published_at": published_at(source),
        "published_on": source.published_on,
        "language": source.language,
        "text": text,
        "raw_offsets": [list(run) for run in source.raw_offsets.runs],
        "raw_sha256": source.raw_sha256,
        "encoding": source.encoding,
        "origin": storable(source.origin),
        "model": facts.model,
        "extractor": facts.extractor,
        "faults": ", ".join(facts.faults) or None,
    }


def published_at(source: SourceText) -> datetime | None:
    """The moment of publication in UTC."""
    return source.published_at.astimezone(UTC) if source.published_at else None


def location_rows(locations: Iterable[LocationFacts]) -> Rows:
    """Rows of locations, parents before what lies in them."""
    known = {location.id: location for location in locations}
    ordered: dict[str, LocationFacts] = {}

    def put(location: LocationFacts) -> None:
        if location.id in ordered:
            return
        parent = known.pop(location.parent_id, None) if location.parent_id else None
        if parent is not None:
            put(parent)
        ordered[location.id] = location

    for location in list(known.values()):
        put(location)
    return [_location_row(location) for location in ordered.values()]


def _location_row(location: LocationFacts) -> dict[str, Any]:
    name = short_name(location.name)
    return {
        "id": location.id,
        "geonames_id": location.geonames_id,
        "kind": location.kind.value,
        "name": name,
        "name_key": fold(name),
        "country_code": location.country_code,
        "admin1": location.admin1,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "population": location.population,
        "parent_id": location.parent_id,
        "precision": location.precision.value if location.precision else None,
        "search_text": " ".join(filter(None, (name, location.admin1))),
        "event_count": 0,
    }


def place_rows(facts: ArticleFacts, evidence: EvidenceRows) -> Rows:
    """Rows of `location_mention`; of two on the same words the surer stays."""
    chosen: dict[str, dict[str, Any]] = {}
    for place in sorted(facts.places, key=lambda place: (-place.score, place.location_id or "")):
        identifier = evidence.add(place.excerpt)
        row = {
            "evidence_id": identifier,
            "article_id": facts.id,
            "location_id": place.location_id,
            "start": place.excerpt.start,
            "published_at": published_at(facts.source),
            "score": place.score,
            "reason": storable(place.reason),
            "metonym": place.metonym,
        }
        chosen.setdefault(identifier, row)
    return list(chosen.values())


def appearance_rows(facts: ArticleFacts) -> Rows:
    """What this article says of each actor."""
    return [
        {
            "article_id": facts.id,
            "own_id": actor.id,
            "actor_id": actor.id,
            "start": min(mention.excerpt.start for mention in actor.mentions),
            "name": short_name(actor.name),
            "kind": actor.kind.value,
            "sector": actor.sector.value,
            "country_code": actor.country_code,
            "country_basis": (actor.country_basis or Basis.STATED).value if actor.country_code else None,
            "external_ids": " ".join(actor.external_ids),
            "aliases": sorted({short_name(alias) for alias in actor.aliases} - {short_name(actor.name)}),
        }
        for actor in facts.actors
    ]


def mention_rows(facts: ArticleFacts, evidence: EvidenceRows) -> Rows:
    """Rows of `actor_mention`."""
    rows = {
        (actor.id, mention.excerpt.start, mention.excerpt.end): {
            "own_id": actor.id,
            "evidence_id": evidence.add(mention.excerpt),
            "actor_id": actor.id,
            "article_id": facts.id,
            "form": mention.form.value,
            "start": mention.excerpt.start,
            "published_at": published_at(facts.source),
        }
        for actor in facts.actors
        for mention in actor.mentions
    }
    return list(rows.values())


def office_rows(facts: ArticleFacts, evidence: EvidenceRows) -> Rows:
    """Rows of `office`, none of them the newest yet."""
    rows = [row for actor in facts.actors for row in _offices_of(actor, facts, evidence)]
    return list({row["id"]: row for row in rows}.values())


def _offices_of(actor: ActorFacts, facts: ArticleFacts, evidence: EvidenceRows) -> Rows:
    return [
        {
            "id": content_id("office", actor.id, facts.id, office.title, office.excerpt.start, office.excerpt.end),
            "actor_id": actor.id,
            "article_id": facts.id,
            "title": short_name(office.title),
            "title_key": fold(short_name(f"{office.title} {office.organization or ''}")),
            "organization": _optional_name(office.organization),
            "organization_id": office.organization_id,
            "as_of": facts.source.published_on,
            "newest": False,
            "evidence_id": evidence.add(office.excerpt),
            "own_id": actor.id,
            "own_organization_id": office.organization_id,
        }
        for office in actor.offices
    ]


def quote_rows(facts: ArticleFacts, evidence: EvidenceRows) -> tuple[Rows, Rows]:
    """Rows of `quote` and of `quote_part`."""
    quotes: dict[str, dict[str, Any]] = {}
    parts: Rows = []
    for quote in facts.quotes:
        row = _quote_row(quote, facts, evidence)
        if row["id"] not in quotes:
            quotes[row["id"]] = row
            parts.extend(_part_rows(row["id"], quote, evidence))
    return list(quotes.values()), parts


def _quote_row(quote: QuoteFacts, facts: ArticleFacts, evidence: EvidenceRows) -> dict[str, Any]:
    spans = [(part.start, part.end) for part in quote.excerpts]
    written = " ".join(evidence.words(part) for part in quote.speaker_excerpts)
    name = _optional_name(quote.speaker_name)
    return {
        "id": content_id("quote", facts.id, spans),
        "article_id": facts.id,
        "evidence_id": evidence.add(quote.excerpts[0]),
        "start": quote.excerpts[0].start,
        "text": storable(quote.text),
        "kind": quote.kind.value,
        "speaker_id": quote.speaker_id,
        "speaker_as_written": _optional_name(written),
        "speaker_name": name,
        "speaker_key": _key(name),
        "cue": evidence.words(quote.cue) if quote.cue else None,
        "medium": _optional_name(quote.medium),
        "confidence": round(quote.confidence, CONFIDENCE_DECIMALS),
        "published_at": published_at(facts.source),
        "search_text": storable(" ".join(filter(None, (quote.text, name)))),
        "own_speaker_id": quote.speaker_id,
        "speaker_basis": quote.speaker_basis.value if name or quote.speaker_id else None,
        "model": storable(quote.model) if quote.model else None,
    }


def _part_rows(quote_id: str, quote: QuoteFacts, evidence: EvidenceRows) -> Rows:
    cue = (quote.cue,) if quote.cue else ()
    return [
        {"quote_id": quote_id, "part": part, "position": position, "evidence_id": evidence.add(excerpt)}
        for part, excerpts in (("WORDS", quote.excerpts), ("SPEAKER", quote.speaker_excerpts), ("CUE", cue))
        for position, excerpt in enumerate(excerpts)
    ]


def _optional_name(text: str | None) -> str | None:
    return short_name(text) if text else None


def _key(text: str | None) -> str | None:
    return fold(short_name(text)) if text else None
