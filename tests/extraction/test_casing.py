"""Texts in capitals get their case back, and nothing else changes."""

import pytest

from dateline.extraction.casing import is_in_capitals, restore_case
from dateline.extraction.parsing import load_model

WIRE = (
    "GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- THE GUATEMALAN ARMY DENIED TODAY THAT GUERRILLAS ATTACKED A FARM WHERE "
    "PRESIDENT CEREZO HAS BEEN STAYING.  COLONEL LUIS OSTROVSKY SAID IN SAN SALVADOR THAT THE FARABUNDO MARTI NATIONAL "
    "LIBERATION FRONT (FMLN) ASKED US FOR PEACE TALKS IN MAY 1990."
)


@pytest.fixture(scope="module")
def cased(gazetteer):
    return lambda text: restore_case(text, load_model("").nlp, gazetteer)


def test_only_texts_in_capitals_are_changed(cased):
    text = "NATO met in BRUSSELS on Monday, and the U.N. and the EU sent envoys to the talks about the war in Sudan."
    assert not is_in_capitals(text)
    assert cased(text) == text
    assert cased("FIRE IN LIMA") == "FIRE IN LIMA"


def test_the_length_never_changes(cased):
    text = WIRE + " İSTANBUL STRAßE ŸVES 😀 ﬁN."
    assert len(cased(text)) == len(text)
    assert cased(text).casefold() == text.casefold()


@pytest.mark.parametrize(
    "words",
    [
        "Guatemala City, 4 Feb 90",
        "The Guatemalan army denied today that guerrillas attacked a farm".replace("The", "the"),
        "President Cerezo has been staying",
        "Colonel Luis Ostrovsky said in San Salvador that",
        "National Liberation Front (FMLN) asked us for peace talks in May 1990",
    ],
)
def test_names_titles_months_and_expansions_of_acronyms_are_capitalised(cased, words):
    assert words in cased(WIRE)


def test_what_is_read_points_at_the_words_as_written(read_text):
    analysis = read_text(WIRE)
    places = {mention.excerpt.text: mention.place.name for mention in analysis.places if mention.place}
    assert places["SAN SALVADOR"] == "San Salvador"
    assert "Luis Ostrovsky" in {actor.name for actor in analysis.actors}
    assert all(analysis.source.text[p.excerpt.start : p.excerpt.end] == p.excerpt.text for p in analysis.places)
