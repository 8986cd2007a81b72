"""A gazetteer of one's own: what its lines may say, and what is told where they may not."""

from __future__ import annotations

import pickle

import pytest

from dateline.extraction.cleaning import clean_text
from dateline.extraction.gazetteer import Gazetteer
from dateline.extraction.notes import Notes
from dateline.extraction.own_files import MOST_TOLD
from dateline.extraction.parsing import find_paragraphs
from dateline.extraction.places import STAGE
from dateline.ingestion.linking.identity import location_id
from schema.errors import SettingError
from schema.vocabulary import LocationKind

HEADER = "id,name,latitude,longitude,kind,country,parent,names,population\n"
NAIROBI = 184745


@pytest.fixture
def own(gazetteer, tmp_path):
    """`own(csv)`: the gazetteer with the places of a CSV file; the built-in file is that of the cache folder."""
    (tmp_path / gazetteer.path.name).symlink_to(gazetteer.path)

    def opened(csv: str | bytes) -> Gazetteer:
        path = tmp_path / "my-places.csv"
        path.write_bytes(csv if isinstance(csv, bytes) else csv.encode())
        return Gazetteer.open(tmp_path, own=path)

    return opened


@pytest.fixture
def places_of(own, parse_text):
    """`places_of(csv, text)`: the places that a text names."""

    def read(csv: str, text: str):
        source = clean_text(text)
        notes = Notes(source, parse_text(source.text), own(csv), find_paragraphs(source.text))
        STAGE.run(notes)
        return {mention.excerpt.text: mention for mention in notes.places}

    return read


def test_a_place_with_all_it_may_say(own):
    csv = HEADER + f"s7,Sector Seven,-1.31,36.82,facility,ke,{NAIROBI},Sector 7|S7,1200\n"
    place = own(csv).candidates("sector 7")[0]
    assert (place.name, place.kind, place.country_code) == ("Sector Seven", LocationKind.FACILITY, "KE")
    assert (place.latitude, place.longitude, place.population) == (-1.31, 36.82, 1200)
    assert (place.own_id, place.geonames_id) == ("s7", None)
    assert (place.parent.name, place.admin1) == ("Nairobi", "Nairobi City")


def test_a_place_lies_in_its_country_or_in_another_line(own):
    csv = HEADER + "a,Old Harbour Ward,10,20,CITY,,b,,\nb,Kingdom of Zemb,11,21,ADMIN1,TD,,,\n"
    gazetteer = own(csv)
    (ward,) = gazetteer.candidates("Old Harbour Ward")
    assert (ward.parent.name, ward.parent.parent.name, ward.admin1) == ("Kingdom of Zemb", "Chad", "Kingdom of Zemb")


def test_spreadsheets_write_marks_quotes_and_empty_lines(own):
    csv = b'\xef\xbb\xbfID,Name,Latitude,Longitude,Comment\r\n\r\n7,"Port, Old",1.5,-2,"two\r\nlines"\r\n,,,,\r\n'
    (place,) = own(csv).candidates("Port, Old")
    assert (place.own_id, place.kind, place.parent) == ("7", LocationKind.CITY, None)


def test_own_places_come_first_and_keep_the_others(own, gazetteer):
    places = own("id,name,latitude,longitude\np,Paris,10,20\n").candidates("Paris")
    assert places[0].own_id == "p"
    assert places[1:] == gazetteer.candidates("Paris")


