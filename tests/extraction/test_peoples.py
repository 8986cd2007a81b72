"""Words that name a people, alone and in pairs."""

from __future__ import annotations

from dateline.extraction.peoples import Peoples


def test_words_and_pairs_name_countries(parse_text, gazetteer):
    doc = parse_text("South Sudanese and Kenyan troops met.")
    found = Peoples(doc, gazetteer)
    assert found.of_pair[0] == "SS"
    assert found.before(0) is None
    assert found.before(1) == "SS"
    assert found.of_word[3] == "KE"
    assert len(found.of_word) == len(found.of_pair) == len(doc)


def test_one_word_has_no_pair(parse_text, gazetteer):
    assert Peoples(parse_text("Kenyan"), gazetteer).of_pair == [None]


def test_a_pair_stands_for_its_words_in_what_an_article_names(read_text):
    """`South Sudanese` makes no article one on Sudan."""
    found = read_text("South Sudanese troops met in Yambio. South Sudanese farmers left.")
    assert {place.place.country_code for place in found.places if place.place} == {"SS"}
