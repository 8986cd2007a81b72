"""From triggers to happenings: words that tell the same one are joined, within a sentence and over the article.

Words that name a happening come first, then words of harm (`killed`), which go to what did it, then echoes, which only
ever add a mention to a happening.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.likeness import (
    HARMFUL,
    Happening,
    dates_differ,
    disagree,
    done_by_others,
    is_another,
    is_of_kind,
    is_of_long_time,
    is_singular,
    likeness,
    may_be_one,
)
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.nouns import points_back
from dateline.extraction.events.triggers.rules import event_rules
from schema.vocabulary import EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 0.79
ENOUGH_FOR_HARM = 0.05
"""Somebody must have done the harm: the nearest happening of the article that fits."""
ANEW = (["in", "a", "separate"], ["in", "another", "incident"], ["in", "another", "attack"], ["in", "another", "case"])
"""How a sentence starts that tells another happening."""
NEAR = 3
REACH = 25
"""Sentences over which words are joined that do not point back."""


def join(setting: Setting, tellings: list[Told]) -> list[Happening]:
    """All happenings, in the order in which they are first told."""
    happenings: list[Happening] = []
    strong = [told for told in tellings if not told.trigger.echo]
    _place_all(happenings, (told for told in strong if not told.is_harm), setting)
    _place_all(happenings, (told for told in strong if told.is_harm), setting)
    happenings = _with_same_toll(happenings)
    _name_causes(happenings, tellings)
    standing = [happening for happening in happenings if _stands(setting, happening)]
    for told in tellings:
        if told.trigger.echo:
            _echo(setting, standing, told)
    for happening in standing:
        happening.parts.sort(key=lambda told: told.trigger.token.i)
    return sorted(standing, key=lambda happening: happening.parts[0].trigger.token.i)


def _place_all(happenings: list[Happening], tellings: Iterable[Told], setting: Setting) -> None:
    for told in tellings:
        near = None if _names_known_one(happenings, told) else _in_same_sentence(happenings, told)
        target = near or _told_elsewhere(setting, happenings, told)
        if target is not None:
            target.parts.append(told)
        else:
            happenings.append(Happening([told]))


def _names_known_one(happenings: list[Happening], told: Told) -> bool:
    """`a landslide set off by the quake`: the quake is the one told before, whatever stands beside it."""
    mode = told.trigger.rule.mode
    if told.is_harm or mode is None or told.trigger.type not in HARMFUL or not points_back(told.trigger.token):
        return False
    return any(mode in happening.modes() for happening in happenings)


def _with_same_toll(happenings: list[Happening]) -> list[Happening]:
    """Joins what is dated alike and killed as many: the headline and the report under it."""
    kept: list[Happening] = []
    for happening in happenings:
        first = next((other for other in kept if _has_same_toll(other, happening)), None)
        if first is None:
            kept.append(happening)
        else:
            first.parts.extend(happening.parts)
    return kept


def _has_same_toll(first: Happening, second: Happening) -> bool:
    tolls = [
        {part.killed.best for part in each.parts if part.killed and part.killed.best > 1} for each in (first, second)
    ]
    if not tolls[0] & tolls[1] or first.type not in HARMFUL or second.type not in HARMFUL:
        return False
    return not any(dates_differ(first, part) for part in second.parts)


def _name_causes(happenings: list[Happening], tellings: list[Told]) -> None:
    """Harm without a cause of its own, in an article without attacks, is of the kind that the article tells."""
    plain = [happening.type for happening in happenings if not happening.is_harm_only and happening.type in HARMFUL]
    plain = plain or [told.trigger.type for told in tellings if told.trigger.rule.mode == "outbreak"]
    known = plain[0] if plain and EventType.ASSAULT not in plain else None
    for happening in (each for each in happenings if each.is_harm_only and not any(map(_has_doer, each.parts))):
        happening.cause = _cause_beside(happening, tellings) or known


def _cause_beside(happening: Happening, tellings: list[Told]) -> EventType | None:
    """`after Cyclone Ditwah killed 153 people`: the disaster named in the same sentence."""
    sentences = {part.sentence for part in happening.parts}
    beside = [told.trigger.type for told in tellings if told.sentence in sentences and not told.is_harm]
    return EventType.DISASTER if EventType.DISASTER in beside and EventType.ASSAULT not in beside else None


def _stands(setting: Setting, happening: Happening) -> bool:
    """`died` alone is no event: people die in their beds."""
    if not happening.is_harm_only:
        return True
    if {part.trigger.rule.harm for part in happening.parts} == {"died"}:
        return False
    if all(is_of_long_time(setting, part) for part in happening.parts):
        return False  # the sum of many happenings
    if any(part.killed or part.injured for part in happening.parts):
        return True
    doer = any(p.role is ParticipantRole.ACTOR for part in happening.parts for p in part.participants)
    told = happening.parts[0]
    return doer or (told.location is not None and told.trigger.token.pos_ == "VERB")


# ---------------------------------------------------------------- one sentence


def _in_same_sentence(happenings: list[Happening], told: Told) -> Happening | None:
    for happening in _likely_first(happenings, told):
        if not may_be_one(happening, told) or dates_differ(happening, told) or _is_somebodys(happening, told):
            continue
        here = [part for part in happening.known if part.sentence == told.sentence]
        if any(_hang_together(part.trigger.token, told) for part in here):
            return happening
    return None


def _likely_first(happenings: list[Happening], told: Told) -> list[Happening]:
    """The latest first; harm is done by attacks and accidents before protests."""
    latest = list(reversed(happenings))
    return sorted(latest, key=lambda each: each.type is EventType.PROTEST) if told.is_harm else latest


def _hang_together(first: Token, told: Told) -> bool:
    """Whether two words of a sentence belong together: one below the other, or both below one verb."""
    second = told.trigger.token
    if told.is_harm or first.lemma_ == second.lemma_:
        return True
    near = (second, *list(second.ancestors)[:3])
    return first in near or second in (first, *list(first.ancestors)[:3]) or first.head == second.head


# ---------------------------------------------------------------- the whole article


def _told_elsewhere(setting: Setting, happenings: list[Happening], told: Told) -> Happening | None:
    """The happening that a word tells again, the likest and nearest one; None where it tells a new one."""
    if is_another(told.trigger.token) or (told.is_harm and is_of_long_time(setting, told)):
        return None
    enough = ENOUGH_FOR_HARM if told.is_harm else ENOUGH
    best: tuple[float, Happening] | None = None
    for happening in happenings:
        score = _score(setting, happening, told)
        if score is not None and score >= enough and (best is None or score > best[0]):
            best = (score, happening)
    return best[1] if best is not None else None


def _score(setting: Setting, happening: Happening, told: Told) -> float | None:
    """How likely a word tells a happening again; None where it cannot."""
    if not may_be_one(happening, told) or _starts_anew(happening, told) or _is_somebodys(happening, told):
        return None
    distance = min(abs(told.sentence - part.sentence) for part in happening.known)
    if distance > REACH and not points_back(told.trigger.token) and not is_singular(happening, told):
        return None
    if told.is_harm and happening.type is EventType.PROTEST and distance > NEAR:
        return None
    if disagree(setting, happening, told) or (told.is_harm and done_by_others(happening, told)):
        return None
    score = likeness(setting, happening, told) + 0.4 / (1 + distance)
    if told.is_harm:
        score -= 0.5 if happening.type is EventType.PROTEST else 0.0
        score += 0.1 * min(len(happening.parts), 4)
        killed = {part.killed.best for part in happening.known if part.killed}
        score += 0.5 if told.killed is not None and told.killed.best in killed else 0.0
    return score


def _is_somebodys(happening: Happening, told: Told) -> bool:
    """`police killed two men`: no flood did, however near the text tells of one."""
    return told.is_harm and happening.type is EventType.DISASTER and _has_doer(told)


def _has_doer(told: Told) -> bool:
    """Whether it is told who did it: somebody known, where `Cyclone Ditwah` is nobody."""
    doers = [one for one in told.participants if one.role is ParticipantRole.ACTOR and one.actor is not None]
    return any(not any(map(_is_disaster, one.name.lower().split())) for one in doers)


def _is_disaster(word: str) -> bool:
    rule = event_rules().nouns.get(word)
    return rule is not None and rule.type is EventType.DISASTER


def _is_of_other_mode(happening: Happening, told: Told) -> bool:
    """`the release` is no word for a withdrawal, `the outbreak` none for a flood; `the attack` is one for a bombing."""
    if happening.type not in (EventType.RETREAT, EventType.DISASTER):
        return False
    mode, own = told.trigger.rule.mode, happening.modes() - {None}
    return mode is not None and bool(own) and mode not in own


def _starts_anew(happening: Happening, told: Told) -> bool:
    """`In a separate case`, `Separately,`: nothing of the sentence was told before."""
    first = [word.lower_ for word in told.trigger.token.sent[:3]]
    anew = first[:1] in (["separately"], ["elsewhere"]) or first in ANEW
    return anew and not any(part.sentence == told.sentence for part in happening.known)


def _echo(setting: Setting, happenings: list[Happening], told: Told) -> None:
    """Adds an echo to the happening it most likely points back to, if there is one."""
    best: tuple[float, Happening] | None = None
    for happening in happenings:
        if not may_be_one(happening, told) or not is_of_kind(happening, told) or disagree(setting, happening, told):
            continue
        if _is_of_other_mode(happening, told) or _starts_anew(happening, told):
            continue
        distance = min(abs(told.sentence - part.sentence) for part in happening.known)
        score = likeness(setting, happening, told) + 0.4 / (1 + distance) + 0.1 * min(len(happening.parts), 6)
        if best is None or score > best[0]:
            best = (score, happening)
    if best is not None:
        best[1].parts.append(told)
