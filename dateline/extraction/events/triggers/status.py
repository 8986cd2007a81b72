"""How certainly the event of a trigger happened, by the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.events.clauses import joined_verb, subject_token
from dateline.extraction.events.triggers.words import context_words
from schema.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODALS = frozenset({"could", "might", "may", "would", "can", "ca", "'d", "’d"})
WISHES = frozenset({"should", "must", "ought"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SAYING = frozenset("say declare announce insist reiterate conclude warn state stress tell add confirm vow".split())
WISHING = frozenset("threaten warn fear want demand urge hope insist propose suggest request".split())
PLANNING = frozenset({"plan", "expect", "schedule", "consider"})
ANYBODY = frozenset({"those", "anyone", "anybody", "whoever", "everyone"})
ENDING = frozenset("stop halt cease suspend quit avoid consider discontinue".split())
"""What stands after them as a gerund is not done, or not any more: `stopped giving aid`."""
PROTESTING = frozenset({"protest", "demonstrate"})
"""What is done by gathering for it: `gathered to protest`."""
DEEPEST = 3
"""How many verbs joined by `and` or under each other are looked at."""


def read_status(token: Token) -> EventStatus | None:
    """How certainly the event of a trigger happened; None where it is only wished, ordered or tried."""
    return _status_of_noun(token) if token.pos_ not in ("VERB", "AUX") else _status_of_verb(token)


def _status_of_noun(noun: Token) -> EventStatus | None:
    words, told = context_words(), _told_before(noun) or _told_after(noun)
    if told is not None:
        return told
    governor = _governor(noun)
    if governor is None or _is_presupposed(noun):
        return EventStatus.REPORTED
    if noun.dep_ in SUBJECTS and _is_scheduled(governor):
        return EventStatus.PLANNED
    lemma = governor.lemma_
    if lemma == "deny" and noun.dep_ == "dobj":
        return EventStatus.DENIED
    if words.has("awaited", lemma) and noun.dep_ in ("dobj", "nsubjpass"):
        return EventStatus.PLANNED
    wished = words.has("hypothetical", lemma) and noun.dep_ in ("dobj", "pobj")
    if wished and lemma not in ("help", "force", "order"):
        return EventStatus.HYPOTHETICAL
    status = _status_of_verb(governor)
    definite = any(child.lower_ in ("the", "this", "these") for child in noun.lefts)
    if status is EventStatus.DENIED and noun.dep_ == "pobj" and definite and noun.head.lower_ in ("in", "from"):
        return EventStatus.REPORTED  # `no deaths were reported in the attacks`
    return status


def _is_scheduled(verb: Token) -> bool:
    """`the vote is to be held`, `the meeting is set to take place`, `talks are due to begin`: in the present tense."""
    words = context_words()
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBD" or any(child.tag_ not in ("VBZ", "VBP") for child in auxiliaries):
        return False
    holders = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
    return any(
        child.dep_ in ("xcomp", "advcl")
        and _has_to(child)
        and (holder.lemma_ == "be" or words.has("planned", holder.lower_))
        for holder in holders
        for child in holder.children
    )


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _is_presupposed(noun: Token) -> bool:
    """`responsible for the attack`, `nobody claimed the attack`, `to break up a march`: they are beyond doubt."""
    if noun.dep_ == "dobj":
        verb, words = noun.head, context_words()
        return words.has("owning", verb.lemma_.lower()) or (
            words.has("ending", verb.lemma_.lower()) and _is_purpose(verb)
        )
    if noun.dep_ == "pobj" and _is_aside(noun):
        return True
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "with", "in", "of"):
        return False
    return context_words().has("presuppose", noun.head.head.lemma_.lower())


def _is_aside(noun: Token) -> bool:
    """`an inquiry into the murders of`, `since the attack`: spoken of as known, whatever the sentence tells."""
    definite = any(child.lower_ in ("the", "this", "these") or child.dep_ == "poss" for child in noun.lefts)
    if not definite:
        return False
    into = noun.head.lower_ == "into" and noun.head.head.pos_ == "NOUN"
    return into or noun.head.lower_ in ("after", "since", "before", "during", "following")


def _is_purpose(verb: Token) -> bool:
    """`used tear gas to break up a march`."""
    return verb.dep_ in ("advcl", "xcomp") and any(child.lower_ == "to" for child in verb.lefts)


def _told_before(noun: Token) -> EventStatus | None:
    """What a word before a noun tells: `planned`, `alleged`, `possible`."""
    words = context_words()
    for child in noun.lefts:
        if words.has("planned_words", child.lower_):
            return EventStatus.PLANNED
        if words.has("claimed_words", child.lower_):
            return EventStatus.CLAIMED
        if words.has("hypothetical_words", child.lower_) and child.dep_ == "amod":
            return EventStatus.HYPOTHETICAL
    return None


def _told_after(noun: Token) -> EventStatus | None:
    """What a clause behind a noun tells: `meetings that will be held`, `talks to be held on Monday`."""
    for child in (*noun.rights, *_clause_right_behind(noun)):
        if child.dep_ == "acl" and context_words().has("planned", child.lemma_) and _has_infinitive(child):
            return EventStatus.PLANNED  # `a meeting set to take place on 16 May`
        if child.dep_ not in ("relcl", "acl") or not context_words().light & {child.lemma_}:
            continue
        words = {word.lower_ for word in child.lefts if word.dep_ in ("aux", "auxpass")}
        if words & FUTURE or {"to", "be"} <= words:
            return EventStatus.PLANNED
    return None


def _clause_right_behind(noun: Token) -> Iterator[Token]:
    """`the candidate for the vote to be held in May`, where the clause hangs on the candidate."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.lower_ == "to" and after.dep_ == "aux" and after.head.dep_ in ("acl", "relcl"):
        yield after.head