def test_the_same_line_is_the_same_location_wherever_it_stands(own):
    line, other = "p,Paris,10,20\n", "q,Paris,11,21\n"
    header = "id,name,latitude,longitude\n"
    (first,) = (place for place in own(header + line).candidates("Paris") if place.own_id)
    later = {place.own_id: place for place in own(header + other + line).candidates("Paris")}
    assert location_id(first) == location_id(later["p"]) != location_id(later["q"])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("a,Sake,200,20,,,,,", "line 2: latitude is 200; it must be from -90 to 90"),
        ("a,Sake,20,-180.5,,,,,", "line 2: longitude is -180.5; it must be from -180 to 180"),
        ("a,Sake,nan,20,,,,,", "line 2: latitude is nan; it must be from -90 to 90"),
        ("a,Sake,north,20,,,,,", "line 2: latitude is 'north', which is no number"),
        ("a,Sake,,20,,,,,", "line 2: latitude is '', which is no number"),
        (",Sake,20,20,,,,,", "line 2: id is empty"),
        ("a,,20,20,,,,,", "line 2: name is empty"),
        ("a,...,20,20,,,,,", "line 2: name is '...', which has no letters"),
        ("a,Sake,20,20,BRIDGE,,,,", "line 2: kind is 'BRIDGE'; it must be one of COUNTRY, ADMIN1"),
        ("a,Sake,20,20,,Kenya,,,", "line 2: country is 'Kenya', which is no country's code"),
        ("a,Sake,20,20,,,nowhere,,", "line 2: parent is 'nowhere', which is the id of no line here"),
        ("a,Sake,20,20,,,a,,", "line 2: parent is 'a', which lies in this very place"),
        ("a,Sake,20,20,,,,,-5", "line 2: population is '-5', which is no whole number of people"),
        ("a,Sake,20", "line 2: 3 values where the header has 9 columns"),
        ("a,Sake,20,20,,,,,\n\nb,Bo,1,1,,,,,\na,Goma,1,1,,,,,", "line 5: the id 'a' is that of line 2 already"),
        ('a,"Sake,20,20,,,,,', "line 2: this is no CSV"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(own, tmp_path, line, problem):
    with pytest.raises(SettingError) as raised:
        own(HEADER + line + "\n")
    assert "my-places.csv: 1 bad line" in raised.value.message
    assert problem in raised.value.message
    assert "Nothing was loaded" in str(raised.value)
    assert list(tmp_path.glob("own-*")) == []


@pytest.mark.parametrize(
    ("csv", "words"),
    [
        ("id,name,lat,lon\n", "latitude, longitude are missing.  It has: id, name, lat, lon"),
        ("name,latitude,longitude\n", "id is missing"),
        ("", "It has: nothing"),
        ("id,name,latitude,longitude,name\n", "names a column twice: name"),
        (b"\xff\xfe\x00", "no UTF-8 text"),
    ],
)
def test_a_header_without_what_is_needed(own, csv, words):
    with pytest.raises(SettingError, match="my-places") as raised:
        own(csv)
    assert words in raised.value.message


def test_a_file_that_is_not_there(gazetteer, tmp_path):
    with pytest.raises(SettingError, match="No such file"):
        Gazetteer.open(gazetteer.path.parent, own=tmp_path / "none.csv")


def test_a_hundred_thousand_lines_and_not_one_of_them_where_some_are_bad(own, tmp_path):
    lines = [f"p{number},Hamlet {number},{number % 90},{number % 180}\n" for number in range(100_000)]
    header = "id,name,latitude,longitude\n"
    bad = [f"p{number},Hamlet,200,0\n" if number % 5_000 == 0 else line for number, line in enumerate(lines)]
    with pytest.raises(SettingError) as raised:
        own(header + "".join(bad))
    told = raised.value.message.splitlines()
    assert len(told) == MOST_TOLD + 3
    assert told[1].strip() == "line 2: latitude is 200; it must be from -90 to 90"
    assert list(tmp_path.glob("own-*")) == []
    gazetteer = own(header + "".join(lines))
    assert gazetteer.own_count == 100_000
    assert gazetteer.candidates("Hamlet 99999")[0].own_id == "p99999"
    assert [file.suffix for file in tmp_path.glob("own-*")] == [".db"]


# ---------------------------------------------------------------- reading articles with it


FILE = HEADER + (
    f"s7,Sector Seven,-1.31,36.82,FACILITY,KE,{NAIROBI},Sector 7,\n"
    "par,Paris,10.5,20.5,CITY,TD,,,\n"
    "hop,Hope,10,20,CITY,TD,,,\n"
)


def test_names_that_no_model_takes_for_places_are_found(places_of):
    found = places_of(FILE, "Police raided Sector Seven on Friday. In Sector 7, nothing moved.")
    assert {name: mention.place.own_id for name, mention in found.items()} == {"Sector Seven": "s7", "Sector 7": "s7"}
    assert "from your own gazetteer" in found["Sector 7"].reason


def test_an_own_place_wins_unless_the_text_says_otherwise(places_of):
    assert places_of(FILE, "Paris was quiet on Monday.")["Paris"].place.own_id == "par"
    assert places_of(FILE, "Paris, France, was quiet on Monday.")["Paris"].place.country_code == "FR"
    assert places_of(FILE, "Paris, Texas, was quiet on Monday.")["Paris"].place.admin1 == "Texas"


def test_neither_persons_nor_words_written_small_are_own_places(places_of):
    assert places_of(FILE, "The actor Bob Hope said there was hope.") == {}


def test_a_gazetteer_travels_with_its_own_places(own):
    gazetteer = pickle.loads(pickle.dumps(own(FILE)))
    assert gazetteer.candidates("Hope")[0].own_id == "hop"
