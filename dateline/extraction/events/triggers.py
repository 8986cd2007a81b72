"""Triggers: the words that tell an event, and how certainly it happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.events.rules import Rule, event_rules
from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.notes import Notes
from schema.vocabulary import EventStatus, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODALS = frozenset({"could", "might", "may", "would", "can", "ca"})
WISHES = frozenset({"should", "must", "ought"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset(
    {"on", "against", "in", "at", "by", "between", "near", "with", "of", "over", "across", "outside", "through", "for"}
)
AFTER = frozenset(
    {
        "after",
        "during",
        "following",
        "in",
        "since",
        "from",
        "before",
        "amid",
        "by",
        "of",
        "to",
        "over",
        "at",
        "with",
        "for",
    }
)
FUTURE_AGREEMENT = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.CONCEDE, EventType.RETREAT}
)
FUTURE_THREAT = frozenset({EventType.COERCE, EventType.SANCTION, EventType.REJECT})
"""In the future tense these are agreements, and threats, to do so (PLOVER's rule)."""
SAYING = frozenset("say declare announce insist reiterate conclude warn state stress tell add".split())
COMPLEMENT = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "dobj",
        "prep",
        "pobj",
        "conj",
        "advcl",
        "relcl",
        "amod",
        "compound",
        "poss",
        "attr",
        "nsubj",
        "nsubjpass",
    }
)
WORDS_ONLY = frozenset(
    {EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE, EventType.SANCTION}
)
"""Types whose complement tells what was only spoken of."""


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The lexicon of what stands around triggers."""

    lists: dict[str, frozenset[str]]
    hard: frozenset[str]
    light: frozenset[str]
    soft: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """Whether a list of the `status` table has a word."""
        return word in self.lists[name]


@cache
def context_words() -> ContextWords:
    """The lexicon, read once."""
    lexicon = load_lexicon("event_context")
    lists = {name: frozenset(words.split()) for name, words in lexicon["status"].items()}
    nouns = lexicon["nouns"]
    return ContextWords(
        lists,
        frozenset(nouns["hard"].split()),
        frozenset(nouns["light"].split()),
        frozenset(lexicon["soft"]["types"].split()),
    )


@dataclass(slots=True)
class Trigger:
    """One word that tells an event."""

    token: Token
    rule: Rule
    type: EventType
    status: EventStatus
    certain: float = 0.9


def find_triggers(notes: Notes) -> list[Trigger]:
    """All triggers of an article, in order."""
    title_end = _title_end(notes)
    found = [trigger for token in notes.doc if (trigger := _trigger_at(notes, token, title_end)) is not None]
    return list(_without_mere_words(found))


def _title_end(notes: Notes) -> int:
    """Where a headline at the start of the text ends; its verbs are in the present tense."""
    title = notes.source.title
    return len(title) if title and notes.source.text.startswith(title) else 0


def _trigger_at(notes: Notes, token: Token, title_end: int) -> Trigger | None:
    if token.pos_ in ("VERB", "AUX"):
        if _is_called_for(notes, token):
            return Trigger(token, Rule(EventType.REQUEST), EventType.REQUEST, EventStatus.REPORTED, 0.7)
        rule = event_rules().of_verb(token) if token.dep_ not in ("amod", "aux", "compound") else None
        if rule is None or token.ent_type_ in ("PERSON", "ORG", "WORK_OF_ART", "FAC"):
            return None
        if rule.type.value in context_words().soft and not _has_public_actor(notes, token):
            return None
        return _with_status(notes, token, rule)
    if token.tag_ in ("NN", "NNS") or (token.tag_ == "NNP" and token.idx < title_end):
        rule = event_rules().of_noun(token)
        if rule is None or not _tells(notes, token, rule):
            return None
        return _with_status(notes, token, rule)
    return None


# ---------------------------------------------------------------- nouns


def _tells(notes: Notes, noun: Token, rule: Rule) -> bool:
    """Whether an event noun tells a happening and not a kind of thing."""
    if noun.dep_ in ("compound", "nmod", "amod", "npadvmod", "poss") or noun.ent_type_ in (
        "PERSON",
        "ORG",
        "WORK_OF_ART",
        "LAW",
    ):
        return False
    if any(child.lower_ in ("no", "any", "every") for child in noun.lefts):
        return False
    if (
        noun.dep_ == "pobj"
        and noun.head.head.lemma_ in context_words().lists["hypothetical_heads"]
        and noun.head.lower_ in ("of", "for")
    ):
        return False
    if rule.harm is not None:
        return _tells_harm(noun)
    hard = rule.type.value in context_words().hard
    arguments = _argument_count(noun)
    if noun.tag_ == "NNS" and not arguments:
        return False
    if not hard:
        return _has_doer(notes, noun) and arguments > 0 and _is_told_by_sentence(noun)
    if noun.dep_ in SUBJECTS or noun.dep_ == "ROOT":
        return arguments > 0 or noun.head.lemma_ in context_words().light or _is_definite(noun)
    if noun.dep_ in ("dobj", "attr", "conj", "appos"):
        return arguments > 0 or (noun.dep_ == "dobj" and noun.head.lemma_ in context_words().light)
    if noun.dep_ == "pobj":
        return noun.head.lower_ in AFTER and (
            arguments > 0 or _is_definite(noun) or noun.head.lower_ in ("after", "during", "following", "in")
        )
    return False


def _is_told_by_sentence(noun: Token) -> bool:
    """Whether a noun is subject or object, or stands after `after` and the like."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("after", "following", "during", "by")
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj", "ROOT")


