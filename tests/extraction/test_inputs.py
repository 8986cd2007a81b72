"""Texts of no kind in particular, with a seed of their own in every run: whatever comes, reading ends and is whole."""

from dataclasses import replace

from benchmarks.inputs import list_texts, make_inputs, read
from benchmarks.phrases import new_seed
from dateline.extraction import pipeline

TEXTS = 300


def test_no_text_stops_reading_or_a_stage_of_it(extractor):
    seed = new_seed()
    inputs = make_inputs(list_texts([]), TEXTS, seed)
    found = [(fault, published, text) for text, published in inputs for fault in read(extractor, text, published)]
    assert not found, f"seed {seed}"


def test_the_same_seed_gives_the_same_texts():
    texts = ["Gunmen killed 12 people in Kaduna.", "Police arrested 40 people in Lima on Sunday."]
    assert list(make_inputs(texts, 50, 3)) == list(make_inputs(texts, 50, 3)) != list(make_inputs(texts, 50, 4))


def test_a_stage_that_fails_is_told(extractor, monkeypatch):
    def fail(_notes):
        raise KeyError

    broken = tuple(replace(stage, run=fail) if stage.name == "events" else stage for stage in pipeline.STAGES)
    monkeypatch.setattr(pipeline, "STAGES", broken)
    assert read(extractor, "Gunmen killed 12 people in Kaduna.", None) == ["events: KeyError"]
