"""To whom it is done: what hangs on a verb and on its object, also of what is only promised, asked or refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.behind import Found, acts, beside_noun, of_agents
from dateline.extraction.events.arguments.counts import HARM_VERBS
from dateline.extraction.events.arguments.things import is_site
from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import dependents, obliques, subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.finding import Trigger
from dateline.extraction.events.triggers.rules import event_rules
from dateline.extraction.events.triggers.words import context_words, is_plainly_people, is_somebody
from schema.vocabulary import EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTOR, RECIPIENT, VICTIM = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT, ParticipantRole.VICTIM
TOWARDS = frozenset({"against", "with", "on", "for", "to", "from", "at"})
BODILY = frozenset("abduct beat torture sexual targeted primitive firearms murder robbery".split())
"""Modes of what is done to a person's body: who suffers it is a victim."""
BODILY_TYPES = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.CRIME})
WISHES = frozenset({EventType.REQUEST, EventType.THREATEN})
UNDONE = WISHES | {EventType.AGREE, EventType.REJECT}
"""Words about a deed that is yet to be done, or is not: `promised to arm Ukraine`, `refused to meet the envoy`."""
ON_PROPERTY = frozenset(
    {EventType.COERCE, EventType.SANCTION, EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.REQUEST}
)
"""What is done to somebody where it is done to what is theirs: `rejected Iran's offer`."""
BLAMEABLE = WISHES | {EventType.ACCUSE, EventType.REJECT, EventType.CONCEDE}
"""Words about a deed that are spoken to who does it: `investigates crimes by rebels`, `rejected calls by the envoy`."""
JOINED = frozenset({"conj", "advcl"})
MOVING = frozenset({"withdraw", "pull", "send", "deploy", "move", "remove", "redeploy", "station"})
OBLIGING = frozenset({"must", "should"})
NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def target_role(trigger: Trigger) -> ParticipantRole:
    """What those are to whom it is done."""
    rule = trigger.rule
    harms = rule.harm or rule.deadly or rule.mode in BODILY or trigger.token.lemma_ in HARM_VERBS
    return VICTIM if harms else RECIPIENT


def below_verb(setting: Setting, trigger: Trigger) -> Iterator[Found]:
    """Those in the objects and complements of a verb."""
    for child in trigger.token.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP":
            if _is_own_envoy(trigger, child):
                hosts = (*obliques(child, "to", "from", "in"), *obliques(trigger.token, "from"))
                yield from ((RECIPIENT, host, False) for host in hosts)
                continue
            yield from ((target_role(trigger), noun, False) for noun in (_payer(child) or child,))
            yield from _below_object(setting, trigger, child)
            if trigger.type is EventType.PROTEST:  # `picketed the school's play`
                owners = dependents(child, "nmod:poss")
                yield from ((RECIPIENT, owner, False) for owner in owners if owner.pos_ != "PRON")
        elif child.dep_ in ("prep", "dative") and child.lower_ in TOWARDS and not _is_beside(trigger, child):
            told = {"on": trigger.type in WISHES, "to": trigger.token.lemma_ == "protest"}
            asked = told.get(child.lower_, False)  # `called on Turkey to release her`, `protested to China`
            nouns = (pobj for pobj in child.children if pobj.dep_ == "pobj")
            yield from ((RECIPIENT, noun, False) for noun in nouns if asked or acts(setting, noun, trigger.type))
            yield from of_opposed(setting, trigger, child)
        elif child.dep_ == "prep" and child.lower_ in ("in", "into", "among") and _bursts(trigger):
            crowd = (of for noun in child.children for of in (noun, *obliques(noun, "of")))
            yield from ((RECIPIENT, noun, False) for noun in crowd if is_plainly_people(noun) and not is_site(noun))
        elif child.dep_ == "prep" and child.lower_ == "between" and trigger.token.tag_ == "VBG":
            yield from ((ACTOR, noun, False) for noun in child.children if noun.dep_ == "pobj")  # `fighting between`
        elif child.dep_ == "prep" and child.lower_ == "including":  # `several were arrested, including Eva Forest`
            yield from ((target_role(trigger), pobj, False) for pobj in child.children if pobj.ent_type_ == "PERSON")
        elif child.dep_ == "ccomp" and trigger.type in (EventType.LEGAL, EventType.ACCUSE):
            yield from _judged(child)
        elif child.dep_ in ("ccomp", "xcomp") and trigger.type in UNDONE:
            yield from _of_clause(trigger, child)
            yield from _of_deed(setting, trigger, child)
        elif child.dep_ in ("xcomp", "advcl") and trigger.type is EventType.PROTEST:
            yield from _of_purpose(setting, trigger, child)
        elif child.dep_ in ("xcomp", "advcl") and trigger.rule.mode == "crowd-control":
            yield from _dispersed(child)


