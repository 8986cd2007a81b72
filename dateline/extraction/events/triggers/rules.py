"""The lexicon of events in the form that the code asks it: a verb or noun with its company in, a rule out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.extraction.events.triggers.company import Company, Condition, lemmas_of
from dateline.extraction.events.triggers.words import context_words
from dateline.extraction.lexicon import list_lexicons, load_lexicon
from schema.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = tuple(
    """assault harm protest coerce mobilize sanction retreat aid cooperate concede support consult agree request accuse
    reject threaten crime legal disaster accident election""".split()
)
"""Files of the lexicon whose rules win over those of later ones; files that are not named here come last."""
FILES = (*_FIRST, *(name for name in list_lexicons("events") if name not in _FIRST))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a trigger tells."""

    type: EventType
    mode: str | None = None
    acled: str | None = None
    harm: str | None = None
    """`killed`, `died`, `injured` or `treated` where the word tells of harm, whose cause gives the type."""
    deadly: bool = False
    """Whether it names the happening and tells by itself that those it is done to died: `assassinated`."""
    echo: bool = False
    """Whether it tells nothing of its own: `the violence`, `the virus`."""
    suffered: bool = False
    """Whether the subject is the one it is done to: `came under fire`."""
    named: bool = False
    """Whether a noun says by itself what was done to what: `the dismissal of the general`, `rescue efforts`."""


@dataclass(slots=True)
class EventRules:
    """All rules by the lemma they hang on."""

    verbs: dict[str, list[Condition]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, Rule] = field(default_factory=dict)
    of: dict[str, list[Condition]] = field(default_factory=lambda: defaultdict(list))
    """Nouns that tell an event only of certain things: `the release of prisoners`."""

    def of_verb(self, verb: Token) -> Rule | None:
        """The rule of a verb with what stands around it; None where it tells no event."""
        condition = self.condition_of(verb)
        return condition.rule if condition is not None else None

    def condition_of(self, verb: Token) -> Condition | None:
        """The condition that a verb meets with what stands around it; None where it tells no event."""
        lemma = verb.lemma_.lower()
        conditions = self.verbs.get(f"{_prefix_of(verb)}-{lemma}") or self._under(lemma)
        if not conditions:
            return None
        company = Company(verb)
        if company.unsaid:
            return None
        return next((condition for condition in conditions if company.meets(condition)), None)

    def _under(self, lemma: str) -> list[Condition]:
        """The conditions of a verb; of a rare one the lemmatizer leaves an ending (`cordone`, `wiretappe`)."""
        stem = lemma.removesuffix("e")
        forms = (lemma, stem, stem[:-1]) if stem[-1:] == stem[-2:-1] else (lemma, stem)
        return next((self.verbs[form] for form in forms if form in self.verbs), [])

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
                for found in lemmas_of(pobj)
            }
            if condition.nouns & named:
                return condition.rule
        return self.nouns.get(lemma)


def _prefix_of(verb: Token) -> str:
    """`test-fired`, `re-elected`: what a hyphen joins to a verb."""
    hyphened = verb.i > 1 and verb.nbor(-1).lower_ == "-" and not verb.nbor(-1).whitespace_
    return verb.nbor(-2).lower_ if hyphened else ""


@cache
def event_rules() -> EventRules:
    """The lexicon, read once."""
    rules = EventRules()
    for entry in (entry for name in FILES for entry in load_lexicon(f"events/{name}")["rule"]):
        rule = Rule(
            EventType[entry["type"]],
            entry.get("mode"),
            entry.get("acled"),
            entry.get("harm"),
            entry.get("deadly", False),
            suffered=entry.get("suffered", False),
        )
        _add_nouns(rules, entry, rule)
        for lemma, condition in _conditions(entry, rule):
            rules.verbs[lemma].append(condition)
    for conditions in rules.verbs.values():
        conditions.sort(key=lambda condition: -condition.weight)
    return rules


def _add_nouns(rules: EventRules, entry: dict[str, Any], rule: Rule) -> None:
    for noun in entry.get("nouns", "").split():
        rules.nouns.setdefault(noun, replace(rule, named="-" in noun))
    for noun in entry.get("echoes", "").split():
        rules.nouns.setdefault(noun, replace(rule, echo=True))
    for line in entry.get("of", ()):
        for noun, condition in _pair(line, replace(rule, named=True), subject=False):
            rules.of[noun].append(condition)


def _conditions(entry: dict[str, Any], rule: Rule) -> Iterable[tuple[str, Condition]]:
    unless = _nouns(entry.get("unless", ""))
    for verb in entry.get("verbs", "").split():
        lemma, _, particle = verb.partition("_")
        yield lemma, Condition(rule, particle or None, unless=unless)
    for verb in entry.get("clauses", "").split():
        lemma, _, particle = verb.partition("_")
        yield lemma, Condition(rule, particle or None, clause=True, unless=unless)
    for key in ("pairs", "subjects"):
        for line in entry.get(key, ()):
            yield from _pair(line, rule, subject=key == "subjects")


def _pair(line: str, rule: Rule, *, subject: bool) -> Iterable[tuple[str, Condition]]:
    verbs, _, rest = line.partition(" : ")
    rest, _, doers = rest.partition(" < ")
    nouns, _, unless = rest.partition(" ! ")
    words = verbs.split()
    preposition = next((word[1:] for word in words if word.startswith("+")), None)
    for verb in words:
        if not verb.startswith("+"):
            lemma, _, particle = verb.partition("_")
            yield (
                lemma,
                Condition(
                    rule,
                    particle or None,
                    _nouns(nouns),
                    preposition,
                    subject,
                    unless=_nouns(unless),
                    doers=_nouns(doers),
                ),
            )


def _nouns(words: str) -> frozenset[str]:
    """The nouns of a condition, those of its classes (`@troops`) among them."""
    classes = load_lexicon("event_nouns")["classes"]
    return frozenset(
        noun for word in words.split() for noun in (classes.get(word[1:], word) if word[0] == "@" else word).split()
    )
