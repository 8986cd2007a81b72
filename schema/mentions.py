"""What analysis yields: frozen values, each of which leads back to the characters it was read from.

`RawArticle` -> reading and cleaning -> `SourceText` -> extraction -> `Analysis`.  Every `Excerpt` here is cut from
`SourceText.text`; offsets are code points, half open.  Nothing here knows a database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from schema.spans import Excerpt, OffsetMap, Span
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    Basis,
    DatePrecision,
    EventStatus,
    EventType,
    Harm,
    LocationKind,
    MentionForm,
    ParticipantRole,
    QuoteKind,
    VictimKind,
)

# ---------------------------------------------------------------- articles

FIRST_YEAR, LAST_YEAR = 1000, 8999
"""Programs write the ends of their calendar (`0001-01-01`, `9999-12-31`) where they know no date."""


def is_countable(moment: datetime) -> bool:
    """Whether a date may be one of publication, from which other dates can be counted."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as it was found: decoded, nothing interpreted."""

    origin: str
    """Where it came from, for people: a file's path, `standard input`, a URL."""
    content: str
    """The decoded content; code points are what `SourceText.raw_offsets` count."""
    media_type: str = "text/plain"
    """`text/plain` or `text/html`."""
    encoding: str = "utf-8"
    """The encoding that the bytes were decoded with."""
    line: int | None = None
    """Line in a JSON Lines file, from 1."""
    identifier: str | None = None
    """The id that the source gives the article, where it gives one."""
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    """As given; cleaning reads it."""
    licence: str | None = None
    """What may be done with it, as given."""
    fallback_day: str | None = None
    """Day of publication where the article itself tells none: from its file's name, or as a person says."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One cleaned article.  `text` never changes again: every offset of every fact counts in it."""

    text: str
    sha256: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_at: datetime | None = None
    """Time-zone aware, in the zone that the source gives; midnight UTC where only a day is known."""
    dateline: Span | None = None
    """The whole dateline in `text`: `KYIV, Ukraine (AP) —`, the dash included."""
    dateline_place: Excerpt | None = None
    """The place in it: `KYIV, Ukraine`."""
    agency: str | None = None
    """The wire service named in header or dateline: `AP`."""
    language: str = "en"
    raw_offsets: OffsetMap = field(default_factory=OffsetMap)
    raw_sha256: str = ""
    encoding: str = "utf-8"
    origin: str = ""
    licence: str | None = None
    """What its publisher says that may be done with it."""

    @property
    def published_on(self) -> date | None:
        """The calendar day of publication where it was published; relative dates count from it.

        None also at the ends of the calendar, where no date before or after it could be told.
        """
        published = self.published_at
        return published.date() if published is not None and is_countable(published) else None


# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or an unknown one within a known region (`geonames_id` None then)."""

    name: str
    kind: LocationKind
    country_code: str | None
    """ISO 3166-1 alpha-2; None for regions over several countries."""
    latitude: float | None
    longitude: float | None
    """Degrees, WGS 84."""
    geonames_id: int | None = None
    population: int = 0
    admin1: str | None = None
    """Name of the first-level division it lies in."""
    parent: Place | None = None
    """The next larger place: city -> ADMIN2 or ADMIN1 -> COUNTRY -> None."""
    precision: LocationKind | None = None
    """The kind of the region whose point it takes, where no gazetteer has a point of its own for it."""
    own_id: str | None = None
    """Its id in the user's own gazetteer, where it comes from there."""
    fame: int = 0
    """In how many names of other scripts than ours it is known; 0 where nobody counted."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym in the text that means a place.  `place` is None where it is a place, but nobody knows which."""

    excerpt: Excerpt
    place: Place | None
    score: float
    """0 to 1: how sure the resolution is."""
    reason: str
    """The resolution in words: `most populous of 12; Ukraine named in the text`."""
    metonym: bool = False
    """True where the name stands for a government or team (`Kyiv said`)."""


