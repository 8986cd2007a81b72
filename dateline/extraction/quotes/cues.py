"""Cues: the words that introduce reported speech, who speaks by them, and the clause that is said.

A cue is a verb of saying with its subject, `according to`, or a noun of saying with its clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.notes import Notes

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CARRIED_BY_INFINITIVE = frozenset({"promise", "vow", "pledge", "threaten", "claim", "agree", "offer", "swear"})


@dataclass(frozen=True, slots=True)
class CueWords:
    """The lexicon of cues, by lemma or lower-case word."""

    strong: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    media: frozenset[str]
    media_prepositions: frozenset[str]
    hearers: frozenset[str]


@cache
def cue_words() -> CueWords:
    """The lexicon, read once."""
    lexicon = load_lexicon("cues")
    return CueWords(
        frozenset(lexicon["verbs"]["strong"].split()),
        frozenset(lexicon["verbs"]["weak"].split()),
        frozenset(lexicon["nouns"]["words"].split()),
        frozenset(lexicon["media"]["words"].split()),
        frozenset(lexicon["media"]["prepositions"]),
        frozenset(lexicon["hearers"]["verbs"]),
    )


@dataclass(slots=True)
class Cue:
    """One cue: tokens `start` to `end` of its words, its main token, its speaker, the head of the clause said."""

    token: Token
    start: int
    end: int
    speaker: Token | None
    clause: Token | None
    strong: bool
    lead_out: bool = False
    """True where the clause is the rest of the sentence: `according to`, `…, he said.`"""


def find_cues(notes: Notes, quoted: list[bool]) -> list[Cue]:
    """All cues outside direct speech, in order."""
    return [cue for token in notes.doc if not quoted[token.i] for cue in _cues_at(token)]


def _cues_at(token: Token) -> Iterator[Cue]:
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        speaker = next((child for child in token.nbor().children if child.dep_ == "pobj"), None)
        if speaker is None:
            speaker = next((child for child in token.children if child.dep_ == "pobj"), None)
        if speaker is not None:
            yield Cue(token, token.i, token.i + 2, speaker, _governor(token), strong=True, lead_out=True)
    elif token.pos_ in ("VERB", "AUX"):
        cue = _verb_cue(token)
        if cue is not None:
            yield cue
    elif token.lemma_.lower() in cue_words().nouns and token.pos_ == "NOUN":
        clause = next((c for c in token.rights if c.dep_ in ("acl", "ccomp") and _has_that(c)), None)
        if clause is not None:
            yield Cue(token, token.i, token.i + 1, _speaker_of_noun(token), clause, strong=False)


def _verb_cue(token: Token) -> Cue | None:
    words, lemma = cue_words(), token.lemma_.lower()
    strong = lemma in words.strong
    if not strong and lemma not in words.weak:
        return None
    if (is_negated(token) and lemma not in ("deny",)) or _is_asked(token):
        return None
    speaker = subject_of(token)
    clause, lead_out = _clause_of(token)
    return Cue(token, token.i, token.i + 1, speaker, clause, strong, lead_out)


def _is_asked(verb: Token) -> bool:
    """`Asked whether he would resign, he said`: somebody else's question, who is not told."""
    if verb.lower_ not in ("asked", "questioned", "pressed", "quizzed") or verb.dep_ not in ("advcl", "nsubj", "csubj"):
        return False
    return verb.tag_ in ("VBN", "VBD") and not any(child.dep_ in (*SUBJECTS, "agent") for child in verb.children)


def is_negated(token: Token) -> bool:
    """`did not say`."""
    return any(child.dep_ == "neg" for child in token.children)


def subject_of(verb: Token) -> Token | None:
    """Who speaks by a verb: its subject, that of the verb it hangs on, the noun it describes, or the agent."""
    agent = next((pobj for child in verb.children if child.dep_ == "agent" for pobj in child.children), None)
    if agent is not None:
        return agent
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    passive = own is not None and own.dep_ == "nsubjpass"
    if own is not None and not passive:
        return _antecedent(own, verb)
    inverted = _inverted_subject(verb)
    if inverted is not None and own is None:
        return inverted
    if passive:
        return own if verb.lemma_ in ("quote", "cite") else None
    head = verb.head
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "parataxis") and head != verb and head.pos_ in ("VERB", "AUX"):
        return subject_of(head)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head
    return None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    if subject.lower_ in ("there", "what", "whatever", "this"):
        return None
    return subject


def _inverted_subject(verb: Token) -> Token | None:
    """`said Maria Lopez`: a name or noun right after the verb, whatever the parser calls it."""
    right = next(
        (child for child in verb.rights if child.dep_ in ("nsubj", "dobj", "npadvmod", "attr", "oprd", "dep")), None
    )
    if verb.tag_ == "VBG":
        return None  # `telling the BBC that`: who is told stands there
    if right is None or verb.lemma_ not in ("say", "add", "write", "ask", "explain", "continue", "note", "tell"):
        return None
    before = verb.doc[verb.i - 1] if verb.i else None
    comes_after_words = before is not None and (before.is_quote or before.text in (",", "?", "!", "”", "''", "—", "’"))
    return (
        right if comes_after_words and right.pos_ in ("PROPN", "NOUN", "PRON") and right.ent_type_ != "DATE" else None
    )


def _clause_of(verb: Token) -> tuple[Token | None, bool]:
    """The head of the clause that is said, and whether it is the rest of the sentence."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and _is_said(child, verb)]
    if clauses:
        return max(clauses, key=lambda child: child.right_edge.i - child.left_edge.i), False
    if verb.dep_ in ("parataxis", "ccomp", "advcl") and _is_parenthetical(verb):
        return verb.head, True
    if verb.lemma_.lower() in CARRIED_BY_INFINITIVE:
        infinitive = next((child for child in verb.rights if child.dep_ == "xcomp" and _has_to(child)), None)
        return infinitive, False
    return None, False


def _is_said(clause: Token, verb: Token) -> bool:
    return clause.i > verb.i or clause.right_edge.i < verb.i or _is_parenthetical(verb)


def _is_parenthetical(verb: Token) -> bool:
    """`…, he said.`: subject and verb alone, set apart by commas."""
    start = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in SUBJECTS)])
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    first = min(start, subject.left_edge.i) if subject is not None else start
    if subject is None or first == 0:
        return False
    return verb.doc[first - 1].text in (",", "”", '"', "''", "—", "–", "--")


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _has_to(clause: Token) -> bool:
    return any(child.lower_ == "to" for child in clause.lefts)


def _governor(token: Token) -> Token | None:
    """The verb of the clause that `according` belongs to."""
    at = token.head
    while at.head != at and at.pos_ not in ("VERB", "AUX"):
        at = at.head
    return at if at != token else None


def _speaker_of_noun(noun: Token) -> Token | None:
    """`Trump's claim that`, `the claim by Trump that`, `made the claim that`."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    by = next((child for child in noun.rights if child.lower_ in ("by", "of", "from")), None)
    if by is not None:
        return next((child for child in by.children if child.dep_ == "pobj"), None)
    head = noun.head
    if noun.dep_ in ("dobj", "pobj") and head.pos_ in ("VERB", "ADP"):
        return subject_of(head if head.pos_ == "VERB" else head.head)
    return None