def _bursts(trigger: Trigger) -> bool:
    return trigger.token.lemma_.lower() in argument_words("things", "bursting")


def of_answer(trigger: Trigger) -> Iterator[Found]:
    """`dockers threw bottles and police fired tear gas`: each side does it to the other of its sentence."""
    verb, own = trigger.token, subject_token(trigger.token)
    hurls = verb.lemma_.lower() in argument_words("sides", "hurling")
    if own is None or not hurls or trigger.rule.mode not in ("crowd-control", "riot"):
        return
    others = [child for child in verb.children if child.dep_ in JOINED]
    others += [verb.head] if verb.dep_ in JOINED else []
    guards = context_words().security
    for other in others:
        subject = subject_token(other) if other.pos_ == "VERB" else None
        if subject is None or subject == own or not is_plainly_people(subject):
            continue
        if (own.lower_ in guards) != (subject.lower_ in guards):
            yield RECIPIENT, subject, False


def _payer(amount: Token) -> Token | None:
    """`fined Meta 200 million euros`: the parser takes the name for a word before the sum."""
    number = next(dependents(amount, "nummod"), None)
    if number is None:
        return None
    before = (noun for noun in dependents(amount, "compound") if noun.i < number.left_edge.i)
    return next((noun for noun in before if noun.pos_ in ("NOUN", "PROPN")), None)


def _dispersed(purpose: Token) -> Iterator[Found]:
    """`fired tear gas to disperse the crowds`: those whom it drives away."""
    if any(word.tag_ == "TO" for word in purpose.lefts) and purpose.lemma_ in argument_words("doing", "dispersing"):
        yield from ((RECIPIENT, noun, False) for noun in dependents(purpose, "obj") if is_plainly_people(noun))


def _is_own_envoy(trigger: Trigger, noun: Token) -> bool:
    """`recalled its ambassador to Russia`: it is done to Russia."""
    own = any(owner.lower_ in ("its", "their", "his", "her") for owner in dependents(noun, "nmod:poss"))
    return own and trigger.type is EventType.SANCTION and noun.lemma_.lower() in argument_words("bodies", "envoys")


def _judged(clause: Token) -> Iterator[Found]:
    """`ruled that the man must stay in jail`, `alleged that the army shot him`: of whom it is said."""
    if clause.lemma_ == "be":
        return
    for noun in dependents(clause, "nsubj", "nsubj:pass"):
        is_told = noun.pos_ != "PRON" and (noun.ent_type_ in NAMED or is_somebody(noun))
        if is_told or noun.lower_ in ("him", "her", "them"):  # `ordered him held`
            yield RECIPIENT, noun, False


def of_opposed(setting: Setting, trigger: Trigger, preposition: Token) -> Iterator[Found]:
    """`protested against Sweden's decision`: against whose deed."""
    for noun in preposition.children if preposition.lower_ == "against" else ():
        if noun.dep_ == "pobj" and noun.pos_ == "NOUN" and not is_somebody(noun):
            yield from _owners(setting, trigger, noun)


