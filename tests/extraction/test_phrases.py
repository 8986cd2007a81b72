"""Ordinary phrases, crossed by chance with each other: nothing that newspapers write may stop the reading."""

from benchmarks.phrases import find_broken, new_seed

TEXTS = 300


def test_ordinary_phrases_are_read_whatever_they_stand_beside(extractor):
    seed = new_seed()
    broken = list(find_broken(extractor, seed, TEXTS))
    assert not broken, f"seed {seed}\n" + "\n\n".join(map(str, broken))
