"""Dates as written and the days that they mean, seen from Wednesday 17 September 2025."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extraction.times import find_times
from schema.vocabulary import DatePrecision

PUBLISHED = date(2025, 9, 17)


def _read(text: str, *, future: bool = False, published: date = PUBLISHED) -> tuple[str, str, str, DatePrecision]:
    (expression,) = find_times(text)
    days = expression.days(published, future=future)
    assert days is not None
    return text[expression.start : expression.end], str(days[0]), str(days[1]), days[2]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Shells hit the town on Tuesday.", "Tuesday", "2025-09-16"),
        ("Shells hit the town Tuesday morning.", "Tuesday morning", "2025-09-16"),
        ("He died in Tuesday's attack.", "Tuesday", "2025-09-16"),
        ("He spoke on Wednesday.", "Wednesday", "2025-09-17"),
        ("He spoke on Thursday.", "Thursday", "2025-09-11"),
        ("He spoke last Wednesday.", "last Wednesday", "2025-09-10"),
        ("He died yesterday.", "yesterday", "2025-09-16"),
        ("He spoke today.", "today", "2025-09-17"),
        ("He left the day before yesterday.", "the day before yesterday", "2025-09-15"),
        ("It was hit on September 3, 2024.", "September 3, 2024", "2024-09-03"),
        ("It was hit on Sept. 3.", "Sept. 3", "2025-09-03"),
        ("It was hit on 3 September.", "3 September", "2025-09-03"),
        ("It was hit on Dec. 24.", "Dec. 24", "2024-12-24"),
        ("It was hit on 2023-07-04.", "2023-07-04", "2023-07-04"),
        ("It was hit three days ago.", "three days ago", "2025-09-14"),
    ],
)
def test_days(text, words, day):
    assert _read(text) == (words, day, day, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They will meet on Monday.", "2025-09-22"),
        ("They will meet on Wednesday.", "2025-09-17"),
        ("They will meet next Wednesday.", "2025-09-24"),
        ("They will meet tomorrow.", "2025-09-18"),
        ("They will meet on Oct. 20.", "2025-10-20"),
        ("They will meet on Jan. 5.", "2026-01-05"),
    ],
)
def test_days_to_come(text, day):
    assert _read(text, future=True)[1:] == (day, day, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("It began in June.", "2025-06-01", "2025-06-30", DatePrecision.MONTH),
        ("It began in October.", "2024-10-01", "2024-10-31", DatePrecision.MONTH),
        ("It began in early March 2024.", "2024-03-01", "2024-03-10", DatePrecision.MONTH),
        ("It began in late February 2024.", "2024-02-21", "2024-02-29", DatePrecision.MONTH),
        ("It happened last week.", "2025-09-08", "2025-09-14", DatePrecision.WEEK),
        ("It happened last month.", "2025-08-01", "2025-08-31", DatePrecision.MONTH),
        ("It happened last year.", "2024-01-01", "2024-12-31", DatePrecision.YEAR),
        ("It happened in 2021.", "2021-01-01", "2021-12-31", DatePrecision.YEAR),
        ("It happened in late 2021.", "2021-09-01", "2021-12-31", DatePrecision.YEAR),
        ("It happened last summer.", "2025-06-01", "2025-08-31", DatePrecision.SEASON),
        ("It happened two years ago.", "2023-01-01", "2023-12-31", DatePrecision.YEAR),
        ("It ran from 17-18 March 2025.", "2025-03-17", "2025-03-18", DatePrecision.DAY),
    ],
)
def test_periods(text, earliest, latest, precision):
    assert _read(text)[1:] == (earliest, latest, precision)


def test_last_summer_in_summer_is_that_of_the_year_before():
    assert _read("It happened last summer.", published=date(2025, 7, 10))[1:3] == ("2024-06-01", "2024-08-31")


def test_last_month_in_january_is_of_the_year_before():
    assert _read("It happened last month.", published=date(2026, 1, 15))[1:3] == ("2025-12-01", "2025-12-31")


def test_leap_day_a_year_ago():
    assert _read("It happened a year ago.", published=date(2024, 2, 29))[1:3] == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest", "precision"),
    [
        (
            "Between June 1975 and February 1976, it closed.",
            "Between June 1975 and February 1976",
            "1975-06-01",
            "1976-02-29",
            DatePrecision.MONTH,
        ),
        ("It rained from 3 May to 9 May.", "3 May to 9 May", "2025-05-03", "2025-05-09", DatePrecision.DAY),
        (
            "It fell between 28 December and 2 January 2024.",
            "between 28 December and 2 January 2024",
            "2023-12-28",
            "2024-01-02",
            DatePrecision.DAY,
        ),
    ],
)
def test_two_dates_that_tell_a_span(text, words, earliest, latest, precision):
    assert _read(text) == (words, earliest, latest, precision)


@pytest.mark.parametrize("text", ["It was hit on Monday and Tuesday.", "From Monday, and again on Friday, it rained."])
def test_two_dates_that_tell_none(text):
    assert len(find_times(text)) == 2


@pytest.mark.parametrize("text", ["It was hit on February 30, 2025.", "It happened in 9999 people's view."])
def test_days_that_do_not_exist(text):
    assert all(expression.days(PUBLISHED, future=False) is None for expression in find_times(text))


@pytest.mark.parametrize("text", ["", "The Fridays were quiet.", "He may go.", "She marched on."])
def test_text_without_dates(text):
    assert find_times(text) == ()


def test_longer_of_two_overlapping_expressions():
    text = "It was hit on Tuesday, September 16, 2025, and again last night."
    assert [text[one.start : one.end] for one in find_times(text)] == ["Tuesday, September 16, 2025", "last night"]


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("He fled a week ago Monday.", "a week ago Monday", "2025-09-08", "2025-09-08"),
        ("They met Tuesday last week.", "Tuesday last week", "2025-09-09", "2025-09-09"),
        ("They meet on Monday of next week.", "Monday of next week", "2025-09-22", "2025-09-22"),
        ("It ran from Sept. 3 to 7.", "from Sept. 3 to 7", "2025-09-03", "2025-09-07"),
        ("It ran 3 to 5 May.", "3 to 5 May", "2025-05-03", "2025-05-05"),
        ("It ran between 3 and 5 May 2024.", "between 3 and 5 May 2024", "2024-05-03", "2024-05-05"),
        ("It fell in July of 2021.", "July of 2021", "2021-07-01", "2021-07-31"),
        ("It fell in 2021 July.", "2021 July", "2021-07-01", "2021-07-31"),
        ("It fell earlier this month.", "earlier this month", "2025-09-01", "2025-09-17"),
        ("It falls later this month.", "later this month", "2025-09-17", "2025-09-30"),
        ("He fled after the 1998 bombing.", "1998", "1998-01-01", "1998-12-31"),
        ("He ruled since a 1986 coup.", "1986", "1986-01-01", "1986-12-31"),
        ("The Oct. 8 election is near.", "Oct. 8", "2025-10-08", "2025-10-08"),
        ("They fell on Easter Sunday.", "Easter Sunday", "2025-04-20", "2025-04-20"),
        ("They fell on Christmas Eve 2019.", "Christmas Eve 2019", "2019-12-24", "2019-12-24"),
    ],
)
def test_forms_of_the_wire(text, words, earliest, latest):
    assert _read(text)[:3] == (words, earliest, latest)


@pytest.mark.parametrize(
    "text", ["It took 1,000 days.", "They won at the Summer Olympics.", "The 1998 people left.", "9 to 5 workers"]
)
def test_numbers_and_names_that_are_no_dates(text):
    assert find_times(text) == ()


def test_a_thousand_days_are_counted_whole():
    words, earliest, latest, precision = _read("It began 1,000 days ago.")
    assert (words, precision) == ("1,000 days ago", DatePrecision.APPROXIMATE)
    assert earliest < "2022-12-22" < latest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell two weeks later.", "two weeks later"),
        ("It fell later that day.", "later that day"),
        ("Hours later, it fell.", "Hours later"),
        ("It fell the next morning.", "the next morning"),
    ],
)
def test_days_that_count_from_what_was_told(text, words):
    (expression,) = find_times(text)
    assert text[expression.start : expression.end] == words
    assert expression.is_counted_from_story


@pytest.mark.parametrize(
    ("text", "from_noun"), [("two days before the vote", True), ("It fell two days before.", False)]
)
def test_days_that_count_from_a_noun_behind(text, from_noun):
    (expression,) = find_times(text)
    assert expression.counts_from_noun is from_noun
