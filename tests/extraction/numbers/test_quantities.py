"""Numbers of people as written: low, best and high."""

from __future__ import annotations

import pytest

from dateline.extraction.numbers import Quantity, read_quantity


@pytest.fixture
def quantity(parse_text):
    """`quantity(text, noun)`: what the phrase of a noun counts, with its words."""

    def read(text: str, noun: str) -> tuple[str, int, int, int | None] | None:
        doc = parse_text(text)
        token = next(token for token in doc if token.text == noun)
        found: Quantity | None = read_quantity(token)
        if found is None:
            return None
        return doc[found.start : found.end].text, found.low, found.best, found.high

    return read


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The blast killed six people.", "people", ("six", 6, 6, 6)),
        ("The blast killed 16 people.", "people", ("16", 16, 16, 16)),
        ("The blast killed 1,204 people.", "people", ("1,204", 1204, 1204, 1204)),
        ("The blast killed twenty-three people.", "people", ("twenty-three", 23, 23, 23)),
        ("The blast killed at least 12 people.", "people", ("at least 12", 12, 12, None)),
        ("The blast killed more than 100 people.", "people", ("more than 100", 100, 100, None)),
        ("The blast killed up to 40 people.", "people", ("up to 40", 0, 40, 40)),
        ("The blast killed about 50 people.", "people", ("about 50", 45, 50, 55)),
        ("The blast killed 20 to 30 people.", "people", ("20 to 30", 20, 25, 30)),
        ("The blast killed two dozen people.", "people", ("two dozen", 24, 24, 24)),
    ],
)
def test_numbers(quantity, text, noun, expected):
    assert quantity(text, noun) == expected


def test_number_between_two(quantity):
    assert quantity("The blast killed between 20 and 30 people.", "people") == ("20 and 30", 20, 25, 30)


@pytest.mark.parametrize("word", ["dozens", "scores", "hundreds"])
def test_vague_numbers_have_bounds_around_the_best(quantity, word):
    found = quantity(f"The blast killed {word} of people.", "people")
    assert found is not None
    words, low, best, high = found
    assert words == word
    assert 2 <= low < best < high


def test_vague_numbers_are_ordered():
    from dateline.extraction.lexicon import load_lexicon

    vague = load_lexicon("numbers")["vague"]
    assert vague["dozens"][1] < vague["hundreds"][1] < vague["thousands"][1]
    assert all(low <= best <= high for low, best, high in vague.values())


def test_one_person(quantity):
    found = quantity("The blast killed a man.", "man")
    assert found is not None
    assert found[1:] == (1, 1, 1)


def test_plural_without_number(quantity):
    assert quantity("The blast killed people.", "people") is None


def test_number_that_nobody_counts(quantity):
    assert quantity("The blast killed 99999999999 people.", "people") is None
