"""Datelines at the start of a story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.extraction.cleaning.datelines import find_dateline
from dateline.extraction.parsing import find_paragraphs

STORY = "Six people were killed when shells hit a market, officials said."


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("KYIV, Ukraine (AP) —", "KYIV, Ukraine", "AP"),
        ("LONDON —", "LONDON", None),
        ("NAIROBI, Kenya, Nov. 5 (Reuters) -", "NAIROBI, Kenya", "Reuters"),
        ("PARIS, March 3 (AFP) –", "PARIS", "AFP"),
        ("NEW YORK (AP) --", "NEW YORK", "AP"),
        ("DULUTH, Minn. —", "DULUTH, Minn.", None),
        ("Nairobi (Lakeside Wire) –", "Nairobi", "Lakeside Wire"),
        ("PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE, Haiti", "AP"),
        ("SÃO PAULO (Reuters) -", "SÃO PAULO", "Reuters"),
        ("WASHINGTON, D.C. —", "WASHINGTON, D.C.", None),
    ],
)
def test_datelines(dateline, place, agency):
    text = f"{dateline} {STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert (text[found.span.start : found.span.end], found.place.text, found.agency) == (dateline, place, agency)


def test_numbers_of_the_story_are_none_of_the_dateline():
    text = "LIMA, Peru — A bomb killed six people and injured 16 at a market, police said."
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert found.place.text == "LIMA, Peru"


def test_dateline_with_a_year_tells_the_day():
    text = f"GOMA, Congo, 15 January 2026 (Reuters) - {STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert found.published_at == datetime(2026, 1, 15, tzinfo=UTC)


def test_dateline_below_a_headline():
    text = f"Shells hit market\n\nGOMA, Congo (AP) — {STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert found.span.start == text.index("GOMA")


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "BREAKING — Six people were killed when shells hit a market.",
        "The attack — the third this week — killed six people in the town.",
        "“NEVER — not once — did we shoot,” the general told reporters.",
        "KYIV —",
        "",
    ],
)
def test_what_is_no_dateline(text):
    assert find_dateline(text, find_paragraphs(text)) is None


def test_country_in_brackets_and_a_short_year():
    text = f"PANAMA CITY (PANAMA), 16 NOV 89 (ACAN-EFE) -- [TEXT] {STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert found.published_at is not None
    assert (found.place.text, found.agency) == ("PANAMA CITY (PANAMA)", "ACAN-EFE")
    assert (found.published_at.date().isoformat(), found.span.end) == ("1989-11-16", text.index(STORY) - 1)
