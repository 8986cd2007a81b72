"""The words around a verb that the conditions of the lexicon ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.events.clauses import patient_token, subject_token
from dateline.extraction.events.triggers.words import context_words, is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extraction.events.triggers.rules import Rule

COUNTS = frozenset({"number", "toll", "total", "count"})
"""Nouns that tell how many there are of what stands after them, and not that something was done to it."""
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative", "acomp"})
PERSONAL = frozenset({"him", "her", "them", "who", "whom", "he", "she", "they"})
RELATIVE = frozenset({"who", "whom", "which", "that"})
DECLINING = frozenset({"decline", "refuse"})
UNSAID = frozenset("name identify comment say speak discuss give answer elaborate disclose".split())
"""What people decline, or are asked, to do by reporters, which is no event."""
WISHING = frozenset({"recommend", "insist", "propose", "suggest", "demand", "request"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What a verb needs beside it for a rule."""

    rule: Rule
    particle: str | None = None
    nouns: frozenset[str] = frozenset()
    preposition: str | None = None
    subject: bool = False
    clause: bool = False
    unless: frozenset[str] = frozenset()
    """Nouns beside which it does not hold."""
    doers: frozenset[str] = frozenset()
    """Of which the subject must be one."""

    @property
    def weight(self) -> int:
        """How much the condition asks for."""
        asked = 2 * bool(self.nouns) + bool(self.particle) + bool(self.preposition) + bool(self.clause)
        return asked + 2 * bool(self.doers)


class Company:
    """The words around a verb that conditions ask for."""

    def __init__(self, verb: Token) -> None:
        self.verb, self.lemma, self.at = verb, verb.lemma_.lower(), verb.i
        self.particles: set[str] = set()
        self.objects: set[str] = set()
        self.subjects: set[str] = set()
        self.prepositional: dict[str, set[str]] = {}
        self.clause = False
        self.unsaid = False
        for child in verb.children:
            self._take(child)
        self._take_from_above()

    def _take(self, child: Token) -> None:
        dep = child.dep_
        if dep in OBJECTS:
            self.objects |= lemmas_of(child)
            if dep == "nsubjpass":
                self.subjects |= lemmas_of(child)
        elif dep == "nsubj":
            self.subjects |= lemmas_of(child)
        elif dep in ("prt", "advmod"):
            self.particles.add(child.lower_)
            self.prepositional.setdefault(child.lower_, set())
        elif dep in ("prep", "agent") and not _tells_time(child):
            self._take_preposition(child)
        elif dep in ("xcomp", "ccomp"):
            told_to = self.lemma not in context_words().telling or _is_infinitive(child)
            self.clause = self.clause or (told_to and _is_wish(child)) or self._is_recommended(child)
            self.unsaid = self.unsaid or (self.lemma in DECLINING and child.lemma_.lower() in UNSAID)
            self.objects |= {child.lower_} if child.tag_ in ("JJ", "VBN", "NN") else set()
        elif dep == "advcl" and child.i == self.at + 1 and child.tag_ == "VBG":  # `went missing`
            self.objects.add(child.lower_)
        elif dep == "advcl" and child.i > self.at and any(grandchild.lower_ == "to" for grandchild in child.lefts):
            self.clause = True

    def _is_recommended(self, clause: Token) -> bool:
        """`recommended the troops withdraw`: a wish without `that`."""
        plain = clause.tag_ in ("VB", "VBP") and not any(child.dep_ == "aux" for child in clause.lefts)
        beside = (*clause.lefts, *(child for child in self.verb.rights if child.i < clause.i))
        return self.lemma in WISHING and plain and any(child.dep_ in ("nsubj", "dobj") for child in beside)

    def _take_preposition(self, child: Token) -> None:
        if child.lower_ != "in" or not any(pobj.ent_type_ in PLACES for pobj in child.children):  # `was taken in Mali`
            self.particles.add(child.lower_)
        nouns = self.prepositional.setdefault(child.lower_, set())
        if child.dep_ == "agent":
            self.subjects |= {lemma for pobj in child.children for lemma in lemmas_of(pobj)}
        for grandchild in child.children:
            if grandchild.dep_ == "pobj":
                nouns |= lemmas_of(grandchild)
            elif grandchild.dep_ == "pcomp":
                nouns.add(grandchild.lemma_.lower())
            elif grandchild.dep_ == "prep":  # `walked out of the talks`
                self._take_preposition(grandchild)

    def _take_from_above(self) -> None:
        """`the town seized by rebels`, `the bomb that he planted`, `was searched and sealed`: what stands above."""
        verb = self.verb
        related = verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.lower_ in RELATIVE for c in verb.lefts)
        if related or is_finite_above(verb):
            self.objects |= lemmas_of(verb.head)
        elif not self.objects:
            patient = patient_token(verb)
            if patient is not None:
                self.objects |= lemmas_of(patient)
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT":  # `The block crumbled`, misread
            self.subjects |= lemmas_of(verb.head)

    @cached_property
    def doers(self) -> set[str]:
        """The lemmas of the subject, also where another verb bears it."""
        if self.subjects - RELATIVE - {"@person", "@people"}:
            return self.subjects
        subject = subject_token(self.verb)
        return self.subjects | (lemmas_of(subject) if subject is not None else set())

    def meets(self, condition: Condition) -> bool:
        """Whether all that a condition asks for is there."""
        if condition.particle is not None and condition.particle not in self.particles:
            return False
        if condition.doers and not condition.doers & self.doers:
            return False
        if condition.unless and condition.unless & self._beside:
            return False
        if condition.clause:
            return self.clause
        if condition.preposition is not None:
            beside = self.prepositional.get(condition.preposition)
            return beside is not None and bool(condition.nouns & (beside | self.objects | self.subjects))
        if condition.subject:
            return bool(condition.nouns & self.doers)
        if not condition.nouns:
            return True
        if condition.particle is not None:
            return bool(condition.nouns & (self.objects | self.prepositional.get(condition.particle, set())))
        return bool(condition.nouns & self.objects)

    @property
    def _beside(self) -> set[str]:
        found = self.objects | self.subjects | self.particles
        for nouns in self.prepositional.values():
            found |= nouns
        return found


