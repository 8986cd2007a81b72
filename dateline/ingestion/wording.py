"""How alike two articles are by their words: the opening of each as a vector, names counting double.

Nothing but the two texts is looked at: how rare a word is in the store would change with every article that comes.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

OPENING = 1000
"""Code points: title and lead tell what an article is about, the rest adds nothing to that."""
NAME_WEIGHT = 2.0
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
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


@lru_cache(maxsize=4096)
def profile_of(text: str) -> Profile:
    """The profile of an article's whole text."""
    words = [match.group() for match in _WORD.finditer(text[:OPENING])]
    telling = [word for word in words if (len(word) > 2 or word.isdigit()) and word.lower() not in _FUNCTION_WORDS]
    counts = Counter(word.lower() for word in telling)
    small = {word for word in telling if not word[0].isupper()}
    weights = {word: (1 + math.log(count)) * (1.0 if word in small else NAME_WEIGHT) for word, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    return Profile({word: weight / length for word, weight in weights.items()}, max(years, default=None))


def share_of_wording(one: Profile, other: Profile) -> float:
    """Cosine of the two vectors, 0 to 1, the same from both sides."""
    common = sorted(one.weights.keys() & other.weights.keys())
    return sum(one.weights[word] * other.weights[word] for word in common)


def years_apart(one: Profile, other: Profile) -> int | None:
    """Between the latest years that the two name; None where one names none."""
    if one.latest_year is None or other.latest_year is None:
        return None
    return abs(one.latest_year - other.latest_year)
