"""From the analysis of one article to the facts that are stored: indexes become ids, excerpts stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.ingestion.intake.others import find_others
from dateline.ingestion.linking.clustering import event_id_of
from dateline.ingestion.linking.identity import actor_id, article_id, location_id
from dateline.store.writing.facts import (
    ActorFacts,
    ArticleFacts,
    LocationFacts,
    MentionFacts,
    OfficeFacts,
    ParticipantFacts,
    PlaceFacts,
    QuoteFacts,
    ReportFacts,
)
from schema.ids import content_id
from schema.mentions import ActorEntity, Analysis, EventMention, Place, QuoteMention
from schema.vocabulary import ActorSector, Basis

LONGEST_SUMMARY = 280


class Assembly:
    """Makes the facts of one article; each event is its own until matching joins it with others."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._article = article_id(analysis.source)
        self._actor_ids = [actor_id(actor, self._article) for actor in analysis.actors]

    def facts(self) -> ArticleFacts:
        """All that the article says."""
        analysis = self._analysis
        return ArticleFacts(
            id=self._article,
            source=analysis.source,
            model=analysis.model,
            extractor=analysis.version,
            faults=tuple(f"{fault.stage} ({fault.error})" for fault in analysis.faults),
            dateline_id=self._dateline(),
            locations=tuple(self._locations()),
            places=tuple(
                PlaceFacts(
                    place.excerpt,
                    location_id(place.place) if place.place else None,
                    place.score,
                    place.reason,
                    place.metonym,
                )
                for place in analysis.places
            ),
            actors=tuple(self._actors()),
            quotes=tuple(self._quote(quote) for quote in analysis.quotes),
            reports=tuple(self._reports()),
        )

    # ---------------------------------------------------------------- places

    def _dateline(self) -> str | None:
        named = self._analysis.source.dateline_place
        for place in self._analysis.places if named is not None else ():
            if named is not None and place.place is not None and named.start <= place.excerpt.start < named.end:
                return location_id(place.place)
        return None

    def _locations(self) -> Iterator[LocationFacts]:
        seen: set[str] = set()
        for mention in self._analysis.places:
            yield from _chain(mention.place, seen)

    # ---------------------------------------------------------------- actors

    def _actors(self) -> Iterator[ActorFacts]:
        """One for each id: two drafts of one name are one actor."""
        groups: dict[str, list[ActorEntity]] = {}
        for identifier, actor in zip(self._actor_ids, self._analysis.actors, strict=True):
            if actor.mentions:
                groups.setdefault(identifier, []).append(actor)
        used = self._used_actors()
        for identifier, actors in groups.items():
            if identifier in used or any(actor.resolved for actor in actors):
                yield self._actor(identifier, actors)

    def _used_actors(self) -> set[str]:
        """Actors that say or do something, or hold an office; nameless others are not kept."""
        analysis = self._analysis
        indexes = {quote.speaker.actor for quote in analysis.quotes if quote.speaker is not None}
        indexes |= {participant.actor for event in analysis.events for participant in event.participants}
        indexes |= {event.said_by for event in analysis.events}
        return {self._actor_ids[index] for index in indexes if index is not None}

    def _actor(self, identifier: str, actors: list[ActorEntity]) -> ActorFacts:
        first = actors[0]
        mentions = sorted({(m.excerpt, m.form) for actor in actors for m in actor.mentions}, key=lambda pair: pair[0])
        sector = next((actor.sector for actor in actors if actor.sector is not ActorSector.UNKNOWN), first.sector)
        told = min((actor for actor in actors if actor.country_code), key=_sureness, default=None)
        aliases = {alias for actor in actors for alias in (*actor.aliases, actor.name)} - {first.name}
        return ActorFacts(
            id=identifier,
            name=first.name,
            kind=first.kind,
            sector=sector,
            country_code=told.country_code if told is not None else None,
            country_basis=told.country_basis if told is not None else None,
            external_ids=tuple(dict.fromkeys(one for actor in actors for one in actor.external_ids)),
            mentions=tuple(MentionFacts(excerpt, form) for excerpt, form in mentions),
            aliases=tuple(sorted(aliases)),
            offices=tuple(
                OfficeFacts(
                    office.title, office.excerpt, office.organization, self._actor_ref(office.organization_actor)
                )
                for actor in actors
                for office in actor.offices
            ),
        )

    def _actor_ref(self, index: int | None) -> str | None:
        """The id of an actor, None where it has no words of its own in the article."""
        if index is None or not self._analysis.actors[index].mentions:
            return None
        return self._actor_ids[index]

    # ---------------------------------------------------------------- quotes and events

    def _quote(self, quote: QuoteMention) -> QuoteFacts:
        speaker = quote.speaker
        return QuoteFacts(
            excerpts=quote.excerpts,
            kind=quote.kind,
            speaker_id=self._actor_ref(speaker.actor) if speaker else None,
            speaker_name=speaker.name if speaker else None,
            speaker_excerpts=speaker.excerpts if speaker else (),
            cue=quote.cue,
            medium=quote.medium,
            confidence=quote.confidence,
            speaker_basis=quote.speaker_basis,
            model=self._model if quote.speaker is not None and quote.speaker_basis is Basis.MODEL else None,
        )

    def _reports(self) -> Iterator[ReportFacts]:
        seen: set[str] = set()
        for event in self._analysis.events:
            identifier = content_id("report", self._article, event.type.value, event.trigger.start)
            if identifier not in seen:
                seen.add(identifier)
                yield self._report(identifier, event)

    def _report(self, identifier: str, event: EventMention) -> ReportFacts:
        place = self._analysis.places[event.location] if event.location is not None else None
        located = place is not None and place.place is not None
        others = tuple(find_others(self._analysis, event))
        bases = event.bases | {other.basis for other in others}
        return ReportFacts(
            id=identifier,
            event_id=event_id_of(identifier),
            type=event.type,
            status=event.status,
            evidence=event.evidence,
            trigger=event.trigger,
            triggers=event.triggers,
            when=event.when,
            summary=summarise(event.evidence.text),
            confidence=event.confidence,
            mode=event.mode,
            acled=event.acled,
            location_id=location_id(place.place) if place is not None and place.place is not None else None,
            location_excerpt=place.excerpt if place is not None and located else None,
            location_basis=event.location_basis,
            participants=tuple(
                ParticipantFacts(
                    p.role, p.excerpt.text if p.is_named else p.name, p.excerpt, self._actor_ref(p.actor), p.basis
                )
                for p in event.participants
            ),
            killed=event.killed,
            injured=event.injured,
            victims=event.victims,
            said_by_id=self._actor_ref(event.said_by),
            said_by_basis=event.said_by_basis,
            basis=event.basis,
            model=self._model if Basis.MODEL in bases else None,
            other=others,
        )

    @property
    def _model(self) -> str | None:
        """What told whatever is marked as a model's."""
        second = self._analysis.second
        return second.model if second is not None else None


def _sureness(actor: ActorEntity) -> int:
    """How sure one is of an actor's country; 0 is surest."""
    return list(Basis).index(actor.country_basis or Basis.STATED)


def _chain(place: Place | None, seen: set[str]) -> Iterable[LocationFacts]:
    """A place and all that it lies in, each once, the largest first."""
    if place is None:
        return
    identifier = location_id(place)
    if identifier in seen:
        return
    seen.add(identifier)
    yield from _chain(place.parent, seen)
    yield LocationFacts(
        id=identifier,
        name=place.name,
        kind=place.kind,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        population=place.population,
        admin1=place.admin1,
        parent_id=location_id(place.parent) if place.parent is not None else None,
        precision=place.precision,
    )


def summarise(evidence: str) -> str:
    """The telling sentence on one line, cut at a word where it is long."""
    line = " ".join(evidence.split())
    if len(line) <= LONGEST_SUMMARY:
        return line
    return line[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(",;:–—- ") + " …"
