"""Whether a noun tells a happening and not a kind of thing, and who stands behind a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.arguments.reference import nameless_meant
from dateline.extraction.events.clauses import patient_token, subject_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.rules import Rule, event_rules
from dateline.extraction.events.triggers.words import context_words, is_person_noun, is_somebody
from schema.vocabulary import ActorKind, ActorSector, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.actors.index import ActorIndex

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset("on against in at by between near with of over across outside through for".split())
AFTER = frozenset("after during following in since from before amid by of to over at with for".split())
PLAINLY_AFTER = frozenset({"after", "during", "following", "in"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod", "poss"})
NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW"})
UNHEARD = frozenset({ActorSector.CVL, ActorSector.CRM, ActorSector.EDU, ActorSector.MED, ActorSector.BUS})
"""Sectors of whose members one has to know the name before what they say is news."""
ARMED = frozenset({ActorSector.MIL, ActorSector.REB, ActorSector.GOV})
FIRST_PERSON = frozenset({"i", "we"})
LAWS = frozenset({"law", "bill", "act", "legislation", "amendment", "ordinance", "statute"})
TERMS = frozenset({"office", "power"})
PUBLIC = frozenset({"GPE", "ORG", "NORP", "PERSON"})


def tells(setting: Setting, noun: Token, rule: Rule) -> bool:
    """Whether an event noun tells a happening of its own."""
    if _is_figure_of_speech(noun) or _is_of_the_weather(noun, rule):
        return False
    if noun.tag_ == "NN" and noun.lemma_ in context_words().plural:
        return False  # `there was talk of`
    if noun.dep_ in MODIFIERS or noun.ent_type_ in NAMES or is_only_imagined(noun) or _is_only_named(noun):
        return False
    if counts_what_was_told(noun) or (rule.mode == "outbreak" and _is_background(noun)):
        return False
    if rule.harm is not None and any(child.lower_ in ("previous", "earlier", "initial") for child in noun.lefts):
        return False  # `the previous toll was 174`
    if rule.harm is not None:
        return _tells_harm(noun)
    if noun.tag_ == "NNS" and any(child.lower_ in context_words().recurring for child in noun.lefts):
        return False  # `has seen repeated attacks`
    arguments = _argument_count(noun)
    if noun.tag_ == "NNS" and not arguments and not (_is_told_as_past(noun) or _is_known(noun)):
        return False
    if rule.type.value not in context_words().hard:
        if rule.named and _is_told_by_sentence(noun):
            return is_definite(noun) or noun.head.lemma_ in context_words().light
        return _has_doer(setting, noun) and arguments > 0 and _is_told_by_sentence(noun)
    return _tells_hard(noun, arguments)


def counts_what_was_told(noun: Token) -> bool:
    """`It was the second mass abduction in a week`: one that was told before."""
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in ("it", "this", "that") for child in noun.head.lefts)


def _is_background(noun: Token) -> bool:
    """`during the pandemic`: the time in which something else happens."""
    aside = noun.dep_ == "pobj" and noun.head.lower_ in ("during", "amid", "throughout", "before", "since")
    return aside and not any(child.dep_ == "prep" for child in noun.rights)


def _is_figure_of_speech(noun: Token) -> bool:
    """`an explosion of joy`, `a storm of protest`."""
    figures = context_words().figures.get(noun.lemma_.lower())
    if figures is None:
        return False
    of = (pobj for child in noun.rights if child.lower_ == "of" for pobj in child.children)
    return any(pobj.lemma_.lower() in figures for pobj in of)


def _is_only_named(noun: Token) -> bool:
    """`charges of murder`, `the lifting of the ban`: the word says of what one is accused, or what is no more."""
    governor = noun.head
    if noun.dep_ == "dobj" and noun.lemma_ in context_words().idioms.get(governor.lemma_.lower(), ()):
        return True  # `followed suit`
    if noun.dep_ in ("dobj", "nsubjpass"):
        return governor.lemma_.lower() in context_words().lifting
    if noun.dep_ != "pobj" or is_definite(noun):
        return False
    return governor.lower_ in ("of", "for", "with", "on") and governor.head.lemma_.lower() in context_words().charging


def is_only_imagined(noun: Token) -> bool:
    """`no attack`, `the threat of attack`."""
    if any(child.lower_ in ("no", "any", "every") for child in noun.lefts):
        return True
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "for"):
        return False
    return context_words().has("hypothetical_heads", noun.head.head.lemma_)


def _tells_hard(noun: Token, arguments: int) -> bool:
    """For nouns of happenings: `the attack killed`, `a quake in Chile`, `after the blast`."""
    if noun.dep_ in SUBJECTS or noun.dep_ == "ROOT":
        return arguments > 0 or noun.head.lemma_ in context_words().light or is_definite(noun)
    if noun.dep_ in ("dobj", "attr", "conj", "appos"):
        return arguments > 0 or (noun.dep_ == "dobj" and noun.head.lemma_ in context_words().light)
    if noun.dep_ == "pobj" and noun.head.lower_ in AFTER:
        return (
            arguments > 0
            or noun.head.head.lower_ in ("result", "consequence")
            or is_definite(noun)
            or noun.head.lower_ in PLAINLY_AFTER
        )
    return False


def _is_told_as_past(noun: Token) -> bool:
    """`clashes broke out`, `floods left thousands homeless`; of `strikes hurt the poor` nobody knows when."""
    verb = noun.head
    return noun.dep_ in SUBJECTS and verb.tag_ in ("VBD", "VBN") and verb.lemma_ in context_words().light


def _is_known(noun: Token) -> bool:
    """`scores died in the attacks`."""
    return noun.dep_ == "pobj" and noun.head.lower_ in PLAINLY_AFTER and is_definite(noun)


def _is_told_by_sentence(noun: Token) -> bool:
    """Whether a noun is subject or object, or stands after `after` and the like."""
    if noun.dep_ == "pobj":
        led = noun.head.lower_ == "to" and noun.head.head.lemma_ == "lead"
        return led or noun.head.lower_ in ("after", "following", "during", "by")
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in context_words().doing
    return noun.dep_ in ("nsubj", "nsubjpass", "ROOT")


def _argument_count(noun: Token) -> int:
    """How much says which happening: places, dates, doers, numbers."""
    return sum(_is_argument(child) for child in noun.children)


def _is_argument(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in ARGUMENTS and any(True for _ in child.children)
    if child.dep_ in ("poss", "nummod", "npadvmod", "relcl", "acl"):
        return True
    return child.ent_type_ in ("DATE", "TIME", "GPE", "NORP", "LOC")


def is_definite(noun: Token) -> bool:
    """`the attack`, `this attack`."""
    return any(child.lower_ in ("the", "this", "that", "these") for child in noun.lefts)


def points_back(noun: Token) -> bool:
    """`the attack`, `this attack`, `Tuesday's attack`: one that was told before; so `handed down the sentence`."""
    if noun.pos_ == "VERB":
        return any(_tells_the_same(noun, child) and points_back(child) for child in noun.rights if child.dep_ == "dobj")
    if noun.tag_ not in ("NN", "NNS"):
        return False
    return any(
        child.lower_ in ("the", "this", "that", "these")
        or (child.dep_ == "poss" and child.ent_type_ in ("DATE", "TIME"))
        for child in noun.lefts
    )


def _tells_the_same(verb: Token, noun: Token) -> bool:
    """`handed down the sentence`, `carried out the attack`: verb and object tell one thing."""
    own, other = event_rules().of_verb(verb), event_rules().of_noun(noun)
    return own is not None and other is not None and own.type is other.type


def _has_doer(setting: Setting, noun: Token) -> bool:
    for child in noun.children:
        if child.dep_ == "poss" or child.ent_type_ in ("NORP", "GPE", "ORG"):
            return True
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "between", "with"):
            return True
    if noun.dep_ == "pobj" and any(child.dep_ == "agent" for child in noun.head.head.children):
        return True  # `led to an apology by the firm`
    return noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and has_public_actor(setting, noun.head)


def _tells_harm(noun: Token) -> bool:
    if noun.lemma_ == "toll" or noun.lemma_ == "death-toll":
        return True
    return any(
        child.dep_ in ("nummod", "poss") or (child.dep_ == "prep" and child.lower_ in ("of", "to"))
        for child in noun.children
    )


def is_gathering_to_protest(verb: Token) -> bool:
    """`gathered to demand their pay`, `rallied in protest`, `assembled, chanting slogans`."""
    words = context_words().gatherings
    if verb.lemma_.lower() not in words["verbs"]:
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or not (is_person_noun(subject) or subject.like_num):
        return False
    return any(_shows_protest(child, words) for child in verb.rights)


def _shows_protest(child: Token, words: dict[str, frozenset[str]]) -> bool:
    if child.dep_ == "prep" and child.lower_ == "in":
        return any(pobj.lower_ in ("protest", "solidarity", "support") for pobj in child.children)
    if child.dep_ not in ("xcomp", "advcl"):
        return False
    if any(word.lower_ == "to" for word in child.lefts):
        return child.lemma_.lower() in words["purposes"]
    shown = {word.lemma_.lower() for word in child.rights if word.dep_ == "dobj"}
    if child.tag_ == "VBG" and child.lemma_.lower() in words["purposes"]:
        return True
    return child.tag_ == "VBG" and child.lemma_.lower() in words["signs"] and bool(shown & words["signed"])


def is_figurative(setting: Setting, verb: Token, rule: Rule) -> bool:
    """`the firm came under fire`, `the colours clash`, `he looked resigned`, `to meet demand`, `back down`."""
    if _is_idiom(verb) or _is_habit(verb, setting) or _is_bare_leaving(verb, rule):
        return True
    if _is_answered(verb) or _is_told_of_always(verb, rule) or _is_of_the_weather(verb, rule):
        return True
    if any(child.dep_ in SUBJECTS and child.lower_ == "you" for child in verb.lefts):
        return True
    if verb.lemma_ == "resign":
        return verb.dep_ == "acomp" or any(child.dep_ == "auxpass" for child in verb.lefts)
    if not rule.suffered and verb.lemma_ != "clash":
        return False
    subject = subject_token(verb)
    if subject is None:
        return verb.lemma_ == "clash"
    if rule.suffered and rule.deadly and is_person_noun(subject):
        return False
    if rule.suffered and (subject.ent_type_ in ("PERSON", "ORG") or subject.lower_ == "it"):
        return True
    return not (is_person_noun(subject) or _is_target(setting, subject))


def _is_answered(verb: Token) -> bool:
    """`The plan was met with protests`, `the target was met`: nobody met anybody."""
    passive = verb.lemma_ == "meet" and any(child.dep_ == "auxpass" for child in verb.lefts)
    by = [pobj for child in verb.rights if child.lower_ in ("by", "with") for pobj in child.children]
    return passive and not any(pobj.ent_type_ in PUBLIC or is_person_noun(pobj) for pobj in by)


def _is_told_of_always(verb: Token, rule: Rule) -> bool:
    """`the way the council is elected`, `Criminalizing this is unfair`: what is so in general."""
    if verb.dep_ == "csubj" and verb.tag_ == "VBG" and rule.harm is None:
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.lemma_ in LAWS:
        return True  # `a law banning rallies`: what it says
    if verb.dep_ == "pcomp" and any(child.dep_ == "dobj" and child.lemma_ in TERMS for child in verb.rights):
        return True  # `five days after taking office`
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    now = len(auxiliaries) == 1 and auxiliaries[0].dep_ == "auxpass" and auxiliaries[0].lower_ in ("is", "are")
    return now and verb.lemma_ == "elect" and rule.type is EventType.ELECTION


def _is_of_the_weather(word: Token, rule: Rule) -> bool:
    """`issued a storm warning`, `forecasters warned of floods`: nobody threatens anybody."""
    if rule.type is not EventType.THREATEN:
        return False
    return any(near.lemma_.lower() in context_words().weather for near in word.sent)


def _is_bare_leaving(verb: Token, rule: Rule) -> bool:
    """`the leader left his house`: a visit has a place to go to; `prices declined`: one declines something."""
    if verb.lemma_ == "leave" and rule.mode == "visit":
        return not any(child.lower_ in ("for", "on") for child in verb.rights)
    if verb.lemma_ == "decline":
        objects = ("dobj", "xcomp", "ccomp", "nsubjpass")
        return not any(child.dep_ in objects and child.ent_type_ not in ("PERCENT", "MONEY") for child in verb.children)
    return False


def _is_habit(verb: Token, setting: Setting) -> bool:
    """`the estate where the leaders meet`: the present tense of a side clause tells what always is."""
    if any(child.lower_ in context_words().habitual for child in verb.lefts) or _is_of_the_past(verb):
        return True
    if verb.tag_ not in ("VBP", "VBZ") or verb.dep_ not in ("relcl", "advcl") or verb.idx < setting.title_end:
        return False
    return not any(child.dep_ in ("aux", "auxpass", "mark") for child in verb.lefts)


def _is_of_the_past(verb: Token) -> bool:
    """`have carried out similar attacks in the past`, `have used force before`."""
    if not any(child.lower_ in ("have", "has") and child.dep_ == "aux" for child in verb.lefts):
        return False
    for child in verb.rights:
        if child.lower_ == "in" and any(pobj.lower_ == "past" for pobj in child.children):
            return True
        if child.lower_ == "before" and child.dep_ == "advmod":
            return True
    return False


def _is_idiom(verb: Token) -> bool:
    if verb.lemma_.lower() in context_words().intransitive and _has_object(verb):
        return True
    idioms = context_words().idioms.get(verb.lemma_.lower())
    if idioms is None:
        return False
    if verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in idioms:
        return True
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    telling = {"dobj", "prt", "nsubjpass"} if passive else {"dobj", "prt"}
    return any(child.dep_ in telling and child.lemma_.lower() in idioms for child in verb.children)


def _has_object(verb: Token) -> bool:
    """`the courage demonstrated by`, `demonstrated a device`: shown, and no protest."""
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return True
    return any(
        child.dep_ in ("dobj", "nsubjpass", "ccomp") and child.ent_type_ not in ("DATE", "TIME")
        for child in verb.children
    )


def _is_target(setting: Setting, noun: Token) -> bool:
    """A place, a country, a vehicle or a base; a firm is none."""
    if noun.i in setting.place_by_token or noun.pos_ == "PRON":
        return True
    return noun.lemma_.lower() in context_words().targets or setting.notes.actors_known.owner(noun) is not None


def has_public_actor(setting: Setting, verb: Token, *, or_private: bool = False) -> bool:
    """Whether somebody of public life (or anybody with a name) is the subject, or the agent, of a verb."""
    subject = _whom_they_mean(subject_token(verb)) or patient_token(verb)
    if subject is None:
        return False
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "pcomp") and _speaks_above(setting, verb, subject):
        return True
    actors = setting.notes.actors_known
    index = setting.speaker_at(subject.idx) if subject.lower_ in FIRST_PERSON else actors.obtain(subject)
    if index is None:
        subject = nameless_meant(setting, subject) or subject  # `the mayor said he rejected the plan`
    if _bears_office(subject) or _is_a_body(subject):
        return True
    if or_private and subject.lower_ == "i":
        return False
    if index is not None:
        return or_private or not _is_private(actors, index) or _is_notable(subject)
    if or_private and (is_somebody(subject) or is_person_noun(subject)):
        return True
    return subject.ent_type_ in PUBLIC or any(token.ent_type_ in PUBLIC for token in _phrase(subject))


def _whom_they_mean(subject: Token | None) -> Token | None:
    """The subject, for `they` that of the sentence before where it is of several."""
    if subject is None or subject.lower_ != "they" or not subject.sent.start:
        return subject
    root = subject.doc[subject.sent.start - 1].sent.root
    before = next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    several = before is not None and (before.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in before.rights))
    return before if several else subject


def _speaks_above(setting: Setting, verb: Token, holder: Token) -> bool:
    """`posted a note on Facebook blaming Chad`: who says so is who wrote the message."""
    if is_person_noun(holder) or holder.dep_ not in ("pobj", "dobj", "nsubj"):
        return False
    above = next((ancestor for ancestor in verb.ancestors if ancestor.pos_ == "VERB"), None)
    return above is not None and has_public_actor(setting, above)


def _bears_office(subject: Token) -> bool:
    """`the pope`, `a prosecutor`: somebody of public life, whoever it is."""
    sector = actor_words().offices.get(subject.lower_)
    return subject.lower_ in context_words().clergy or (sector is not None and sector not in UNHEARD)


def _is_notable(subject: Token) -> bool:
    """Whether private people are more than one, a body, or have a name: `activists`, `the family`, `Farida Khan`."""
    return subject.tag_ in ("NNS", "NNPS", "NNP", "PRP") or _is_a_body(subject)


def _is_a_body(subject: Token) -> bool:
    """`the two countries`, `the company`: several who speak as one."""
    lemma = subject.lemma_.lower()
    return lemma in context_words().collectives or lemma in actor_words().bodies


def _phrase(noun: Token) -> Iterator[Token]:
    """A noun's words without its side clauses: of `a caller who said he was Kling`, the caller."""
    yield from (token for token in noun.subtree if token.i < noun.i)
    for child in noun.rights:
        if child.dep_ not in ("relcl", "acl"):
            yield from child.subtree


def has_armed_actor(setting: Setting, verb: Token) -> bool:
    """Whether soldiers, rebels or a state are the subject, or the agent, of a verb."""
    subject = subject_token(verb)
    if subject is None:
        return False
    actors = setting.notes.actors_known
    index = actors.obtain(subject)
    if index is not None:
        return actors.sector_of(index) in ARMED or actors.kind_of(index) is ActorKind.COUNTRY
    return actor_words().groups.get(subject.lower_) in ARMED or subject.lower_ in actor_words().forces


def _is_private(actors: ActorIndex, index: int) -> bool:
    """Whether an actor is somebody of whom the text tells no office: a witness, a lawyer's client, residents."""
    sector = actors.sector_of(index)
    return sector is ActorSector.CVL or (sector is ActorSector.UNKNOWN and actors.kind_of(index) is ActorKind.PERSON)
