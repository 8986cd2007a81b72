"""Publication dates in the forms that newspapers, feeds and metadata write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dateline.extraction.cleaning.dates import find_date, parse_date, require_date
from schema.errors import SourceError


def _at(*parts: int, hours: float = 0) -> datetime:
    return datetime(*parts, tzinfo=timezone(timedelta(hours=hours)))  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-11-05", _at(2024, 11, 5)),
        ("2024-11-05T18:04:00Z", _at(2024, 11, 5, 18, 4)),
        ("2024-11-05T18:04:00+03:00", _at(2024, 11, 5, 18, 4, hours=3)),
        ("20241105", _at(2024, 11, 5)),
        ("Tue, 05 Nov 2024 18:04:00 -0500", _at(2024, 11, 5, 18, 4, hours=-5)),
        ("November 5, 2024", _at(2024, 11, 5)),
        ("Nov. 5, 2024 5:58 PM GMT", _at(2024, 11, 5, 17, 58)),
        ("Published Dec. 3, 2025 at 3:40 p.m. CST", _at(2025, 12, 3, 15, 40, hours=-6)),
        ("Tuesday 7 October 2025, 18:44", _at(2025, 10, 7, 18, 44)),
        ("5th of November 2024", _at(2024, 11, 5)),
        ("5 Nov 24", _at(2024, 11, 5)),
        ("25/12/2024", _at(2024, 12, 25)),
        ("12/25/2024", _at(2024, 12, 25)),
        ("07.07.2024", _at(2024, 7, 7)),
        ("2024/11/05", _at(2024, 11, 5)),
        (" 2024-11-05 ", _at(2024, 11, 5)),
    ],
)
def test_forms_of_dates(written, expected):
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    "written",
    ["", "soon", "yesterday", "2024-13-05", "February 30, 2024", "05/11/2024", "32 May 2024", "1730829840000000000000"],
)
def test_what_is_no_date(written):
    assert parse_date(written) is None


def test_dates_are_aware_and_keep_the_day_of_their_own_zone():
    found = parse_date("2025-12-03T23:30:00-06:00")
    assert found is not None
    assert found.tzinfo is not None
    assert found.date().isoformat() == "2025-12-03"


def test_midnight_is_twelve_am():
    assert parse_date("Nov. 5, 2024 12:05 a.m. EST") == _at(2024, 11, 5, 0, 5, hours=-5)
    assert parse_date("Nov. 5, 2024 12:05 p.m. EST") == _at(2024, 11, 5, 12, 5, hours=-5)


def test_impossible_clock_leaves_the_day():
    assert parse_date("5 November 2024 at 27:99") == _at(2024, 11, 5)


def test_date_within_words_with_its_place():
    text = "Updated on March 4, 2025 by the desk"
    found = find_date(text)
    assert found is not None
    day, start, end = found
    assert (day, text[start:end]) == (datetime(2025, 3, 4, tzinfo=UTC), "March 4, 2025")


def test_required_date_that_is_none_is_refused_with_short_words():
    with pytest.raises(SourceError, match=r"a\.jsonl, line 3, published_at: 'soon' is no date") as caught:
        require_date("soon", "a.jsonl, line 3, published_at")
    assert caught.value.code == "BAD_DATE"
    with pytest.raises(SourceError) as long:
        require_date("9" * 5000, "x")
    assert len(str(long.value)) < 150
