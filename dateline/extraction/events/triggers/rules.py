"""The lexicon of events in the form that the code asks it: a verb or noun with its company in, a rule out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.extraction.events.triggers.words import context_words, is_person_noun
from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTS = frozenset({"number", "toll", "total", "count"})
"""Nouns that tell how many there are of what stands after them, and not that something was done to it."""
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative", "acomp"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What a trigger tells."""

    type: EventType
    mode: str | None = None
    acled: str | None = None
    harm: str | None = None
    """`killed`, `died` or `injured` where the word tells of harm, whose cause gives the type."""
    deadly: bool = False
    """Whether it names the happening and tells by itself that those it is done to died: `assassinated`."""
    echo: bool = False
    """Whether it tells nothing of its own: `the violence`, `the virus`."""
    suffered: bool = False
    """Whether the subject is the one it is done to: `came under fire`."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a verb needs beside it for a rule."""

    rule: Rule
    particle: str | None = None
    nouns: frozenset[str] = frozenset()
    preposition: str | None = None
    subject: bool = False
    clause: bool = False

    @property
    def weight(self) -> int:
        """How much the condition asks for."""
        return 2 * bool(self.nouns) + bool(self.particle) + bool(self.preposition) + bool(self.clause)


@dataclass(slots=True)
class EventRules:
    """All rules by the lemma they hang on."""

    verbs: dict[str, list[Condition]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, Rule] = field(default_factory=dict)
    of: dict[str, list[Condition]] = field(default_factory=lambda: defaultdict(list))
    """Nouns that tell an event only of certain things: `the release of prisoners`."""

    def of_verb(self, verb: Token) -> Rule | None:
        """The rule of a verb with what stands around it; None where it tells no event."""
        conditions = self.verbs.get(verb.lemma_.lower())
        if not conditions:
            return None
        company = Company(verb)
        if company.unsaid:
            return None
        return next((condition.rule for condition in conditions if company.meets(condition)), None)

    def of_noun(self, noun: Token) -> Rule | None:
        """The rule of a noun, with the word before it where that makes a name of its own (`drone strike`)."""
        lemma = noun.lemma_.lower()
        if noun.tag_ == "NNPS" and noun.is_sent_start:  # `Shootings continued`, taken for a name
            lemma = lemma.removesuffix("s")
        if noun.i and noun.nbor(-1).dep_ in ("compound", "amod", "nmod"):
            pair = f"{noun.nbor(-1).lower_}-{lemma}"
            if pair in self.nouns:
                return self.nouns[pair]
            if pair in context_words().no_events:
                return None
        for condition in self.of.get(lemma, ()):
            named = {
                found
                for child in noun.children
                if child.dep_ == "prep"
                for pobj in child.children
                for found in _lemmas(pobj)
            }
            if condition.nouns & named:
                return condition.rule
        return self.nouns.get(lemma)


PERSONAL = frozenset({"him", "her", "them", "who", "whom", "he", "she", "they"})
DECLINING = frozenset({"decline", "refuse"})
UNSAID = frozenset("name identify comment say speak discuss give answer elaborate disclose".split())
"""What people decline, or are asked, to do by reporters, which is no event."""


def _is_wish(clause: Token) -> bool:
    """Whether a clause tells what somebody shall do: `to leave`, `that he leave`; not a naming or a question."""
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.lefts):
        return True
    if clause.tag_ not in ("VB", "VBP"):
        return any(child.lower_ in ("should", "must") for child in clause.lefts)
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)


def _tells_time(preposition: Token) -> bool:
    """`on Friday`, which is no part of `call on`; `jailed for four years` is of `jail for`."""
    return preposition.lower_ in ("on", "in", "at", "by") and any(
        child.ent_type_ in ("DATE", "TIME") for child in preposition.children
    )


