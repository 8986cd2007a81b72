"""What is struck, seized, closed or voted down and is nobody: `two hamlets`, `a pipeline`, `the bill`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents, obliques, patient_token, subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.finding import Trigger
from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import context_words, is_somebody
from schema.mentions import ParticipantMention
from schema.vocabulary import EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

STRIKING = frozenset(
    {
        EventType.ASSAULT,
        EventType.CRIME,
        EventType.COERCE,
        EventType.DISASTER,
        EventType.ACCIDENT,
        EventType.PROTEST,
        EventType.RETREAT,
        EventType.MOBILIZE,
    }
)
"""Types whose object may be a thing that can be touched."""
SPEAKING = frozenset({EventType.REJECT, EventType.SUPPORT, EventType.LEGAL})
"""Types whose object may be what is only spoken of or held; so are those of which one stays away."""
OWNING = frozenset({"ORG", "NORP", "PERSON"})
UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
HARMING = frozenset({EventType.ASSAULT, EventType.ACCIDENT})
ONTO = ("on", "against", "at", "of", "targeting")
LONGEST = 8
"""Tokens: what stands before a noun and is longer is more than its name."""


def find_things(setting: Setting, trigger: Trigger) -> Iterator[Token]:
    """The nouns of the things to which a trigger tells that it was done, each once."""
    seen: set[int] = set()
    for noun in _objects(trigger):
        for part in (noun, *noun.conjuncts):
            if part.i >= noun.i and part.i not in seen and is_thing(setting, trigger, part):
                seen.add(part.i)
                yield part


def is_thing(setting: Setting, trigger: Trigger, noun: Token) -> bool:
    """Whether a noun names what the deed of a trigger may be done to, and that is no person or body."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in UNCOUNTED or any(w.lower_ == "no" for w in noun.lefts):
        return False
    kinds = _kinds(trigger)
    if trigger.rule.harm is not None:
        kinds -= STRIKING  # `a mass grave was found`
    own = event_rules().of_noun(noun) if noun.pos_ == "NOUN" else None
    if own is not None and own.type in kinds:
        return False  # `began a hunger strike`: it is what they do
    if EventType.DISASTER in kinds and any(dependents(noun, "nmod:poss")):
        return False  # `burst its banks`
    place = setting.place_by_token.get(noun.i)
    if place is not None:
        known = setting.notes.places[place].place
        return bool(kinds & STRIKING) and known is not None and known.kind is LocationKind.FACILITY
    if noun.ent_type_ in ("FAC", "EVENT"):
        return bool(kinds & (STRIKING if noun.ent_type_ == "FAC" else SPEAKING)) or trigger.rule.mode == "boycott"
    if noun.pos_ == "PROPN" and noun.ent_type_ in ("GPE", "LOC", "PERSON", "NORP"):
        return False
    lemma = noun.lemma_.lower()
    if lemma in context_words().loads and kinds <= HARMING:
        return False  # `a truck packed with explosives`
    if {lemma, noun.lower_} & argument_words("things", "struck") and kinds & STRIKING:  # of `bus` the model makes `bu`
        return True
    spoken_of = argument_words("things", "discussed")
    return bool({lemma, noun.lower_, noun.lower_.removesuffix("s")} & spoken_of) and bool(kinds & SPEAKING)


def _kinds(trigger: Trigger) -> set[EventType]:
    """The types by which it is decided what may be done to: of a threat, that of the deed."""
    rule = trigger.rule
    if rule.mode == "boycott":
        return {EventType.REJECT}
    if rule.type is EventType.LEGAL and rule.mode != "rule":
        return set()
    return {rule.type, trigger.type} if trigger.type is EventType.THREATEN else {trigger.type}


def owners_of(noun: Token) -> Iterator[Token]:
    """Whose a thing is: `positions of the rebels`, `oil facilities belonging to Aramco`."""
    yield from (owner for owner in obliques(noun, "of") if is_somebody(owner) or owner.ent_type_ in OWNING)
    for clause in dependents(noun, "acl"):
        if clause.lemma_ in ("belong", "own", "hold", "run", "control"):
            yield from obliques(clause, "to", "by")


def _objects(trigger: Trigger) -> Iterator[Token]:
    """The nouns that may name the thing; in an accident also what crashes or falls: `a ferry capsized`."""
    word = trigger.token
    if trigger.type is EventType.ACCIDENT and trigger.rule.harm is None:
        yield from _that_fails(word)
    if word.pos_ in ("VERB", "AUX"):
        yield from _of_verb(word)
    elif word.pos_ in ("NOUN", "PROPN"):
        yield from _of_noun(word)