# ---------------------------------------------------------------- actors


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place in the text that names an actor."""

    excerpt: Excerpt
    form: MentionForm


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office that the text gives a person: `head of Ukraine's presidential office`."""

    title: str
    """As written, without the name."""
    excerpt: Excerpt
    organization: str | None = None
    """The body or country that the office belongs to, as far as the words tell."""
    organization_actor: int | None = None
    """Index of that body in `Analysis.actors`, where it is an actor of the article."""


@dataclass(frozen=True, slots=True)
class ActorEntity:
    """One actor of one article, however it is named there."""

    name: str
    """The fullest name in the article, else a descriptive one (`Russian forces`)."""
    kind: ActorKind
    sector: ActorSector
    country_code: str | None
    mentions: tuple[ActorMention, ...]
    """In the order of the text; at least one."""
    offices: tuple[OfficeMention, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names in the article, the own `name` left out."""
    resolved: bool = True
    """False for a bare surname or role whose bearer the article never names in full."""
    country_basis: Basis | None = None
    """Where `country_code` was taken from; None where there is none."""
    external_ids: tuple[str, ...] = ()
    """Its ids elsewhere, with the register before each: `wikidata:Q42`."""
    own_id: str | None = None
    """Its id in one's own list of actors."""


# ---------------------------------------------------------------- quotes


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """Who speaks: the words at the quote, and whom they mean."""

    excerpts: tuple[Excerpt, ...]
    """The words that name the speaker at this quote (`he`); the last naming where a quote continues without any."""
    name: str
    """Whom they mean (`Andrii Yermak`), else the words themselves."""
    actor: int | None
    """Index in `Analysis.actors`."""


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """One quotation, direct, mixed or indirect."""

    excerpts: tuple[Excerpt, ...]
    """The words said, in order; several where a cue cuts them or they run over paragraphs.  Outer marks left out."""
    kind: QuoteKind
    speaker: SpeakerMention | None
    cue: Excerpt | None
    """The word that introduces it: `said`, `according to`, None where there is none."""
    medium: str | None
    """Where it was said: `Telegram`, `a statement`, `reporters`."""
    confidence: float = 1.0
    speaker_basis: Basis = Basis.STATED
    """Where the speaker was taken from; means nothing where `speaker` is None."""

    @property
    def text(self) -> str:
        """The words said, the parts joined by spaces."""
        return " ".join(part.text for part in self.excerpts)


# ---------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class WhenMention:
    """A date as written and as understood.  Both bounds are included; both None where UNKNOWN."""

    excerpt: Excerpt | None
    earliest: date | None
    latest: date | None
    precision: DatePrecision
    basis: Basis = Basis.STATED
    """Where it was taken from; means nothing where UNKNOWN."""


@dataclass(frozen=True, slots=True)
class CountMention:
    """A number of people as written and as understood.  `high` is None where the text sets no upper bound."""

    excerpt: Excerpt
    low: int
    best: int
    high: int | None
    basis: Basis = Basis.STATED
    """Where it was taken from."""


@dataclass(frozen=True, slots=True)
class VictimsMention:
    """People of one kind who were killed or injured.  `count` is None where the text gives no number of them."""

    harm: Harm
    kind: VictimKind
    excerpt: Excerpt
    count: CountMention | None
    basis: Basis = Basis.STATED
    """Where all of it was taken from, the number too."""


@dataclass(frozen=True, slots=True)
class ParticipantMention:
    """Who has a part in an event.  `excerpt` are the words that tell, or that it was inferred from."""

    role: ParticipantRole
    excerpt: Excerpt
    name: str
    actor: int | None
    """Index in `Analysis.actors`."""
    inferred: bool = False
    """Whether it was taken from elsewhere than the event's own sentence: `basis` is not STATED."""
    basis: Basis = Basis.STATED
    """Where it was taken from; INFERRED for one that is only called inferred."""

    @property
    def is_named(self) -> bool:
        """Whether `excerpt` names it, here or in another sentence."""
        return self.basis is not Basis.INFERRED

    def __post_init__(self) -> None:
        """Makes `inferred` and `basis` agree, whichever was given."""
        if self.inferred and self.basis is Basis.STATED:
            object.__setattr__(self, "basis", Basis.INFERRED)
        object.__setattr__(self, "inferred", self.basis is not Basis.STATED)


@dataclass(frozen=True, slots=True)
class EventMention:
    """One happening of one article, told in one or several places of it."""

    trigger: Excerpt
    """The word that tells it best."""
    triggers: tuple[Excerpt, ...]
    """All words that were joined into it, `trigger` among them, in the order of the text."""
    type: EventType
    mode: str | None
    status: EventStatus
    when: WhenMention
    location: int | None
    """Index in `Analysis.places`."""
    participants: tuple[ParticipantMention, ...]
    killed: CountMention | None
    injured: CountMention | None
    said_by: int | None
    """Index in `Analysis.actors` of the source that the text names."""
    evidence: Excerpt
    """The clause or sentence that tells it best; contains `trigger`."""
    confidence: float
    acled: str | None = None
    """ACLED sub-event type, lower case, where the words tell."""
    victims: tuple[VictimsMention, ...] = ()
    """Of what kinds the killed and the injured were, each kind once for each harm; parts of `killed` and `injured`."""
    location_basis: Basis = Basis.STATED
    """Where the place was taken from; means nothing where `location` is None."""
    said_by_basis: Basis = Basis.STATED
    """Where the source was taken from; means nothing where `said_by` is None."""
    basis: Basis = Basis.STATED
    """MODEL where only a model has told that there is such an event, STATED otherwise."""
    other: EventMention | None = None
    """What the other of two readers tells of the same event; None where one alone has told it."""

    @property
    def bases(self) -> set[Basis]:
        """Where all that is told of it was taken from, and that there is such an event."""
        found = {self.basis, *(one.basis for one in self.participants), *(one.basis for one in self.victims)}
        found |= {count.basis for count in (self.killed, self.injured) if count is not None}
        found |= {self.when.basis} if self.when.earliest is not None else set()
        found |= {self.location_basis} if self.location is not None else set()
        return found | ({self.said_by_basis} if self.said_by is not None else set())


@dataclass(frozen=True, slots=True)
class ModelReading:
    """How a model was asked about one article, and how much of what it said was kept."""

    reader: str
    """`model` or `both`."""
    name: str
    """The model as its server calls it."""
    prompts: str
    """The version of what it was asked."""
    questions: int
    cached: int
    """Questions that an earlier run had asked."""
    input_tokens: int
    output_tokens: int
    """Of what was asked now, as the server counts them, else estimated."""
    kept: int
    dropped: int
    """Quotations that are in the article and say what they are given for, and others."""

    @property
    def model(self) -> str:
        """The model with the version of what it was asked, which stands at whatever it told: `qwen3:8b 1a2b3c4d`."""
        return f"{self.name} {self.prompts}"


@dataclass(frozen=True, slots=True)
class StageFault:
    """What a stage of extraction could not do with an article; all other stages did their part."""

    stage: str
    """`places`, `actors`, `quotes`, `events`, or the part of one: `actors: persons`."""
    error: str
    """The kind of the error: `OverflowError`."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was read out of one article.  Indexes in the mentions point into these tuples."""

    source: SourceText
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorEntity, ...]
    quotes: tuple[QuoteMention, ...]
    events: tuple[EventMention, ...]
    model: str
    """Which language model read it: `en_core_web_md 3.8.0`."""
    version: str
    """The version of the extractor."""
    faults: tuple[StageFault, ...] = ()
    """Stages that failed, each once; what they would have read is missing."""
    second: ModelReading | None = None
    """How a model has read it too; None where only the rules have."""
