"""The line that sums an event up carries only words of the article."""

from __future__ import annotations

import pytest

from dateline.ingestion.intake.assembly import LONGEST_SUMMARY, summarise

SENTENCE = "Shells hit a market in Sake on Tuesday, killing nine people, the army said. "


def test_short_sentence_is_its_own_summary():
    assert summarise("Shells hit\n a  market.") == "Shells hit a market."


@pytest.mark.parametrize("times", [1, 4, 5, 40])
def test_every_word_stands_in_the_sentence_in_its_order(times):
    told = (SENTENCE * times).split()
    summary = summarise(SENTENCE * times)
    words = summary.removesuffix(" …").split()
    assert words[:-1] == told[: len(words) - 1]
    assert told[len(words) - 1].startswith(words[-1])
    assert len(summary) <= LONGEST_SUMMARY + len(" …")
