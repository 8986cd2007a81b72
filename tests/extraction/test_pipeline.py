"""A fault in one stage costs that stage, never the article."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from dateline.extraction import actors, pipeline
from dateline.extraction.cleaning import clean
from dateline.extraction.notes import Notes, Stage
from dateline.extraction.pipeline import Extractor
from schema.mentions import Analysis, RawArticle, SourceText

TEXT = (
    "LAGOS, Nigeria (AP) — Gunmen killed 12 people in Kaduna on Tuesday. “We will find them,” governor Uba Sani said. "
    "He said that the army had sent troops to Zaria."
)
ReadText = Callable[..., Analysis]


def _fail(error: type[Exception], _notes: Notes) -> None:
    raise error("on purpose")


def _recurse(_notes: Notes) -> None:
    _recurse(_notes)


def _failing(name: str, run: Callable[[Notes], None]) -> tuple[Stage, ...]:
    return tuple(replace(stage, run=run) if stage.name == name else stage for stage in pipeline.STAGES)


@pytest.mark.parametrize("run", [partial(_fail, ValueError), partial(_fail, OverflowError), _recurse])
@pytest.mark.parametrize("name", [stage.name for stage in pipeline.STAGES])
def test_failing_stage_costs_no_other(
    name: str, run: Callable[[Notes], None], extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = extractor.read(SourceText(TEXT, ""))
    monkeypatch.setattr(pipeline, "STAGES", _failing(name, run))
    found = extractor.read(SourceText(TEXT, ""))
    assert [fault.stage for fault in found.faults] == [name]
    assert found.source == whole.source
    assert bool(found.places) is (name != "places")
    assert bool(found.quotes) is (name not in ("actors", "quotes"))
    assert bool(found.events) is (name not in ("actors", "events"))
    assert whole.faults == ()


def test_failing_part_costs_its_own_actors(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {**actors.PARTS, "bodies": lambda register: _fail(KeyError, register.notes)}
    monkeypatch.setattr(actors, "PARTS", parts)
    found = extractor.read(SourceText(TEXT, ""))
    assert [(fault.stage, fault.error) for fault in found.faults] == [("actors: bodies", "KeyError")]
    assert "Uba Sani" in {actor.name for actor in found.actors}
    assert found.events


def test_fault_is_logged_once_with_stage_and_article(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pipeline, "STAGES", _failing("quotes", partial(_fail, ValueError)))
    with caplog.at_level(logging.WARNING, "dateline"):
        extractor.read(SourceText(TEXT, "", origin="lagos.txt"))
    (record,) = caplog.records
    assert (vars(record)["stage"], vars(record)["article"]) == ("quotes", "lagos.txt")
    assert record.exc_info


@pytest.mark.parametrize("text", ["He lives in Austin, TX", "Two were hurt in Halifax, N.S.", "A home in Fargo, N.D."])
def test_text_may_end_in_a_state(text: str, read_text: ReadText) -> None:
    found = read_text(text)
    assert found.faults == ()
    assert [place.excerpt.text for place in found.places][-1] == text.rpartition(", ")[2]


@pytest.mark.parametrize(
    "given", ["0001-01-01", "0001-01-01T00:00:00+05:00", "9999-12-31", "9999-12-31T23:59:59-05:00"]
)
def test_ends_of_the_calendar_are_no_dates_of_publication(given: str, extractor: Extractor) -> None:
    text = "Voters stayed at home a day after the vote. He died last week. It ends tomorrow, or in 3,000 years."
    source = clean(RawArticle("x", text, published_at=given))
    assert source.published_at is None
    stored = replace(source, published_at=datetime.fromisoformat(given).replace(tzinfo=UTC))
    assert extractor.read(stored).faults == ()
