"""What is asked of a parse: whose deed a verb tells, and to whom it is done, also where another word bears the subject.

Relations have the names of Universal Dependencies; `RELATIONS` tells which of the model's labels each one is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.triggers.words import context_words, is_person_noun, is_plainly_people

if TYPE_CHECKING:
    from spacy.tokens import Token

PENALTIES = frozenset({"term", "sentence", "fine", "penalty"})
DEEPEST = 6
SITING = frozenset({"on", "in", "at", "near", "outside", "inside", "across", "through"})
RELATIONS = {
    "nsubj": frozenset({"nsubj"}),
    "nsubj:pass": frozenset({"nsubjpass"}),
    "obj": frozenset({"dobj"}),
    "iobj": frozenset({"dative"}),
    "ccomp": frozenset({"ccomp"}),
    "xcomp": frozenset({"xcomp", "oprd", "acomp", "attr"}),
    "nummod": frozenset({"nummod"}),
    "compound": frozenset({"compound", "nmod"}),
    "amod": frozenset({"amod"}),
    "nmod:poss": frozenset({"poss"}),
    "acl": frozenset({"acl"}),
    "acl:relcl": frozenset({"relcl"}),
    "aux": frozenset({"aux"}),
    "aux:pass": frozenset({"auxpass"}),
}
"""Relations of Universal Dependencies by the labels of the model, which has no `obl` and `nmod`: see `obliques`."""
CASES = frozenset({"prep", "agent", "dative"})
"""Labels of prepositions, on which the model hangs their nouns."""


def dependents(token: Token, *relations: str) -> Iterator[Token]:
    """The words that stand to a word in any of some relations."""
    labels = frozenset().union(*(RELATIONS[relation] for relation in relations))
    return (child for child in token.children if child.dep_ in labels)


def obliques(token: Token, *cases: str) -> Iterator[Token]:
    """The nouns that hang on a word with one of some prepositions (`obl` and `nmod` with their `case`)."""
    for child in token.children:
        if child.dep_ in CASES and child.lower_ in cases:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive tells (`obl:agent`): `was arrested by police`, `was arrested and charged by police`."""
    own = _own_agent(verb)
    if own is not None or not _has_passive_subject(verb):
        return own
    joined = (other for other in verb.conjuncts if other.tag_ == "VBN" and not any(dependents(other, "nsubj:pass")))
    return next((agent for other in joined if (agent := _own_agent(other)) is not None), None)


