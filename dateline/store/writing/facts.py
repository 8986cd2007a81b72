"""What is known of one article, as ingestion hands it to the writer: plain values with all ids decided.

Excerpts are cut from `source.text`.  Every actor and location that a fact names by id is listed in `actors` or
`locations` (parents of locations too); `check` says what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schema.mentions import CountMention, SourceText, VictimsMention, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    Basis,
    EventStatus,
    EventType,
    LocationKind,
    MentionForm,
    OtherField,
    ParticipantRole,
    QuoteKind,
)

CONFIDENCE_DECIMALS = 3
"""Of a confidence that is stored; SQLite writes numbers that short as Python does."""


@dataclass(frozen=True, slots=True)
class LocationFacts:
    """A place, the same in every article that names it."""

    id: str
    name: str
    kind: LocationKind
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    population: int = 0
    admin1: str | None = None
    parent_id: str | None = None
    precision: LocationKind | None = None
    """The kind of the region whose point it takes, where its own is not known."""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A toponym of the article; `location_id` is None where nobody knows which place it means."""

    excerpt: Excerpt
    location_id: str | None
    score: float
    reason: str
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class MentionFacts:
    """Words that name an actor."""

    excerpt: Excerpt
    form: MentionForm


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """An office that the article gives an actor."""

    title: str
    excerpt: Excerpt
    organization: str | None = None
    organization_id: str | None = None
    """The actor that the organization is, where it is one of this article."""


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """What this article says of one actor; the actor's own row is a vote of all articles."""

    id: str
    name: str
    kind: ActorKind
    sector: ActorSector
    country_code: str | None
    mentions: tuple[MentionFacts, ...]
    """At least one."""
    aliases: tuple[str, ...] = ()
    offices: tuple[OfficeFacts, ...] = ()
    country_basis: Basis | None = None
    """Where `country_code` was taken from; None where there is none."""
    external_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """One quotation."""

    excerpts: tuple[Excerpt, ...]
    """The words said, in order; at least one excerpt."""
    kind: QuoteKind
    speaker_id: str | None = None
    speaker_name: str | None = None
    """Whom the words at the quote mean, by name."""
    speaker_excerpts: tuple[Excerpt, ...] = ()
    """The words that name the speaker at this quote."""
    cue: Excerpt | None = None
    medium: str | None = None
    confidence: float = 1.0
    speaker_basis: Basis = Basis.STATED
    model: str | None = None
    """The model that told who speaks; None where the rules did."""

    @property
    def text(self) -> str:
        """The words said, the parts joined by spaces."""
        return " ".join(part.text for part in self.excerpts)


@dataclass(frozen=True, slots=True)
class ParticipantFacts:
    """Who has a part in the event, and the words that tell."""

    role: ParticipantRole
    name_as_written: str
    excerpt: Excerpt
    actor_id: str | None = None
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """What the other of two readers tells otherwise of one value."""

    field: OtherField
    value: str
    """In words or as a day: `2024-05-13`, `Goma`, `6`."""
    basis: Basis
    excerpt: Excerpt | None = None
    """The words that it was taken from; None where none tell it."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """This article's telling of one event."""

    id: str
    event_id: str
    type: EventType
    status: EventStatus
    evidence: Excerpt
    trigger: Excerpt
    triggers: tuple[Excerpt, ...]
    when: WhenMention
    summary: str
    confidence: float
    mode: str | None = None
    acled: str | None = None
    location_id: str | None = None
    location_excerpt: Excerpt | None = None
    """The toponym; needed where there is a location."""
    location_basis: Basis = Basis.STATED
    participants: tuple[ParticipantFacts, ...] = ()
    killed: CountMention | None = None
    injured: CountMention | None = None
    victims: tuple[VictimsMention, ...] = ()
    said_by_id: str | None = None
    said_by_basis: Basis = Basis.STATED
    basis: Basis = Basis.STATED
    """MODEL where only a model tells that there is such an event."""
    model: str | None = None
    """The model that told any of it; None where the rules tell it alone."""
    other: tuple[OtherFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """One article with everything that was read from it."""

    id: str
    source: SourceText
    model: str
    extractor: str
    """Version of the extractor."""
    faults: tuple[str, ...] = ()
    """Stages of extraction that failed, with the kind of the error: `events (OverflowError)`."""
    dateline_id: str | None = None
    """The location that `source.dateline_place` means."""
    locations: tuple[LocationFacts, ...] = ()
    places: tuple[PlaceFacts, ...] = ()
    actors: tuple[ActorFacts, ...] = ()
    quotes: tuple[QuoteFacts, ...] = ()
    reports: tuple[ReportFacts, ...] = ()


def check(facts: ArticleFacts) -> None:
    """Raises ValueError where the facts name what they do not bring, name it twice, or lack evidence."""
    _check_known(facts)
    _check_single("location", (location.id for location in facts.locations))
    _check_single("actor", (actor.id for actor in facts.actors))
    _check_single("report", (report.id for report in facts.reports))
    for actor in facts.actors:
        _require(bool(actor.mentions), f"actor {actor.id} has no mention")
    for quote in facts.quotes:
        _require(bool(quote.excerpts), "a quote has no words")
    for report in facts.reports:
        placed = report.location_id is None or report.location_excerpt is not None
        _require(placed, f"report {report.id} has a location without evidence")
    if facts.dateline_id is not None:
        _require(facts.source.dateline_place is not None, "the dateline's location has no evidence")


def _check_known(facts: ArticleFacts) -> None:
    locations = {location.id for location in facts.locations}
    actors = {actor.id for actor in facts.actors}
    used_locations = [location.parent_id for location in facts.locations]
    used_locations += [place.location_id for place in facts.places]
    used_locations += [report.location_id for report in facts.reports] + [facts.dateline_id]
    used_actors = [office.organization_id for actor in facts.actors for office in actor.offices]
    used_actors += [quote.speaker_id for quote in facts.quotes] + [report.said_by_id for report in facts.reports]
    used_actors += [participant.actor_id for report in facts.reports for participant in report.participants]
    for kind, missing in (
        ("locations", set(used_locations) - locations - {None}),
        ("actors", set(used_actors) - actors - {None}),
    ):
        _require(not missing, f"facts name {kind} that they do not bring: {sorted(map(str, missing))}")


def _check_single(noun: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for identifier in ids:
        _require(identifier not in seen, f"{noun} {identifier} is there twice")
        seen.add(identifier)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)
