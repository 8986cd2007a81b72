"""The ACLED sub-event type of a happening: what its words say, told closer by who fights whom and with what.

ACLED tells events apart by their sides: soldiers who fight rebels clash, soldiers who shoot at a farmer attack, and a
town that an army takes is regained, one that rebels take is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.words import context_words
from schema.mentions import ParticipantMention
from schema.vocabulary import ActorKind, ActorSector, EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

CLASH, ATTACK, MOB, RIOT = "armed clash", "attack", "mob violence", "violent demonstration"
PROTEST, INTERVENTION, EXCESS = "peaceful protest", "protest with intervention", "excessive force against protesters"
REGAINED, OVERTAKEN = "government regains territory", "non-state actor overtakes territory"
HANDED_OVER, ARRESTS, DESTRUCTION = "non-violent transfer of territory", "arrests", "looting/property destruction"
PLAIN = frozenset({None, ATTACK, CLASH})
"""What says no more than that there was violence."""
RANKED = (
    "chemical weapon", "suicide bomb", "air/drone strike", "grenade", "remote explosive/landmine/IED",
    "shelling/artillery/missile attack", "sexual violence", "abduction/forced disappearance", MOB, REGAINED, EXCESS,
    INTERVENTION, RIOT, DESTRUCTION,
)  # fmt: skip
"""The more telling first."""
ARMED = frozenset({ActorSector.MIL, ActorSector.REB, ActorSector.COP, ActorSector.CRM, ActorSector.SPY})
STATE = frozenset({ActorSector.MIL, ActorSector.COP, ActorSector.GOV, ActorSector.SPY})
CROWD = frozenset("protester demonstrator marcher rioter striker picketer".split())


def sub_event(
    setting: Setting, happening: Happening, rich: list[Told], participants: tuple[ParticipantMention, ...]
) -> str | None:
    """The ACLED name in lower case; None where ACLED has nothing like it."""
    told = _told(happening, rich)
    sides = Sides(setting, rich, participants)
    if happening.type is EventType.ASSAULT:
        return _of_violence(told, sides)
    if happening.type is EventType.PROTEST:
        return _of_protest(told, sides)
    if happening.type is EventType.COERCE and told == ARRESTS and sides.around & {PROTEST, RIOT}:
        return INTERVENTION
    return told


def _told(happening: Happening, rich: list[Told]) -> str | None:
    """The most telling type among those that the words of the happening have."""
    found = [part.trigger.rule.acled for part in rich if part.trigger.type is happening.type]
    ranked = [name for name in RANKED if name in found]
    return ranked[0] if ranked else next((name for name in found if name is not None), None)


class Sides:
    """Who stands on which side, and what the telling sentences say of it."""

    def __init__(self, setting: Setting, rich: list[Told], participants: tuple[ParticipantMention, ...]) -> None:
        self._setting = setting
        self.doers = [part for part in participants if part.role is ParticipantRole.ACTOR]
        self.others = [part for part in participants if part.role is not ParticipantRole.ACTOR]
        sentences = {part.sentence: part.trigger.token.sent for part in rich}
        self.words = {token.lemma_.lower() for sentence in sentences.values() for token in sentence}
        self.around = {name for number in sentences for name in setting.told_by_sentence.get(number, ())}
        self.targets = {child.lemma_.lower() for part in rich for child in _objects(part.trigger.token)}

    def are_armed(self, parts: Iterable[ParticipantMention]) -> bool:
        """Whether any of these bears arms."""
        return any(self._sector(part) in ARMED for part in parts)

    def are_of_state(self, parts: Iterable[ParticipantMention]) -> bool:
        """Whether any of these is of a state."""
        return any(self._sector(part) in STATE or self._is_country(part) for part in parts)

    def are_crowd(self, parts: Iterable[ParticipantMention]) -> bool:
        """Whether any of these protests."""
        return any(self._nouns(part) & CROWD for part in parts)

    def are_mob(self, parts: Iterable[ParticipantMention]) -> bool:
        """Whether any of these is a crowd of civilians that takes the law in its own hands."""
        return any(self._nouns(part) & context_words().mobs for part in parts)

    def are_rebels(self, parts: Iterable[ParticipantMention]) -> bool:
        """Whether any of these fights a state: `Taliban fighters`."""
        rebels, names = context_words().rebels, actor_words()
        return any(self._nouns(part) & rebels or names.sector_of_name(part.name) is ActorSector.REB for part in parts)

    def _nouns(self, part: ParticipantMention) -> set[str]:
        return {token.lemma_.lower() for token in self._tokens(part)}

    def _tokens(self, part: ParticipantMention) -> Iterator[Token]:
        token = self._setting.token_at(part.excerpt.start)
        while token is not None and token.idx < part.excerpt.end:
            yield token
            token = token.nbor(1) if token.i + 1 < len(token.doc) else None

    def _sector(self, part: ParticipantMention) -> ActorSector | None:
        if part.actor is not None:
            sector = self._setting.notes.actors_known.sector_of(part.actor)
            if sector is not ActorSector.UNKNOWN:
                return sector
        words = actor_words()
        for token in reversed(list(self._tokens(part))):
            found = words.groups.get(token.lower_) or words.groups.get(token.lemma_.lower())
            found = found or (ActorSector.CRM if token.lemma_.lower() in context_words().armed else None)
            if found is not None:
                return found
        return None

    def _is_country(self, part: ParticipantMention) -> bool:
        if part.actor is None:
            return False
        return self._setting.notes.actors_known.kind_of(part.actor) is ActorKind.COUNTRY


def _objects(token: Token) -> Iterator[Token]:
    """What it is done to: the object, and what stands after `on` or `at`."""
    for child in token.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            yield child
        if child.dep_ in ("prep", "dobj") and (child.dep_ == "dobj" or child.lower_ in ("on", "at", "against")):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                elif inner.dep_ == "prep" and inner.lower_ in ("on", "at", "against"):
                    yield from (pobj for pobj in inner.children if pobj.dep_ == "pobj")


# ---------------------------------------------------------------- violence


def _of_violence(told: str | None, sides: Sides) -> str | None:
    if told == REGAINED:
        return _of_territory(sides)
    by_state = sides.are_of_state(sides.doers) or bool(sides.words & context_words().security)
    if sides.are_crowd(sides.others) and by_state:
        return EXCESS if told in (*PLAIN, EXCESS) or sides.words & {"ammunition", "kill"} else told
    if told in (*PLAIN, DESTRUCTION) and sides.are_crowd(sides.doers):
        return RIOT
    if told in (*PLAIN, DESTRUCTION, MOB) and sides.are_mob(sides.doers) and not sides.are_armed(sides.doers):
        return MOB
    if told not in PLAIN:
        return told
    weapon = _by_weapon(sides)
    if weapon is not None:
        return weapon
    armed = sides.are_armed(sides.doers) and (sides.are_armed(sides.others) or _is_post(sides))
    return CLASH if armed or told == CLASH else ATTACK


def _is_post(sides: Sides) -> bool:
    """Whether soldiers or police are where it struck: `a checkpoint`, `an army base`."""
    return bool(sides.targets & context_words().posts)


def _by_weapon(sides: Sides) -> str | None:
    """What the attack was done with, where the sentence names one weapon."""
    found = {name for word, name in context_words().weapons_told.items() if word in sides.words}
    return next((name for name in RANKED if name in found), None)


def _of_territory(sides: Sides) -> str:
    if sides.words & context_words().peacefully:
        return HANDED_OVER
    return REGAINED if sides.are_of_state(sides.doers) and not sides.are_rebels(sides.doers) else OVERTAKEN


# ---------------------------------------------------------------- protest


def _of_protest(told: str | None, sides: Sides) -> str | None:
    if EXCESS in sides.around or (sides.around & {ATTACK} and sides.words & context_words().security):
        return EXCESS
    if told == RIOT or sides.around & {RIOT, MOB}:
        return RIOT
    return INTERVENTION if sides.around & {INTERVENTION, ARRESTS} else told