def _that_fails(word: Token) -> Iterator[Token]:
    """`a bus plunged into a ravine`, `a train derailment`."""
    if word.pos_ == "NOUN":
        yield from dependents(word, "compound")
    elif not any(dependents(word, "obj")):
        subject = subject_token(word)
        if subject is not None:
            yield subject


def _of_verb(verb: Token) -> Iterator[Token]:
    patient = patient_token(verb)
    if patient is not None:
        yield patient
    if verb.lemma_.lower() not in argument_words("things", "making") and not _is_steered(verb):
        yield from map(_whole, dependents(verb, "obj"))
    if verb.tag_ == "VBN" and patient is None and not any(dependents(verb, "aux")):
        yield from dependents(verb, "nsubj")  # `Oil plant hit by drones`
    objects = {noun.lower_ for noun in dependents(verb, "obj")}
    if verb.lemma_.lower() in argument_words("things", "aiming"):
        yield from obliques(verb, *argument_words("things", "aimed"))
    if verb.lemma_.lower() in argument_words("things", "bursting"):
        yield from obliques(verb, "in", "near", "outside", "inside", "among", "beside")
    for noun in dependents(verb, "obj"):
        yield from _aimed_by(noun)
    if objects & argument_words("things", "alight"):
        yield from obliques(verb, "to")


def _is_steered(verb: Token) -> bool:
    """`rammed a car into a crowd`: the car is what one strikes with."""
    into = verb.lemma_.lower() in argument_words("things", "aiming") and any(obliques(verb, "into"))
    return into and any(noun.lemma_.lower() in context_words().vehicles for noun in dependents(verb, "obj"))


def _whole(part: Token) -> Token:
    """`part of an apartment block`: the block."""
    if part.lemma_.lower() not in argument_words("things", "parts"):
        return part
    return next((noun for noun in obliques(part, "of") if noun.pos_ in ("NOUN", "PROPN")), part)


def _of_noun(noun: Token) -> Iterator[Token]:
    """`an attack on a base`, `the closure of schools`, `a raid against the village`, `targets of an attack`."""
    yield from obliques(noun, *ONTO)
    yield from _aimed_by(noun)
    above = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and above.lemma_.lower() in argument_words("things", "aiming"):
        yield from obliques(above, "into", "onto")  # `a car bomb was rammed into a base`
    if noun.dep_ == "dobj" and above.pos_ == "VERB":
        yield from obliques(above, "on", "against")
    ruining = argument_words("things", "aiming") | argument_words("things", "ruining")
    if noun.dep_ == "nsubj" and above.lemma_.lower() in ruining:
        yield from map(_whole, dependents(above, "obj"))
    target = above.head
    if above.lower_ == "of" and target.lemma_ == "target" and target.dep_ == "attr":
        yield from dependents(target.head, "nsubj")


def _aimed_by(means: Token) -> Iterator[Token]:
    """`rounds aimed at a loudspeaker`, `strikes targeting a warehouse`."""
    for clause in dependents(means, "acl"):
        if clause.tag_ == "VBN" and clause.lemma_ in ("aim", "direct", "fire", "launch"):
            yield from obliques(clause, "at", "against", "into")
        elif clause.tag_ == "VBG" and clause.lemma_ in ("target", "hit", "strike", "destroy", "damage"):
            yield from dependents(clause, "obj")


def thing_at(setting: Setting, noun: Token) -> ParticipantMention:
    """A thing as one to which it is done, named by the words of the text."""
    start = max(noun.left_edge.i, noun.i - LONGEST)
    start = next(
        (word.i + 1 for word in reversed(list(noun.lefts)) if word.tag_ == "VBG" and word.dep_ != "amod"), start
    )
    while start < noun.i and (setting.doc[start].is_punct or setting.doc[start].is_space):
        start += 1
    end = noun.i + 1
    for of in noun.rights:  # `the town of Koya`
        name = next((pobj for pobj in of.children if pobj.dep_ == "pobj"), None) if of.lower_ == "of" else None
        if name is not None and name.pos_ == "PROPN" and of.i == noun.i + 1:
            end = name.i + 1
    excerpt = setting.cut(start, end)
    return ParticipantMention(ParticipantRole.RECIPIENT, excerpt, " ".join(excerpt.text.split()), None)


def is_site(noun: Token) -> bool:
    """Whether a noun says where rather than to whom: `stabbed at the school`."""
    return noun.lemma_.lower() in context_words().sites | argument_words("things", "struck")
