"""Who did it and to whom: the nouns around a trigger, by their place in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.behind import (
    Found,
    behind,
    doers_of_noun,
    is_event_noun,
    summing_up,
    users_of,
)
from dateline.extraction.events.arguments.counts import is_losing_life, summed, tells_of_before
from dateline.extraction.events.arguments.nouns import (
    counted_among,
    crew,
    is_condition,
    is_craft,
    is_mere_place,
    is_nameless,
    is_weapon,
    members,
)
from dateline.extraction.events.arguments.recipients import below_verb, is_obliged, of_answer, target_role
from dateline.extraction.events.arguments.reference import (
    body_of_speaker,
    country_meant,
    nameless_meant,
    other_than,
    pair_meant,
    seat_addressed,
)
from dateline.extraction.events.arguments.sides import (
    EXPELLING,
    GIFTS,
    benches,
    endures,
    expellers,
    givers,
    is_mutual,
    losing,
    movers,
    shooters,
)
from dateline.extraction.events.arguments.things import find_things, owners_of, thing_at
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents, obliques, patient_token, subject_token, taken_for_object
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.finding import Trigger
from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import is_plainly_people, is_somebody
from dateline.extraction.quotes.cues import cue_words
from schema.mentions import ParticipantMention
from schema.vocabulary import ActorKind, ActorSector, Basis, EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.actors.index import ActorIndex

ACTOR, RECIPIENT, VICTIM = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT, ParticipantRole.VICTIM
FORCEFUL = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
TRANSITIVE = frozenset({"arrest", "charge", "convict", "sentence", "deport", "abduct"})
"""Modes whose verbs need an object: without one, the subject is it."""
FINDING = frozenset("find recover discover exhume unearth retrieve count identify see pronounce declare".split())
"""Verbs of harm whose subject comes later: `officers recovered one body`."""
HEARING = frozenset({"hear", "report"})
"""Verbs whose subject only tells that shots fell: `witnesses reported gunfire`."""
FIRST_PERSON = frozenset({"i", "me", "we", "us"})
BENCHES = frozenset({ActorSector.JUD, ActorSector.GOV, ActorSector.LEG})
SPOKEN_TO = frozenset(
    {
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.SANCTION,
    }
)
"""Types of what is done to a government by the name of its seat: `accused Moscow`, `recalled its envoy from Rome`."""
OF_PEOPLE = frozenset({EventType.PROTEST, EventType.ELECTION})
"""Types of what people do and no state: `Serbians protested`."""
MOST_LISTED = 8
NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})


def find_participants(setting: Setting, trigger: Trigger) -> Iterator[ParticipantMention]:
    """All participants of one trigger, each once in a role."""
    if tells_of_before(trigger.token):
        return
    people = list(_people(setting, trigger))
    yield from people
    if any(participant.role is not ACTOR for participant in people):
        return
    if len(people) > 1 and is_mutual(trigger):  # each does it to the other
        yield from (replace(participant, role=RECIPIENT) for participant in people[1:])
    else:
        yield from _things(setting, trigger)


def _things(setting: Setting, trigger: Trigger) -> Iterator[ParticipantMention]:
    """The things to which it is done, and whose they are."""
    things = list(find_things(setting, trigger))
    yield from (thing_at(setting, noun) for noun in things)
    owners = (_participant(setting, trigger, (RECIPIENT, owner, False)) for noun in things for owner in owners_of(noun))
    yield from (owner for owner in owners if owner is not None)


def _people(setting: Setting, trigger: Trigger) -> Iterator[ParticipantMention]:
    """Those who do it and those to whom it is done."""
    found = list(_of_verb(setting, trigger) if trigger.token.pos_ == "VERB" else doers_of_noun(setting, trigger))
    seen: set[tuple[ParticipantRole, int | str]] = set()
    placed: set[int] = set()
    for role, noun, inferred in found:
        if trigger.type is EventType.DISASTER and role is not VICTIM:
            # `the river burst its banks`: nobody does it, and to no one but its victims.
            continue
        if noun.lower_.endswith(("self", "selves")) or (
            noun.ent_type_ in ("DATE", "TIME") and not is_plainly_people(noun)
        ):
            continue
        pair = pair_meant(setting, noun) or (_countries_of(setting, noun) if is_mutual(trigger) else [])
        if pair:
            yield from _pair(setting, role, noun, pair)
            continue
        for part in _listed(_antecedent(noun)):
            if part.i in placed:
                continue
            found_at = (role, crew(setting, part) if role is ACTOR else part, inferred)
            participant = _participant(setting, trigger, found_at)
            if participant is None:
                continue
            placed.add(part.i)
            if part.pos_ == "PRON" and role is not ACTOR and (ACTOR, participant.actor) in seen:
                participant = other_than(setting, part, participant)
                if participant is None:
                    continue
            if participant.inferred and participant.role is RECIPIENT and (ACTOR, participant.actor) in seen:
                continue  # `Iran rejected Iranian claims`: it does so to others
            key = (role, participant.actor if participant.actor is not None else part.lower_)
            if key not in seen:
                seen.add(key)
                yield participant
            body = _body_of(part) if role is not VICTIM and members(part) is None else None
            if body is not None and body.i not in placed:
                found.append((role, body, inferred))


def _pair(setting: Setting, role: ParticipantRole, noun: Token, actors: list[int]) -> Iterator[ParticipantMention]:
    """`both countries`: each of them."""
    known = setting.notes.actors_known
    excerpt = setting.cut(*known.phrase(noun))
    return (ParticipantMention(role, excerpt, known.name_of(actor), actor) for actor in actors)


def _countries_of(setting: Setting, leaders: Token) -> list[int]:
    """`the presidents of Congo and Rwanda met`: the two countries."""
    if leaders.tag_ != "NNS" or not is_plainly_people(leaders):
        return []
    names = (name for first in obliques(leaders, "of") for name in (first, *first.conjuncts) if name.ent_type_ == "GPE")
    actors = [actor for name in names if (actor := setting.notes.actors_known.obtain(name)) is not None]
    return actors if len(actors) > 1 else []


def _body_of(people: Token) -> Token | None:
    """`militants of the ADF`, `members of Boko Haram`: the body that they belong to."""
    if people.tag_ != "NNS" or not is_plainly_people(people):
        return None
    of = (child for child in people.rights if child.dep_ == "prep" and child.lower_ in ("of", "from"))
    names = (pobj for child in of for pobj in child.children if pobj.dep_ == "pobj" and pobj.pos_ == "PROPN")
    return next((name for name in names if name.ent_type_ in ("ORG", "NORP", "PERSON")), None)


def _antecedent(noun: Token) -> Token:
    """In `Forest and Fernandez remained in prison as they were charged`, the two: the subject of the clause above.

    So in `the ministry said it had arrested`, whatever other body the text has named.
    """
    if noun.lower_ in ("it", "they") and noun.dep_ == "nsubj" and noun.head.dep_ in ("ccomp", "conj"):
        return _who_says(noun) or noun
    if noun.lower_ != "they" or noun.head.dep_ != "advcl":
        return noun
    governor = noun.head.head
    above = subject_token(governor) if governor.pos_ in ("VERB", "AUX") else None
    if above is None and noun.dep_ == "nsubjpass":
        above = patient_token(governor)
    many = above is not None and (above.tag_ in ("NNS", "NNPS") or any(True for _ in above.conjuncts))
    return above if above is not None and many else noun


def _who_says(pronoun: Token) -> Token | None:
    """Who says of itself what a pronoun is the subject of."""
    clause = pronoun.head
    if clause.dep_ == "conj" and clause.head.dep_ == "ccomp":
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in cue_words().strong:
        return None
    speaker = subject_token(clause.head)
    if speaker is None or speaker.pos_ not in ("NOUN", "PROPN"):
        return None
    if pronoun.lower_ == "they":
        return speaker if speaker.tag_ in ("NNS", "NNPS") else None
    if speaker.tag_ not in ("NN", "NNP") or speaker.ent_type_ == "PERSON":
        return None
    words = actor_words()
    is_body = speaker.lower_ in words.forces or speaker.lower_ in words.bodies or speaker.ent_type_ == "ORG"
    return speaker if is_body or (is_somebody(speaker) and not is_plainly_people(speaker)) else None


def _listed(noun: Token) -> list[Token]:
    """A noun with what is joined to it, also by a comma: `Requesens, Colonel Pedro Zambrano and Luis Guerra`."""
    listed = [noun, *(word for word in noun.conjuncts if word.pos_ in ("NOUN", "PROPN"))]
    for child in noun.rights:
        many = noun.tag_ in ("NNS", "NNPS") or noun.ent_type_ in ("PERSON", "NORP")
        if child.dep_ == "appos" and child.ent_type_ == "PERSON" and many and child.conjuncts:
            listed += [child, *(word for word in child.conjuncts if word.pos_ in ("NOUN", "PROPN"))]
        elif many and child.lower_ == "including":
            listed += [name for pobj in child.children for name in (pobj, *pobj.conjuncts) if name.ent_type_ in NAMED]
    return [noun, *(word for word in listed[1:] if not _is_subject_of_next(word))][:MOST_LISTED]


def _is_subject_of_next(noun: Token) -> bool:
    """`threw stones and police fired`: the police belong to the second verb."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return noun.dep_ == "conj" and after is not None and taken_for_object(after) == noun


