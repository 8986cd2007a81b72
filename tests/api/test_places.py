"""Places in answers: why a name means what it means, and whose point a place has."""

from dateline.ingestion.intake.storing import store_article
from dateline.store.writing.facts import LocationFacts, PlaceFacts
from schema.ids import content_id
from schema.vocabulary import LocationKind
from tests.store.stories import PORTO, RUNIA, article, cut

TEXT = "Floods hit the village of Xyzzy near Porto Alto. Runia said it would help Nowhereville."
XYZZY = LocationFacts(
    id=content_id("location", "xyzzy"),
    name="Xyzzy",
    kind=LocationKind.CITY,
    country_code=RUNIA.country_code,
    latitude=RUNIA.latitude,
    longitude=RUNIA.longitude,
    parent_id=RUNIA.id,
    precision=LocationKind.COUNTRY,
)
FLOODS = article(
    "floods",
    TEXT,
    locations=(XYZZY, PORTO, RUNIA),
    places=(
        PlaceFacts(cut(TEXT, "Xyzzy"), XYZZY.id, 0.3, "not in the gazetteer; placed at Runia, with which it is named"),
        PlaceFacts(cut(TEXT, "Porto Alto"), PORTO.id, 0.9, "the only one of that name"),
        PlaceFacts(cut(TEXT, "Runia"), RUNIA.id, 0.8, "a country", metonym=True),
        PlaceFacts(cut(TEXT, "Nowhereville"), None, 0.0, "the gazetteer does not have this name"),
    ),
)
QUERY = """query ($id: ID!) { location(id: $id) { kind precision latitude mentions { nodes {
    text resolution { score reason metonym location { name } } } } } }"""


def test_a_mention_tells_how_sure_its_place_is_and_why(api):
    mention = api.ask(QUERY, id=PORTO.id)["location"]["mentions"]["nodes"][0]
    resolution = {"score": 0.9, "reason": "the only one", "metonym": False, "location": {"name": "Porto Alto"}}
    assert mention == {"text": "Porto Alto", "resolution": resolution}


def test_words_that_name_no_place_have_no_resolution(api):
    query = "{ quotes(first: 1) { nodes { evidence { resolution { score } } } } }"
    assert api.ask(query)["quotes"]["nodes"][0]["evidence"][0] == {"resolution": None}


def test_an_unknown_place_says_that_its_point_is_its_regions(fresh_api):
    with fresh_api.database.writing() as connection:
        store_article(connection, FLOODS)
    unknown = fresh_api.ask(QUERY, id=XYZZY.id)["location"]
    assert (unknown["kind"], unknown["precision"], unknown["latitude"]) == ("CITY", "COUNTRY", RUNIA.latitude)
    (mention,) = unknown["mentions"]["nodes"]
    assert mention["resolution"]["score"] == 0.3
    assert mention["resolution"]["reason"] == "not in the gazetteer; placed at Runia, with which it is named"
    known = fresh_api.ask(QUERY, id=RUNIA.id)["location"]
    assert (known["kind"], known["precision"]) == ("COUNTRY", "COUNTRY")
    assert known["mentions"]["nodes"][0]["resolution"]["metonym"] is True
    listed = fresh_api.client.get(f"/v1/locations/{XYZZY.id}").json()
    assert listed["precision"] == "COUNTRY"
