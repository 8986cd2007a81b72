"""Which words of a text name places, beyond what the language model says."""

from __future__ import annotations

import pytest

from schema.vocabulary import LocationKind


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kansas City Chiefs beat the Bills in Denver.", ["Denver"]),
        ("It was quiet. Paris Hilton visited Paris, Texas, on Friday.", ["Paris", "Texas"]),
        ("A Georgia-based company opened a plant near Atlanta.", ["Georgia", "Atlanta"]),
        ("It opened a plant in Macon, Ga. Kyiv said it shot down drones.", ["Macon", "Ga.", "Kyiv"]),
        ("Russian forces shelled Vuhledar on Monday.", ["Vuhledar"]),
        ("Ukraine lost ground. Chasiv Yar holds.", ["Ukraine", "Chasiv Yar"]),
        ("Ukrainian troops withdrew from Kursk on Monday.", ["Kursk"]),
        ("Residents of Mutwanga said militants burned houses.", ["Mutwanga"]),
        ("Fighting went on in Darfur, the Sahel and the West Bank.", ["Darfur", "Sahel", "West Bank"]),
    ],
)
def test_places_are_told_from_teams_persons_and_products(read_text, text, names):
    assert [place.excerpt.text for place in read_text(text).places] == names


def test_an_unknown_village_takes_the_smallest_region_named_with_it(read_text):
    text = "Gunmen killed 12 people in the village of Kampungu in Lubero territory, North Kivu province, on Sunday."
    place = next(mention.place for mention in read_text(text).places if mention.excerpt.text == "Kampungu")
    assert place.parent.name == "Lubero"
    assert (place.kind, place.precision) == (LocationKind.CITY, LocationKind.ADMIN2)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Speaking from Berlin, she said fighting in Homs killed 20 civilians.", "Homs"),
        ("Anna Keller told reporters in Geneva that shelling in Aleppo wounded five people.", "Aleppo"),
    ],
)
def test_an_event_is_where_it_happened_and_not_where_it_was_told(read_text, text, place):
    analysis = read_text(text)
    assert [analysis.places[event.location].excerpt.text for event in analysis.events] == [place]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The hearings follow the UN General Assembly's request to the court.", []),
        ("NATO met in Brussels, and the PA met in Ramallah.", ["Brussels", "Ramallah"]),
        ("But a Labor Department study found that fewer had savings.", []),
        ("The bill was written by Sen. Paul Grant (D., Conn.) and Rep. Ann Lowe (R., Ohio).", ["Conn.", "Ohio"]),
        ("The deal was struck in Afghanistan, Secretary of State Ana Ruiz said on Monday.", ["Afghanistan"]),
        ("Porto Alto (LW) - Police arrested two men on Monday.", ["Porto Alto"]),
        ("Two men were arrested in Annandale-on-Hudson on Monday.", ["Annandale-on-Hudson"]),
        ("Nomvula Radebe-Khumalo met the Russia-Ukraine envoys.", ["Russia", "Ukraine"]),
        ("A fire broke out in Harrisburg, PA, and in the UAE.", ["Harrisburg", "PA", "UAE"]),
        ("Shops across NSW and Queensland closed on Monday.", ["NSW", "Queensland"]),
        ("LIMA (Reuters) - A bus fell into a river in Peru.", ["LIMA", "Peru"]),
    ],
)
def test_acronyms_offices_and_halves_are_no_places(read_text, text, names):
    assert _names(read_text, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting broke out in Sana'a, the capital of Yemen, on Monday.", ["Sana'a", "Yemen"]),
        ("Saudi planes hit Sana'a on Monday, Yemen said.", ["Sana'a", "Yemen"]),
        ("Maria Lagos met the Kandahar Wrestling Club in Peru.", ["Peru"]),
    ],
)
def test_names_of_other_countries_that_the_model_overlooks(read_text, text, names):
    found = _names(read_text, text)
    assert [name for name in found if name in names] == names
    assert "Lagos" not in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Floods hit the villages of Karsu, Lomba and Tindi on Monday.", ["Karsu", "Lomba", "Tindi"]),
        ("Floods hit the Badghis and Nimroz provinces of Afghanistan.", ["Badghis", "Nimroz", "Afghanistan"]),
        ("Lasko is a rural township in the north of Slovenia.", ["Lasko", "Slovenia"]),
        ("Rebels took the town of Tatvan in Turkey. Tatvan lay in ruins on Monday.", ["Tatvan", "Turkey", "Tatvan"]),
        ("Rebels took Tatvan in Turkey. Emre Tatvan lay in bed on Monday. Tatvan slept.", ["Turkey"]),
        ("South Sudanese troops attacked Aweil on Monday.", ["Aweil"]),
    ],
)
def test_places_win_over_persons_where_the_article_says_so(read_text, text, names):
    assert _names(read_text, text) == names