def _participant(setting: Setting, trigger: Trigger, found: Found) -> ParticipantMention | None:
    role, inferred = found[0], found[2]
    if found[1].dep_ == "npadvmod" and role is ACTOR:
        return _leader(setting, found[1])
    whole = summed(found[1])
    noun = members(whole) or whole
    actors = setting.notes.actors_known
    owner, strikes = actors.owner(noun), is_weapon(noun) or (trigger.type in FORCEFUL and is_craft(noun))
    if owner is not None and role is not VICTIM and (inferred or (strikes and role is ACTOR)):
        return _owner(setting, role, noun, owner, by_force=role is ACTOR and (trigger.type in FORCEFUL or strikes))
    if any(child.lower_ == "no" for child in noun.lefts):
        return None
    gives = noun.head.lower_ == "from" and (trigger.rule.type in GIFTS or trigger.rule.mode in EXPELLING)
    if strikes or (role is ACTOR and not gives and is_mere_place(setting, noun)) or is_condition(noun):
        return None
    speaks = noun.lower_ in FIRST_PERSON and noun.pos_ == "PRON"  # and not `the US`
    if trigger.type in OF_PEOPLE and noun == whole and noun.tag_ in ("NNS", "NNPS") and noun.ent_type_ == "NORP":
        excerpt = setting.cut(*actors.phrase(noun))
        return ParticipantMention(role, excerpt, " ".join(excerpt.text.split()), None, inferred)
    actor = _spoken_of_itself(setting, noun) if speaks else _body_of_country(setting, noun)
    if actor is None:
        actor = country_meant(setting, noun)
    if actor is None and not speaks:
        actor = actors.obtain(noun)
    if actor is None and noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        actor = actors.find(noun.head)  # `Abedi, the British-Libyan who carried out the bombing`
    if actor is not None and noun != whole and actors.kind_of(actor) is ActorKind.COUNTRY:
        actor = None  # `thousands of Nigerians`
    others = role is not ACTOR and actor is not None and _means_others(actors, actor, noun)
    if noun.pos_ == "PRON" and (actor is None or others):
        return _nameless_meant(setting, trigger, role, noun)
    if actor is None and role is not VICTIM:
        seat = setting.seat_of(noun) or (seat_addressed(setting, noun) if trigger.rule.type in SPOKEN_TO else None)
        actor, inferred = (actors.country(seat), True) if seat is not None else (None, inferred)
    if actor is None and not is_nameless(setting, role, noun):
        return None
    start, end = (noun.i, noun.i + 1) if speaks else actors.phrase(noun)
    among = counted_among(noun) if noun.pos_ == "NUM" and actor is None else None
    first, last = setting.doc[start], among if among is not None else setting.doc[end - 1]
    if noun != whole and actor is None:
        first = setting.doc[actors.phrase(whole)[0]]
    excerpt = setting.notes.cut(first.idx, last.idx + len(last))
    name = actors.name_of(actor) if actor is not None else " ".join(excerpt.text.split())
    if actor is not None and noun.lemma_ == "government" and actors.kind_of(actor) is ActorKind.COUNTRY:
        name = f"government of {name}"
    return ParticipantMention(role, excerpt, name, actor, inferred)


