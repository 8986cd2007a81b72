"""How many were killed or injured, by the words around a word of harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.words import argument_words
from dateline.extraction.events.clauses import agent_of, dependents, patient_token
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.rules import Rule
from dateline.extraction.events.triggers.words import context_words, is_person_noun
from dateline.extraction.numbers import Quantity, read_quantity
from schema.mentions import CountMention
from schema.vocabulary import Basis, EventType

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

HARM_VERBS = frozenset({"injure", "wound", "hurt", "kill"})
HURT = frozenset({"injured", "treated"})
"""Harm that is no death; who is treated is told so after what did it."""
HURTING = HARM_VERBS - {"kill"}
PARTICIPLE_PLACES = frozenset({"acl", "relcl", "oprd", "xcomp", "ccomp", "conj", "amod"})
TOLLS = frozenset({"toll", "death-toll"})
YEARS = range(1500, 2100)
EITHER = frozenset({"casualty"})
"""Words that count dead and injured together."""
HARMS = frozenset("kill die injure wound hurt dead injured wounded missing".split())
ATTEMPTS = frozenset({"attempt", "try", "plot"})
ONE = frozenset({"he", "she", "him", "her"})
PREVIOUS = frozenset({"previous", "earlier", "initial"})
MURDER = "murder"
MOST = 3_000_000
"""More people than any one happening of our time has killed: a number above is something else."""


def read_counts(setting: Setting, token: Token, rule: Rule) -> tuple[CountMention | None, CountMention | None]:
    """The dead and the injured that a word of harm tells of."""
    counted = [(noun, _quantity(noun, rule)) for noun in harmed_nouns(token, rule)]
    known = [(noun, quantity) for noun, quantity in counted if quantity is not None and _counts_people(noun, quantity)]
    if not known:
        return None, None
    noun, quantity = known[0]
    count = _mention(setting, _with_joined(noun, quantity))
    injured = rule.harm in HURT or (rule.harm is None and token.lemma_ in HURTING)
    return (None, count) if injured and not is_fatal(token) else (count, None)


def _quantity(noun: Token, rule: Rule) -> Quantity | None:
    """How many a noun counts; `he` is one, and so is whoever a murder is of."""
    is_one = noun.lower_ in ONE or (rule.mode == MURDER and noun.tag_ == "NNP") or _is_one_of_people(noun)
    return Quantity(noun.i, noun.i + 1, 1, 1, 1) if is_one else read_quantity(noun)


def _is_one_of_people(noun: Token) -> bool:
    """`a 17-year-old Palestinian`."""
    return noun.tag_ == "NNP" and noun.ent_type_ == "NORP" and any(child.lower_ in ("a", "an") for child in noun.lefts)


def cause_of_harm(verb: Token) -> EventType | None:
    """The type of what kills without being anybody: lightning is a disaster, a bear, a wall or a lorry an accident."""
    doer = agent_of(verb) or next(dependents(verb, "nsubj"), None)
    lemma = doer.lemma_.lower() if doer is not None and doer.pos_ == "NOUN" else ""
    if lemma in argument_words("causes", "disasters"):
        return EventType.DISASTER
    is_accident = lemma in argument_words("causes", "accidents") | context_words().animals | context_words().vehicles
    return EventType.ACCIDENT if is_accident and lemma not in argument_words("causes", "weapons") else None


def is_fatal(word: Token) -> bool:
    """`was fatally stabbed`, `gunned down`, `shot dead`: who suffers it died, though the verb alone does not say so."""
    beside = {child.lower_ for child in word.children if child.dep_ in ("advmod", "prt", "npadvmod")}
    return bool({"fatally", "dead"} & beside) or (word.lemma_ == "gun" and "down" in beside)


def harmed_nouns(token: Token, rule: Rule) -> list[Token]:
    """The nouns of those whom a word of harm killed or injured, the best first; none where it tells of either."""
    if not any((rule.harm, rule.deadly, is_fatal(token), rule.mode == MURDER, token.lemma_ in HARM_VERBS)):
        return []
    if (
        tells_of_before(token)
        or (rule.deadly and is_attempt(token))
        or token.lemma_.lower() in EITHER
        or _is_one_of_two(token)
    ):
        return []
    return [summed(noun) for noun in _harmed(token)]


def tells_of_before(word: Token) -> bool:
    """`adding to a toll of 6,000`, `rose to 167 from a previous 93 injured`: what was before, or elsewhere."""
    noun = word.head if word.dep_ == "amod" else word
    if noun.dep_ != "pobj":
        return False
    if noun.lemma_.lower() in TOLLS:
        return noun.head.lower_ == "to" and noun.head.head.lemma_ == "add"
    return noun.head.lower_ == "from" and any(child.lower_ in PREVIOUS for child in noun.lefts)


def _is_one_of_two(token: Token) -> bool:
    """`were killed or wounded`: one number for both says how many of neither."""
    first = token.head if token.dep_ == "conj" else token
    if not any(child.dep_ == "cc" and child.lower_ == "or" for child in first.rights):
        return False
    others = [child for child in first.rights if child.dep_ == "conj" and child.lemma_.lower() in HARMS]
    if first.lemma_.lower() not in HARMS:
        return False
    return any(not any(part.dep_ in ("nsubjpass", "nummod", "dobj") for part in other.children) for other in others)


def summed(noun: Token) -> Token:
    """`a total of 12 people`: the people."""
    if noun.lemma_ != "total":
        return noun
    of = (child for child in noun.rights if child.lower_ == "of")
    return next((people for child in of for people in child.children if people.dep_ == "pobj"), noun)


def is_attempt(token: Token) -> bool:
    """`tried to assassinate`, `an assassination attempt`, `attempted murder`: it happened, and nobody died of it."""
    if token.lemma_ in ATTEMPTS or (token.head.lemma_ in ATTEMPTS and token.head != token):
        return True
    return any(child.lower_ == "attempted" for child in token.lefts)


def _counts_people(noun: Token, quantity: Quantity) -> bool:
    """A number may stand alone (`killed six`); a bare `the market` or `a tree` is nobody."""
    if any(child.lower_ == "no" for child in noun.lefts) or noun.lemma_.lower() in context_words().animals:
        return False
    is_bare = quantity.best == 1 and quantity.end == noun.i + 1 and noun.pos_ != "NUM" and not noun.like_num
    if is_bare:
        return (
            noun.lower_ in ONE
            or _is_one_of_people(noun)
            or is_person_noun(noun)
            or _is_explained_as_person(noun)
            or _is_murdered(noun)
        )
    if quantity.best in YEARS and not is_person_noun(noun) and (noun.ent_type_ == "DATE" or not noun.like_num):
        return False  # `the 1932 massacre`
    return noun.ent_type_ not in ("MONEY", "PERCENT", "TIME", "QUANTITY")


def _is_murdered(name: Token) -> bool:
    """`the murder of Marwa Sadiqi`, whatever the model takes the name for."""
    return name.tag_ == "NNP" and name.head.lower_ == "of" and name.head.head.lemma_ == MURDER


def _is_explained_as_person(name: Token) -> bool:
    """`Ellacuria, rector of the university`, `Ellacuria, five other priests and`: whatever the name is taken for."""
    if name.pos_ != "PROPN":
        return False
    after = [child for child in name.rights if child.dep_ in ("appos", "conj")]
    return any(
        is_person_noun(noun) and (noun.dep_ == "appos" or any(word.lower_ == "other" for word in noun.lefts))
        for noun in after
    )


def _mention(setting: Setting, quantity: Quantity) -> CountMention | None:
    if quantity.best > MOST or quantity.vague:
        return None
    return CountMention(setting.cut(quantity.start, quantity.end), quantity.low, quantity.best, quantity.high)


def count_told(setting: Setting, words: Tokens, basis: Basis) -> CountMention | None:
    """The number of people that some words tell, and only they; None where they tell none."""
    for noun in (words.root, *words):
        quantity = read_quantity(noun)
        if quantity is None or not _counts_people(noun, quantity) or not words.start < quantity.end <= words.end:
            continue  # words before a number, as in `at least six`, may stand outside
        joined = _with_joined(noun, quantity)
        count = _mention(setting, joined if joined.end <= words.end else quantity)
        return None if count is None else replace(count, basis=basis)
    return None


# ---------------------------------------------------------------- who is harmed


def _harmed(token: Token) -> list[Token]:
    """The nouns that count the victims of a word of harm, the best first."""
    if token.pos_ != "VERB":
        return list(_harmed_by_noun(token))
    passive = [child for child in token.children if child.dep_ == "nsubjpass"]
    if (
        passive
        and token.dep_ == "relcl"
        and not passive[0].like_num
        and (passive[0].lower_ == "who" or is_person_noun(token.head))
    ):
        return [token.head, *_of_number(token.head)]  # `the number of people who have been killed has risen to 26`
    if passive:
        return passive
    if is_losing_life(token):
        return [child for child in token.children if child.dep_ == "nsubj"]
    if token.lemma_ in ("die", "perish", "drown") and not any(child.dep_ == "dobj" for child in token.children):
        return _of_dying(token)
    objects = [child for child in token.children if child.dep_ == "dobj" or _is_more(child)]
    if objects and objects[0].lemma_ == "life":  # `claimed the lives of nine people`
        return objects + [pobj for child in objects[0].rights if child.lower_ == "of" for pobj in child.children]
    if token.lemma_ in ("leave", "find", "shoot"):
        return _numbers_of_predicates(token) or objects + list(_of_small_clause(token))
    if objects:
        return objects
    found = patient_token(token) if token.head.lemma_ == "find" or token.dep_ == "conj" else None
    if found is not None and not any(
        child.dep_ == "npadvmod" and child.ent_type_ not in ("DATE", "TIME") for child in token.children
    ):
        return [found]  # `was found stabbed to death`, `troops who fought and were wounded`
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    return (_of_participle(token) if token.tag_ == "VBN" else []) or subjects


def is_losing_life(verb: Token) -> bool:
    """`several policemen lost their lives`."""
    return verb.lemma_ == "lose" and any(child.dep_ == "dobj" and child.lemma_ == "life" for child in verb.rights)


def _is_more(word: Token) -> bool:
    """`wounded 21 more`, `injured sixteen`, which the parser takes for adverbs."""
    if word.dep_ == "npadvmod" and word.tag_ == "CD" and word.ent_type_ in ("CARDINAL", "") and word.i > word.head.i:
        return True
    return word.lower_ == "more" and word.dep_ == "advmod" and any(child.dep_ == "nummod" for child in word.lefts)


def _of_dying(verb: Token) -> list[Token]:
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if subjects and subjects[0].lower_ in ("who", "that", "which"):
        return [verb.head, *_of_number(verb.head)]
    return subjects or ([verb.head] if verb.dep_ == "acl" else [])


def _numbers_of_predicates(verb: Token) -> list[Token]:
    """`left 40 dead and eight wounded`, where the second number is told right before what happened to them."""
    predicates = (child for child in verb.children if child.dep_ in ("oprd", "acomp") and child.lemma_.lower() in HARMS)
    return [number for word in predicates for number in _number_before(word)]


def _of_small_clause(verb: Token) -> Iterator[Token]:
    """`left four people dead`: the subject of `dead`."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "oprd", "xcomp", "acomp"):
            yield from (inner for inner in child.children if inner.dep_ in ("nsubj", "nsubjpass"))


