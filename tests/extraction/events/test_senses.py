"""Hundreds of sentences read at once: each tells an event of its type, and other senses of the words tell none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.extraction.cleaning import clean_text

SENSES = tomllib.loads(Path(__file__).with_name("senses.toml").read_text(encoding="utf-8"))
TOLD = [(kinds, text) for kinds, texts in SENSES["told"].items() for text in texts]
NOTHING = SENSES["nothing"]["sentences"]


@pytest.fixture(scope="module")
def types_of(extractor):
    """`types_of[text]`: the types of the events of a sentence, each an article of its own."""
    texts = [text for _, text in TOLD] + NOTHING
    sources = [clean_text(text, published_at="2024-11-06") for text in texts]
    found = extractor.read_all(sources)
    return {text: [event.type.value for event in analysis.events] for text, analysis in zip(texts, found, strict=True)}


@pytest.mark.parametrize(("kinds", "text"), TOLD)
def test_sentence_tells_an_event_of_its_type(types_of, kinds, text):
    assert set(types_of[text]) & set(kinds.split("/"))


@pytest.mark.parametrize("text", NOTHING)
def test_other_sense_tells_nothing(types_of, text):
    assert types_of[text] == []