def _has_infinitive(verb: Token) -> bool:
    return any(word.lower_ == "to" and word.dep_ == "aux" for child in verb.rights for word in child.lefts)


def _governor(noun: Token) -> Token | None:
    at, steps = noun.head, 0
    while steps < 4 and at.pos_ not in ("VERB", "AUX"):
        if at.head == at:
            return None
        at, steps = at.head, steps + 1
    return at if at.pos_ in ("VERB", "AUX") else None


def _status_of_verb(verb: Token, depth: int = 0) -> EventStatus | None:
    own = EventStatus.REPORTED if _is_performed(verb) else _own_status(verb)
    if own is EventStatus.REPORTED and _is_on_the_calendar(verb):
        return EventStatus.PLANNED
    if own is not EventStatus.REPORTED or depth > DEEPEST:
        return own
    return _inherited_status(verb, depth)


def _is_on_the_calendar(verb: Token) -> bool:
    """`voters go to the polls on Thursday`: the present tense with a day is the future."""
    if verb.tag_ not in ("VBP", "VBZ") or verb.dep_ not in ("ROOT", "conj") or not any(True for _ in verb.lefts):
        return False
    if not context_words().has("calendar", verb.lemma_.lower()):
        return False
    beside = [child for child in verb.rights if child.dep_ == "npadvmod"]
    beside += [pobj for child in verb.rights if child.lower_ == "on" for pobj in child.children]
    return any(token.ent_type_ == "DATE" for token in beside)


def _is_performed(verb: Token) -> bool:
    """`I would like to thank`, `we want to apologise`: who says so does so."""
    if not context_words().has("performing", verb.lemma_.lower()):
        return False
    at, steps = verb, 0
    while at.dep_ in ("xcomp", "pcomp", "prep") and steps <= DEEPEST:
        at, steps = at.head, steps + 1
    return steps > 0 and any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in at.lefts)


def _own_status(verb: Token) -> EventStatus | None:
    """What the words right before a verb tell: `not`, `will`, `could`, `allegedly`."""
    words = context_words()
    if verb.dep_ == "relcl" and verb.head.lower_ in ANYBODY and verb.tag_ in ("VBP", "VBZ"):
        return None
    modal: EventStatus | None = EventStatus.REPORTED
    for child in verb.lefts:
        if child.dep_ == "neg" or (child.dep_ in SUBJECTS and _is_nobody(child)):
            return EventStatus.DENIED
        if child.dep_ == "aux":
            modal = _status_of_auxiliary(verb, child.lower_, modal)
        elif child.dep_ == "mark" and words.has("hypothetical_marks", child.lower_):
            return EventStatus.HYPOTHETICAL if child.lower_ in ("if", "unless") else None
        elif child.dep_ == "auxpass" and child.tag_ == "VB" and child.lower_ == "be" and _is_subjunctive(verb):
            return None  # `proposed that talks be held`
        elif child.dep_ == "mark" and child.lower_ == "that" and child.i and child.nbor(-1).lower_ == "so":
            return None  # `so that marriages are banned`
        elif child.dep_ == "mark" and child.lower_ in ("before", "after", "once") and verb.tag_ in ("VBP", "VBZ"):
            return None  # `before they lay down their arms`, `after he takes office`
        elif child.dep_ == "advmod" and words.has("claimed_adverbs", child.lower_):
            return EventStatus.CLAIMED
    return modal