def _argument_count(noun: Token) -> int:
    """How much says which happening: places, dates, doers, numbers."""
    count = 0
    for child in noun.children:
        if (
            child.dep_ == "poss"
            or (child.dep_ == "prep" and child.lower_ in ARGUMENTS and any(True for _ in child.children))
            or child.dep_ in ("nummod", "npadvmod", "relcl", "acl")
            or child.ent_type_ in ("DATE", "TIME", "GPE", "NORP", "LOC")
        ):
            count += 1
    return count


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that", "these") for child in noun.lefts)


def _has_doer(notes: Notes, noun: Token) -> bool:
    for child in noun.children:
        if child.dep_ == "poss" or child.ent_type_ in ("NORP", "GPE", "ORG"):
            return True
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "between", "with"):
            return True
    head = noun.head
    return noun.dep_ == "dobj" and head.pos_ == "VERB" and _has_public_actor(notes, head)


def _tells_harm(noun: Token) -> bool:
    return any(
        child.dep_ in ("nummod", "poss") or (child.dep_ == "prep" and child.lower_ in ("of", "to"))
        for child in noun.children
    )


# ---------------------------------------------------------------- who does it


def _has_public_actor(notes: Notes, verb: Token) -> bool:
    """Whether somebody of public life is the subject (or the agent) of a verb."""
    subject = subject_token(verb) or next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is None:
        return False
    if subject.ent_type_ in ("GPE", "ORG", "NORP", "PERSON") or notes.actors_known.find(subject) is not None:
        return True
    if any(token.ent_type_ in ("GPE", "ORG", "NORP", "PERSON") for token in subject.subtree):
        return True
    return notes.actors_known.obtain(subject) is not None


def subject_token(verb: Token) -> Token | None:
    """The subject of a verb, that of the verb it hangs on, or the agent of a passive."""
    agent = next(
        (pobj for child in verb.children if child.dep_ == "agent" for pobj in child.children if pobj.dep_ == "pobj"),
        None,
    )
    if agent is not None:
        return agent
    own = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if own is not None:
        if own.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return verb.head
        return own
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head != verb:
        at = verb.head
        while at.pos_ == "ADP" and at.head != at:
            at = at.head
        return subject_token(at) if at.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return None


# ---------------------------------------------------------------- status


