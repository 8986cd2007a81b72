"""Which words of a text name places, and which places they mean."""

from __future__ import annotations

import math

import pytest

from dateline.extraction.places.resolution import distance_km
from schema.mentions import Place, PlaceMention
from schema.vocabulary import LocationKind


def _find(mentions: tuple[PlaceMention, ...], words: str) -> PlaceMention:
    return next(mention for mention in mentions if mention.excerpt.text == words)


def _where(mention: PlaceMention) -> tuple[str | None, str | None]:
    assert mention.place is not None
    return mention.place.country_code, mention.place.admin1


def test_each_mention_is_cut_from_the_text(read_text):
    text = "Shells hit Pokrovsk, a town in eastern Ukraine. Pokrovsk was quiet on Monday, Ukraine said."
    places = read_text(text).places
    assert [mention.excerpt.text for mention in places] == ["Pokrovsk", "Ukraine", "Pokrovsk", "Ukraine"]
    assert all(text[one.excerpt.start : one.excerpt.end] == one.excerpt.text for one in places)


def test_town_is_the_one_in_the_country_that_the_text_names(read_text):
    places = read_text("Russian shells hit Pokrovsk in eastern Ukraine on Monday, killing six people.").places
    assert _where(_find(places, "Pokrovsk"))[0] == "UA"


def test_largest_city_where_nothing_else_tells(read_text):
    places = read_text("Thousands marched through the streets of Paris on Saturday.").places
    assert _where(_find(places, "Paris"))[0] == "FR"


def test_state_after_the_comma_decides(read_text):
    places = read_text("A tornado damaged dozens of homes in Paris, Texas, on Saturday, officials said.").places
    assert _where(_find(places, "Paris")) == ("US", "Texas")
    texas = _find(places, "Texas").place
    assert texas is not None
    assert texas.kind is LocationKind.ADMIN1


def test_one_sense_for_each_name_of_an_article(read_text):
    text = "A tornado hit Paris, Texas, on Saturday.\n\nPolice in Paris closed two roads."
    senses = {mention.place for mention in read_text(text).places if mention.excerpt.text == "Paris"}
    assert len(senses) == 1


def test_dateline_names_a_place(read_text):
    places = read_text("NAIROBI, Kenya (AP) — Six people were killed when a bus hit a house on Monday.").places
    nairobi = _find(places, "NAIROBI").place
    assert nairobi is not None
    assert (nairobi.name, nairobi.country_code) == ("Nairobi", "KE")


def test_dateline_that_the_model_overlooks_names_a_place(read_text):
    places = read_text("KYIV, Ukraine (AP) — Six people were killed when a missile hit a house on Monday.").places
    kyiv = _find(places, "KYIV").place
    assert kyiv is not None
    assert (kyiv.name, kyiv.country_code) == ("Kyiv", "UA")


def test_demonyms_are_no_places(read_text):
    assert read_text("Kenyan officials met French diplomats.").places == ()


def test_text_without_places(read_text):
    assert read_text("The minister said that she would resign.").places == ()


def test_capital_that_speaks_is_a_government(read_text):
    places = read_text("Moscow said on Monday that its troops had left. The train to Moscow was late.").places
    assert [mention.metonym for mention in places if mention.excerpt.text == "Moscow"] == [True, False]


def test_every_resolution_is_scored_and_explained(read_text):
    for mention in read_text(
        "Shells hit Goma, a city in eastern Congo, and Bukavu, officials in Kinshasa said."
    ).places:
        assert 0 <= mention.score <= 1
        assert mention.reason


def _at(latitude: float | None, longitude: float | None) -> Place:
    return Place("x", LocationKind.CITY, None, latitude, longitude)


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        (_at(52.52, 13.405), _at(48.8566, 2.3522), 878),
        (_at(0, 179), _at(0, -179), 222),
        (_at(10, 10), _at(10, 10), 0),
    ],
)
def test_distance(one, other, kilometres):
    assert distance_km(one, other) == pytest.approx(kilometres, abs=2)


def test_distance_to_a_place_without_coordinates_is_infinite():
    assert distance_km(_at(None, None), _at(0, 0)) == math.inf