def _is_subjunctive(verb: Token) -> bool:
    auxiliary = any(child.dep_ == "aux" or child.lower_ == "to" for child in verb.lefts)
    return not auxiliary and verb.dep_ in ("ccomp", "acl", "advcl", "conj")


def _status_of_auxiliary(verb: Token, word: str, so_far: EventStatus | None) -> EventStatus | None:
    if word in FUTURE or (word == "would" and _is_announced(verb)):
        return EventStatus.PLANNED
    if word in WISHES:
        return None
    return EventStatus.HYPOTHETICAL if word in MODALS else so_far


def _is_announced(verb: Token) -> bool:
    """`said it would close the border`: the future, told in the past."""
    at = verb
    while at.dep_ == "conj" and at.head.lemma_.lower() not in SAYING:  # `said it was wrong, and they would appeal`
        at = at.head
    said = at.head
    if at.dep_ not in ("ccomp", "conj") or said.lemma_.lower() not in SAYING or said.tag_ not in ("VBD", "VBN"):
        return False
    conditions = ("if", "unless")
    return not any(
        child.dep_ == "advcl" and any(mark.lower_ in conditions for mark in child.lefts) for child in verb.children
    )


def _is_nobody(subject: Token) -> bool:
    """`nobody`, `no one`, `none of them`, `no shots`."""
    first = subject.doc[subject.left_edge.i]
    return subject.lower_ in ("nobody", "none", "neither", "nothing") or first.lower_ == "no"


def _inherited_status(verb: Token, depth: int) -> EventStatus | None:
    """What the verb above tells: `denied that`, `threatened to`, `plans to`."""
    head = verb.head
    if head == verb:
        return EventStatus.REPORTED
    saying = _saying_above(verb, head)
    if saying is not None:
        return _status_of_claim(saying)
    if _is_nearly_done(verb) or (verb.dep_ == "pcomp" and _is_left_out(head)):
        return None
    if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp", "ccomp") and head.lemma_.lower() in ENDING:
        return None
    if _has_to(verb) and verb.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl"):
        return _status_of_infinitive(verb, head, depth)
    if verb.dep_ in ("ccomp", "pcomp", "xcomp"):
        told = _status_of_clause(verb, _verb_over(head) if head.pos_ == "ADP" else head)
        if told is not None:
            return told
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        above = joined_verb(verb)
        # `we will win and they have fled`: what stands before the first is not said of the second.
        return _inherited_status(above, depth + 1) if _stands_alone(verb) else _status_of_verb(above, depth + 1)
    return EventStatus.REPORTED


def _stands_alone(verb: Token) -> bool:
    """Whether a joined verb has a subject and a tense of its own."""
    if not any(child.dep_ in SUBJECTS for child in verb.lefts):
        return False
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP") for child in verb.lefts
    )


def _verb_over(preposition: Token) -> Token:
    """`accused the army of shelling`: the verb, which may stand over the noun that bears the preposition."""
    above = preposition.head
    return above.head if above.dep_ in ("dobj", "nsubjpass") and above.head.pos_ == "VERB" else above


def _is_left_out(preposition: Token) -> bool:
    """`without investigating`, `instead of attacking`, `rather than strike`."""
    if preposition.lower_ == "from" and context_words().has("preventing", preposition.head.lemma_.lower()):
        return True  # `were kept from meeting`
    return preposition.lower_ in ("without", "than") or (
        preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ == "instead"
    )


