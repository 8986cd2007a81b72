"""From the words before a noun to a low, a best and a high number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as understood; `start` and `end` are the tokens that tell it.  `high` None: no upper bound."""

    start: int
    end: int
    low: int
    best: int
    high: int | None
    vague: bool = False
    """Whether no number is told, only about how many: `dozens`."""


@cache
def _words() -> dict[str, int]:
    return {str(word): int(value) for word, value in load_lexicon("numbers")["words"].items()}


@cache
def _vague() -> dict[str, tuple[int, int, int]]:
    return {word: (low, best, high) for word, (low, best, high) in load_lexicon("numbers")["vague"].items()}


@cache
def _unsure() -> frozenset[str]:
    """The vague words that tell no one number: `dozens`, and not `a dozen`."""
    return frozenset(word for word, (low, _, high) in _vague().items() if low != high)


@cache
def _collective() -> frozenset[str]:
    return frozenset(load_lexicon("numbers")["collective"]["nouns"].split())


@cache
def _bounds() -> dict[str, frozenset[str]]:
    return {name: frozenset(phrases) for name, phrases in load_lexicon("numbers")["bounds"].items()}


def read_quantity(noun: Token) -> Quantity | None:
    """How many a noun phrase counts: `at least six people`, `16 others`, `a man`; None where it does not say."""
    number = _number_before(noun)
    if number is None:
        return _single(noun)
    first, last, low, best, high = number
    quantity = _with_bounds(noun, first, last, low, best, high)
    return replace(quantity, vague=all(word.lower_ in _unsure() for word in noun.doc[first:last]))


def _number_before(noun: Token) -> tuple[int, int, int, int, int] | None:
    """Tokens and values of the number in the phrase of a noun, or of the noun where it is the number itself."""
    doc = noun.doc
    if _value(noun) is not None or noun.lower_ in _vague():
        return _grow(noun, noun)
    candidates = [
        child
        for child in noun.lefts
        if child.dep_ in ("nummod", "amod", "det", "quantmod", "compound", "nmod", "predet")
    ]
    for child in candidates:
        if _value(child) is not None or child.lower_ in _vague():
            return _grow(child, noun)
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and (_value(head.head) is not None or head.head.lower_ in _vague()):
        return _grow(head.head, head.head)
    if noun.lower_ in ("family", "crew", "team", "group", "party", "gang"):
        of = (child for child in noun.rights if child.lower_ == "of")
        number = next((pobj for child in of for pobj in child.children if _value(pobj) is not None), None)
        if number is not None and number.dep_ == "pobj":  # `a family of five`; `a group of 10 men` is of men
            return _grow(number, number)
    after = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    return _grow(after, after) if after is not None and noun.lower_ == "toll" and _value(after) is not None else None


def _value(token: Token) -> float | None:
    text = token.lower_
    if _DIGITS.fullmatch(text):
        value = int(text.replace(",", ""))
        return value if value <= LARGEST else None
    if "-" in text:
        parts = [_words().get(part) for part in text.split("-")]
        known = [part for part in parts if part is not None]
        return sum(known) if known and len(known) == len(parts) else None
    return _words().get(text)


def _grow(number: Token, noun: Token) -> tuple[int, int, int, int, int] | None:
    """The whole number around one of its words: `two dozen`, `1.2 million` is left out, `3 to 5`."""
    doc = number.doc
    first = last = number.i
    if (
        number.i + 2 < noun.i
        and doc[number.i + 1].lower_ in ("to", "and", "or", "-", "–")
        and _value(doc[number.i + 2])
    ):
        first = last = number.i + 2  # the first of two bounds bears the second in the parse
    if first > 1 and _is_hyphened(doc[first - 2], doc[first - 1], doc[first]):
        first -= 2
    while first > 0 and (_value(doc[first - 1]) is not None or doc[first - 1].lower_ in _vague()):
        first -= 1
    while (
        last + 1 <= max(noun.i, number.i)
        and last + 1 < len(doc)
        and (_value(doc[last + 1]) is not None or doc[last + 1].lower_ in _vague())
    ):
        last += 1
    if first > 1 and doc[first - 1].lower_ in ("to", "and", "-", "–", "or") and _value(doc[first - 2]) is not None:
        low, high = _value(doc[first - 2]), _combined(doc[first : last + 1])
        if low is not None and high is not None and low < high[1]:
            before = doc[first - 3].lower_ if first > 2 else ""
            # `rose from nine to 17` is no range: the second number is what it is now.
            if before == "between" or (doc[first - 1].lower_ != "and" and before != "from"):
                return first - 2, last + 1, int(low), int((low + high[1]) // 2), high[1]
    combined = _combined(doc[first : last + 1])
    return (first, last + 1, *combined) if combined is not None else None


def _is_hyphened(tens: Token, hyphen: Token, ones: Token) -> bool:
    """`ninety-five`, which the tokenizer cuts in three."""
    high, low = _value(tens), _value(ones)
    if hyphen.lower_ != "-" or high is None or low is None or tens.whitespace_ or hyphen.whitespace_:
        return False
    return tens.is_alpha and 20 <= high <= 90 and low < 10


def _combined(tokens: object) -> tuple[int, int, int] | None:
    """Low, best and high of several number words in a row."""
    total, low_factor, high_factor = 0.0, 1.0, 1.0
    seen = False
    for token in tokens:  # type: ignore[attr-defined]
        vague = _vague().get(token.lower_)
        value = _value(token)
        if vague is not None:
            low, best, high = vague
            if seen and total:
                exact = {"dozen": 12, "dozens": 12}.get(token.lower_, low)
                total *= exact
                continue
            total, low_factor, high_factor, seen = float(best), low / best, high / best, True
        elif value is not None:
            big = value in (100, 1_000, 1_000_000)
            total = (total or 1) * value if big else total + value
            seen = True
    if not seen or total > LARGEST:
        return None
    return round(total * low_factor), round(total), round(total * high_factor)


def _single(noun: Token) -> Quantity | None:
    """`a man`, `her husband`, `the driver`: one, where the noun is singular and means a person."""
    if noun.tag_ not in ("NN", "NNP") or noun.lower_ in _collective():
        return None
    determiner = next((child for child in noun.lefts if child.dep_ in ("det", "poss")), None)
    start = determiner.left_edge.i if determiner is not None and determiner.dep_ == "poss" else noun.i
    start = determiner.i if determiner is not None and determiner.dep_ == "det" else start
    return Quantity(start, noun.i + 1, 1, 1, 1)


def _with_bounds(noun: Token, first: int, last: int, low: int, best: int, high: int | None) -> Quantity:
    """`at least`, `more than`, `up to`, `about` before a number."""
    doc, start = noun.doc, first
    if high is not None and high == low == best:
        for width in range(min(3, first), 0, -1):
            phrase = doc[first - width : first].text.lower()
            kind = next((name for name, phrases in _bounds().items() if phrase in phrases), None)
            if kind is not None:
                start = first - width
                low, high = _bound(kind, best)
                break
    elif first >= 1 and doc[first - 1].lower_ in ("least",):
        start = max(first - 2, 0)
    return Quantity(start, last, low, best, high)


def _bound(kind: str, best: int) -> tuple[int, int | None]:
    if kind in ("least", "more"):
        return best, None
    if kind == "most":
        return 0, best
    return round(best * 0.9), round(best * 1.1)
