"""Which words of a text name places, beyond what the language model says."""

from __future__ import annotations

import pytest


def _names(read_text, text: str) -> list[str]:
    places = read_text(text).places
    assert all(text[place.excerpt.start : place.excerpt.end] == place.excerpt.text for place in places)
    return [place.excerpt.text for place in places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The bill was opposed by Rep. Wendell Gilliard, D-Charleston, on Monday.", ["Charleston"]),
        ("Sen. Bob Casey, D-Pa., called the findings troubling.", ["Pa."]),
        ("Two hurt in crash. MOUNT GILEAD (AP) -- A city court will not hear new cases.", ["MOUNT GILEAD"]),
        ("He was admitted to a hospital in Washington, D.C. on Sunday.", ["Washington", "D.C."]),
        ("The virus has reached the village of Kampungu, the ministry said.", ["Kampungu"]),
        ("The new trail runs 20 miles through the Cranberry Wilderness.", ["Cranberry Wilderness"]),
        ("The U.S. Centers for Disease Control and Prevention confirmed the case.", ["U.S."]),
        ("Krystal Hall, 19, of Gainesville, was charged on Friday.", ["Gainesville"]),
        ("The Dublin City Council voted on Monday to raise the tax.", ["Dublin"]),
        ("Kansas City Council members voted on Monday to raise the tax.", ["Kansas City"]),
    ],
)
def test_names_are_found_where_newspapers_put_them(read_text, text, names):
    assert _names(read_text, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Tests confirmed that HIV spread among them.",
        "The bill stalled in Congress on Tuesday.",
        "Three cases of West Nile virus were reported.",
        "She attends Michigan State University and plays the violin.",
    ],
)
def test_diseases_bodies_and_universities_are_no_places(read_text, text):
    assert _names(read_text, text) == []


def test_speakers_of_a_transcript_are_no_places(read_text):
    assert _names(read_text, "SHELBY: We will vote on it.\nHARPER: When will that be?\nSHELBY: In May.") == []


def test_parts_of_a_list_name_places_when_their_neighbours_do(read_text):
    text = "Deaths occurred in the provinces of Anhui, Guangdong, Guangxi, Hainan, Hunan, Zhejiang and Hubei."
    assert _names(read_text, text) == ["Anhui", "Guangdong", "Guangxi", "Hainan", "Hunan", "Zhejiang", "Hubei"]


def test_text_of_odd_marks_does_not_fail(read_text):
    for text in ("D-", "R- .", "I-\n—", "X: Y, Z", "D-\n\nCharleston", "U.S..", "A, B, and , C", "village of ."):
        _names(read_text, text)
