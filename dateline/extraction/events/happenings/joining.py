"""From mentions to happenings: those that tell the same one are joined, within a sentence and over the article.

Words that name a happening come first, then words of harm (`killed`), which go to what did it, then sums of several
happenings and echoes, which only ever add a mention to a happening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.earlier import is_earlier
from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.comparing import (
    GENERAL_ATTACK,
    Pair,
    dates_differ,
    disagree,
    has_other_size,
    is_ruled_out,
    likeness,
    may_be_one,
    places_differ,
)
from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.happenings.mention import (
    brings_in_new,
    is_another,
    is_of_long_time,
    is_summary,
    is_update,
    named,
    people,
    starts_anew,
    told_from_before,
    weapons,
)
from dateline.extraction.events.happenings.nearby import MOST_COMPARED, Nearby
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.nouns import counts_what_was_told, points_back
from dateline.extraction.events.triggers.rules import event_rules
from schema.vocabulary import EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 0.8
ENOUGH_FOR_HARM = 0.4
"""Somebody must have done the harm: less has to speak for the happening beside it."""
ENOUGH_FOR_ONE = -0.2
"""Where the article tells of one happening only that kills, harm is of it unless much speaks against it."""
KILLING = frozenset({"killed", "died"})
NEAR = 3
FARTHEST = 9
"""Steps through the parse over which two words of a sentence belong together."""


def join(setting: Setting, tellings: list[Told]) -> list[Happening]:
    """All happenings, in the order in which they are first told."""
    found = Nearby()
    strong = [told for told in tellings if not told.trigger.echo]
    sums = _sums(tellings)
    _tell_tolls(strong)
    single = [told for told in strong if id(told) not in sums]
    _place_all(found, (told for told in single if not told.is_harm), setting)
    _place_all(found, (told for told in single if told.is_harm), setting)
    _place_sums(found, [told for told in strong if id(told) in sums], setting)
    happenings = _merged(found.all, _tolls, lambda one, other: _has_same_toll(setting, one, other))
    happenings = _merged(happenings, _killed_by_name, lambda one, other: _has_same_victim(setting, one, other))
    _name_causes(happenings, tellings)
    standing = Nearby(happening for happening in happenings if _stands(setting, happening))
    for told in tellings:
        if told.trigger.echo:
            _echo(setting, standing, told)
    for happening in standing.all:
        happening.parts.sort(key=lambda told: told.trigger.token.i)
    return sorted(standing.all, key=lambda happening: happening.parts[0].trigger.token.i)


def _place_all(found: Nearby, tellings: Iterable[Told], setting: Setting) -> None:
    for told in tellings:
        happenings = found.near(told.trigger.token.i)
        near = None if _names_known_one(happenings, told) else _in_same_sentence(setting, happenings, told)
        found.add(told, near or _told_elsewhere(setting, happenings, told))


def _names_known_one(happenings: list[Happening], told: Told) -> bool:
    """`a landslide set off by the quake`: the quake is the one told before, whatever stands beside it."""
    mode = told.trigger.rule.mode
    if told.is_harm or mode is None or not traits(told.trigger.type).harmful or not points_back(told.trigger.token):
        return False
    return any(mode in happening.modes() for happening in happenings)


# ---------------------------------------------------------------- sums


def _sums(tellings: list[Told]) -> set[int]:
    """The mentions that tell several happenings at once, with the harm that all of them did together."""
    found = {id(told) for told in tellings if is_summary(told.trigger.token) and traits(told.trigger.type).harmful}
    causes = _by_sentence(told for told in tellings if not told.is_harm)
    for told in tellings:
        if told.is_harm and not told.trigger.echo and id(told) not in found:
            beside = causes[told.sentence]
            nearest = _nearest(beside, told)
            if nearest is not None and id(nearest) in found:
                found.add(id(told))
    return found


def _by_sentence(tellings: Iterable[Told]) -> defaultdict[int, list[Told]]:
    found: defaultdict[int, list[Told]] = defaultdict(list)
    for told in tellings:
        found[told.sentence].append(told)
    return found


def _tell_tolls(strong: list[Told]) -> None:
    """`a truck bomb exploded, killing 15 people`: what struck has the toll of the harm that stands nearest to it.

    So has what the sentence before tells, of `At least 31 were killed`.
    """
    striking = _by_sentence(told for told in strong if not told.is_harm and traits(told.trigger.type).harmful)
    for told in strong:
        if not told.is_harm and told.killed is not None:
            told.toll = told.killed.best
        if not told.is_harm or told.killed is None:
            continue
        beside = striking[told.sentence]
        nearest = _nearest(beside, told)
        if nearest is not None:
            nearest.toll = told.killed.best
        elif not (told.is_placed or told.is_dated or is_another(told.trigger.token)):
            before = striking[told.sentence - 1]
            if len(before) == 1 and before[0].toll is None and not is_update(told.trigger.token):
                before[0].toll = told.killed.best


def _place_sums(found: Nearby, sums: list[Told], setting: Setting) -> None:
    """A sum of happenings that the article tells one by one adds nothing to any of them; else it is one itself."""
    single = Nearby(each for each in found.all if traits(each.type).harmful and not each.is_harm_only)
    for told in sums:
        alike = [each for each in single.near(told.trigger.token.i) if not disagree(setting, each, told)]
        if len(alike) < 2:
            _place_all(found, [told], setting)
        else:
            found.add(Told(replace(told.trigger, echo=True), told.sentence), alike[0])


# ---------------------------------------------------------------- the whole


def _merged(
    happenings: list[Happening],
    keys: Callable[[Happening], Collection[int]],
    are_one: Callable[[Happening, Happening], bool],
) -> list[Happening]:
    """Each joined with the first that it is one with: one of those that have a key in common with it."""
    kept: list[Happening] = []
    by_key: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for happening in happenings:
        own = keys(happening)
        alike = sorted({number for key in own for number in _first_and_last(by_key[key])})
        first = next((number for number in alike if are_one(kept[number], happening)), len(kept))
        if first == len(kept):
            kept.append(happening)
        else:
            kept[first].parts.extend(happening.parts)
        for key in own:
            by_key[key][first] = None
    return kept


def _first_and_last(numbers: dict[int, None]) -> Iterable[int]:
    return chain(islice(numbers, MOST_COMPARED // 2), islice(reversed(numbers), MOST_COMPARED // 2))


def _has_same_victim(setting: Setting, first: Happening, second: Happening) -> bool:
    """Nobody is killed twice: both name the same person as killed."""
    if not traits(first.type).harmful or not traits(second.type).harmful:
        return False
    own, other = _killed_by_name(first), _killed_by_name(second)
    return bool(own & other) and not any(
        dates_differ(first, part) for part in second.parts if not is_of_long_time(setting, part)
    )


def _killed_by_name(happening: Happening) -> frozenset[int]:
    deadly = (part for part in happening.parts if part.trigger.rule.deadly or part.trigger.rule.harm in KILLING)
    return frozenset(actor for part in deadly for actor in named(part, (ParticipantRole.VICTIM,)))


def _tolls(happening: Happening) -> set[int]:
    return {part.killed.best for part in happening.parts if part.killed and part.killed.best > 1}


def _has_same_toll(setting: Setting, first: Happening, second: Happening) -> bool:
    """Whether both are dated alike and killed as many: the headline and the report under it."""
    if not _tolls(first) & _tolls(second) or not traits(first.type).harmful or not traits(second.type).harmful:
        return False
    kinds = [_weapons(setting, each) for each in (first, second)]
    if all(kinds) and not kinds[0] & kinds[1]:
        return False
    return not any(dates_differ(first, part) or places_differ(setting, first, part) for part in second.parts)


def _weapons(setting: Setting, happening: Happening) -> frozenset[str]:
    tokens = (part.trigger.token for part in happening.parts)
    return frozenset().union(*(setting.remember(weapons, token.i, token) for token in tokens))


def _name_causes(happenings: list[Happening], tellings: list[Told]) -> None:
    """Harm without a cause of its own, in an article without attacks, is of the kind that the article tells."""
    plain = [each.type for each in happenings if not each.is_harm_only and traits(each.type).harmful]
    plain = plain or [told.trigger.type for told in tellings if told.trigger.rule.mode == "outbreak"]
    known = plain[0] if plain and EventType.ASSAULT not in plain else None
    causes = _by_sentence(told for told in tellings if not told.is_harm)
    for happening in (each for each in happenings if each.is_harm_only and not any(map(_has_doer, each.parts))):
        happening.cause = _cause_beside(happening, causes) or known


def _cause_beside(happening: Happening, causes: Mapping[int, list[Told]]) -> EventType | None:
    """`after Cyclone Ditwah killed 153 people`: the disaster named in the same sentence."""
    sentences = {part.sentence for part in happening.parts}
    beside = {told.trigger.type for sentence in sentences for told in causes.get(sentence, ())}
    return EventType.DISASTER if EventType.DISASTER in beside and EventType.ASSAULT not in beside else None


def _stands(setting: Setting, happening: Happening) -> bool:
    """`died` alone is no event: people die in their beds; nor is `was taken to hospital`."""
    if not happening.is_harm_only:
        return True
    if {part.trigger.rule.harm for part in happening.parts} <= {"died", "treated"}:
        return False
    if all(is_of_long_time(setting, part) and not _is_of_one(part) for part in happening.parts):
        return False  # the sum of many happenings
    if any(part.killed or part.injured for part in happening.parts):
        return True
    doer = any(p.role is ParticipantRole.ACTOR for part in happening.parts for p in part.participants)
    told = happening.parts[0]
    return doer or (told.is_placed and told.trigger.token.pos_ == "VERB")


def _is_of_one(told: Told) -> bool:
    """`a general was killed in 2017`: no sum, however vague the day."""
    return told.killed is not None and told.killed.best == 1


# ---------------------------------------------------------------- one sentence


def _in_same_sentence(setting: Setting, happenings: list[Happening], told: Told) -> Happening | None:
    """The happening whose word stands nearest in the sentence; harm is done by attacks before it is by protests."""
    best: tuple[float, Happening] | None = None
    line = _line(told.trigger.token)
    for happening in reversed(happenings):
        here = [part for part in happening.known if part.sentence == told.sentence]
        if not here or not may_be_one(happening, told):
            continue
        if dates_differ(happening, told) or _is_somebodys(happening, told) or _provoked(happening, told):
            continue
        near = [_steps(line, part.trigger.token) for part in here if _hang_together(setting, part, told)]
        if near:
            cost = min(near) + 100 * (happening.type is EventType.PROTEST)
            best = min(best, (cost, happening), key=lambda one: one[0]) if best is not None else (cost, happening)
    return best[1] if best is not None else None


def _hang_together(setting: Setting, part: Told, told: Told) -> bool:
    """Whether two words of a sentence belong together: one below the other, or both below one verb."""
    first, second = part.trigger.token, told.trigger.token
    clause = setting.remember(told_from_before, second.i, second)
    if clause is not None and clause not in (first, *first.ancestors):
        return False
    if told.is_harm:
        return not (_has_own_place(setting, part, told) or _has_other_cause(part, told))
    if _is_cause_and_effect(first, second):
        return False
    near = (second, *list(second.ancestors)[:3])
    below = first in near or second in (first, *list(first.ancestors)[:3]) or first.head == second.head
    if traits(told.trigger.type).harmful:
        return below or first.lemma_ == second.lemma_ or _tell_how(first, second)
    # `agreed to`, `called the talks`: two deeds of a sentence are one only where they are one word's forms.
    return below and _share_people(part, told)


def _tell_how(first: Token, second: Token) -> bool:
    """`killed 30 people in a raid, burning houses`: what stands below one word of harm tells how it was done."""
    verb = _deed_above(first)
    if {first.dep_, second.dep_} != {"pobj", "advcl"} or verb != _deed_above(second) or verb.pos_ != "VERB":
        return False
    rule = event_rules().of_verb(verb)
    return rule is not None and rule.harm is not None


def _deed_above(word: Token) -> Token:
    """The word over a clause, or over `in` before a noun."""
    return word.head.head if word.dep_ == "pobj" and word.head.lower_ == "in" else word.head


def _is_cause_and_effect(first: Token, second: Token) -> bool:
    """`The blasts followed Monday's bombing`, `clashes after the bombing`: one is before the other."""
    if first.head == second.head and {first.dep_, second.dep_} == {"nsubj", "dobj"}:
        return True
    later, earlier = (first, second) if second.i > first.i else (second, first)
    after = earlier.dep_ == "pobj" and earlier.head.lower_ in ("after", "following", "since", "before")
    return later.pos_ == earlier.pos_ == "NOUN" and after


def _share_people(part: Told, told: Told) -> bool:
    roles = tuple(ParticipantRole)
    own, known = people(told, roles), people(part, roles)
    return not own or not known or bool(own & known)


def _has_other_cause(part: Told, told: Told) -> bool:
    """`a bombing in Homs, a day after a series of blasts killed 40 in Aleppo`: the dead are of the blasts."""
    subject = next((child for child in told.trigger.token.lefts if child.dep_ == "nsubj"), None)
    if subject is None or told.trigger.token.pos_ != "VERB":
        return False
    nouns = [subject, *(pobj for of in subject.rights if of.lower_ == "of" for pobj in of.children)]
    rules = [rule for noun in nouns if (rule := event_rules().of_noun(noun)) is not None]
    return any(traits(rule.type).harmful for rule in rules) and part.trigger.token not in nouns


def _has_own_place(setting: Setting, part: Told, told: Told) -> bool:
    """`a bomb in Kabul and shelling that killed two in Herat`."""
    return told.attached_place and part.attached_place and places_differ(setting, Happening([part]), told)


def _nearest(beside: Iterable[Told], told: Told) -> Told | None:
    """That of the mentions which stands nearest to another in the parse, of equally near ones the first."""
    line = _line(told.trigger.token)
    return min(beside, key=lambda other: _steps(line, other.trigger.token), default=None)


def _line(word: Token) -> dict[int, int]:
    """The words above a word and itself, with the steps to each."""
    return {above.i: steps for steps, above in enumerate((word, *word.ancestors))}


def _steps(line: Mapping[int, int], word: Token) -> int:
    """Steps through the parse to a word from the one whose line is given."""
    for steps, above in enumerate(chain((word,), word.ancestors)):
        if above.i in line:
            return steps + line[above.i]
    return FARTHEST


# ---------------------------------------------------------------- the whole article


def _told_elsewhere(setting: Setting, happenings: list[Happening], told: Told) -> Happening | None:
    """The happening that a word tells again, the likest and nearest one; None where it tells a new one."""
    enough = ENOUGH
    if told.is_harm:
        deadly = [each for each in happenings if traits(each.type).harmful and not each.is_harm_only]
        enough = ENOUGH_FOR_ONE if len(deadly) == 1 or _is_bare(told) else ENOUGH_FOR_HARM
    best: tuple[float, Happening] | None = None
    for happening in happenings:
        score = _score(setting, happening, told)
        if score is not None and score >= enough and (best is None or score > best[0]):
            best = (score, happening)
    return best[1] if best is not None else None


def _is_bare(told: Told) -> bool:
    """`the death toll exceeded 100`: harm without a place, a day or people of its own."""
    return not (told.is_placed or told.is_dated) and told.trigger.token.pos_ != "VERB"


def _score(setting: Setting, happening: Happening, told: Told) -> float | None:
    """How likely a word tells a happening again; None where it cannot."""
    pair = Pair(setting, happening, told)
    if is_ruled_out(pair) or _is_somebodys(happening, told) or _provoked(happening, told):
        return None
    if told.is_harm and happening.type is EventType.PROTEST and pair.distance > NEAR:
        return None
    if told.is_harm and _done_by_others(happening, told):
        return None
    return likeness(pair) - (0.5 if told.is_harm and happening.type is EventType.PROTEST else 0.0)


def _done_by_others(happening: Happening, told: Told) -> bool:
    own = people(told, (ParticipantRole.ACTOR,))
    known = {name for part in happening.known for name in people(part, (ParticipantRole.ACTOR,))}
    return bool(own and known) and not own & known


def _is_somebodys(happening: Happening, told: Told) -> bool:
    """`police killed two men`: no flood did, however near the text tells of one."""
    return told.is_harm and happening.type is EventType.DISASTER and _has_doer(told)


def _provoked(happening: Happening, told: Told) -> bool:
    """`protests over the killing of a student`, `marched for a man killed by police`: nobody was killed at them."""
    if not told.is_harm or happening.type is not EventType.PROTEST:
        return False
    if told.trigger.token.pos_ == "VERB" and _done_by_others(happening, told):
        return True  # `thousands marched, and soldiers shot dead 15`
    token = told.trigger.token
    protests = [part.trigger.token for part in happening.known]
    if token.dep_ in ("acl", "relcl") and token.head not in protests and any(p in token.ancestors for p in protests):
        return True
    return any(map(is_earlier, (token, *islice(token.ancestors, 2))))


def _has_doer(told: Told) -> bool:
    """Whether it is told who did it: somebody known, where `Cyclone Ditwah` is nobody."""
    doers = [one for one in told.participants if one.role is ParticipantRole.ACTOR and one.actor is not None]
    return any(not any(map(_is_disaster, one.name.lower().split())) for one in doers)


def _is_disaster(word: str) -> bool:
    rule = event_rules().nouns.get(word)
    return rule is not None and rule.type is EventType.DISASTER


# ---------------------------------------------------------------- echoes


def _echo(setting: Setting, standing: Nearby, told: Told) -> None:
    """Adds an echo to the happening it most likely points back to, if there is one."""
    token = told.trigger.token
    indefinite = token.pos_ == "NOUN" and (brings_in_new(token) or is_summary(token))
    best: tuple[float, Happening] | None = None
    for happening in standing.near(told.trigger.token.i):
        pair = Pair(setting, happening, told)
        if not may_be_one(happening, told) or not _is_of_kind(happening, told) or disagree(setting, happening, told):
            continue
        if has_other_size(pair):
            continue
        if (
            _is_of_other_mode(happening, told)
            or (starts_anew(token) and pair.distance)
            or (indefinite and pair.distance > NEAR)
        ):
            continue
        if pair.own_weapons and pair.known_weapons and not pair.own_weapons & pair.known_weapons:
            continue
        summed = is_of_long_time(setting, told) and not counts_what_was_told(token)
        if summed and not any(is_of_long_time(setting, part) for part in pair.known):
            continue
        score = likeness(pair) + 0.1 * min(len(happening.parts), 6)
        if best is None or score > best[0]:
            best = (score, happening)
    if best is not None:
        standing.add(told, best[1])


def _is_of_kind(happening: Happening, told: Told) -> bool:
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


def _is_of_other_mode(happening: Happening, told: Told) -> bool:
    """`the release` is no word for a withdrawal, `the outbreak` none for a flood; `the attack` is one for a bombing."""
    if happening.type not in (EventType.RETREAT, EventType.DISASTER):
        return False
    mode, own = told.trigger.rule.mode, happening.modes() - {None}
    return mode is not None and bool(own) and mode not in own