class Company:
    """The words around a verb that conditions ask for."""

    def __init__(self, verb: Token) -> None:
        self.lemma, self.at = verb.lemma_.lower(), verb.i
        self.particles: set[str] = set()
        self.objects: set[str] = set()
        self.subjects: set[str] = set()
        self.prepositional: dict[str, set[str]] = {}
        self.clause = False
        self.unsaid = False
        for child in verb.children:
            self._take(child)

    def _take(self, child: Token) -> None:
        dep = child.dep_
        if dep in OBJECTS:
            self.objects |= _lemmas(child)
            if dep == "nsubjpass":
                self.subjects |= _lemmas(child)
        elif dep == "nsubj":
            self.subjects |= _lemmas(child)
        elif dep in ("prt", "advmod"):
            self.particles.add(child.lower_)
            self.prepositional.setdefault(child.lower_, set())
        elif dep in ("prep", "agent") and not _tells_time(child):
            self._take_preposition(child)
        elif dep in ("xcomp", "ccomp"):
            self.clause = self.clause or _is_wish(child)
            self.unsaid = self.unsaid or (self.lemma in DECLINING and child.lemma_.lower() in UNSAID)
            self.objects |= {child.lower_} if child.tag_ in ("JJ", "VBN", "NN") else set()
        elif dep == "advcl" and child.i > self.at and any(grandchild.lower_ == "to" for grandchild in child.lefts):
            self.clause = True

    def _take_preposition(self, child: Token) -> None:
        self.particles.add(child.lower_)
        nouns = self.prepositional.setdefault(child.lower_, set())
        if child.dep_ == "agent":
            self.subjects |= {lemma for pobj in child.children for lemma in _lemmas(pobj)}
        for grandchild in child.children:
            if grandchild.dep_ == "pobj":
                nouns |= _lemmas(grandchild)
            elif grandchild.dep_ == "prep":
                self.particles.add(grandchild.lower_)

    def meets(self, condition: Condition) -> bool:
        """Whether all that a condition asks for is there."""
        if condition.particle is not None and condition.particle not in self.particles:
            return False
        if condition.clause:
            return self.clause
        if condition.preposition is not None:
            beside = self.prepositional.get(condition.preposition)
            return beside is not None and bool(condition.nouns & (beside | self.objects | self.subjects))
        if condition.subject:
            return bool(condition.nouns & self.subjects)
        if not condition.nouns:
            return True
        if condition.particle is not None:
            return bool(condition.nouns & (self.objects | self.prepositional.get(condition.particle, set())))
        return bool(condition.nouns & self.objects)


def _lemmas(noun: Token) -> set[str]:
    """The lemmas of a noun, of what is joined to it by `and`, of its compounds (`hunger-strike`) and titles."""
    found = {noun.lemma_.lower(), noun.lower_}
    pairs = {f"{child.lower_}-{noun.lemma_.lower()}" for child in noun.lefts if child.dep_ in ("compound", "amod")}
    if pairs & context_words().no_events:
        return pairs
    if noun.pos_ == "PROPN" and noun.is_sent_start:  # `Rockets were fired`, taken for a name
        found.add(noun.lower_.removesuffix("s"))
    if noun.ent_type_ in ("GPE", "NORP"):
        found.add("@state")
    elif noun.ent_type_ == "PERSON" or noun.lower_ in PERSONAL:
        found.add("@person")
    elif noun.ent_type_ == "ORG":
        found.add("@company")
    if is_person_noun(noun) or any(child.lower_ in PERSONAL for of in noun.rights for child in of.children):
        found.add("@people")  # also `two of them`
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            found.add(f"{child.lower_}-{noun.lemma_.lower()}")
            if noun.pos_ == "PROPN":
                found.add(child.lower_)
        elif child.dep_ == "conj":
            found |= _lemmas(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and noun.lower_ not in COUNTS:
            found |= {grandchild.lemma_.lower() for grandchild in child.children if grandchild.dep_ == "pobj"}
            found |= {
                f"{noun.lemma_.lower()}-of-{grandchild.lemma_.lower()}"
                for grandchild in child.children
                if grandchild.dep_ == "pobj"
            }
    return found


@cache
def event_rules() -> EventRules:
    """The lexicon, read once."""
    rules = EventRules()
    for entry in load_lexicon("events")["rule"]:
        rule = Rule(
            EventType[entry["type"]],
            entry.get("mode"),
            entry.get("acled"),
            entry.get("harm"),
            entry.get("deadly", False),
            suffered=entry.get("suffered", False),
        )
        for lemma, condition in _conditions(entry, rule):
            rules.verbs[lemma].append(condition)
        for noun in entry.get("nouns", "").split():
            rules.nouns.setdefault(noun, rule)
        for noun in entry.get("echoes", "").split():
            rules.nouns.setdefault(noun, replace(rule, echo=True))
        for line in entry.get("of", ()):
            for noun, condition in _pair(line, rule, subject=False):
                rules.of[noun].append(condition)
    for conditions in rules.verbs.values():
        conditions.sort(key=lambda condition: -condition.weight)
    return rules


def _conditions(entry: dict[str, Any], rule: Rule) -> Iterable[tuple[str, Condition]]:
    for verb in entry.get("verbs", "").split():
        lemma, _, particle = verb.partition("_")
        yield lemma, Condition(rule, particle or None)
    for verb in entry.get("clauses", "").split():
        yield verb, Condition(rule, clause=True)
    for key in ("pairs", "subjects"):
        for line in entry.get(key, ()):
            yield from _pair(line, rule, subject=key == "subjects")


def _pair(line: str, rule: Rule, *, subject: bool) -> Iterable[tuple[str, Condition]]:
    verbs, _, nouns = line.partition(":")
    words = verbs.split()
    preposition = next((word[1:] for word in words if word.startswith("+")), None)
    for verb in words:
        if not verb.startswith("+"):
            lemma, _, particle = verb.partition("_")
            yield lemma, Condition(rule, particle or None, frozenset(nouns.split()), preposition, subject)
