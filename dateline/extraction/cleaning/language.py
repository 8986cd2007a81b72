"""In which language a text is written, by its small words; only English is read further."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dateline.extraction.lexicon import load_lexicon

FEWEST_WORDS = 12
"""Shorter texts (headlines) tell too little."""
LONGEST_SAMPLE = 4_000
"""Characters looked at."""
FOREIGN_SHARE = 0.4
"""Share of letters outside the Latin script from which a text is not English, whatever its words."""
TELLING_SHARE = 0.15
"""Share of small words from which another language than English is believed."""
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in load_lexicon("languages").items():
        for word in words.split():
            found[word] = (*found.get(word, ()), language)
    return found


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the likeliest language; `en` where nothing tells, `und` for another script."""
    sample = text[:LONGEST_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < FEWEST_WORDS:
        return "en"
    letters = sum(map(len, words))
    foreign = sum(1 for word in words for character in word if character > "\u024f")
    if foreign > FOREIGN_SHARE * letters:
        return "und"
    counts = Counter(language for word in words for language in _languages_of().get(word, ()))
    best = max(counts.values(), default=0)
    sure = best >= TELLING_SHARE * len(words)
    return (
        "en"
        if counts["en"] == best or not sure
        else min(language for language, count in counts.items() if count == best)
    )
