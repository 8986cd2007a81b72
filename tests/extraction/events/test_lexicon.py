"""Plain sentences of the news, a type at a time: which word tells an event, and which sentences tell none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

SENTENCES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
TOLD = [(kinds, *line.split(" | ", 1)) for kinds, lines in SENTENCES["told"].items() for line in lines]


def told(events_of, text, kinds):
    return [
        (excerpt.text, event.status.value)
        for event in events_of(text).events
        if event.type.value in kinds.split("/")
        for excerpt in event.triggers
    ]


@pytest.mark.parametrize(("kinds", "word", "text"), TOLD)
def test_an_event_is_told_by_its_word(events_of, kinds, word, text):
    assert word in [told_word for told_word, _ in told(events_of, text, kinds)]


@pytest.mark.parametrize(
    ("kinds", "word", "status", "text"), [line.split(" | ") for line in SENTENCES["status"]["sentences"]]
)
def test_an_event_is_told_with_its_status(events_of, kinds, word, status, text):
    assert (word, status) in told(events_of, text, kinds)


@pytest.mark.parametrize("text", SENTENCES["nothing"]["sentences"])
def test_other_senses_tell_no_event(events_of, text):
    assert events_of(text).types() == []