def _of_purpose(setting: Setting, trigger: Trigger, purpose: Token) -> Iterator[Found]:
    """`a march to demand the resignation of the president`, `to protest Turkey's offer`: of whom it is demanded."""
    if purpose.lemma_.lower() not in context_words().gatherings["purposes"]:
        return
    for child in purpose.children:
        if child.dep_ == "dobj" and not is_plainly_people(child):
            yield from _owners(setting, trigger, child)
            of = (pobj for word in child.rights if word.lower_ in ("of", "by", "from") for pobj in word.children)
            yield from ((RECIPIENT, pobj, False) for pobj in of if _is_named_or_people(pobj))
        elif child.dep_ == "prep":
            yield from of_opposed(setting, trigger, child)
            nouns = child.children if child.lower_ == "from" else ()  # `to demand higher pay from the government`
            yield from ((RECIPIENT, noun, False) for noun in nouns if is_somebody(noun) or noun.ent_type_ in NAMED)


def _is_beside(trigger: Trigger, preposition: Token) -> bool:
    """Where, in whose company, or from what: `met the president at the White House`, `removed him from office`.

    So `flew to the town with a medical team`, `abducted 300 girls from a school`.
    """
    word, mode = preposition.lower_, trigger.rule.mode
    if word in ("to", "from") and trigger.type in BODILY_TYPES and any(is_site(noun) for noun in preposition.children):
        return True  # `were taken to hospital`
    if word == "at" and trigger.token.lemma_.lower() not in argument_words("things", "aiming"):
        return any(is_site(noun) for noun in preposition.children)  # `was stabbed at the school`
    if (mode == "visit" or trigger.type is EventType.ELECTION) and word == "with":
        return True  # `won with 28 percent`
    if mode == "abduct" and word == "from":
        return True
    if word == "from" and any(child.lower_ in ("office", "power", "post") for child in preposition.children):
        return True
    return word == "at" and trigger.type is EventType.CONSULT


def _below_object(setting: Setting, trigger: Trigger, noun: Token) -> Iterator[Found]:
    """`launched an attack on the base`, `signed a deal with Japan`, `froze the minister's assets`."""
    if is_plainly_people(noun):
        return
    if trigger.rule.type is EventType.LEGAL:
        yield from _sentenced(trigger, noun)
    on_property = bool({trigger.type, trigger.rule.type} & ON_PROPERTY)
    if on_property:
        yield from _owners(setting, trigger, noun)
    for child in noun.children:
        if on_property and child.dep_ == "prep" and child.lower_ in ("on", "of", "from"):
            yield from _of_goods(setting, child)
        if child.dep_ == "prep" and child.lower_ in TOWARDS | {"between"} and noun.pos_ == "NOUN":
            yield from beside_noun(setting, trigger, child)
        elif child.dep_ == "prep" and child.lower_ == "of" and on_property and _is_theirs(trigger, noun):
            yield from ((RECIPIENT, pobj, False) for pobj in child.children if _is_named_or_people(pobj))
        elif child.dep_ in ("prep", "agent") and child.lower_ == "by" and trigger.type in BLAMEABLE:
            yield from ((RECIPIENT, pobj, False) for pobj in child.children if pobj.dep_ == "pobj")
        elif child.dep_ == "relcl" and trigger.type in BLAMEABLE:
            yield from (
                (RECIPIENT, doer, False) for doer in dependents(child, "nsubj") if doer.pos_ in ("NOUN", "PROPN")
            )
        elif child.dep_ == "acl" and trigger.type in BLAMEABLE:
            yield from ((RECIPIENT, agent, False) for _, agent, _ in of_agents(child))


def _sentenced(trigger: Trigger, ruling: Token) -> Iterator[Found]:
    """`overturned the sentence given to four men`, `upheld the conviction of the mayor`."""
    given = [child for child in (*ruling.rights, *trigger.token.rights) if child.lemma_ in ("give", "hand", "impose")]
    for noun in (*obliques(ruling, "of", "against"), *(n for word in given for n in obliques(word, "to", "on"))):
        if noun.ent_type_ == "PERSON" or is_plainly_people(noun):
            yield RECIPIENT, noun, False


