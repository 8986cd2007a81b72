"""Names of an article settle each other."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.extraction.places.features import Sense, lies_in
from dateline.extraction.places.weighing import Company, cell_of, choose_all, division_of
from schema.mentions import Place
from schema.vocabulary import LocationKind

UNITED_STATES = Place("United States", LocationKind.COUNTRY, "US", 39.8, -98.6, 6252001, 327_000_000)
TEXAS = Place("Texas", LocationKind.ADMIN1, "US", 31.3, -99.3, 4736286, 29_000_000, None, UNITED_STATES)
ATHENS_TEXAS = Place("Athens", LocationKind.CITY, "US", 32.2, -95.9, 4671545, 12_800, "Texas", TEXAS)
ATHENS_GREECE = Place("Athens", LocationKind.CITY, "GR", 37.98, 23.73, 264371, 664_000, "Attica")
PALESTINE_TEXAS = Place("Palestine", LocationKind.CITY, "US", 31.8, -95.6, 4717232, 18_500, "Texas", TEXAS)
PALESTINE = Place("Palestinian Territory", LocationKind.COUNTRY, "PS", 32.0, 35.25, 6254930, 4_500_000)


def _choose(*senses: Sense) -> list[Place | None]:
    for sense in senses:
        sense.mentions = 1
    choose_all(senses, Company())
    return [sense.chosen for sense in senses]


def test_alone_a_name_means_the_largest_place():
    assert _choose(Sense("Athens", (ATHENS_GREECE, ATHENS_TEXAS))) == [ATHENS_GREECE]


def test_towns_of_one_state_settle_each_other():
    senses = [
        Sense("Athens", (ATHENS_GREECE, ATHENS_TEXAS)),
        Sense("Palestine", (PALESTINE, PALESTINE_TEXAS)),
        Sense("Texas", (TEXAS,)),
        Sense("Tyler", (Place("Tyler", LocationKind.CITY, "US", 32.35, -95.3, 4738214, 103_000, "Texas", TEXAS),)),
        Sense("Malakoff", (Place("Malakoff", LocationKind.CITY, "US", 32.2, -96.0, 4708308, 2300, "Texas", TEXAS),)),
    ]
    assert _choose(*senses)[:2] == [ATHENS_TEXAS, PALESTINE_TEXAS]
    assert "Texas named elsewhere" in senses[0].reason


def test_state_after_the_name_is_stronger_than_population():
    sense = Sense("Athens", (ATHENS_GREECE, ATHENS_TEXAS), within=[TEXAS])
    assert _choose(sense, Sense("Texas", (TEXAS,)))[0] == ATHENS_TEXAS
    assert "named with Texas" in sense.reason


def test_name_without_candidates_stays_open():
    sense = Sense("Xyzzyville", ())
    assert _choose(sense) == [None]
    assert sense.reason == "the gazetteer does not have this name"


def test_a_name_counted_out_leaves_nothing_behind():
    sense = Sense("Athens", (ATHENS_GREECE, ATHENS_TEXAS), mentions=3, shares=[0.25, 0.75])
    company = Company()
    company.add(sense)
    assert company.countries["US"] == pytest.approx(0.75 * sense.voice)
    company.add(sense, -1)
    counted = [*company.countries.values(), *company.divisions.values(), *company.cells.values(), company.total]
    assert counted == pytest.approx([0.0] * len(counted))


def test_division_and_square_of_a_place():
    assert division_of(TEXAS) == division_of(ATHENS_TEXAS) == ("US", "Texas")
    assert division_of(UNITED_STATES) is None
    assert cell_of(TEXAS) is None
    assert cell_of(ATHENS_TEXAS) == (58, -175)


def test_what_lies_in_what():
    assert lies_in(ATHENS_TEXAS, TEXAS)
    assert lies_in(ATHENS_TEXAS, UNITED_STATES)
    assert not lies_in(ATHENS_GREECE, TEXAS)


def test_states_listed_together_are_all_states(read_text):
    text = "Growers in California, Oregon and Washington recalled the spinach, and stores in Nevada took it back."
    kinds = Counter(place.place.kind for place in read_text(text).places if place.place)
    assert kinds == {LocationKind.ADMIN1: 4}


def test_state_in_the_name_of_a_body_tells_where_the_town_is(read_text):
    text = "Dublin police and the Ohio Department of Transportation closed two roads near Columbus on Monday."
    dublin = next(place.place for place in read_text(text).places if place.excerpt.text == "Dublin")
    assert dublin is not None
    assert (dublin.country_code, dublin.admin1) == ("US", "Ohio")


def test_unknown_village_is_placed_at_the_smallest_region_beside_it(read_text):
    text = "The virus was found in the village of Xyzzyburg, the governor of Kasai Province in Angola said."
    mention = next(place for place in read_text(text).places if place.excerpt.text == "Xyzzyburg")
    assert mention.place is not None
    assert mention.place.country_code is not None
    assert mention.place.kind is LocationKind.CITY
    assert mention.place.precision is mention.place.parent.kind is LocationKind.ADMIN1
    assert "not in the gazetteer" in mention.reason


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("NEW YORK, March 4 (Reuters) - The minister flew to Rome on Monday.", "Rome", "IT"),
        ("AUSTIN, Texas (AP) - Police in Odessa arrested two men on Monday.", "Odessa", "UA"),
        ("TORONTO - A bus burned in London on Monday.", "London", "GB"),
        ("Police in Dallas, Texas, arrested a man who had flown in from Paris on Monday.", "Paris", "FR"),
        ("A bomb killed four people in Tripoli, in northern Lebanon, on Monday.", "Tripoli", "LB"),
        ("A bomb went off in the northern Lebanese city of Tripoli on Monday.", "Tripoli", "LB"),
        ("A bomb went off in Tripoli, Lebanon's second city, on Monday.", "Tripoli", "LB"),
        ("A bomb went off in Tripoli on Monday.", "Tripoli", "LY"),
        ("A tornado damaged homes in Athens, Georgia, on Monday.", "Athens", "US"),
        ("The Athens Volunteer Fire Department put out a fire on Monday.", "Athens", "US"),
        ("The ambassador flew from New York to San Jose on Monday.", "San Jose", "CR"),
    ],
)
def test_a_famous_city_loses_only_to_words(read_text, text, name, country):
    mention = next(place for place in read_text(text).places if place.excerpt.text == name)
    assert mention.place is not None
    assert mention.place.country_code == country


def test_states_in_a_row_do_not_lie_in_one_another(read_text):
    text = "Officials look into cases in Washington, Pennsylvania and California."
    washington = next(place.place for place in read_text(text).places if place.excerpt.text == "Washington")
    assert washington is not None
    assert washington.admin1 != "Pennsylvania"


def test_resolution_says_why(read_text):
    text = "A bomb killed four people in Tripoli, in northern Lebanon, on Monday."
    assert "named with Lebanon" in read_text(text).places[0].reason
