"""No article is lost to one phrase: the phrases that once stopped a stage, and others of their kind."""

from datetime import UTC, datetime

import pytest

from dateline.extraction.cleaning import clean_text
from dateline.extraction.places.words import abbreviations
from schema.mentions import SourceText

TOWNS = ("Lima", "Quito", "Goma", "Oslo", "Kaduna", "Lviv", "Zaria", "Bergen", "Kampala", "Bukavu")
MANY = 1_500


def listed(count, between=", "):
    return between.join(TOWNS[number % len(TOWNS)] for number in range(count))


@pytest.mark.parametrize(
    "text",
    [
        "Ministers agreed to a truce after a two-day meeting",
        "Ministers agreed to a truce after a two-day meeting in Lima.",
        "After a three-week siege",
        "Two days after",
        "It ended a day before the day before yesterday",
        "The two-",
        "10,000 to 9 of the 3 people",
        "She was born on 31 February 2023 and died on 0 May.",
        "In the 99th century, 5,000,000 years ago, and on 30 February.",
        f"Bombs hit {listed(MANY)} and Goma.",
        f"Bombs hit {listed(MANY, ' and ')}.",
        f"Bombs hit {listed(300, ', which lies near ')}.",
        f"Police met {', '.join(f'General Sani {name}' for name in TOWNS * 60)}.",
        "He said that " * 600 + "they left.",
        "(" * 400 + "Lima" + ")" * 400,
        "“" * 300 + "We will rebuild" + "”" * 300,
        "the mayor of " * 500 + "Lima",
        "Gunmen killed and " * 400 + "left.",
        "\u0301\u200b\ufeff",
    ],
    ids=lambda text: text[:40],
)
@pytest.mark.parametrize("published", [None, "2024-11-06"])
def test_a_phrase_stops_no_stage(text, published, extractor):
    found = extractor.read(clean_text(text, published_at=published))
    assert found.faults == ()


@pytest.mark.parametrize("published", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
@pytest.mark.parametrize(
    "words", ["a day after the vote", "the day before", "last week", "tomorrow", "in 3,000 years", "since Monday"]
)
def test_days_beside_the_ends_of_the_calendar_stop_no_stage(words, published, extractor):
    text = f"Gunmen killed four people in Lima {words}."
    assert extractor.read(SourceText(text, "", published_at=published)).faults == ()


def test_a_text_may_end_in_any_state_or_province(extractor):
    texts = [clean_text(f"Gunmen killed two people in Austin, {code}") for code in sorted(abbreviations())]
    assert len(texts) > 100
    found = list(extractor.read_all(texts))
    assert [analysis.source.text for analysis in found if analysis.faults] == []
    assert all(analysis.events for analysis in found)


def test_long_lists_keep_what_is_told_of_them(extractor):
    found = extractor.read(clean_text(f"Gunmen killed 12 people in Kaduna on Sunday. Bombs hit {listed(MANY)}."))
    assert found.events[0].killed is not None
    assert len(found.places) > MANY
