"""Who stands behind a noun that names a happening: `Russia's attack on`, `a raid by rebels`, `the arrest of`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents, obliques, patient_token, subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.finding import Trigger
from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import context_words, is_person_noun, is_plainly_people, is_ranked
from schema.vocabulary import ActorSector, EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[ParticipantRole, "Token", bool]
"""A role, the noun that has it, and whether it is only inferred from a word beside it (`Russian missiles`)."""

ACTOR, RECIPIENT, VICTIM = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT, ParticipantRole.VICTIM
NOUN_TOWARDS = frozenset({"against", "with", "on", "between", "of", "among", "at", "from", "to", "into"})
INVADING = frozenset({"intervention", "incursion", "invasion", "meddling", "interference"})
BLAMING = frozenset({"blame", "attribute", "pin", "ascribe", "credit"})
GIVEN_TO = frozenset({"to", "with", "against"})
OWNING_UP = frozenset({"responsibility", "credit"})
PRESENT = frozenset("say tell announce speak attend participate add agree warn".split())
"""Who does so at a meeting is one of those who meet."""
DOERLESS = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.ELECTION})
ARMED = frozenset({ActorSector.MIL, ActorSector.REB, ActorSector.COP, ActorSector.CRM})
DONE_TO = frozenset("arrest charge convict sentence trial deport abduct release beat torture".split())
"""Modes whose owner is the one it is done to: `his arrest`."""
DONE_BY = frozenset({"resign"})
"""Modes of nouns whose `of` tells who does it: `the resignation of the president`."""
RANKED_BY_PLACE = frozenset({EventType.LEGAL, EventType.CRIME, EventType.PROTEST})
WORST = frozenset({"worst", "deadliest", "bloodiest"})
GIVING = frozenset({EventType.AID, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE, EventType.SANCTION})
ADDRESSED = GIVING | {EventType.THREATEN, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.CONCEDE}
OWNING = frozenset({"belong", "operate", "own"})
PATIENTS_OF = frozenset({EventType.ASSAULT, EventType.CRIME})


def doers_of_noun(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    """Who does, and who suffers, what a noun names."""
    noun = trigger.token
    if trigger.type is EventType.ELECTION:
        yield from _who_holds(noun)
    if trigger.type is EventType.DISASTER:
        yield from _befallen(noun)
    if noun.pos_ == "ADJ" and noun.dep_ in ("amod", "acl") and is_person_noun(noun.head) and not bears_arms(noun.head):
        yield VICTIM, noun.head, False  # `leaving 13 people dead`; `left 35 rebels dead` may be told of either side
    if trigger.type in DOERLESS or noun.pos_ == "ADJ":
        return
    yield from behind(setting, trigger, noun)
    yield from _compound_doer(setting, trigger)
    for child in noun.children:
        is_into = child.lower_ == "in" and noun.lemma_.lower() in INVADING
        if child.dep_ == "prep" and (child.lower_ in NOUN_TOWARDS or is_into):
            yield from beside_noun(setting, trigger, child)
        for word in _past_the_place(child):
            yield from beside_noun(setting, trigger, word)
    yield from _around_governor(setting, trigger)


def _past_the_place(preposition: Token) -> Iterator[Token]:
    """`the execution in Ghazni of two men`: the `of` that the parser hangs on the place."""
    for place in preposition.children if preposition.lower_ in ("in", "at", "near") else ():
        of = (word for word in place.rights if word.lower_ == "of" and place.pos_ == "PROPN")
        yield from (word for word in of if any(is_plainly_people(noun) for noun in word.children))


def bears_arms(word: Token) -> bool:
    """`army`, `rebel` or `police`."""
    words = actor_words()
    return word.lower_ in words.forces or words.groups.get(word.lower_) in ARMED


def _befallen(disaster: Token) -> Iterator[Found]:
    """`ten climbers were buried by an avalanche`, `the flood swept a farmer away`."""
    if disaster.dep_ == "pobj" and disaster.head.dep_ == "agent":
        verb = disaster.head.head
        hit = [noun for noun in (patient_token(verb),) if noun is not None]
    else:
        verb = disaster.head
        hit = list(dependents(verb, "obj")) if disaster.dep_ == "nsubj" else []
    if verb.lemma_ in argument_words("doing", "befalling"):
        yield from ((VICTIM, noun, False) for noun in hit if is_plainly_people(noun))


def users_of(noun: Token, kind: EventType) -> Iterator[Found]:
    """Who has or steers what strikes: `warplanes belonging to the army`, `a car driven by a 22-year-old`.

    Of an accident only who steers: no plane falls by the deed of the airline that operates it.
    """
    accidental = OWNING if kind is EventType.ACCIDENT else frozenset()
    for clause in dependents(noun, "acl"):
        if clause.lemma_ in argument_words("doing", "using") - accidental:
            owners = obliques(clause, "to") if clause.lemma_ == "belong" else obliques(clause, "by")
            yield from ((ACTOR, owner, False) for owner in owners)


def _who_holds(election: Token) -> Iterator[Found]:
    """`the government will hold a referendum`, `the party won the election`, `beat the mayor in the runoff`."""
    verb = election.head.head if election.dep_ == "pobj" and election.head.lower_ == "in" else election.head
    if verb.pos_ == "VERB" and verb.lemma_ in argument_words("doing", "winning") | {"lose"}:
        yield from _who_wins(verb)
        return
    if election.dep_ == "dobj" and verb.lemma_ in argument_words("doing", "holding"):
        subject = subject_token(verb)
        if subject is not None and not is_event_noun(subject):
            yield ACTOR, subject, False


def _who_wins(verb: Token) -> Iterator[Found]:
    """The winner does it to the loser."""
    subject = subject_token(verb)
    lost = verb.lemma_ == "lose"
    if subject is not None and not is_event_noun(subject):
        yield RECIPIENT if lost else ACTOR, subject, False
    for child in (verb, *dependents(verb, "obj")):
        others = obliques(child, "to") if lost else obliques(child, "over", "against")
        yield from (
            (ACTOR if lost else RECIPIENT, other, False) for other in others if other.ent_type_ or is_person_noun(other)
        )
    for loser in dependents(verb, "obj") if not lost else ():
        if loser.ent_type_ in ("PERSON", "ORG", "NORP") or is_plainly_people(loser):
            yield RECIPIENT, loser, False


def beside_noun(setting: Setting, trigger: Trigger, preposition: Token) -> Iterator[Found]:
    """Who stands after a preposition: `talks between`, `the attack on`, `the killing of`."""
    word = preposition.lower_
    if word in ("of", "at") and trigger.type is EventType.CONSULT:
        return  # `a meeting at the White House`
    for noun in preposition.children:
        if noun.dep_ != "pobj" or not acts(setting, noun, trigger.type):
            continue
        if word in ("between", "among") or (word == "of" and trigger.rule.mode in DONE_BY):
            yield ACTOR, noun, False
        elif trigger.rule.harm or (word == "of" and _suffers(trigger, noun)):
            yield VICTIM, noun, False
        elif word == "of" and trigger.type is EventType.PROTEST:
            yield ACTOR, noun, False
        else:
            yield RECIPIENT, noun, False


def _suffers(trigger: Trigger, noun: Token) -> bool:
    return trigger.rule.deadly or (trigger.type in PATIENTS_OF and is_person_noun(noun))


def behind(setting: Setting, trigger: Trigger, noun: Token) -> Iterator[Found]:
    """Who does what a noun names: `Russia's attack`, `an attack by rebels`; of `his arrest`, who suffers it."""
    owned = setting.notes.actors_known.owner(noun) is not None and not _is_told_by_site(noun)
    body = _body_before(noun)
    if body is not None and owned and body.lower_ in actor_words().forces:
        body = None  # `Russian army drones`: the owner's forces
    if body is not None:
        yield ACTOR, body, False
    elif owned and not _is_worst_there(trigger, noun):
        yield ACTOR, noun, True
    for child in noun.children:
        if child.dep_ == "poss" and not owned:
            yield _role_of_owner(trigger, noun), child, False
        elif child.dep_ in ("prep", "agent") and child.lower_ == "by":
            yield from ((ACTOR, pobj, False) for pobj in child.children if pobj.dep_ == "pobj")
        elif child.dep_ == "acl" and child.tag_ == "VBN" and _is_doing(child):
            yield from of_agents(child, blamed=child.lemma_ in BLAMING)
        elif body is None and child.dep_ == "amod" and child.tag_ == "VBN":  # `Saudi-led airstrikes`
            yield from ((ACTOR, leader, False) for leader in child.children if leader.dep_ == "npadvmod")
    yield from _told_after(noun)


def _told_after(noun: Token) -> Iterator[Found]:
    """`died in the attack, conducted by the Taliban`: the participle after it, which the parser hangs on the verb."""
    above = noun.head.head if noun.dep_ == "pobj" else None
    for child in above.rights if above is not None and above.pos_ == "VERB" else ():
        comma = noun.doc[noun.right_edge.i + 1] if noun.right_edge.i + 1 < len(noun.doc) else None
        if child.dep_ != "advcl" or child.tag_ != "VBN" or comma is None or comma.text != ",":
            continue
        if child.left_edge.i == comma.i + 1 and _is_doing(child):
            yield from of_agents(child, blamed=child.lemma_ in BLAMING)


def summing_up(verb: Token) -> Iterator[Found]:
    """`killed five people in Kabul, an attack claimed by the group`: the noun at the end sums up what was told."""
    for noun in verb.rights:
        if noun.dep_ not in ("npadvmod", "appos", "dobj") or noun.i < verb.i + 2 or not is_event_noun(noun):
            continue
        if noun.doc[noun.left_edge.i - 1].text in (",", "–", "—"):
            for child in dependents(noun, "acl"):
                if child.tag_ == "VBN" and _is_doing(child):
                    yield from of_agents(child, blamed=child.lemma_ in BLAMING)


def _is_doing(verb: Token) -> bool:
    """Whether the agent of a participle is who does what its noun tells: `carried out by`, `claimed by`."""
    words = argument_words("doing", "verbs") | argument_words("doing", "claiming")
    return verb.lemma_ in context_words().doing | BLAMING | words


def _is_worst_there(trigger: Trigger, noun: Token) -> bool:
    """`Iraq's deadliest bombing`, `Greece's biggest trial`: where; `Russia's largest attack on Kyiv` is Russia's."""
    return is_ranked(noun) and (trigger.type in RANKED_BY_PLACE or any(child.lower_ in WORST for child in noun.lefts))