def _with_status(notes: Notes, token: Token, rule: Rule) -> Trigger | None:
    status = read_status(token)
    if status is None or (status is EventStatus.DENIED and not _is_worth_denying(notes, token, rule)):
        return None
    kind = rule.type
    if status is EventStatus.PLANNED and token.pos_ == "VERB":
        kind = _announced(rule)
    if status is EventStatus.HYPOTHETICAL and (kind.value in context_words().soft or token.pos_ == "NOUN"):
        if kind not in (EventType.THREATEN, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT):
            return None
    certain = {EventStatus.HYPOTHETICAL: 0.4, EventStatus.PLANNED: 0.7, EventStatus.CLAIMED: 0.6}.get(status, 0.9)
    return Trigger(token, rule, kind, status, certain if token.pos_ == "VERB" else certain - 0.1)


def _is_worth_denying(notes: Notes, token: Token, rule: Rule) -> bool:
    """Whether somebody says that a happening did not take place; that nothing happened is no event."""
    if rule.harm is not None or rule.type.value not in context_words().hard:
        return False
    denied = any(ancestor.lemma_ == "deny" for ancestor in token.ancestors)
    return denied or any(part.start <= token.idx < part.end for quote in notes.quotes for part in quote.excerpts)


def _announced(rule: Rule) -> EventType:
    """The type of what somebody says will be done."""
    if rule.type in FUTURE_AGREEMENT and rule.mode != "resign":
        return EventType.AGREE
    return EventType.THREATEN if rule.type in FUTURE_THREAT else rule.type


