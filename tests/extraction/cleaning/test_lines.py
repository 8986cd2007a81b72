"""What the lines around a story are."""

from __future__ import annotations

import pytest

from dateline.extraction.cleaning.bylines import settle_capitals
from dateline.extraction.cleaning.lines import is_credit, is_junk, read_copyright, read_header
from dateline.extraction.cleaning.mastheads import read_mastheads
from dateline.extraction.cleaning.repeats import find_repeats


@pytest.mark.parametrize(
    "line",
    [
        "Click to Read More",
        "Click here to read more stories from East Africa",
        "Advertisement",
        "Read more: The Irish Sea is crowded again",
        "RELATED: Shells hit market town",
        "Scroll down to continue reading",
        "Sign up for our weekly newsletter",
        "Follow us on Facebook and Telegram",
        "Photo: The Harbour Ledger",
        "Tags: courts, customs, Rotterdam",
        "© 2025 Meridian Wire. All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "2 min read",
        "23 comments",
        "___",
        "Share this article",
        "We use cookies to improve your visit.",
    ],
)
def test_junk(line):
    assert is_junk(line)


@pytest.mark.parametrize(
    "line",
    [
        "Police arrested 11 people in Kisumu.",
        "He advertised the job in June, she said.",
        "Follow the money, the prosecutor told the court.",
        "Related families were housed together.",
        "Photographs of the route show about 2,500 people.",
        "Two people commented on the plan.",
        "Share prices fell by 22% in London.",
        "“Click,” went the lock, said the widow.",
    ],
)
def test_lines_of_a_story_are_no_junk(line):
    assert not is_junk(line)


@pytest.mark.parametrize(
    "line",
    [
        "Muteba reported from Sake, Ashlind from Nairobi, Kenya.",
        "Meridian Wire's Solange Muteba in Goma contributed to this report.",
        "The Associated Press contributed to this report.",
        "Associated Press writers Jane Doe in Kyiv and John Roe in London contributed to this story.",
        "(Reporting by Jane Doe in Kyiv; Additional reporting by John Roe; Editing by Ann Poe.)",
        "Bryant Rousseau and Caryn Wilson contributed reporting.",
        "Lerer reported from Los Angeles. Associated Press writer Jill Colvin contributed from Albuquerque.",
    ],
)
def test_credit_lines_of_any_agency(line):
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Heavy rain contributed to the crash in Kisumu, the police said.",
        "Reporting by the New York Times led to an inquiry in Albany.",
        "Dozens of deaths were reported from Goma and Sake.",
        "Germany contributed to the fund, and France followed.",
        "She contributed.",
    ],
)
def test_sentences_are_no_credit_lines(line):
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Copyright 2025 Meridian Wire. All rights reserved.", "Meridian Wire"),
        ("Copyright The Harbour Ledger Ltd 2025. All rights reserved.", "The Harbour Ledger"),
        ("Copyright The Harbour Ledger Ltd 2025.", "The Harbour Ledger"),
        ("© Caldmoor Examiner 2025", "Caldmoor Examiner"),
        ("© 2020-2025 Foo News, LLC. All rights reserved.", "Foo News"),
        ("Copyright (c) 2025 by Foo Media Inc. All rights reserved", "Foo Media"),
        ("Copyright © 2025, Foo Media, Inc., 2025.", "Foo Media"),
        ("© 2025 U.S. Herald. All rights reserved.", "U.S. Herald"),
        ("Copyright 2026 Meridian Wire", "Meridian Wire"),
        ("Copyright: Courier Group plc", "Courier Group"),
        ("Copyright law was changed in 2025.", None),
        ("The copyright is held by Foo.", None),
    ],
)
def test_owner_of_the_copyright(line, owner):
    assert read_copyright(line) == owner


