"""What belongs to a trigger: who, to whom, where, when, how many, said by whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extraction.events.arguments.counts import TOLLS, read_counts
from dateline.extraction.events.arguments.participants import find_participants
from dateline.extraction.events.arguments.source import find_source
from dateline.extraction.events.arguments.victims import read_victims, read_victims_among
from dateline.extraction.events.arguments.when import UNKNOWN_WHEN, find_when
from dateline.extraction.events.arguments.where import find_place
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.finding import Trigger
from schema.mentions import CountMention, ParticipantMention, VictimsMention, WhenMention
from schema.vocabulary import Basis, EventStatus


@dataclass(slots=True)
class Told:
    """One trigger with all that belongs to it."""

    trigger: Trigger
    sentence: int
    when: WhenMention = UNKNOWN_WHEN
    location: int | None = None
    """Index of a place of the article."""
    location_basis: Basis = Basis.STATED
    toll: int | None = None
    """How many were killed by what it tells, where a word of harm of its sentence tells so."""
    shares_day: bool = False
    """Whether its day is that of another deed of its sentence."""
    participants: list[ParticipantMention] = field(default_factory=list)
    killed: CountMention | None = None
    injured: CountMention | None = None
    victims: tuple[VictimsMention, ...] = ()
    said_by: int | None = None
    """Index of an actor of the article."""
    attached_place: bool = False
    """Whether the place hangs on the trigger itself, not only on the sentence."""

    @property
    def is_dated(self) -> bool:
        """Whether it tells a day of its own."""
        return (
            self.when.earliest is not None
            and not self.shares_day
            and self.when.basis in (Basis.STATED, Basis.PUBLICATION)
        )

    @property
    def is_placed(self) -> bool:
        """Whether it tells a place of its own."""
        return self.location is not None and self.location_basis is Basis.STATED

    @property
    def is_harm(self) -> bool:
        """Whether it tells who was harmed, and not by what."""
        return self.trigger.rule.harm is not None

    @property
    def is_aftermath(self) -> bool:
        """Whether it may be later than what did the harm: `the toll rose`, `died in hospital`."""
        lemma = self.trigger.token.lemma_.lower()
        return self.trigger.rule.harm == "died" or (self.is_harm and (lemma in TOLLS or lemma == "find"))


def read_arguments(setting: Setting, trigger: Trigger) -> Told:
    """All that belongs to one trigger."""
    token = trigger.token
    told = Told(trigger, setting.sentence_number(token))
    if trigger.echo:
        _read_own(setting, told)
        return told
    if trigger.status in (EventStatus.REPORTED, EventStatus.CLAIMED):
        told.killed, told.injured = read_counts(setting, token, trigger.rule)
        told.victims = read_victims(setting, token, trigger.rule) + read_victims_among(setting, token, trigger.rule)
    told.when = find_when(setting, token, trigger.status)
    kind = traits(trigger.rule.type)  # `will meet in Warsaw` says so, and would be there
    told.location, told.attached_place = find_place(setting, token, spoken=kind.spoken, struck=kind.striking)
    if trigger.rule.harm == "treated":
        told.location, told.attached_place = None, False  # `were driven to a clinic in York`
    if kind.national and not told.attached_place:
        told.location = None  # `a vote, observers in Maputo said`: where a country votes is told by the vote
    told.participants = list(find_participants(setting, trigger))
    told.said_by = find_source(setting, token, told.participants)
    return told


def _read_own(setting: Setting, told: Told) -> None:
    """An echo has no sentence of its own: only what hangs on the word itself belongs to it (`Tuesday's attack`)."""
    token = told.trigger.token
    told.victims = read_victims_among(setting, token, told.trigger.rule)
    when = find_when(setting, token, told.trigger.status)
    whole = token.head if token.dep_ == "attr" else token  # `It was the first attack this year`
    left, right = whole.left_edge.idx, whole.right_edge.idx
    if when.excerpt is not None and left <= when.excerpt.start <= right and token.pos_ == "NOUN":
        told.when = when
    location, attached = find_place(setting, token)
    told.location, told.attached_place = (location, attached) if attached else (None, False)
