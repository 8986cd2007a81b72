"""Triggers: the words that tell an event, and how certainly it happened.

A trigger that is only an echo (`the bombing suspect`, `the deaths`) tells no event of its own, but belongs to one that
is told elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.counts import cause_of_harm, harms_nobody, is_attempt
from dateline.extraction.events.clauses import patient_token, subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.company import Condition, is_finite_above
from dateline.extraction.events.triggers.nouns import (
    has_armed_actor,
    has_public_actor,
    is_figurative,
    is_gathering_to_protest,
    is_only_imagined,
    points_back,
    tells,
)
from dateline.extraction.events.triggers.rules import Rule, event_rules
from dateline.extraction.events.triggers.speech import deed_of_speech, has_no_plan_to, is_charged_with
from dateline.extraction.events.triggers.status import read_status
from dateline.extraction.events.triggers.words import context_words, is_person_noun
from schema.vocabulary import EventStatus, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE_AGREEMENT = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.CONCEDE, EventType.RETREAT}
)
FUTURE_THREAT = frozenset({EventType.COERCE, EventType.SANCTION, EventType.REJECT, EventType.ASSAULT})
"""In the future tense these are agreements, and threats, to do so (PLOVER's rule)."""
COMPLEMENT = frozenset(
    "xcomp ccomp pcomp acl dobj prep pobj conj advcl relcl amod compound poss attr nsubj nsubjpass".split()
)
WORDS_ONLY = frozenset(
    {EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE, EventType.SANCTION}
)
"""Types whose complement tells what was only spoken of."""
DONE_TO_THINGS = frozenset(
    {EventType.CONCEDE, EventType.SANCTION, EventType.AID, EventType.COOPERATE, EventType.SUPPORT, EventType.REJECT}
)
DEEDS = frozenset({EventType.AID, EventType.COOPERATE, EventType.SANCTION})
WORTH_TELLING_UNREAL = frozenset({EventType.THREATEN, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT})
CERTAINTY = {EventStatus.HYPOTHETICAL: 0.4, EventStatus.PLANNED: 0.7, EventStatus.CLAIMED: 0.6}
UNTOLD_ENTITIES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC"})
DENIABLE = frozenset({"report", "claim", "rumor", "rumour", "allegation"})
LONGEST_CHAIN = 5
HARM_ADJECTIVES = {"dead": "killed", "injured": "injured", "wounded": "injured"}


@dataclass(slots=True)
class Trigger:
    """One word that tells an event."""

    token: Token
    rule: Rule
    type: EventType
    status: EventStatus
    certain: float = 0.9
    echo: bool = False


def find_triggers(setting: Setting) -> list[Trigger]:
    """All triggers of an article, in order."""
    found = [trigger for token in setting.doc if (trigger := _trigger_at(setting, token)) is not None]
    return list(_without_mere_words(found))


def _trigger_at(setting: Setting, token: Token) -> Trigger | None:
    if token.pos_ in ("VERB", "AUX"):
        return _verb_at(setting, token)
    if token.pos_ == "ADJ" or token.lower_ in HARM_ADJECTIVES:
        return _harmed_at(token)
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_at(setting, token)
    return None


def _verb_at(setting: Setting, verb: Token) -> Trigger | None:
    said = deed_of_speech(setting, verb)
    if said is not None:
        return Trigger(verb, Rule(said), said, EventStatus.REPORTED, 0.7)
    condition = event_rules().condition_of(verb)
    if condition is None and is_gathering_to_protest(verb):
        condition = Condition(_protest_rule())
    if condition is None or verb.dep_ == "aux" or verb.ent_type_ in UNTOLD_ENTITIES:
        return None
    if has_no_plan_to(setting, verb):
        return Trigger(verb, Rule(EventType.REJECT), EventType.REJECT, EventStatus.REPORTED, 0.7)
    rule = _in_setting(setting, condition.rule)
    if rule.type is EventType.ACCIDENT and rule.harm is None and _carries_bombs(verb):
        rule = _bomb_rule()
    if rule.harm is not None and verb.tag_ == "VBN" and any(child.dep_ == "det" for child in verb.lefts):
        return _echo(verb, rule)  # `the wounded`
    if (rule.harm is not None and harms_nobody(verb)) or is_figurative(setting, verb, rule):
        return None
    if verb.dep_ in ("amod", "compound") and not is_finite_above(verb):
        return _echo(verb, rule)
    if not _is_done_by_somebody(setting, verb, condition):
        return None
    return _with_status(setting, verb, rule) or _echo(verb, rule)


def _is_done_by_somebody(setting: Setting, verb: Token, condition: Condition) -> bool:
    """Whether what needs a doer has one; mere words count only from people of public life."""
    rule = condition.rule
    if rule.mode == "visit":
        return has_public_actor(setting, verb) and not (_is_reporting(verb) or _is_outing(verb))
    if rule.mode == "seize" and verb.lemma_ == "take":
        return has_armed_actor(setting, verb)
    if rule.mode == "withdraw" and rule.type is EventType.RETREAT:
        subject = subject_token(verb)
        return subject is None or subject.lemma_.lower() not in context_words().trades
    if rule.acled == "headquarters or base established":
        return has_armed_actor(setting, verb)
    if rule.type.value not in context_words().soft or rule.mode == "investigate":
        return True
    if rule.type is EventType.REQUEST and verb.lemma_ in context_words().telling and subject_token(verb) is None:
        return False  # `was told to get out`
    if rule.type is EventType.SUPPORT and context_words().has("installing", verb.lemma_):
        return True
    if rule.type in DONE_TO_THINGS and condition.nouns and _is_done_to_a_thing(verb):
        return True
    return has_public_actor(setting, verb, or_private=rule.type in DEEDS) or is_charged_with(verb)


def _is_reporting(verb: Token) -> bool:
    """`a reporter visiting the town`: that is how the article came about."""
    subject = subject_token(verb)
    return subject is not None and subject.lemma_.lower() in context_words().reporters


def _is_outing(verb: Token) -> bool:
    """`an escape room that the group was visiting`: of private people."""
    subject = subject_token(verb)
    return subject is not None and subject.lemma_.lower() in context_words().outings


def _is_done_to_a_thing(verb: Token) -> bool:
    """`the curfew was lifted`, `the bill was signed into law`: by whom goes without saying."""
    patient = patient_token(verb)
    return subject_token(verb) is None and patient is not None and not is_person_noun(patient)


def _noun_at(setting: Setting, noun: Token) -> Trigger | None:
    rule = event_rules().of_noun(noun) if noun.ent_type_ not in ("DATE", "TIME") else None
    if rule is None:
        return None
    rule = _in_setting(setting, rule)
    common = noun.pos_ == "NOUN" or noun.idx < setting.title_end or (noun.tag_ == "NNPS" and noun.is_sent_start)
    if common and not rule.echo and tells(setting, noun, rule):
        return _with_status(setting, noun, rule) or _echo(noun, rule)
    return _echo(noun, rule)


def _harmed_at(token: Token) -> Trigger | None:
    """`14 dead`, `the wounded`: with a number they tell as much as a verb does."""
    harm = HARM_ADJECTIVES.get(token.lower_)
    if harm is None:
        return None
    rule = _harm_rule(harm)
    counted = any(child.dep_ == "nummod" for child in token.lefts)
    if token.dep_ in ("amod", "acl"):  # `14 people dead`, `nine dead`
        counted = counted or token.head.pos_ == "NUM" or any(child.dep_ == "nummod" for child in token.head.lefts)
    if counted and read_status(token) is EventStatus.REPORTED:
        return Trigger(token, rule, rule.type, EventStatus.REPORTED, 0.8)
    return _echo(token, rule)


@cache
def _harm_rule(harm: str) -> Rule:
    return Rule(EventType.ASSAULT, harm=harm)


@cache
def _protest_rule() -> Rule:
    return Rule(EventType.PROTEST, "demo", "peaceful protest")


@cache
def _bomb_rule() -> Rule:
    return Rule(EventType.ASSAULT, "explosives", "remote explosive/landmine/IED")


def _in_setting(setting: Setting, rule: Rule) -> Rule:
    """An explosion in an article about bombs is an attack."""
    if rule.type is EventType.ACCIDENT and rule.mode == "explosion" and setting.has_bombs:
        return _bomb_rule()
    return rule


def _carries_bombs(verb: Token) -> bool:
    """`a van laden with grenades rammed the gate`: no accident."""
    moved = [noun for noun in (subject_token(verb), patient_token(verb)) if noun is not None]
    moved += [child for child in verb.children if child.dep_ == "dobj"]
    return any(word.lemma_.lower() in context_words().loads for noun in moved for word in noun.subtree)


def _echo(token: Token, rule: Rule) -> Trigger | None:
    """A word that may point back to a happening; None where it speaks of another one or of none."""
    words = context_words()
    if rule.type.value not in words.echoes:
        return None
    if any(child.lower_ in words.others for child in token.lefts):
        return None
    if is_only_imagined(token) or token.dep_ == "aux":
        return None
    if rule.acled == "armed clash" and token.dep_ in ("compound", "amod"):  # `combat troops`, `battle experience`
        return None
    if not points_back(token) and read_status(token) not in (EventStatus.REPORTED, EventStatus.CLAIMED):
        return None
    return Trigger(token, rule, rule.type, EventStatus.REPORTED, 0.5, echo=True)


# ---------------------------------------------------------------- status


def _with_status(setting: Setting, token: Token, rule: Rule) -> Trigger | None:
    status = EventStatus.REPORTED if rule.deadly and is_attempt(token) else read_status(token)
    if status is None or (status is EventStatus.DENIED and not _is_worth_denying(setting, token, rule)):
        return None
    kind = (cause_of_harm(token) if rule.harm is not None else None) or rule.type
    if kind is EventType.AGREE and _promises_harm(token):
        kind = EventType.THREATEN
    if status is EventStatus.PLANNED and token.pos_ == "VERB":
        kind = _announced(rule, token)
    if status in (EventStatus.HYPOTHETICAL, EventStatus.PLANNED) and rule.harm is not None:
        return None
    only_words = kind.value in context_words().soft or token.pos_ == "NOUN"
    if status is EventStatus.HYPOTHETICAL and only_words and kind not in WORTH_TELLING_UNREAL:
        return None
    certain = CERTAINTY.get(status, 0.9)
    return Trigger(token, rule, kind, status, certain if token.pos_ == "VERB" else certain - 0.1)


def _promises_harm(verb: Token) -> bool:
    """`vowed to attack`, `is prepared to impose martial law`: what is promised is a threat."""
    holders = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
    for promised in (child for holder in holders for child in holder.children if child.dep_ == "xcomp"):
        rule = event_rules().of_verb(promised)
        if context_words().has("harming", promised.lemma_):
            return True
        if rule is not None and rule.type in FUTURE_THREAT:
            return True
    return False


def _is_worth_denying(setting: Setting, token: Token, rule: Rule) -> bool:
    """Whether somebody says that a happening did not take place; that nothing happened is no event."""
    if rule.harm is not None or rule.type.value not in context_words().hard:
        return False
    if any(ancestor.lemma_ == "deny" or ancestor.lemma_ in DENIABLE for ancestor in token.ancestors):
        return True
    return rule.type is EventType.ASSAULT and setting.is_quoted(token.idx)


def _announced(rule: Rule, verb: Token) -> EventType:
    """The type of what somebody says will be done."""
    if rule.type in FUTURE_AGREEMENT and rule.mode != "resign":
        return EventType.AGREE
    if rule.type is EventType.SANCTION and context_words().has("closing", verb.lemma_) and not _is_done_by_state(verb):
        return rule.type  # `the carmaker will close its plant`
    threat = rule.type in FUTURE_THREAT or (rule.mode == "boycott" and verb.head.lemma_ != "plan")
    return EventType.THREATEN if threat and rule.harm is None else rule.type


def _is_done_by_state(verb: Token) -> bool:
    """Whether a country or people is the subject of a verb."""
    subject = subject_token(verb)
    return subject is not None and subject.ent_type_ in ("GPE", "NORP")


# ---------------------------------------------------------------- what is only spoken of


def _without_mere_words(triggers: list[Trigger]) -> Iterator[Trigger]:
    """Leaves out what another trigger only speaks of: in `agreed to release`, nothing is released yet."""
    speaking = {trigger.token.i for trigger in triggers if trigger.type in WORDS_ONLY and not trigger.echo}
    accusing = {trigger.token.i for trigger in triggers if trigger.type is EventType.ACCUSE and not trigger.echo}
    for trigger in triggers:
        words = speaking | accusing if trigger.type.value in context_words().soft else speaking
        if trigger.rule.harm is not None or not _is_spoken_of(trigger.token, words):
            yield trigger
        elif trigger.type.value in context_words().echoes and trigger.token.pos_ == "NOUN":
            yield replace(trigger, echo=True)


def _is_spoken_of(token: Token, speaking: set[int]) -> bool:
    at, steps = token, 0
    while at.head != at and steps < LONGEST_CHAIN and at.dep_ in COMPLEMENT:
        if at.dep_ in ("nsubj", "advcl") and at.pos_ != "VERB":
            return False
        if at.dep_ == "relcl" and _is_past(at):
            return False  # `seeks the extradition of a banker who was detained`
        if at.dep_ in ("advcl", "conj") and at.pos_ == at.head.pos_ == "VERB" and not _is_infinitive(at):
            return False
        at, steps = at.head, steps + 1
        if at.i in speaking:
            return True
    return False


def _is_past(verb: Token) -> bool:
    """`who fled`, `who was detained`, `who had fled`: what was so before anybody spoke of it."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" for child in auxiliaries):
        return False
    return verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries)


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in verb.lefts)