@pytest.mark.parametrize(
    ("line", "byline", "agency", "published"),
    [
        ("By Naliaka Barasa", "Naliaka Barasa", None, None),
        ("By SOLANGE MUTEBA and PETER ASHLIND", "SOLANGE MUTEBA and PETER ASHLIND", None, None),
        ("By Jane Doe, Associated Press", "Jane Doe", "Associated Press", None),
        ("Jane Doe, Reuters", "Jane Doe", "Reuters", None),
        ("Meridian Wire | Published September 17, 2025, 6:42 a.m. GMT", None, None, "2025-09-17T06:42:00+00:00"),
        ("Reuters | Nov. 5, 2024", None, "Reuters", "2024-11-05T00:00:00+00:00"),
        ("Wednesday, October 8, 2025", None, None, "2025-10-08T00:00:00+00:00"),
        ("Published: Thursday, January 15, 2026 at 11:05 GMT", None, None, "2026-01-15T11:05:00+00:00"),
        ("12 June 2025", None, None, "2025-06-12T00:00:00+00:00"),
    ],
)
def test_headers(line, byline, agency, published):
    header = read_header(line)
    assert header is not None
    at = header.published_at.isoformat() if header.published_at else None
    assert (header.byline, header.agency, at) == (byline, agency, published)


@pytest.mark.parametrize(
    "line",
    [
        "By the time the police arrived, the shop was empty.",
        "On March 4, 2025 the bank closed its doors.",
        "Shells hit market town in eastern Congo",
        "By morning the water had gone",
    ],
)
def test_lines_of_a_story_are_no_headers(line):
    assert read_header(line) is None


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("SOLANGE MUTEBA", "Solange Muteba"),
        ("SOLANGE MUTEBA and PETER ASHLIND", "Solange Muteba and Peter Ashlind"),
        ("J.R. O'BRIEN-MCDONALD", "J.R. O'Brien-McDonald"),
        ("VINCENT VAN DER BERG III", "Vincent van der Berg III"),
        ("Solange Muteba", "Solange Muteba"),
        ("Solange MUTEBA", "Solange MUTEBA"),
        ("AFP", "AFP"),
        (None, None),
    ],
)
def test_bylines_in_capitals(written, settled):
    assert settle_capitals(written) == settled


STORY = "GOMA, Congo — Nine people were killed on Tuesday, the army said."


def test_masthead_is_known_by_a_name_of_the_outlet():
    lines = ["MERIDIAN WIRE", "Thousands march in Kenyan lake city", STORY]
    assert read_mastheads(lines, ["Meridian Wire"], None) == {0: "Meridian Wire"}


def test_masthead_is_known_by_the_web_address():
    lines = ["Port inspector jailed over bribes", "The Harbour Ledger", STORY]
    assert read_mastheads(lines, [], "https://www.harbourledger.example/a") == {1: "The Harbour Ledger"}


def test_masthead_is_known_by_its_words_where_there_is_a_headline():
    lines = ["The Harbour Ledger", "Port inspector jailed for four years", STORY]
    assert read_mastheads(lines, [], None) == {0: "The Harbour Ledger"}


def test_headline_that_ends_like_an_outlet_is_the_headline():
    assert read_mastheads(["Tycoon Sues Evening Post", STORY], [], None) == {}


def test_outlet_named_within_the_story_is_no_masthead():
    lines = ["Port inspector jailed for four years", STORY, "The Harbour Ledger"]
    assert read_mastheads(lines, ["The Harbour Ledger"], None) == {}


def test_address_that_is_broken_is_no_evidence():
    assert read_mastheads(["Port inspector jailed for years", STORY], [], "http://[broken") == {}


def test_pull_quote_is_a_repeat_wherever_it_stands():
    said = "“Then they came,” she said. “I came with a placard and a baby.”"
    pulled = "“I came with a placard and a baby”"
    lead = ["March in Kisumu", "A fee is opposed", "Thousands marched on Tuesday."]
    assert find_repeats([*lead, said, pulled]) == {4}
    assert find_repeats([*lead, pulled, said]) == {3}


def test_of_two_equal_paragraphs_the_first_stays():
    line = "Nine people were arrested in Kisumu."
    assert find_repeats(["March", "It rained.", "It rained.", line, line, "It rained again.", line]) == {4, 6}


def test_short_lines_headings_and_the_lead_are_no_repeats():
    lead = ["Nine killed in a town", "Nine people were killed in the town."]
    story = "Nine people were killed in the town, he said. He said no. What happens next is unknown."
    assert find_repeats([*lead, story, "He said no.", "What happens next is"]) == set()


def test_text_as_long_as_a_book_is_not_searched():
    line = "“I came with a placard and a baby.”"
    assert find_repeats([line] * 5) == {2, 3, 4}
    assert find_repeats([line] * 5000) == set()
