"""Quotations are found as written or but for marks, spaces, dashes and case, and never by other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.model.alignment import Aligner, flatten
from schema.spans import Span

TEXT = "“Stop,” she said — 1,200 people\u00a0fled Al\u2011Qutayfah; 16 died in Straße 6."


def words_at(text, words, within=None):
    return [text[span.start : span.end] for span in Aligner(text).find(words, within)]


@pytest.mark.parametrize(
    ("quoted", "written"),
    [
        ("1,200 people", "1,200 people"),
        ("1,200 people fled", "1,200 people\u00a0fled"),
        ("1,200  PEOPLE\nfled", "1,200 people\u00a0fled"),
        ('"Stop," she said -- 1,200', "Stop,” she said — 1,200"),
        ("al-qutayfah", "Al\u2011Qutayfah"),
        ("strasse", "Straße"),
        ("  16 died ", "16 died"),
    ],
)
def test_marks_spaces_dashes_and_case_do_not_matter(quoted, written):
    assert words_at(TEXT, quoted) == [written]


@pytest.mark.parametrize(
    "quoted",
    ["200 people", "1,20", "6 died", "12 people", "1200 people", "peopl", "Stras", "1,200 persons", "", "—", "x"],
)
def test_no_word_and_no_number_is_cut_or_changed(quoted):
    assert words_at(TEXT, quoted) == []


@pytest.mark.parametrize(
    "before",
    ["🇺🇦👨‍👩‍👧‍👦 ", "في غزة، ", "东京都 ", "e\u0301\u0327 ", "𝒜𝒷 ", "İstanbul ", "ﬃ ß ŉ "],
)
def test_what_stands_before_shifts_nothing(before):
    text = f"{before}Rebels “shelled” Kanda."
    (span,) = Aligner(text).find('rebels "SHELLED" kanda')
    assert text[span.start : span.end] == "Rebels “shelled” Kanda"


def test_scripts_without_spaces_have_no_words_to_cut():
    assert words_at("记者在东京都报道", "东京都") == ["东京都"]


def test_a_letter_is_not_parted_from_its_mark():
    assert words_at("cafe\u0301 opened", "cafe") == []


def test_only_the_part_that_was_shown_is_searched():
    text = "six died. six died."
    assert Aligner(text).find("six died", Span(5, len(text))) == [Span(10, 18)]


@given(st.text(max_size=80), st.text(max_size=12))
def test_whatever_is_found_is_in_the_text_and_means_the_same(text, words):
    for span in Aligner(text).find(words):
        found = text[span.start : span.end]
        assert found == words.strip() or flatten(found)[0].strip("' ") == flatten(words.strip())[0].strip("' ")
