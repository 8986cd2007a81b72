"""An analysis as the JSON object that programs read (`dateline analyze`).

Offsets lead into the text that was given, not into the cleaned one; what is not known is null or an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from schema.codes import event_codes
from schema.mentions import (
    ActorEntity,
    Analysis,
    CountMention,
    EventMention,
    ParticipantMention,
    PlaceMention,
    QuoteMention,
    SpeakerMention,
    VictimsMention,
    WhenMention,
)
from schema.spans import Excerpt

Json = dict[str, Any]

COMPARED = ("when", "location", "killed", "injured", "said_by", "participants", "type", "status")
"""Values of an event that two readers may tell differently."""
MEANT = frozenset({"text", "span", "basis", "inferred"})
"""Keys of values that tell where they were read, and not what they mean."""


class AnalysisRenderer:
    """Renders one analysis; `given` is the text whose offsets are printed."""

    def __init__(self, analysis: Analysis, given: str) -> None:
        self._analysis = analysis
        self._given = given

    def render(self) -> Json:
        """The whole output line without its `id`."""
        source = self._analysis.source
        return {
            "published_at": source.published_on.isoformat() if source.published_on else None,
            "publisher": source.publisher,
            "title": source.title,
            "byline": source.byline,
            "model": self._analysis.model,
            "quotes": [self._quote(quote) for quote in self._analysis.quotes],
            "locations": [self._location(place) for place in self._analysis.places],
            "actors": sorted(self._actors(), key=lambda mention: (mention["start"], mention["end"])),
            "events": [self._told(event) for event in self._analysis.events],
            **self._second(),
        }

    def _second(self) -> Json:
        """How a model has read it too; nothing where the rules have read alone."""
        second = self._analysis.second
        return {"reader": asdict(second)} if second is not None else {}

    def _told(self, event: EventMention) -> Json:
        """An event; where a model has read too also who tells it, and what the other reader tells otherwise."""
        told = self._event(event)
        if self._analysis.second is None:
            return told
        other = self._event(event.other) if event.other is not None else {}
        differing = {name: other[name] for name in COMPARED if other.get(name) and _differ(told[name], other[name])}
        return {**told, "basis": event.basis.value, "other": differing}

    def _span(self, excerpt: Excerpt) -> list[int]:
        return list(self._analysis.source.raw_offsets.raw_span(excerpt.start, excerpt.end))

    def _spans(self, excerpts: Iterable[Excerpt]) -> list[list[int]]:
        return [self._span(excerpt) for excerpt in excerpts]

    def _words(self, excerpt: Excerpt) -> Json:
        start, end = self._span(excerpt)
        return {"start": start, "end": end, "text": self._given[start:end]}

    def _quote(self, quote: QuoteMention) -> Json:
        return {
            "spans": self._spans(quote.excerpts),
            "kind": quote.kind.value,
            "text": quote.text,
            "speaker": self._speaker(quote.speaker),
            "cue": self._span(quote.cue) if quote.cue else None,
            "medium": quote.medium,
            "confidence": round(quote.confidence, 2),
            **self._speaker_basis(quote),
        }

    def _speaker_basis(self, quote: QuoteMention) -> Json:
        """Where the speaker was taken from; nothing where the rules have read alone."""
        if self._analysis.second is None:
            return {}
        return {"speaker_basis": quote.speaker_basis.value if quote.speaker else None}

    def _speaker(self, speaker: SpeakerMention | None) -> Json | None:
        return {"name": speaker.name, "spans": self._spans(speaker.excerpts)} if speaker else None

    def _location(self, mention: PlaceMention) -> Json:
        place = mention.place
        return {
            **self._words(mention.excerpt),
            "name": place.name if place else mention.excerpt.text,
            "kind": place.kind.value if place else None,
            "geonames_id": place.geonames_id if place else None,
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "country_code": place.country_code if place else None,
            "precision": (place.precision or place.kind).value if place else None,
            "score": round(mention.score, 2),
            "reason": mention.reason,
        }

    def _actors(self) -> Iterable[Json]:
        for actor in self._analysis.actors:
            for mention in actor.mentions:
                yield {**self._words(mention.excerpt), "form": mention.form.value, **_identity(actor)}

    def _event(self, event: EventMention) -> Json:
        return {
            "trigger": self._span(event.trigger),
            "mentions": self._spans(event.triggers),
            "evidence": self._span(event.evidence),
            "type": event.type.value,
            "mode": event.mode,
            "codes": _codes(event),
            "status": event.status.value,
            "when": self._when(event.when),
            "location": self._place_of(event),
            "participants": [self._participant(participant) for participant in event.participants],
            "killed": self._count(event.killed),
            "injured": self._count(event.injured),
            "victims": [self._victims(victims) for victims in event.victims],
            "said_by": self._analysis.actors[event.said_by].name if event.said_by is not None else None,
            "said_by_basis": event.said_by_basis.value if event.said_by is not None else None,
            "confidence": round(event.confidence, 2),
        }

    def _victims(self, victims: VictimsMention) -> Json:
        return {
            "harm": victims.harm.value,
            "kind": victims.kind.value,
            "text": victims.excerpt.text,
            "span": self._span(victims.excerpt),
            "basis": victims.basis.value,
            "count": self._count(victims.count),
        }

    def _place_of(self, event: EventMention) -> Json | None:
        if event.location is None:
            return None
        mention = self._analysis.places[event.location]
        place = mention.place
        return {
            "name": place.name if place else mention.excerpt.text,
            "geonames_id": place.geonames_id if place else None,
            "country_code": place.country_code if place else None,
            "span": self._span(mention.excerpt),
            "basis": event.location_basis.value,
        }

    def _participant(self, participant: ParticipantMention) -> Json:
        return {
            "role": participant.role.value,
            "name": participant.name,
            "span": self._span(participant.excerpt) if participant.is_named else None,
            "inferred": participant.inferred,
            "basis": participant.basis.value,
        }

    def _when(self, when: WhenMention) -> Json:
        return {
            "text": when.excerpt.text if when.excerpt else None,
            "span": self._span(when.excerpt) if when.excerpt else None,
            "earliest": when.earliest.isoformat() if when.earliest else None,
            "latest": when.latest.isoformat() if when.latest else None,
            "precision": when.precision.value,
            "basis": when.basis.value if when.earliest else None,
        }

    def _count(self, count: CountMention | None) -> Json | None:
        if count is None:
            return None
        return {
            "text": count.excerpt.text,
            "span": self._span(count.excerpt),
            "low": count.low,
            "best": count.best,
            "high": count.high,
            "basis": count.basis.value,
        }


def _differ(one: Any, other: Any) -> bool:
    """Whether two rendered values mean something else."""
    return bool(_meaning(one) != _meaning(other))


def _meaning(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(repr(_meaning(one)) for one in value)
    return {key: one for key, one in value.items() if key not in MEANT} if isinstance(value, dict) else value


def _identity(actor: ActorEntity) -> Json:
    office = actor.offices[0].title if actor.offices else None
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "sector": actor.sector.value,
        "country_code": actor.country_code,
        "country_basis": actor.country_basis.value if actor.country_basis and actor.country_code else None,
        "external_ids": list(actor.external_ids),
        "office": office,
    }


def _codes(event: EventMention) -> Json:
    codes = event_codes(event.type.value, event.mode, event.acled)
    return {"plover": codes.plover, "cameo_root": codes.cameo_root, "acled": codes.acled}
