"""The quicker arithmetic gives what spaCy's own gives, but for rounding."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

from dateline.extraction import kernel, parsing
from dateline.extraction.pipeline import Extractor
from dateline.extraction.reading import Source, find_sources, read_articles
from dateline.settings import PROJECT
from schema.mentions import RawArticle

TOLD: list[int | str] = ["TAG", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
TEXTS = (
    "Two buses collided near Kaduna on Friday; at least 14 people died, police said.",
    "“We can't go back,” Ms. Okoye told reporters.\n\nShe'd lost her   home. It's gone, isn't it?",
    "",
    "\n",
    "x",
    "Zorbled quarnish\u00a0gates … 😀 3.5m ÷ 2 – 'twas!" * 9,
)


def find_samples():
    for found in find_sources([str(PROJECT / "samples")]):
        yield from (
            (raw for raw in read_articles(found) if isinstance(raw, RawArticle)) if isinstance(found, Source) else ()
        )


def models():
    """Both, loaded afresh: what one learns the other does not see."""
    return [parsing._load_once.__wrapped__("", name).nlp for name in ("thinc", "numpy")]


def test_both_kernels_read_the_same():
    samples = [raw.content for raw in find_samples()]
    theirs, own = (list(parsing.parse(nlp, [*TEXTS, *samples])) for nlp in models())
    told = [(first.to_array(TOLD) != second.to_array(TOLD)).any() for first, second in zip(theirs, own, strict=True)]
    assert sum(told) <= 0.01 * len(told)
    for first, second in zip(theirs, own, strict=True):
        assert np.allclose(first.tensor, second.tensor, rtol=1e-3, atol=1e-3)


def test_words_are_told_apart_by_what_their_vectors_hang_on():
    """The tokenizer gives `ca` of `can't` another normal form than `ca` alone; a space behind a word counts."""
    texts = ["It ca n't be.", "It can't be.", "It can 't be .", "ca", "ca "]
    theirs, own = ([doc.tensor for doc in parsing.parse(nlp, texts)] for nlp in models())
    for first, second in zip(theirs, own, strict=True):
        assert np.allclose(first, second, rtol=1e-3, atol=1e-3)


def model_of(nlp) -> Any:
    return nlp.get_pipe("tok2vec").model


def embeddings():
    nlp = models()[1]
    layer = next(part for part in model_of(nlp).walk() if isinstance(part._func, kernel.Embeddings))
    return nlp, layer._func


def test_vectors_are_remembered_up_to_a_bound():
    nlp, known = embeddings()
    known.most = 50
    for number in range(30):
        list(parsing.parse(nlp, [f"The mayor of Town{number} met {number} farmers from Village{number}."]))
        assert len(known._rows) <= 50
    long = " ".join(f"word{number}" for number in range(200))
    assert len(next(parsing.parse(nlp, [long])).tensor) == 200


def test_many_threads_may_ask():
    nlp, known = embeddings()
    known.most = 40
    docs = [nlp.make_doc(text * 3) for text in TEXTS if text]
    expected = [known._of(doc) for doc in docs]
    wrong: list[int] = []

    def ask():
        for _ in range(20):
            found, _back = known(None, docs, is_train=False)
            wrong.extend(
                1 for one, other in zip(found, expected, strict=True) if not np.allclose(one, other, atol=1e-3)
            )

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_spacys_own_arithmetic_is_kept_where_it_is_wanted_or_the_other_is_wrong(monkeypatch):
    bare = parsing.import_spacy().load(parsing.model_location(""))
    assert kernel.choose_kernel(bare, "thinc") == "thinc"
    own = kernel._mixture
    monkeypatch.setattr(kernel, "_mixture", lambda layer: lambda given: own(layer)(given) * 1.1)
    assert kernel.choose_kernel(bare) == "thinc"
    monkeypatch.setattr(kernel, "_mixture", own)
    times = iter([1.0, 0.5, 0.5, 1.0])
    monkeypatch.setattr(kernel, "_quickest", lambda work: next(times))
    assert kernel.choose_kernel(bare) == "thinc"
    assert kernel.choose_kernel(bare) == "numpy"


def test_a_model_of_other_layers_is_read_as_it_is():
    import spacy

    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    assert kernel.choose_kernel(blank, "numpy") == "thinc"


@pytest.mark.parametrize("name", ["numpy", "thinc"])
def test_an_extractor_takes_the_kernel_that_it_is_told(name):
    extractor = Extractor(kernel=name)
    parts = [part._func for part in model_of(extractor._nlp).walk()]
    assert any(isinstance(part, kernel.Embeddings) for part in parts) == (name == "numpy")