def _nameless_meant(
    setting: Setting, trigger: Trigger, role: ParticipantRole, pronoun: Token
) -> ParticipantMention | None:
    """`Agents detained an aid worker. The ministry accused him`: the worker, whom the text gives no name."""
    noun = nameless_meant(setting, pronoun)
    found = _participant(setting, trigger, (role, noun, False)) if noun is not None else None
    if found is None or noun is None:
        return None
    return replace(found, basis=Basis.STATED if noun.sent == pronoun.sent else Basis.CARRIED)


def _spoken_of_itself(setting: Setting, pronoun: Token) -> int | None:
    """`I`: who speaks; an official's `we` is the body."""
    speaker = setting.speaker_at(pronoun.idx)
    return body_of_speaker(setting, speaker) if pronoun.lower_ in ("we", "us") else speaker


def _means_others(actors: ActorIndex, actor: int, noun: Token) -> bool:
    """`they were released`: people, of whom the text may have no name, and not the group that held them.

    Nor those who say it: `rights groups said they had been tortured`.
    """
    if noun.lower_ not in ("they", "them"):
        return False
    speaker = subject_token(noun.head.head) if noun.dep_ == "nsubjpass" and noun.head.dep_ == "ccomp" else None
    if speaker is not None and actors.find(speaker) == actor:
        return True
    return actors.kind_of(actor) is ActorKind.ORGANIZATION or actors.sector_of(actor) in BENCHES