def _owners(setting: Setting, trigger: Trigger, noun: Token) -> Iterator[Found]:
    """Whose an object is: `froze the minister's assets`, `rejected a Polish proposal`, `vetoed a UN resolution`."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    actors = setting.notes.actors_known
    if owners:
        yield from ((RECIPIENT, owner, False) for owner in owners if owner.pos_ != "PRON")
    elif is_somebody(noun):
        return
    elif actors.owner(noun) is not None:
        yield RECIPIENT, noun, True
    elif _is_theirs(trigger, noun):
        names = (child for child in noun.lefts if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN")
        yield from ((RECIPIENT, name, False) for name in names if actors.find(name) is not None)


def _is_theirs(trigger: Trigger, noun: Token) -> bool:
    """`the demands of the union`; who is murdered is not accused by who condemns the murder."""
    rule = event_rules().of_noun(noun)
    return trigger.type is EventType.REQUEST or rule is None or rule.type.value in context_words().soft


def _of_goods(setting: Setting, preposition: Token) -> Iterator[Found]:
    """`banned imports of Japanese scallops`, `tariffs on steel imported from Canada`: it is done to the country."""
    for noun in preposition.children:
        if noun.dep_ != "pobj" or is_somebody(noun):
            continue
        if noun.pos_ == "NOUN" and setting.notes.actors_known.owner(noun) is not None:
            yield RECIPIENT, noun, True
        for clause in dependents(noun, "acl"):
            if clause.lemma_ in ("import", "make", "produce", "ship", "bring", "buy"):
                yield from ((RECIPIENT, origin, False) for origin in obliques(clause, "from", "in"))


def _is_named_or_people(noun: Token) -> bool:
    return noun.dep_ == "pobj" and (is_plainly_people(noun) or (noun.pos_ == "PROPN" and noun.ent_type_ in NAMED))


def _of_clause(trigger: Trigger, clause: Token) -> Iterator[Found]:
    """`urged both sides to talk`, `demanded that Iran release them`: who shall do it is spoken to."""
    subject = next((child for child in clause.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ == "PRON" or trigger.type not in WISHES:
        return
    if clause.tag_ == "VB" or (trigger.type is EventType.REQUEST and _is_told_by_that(clause)):
        yield RECIPIENT, subject, False


def _is_told_by_that(clause: Token) -> bool:
    """`demanded that the states match it`: a subjunctive has the form of the present."""
    told = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    return told and clause.tag_ == "VBP"


def _of_deed(setting: Setting, trigger: Trigger, deed: Token) -> Iterator[Found]:
    """`promised to send aid to Mozambique`, `refused to meet the envoy`: to whom it would be done."""
    if trigger.type is EventType.REQUEST or deed.dep_ != "xcomp" or deed.tag_ != "VB":
        return  # who is asked does it to others: `asked the court to free the man`
    objects = [child for child in deed.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    if any(child.dep_ == "nsubj" for child in deed.lefts):
        return
    for noun in objects:
        if noun.lower_ in actor_words().forces and deed.lemma_.lower() in MOVING:
            continue  # `agreed to withdraw troops`: their own
        if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.lefts):
            continue  # `refused to pull out its troops`
        if is_plainly_people(noun) or noun.ent_type_ in ("PERSON", "NORP", "GPE"):
            yield RECIPIENT, noun, False
        else:
            yield from _below_object(setting, trigger, noun)
    for child in deed.children if objects else ():
        if child.dep_ in ("prep", "dative") and child.lower_ in TOWARDS:
            nouns = (pobj for pobj in child.children if pobj.dep_ == "pobj")
            yield from ((RECIPIENT, noun, False) for noun in nouns if acts(setting, noun, trigger.type))


def is_obliged(trigger: Trigger) -> bool:
    """Whether a verb tells what one says that another must do: `said that Libya must hand over the men`."""
    verb = trigger.token
    if trigger.type is not EventType.REQUEST or verb.dep_ != "ccomp":
        return False
    return any(child.dep_ == "aux" and child.lower_ in OBLIGING for child in verb.lefts)
