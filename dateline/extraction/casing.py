"""Texts in capitals get back their case before they are parsed: the language model reads names by their capitals.

`GUATEMALA CITY, 4 FEB -- THE ARMY DENIED` -> `Guatemala City, 4 Feb -- The army denied`.  The length never changes, so
that every offset of the parse counts in the text as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import actor_words
from dateline.extraction.gazetteer import Gazetteer
from schema.vocabulary import LocationKind

if TYPE_CHECKING:
    from spacy.language import Language

FEWEST_LETTERS = 60
CAPITAL_SHARE = 0.85
"""Share of letters that are capitals, from which a text is taken to be written in capitals."""
LARGE = 20_000
"""Inhabitants from which a name of several common words (`LAS PALMAS`) is taken for the place."""
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
_STARTS = re.compile(r"(?:^|[.!?]\s+[\"“'(]?|\n\s*\n\s*[\"“'(]?)(?=[^\W\d_])")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
    ("ing", "e"), ("er", ""), ("ly", ""),
)  # fmt: skip
NO_SURNAMES = frozenset(
    "said told was is has had have will would says who which when whose where were are did does".split()
)
SMALL = frozenset("de la el del los las y e da do dos van von bin al of the and in on at by for to with from".split())


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals."""
    letters = list(filter(str.isalpha, text[:4000]))
    return len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) >= CAPITAL_SHARE * len(letters)


def restore_case(text: str, nlp: Language, gazetteer: Gazetteer) -> str:
    """The text with the case that a newspaper would give it; the text itself where it is not in capitals."""
    return Caser(text, word_test(nlp), gazetteer).cased() if is_in_capitals(text) else text


def word_test(nlp: Language) -> Callable[[str], bool]:
    """Tells whether a lower-case word is in the model's dictionary, inflected or not."""
    tables = _tables(nlp)
    stops: set[str] = nlp.Defaults.stop_words

    @cache
    def is_word(word: str) -> bool:
        if word in stops or any(word in table for table in tables):
            return True
        stems = (word.removesuffix(ending) + instead for ending, instead in _ENDINGS if word.endswith(ending))
        return any(stem in table for stem in stems if len(stem) > 2 for table in tables)

    return is_word


def _tables(nlp: Language) -> list[set[str]]:
    """The word lists of the lemmatizer, which the pipeline keeps in `word_forms`."""
    component = dict(nlp.pipeline).get("word_forms")
    lookups = getattr(getattr(component, "lemmatizer", None), "lookups", None)
    names = ("lemma_index", "lemma_exc")
    found = [lookups.get_table(name) for name in names if lookups is not None and lookups.has_table(name)]
    return [set(table[pos]) for table in found for pos in table]


class Caser:
    """Gives one text its case."""

    def __init__(self, text: str, is_word: Callable[[str], bool], gazetteer: Gazetteer) -> None:
        self._text = text
        self._is_word = is_word
        self._gazetteer = gazetteer
        self._words = list(_WORD.finditer(text))
        self._kept = {acronym.start(1) for acronym in _ACRONYM.finditer(text)}
        self._acronyms = {acronym.group(1) for acronym in _ACRONYM.finditer(text)}
        self._capital: set[int] = {start.end() for start in _STARTS.finditer(text)}

    def cased(self) -> str:
        """The whole text."""
        self._mark_names()
        pieces: list[str] = []
        at = 0
        for word in self._words:
            pieces += [self._text[at : word.start()], self._form(word)]
            at = word.end()
        return "".join([*pieces, self._text[at:]])

    def _form(self, word: re.Match[str]) -> str:
        written = word.group()
        if word.start() in self._kept or written in self._acronyms:
            return written
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in written)
        return written[0] + small[1:] if word.start() in self._capital else small

    def _mark_names(self) -> None:
        """Notes the words that begin with a capital."""
        at = 0
        while at < len(self._words):
            width = self._place_width(at)
            if width:
                self._capital.update(word.start() for word in self._words[at : at + width])
                at += width
                continue
            if self._is_name(at):
                self._capital.add(self._words[at].start())
            at += 1
        self._mark_titles()
        self._mark_expansions()

    def _lower(self, at: int) -> str:
        return self._words[at].group().lower() if at < len(self._words) else ""

    def _place_width(self, at: int) -> int:
        """How many words from here name a place together: `SAN SALVADOR`, `EL SALVADOR`, `UNITED STATES`."""
        for width in (3, 2):
            if at + width > len(self._words):
                continue
            first, last = self._words[at], self._words[at + width - 1]
            between = self._text[first.start() : last.end()]
            if (
                "," in between
                or "." in between
                or "\n\n" in between
                or self._lower(at) in ("the", "of", "in", "and", "a")
            ):
                continue
            for place in self._gazetteer.candidates(" ".join(between.split()))[:1]:
                if place.kind is not LocationKind.CITY or place.population >= LARGE:
                    return width
        return 0

    def _is_name(self, at: int) -> bool:
        word = self._lower(at)
        if word in CALENDAR:
            return word not in ("may", "march", "mar", "sun", "dec", "oct", "jan") or self._beside_digit(at)
        if word in SMALL or len(word) < 2:
            return False
        if at and self._follows_first_name(at):
            return True
        if (len(word) > 2 and self._gazetteer.demonym(word) is not None) or actor_words().gender_of(word) is not None:
            return True
        countries = self._gazetteer.candidates(word)[:1] if len(word) > 2 else ()
        if any(place.kind is LocationKind.COUNTRY for place in countries):
            return True
        return not self._is_word(word)

    def _follows_first_name(self, at: int) -> bool:
        """`LUIS ARTURO ISAACS`: a surname may be a common word."""
        before, word = self._words[at - 1], self._lower(at)
        near = self._text[before.end() : self._words[at].start()] == " "
        known = before.start() in self._capital and actor_words().gender_of(before.group().lower()) is not None
        return near and known and not word.endswith("ed") and word not in NO_SURNAMES

    def _beside_digit(self, at: int) -> bool:
        word = self._words[at]
        before, after = self._text[: word.start()].rstrip()[-1:], self._text[word.end() :].lstrip()[:1]
        return before.isdigit() or after.isdigit()

    def _mark_titles(self) -> None:
        """`PRESIDENT CEREZO`, `COLONEL LUIS`: an office before a name, and a dictionary word between names."""
        for at in range(len(self._words) - 1):
            following = self._words[at + 1]
            near = self._text[self._words[at].end() : following.start()].strip() == ""
            if near and following.start() in self._capital and self._lower(at) in actor_words().offices:
                self._capital.add(self._words[at].start())

    def _mark_expansions(self) -> None:
        """`NATIONAL LIBERATION FRONT (FMLN)`: the words before an acronym whose initials it holds."""
        for at, word in enumerate(self._words):
            if word.start() not in self._kept:
                continue
            letters, back = set(word.group()), at - 1
            while back >= 0 and at - back <= len(word.group()) + 3:
                small = self._lower(back) in SMALL
                if not small and self._words[back].group()[0] not in letters:
                    break
                if not small:
                    self._capital.add(self._words[back].start())
                back -= 1
