"""Names of places and what they can mean."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
from contextlib import closing

import pytest

from dateline.extraction.gazetteer import Gazetteer, file, lookup, name_key
from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import LocationKind


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Pölten", "saint polten"),
        ("the Gambia", "gambia"),
        ("Port-au-Prince", "port au prince"),
        ("Côte d'Ivoire", "cote divoire"),
        ("Київ", "kiiv"),
        ("The", "the"),
        ("…", ""),
    ],
)
def test_key_of_a_name(name, key):
    assert name_key(name) == key


def test_most_populous_bearer_of_a_name_comes_first(gazetteer):
    candidates = gazetteer.candidates("Paris")
    assert (candidates[0].name, candidates[0].country_code) == ("Paris", "FR")
    populations = [place.population for place in candidates]
    assert populations == sorted(populations, reverse=True)
    assert any(place.admin1 == "Texas" and place.country_code == "US" for place in candidates)


def test_town_in_ukraine_with_what_it_lies_in(gazetteer):
    place = next(place for place in gazetteer.candidates("Pokrovsk") if place.country_code == "UA")
    assert place.kind is LocationKind.CITY
    assert place.geonames_id is not None
    assert place.latitude == pytest.approx(48.28, abs=0.05)
    assert place.longitude == pytest.approx(37.18, abs=0.05)
    above = []
    outer = place.parent
    while outer is not None:
        above.append(outer.kind)
        outer = outer.parent
    assert above[-1] is LocationKind.COUNTRY
    assert LocationKind.ADMIN1 in above


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("DR Congo", "CD"),
        ("Burma", "MM"),
        ("Britain", "GB"),
        ("the Netherlands", "NL"),
        ("Ivory Coast", "CI"),
        ("Czech Republic", "CZ"),
        ("Turkey", "TR"),
        ("UAE", "AE"),
    ],
)
def test_countries_by_the_names_that_news_use(gazetteer, name, code):
    countries = [place for place in gazetteer.candidates(name) if place.kind is LocationKind.COUNTRY]
    assert [place.country_code for place in countries] == [code]


def test_case_and_accents_do_not_matter(gazetteer):
    assert gazetteer.candidates("são paulo") == gazetteer.candidates("Sao Paulo") != ()


def test_name_that_nobody_bears(gazetteer):
    assert gazetteer.candidates("Xyzzyville") == ()
    assert "Xyzzyville" not in gazetteer
    assert "Nairobi" in gazetteer


def test_name_is_data_and_no_query(gazetteer):
    assert gazetteer.candidates("' OR 1=1 --") == ()
    assert gazetteer.candidates("%") == ()


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kenyan", "KE"),
        ("Kenyans", "KE"),
        ("russian", "RU"),
        ("British", "GB"),
        ("Frenchmen", "FR"),
        ("Congolese", "CD"),
        ("Table", None),
    ],
)
def test_demonyms(gazetteer, word, code):
    assert gazetteer.demonym(word) == code


def test_capitals(gazetteer):
    def city(name: str, code: str):
        places = gazetteer.candidates(name)
        return next(place for place in places if place.country_code == code and place.kind is LocationKind.CITY)

    assert gazetteer.is_capital(city("Nairobi", "KE"))
    assert gazetteer.is_capital(city("Kyiv", "UA"))
    assert not gazetteer.is_capital(city("Kharkiv", "UA"))
    assert not gazetteer.is_capital(city("Paris", "US"))


def test_country_by_its_code(gazetteer):
    country = gazetteer.country("KE")
    assert country is not None
    assert (country.name, country.kind, country.parent) == ("Kenya", LocationKind.COUNTRY, None)
    assert gazetteer.country("XX") is None


@pytest.mark.parametrize("code", ["SC", "RE", "YT", "SB", "VU", "GF", "KM"])
def test_small_countries_have_coordinates(gazetteer, code):
    country = gazetteer.country(code)
    assert country is not None
    assert country.latitude is not None
    assert country.longitude is not None


def test_file_is_rebuilt_for_the_lists_it_is_built_from_and_no_others(monkeypatch):
    def hash_with(**changed):
        lists = {name: dict(load_lexicon(name)) for name in ("countries", "regions", "places")}
        lists["places"] |= changed
        monkeypatch.setattr(lookup, "load_lexicon", lists.__getitem__)
        return lookup.hash_of_lists.__wrapped__()

    assert hash_with(context={}) == hash_with() == lookup.hash_of_lists()
    assert hash_with(preferred={"1": "X"}) != hash_with()


def test_place_by_its_identifier(gazetteer):
    nairobi = gazetteer.candidates("Nairobi")[0]
    assert nairobi.geonames_id is not None
    assert gazetteer.by_id(nairobi.geonames_id) == nairobi
    assert gazetteer.by_id(1) is None


@pytest.fixture
def copied(gazetteer, tmp_path):
    """A copy of the file, in a folder of its own; `build` puts a fresh one there."""
    path = tmp_path / gazetteer.path.name
    shutil.copyfile(gazetteer.path, path)
    return path


@pytest.fixture
def rebuilt(gazetteer, monkeypatch):
    """Counts builds; each puts the whole file in place, as a real one would in ten seconds."""
    built = []

    def put(path, _progress):
        built.append(path)
        shutil.copyfile(gazetteer.path, path)

    monkeypatch.setattr(file, "build", put)
    return built


@pytest.mark.parametrize("damage", ["lost", "empty", "cut", "text", "unfinished"])
def test_a_lost_or_broken_file_is_rebuilt(copied, rebuilt, damage):
    if damage == "lost":
        copied.unlink()
    elif damage == "unfinished":
        with closing(sqlite3.connect(copied)) as connection:
            connection.execute("DELETE FROM sqlite_stat1")
            connection.commit()
    else:
        whole = copied.read_bytes()
        copied.write_bytes({"empty": b"", "cut": whole[: len(whole) // 2], "text": b"no database " * 100}[damage])
    assert Gazetteer.open(copied.parent).candidates("Nairobi")
    assert rebuilt == [copied]


def test_a_file_that_breaks_inside_is_rebuilt_when_that_is_read(copied, rebuilt):
    opened = Gazetteer.open(copied.parent)
    assert rebuilt == []
    with copied.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * (copied.stat().st_size - 4096))
    assert opened.candidates("Nairobi")[0].country_code == "KE"
    assert opened.candidates("Goma")[0].country_code == "CD"
    assert rebuilt == [copied]


def test_a_whole_file_is_opened_without_building(copied, rebuilt):
    Gazetteer.open(copied.parent)
    assert rebuilt == []


def test_gazetteer_travels_to_other_processes_by_its_path(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert isinstance(copy, Gazetteer)
    assert copy.candidates("Goma") == gazetteer.candidates("Goma")


def test_the_file_is_compact_and_has_what_it_is_asked(gazetteer):
    assert gazetteer.path.stat().st_size < 150_000_000
    with closing(sqlite3.connect(gazetteer.path)) as connection:
        query = "SELECT name FROM places WHERE id % 100 = 7 ORDER BY id LIMIT 2000"
        names = [name for (name,) in connection.execute(query)]
    opened = Gazetteer(gazetteer.path)
    assert all(opened.candidates(name) for name in names)


@pytest.mark.parametrize(
    ("town", "country"), [("Limerick", "Ireland"), ("Surabaya", "Indonesia"), ("Dallas", "United States")]
)
def test_what_a_town_lies_in_ends_with_its_country(gazetteer, town, country):
    place = gazetteer.candidates(town)[0]
    while place.parent is not None:
        place = place.parent
    assert (place.kind, place.name) == (LocationKind.COUNTRY, country)


def test_every_place_lies_in_one_that_is_there(gazetteer):
    missing = "SELECT count(*) FROM places p WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM places)"
    with closing(sqlite3.connect(gazetteer.path)) as connection:
        assert connection.execute(missing).fetchone() == (0,)
