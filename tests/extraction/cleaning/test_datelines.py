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
        ("UMM AL-FAHM, Israel (AP) —", "UMM AL-FAHM, Israel", "AP"),
        ("NEW YORK--", "NEW YORK", None),
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


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("MOSCOW, June 12. /TASS/.", "MOSCOW", "TASS"),
        ("MOSCOW, June 12 /ITAR-TASS/.", "MOSCOW", "ITAR-TASS"),
        ("UNITED NATIONS, June 12. /TASS correspondent Ann Lee/.", "UNITED NATIONS", "TASS"),
        ("New Delhi, Jun 12 (PTI)", "New Delhi", "PTI"),
        ("Bengaluru (Karnataka), Jun 12 (PTI):", "Bengaluru (Karnataka)", "PTI"),
        ("New Delhi [India], June 12 (ANI):", "New Delhi [India]", "ANI"),
        ("Lucknow (Uttar Pradesh) [India], June 12 (ANI):", "Lucknow (Uttar Pradesh) [India]", "ANI"),
        ("Washington DC [US], June 12 (ANI/WAM):", "Washington DC [US]", "ANI/WAM"),
        ("ABU DHABI, 12th June, 2024 (WAM) --", "ABU DHABI", "WAM"),
        ("YEREVAN, JUNE 12, ARMENPRESS.", "YEREVAN", "ARMENPRESS"),
        ("Madrid, Jun 12 (EFE).-", "Madrid", "EFE"),
        ("Caracas (EFE).-", "Caracas", "EFE"),
        ("KINGSTON, Jamaica, CMC –", "KINGSTON, Jamaica", "CMC"),
        ("PORT OF SPAIN, Trinidad, Jun 12, CMC -", "PORT OF SPAIN, Trinidad", "CMC"),
        ("BEIJING, June 12 (Xinhua) --", "BEIJING", "Xinhua"),
        ("MOSCOW. June 12 (Interfax) -", "MOSCOW", "Interfax"),
        ("KYIV. June 12 (Interfax-Ukraine) -", "KYIV", "Interfax-Ukraine"),
        ("ANKARA (AA) -", "ANKARA", "AA"),
        ("Damascus, SANA-", "Damascus", "SANA"),
        ("RIYADH, June 12, 2024, SPA --", "RIYADH", "SPA"),
        ("(ANSA) - ROME, JUN 12 -", "ROME", "ANSA"),
        ("Kyiv (Ukraine) (AFP) –", "Kyiv (Ukraine)", "AFP"),
        ("ADDIS ABABA, June 12/2024 (ENA)", "ADDIS ABABA", "ENA"),
        ("St. Louis, June 12 (AP)", "St. Louis", "AP"),
    ],
)
def test_datelines_of_agencies(dateline, place, agency):
    text = f"{dateline} {STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert (text[found.span.start : found.span.end], found.place.text, found.agency) == (dateline, place, agency)
    assert text[found.place.start : found.place.end] == place
    if "12" in dateline:
        assert (found.published_at is not None) == ("2024" in dateline)
        near = found.published_at or found.day_near(datetime(2024, 6, 20, tzinfo=UTC))
        assert near == datetime(2024, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize("place", ["ANKARA", "GAZA CITY, Palestine", "RAMALLAH, Palestine"])
def test_a_place_alone_on_a_line_is_a_dateline(place):
    text = f"Shells hit market\n\n{place}\n\n{STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert (text[found.span.start : found.span.end], found.place.text, found.agency) == (place, place, None)


@pytest.mark.parametrize(
    "text",
    [
        f"SPORTS\n\n{STORY}",
        f"HARBOUR LEDGER\n\n{STORY}",
        f"NEWS, SPORTS\n\n{STORY}",
        "ANKARA",
        "Emirates News Agency (WAM) said that four people were killed.",
        "Press Trust of India (PTI) reported that four people were killed.",
        "In Paris on June 12 (AFP) reported that four people were killed.",
        "The president spoke on June 12 (Reuters) Four people were killed.",
        "May 3 (Reuters) - Six people were killed when shells hit a market.",
        "President Ann Lee Moro, Xinhua – Four people were killed in a long battle.",
    ],
)
def test_what_only_looks_like_one_of_an_agency(text):
    assert find_dateline(text, find_paragraphs(text)) is None


@pytest.mark.parametrize(
    ("dateline", "known", "day"),
    [
        ("MOSCOW, Dec 31. /TASS/.", datetime(2025, 1, 2, tzinfo=UTC), datetime(2024, 12, 31, tzinfo=UTC)),
        ("MOSCOW, Jan 2. /TASS/.", datetime(2024, 12, 31, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC)),
        ("MOSCOW, Feb 29. /TASS/.", datetime(2025, 1, 2, tzinfo=UTC), datetime(2024, 2, 29, tzinfo=UTC)),
        ("MOSCOW, Feb 29. /TASS/.", datetime(2022, 1, 2, tzinfo=UTC), None),
        ("MOSCOW (Reuters) -", datetime(2022, 1, 2, tzinfo=UTC), None),
    ],
)
def test_a_dateline_without_a_year_takes_the_nearest(dateline, known, day):
    text = f"{dateline} {STORY}"
    found = find_dateline(text, find_paragraphs(text))
    assert found is not None
    assert found.day_near(known) == day