def _is_told_by_site(noun: Token) -> bool:
    """`Congo market shelling`, `the Nigerian church attack`: the country is where it happened, not who did it."""
    before = [child for child in noun.lefts if child.dep_ in ("compound", "nmod")]
    return any(child.lemma_.lower() in context_words().sites for child in before)


def _role_of_owner(trigger: Trigger, noun: Token) -> ParticipantRole:
    """`Matanov's arrest`, `Romero's murder`: it was done to them, unless `of` tells to whom."""
    done_to = trigger.rule.harm or trigger.rule.deadly or trigger.rule.mode in DONE_TO
    if not done_to or any(child.lower_ == "of" for child in noun.rights):
        return ACTOR
    return VICTIM if trigger.rule.harm or trigger.rule.deadly else RECIPIENT


def of_agents(verb: Token, *, blamed: bool = False) -> Iterator[Found]:
    """Who did what a verb says of a noun: `carried out by rebels`; with `blamed` also `blamed on rebels`."""
    for child in verb.children:
        if child.dep_ == "agent" or (blamed and child.dep_ == "prep" and child.lower_ in ("on", "to")):
            yield from ((ACTOR, pobj, False) for pobj in child.children if pobj.dep_ == "pobj")


def _body_before(noun: Token) -> Token | None:
    """`a Saudi coalition airstrike`: the coalition, and not Saudi Arabia alone."""
    before = [child for child in dependents(noun, "compound") if child.pos_ in ("NOUN", "PROPN")]
    return next((child for child in before if child.lower_ in argument_words("bodies", "compounds")), None)