def _is_called_for(notes: Notes, verb: Token) -> bool:
    """`said that Libya must hand over the men`: what one says another must do is a demand."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
        return False
    if not any(child.dep_ == "aux" and child.lower_ in ("must", "should") for child in verb.lefts):
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ == "PRON" or not _has_public_actor(notes, verb):
        return False
    return _has_public_actor(notes, verb.head)


def read_status(token: Token) -> EventStatus | None:
    """How certainly the event of a trigger happened; None where it is only wished, ordered or tried."""
    words = context_words()
    if token.pos_ == "NOUN":
        told = _status_of_noun(token)
        if told is not None:
            return told
        governor = _governor(token)
        if governor is None:
            return EventStatus.REPORTED
        if words.has("denied", governor.lemma_) and token.dep_ == "dobj" and governor.lemma_ == "deny":
            return EventStatus.DENIED
        if (
            words.has("hypothetical", governor.lemma_)
            and token.dep_ in ("dobj", "pobj")
            and governor.lemma_ not in ("help", "force", "order")
        ):
            return EventStatus.HYPOTHETICAL
        return _status_of_verb(governor)
    return _status_of_verb(token)


def _status_of_noun(noun: Token) -> EventStatus | None:
    words = context_words()
    for child in noun.lefts:
        if words.has("planned_words", child.lower_):
            return EventStatus.PLANNED
        if words.has("claimed_words", child.lower_):
            return EventStatus.CLAIMED
        if words.has("hypothetical_words", child.lower_) and child.dep_ == "amod":
            return EventStatus.HYPOTHETICAL
    return None


def _governor(noun: Token) -> Token | None:
    at, steps = noun.head, 0
    while steps < 4 and at.pos_ not in ("VERB", "AUX"):
        if at.head == at:
            return None
        at, steps = at.head, steps + 1
    return at if at.pos_ in ("VERB", "AUX") else None


def _status_of_verb(verb: Token, depth: int = 0) -> EventStatus | None:
    own = _own_status(verb)
    if own is not EventStatus.REPORTED or depth > 3:
        return own
    return _inherited_status(verb, depth)


def _own_status(verb: Token) -> EventStatus | None:
    words = context_words()
    modal: EventStatus | None = EventStatus.REPORTED
    for child in verb.lefts:
        if child.dep_ == "neg" or (child.dep_ in SUBJECTS and _is_nobody(child)):
            return EventStatus.DENIED
        if child.dep_ == "aux" and child.lower_ in FUTURE:
            modal = EventStatus.PLANNED
        elif child.dep_ == "aux" and child.lower_ in WISHES:
            modal = None
        elif child.dep_ == "aux" and child.lower_ in MODALS:
            modal = EventStatus.HYPOTHETICAL
        elif child.dep_ == "mark" and words.has("hypothetical_marks", child.lower_):
            return EventStatus.HYPOTHETICAL
        elif child.dep_ == "advmod" and words.has("claimed_adverbs", child.lower_):
            return EventStatus.CLAIMED
    return modal


def _is_nobody(subject: Token) -> bool:
    """`nobody`, `no one`, `none of them`, `no shots`."""
    first = subject.doc[subject.left_edge.i]
    return subject.lower_ in ("nobody", "none", "neither", "nothing") or first.lower_ == "no"


def _inherited_status(verb: Token, depth: int) -> EventStatus | None:
    words, head = context_words(), verb.head
    if head == verb:
        return EventStatus.REPORTED
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
    if verb.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl") and infinitive:
        return _status_of_infinitive(verb, head, depth)
    if verb.dep_ in ("ccomp", "pcomp", "xcomp"):
        governor = head.head if head.pos_ == "ADP" else head
        lemma = governor.lemma_
        if words.has("denied", lemma):
            return EventStatus.DENIED
        if words.has("claimed", lemma):
            return EventStatus.CLAIMED
        if lemma in (
            "threaten",
            "warn",
            "fear",
            "want",
            "demand",
            "urge",
            "hope",
            "insist",
            "propose",
            "suggest",
            "request",
        ) and verb.tag_ in ("VB", "VBP"):
            return EventStatus.HYPOTHETICAL
        if lemma in ("plan", "expect", "schedule", "consider"):
            return EventStatus.PLANNED
    if verb.dep_ == "conj" and head.pos_ == "VERB":
        return _status_of_verb(head, depth + 1)
    if verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.lefts):
        return EventStatus.HYPOTHETICAL
    return EventStatus.REPORTED


def _status_of_infinitive(verb: Token, head: Token, depth: int) -> EventStatus | None:
    words, lemma = context_words(), head.lemma_
    if words.has("real", lemma) and verb.dep_ in ("xcomp", "ccomp"):
        return _status_of_verb(head, depth + 1)
    if words.has("denied", lemma):
        return EventStatus.DENIED
    if words.has("claimed", lemma):
        return EventStatus.CLAIMED
    if words.has("planned", lemma) and head.pos_ in ("VERB", "ADJ", "NOUN", "AUX"):
        return EventStatus.PLANNED
    if lemma == "be":
        return EventStatus.PLANNED
    return None


# ---------------------------------------------------------------- what is only spoken of


def _without_mere_words(triggers: list[Trigger]) -> Iterator[Trigger]:
    """Leaves out what another trigger only speaks of: in `agreed to release`, nothing is released yet."""
    speaking = {trigger.token.i: trigger for trigger in triggers if trigger.type in WORDS_ONLY}
    for trigger in triggers:
        over = _spoken_of_by(trigger.token, speaking)
        if over is None or trigger.rule.harm is not None:
            yield trigger


def _spoken_of_by(token: Token, speaking: dict[int, Trigger]) -> Trigger | None:
    at, steps = token, 0
    while at.head != at and steps < 5 and at.dep_ in COMPLEMENT:
        if at.dep_ in ("nsubj", "advcl") and at.pos_ != "VERB":
            return None
        if (
            at.dep_ in ("advcl", "conj")
            and at.pos_ == "VERB"
            and at.head.pos_ == "VERB"
            and not any(c.lower_ == "to" for c in at.lefts)
        ):
            return None
        at, steps = at.head, steps + 1
        if at.i in speaking and at.i != token.i:
            return speaking[at.i]
    return None
