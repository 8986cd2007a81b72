"""What a model learns of words while it reads is forgotten, and nothing else changes."""

from __future__ import annotations

import itertools

import pytest

from dateline.extraction.cleaning import clean
from dateline.extraction.pipeline import Extractor
from schema.mentions import RawArticle, SourceText

TEXT = (
    "Police in Zlatograd{n} arrested {n} people on Monday, Mayor Ruth Hale{n} said. “They zorbled{n} the "
    "quarnish{n} gates,” she told reporters. The gates were being zorbled{n} again."
)


def article(number: int) -> SourceText:
    found = clean(RawArticle(f"a{number}", TEXT.format(n=f"x{number}y")))
    assert isinstance(found, SourceText)
    return found


@pytest.fixture
def extractor(monkeypatch):
    """`extractor(most)`: one that forgets as soon as it knows so many words."""
    made = Extractor()

    def forgetting(most):
        monkeypatch.setattr(made._new_words, "most", most)
        return made

    return forgetting


def test_the_same_is_read_whether_words_are_forgotten_or_not(extractor):
    articles = [article(number) for number in range(40)]
    kept = list(extractor(10**9).read_all(articles))
    assert [extractor(0).read(one) for one in articles] == kept
    assert list(extractor(1).read_all(articles)) == kept


def test_words_do_not_pile_up(extractor):
    reader = extractor(200)
    numbers = []
    for number in range(120):
        reader.read(article(1_000 + number))
        numbers.append(reader._new_words.number)
    assert max(numbers) < 250
    assert sum(later < earlier for earlier, later in itertools.pairwise(numbers)) >= 2


def test_nothing_is_forgotten_while_somebody_reads(extractor):
    reader = extractor(0)
    words = reader._new_words
    several = reader.read_all([article(2_000 + number) for number in range(3)])
    first = next(several)
    known = words.number
    second = reader.read(article(2_100))
    assert words.number > known
    assert [first.source.text, second.source.text] == [article(2_000).text, article(2_100).text]
    assert len(list(several)) == 2
    reader.read(article(2_200))
    assert words.number < known
