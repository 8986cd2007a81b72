"""How alike two articles are by their words: the opening of each as a vector, rare words and names counting more.

How rare a word is says a list of common words, not the store: that would change with every article that comes.  Numbers
and weekdays tell alike happenings apart where dates are missing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

OPENING = 1500
"""Code points: title and lead tell what an article is about, the rest adds nothing to that."""
NAME_WEIGHT = 1.5
COMMON = 4.0
"""How rare a word must be to tell anything."""
RAREST = 16.0
"""How rare a word is that is not in the list."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NUMBER = re.compile(r"(\d[\d.,]*)(st|nd|rd|th)?")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        2,
    )
}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
LEAD = 600
"""Code points in which a weekday is that of the happening."""
_YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d,.]\d|\d)")
_FUNCTION_WORDS = frozenset(
    "a about above across after again against all almost alone along already also although always am among an and"
    " another any anyone anything are around as at away back be became because become been before behind being"
    " below between both but by call can could did do does done down during each eight either else enough even"
    " ever every few first five for four from full further get give go had has have having he her here hers"
    " herself him himself his how however i if in indeed into is it its itself just keep last least less made make"
    " many may me might mine more most much must my myself name neither never nevertheless next nine no nobody"
    " none nor not nothing now of off often on once one only or other others our out over own part per perhaps put"
    " quite rather really said same say says see seem several she should show side since six so some someone"
    " something sometimes somewhere still such take ten than that the their them themselves then there therefore"
    " these they third this those though three through throughout thus to together too top toward towards two"
    " under unless until up upon us used using very via was we well were what whatever when where whether which"
    " while who whole whom whose why will with within without would yet you your".split()
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article's words tell about it."""

    weights: dict[str, float]
    """By word, in lower case; of length 1 as a vector."""
    latest_year: int | None
    """The latest year that the text names: an article is seldom older."""
    numbers: Mapping[str, frozenset[str]]
    """The numbers of the opening, by the word beside them: `pirat` 23, `magnit` 5.9."""
    weekdays: frozenset[str]
    """Those that the lead names."""


@lru_cache(maxsize=4096)
def profile_of(text: str) -> Profile:
    """The profile of an article's whole text."""
    words = [match.group() for match in _WORD.finditer(text[:OPENING])]
    telling = [word for word in words if (len(word) > 2 or word.isdigit()) and word.lower() not in _FUNCTION_WORDS]
    counts = Counter(word.lower() for word in telling)
    small = {word for word in telling if not word[0].isupper()}
    weights = {
        word: (1 + math.log(count)) * telling_power(word) * (1.0 if word in small else NAME_WEIGHT)
        for word, count in counts.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    return Profile(
        {word: weight / length for word, weight in weights.items()},
        max(years, default=None),
        _numbers([word.lower() for word in words]),
        _WEEKDAYS.intersection(match.group().lower() for match in _WORD.finditer(text[:LEAD])),
    )


def _numbers(words: Sequence[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for place, word in enumerate(words):
        number = _number(word)
        if number is not None:
            before = next((one for one in words[max(place - 1, 0) : place] if _is_telling(one, 4)), None)
            after = next((one for one in words[place + 1 : place + 3] if _is_telling(one, 3)), None)
            for key in filter(None, (before and f"{before[:6]} #", after and f"# {after[:6]}")):
                found.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _number(word: str) -> str | None:
    """A number in figures or as a word, a year apart; `81th` for an ordinal."""
    match = _NUMBER.fullmatch(word)
    if match is None:
        return _NUMBER_WORDS.get(word)
    number = match.group(1).rstrip(".,").replace(",", "")
    return None if _YEAR.fullmatch(number) else number + ("th" if match.group(2) else "")


def _is_telling(word: str, least: int) -> bool:
    return len(word) >= least and word.isalpha() and word not in _FUNCTION_WORDS


def numbers_in_common(one: Profile, other: Profile) -> tuple[int, int]:
    """Of how many things both give the same number, and of how many another."""
    things = one.numbers.keys() & other.numbers.keys()
    same = sum(not one.numbers[thing].isdisjoint(other.numbers[thing]) for thing in things)
    return same, len(things) - same


def share_of_wording(one: Profile, other: Profile) -> float:
    """Cosine of the two vectors, 0 to 1, the same from both sides."""
    common = sorted(one.weights.keys() & other.weights.keys())
    return sum(one.weights[word] * other.weights[word] for word in common)


def years_apart(one: Profile, other: Profile) -> int | None:
    """Between the latest years that the two name; None where one names none."""
    if one.latest_year is None or other.latest_year is None:
        return None
    return abs(one.latest_year - other.latest_year)


def rarest_words(text: str, number: int) -> list[str]:
    """The words that tell most of what an article is about, the most telling first."""
    weights = profile_of(text).weights
    ordered = sorted(weights, key=lambda word: (-weights[word], word))
    return ordered[:number]


def telling_power(word: str) -> float:
    """How much a word tells, in lower case: 0 for the commonest, 12 for one that is in no list."""
    return max(rarities().get(word, RAREST) - COMMON, 0.0)


@cache
def rarities() -> dict[str, float]:
    """Of the commonest words: negative natural logarithm of a word's share of running text, by word."""
    text = resources.files("dateline.ingestion.linking").joinpath("rarity.tsv").read_text(encoding="utf-8")
    lines = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: float(rarity) for rarity, _, words in lines for word in words.split()}