def is_finite_above(verb: Token) -> bool:
    """`Turkey deployed troops`, where the parser takes the verb for a word before its object."""
    if verb.dep_ != "amod" or verb.tag_ not in ("VBD", "VBN") or not verb.i:
        return False
    before, after = verb.nbor(-1), verb.head
    if after.head == before and after.dep_ in ("dobj", "appos") and before.tag_ == "NNS":  # `Guards tortured detainees`
        return True
    return verb.tag_ == "VBD" and any(child.dep_ == "nsubj" for child in verb.lefts)


def _is_infinitive(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.lefts)


def _is_wish(clause: Token) -> bool:
    """Whether a clause tells what somebody shall do: `to leave`, `that he leave`; not a naming or a question."""
    if _is_infinitive(clause):
        return True
    if clause.tag_ not in ("VB", "VBP"):
        return any(child.lower_ in ("should", "must") for child in clause.lefts)
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    return marked and not any(child.dep_ == "aux" for child in clause.lefts)


def _tells_time(preposition: Token) -> bool:
    """`on Friday`, which is no part of `call on`; `jailed for four years` is of `jail for`."""
    return preposition.lower_ in ("on", "in", "at", "by") and any(
        child.ent_type_ in ("DATE", "TIME") for child in preposition.children
    )


def lemmas_of(noun: Token) -> set[str]:
    """The lemmas of a noun, of what is joined to it by `and`, of its compounds (`hunger-strike`) and titles."""
    found = {noun.lemma_.lower(), noun.lower_}
    pairs = {f"{child.lower_}-{noun.lemma_.lower()}" for child in noun.lefts if child.dep_ in ("compound", "amod")}
    if pairs & context_words().no_events:
        return pairs
    found |= _kinds_of(noun)
    if noun.tag_ == "NNPS" or (noun.pos_ == "PROPN" and noun.is_sent_start):  # `Rockets were fired`, taken for a name
        found.add(noun.lower_.removesuffix("s"))
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            found.add(f"{child.lower_}-{noun.lemma_.lower()}")
            if noun.pos_ == "PROPN":
                found.add(child.lower_)
        elif child.dep_ == "conj":
            found |= lemmas_of(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and noun.lower_ not in COUNTS:
            found |= _lemmas_after_of(noun, child)
    return found


def _kinds_of(noun: Token) -> set[str]:
    """The classes that a noun belongs to by what kind of name it is."""
    found = set()
    if noun.ent_type_ in ("GPE", "NORP"):
        found.add("@state")
    elif noun.ent_type_ == "PERSON" or noun.lower_ in PERSONAL:
        found.add("@person")
    elif noun.ent_type_ == "ORG":
        found.add("@company")
    elif noun.ent_type_ == "MONEY":
        found.add("@money")
    if noun.ent_type_ in PLACES:
        found.add("@place")
    if noun.pos_ == "NUM":  # `saved 38`
        found.add("@number")
    if is_person_noun(noun) or any(child.lower_ in PERSONAL for of in noun.rights for child in of.children):
        found.add("@people")  # also `two of them`
    return found


def _lemmas_after_of(noun: Token, of: Token) -> set[str]:
    heads = [grandchild for grandchild in of.children if grandchild.dep_ == "pobj"]
    after = {head.lemma_.lower() for head in heads}
    joined = {
        f"{child.lower_}-{head.lemma_.lower()}" for head in heads for child in head.lefts if child.dep_ == "compound"
    }
    return after | joined | {f"{noun.lemma_.lower()}-of-{lemma}" for lemma in after}