def _leader(setting: Setting, word: Token) -> ParticipantMention | None:
    """`Saudi-led airstrikes`: whose forces lead those who do it."""
    code = setting.notes.gazetteer.demonym(word.text)
    actor = setting.notes.actors_known.forces(code) if code is not None else None
    if actor is None:
        return None
    name = setting.notes.actors_known.name_of(actor)
    return ParticipantMention(ACTOR, setting.cut(word.i, word.i + 1), name, actor, inferred=True)


def _body_of_country(setting: Setting, noun: Token) -> int | None:
    """`a Saudi coalition airstrike`: the Saudi coalition."""
    before = setting.doc[noun.i - 1] if noun.i else None
    if noun.dep_ != "compound" or noun.lower_ not in argument_words("bodies", "allied") or before is None:
        return None
    start = before.i - 2 if before.lower_ == "led" and before.i > 1 else before.i
    if setting.notes.gazetteer.demonym(setting.doc[start].text) is None:
        return None
    name = setting.doc[start : noun.i + 1].text
    return setting.notes.actors_known.take_in(noun, name, ActorKind.ORGANIZATION)


def _owner(
    setting: Setting, role: ParticipantRole, noun: Token, country: str, *, by_force: bool
) -> ParticipantMention | None:
    """`Russian missiles hit`: Russia's forces did; a `Russian offer` is Russia's, and who rejects it rejects Russia."""
    actors = setting.notes.actors_known
    actor = actors.forces(country) if by_force else actors.country(country)
    if actor is None:
        return None
    excerpt = setting.notes.cut(noun.left_edge.idx, noun.idx + len(noun))
    return ParticipantMention(role, excerpt, actors.name_of(actor), actor, inferred=True)


