"""Long texts in parts: what parser and tagger need at once is bounded, and so is the length of a sentence.

The model looks at a few tokens on either side and begins each sentence anew.  So a part that begins where a sentence
does, with the tokens around it, is parsed as it is within the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc

MOST_TOKENS = 8_000
"""Tokens parsed at once: parser and tagger need some 20 kB for each."""
MOST_DOCUMENTS = 16
"""Texts parsed at once."""
PARSERS_SHARE = 4
"""spaCy's parser takes so small a part of a batch at once; it is quicker with all of it."""
BESIDE = 16
"""Tokens before and behind a part that are parsed with it: more than the model looks at."""
LONGEST_SENTENCE = 500
"""Tokens.  What is longer is a list without full stops; reading a sentence costs more than its length."""
ATTRIBUTES = ["TAG", "POS", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
"""What the pipeline tells of a token."""

Unparsed = tuple["Doc", int]
"""The tokens of a text, and the character at which its story begins."""


def parse_bounded(nlp: Language, documents: Iterable[Unparsed]) -> Iterator[Doc]:
    """The parse of each document, in order; the pipeline is never given more than MOST_TOKENS at once."""
    for batch in _batches(documents):
        if len(batch[0][0]) > MOST_TOKENS:
            yield _parse_in_parts(nlp, *batch[0])
        else:
            yield from _run(nlp, batch)


def _batches(documents: Iterable[Unparsed]) -> Iterator[list[Unparsed]]:
    """Up to MOST_DOCUMENTS with MOST_TOKENS together; a longer one is alone."""
    batch: list[Unparsed] = []
    for document in documents:
        tokens = sum(len(doc) for doc, _ in (*batch, document))
        if batch and (len(batch) == MOST_DOCUMENTS or tokens > MOST_TOKENS):
            yield batch
            batch = []
        batch.append(document)
    if batch:
        yield batch


def _run(nlp: Language, batch: list[Unparsed]) -> Iterator[Doc]:
    for doc, _ in nlp.pipe(batch, as_tuples=True, batch_size=PARSERS_SHARE * MOST_DOCUMENTS):
        _cut_long_sentences(doc)
        yield doc


def _parse_in_parts(nlp: Language, whole: Doc, story: int) -> Doc:
    """Each part ends where a sentence does; the one that its end cuts is parsed again with the next part."""
    import numpy as np

    start, told = 0, []
    while start < len(whole):
        end = min(start + MOST_TOKENS, len(whole))
        first = max(0, start - BESIDE)
        part = whole[first : min(len(whole), end + BESIDE)].as_doc()
        part[start - first].is_sent_start = True
        parsed = next(_run(nlp, [(part, max(0, story - whole[first].idx))]))
        if end < len(whole):
            end = next(at for at in range(end, start, -1) if parsed[at - first].is_sent_start)
        told.append(_told(parsed)[start - first : end - first])
        start = end
    return whole.from_array(ATTRIBUTES, np.concatenate(told))  # type: ignore[arg-type]


def _told(doc: Doc) -> np.ndarray[Any, Any]:
    """ATTRIBUTES of each token."""
    return doc.to_array(ATTRIBUTES)  # type: ignore[arg-type]


def _cut_long_sentences(doc: Doc) -> None:
    """Sentences of more than LONGEST_SENTENCE tokens become several: a word whose head is in another piece has none."""
    if all(len(sentence) <= LONGEST_SENTENCE for sentence in doc.sents):
        return
    import numpy as np

    told, root = _told(doc), doc.vocab.strings["ROOT"]
    dep, head = ATTRIBUTES.index("DEP"), ATTRIBUTES.index("HEAD")
    for sentence in doc.sents:
        if len(sentence) > LONGEST_SENTENCE:
            piece = np.arange(len(sentence)) // LONGEST_SENTENCE
            rows = told[sentence.start : sentence.end]
            above = np.arange(len(sentence)) + rows[:, head].astype(np.int64)
            cut = piece[above] != piece
            rows[cut, head], rows[cut, dep] = 0, root
    doc.from_array(ATTRIBUTES, told)  # type: ignore[arg-type]
