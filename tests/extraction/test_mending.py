"""A verb after a day is mended only where the sentence stays a tree."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from dateline.extraction.mending import NumbersBeforeDays, PeopleShotDead, VerbsAfterDays

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


def mended(component, words, tags, heads, labels):
    doc = component(Doc(English().vocab, words=words.split(), tags=tags.split(), heads=heads, deps=labels.split()))
    return {word.text: (word.head.text, word.dep_) for word in doc}


def test_a_number_before_a_day_is_what_the_verb_tells():
    words, tags = "The toll rose to six Friday", "DT NN VBD IN CD NNP"
    doc = mended(NumbersBeforeDays(), words, tags, [1, 2, 2, 2, 5, 3], "det nsubj ROOT prep nummod pobj")
    assert doc["six"] == ("to", "pobj")
    assert doc["Friday"] == ("rose", "npadvmod")


@pytest.mark.parametrize("day", ["Fridays", "guards"])
def test_a_number_before_anything_else_counts_it(day):
    words, tags = f"Rebels killed six {day}", "NNS VBD CD NNS"
    doc = mended(NumbersBeforeDays(), words, tags, [1, 1, 3, 1], "nsubj ROOT nummod dobj")
    assert doc["six"] == (day, "nummod")


def test_whom_police_shot_dead_is_their_object():
    words, tags = "Police shot dead two suspects", "NNS VBD JJ CD NNS"
    doc = mended(PeopleShotDead(), words, tags, [1, 1, 4, 4, 1], "nsubj ROOT amod nummod dobj")
    assert doc["dead"] == ("shot", "advmod")
    doc = mended(PeopleShotDead(), words, tags, [1, 1, 1, 4, 1], "nsubj ROOT oprd nummod npadvmod")
    assert doc["suspects"] == ("shot", "dobj")


def test_who_was_shot_dead_stays_the_subject():
    words, tags = "Suspects were shot dead Monday", "NNS VBD VBN JJ NNP"
    doc = mended(PeopleShotDead(), words, tags, [2, 2, 2, 2, 2], "nsubjpass auxpass ROOT oprd npadvmod")
    assert doc["Monday"] == ("shot", "npadvmod")
