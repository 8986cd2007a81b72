"""In which language a text is written, by its small words; only English is read further."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

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


SURE = 0.7
"""Probability from which the library's answer is taken."""


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the likeliest language; `und` where nothing is sure, `en` for texts too short to tell."""
    sample = text[:LONGEST_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    foreign = sum(1 for word in words for character in word if character > "\u024f")
    if foreign > FOREIGN_SHARE * letters:
        return _identify(sample) or "und"
    if len(words) < FEWEST_WORDS:
        return "en"
    counts = Counter(language for word in words for language in _languages_of().get(word, ()))
    best = max(counts.values(), default=0)
    if counts["en"] == best and best >= TELLING_SHARE * len(words):
        return "en"
    found = _identify(" ".join(words))
    if found is not None:
        return found
    return "en" if counts["en"] == best else "und"


def _identify(text: str) -> str | None:
    """What the library is sure of (97 languages)."""
    language, probability = _identifier().classify(text)
    return str(language) if probability >= SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