def _is_nearly_done(verb: Token) -> bool:
    """`came within metres of colliding`, `on the brink of attacking`."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("of", "to"):
        return False
    above = [ancestor.lower_ for ancestor in list(verb.ancestors)[:4]]
    return any(context_words().has("nearly", word) for word in above)


def _saying_above(verb: Token, head: Token) -> Token | None:
    """The noun of saying that a clause belongs to: `the claim that`, `a claim by the group that`."""
    if verb.dep_ not in ("acl", "ccomp", "relcl") or head.pos_ != "NOUN":
        return None
    nouns = [head, head.head.head] if head.dep_ == "pobj" and head.head.lower_ in ("by", "of") else [head]
    return next((noun for noun in nouns if context_words().has("sayings", noun.lemma_.lower())), None)


def _status_of_claim(noun: Token) -> EventStatus:
    """`denied a claim that it had seized the town`, `the report that he was hurt is unfounded`."""
    governor, words = _governor(noun), context_words()
    undoubted = EventStatus.REPORTED if noun.lemma_.lower() == "report" else EventStatus.CLAIMED
    if governor is None:
        return undoubted
    untrue = any(child.dep_ == "acomp" and words.has("untrue", child.lower_) for child in governor.children)
    denied = words.has("denied", governor.lemma_) or (untrue and noun.dep_ in SUBJECTS)
    return EventStatus.DENIED if denied else undoubted


def _status_of_clause(verb: Token, governor: Token) -> EventStatus | None:
    words, lemma = context_words(), governor.lemma_
    if words.has("denied", lemma):
        return EventStatus.DENIED
    if words.has("claimed", lemma):
        return EventStatus.CLAIMED
    if lemma in WISHING and verb.tag_ in ("VB", "VBP"):
        return EventStatus.HYPOTHETICAL
    return EventStatus.PLANNED if lemma in PLANNING else None


def _votes_as_a_body(vote: Token) -> bool:
    """`parliament voted to impeach him`: by that it is done; `miners voted to strike`, and will."""
    voter = subject_token(vote)
    return voter is not None and (voter.lower_ in actor_words().bodies or voter.ent_type_ == "ORG")


def _status_of_going_to(going: Token, depth: int) -> EventStatus | None:
    """`is going to strike`; of what was going to happen one does not know whether it did."""
    above = _status_of_verb(going, depth + 1)
    if above is not EventStatus.REPORTED:
        return above
    past = any(child.lower_ in ("was", "were") for child in going.lefts)
    return EventStatus.HYPOTHETICAL if past else EventStatus.PLANNED


def _is_of_a_rank(verb: Token, head: Token) -> bool:
    """`the first minister to visit`, `became the last to leave`: they did."""
    holders = [head] if verb.dep_ in ("acl", "relcl") else [child for child in head.rights if child.dep_ == "attr"]
    return any(context_words().has("ranks", word.lower_) for holder in holders for word in (holder, *holder.lefts))


def _was_planned(planning: Token) -> bool:
    """`he had planned to`, `she planned to retire`: told in the past, nobody knows whether it came to pass."""
    if planning.lemma_ not in ("plan", "intend") or any(child.dep_ == "nsubjpass" for child in planning.lefts):
        return False
    had = any(child.lower_ == "had" for verb in (planning, planning.head) for child in verb.lefts)
    told = planning.dep_ == "ccomp" and planning.head.lemma_.lower() in SAYING
    return had or (planning.tag_ == "VBD" and not told)


def _status_of_infinitive(verb: Token, head: Token, depth: int) -> EventStatus | None:
    words, lemma = context_words(), head.lemma_
    if _is_of_a_rank(verb, head):
        return EventStatus.REPORTED
    if lemma == "go" and head.tag_ == "VBG":
        return _status_of_going_to(head, depth)
    if lemma == "vote" and verb.dep_ == "xcomp":
        return _status_of_verb(head, depth + 1) if _votes_as_a_body(head) else EventStatus.PLANNED
    if words.has("real", lemma) and verb.dep_ in ("xcomp", "ccomp"):
        return _status_of_verb(head, depth + 1)
    if words.has("gathering", lemma) and verb.lemma_ in PROTESTING:
        return _status_of_verb(head, depth + 1)
    if words.has("denied", lemma):
        return EventStatus.DENIED
    if words.has("claimed", lemma):
        return EventStatus.CLAIMED
    if head.pos_ == "VERB" and words.has("planned", lemma):
        above = None if _was_planned(head) else _status_of_verb(head, depth + 1)
        return EventStatus.PLANNED if above is EventStatus.REPORTED else above
    if lemma == "be" and any(
        child.dep_ == "acomp" and not words.has("planned", child.lower_) for child in head.children
    ):
        return None  # `it is better to negotiate`
    if lemma == "be" or (words.has("planned", lemma) and head.pos_ in ("VERB", "ADJ", "NOUN", "AUX")):
        return EventStatus.PLANNED
    return None