def _compound_doer(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    """`a rebel attack`, `a Taliban raid`, `the teachers' strike`, `a student protest`."""
    for child in _words_before(trigger.token):
        if child.i in setting.place_by_token:
            continue
        if _is_group_that_does(trigger, child) or (child.pos_ == "PROPN" and _is_armed(setting, child)):
            yield ACTOR, child, False


def _words_before(noun: Token) -> Iterator[Token]:
    """What stands before a noun, also where the parser hangs it on another such word: `a rebel truck bombing`."""
    for child in noun.lefts:
        if child.dep_ in ("compound", "nmod", "amod"):
            yield child
            yield from (word for word in child.lefts if word.dep_ in ("compound", "nmod", "amod"))


def _is_group_that_does(trigger: Trigger, word: Token) -> bool:
    groups = actor_words().groups
    sector = groups.get(word.lower_) or groups.get(word.lemma_.lower())
    return sector in ARMED or (sector is not None and trigger.type is EventType.PROTEST)


def _is_armed(setting: Setting, name: Token) -> bool:
    actors = setting.notes.actors_known
    index = actors.find(name)
    return index is not None and actors.sector_of(index) in ARMED


def _around_governor(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    """`troops launched an attack`, `the attack was carried out by rebels`, `claimed responsibility for the attack`."""
    noun, governor = trigger.token, trigger.token.head
    if noun.dep_ == "nsubjpass" and governor.lemma_ in context_words().doing | BLAMING:
        yield from of_agents(governor, blamed=governor.lemma_ in BLAMING)
    elif noun.dep_ == "dobj" and governor.pos_ == "VERB" and _does(trigger, governor):
        subject = subject_token(governor)
        if subject is not None and not is_event_noun(subject):
            yield ACTOR, subject, False
        yield from _given_to(setting, trigger)
    elif noun.dep_ == "pobj" and governor.lower_ == "in":
        yield from _takes_part(governor.head)
    elif (
        noun.dep_ == "dobj"
        and governor.lemma_.lower() in argument_words("enduring", "verbs")
        and trigger.rule.mode in DONE_TO
    ):
        subject = subject_token(governor)
        if subject is not None:
            yield RECIPIENT, subject, False
    elif noun.dep_ == "pobj" and governor.lower_ == "for":
        yield from _owns_up(governor.head)
    elif noun.dep_ == "pobj" and governor.lower_ == "behind" and governor.head.lemma_ == "be":
        yield from ((ACTOR, subject, False) for subject in dependents(governor.head, "nsubj"))
    elif _is_said_at(noun, governor):
        subject = subject_token(governor.head)
        if subject is not None:
            yield ACTOR, subject, False


def _does(trigger: Trigger, governor: Token) -> bool:
    """Whether the subject of a verb does what its object tells; who stops an attack does not."""
    if governor.lemma_ in argument_words("doing", "ending") and trigger.type in PATIENTS_OF:
        return False
    return governor.lemma_ in context_words().doing | argument_words("doing", "verbs")


def _given_to(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    """`issued a warning to Iran`, `held talks on Monday with the envoy`, `employees were given an ultimatum`."""
    verb = trigger.token.head
    for child in verb.children:
        if child.dep_ == "nsubjpass" or (child.dep_ == "dative" and child.pos_ != "ADP"):
            yield RECIPIENT, child, False
        elif child.dep_ in ("prep", "dative") and child.lower_ in GIVEN_TO:
            nouns = (pobj for pobj in child.children if pobj.dep_ == "pobj")
            yield from ((RECIPIENT, noun, False) for noun in nouns if acts(setting, noun, trigger.type))


def _is_said_at(noun: Token, preposition: Token) -> bool:
    """`Maduro said during a meeting with generals`: he was there."""
    if noun.dep_ != "pobj" or preposition.lower_ not in ("during", "at", "after", "following"):
        return False
    rule = event_rules().of_noun(noun)
    return rule is not None and rule.type is EventType.CONSULT and preposition.head.lemma_.lower() in PRESENT


def _takes_part(word: Token) -> Iterator[Found]:
    """`is engaged in`, `took part in`, `34 people are involved in`."""
    verb = word.head if word.lower_ == "part" and word.dep_ == "dobj" else word
    takes = verb.lemma_ == "take" and any(child.lower_ == "part" and child.dep_ == "dobj" for child in verb.rights)
    if takes or verb.lemma_ in ("be", "engage", "participate"):
        subject = subject_token(verb) or patient_token(verb)
    else:
        subject = patient_token(verb) if verb.lemma_ == "involve" else None
    if subject is not None:
        yield ACTOR, subject, False


def _owns_up(word: Token) -> Iterator[Found]:
    """`the group claimed responsibility for`, `blamed the rebels for`."""
    verb = word.head if word.lemma_ in OWNING_UP else word
    if word.lemma_ in OWNING_UP and verb.lemma_ in ("claim", "admit", "accept", "take"):
        subject = subject_token(verb)
        if subject is not None:
            yield ACTOR, subject, False
    elif word.lower_ == "responsible":
        subject = subject_token(word.head) if word.dep_ == "acomp" else word.head
        if subject is not None:
            yield ACTOR, subject, False
    elif word.lemma_ == "blame":
        yield from ((ACTOR, child, False) for child in word.children if child.dep_ in ("dobj", "nsubjpass"))


def is_event_noun(noun: Token) -> bool:
    """Whether a noun names a happening itself: it does nothing, somebody behind it does."""
    return noun.pos_ == "NOUN" and not is_plainly_people(noun) and event_rules().of_noun(noun) is not None


def acts(setting: Setting, noun: Token, kind: EventType) -> bool:
    """Whether a noun means somebody: a mere place does not, a country does after `against` or `with`.

    So it does after `to` and `for` where something is given or said: `aid to Mozambique`, `an ultimatum to Ecuador`.
    """
    index = setting.place_by_token.get(noun.i)
    if index is None or setting.notes.places[index].metonym:
        return True
    place = setting.notes.places[index].place
    meant = place is not None and place.kind is LocationKind.COUNTRY
    if setting.seat_of(noun) is not None:
        return True
    before = noun.head.lower_
    if before in ("against", "with", "between"):
        return meant
    if kind is EventType.ASSAULT and before in ("on", "of", "into", "in"):
        return (
            meant  # `the invasion of Ukraine`, `strikes on Lebanon`; of `in` only what has it for a target comes here
        )
    if before == "on":
        return meant and kind is EventType.SANCTION
    if before == "from":
        return meant and kind in (EventType.REJECT, EventType.CONCEDE)
    return meant and ((before == "to" and kind in ADDRESSED) or (before == "for" and kind in GIVING))
