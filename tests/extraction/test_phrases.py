"""Ordinary phrases, crossed by chance with each other: nothing that newspapers write may stop the reading."""

from random import Random

import pytest

from benchmarks.phrasebook import make_article
from benchmarks.phrases import faults_of, find_broken, new_seed

TEXTS = 300


def test_ordinary_phrases_are_read_whatever_they_stand_beside(extractor):
    seed = new_seed()
    broken = list(find_broken(extractor, seed, TEXTS))
    assert not broken, f"seed {seed}\n" + "\n\n".join(map(str, broken))


@pytest.mark.parametrize(("seed", "number"), [(582083, 13)])
def test_articles_that_once_were_misread(extractor, seed, number):
    """A name that went on behind a line break."""
    assert faults_of(extractor, make_article(Random(f"{seed} {number}"))) == []
