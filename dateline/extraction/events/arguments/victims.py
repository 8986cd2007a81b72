"""Of what kind the dead and the injured were, and how many of each: `12 people, including three children`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.counts import HARMS, HURT, MOST, harmed_nouns, joined_nouns
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.rules import Rule
from dateline.extraction.lexicon import load_lexicon
from dateline.extraction.numbers import Quantity, read_quantity
from schema.mentions import CountMention, VictimsMention
from schema.vocabulary import Harm, VictimKind

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMED = frozenset("dead killed injured wounded".split())
DEATHS = frozenset("death fatality injury".split())
THEM = frozenset("them whom".split())
FARTHEST = 8
"""Words between `two of them` or `among them` and the noun that tells the kind."""

Group = tuple[VictimKind, Quantity]


def read_victims(setting: Setting, token: Token, rule: Rule) -> tuple[VictimsMention, ...]:
    """What a word of harm tells of the kinds of those it is done to."""
    nouns = harmed_nouns(token, rule)
    told = next((noun for noun in nouns if read_quantity(noun) is not None or _kind(noun) is not None), None)
    if told is None:
        return ()
    lists = [_list(told), *_explanations(told), *_parts(told, token)]
    return tuple(_mentions(setting, harm_of(rule), lists))


def read_victims_among(setting: Setting, token: Token, rule: Rule) -> tuple[VictimsMention, ...]:
    """What is told of the dead or the injured as a group: `two children were among the dead`."""
    if token.lower_ not in HARMED:
        return ()
    group = token.head if token.dep_ == "acl" else token
    return tuple(_mentions(setting, harm_of(rule), list(_among(group))))


def harm_of(rule: Rule) -> Harm:
    """What a word of harm tells was done."""
    return Harm.INJURED if rule.harm in HURT else Harm.KILLED


def most_of_each(told: Iterable[VictimsMention]) -> tuple[VictimsMention, ...]:
    """Each kind once: the highest number, as of tolls; one without a number only where there is none with one."""
    found: dict[tuple[Harm, VictimKind], VictimsMention] = {}
    for victims in told:
        key = (victims.harm, victims.kind)
        if key not in found or _best(victims) > _best(found[key]):
            found[key] = victims
    order = {kind: place for place, kind in enumerate(VictimKind)}
    return tuple(sorted(found.values(), key=lambda victims: (victims.harm is Harm.INJURED, order[victims.kind])))


def _best(victims: VictimsMention) -> int:
    return victims.count.best if victims.count is not None else 0


# ---------------------------------------------------------------- kinds


@cache
def _kinds() -> dict[str, VictimKind | None]:
    lexicon = load_lexicon("victims")
    others: dict[str, VictimKind | None] = dict.fromkeys(lexicon["others"]["words"].split())
    return others | {word: VictimKind[name] for name, words in lexicon["kinds"].items() for word in words.split()}


def _kind(noun: Token) -> VictimKind | None:
    kinds = _kinds()
    forms = _forms(noun)
    before = [word.lower_ for word in _described(noun)[1:]]
    pairs = (f"{word}-{form}" for word in before for form in forms)
    if noun.ent_type_ == "PERSON" and noun.pos_ == "PROPN":  # `journalist Amara Osei`
        titles = (child for child in noun.lefts if child.dep_ in ("compound", "amod") and child.ent_type_ != "PERSON")
        return next((kinds[form] for title in titles for form in _forms(title) if form in kinds), None)
    if noun.lemma_.lower() in DEATHS:  # `five civilian deaths`
        return next((kinds[word] for word in before if word in kinds), None)
    return next((kinds[form] for form in (*pairs, *forms) if form in kinds), None)


def _forms(noun: Token) -> tuple[str, str]:
    return noun.lemma_.lower(), noun.lower_


# ---------------------------------------------------------------- lists and parts


def _list(first: Token) -> list[Group]:
    """The kinds of a list of people."""
    quantity = read_quantity(first)
    nouns = [first, *joined_nouns(first, quantity)]
    explained = (child for noun in nouns if noun.pos_ == "PROPN" for child in noun.rights if child.dep_ == "appos")
    groups = [group for noun in dict.fromkeys((*nouns, *explained)) if (group := _group(noun)) is not None]
    if quantity is not None and quantity.best > 1 and any(map(_shares_number, nouns[1:])):
        return [(kind, replace(own, low=0, best=0, high=None)) for kind, own in groups]
    return groups


def _shares_number(noun: Token) -> bool:
    """`600 soldiers and civilians`: the number is of both; `two women and their children` has it for the women."""
    own = any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)
    return noun.tag_ in ("NNS", "NNPS") and not own and read_quantity(noun) is None


def _explanations(noun: Token) -> Iterator[list[Group]]:
    """`14 people, mostly women and children`."""
    if noun.pos_ != "PROPN":
        yield from (_list(child) for child in noun.rights if child.dep_ == "appos")


def _group(noun: Token) -> Group | None:
    if any(child.lower_ in ("no", "not") for child in noun.lefts):
        return None
    quantity, told = read_quantity(noun), _counted_by(noun)
    kind = _kind(told)
    if kind is None:
        return None
    if quantity is not None and any(word.lower_ in (",", ";") for word in noun.doc[quantity.end : noun.i]):
        return None  # the number is of others: `30 injured, ten of them children`
    if quantity is not None and quantity.best <= MOST:
        start = min(quantity.start, *(word.i for word in _described(noun)))
        return kind, replace(quantity, start=start, end=max(quantity.end, told.i + 1))
    return (kind, _unnumbered(noun)) if noun.tag_ in ("NNS", "NNPS") else None


def _counted_by(number: Token) -> Token:
    """`dozens of civilians`: the civilians."""
    of = (child for child in number.rights if child.lower_ == "of") if read_quantity(number) is not None else ()
    people = (noun for preposition in of for noun in preposition.children if noun.dep_ == "pobj")
    return next((noun for noun in people if number.like_num or number.tag_ == "NNS"), number)


def _described(noun: Token) -> list[Token]:
    """A noun with the words right before it that belong to it."""
    return [noun, *(child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod"))]


def _unnumbered(noun: Token) -> Quantity:
    """Nobody says how many: a quantity of zero."""
    return Quantity(min(word.i for word in _described(noun)), noun.i + 1, 0, 0, None)


def _parts(told: Token, harm: Token) -> Iterator[list[Group]]:
    """What is told as part of those harmed: after `including`, `among them`, `two of them`."""
    doc = told.doc
    for at in range(told.i + 1, _end_of_telling(told, harm)):
        word = doc[at]
        if word.lower_ == "including":
            yield from (_list(child) for child in word.children if child.dep_ == "pobj")
        elif word.lower_ in THEM and doc[at - 1].lower_ in ("among", "of"):
            noun = _noun_after(word)
            if noun is not None:
                yield _list(noun) if doc[at - 1].lower_ == "among" else _counted(doc[at - 2], noun)


def _counted(number: Token, noun: Token) -> list[Group]:
    """`two of them children`, `most of them women and children`: the number stands apart."""
    if number.lower_ in ("most", "many", "some"):
        return _list(noun)
    if any(child.dep_ == "conj" for child in noun.rights):  # `77 of them women or children`
        return [(kind, replace(own, low=0, best=0, high=None)) for kind, own in _list(noun)]
    kind, quantity = _kind(noun), read_quantity(number) if number.like_num else None
    if kind is None or quantity is None:
        return []
    return [(kind, replace(quantity, end=noun.i + 1))]


def _end_of_telling(told: Token, harm: Token) -> int:
    """Where the sentence ends or tells of the next harm."""
    start = max(told.i, harm.i) + 1
    for at in range(start, told.sent.end):
        if told.doc[at].lemma_.lower() in HARMS:
            return at
    return told.sent.end


def _noun_after(word: Token) -> Token | None:
    """The head of the phrase that follows, over verbs of being."""
    for at in range(word.i + 1, min(word.i + 1 + FARTHEST, word.sent.end)):
        noun = word.doc[at]
        after = word.doc[at + 1] if at + 1 < word.sent.end else None
        if noun.pos_ in ("NOUN", "PROPN") and (after is None or not _goes_on(after)):
            return noun
        if noun.lower_ in (",", ";") or (noun.pos_ == "VERB" and noun.lemma_ != "be"):
            return None
    return None


def _goes_on(after: Token) -> bool:
    """Whether a noun before this is not the last of its phrase: `police officers`, `14-year-old`."""
    return after.pos_ in ("NOUN", "PROPN") or after.text == "-"


def _among(group: Token) -> Iterator[list[Group]]:
    """Who belongs to the dead or the injured, by a sentence about them."""
    above = group.head
    if group.dep_ == "nsubj" and above.lemma_ == "include":
        yield from (_list(child) for child in above.children if child.dep_ == "dobj")
    elif group.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_ == "be":
        yield from (_list(child) for child in above.head.children if child.dep_ in ("nsubj", "attr"))
    elif group.dep_ == "pobj" and above.lower_ == "of" and above.head.dep_ == "nsubj":
        be = above.head.head
        if be.lemma_ == "be":
            yield from (_counted(above.head, child) for child in be.children if child.dep_ == "attr")


# ---------------------------------------------------------------- mentions


def _mentions(setting: Setting, harm: Harm, lists: Sequence[Sequence[Group]]) -> Iterator[VictimsMention]:
    for groups in lists:
        for kind in dict.fromkeys(kind for kind, _ in groups):
            yield _mention(setting, harm, kind, [quantity for own, quantity in groups if own is kind])


def _mention(setting: Setting, harm: Harm, kind: VictimKind, parts: Sequence[Quantity]) -> VictimsMention:
    """The members of one list that are of one kind: `a boy and two girls` are three children."""
    excerpt = setting.cut(min(part.start for part in parts), max(part.end for part in parts))
    if not all(part.best and not part.vague for part in parts):
        return VictimsMention(harm, kind, excerpt, None)
    highs = [part.high for part in parts]
    high = None if None in highs else sum(high for high in highs if high is not None)
    low, best = sum(part.low for part in parts), sum(part.best for part in parts)
    return VictimsMention(harm, kind, excerpt, CountMention(excerpt, low, best, high))