# ---------------------------------------------------------------- around a verb


def _of_verb(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    verb, rule = trigger.token, trigger.rule
    subject = subject_token(verb)
    if endures(trigger):
        if subject is not None:
            yield RECIPIENT, subject, False
        yield from givers(verb) if trigger.rule.type in GIFTS else benches(verb)
        return
    if is_obliged(trigger):
        sayer = subject_token(verb.head)
        yield from ((role, noun, False) for role, noun in ((ACTOR, sayer), (RECIPIENT, subject)) if noun is not None)
        return
    if trigger.type is EventType.ELECTION and verb.lemma_ == "lose":
        yield from losing(verb, subject)
        return
    dies = rule.harm == "died" or verb.lemma_ in argument_words("doing", "dying")
    if is_losing_life(verb) or (dies and not any(dependents(verb, "obj"))):  # `drowning 15 passengers`
        if subject is not None:
            yield VICTIM, subject, False
        return
    if _is_short_passive(trigger):
        yield target_role(trigger), next(c for c in verb.lefts if c.dep_ == "nsubj"), False
        return
    if rule.suffered:
        yield from _of_suffering(setting, trigger, subject)
        return
    patient = patient_token(verb)
    if patient is not None and not (verb.lemma_ in HEARING and event_rules().of_noun(patient) is not None):
        yield target_role(trigger), patient, False
        yield from _unnamed_doers(trigger, patient)
    if (rule.harm and verb.lemma_.lower() in FINDING) or (trigger.type is EventType.ASSAULT and verb.lemma_ in HEARING):
        subject = None
    if subject is not None and subject != patient and subject.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        yield from _doer(setting, trigger, subject)
    yield from summing_up(verb)
    below = list(below_verb(setting, trigger))
    yield from below if any(is_somebody(noun) for _, noun, _ in below) else (*below, *of_answer(trigger))


def _unnamed_doers(trigger: Trigger, patient: Token) -> Iterator[Found]:
    """Who does what a passive tells without an agent: the court, the country expelled from, whose troops are sent."""
    verb = trigger.token
    if trigger.type is EventType.LEGAL:
        yield from benches(verb)
    elif subject_token(verb) is None:
        if trigger.rule.mode in EXPELLING:
            yield from expellers(verb)
        elif trigger.type is EventType.MOBILIZE:
            yield from movers(verb, patient)
        elif trigger.rule.harm or trigger.rule.deadly:
            yield from shooters(verb)


def _is_short_passive(trigger: Trigger) -> bool:
    """`Former inspector jailed for bribes`: headlines leave out the auxiliary."""
    verb, rule = trigger.token, trigger.rule
    labels = {child.dep_ for child in verb.children}
    if "nsubj" not in labels or labels & {"aux", "auxpass", "dobj", "agent", "ccomp", "xcomp"}:
        return False
    return (verb.tag_ == "VBN" and trigger.type is not EventType.PROTEST) or (
        verb.tag_ == "VBD" and (rule.harm in ("killed", "injured") or rule.mode in TRANSITIVE)
    )


def _of_suffering(setting: Setting, trigger: Trigger, subject: Token | None) -> Iterator[Found]:
    """`troops came under Ukrainian fire`: the subject is hit, the words before the noun tell by whom."""
    if subject is not None:
        yield RECIPIENT, subject, False
    for child in trigger.token.children:
        if child.dep_ == "prep":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from behind(setting, trigger, noun)


def _doer(setting: Setting, trigger: Trigger, subject: Token) -> Iterator[Found]:
    """The subject, or whoever stands behind it where it is a weapon or an attack."""
    users = list(users_of(subject, trigger.type))
    if users:
        yield from users
    elif subject.lower_ not in actor_words().weapons and not is_event_noun(subject):
        yield ACTOR, subject, False
    else:
        yield from behind(setting, trigger, subject)
