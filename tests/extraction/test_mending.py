"""A verb after a day is mended only where the sentence stays a tree."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from dateline.extraction.mending import VerbsAfterDays

WORDS = "A court on Friday jailed politician Yashin".split()
TAGS = ["DT", "NN", "IN", "NNP", "VBN", "NN", "NNP"]


def parsed(heads, labels):
    return Doc(English().vocab, words=WORDS, tags=TAGS, heads=heads, deps=labels)


def test_a_participle_after_a_day_becomes_the_verb_of_its_sentence():
    labels = ["det", "ROOT", "prep", "pobj", "amod", "compound", "appos"]
    doc = VerbsAfterDays()(parsed([1, 1, 1, 2, 6, 6, 1], labels))
    assert [(word.text, word.head.text, word.dep_) for word in doc if word.text in ("court", "jailed", "Yashin")] == [
        ("court", "jailed", "nsubj"),
        ("jailed", "jailed", "ROOT"),
        ("Yashin", "jailed", "dobj"),
    ]


@pytest.mark.parametrize("over", [6, 5])
def test_what_stands_over_the_subject_is_not_made_its_neighbour(over):
    labels = ["det", "nmod", "prep", "pobj", "amod", "compound", "ROOT"]
    heads = [1, over, 1, 2, 6, 6, 6]
    doc = VerbsAfterDays()(parsed(heads, labels))
    assert [word.head.i for word in doc] == heads
    assert doc[0:4].root.text == "court"
