"""Whether two words may tell one happening, and how likely they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.reading import SPOKEN, Told
from dateline.extraction.events.arguments.when import is_over_time, is_since
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.nouns import points_back
from dateline.extraction.events.triggers.words import context_words
from dateline.extraction.places.resolution import distance_km
from schema.mentions import Place
from schema.vocabulary import DatePrecision, EventStatus, EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMFUL = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.ACCIDENT, EventType.CRIME})
"""Happenings that kill and injure."""
SINGULAR = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.ELECTION})
"""Types of which an article seldom tells two of one mode."""
BLURRED_MODES = frozenset({"explosion", "fire", "collapse", "murder"})
"""What first is told so may turn out to be an attack, or to come with a disaster."""
UNREAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
WEAPONS = frozenset({"explosives", "heavy-weapons", "aerial", "drone", "suicide-attack"})
NEAR_KM = 20.0
LARGE = frozenset({LocationKind.COUNTRY, LocationKind.ADMIN1, LocationKind.REGION})
BOMBINGS: frozenset[str | None] = frozenset({"explosives", "suicide-attack"})
GENERAL_ATTACK = "attack"
"""The ACLED type of words that say no more than that."""
MOST_COMPARED = 24
LONG_TIME = 45
"""Days: a number of dead over more than this is a sum of many happenings."""
LEAD_SENTENCES = 3


@dataclass(slots=True)
class Happening:
    """What is told in one or several places of the article."""

    parts: list[Told]
    cause: EventType | None = None
    """The type of what did the harm, where the happening itself tells only the harm."""

    @property
    def type(self) -> EventType:
        """The type that the words tell that are no mere harm or echo; an attack among them wins."""
        types = [told.trigger.type for told in self.known if not told.is_harm and not told.trigger.echo]
        if EventType.ASSAULT in types:
            return EventType.ASSAULT
        return types[0] if types else self.cause or self.parts[0].trigger.type

    @property
    def is_harm_only(self) -> bool:
        """Whether nothing but words of harm tell it."""
        return all(told.is_harm for told in self.known)

    @property
    def known(self) -> list[Told]:
        """The parts that new words are compared with: the first and the last, where there are very many."""
        return (
            self.parts
            if len(self.parts) <= MOST_COMPARED
            else self.parts[: MOST_COMPARED // 2] + self.parts[-MOST_COMPARED // 2 :]
        )

    def modes(self) -> set[str | None]:
        """The modes of its words."""
        return {told.trigger.rule.mode for told in self.known}


def likeness(setting: Setting, happening: Happening, told: Told) -> float:
    """How much speaks for one happening: 0.8 is enough for words that are alike, 1 and more is sure."""
    token, score = told.trigger.token, 0.0
    mode = told.trigger.rule.mode
    if any(part.trigger.token.lemma_ == token.lemma_ for part in happening.known):
        score += 0.4 if mode is None or _of_different_actors(happening, told) else 0.7
        score += 0.1 if _is_bare(told) else 0.0
    elif mode is not None and _alike(mode) & {other for own in happening.modes() for other in _alike(own)}:
        score += 0.6 if mode in WEAPONS else 0.2
    if is_singular(happening, told):
        score += 0.6
    elif mode is None and happening.type is told.trigger.type is EventType.CONSULT:
        score += 0.2
    if points_back(token):
        score += 0.7
    if told.location is not None and any(_is_same_place(setting, p.location, told.location) for p in happening.known):
        score += 0.6
    if _share_day(happening, told):
        score += 0.5
    if _share_actor(happening, told):
        score += 0.6
    if told.sentence <= LEAD_SENTENCES and any(_in_title(setting, part) for part in happening.known):
        score += 0.5
    return score


def is_singular(happening: Happening, told: Told) -> bool:
    """Whether both are of a type of which an article seldom tells two."""
    if happening.type not in SINGULAR or told.trigger.type is not happening.type:
        return False
    return happening.type is EventType.ELECTION or told.trigger.rule.mode in happening.modes()


def _alike(mode: str | None) -> frozenset[str | None]:
    """The modes that tell the same."""
    return BOMBINGS if mode in BOMBINGS else frozenset({mode} - {None})


def _is_bare(told: Told) -> bool:
    """Whether nothing beside the word tells which happening it means."""
    if told.participants or told.location is not None or told.when.excerpt is not None:
        return False
    return not any(child.dep_ in ("dobj", "nsubjpass") for child in told.trigger.token.children)


def _of_different_actors(happening: Happening, told: Told, role: ParticipantRole | None = None) -> bool:
    """Whether both name who took part (in a role), and nobody is in both."""
    own, given = _actors(happening.known, role), _actors([told], role)
    return bool(own and given) and not own & given


def _actors(parts: list[Told], role: ParticipantRole | None) -> set[int]:
    participants = (participant for told in parts for participant in told.participants)
    return {p.actor for p in participants if p.actor is not None and (role is None or p.role is role)}


def _in_title(setting: Setting, told: Told) -> bool:
    return told.trigger.token.idx < setting.title_end


def is_another(noun: Token) -> bool:
    """`another attack`, `similar attacks`: not one that was told before."""
    others = context_words().others
    size = (word for child in noun.rights if child.lower_ == "of" for pobj in child.children for word in pobj.lefts)
    return any(word.lower_ in others for word in (*noun.lefts, *size))


# ---------------------------------------------------------------- what speaks against it


def may_be_one(happening: Happening, told: Told) -> bool:
    """Whether two may be one happening by their types."""
    kind, own = told.trigger.type, happening.type
    if happening.is_harm_only:
        return told.is_harm or kind in HARMFUL
    if told.is_harm:
        return own in HARMFUL or own is EventType.PROTEST
    if own is kind:
        return kind not in SPOKEN or not _of_different_actors(happening, told, ParticipantRole.RECIPIENT)
    blurred = bool(BLURRED_MODES & (happening.modes() | {told.trigger.rule.mode}))
    return own in HARMFUL and kind in HARMFUL and blurred


def is_of_kind(happening: Happening, told: Told) -> bool:
    """Whether an echo is a word for just that: `combat` is none for a bombing, `the attack` and `deaths` are."""
    rule, token = told.trigger.rule, told.trigger.token
    if told.is_harm or rule.echo or rule.mode in happening.modes() - {None} or points_back(token):
        return True
    return any(_is_akin(part, told) for part in happening.known)


def _is_akin(part: Told, told: Told) -> bool:
    if part.trigger.token.lemma_ == told.trigger.token.lemma_:
        return True
    if part.trigger.type is not told.trigger.type:
        return False
    return told.trigger.rule.acled in (GENERAL_ATTACK, part.trigger.rule.acled)


def disagree(setting: Setting, happening: Happening, told: Told) -> bool:
    """Whether dates, places or certainty tell two happenings apart."""
    return dates_differ(happening, told) or places_differ(setting, happening, told) or _status_differs(happening, told)


def dates_differ(happening: Happening, told: Told) -> bool:
    """Whether both are dated, and no day is common."""
    if told.when.earliest is None or told.when.latest is None or told.is_aftermath:
        return False
    for part in happening.known:
        first, last = part.when.earliest, part.when.latest
        if first is None or last is None or part.is_aftermath:
            continue
        if last < told.when.earliest or told.when.latest < first:
            return True
    return False


def places_differ(setting: Setting, happening: Happening, told: Told) -> bool:
    """Whether both name places, and neither lies in the other."""
    if told.location is None:
        return False
    own = [part.location for part in happening.known if part.location is not None]
    return bool(own) and not any(_is_compatible(setting, first, told.location) for first in own)


def is_of_long_time(setting: Setting, told: Told) -> bool:
    """Whether it sums up many happenings: `400 people killed since June`."""
    when = told.when
    if is_since(setting, when) or is_over_time(when):
        return True
    if when.earliest is None or when.latest is None:
        return when.precision is DatePrecision.APPROXIMATE
    return (when.latest - when.earliest).days > LONG_TIME


def done_by_others(happening: Happening, told: Told) -> bool:
    """Whether both name who did it, and nobody is in both."""
    return _of_different_actors(happening, told, ParticipantRole.ACTOR)


def _status_differs(happening: Happening, told: Told) -> bool:
    own = {_certainty(part) for part in happening.known}
    return _certainty(told) not in own


def _certainty(told: Told) -> str:
    status = told.trigger.status
    return "unreal" if status in UNREAL else "denied" if status is EventStatus.DENIED else "real"


def _is_same_place(setting: Setting, first: int | None, second: int | None) -> bool:
    if first is None or second is None:
        return False
    one, other = setting.notes.places[first], setting.notes.places[second]
    if one.place is None or other.place is None:
        return one.excerpt.text == other.excerpt.text
    return one.place == other.place


def _is_compatible(setting: Setting, first: int, second: int) -> bool:
    if _is_same_place(setting, first, second):
        return True
    one, other = setting.notes.places[first].place, setting.notes.places[second].place
    if one is None or other is None:
        return False
    return _lies_in(one, other) or _lies_in(other, one) or _is_near(one, other)


def _is_near(one: Place, other: Place) -> bool:
    """Whether two places are parts of one town, or neighbours."""
    return not LARGE & {one.kind, other.kind} and distance_km(one, other) <= NEAR_KM


def _lies_in(inner: Place, outer: Place) -> bool:
    at: Place | None = inner
    while at is not None:
        if at == outer:
            return True
        at = at.parent
    return False


def _share_day(happening: Happening, told: Told) -> bool:
    if told.when.precision is not DatePrecision.DAY:
        return False
    dates = {part.when.earliest for part in happening.known if part.when.precision is DatePrecision.DAY}
    return told.when.earliest in dates


def _share_actor(happening: Happening, told: Told) -> bool:
    own = {(p.role, p.actor) for part in happening.known for p in part.participants if p.actor is not None}
    return any((p.role, p.actor) in own for p in told.participants)