def _of_participle(verb: Token) -> list[Token]:
    """`six killed`, `16 people wounded`, `six killed and 16 injured`."""
    if verb.dep_ not in PARTICIPLE_PLACES:
        before = _right_before(verb) if verb.dep_ == "advcl" else []
        return before if before and before[0].like_num else []  # `leaving 67 dead and 1,000 wounded`
    if verb.dep_ == "conj":
        own = [child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj", "npadvmod")]
        return own or _right_before(verb) or [c for c in verb.head.children if c.dep_ == "nsubjpass"]
    own = [child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")] or _number_before(verb)
    if own:  # `left three dead and 13 others wounded`
        return own
    if verb.head.pos_ in ("NOUN", "NUM", "PROPN"):
        return [verb.head, *_of_number(verb.head)]
    return [child for child in verb.head.children if child.dep_ == "dobj"]


def _of_number(people: Token) -> Iterator[Token]:
    """`the number of people killed has risen to 26`."""
    if people.dep_ == "pobj" and people.head.lower_ == "of" and people.head.head.lemma_ == "number":
        yield from _of_toll(people.head.head)


def _number_before(token: Token) -> list[Token]:
    """`dead and eight wounded`."""
    before = _right_before(token)
    return before if before and before[0].like_num and before[0].dep_ == "conj" else []


def _right_before(token: Token) -> list[Token]:
    before = token.doc[token.i - 1] if token.i else None
    return [before] if before is not None and (before.like_num or before.lower_ in ("others", "people")) else []


def _harmed_by_noun(noun: Token) -> Iterator[Token]:
    if noun.lemma_.lower() in TOLLS | {"number"}:
        yield from _of_toll(noun)
        return
    if any(child.dep_ == "nummod" for child in noun.lefts):
        yield noun
    elif noun.pos_ == "ADJ" and noun.dep_ in ("amod", "acl") and noun.head.pos_ in ("NOUN", "NUM"):
        yield _first_left(noun.head)
    elif noun.dep_ in ("acomp", "attr", "oprd") and noun.pos_ == "ADJ":
        yield from (child for child in noun.head.children if child.dep_ == "nsubj")
    for child in noun.rights:
        if child.lower_ in ("of", "to", "at", "among"):
            yield from child.children
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    yield from (child for child in owners if child.ent_type_ == "PERSON" or _is_counted(child))


def _first_left(people: Token) -> Token:
    """`left 35 rebels and 5 soldiers dead`, where the parser hangs the last word on the soldiers alone."""
    first = people.head
    left = people.dep_ == "conj" and first.dep_ == "dobj" and first.head.lemma_ == "leave"
    left = left and not any(child.lemma_.lower() in HARMS for child in first.children)
    return first if left and people.doc[people.i - 2].dep_ == "cc" else people


def _is_counted(people: Token) -> bool:
    """`the six Jesuits' slaying`."""
    return any(child.dep_ == "nummod" for child in people.lefts)


def _of_toll(noun: Token) -> Iterator[Token]:
    """`a toll of 17`, `the death toll rose from nine to 17`, `raising the toll to 17`, `the toll is 17`."""
    heads = [noun, noun.head] if noun.head.pos_ in ("VERB", "AUX") else [noun]
    for head in heads:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in ("to", "at", "of", "from", "past", "above", "over"):
                yield from _after_preposition(child)
            elif child.dep_ in ("attr", "dobj") and child.pos_ == "NUM":
                yield child


def _after_preposition(preposition: Token) -> Iterator[Token]:
    """The number after `to`, which may hang on the `from` before it."""
    for child in preposition.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            yield from _after_preposition(child)
        elif child.pos_ in ("NUM", "NOUN") and preposition.lower_ != "from":
            yield child


def harms_nobody(verb: Token) -> bool:
    """Whether it is things that a verb of harm is done to: `killed the bill`, `hurt the economy`."""
    nouns = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return bool(nouns) and not any(_may_be_people(noun) for noun in nouns)


def _may_be_people(noun: Token) -> bool:
    if noun.pos_ != "NOUN" or noun.lemma_ in ("life", "dead") or is_person_noun(noun):
        return True
    return any(child.dep_ in ("nummod", "conj") or child.ent_type_ == "NORP" for child in noun.children)


# ---------------------------------------------------------------- sums


def _with_joined(first: Token, quantity: Quantity) -> Quantity:
    """`two nurses and a driver`: the sum, where each part is a number of people."""
    total = quantity
    for child in joined_nouns(first, quantity):
        more = read_quantity(child)
        if more is not None and _counts_people(child, more):
            high = total.high + more.high if total.high is not None and more.high is not None else None
            total = Quantity(total.start, more.end, total.low + more.low, total.best + more.best, high)
    return total


def joined_nouns(first: Token, quantity: Quantity | None) -> Iterator[Token]:
    """The further members of a list of people, of whom the same is told as of its first."""
    listed = _listed(first, quantity) if quantity is not None else []
    for child in (*first.conjuncts, *listed):
        if child.i < first.i or child.pos_ not in ("NOUN", "PROPN", "NUM") or _is_told_of_other_harm(first, child):
            continue
        if child.pos_ == "NUM" and not _is_counted_out_of(child):
            continue
        if not _is_second_office(child) and _may_be_counted_in(child):
            yield child


def _is_counted_out_of(number: Token) -> bool:
    """`and two of his men`; `two of them` were counted before."""
    of = [child for child in number.rights if child.lower_ == "of"]
    return any(child.lower_ not in ("them", "whom") for preposition in of for child in preposition.children)


def _may_be_counted_in(noun: Token) -> bool:
    """`three dead and 328 infections`: infections are none of the dead."""
    return noun.pos_ != "NOUN" or is_person_noun(noun) or noun.lemma_.lower() in HARMS | {"death", "member"}


def _is_second_office(noun: Token) -> bool:
    """`Pizarro, political leader and former commander`: the last noun tells more of the man, and no other one."""
    if noun.tag_ not in ("NN", "NNP") or noun.ent_type_ == "PERSON":
        return False
    return not any(child.dep_ in ("det", "poss", "nummod") or child.lower_ == "another" for child in noun.lefts)


def _listed(first: Token, quantity: Quantity) -> list[Token]:
    """`six priests, a maid and her daughter`: the rest of a list; `two men, a father and his son` is none.

    An explanation has as many as what it explains, or explains people in general.
    """
    if first.lemma_.lower() in ("people", "person", "other", "victim", "civilian", "member"):
        return []
    for child in first.rights:
        if child.dep_ == "appos" and child.conjuncts:
            if quantity.best == 1 and child.ent_type_ == "PERSON":  # `the driver, Thomas Weller, and his passenger`
                return list(child.conjuncts)
            parts = [child, *child.conjuncts]
            counted = [found.best for found in map(read_quantity, parts) if found is not None]
            return [] if sum(counted) == quantity.best or len(counted) < len(parts) else parts
    return []


def _is_told_of_other_harm(first: Token, noun: Token) -> bool:
    if any(child.lower_ == "dead" for child in noun.children) and _first_left(noun) == first:
        return False
    return any(child.lemma_ in HARM_VERBS or child.lower_ == "dead" for child in noun.children)