def _own_agent(verb: Token) -> Token | None:
    by = (noun for child in verb.children if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj")
    return next(by, None) or (_agent_astray(verb) if verb.tag_ == "VBN" and _has_passive_subject(verb) else None)


def _agent_astray(verb: Token) -> Token | None:
    """`were evacuated from three villages by the army`, where the parser hangs the army on the villages."""
    for place in obliques(verb, "from", "in", "at", "near", "to", "outside", "on"):
        agent = next(obliques(place, "by"), None) if place.pos_ in ("NOUN", "PROPN") else None
        if agent is not None and (is_plainly_people(agent) or agent.ent_type_ in ("ORG", "NORP", "PERSON", "GPE")):
            return agent
    return None


def _has_passive_subject(verb: Token) -> bool:
    return any(dependents(verb, "nsubj:pass"))


def controller_of(infinitive: Token) -> Token | None:
    """Who does what an infinitive tells, where the verb above tells it of another than its own subject.

    `was forced to resign`, `forced the president to resign`.
    """
    above = infinitive.head
    if infinitive.dep_ != "xcomp" or infinitive.tag_ != "VB" or above.pos_ not in ("VERB", "AUX"):
        return None
    passive = patient_token(above)
    if passive is not None:
        return passive
    if above.lemma_.lower() not in argument_words("clauses", "object_control"):
        return None
    return next((noun for noun in dependents(above, "obj") if noun.i < infinitive.i), None)


def subject_token(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, that of the verb it hangs on, or the agent of a passive."""
    blamed = _blamed_above(verb)
    if blamed is not None:
        return blamed
    agent = agent_of(verb) or controller_of(verb)
    if agent is not None:
        return agent
    own = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if own is not None and _is_where(own, verb) and depth < DEEPEST:
        above = verb.head.head
        return subject_token(above.head if above.dep_ == "dobj" else above, depth + 1)
    if own is not None:
        return _antecedent(own, verb)
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    beside = taken_for_object(verb)
    if beside is not None:
        return beside
    if _is_passive_below(verb) or _has_passive_auxiliary(verb):
        return None
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(child.dep_ == "aux" for child in verb.lefts):
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return _subject_above(verb, depth) if depth < DEEPEST else None
    is_finite = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(dependents(verb, "obj")))
    if verb.dep_ == "acl" and is_finite and verb.head.dep_ == "ROOT":
        return verb.head  # a sentence taken for a noun: `The chief, Kaja Kallas, called on Turkey`
    if verb.dep_ == "acl" and verb.tag_ == "VB" and depth < DEEPEST:
        return _of_plan(verb, depth)
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return None
    above = verb.head.head
    if verb.lemma_ == "await" and verb.head.dep_ == "pobj" and above.head.pos_ in ("VERB", "AUX") and depth < DEEPEST:
        return subject_token(above.head, depth + 1) or patient_token(above.head)  # `is in a prison awaiting trial`
    if _may_do(verb.head) or depth >= DEEPEST:
        return verb.head
    if verb.head.dep_ == "pobj" and above.lower_ in SITING:  # `a strike on a clinic killing five`
        return above.head if above.head.pos_ == "NOUN" else subject_token(above.head, depth + 1)
    if verb.head.dep_ == "dobj" and above.pos_ == "VERB":
        return subject_token(above, depth + 1)  # `issued a declaration demanding`
    return verb.head


def _may_do(noun: Token) -> bool:
    """Whether a noun before a participle may be who does it, and no mere site."""
    is_people = is_plainly_people(noun) and noun.lemma_.lower() not in context_words().sites
    return is_people or noun.ent_type_ in ("PERSON", "NORP", "ORG")


def _is_where(noun: Token, verb: Token) -> bool:
    """`posted a note on Facebook blaming Chad`: where, which the parser takes for who."""
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in SITING and noun.pos_ == "PROPN"


def taken_for_object(verb: Token) -> Token | None:
    """`threw bottles and police fired tear gas`: the second verb's subject, which the parser joins to the stones."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 2 or any(dependents(verb, "nsubj")):
        return None
    noun = verb.nbor(-1)
    if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or noun.head.i < verb.head.i:
        return None
    return noun if noun.doc[noun.left_edge.i - 1].dep_ == "cc" else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Whom `who` or `which` means: the noun that the clause describes, of `who` the nearest above that means people."""
    if subject.lower_ not in ("who", "which", "that") or verb.dep_ != "relcl":
        return subject
    noun = at = verb.head
    for _ in range(DEEPEST if subject.lower_ == "who" and not _is_human(noun) else 0):
        if at.head == at or at.head.pos_ == "AUX":
            break
        at = at.head
        if at.pos_ == "NOUN" and is_plainly_people(at):
            return at
    return noun


def _is_human(noun: Token) -> bool:
    return noun.pos_ in ("PRON", "NUM") or is_person_noun(noun) or noun.ent_type_ in ("PERSON", "NORP")


def _of_plan(infinitive: Token, depth: int) -> Token | None:
    """`announced their plans to picket the school`, `the church's plan to picket it`: whose plan it is."""
    noun = infinitive.head
    owner = next(dependents(noun, "nmod:poss"), None)
    if owner is not None and owner.pos_ != "PRON":
        return owner
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return subject_token(noun.head, depth + 1)
    if noun.dep_ == "attr" and noun.head.dep_ == "ccomp" and any(word.dep_ == "expl" for word in noun.head.lefts):
        return subject_token(noun.head.head, depth + 1)  # `said there was no plan to boycott`
    return owner


def _blamed_above(verb: Token) -> Token | None:
    """`accused the army of shelling the town`, `was arrested for killing`: of whom it is said, not who says it."""
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return None
    at = verb.head.head if verb.head.pos_ == "ADP" else verb
    if at.dep_ in ("dobj", "nsubjpass") and at.head.pos_ == "VERB" and _is_blaming(at.head):
        return at
    if at.pos_ != "VERB" or not _is_blaming(at):
        return None
    return next((child for child in at.children if child.dep_ in ("dobj", "nsubjpass")), None)


def _is_blaming(verb: Token) -> bool:
    """`accused`, `arrested`; `handed two men prison terms`."""
    if verb.lemma_ in ("hand", "give"):
        return any(child.dep_ == "dobj" and child.lemma_ in PENALTIES for child in verb.rights)
    return verb.lemma_.lower() in context_words().blaming


def joined_verb(verb: Token) -> Token:
    """The verb that a verb shares its subject with: in `ordered him to help and promised aid`, `ordered`."""
    at = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or _is_perfect(at):
        return at
    for _ in range(DEEPEST):
        if at.tag_ in ("VBD", "VBZ", "VBP") or at.head == at:
            break
        at = at.head
    return at if at.tag_ in ("VBD", "VBZ", "VBP") else verb.head


def _is_perfect(verb: Token) -> bool:
    """`has killed five and hurt 11`: the second is no verb in the past, whatever the model says."""
    return verb.tag_ == "VBN" and any(word.lemma_ == "have" for word in dependents(verb, "aux"))


def _subject_above(verb: Token, depth: int) -> Token | None:
    at = joined_verb(verb)
    if at.dep_ == "pcomp" and at.tag_ == verb.tag_ == "VBG" and _is_accusing_gerund(at):
        return subject_token(at.head.head, depth + 1)  # `accusing him of lying and calling for sanctions`
    for _ in range(DEEPEST):  # also `is in the process of appealing`
        if at.pos_ != "ADP" and at.lemma_ not in argument_words("clauses", "midst"):
            break
        at = at.head
    return subject_token(at, depth + 1) if at.pos_ in ("VERB", "AUX") and at != verb else None


def _is_accusing_gerund(deed: Token) -> bool:
    above = deed.head.head if deed.head.pos_ == "ADP" else deed
    return above.tag_ == "VBG" and _is_blaming(above)


def patient_token(verb: Token, depth: int = 0) -> Token | None:
    """Whom a passive is done to: `who was arrested`, `a man arrested in Lyon`, `was arrested and charged`."""
    own = next((child for child in reversed(list(verb.lefts)) if child.dep_ == "nsubjpass"), None)
    if own is not None:
        return _antecedent(own, verb)
    if any(child.dep_ in ("nsubj", "dobj") for child in verb.children):
        return None
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        return verb.head
    if _is_passive_below(verb) and depth < DEEPEST:
        return patient_token(verb.head, depth + 1)
    if verb.tag_ == "VBN" and verb.dep_ in ("xcomp", "oprd", "ccomp") and verb.head.lemma_ in ("find", "see", "leave"):
        return next((child for child in verb.head.children if child.dep_ in ("nsubjpass", "dobj")), None)
    if _has_passive_auxiliary(verb) and verb.dep_ in ("conj", "xcomp"):
        return subject_token(verb.head)
    return None


def _is_passive_below(verb: Token) -> bool:
    """`was arrested and charged`: the second shares the auxiliary of the first."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    return verb.head.dep_ == "acl" or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.head.lefts)


def _has_passive_auxiliary(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.lefts)
