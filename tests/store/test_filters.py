from datetime import date

import pytest

from dateline.store.filtering.where import DEEPEST
from dateline.store.reading.collections import ACTORS, ARTICLES, EVENTS, LOCATIONS, NOUNS, QUOTES
from dateline.store.reading.pages import PageRequest, Selection, count_rows, read_page
from dateline.store.writing.writer import write_article
from schema.errors import LimitError, QueryError
from schema.ids import content_id
from schema.tables import ACTOR_REDIRECT
from tests.store.stories import RUNIA
from tests.store.world import ISLE, story


def find(database, collection, where):
    rows = database.run(lambda c: read_page(c, collection, PageRequest(100), Selection(where))).rows
    return {row.id for row in rows}


def worlds(*numbers):
    return {content_id("event", f"world {number}") for number in numbers}


BOMBING = content_id("event", "bombing")
EVERYTHING = worlds(*range(30)) | {BOMBING}

THREE_BASES = worlds(*(n for n in range(30) if n % 6 in (0, 2, 3))) | {BOMBING}
"""With participants that are stated, of the dateline or of the day of publication."""


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"type": {"eq": "AGREE"}}, worlds(3, 8, 13, 18, 23, 28)),
        ({"type": {"one_of": ["AGREE", "DISASTER"]}}, worlds(*(n for n in range(30) if n % 5 in (2, 3)))),
        ({"type": {"one_of": []}}, set()),
        ({"mode": {"eq": "explosives"}}, {BOMBING}),
        ({"mode": {"contains": "EXPLO"}}, {BOMBING}),
        ({"status": {"eq": "PLANNED"}}, worlds(*range(3, 30, 4))),
        ({"when": {"gte": date(2025, 5, 1)}}, set()),
        ({"when": {"gte": date(2024, 1, 10), "lte": date(2024, 1, 27)}}, worlds(0, 1)),
        ({"country_code": {"eq": "VE"}}, worlds(*(n for n in range(30) if n % 2))),
        ({"country_code": {"eq": "ven"}}, worlds(*(n for n in range(30) if n % 2))),
        ({"country_code": {"one_of": ["ve", " VEN "]}}, worlds(*(n for n in range(30) if n % 2))),
        ({"country_code": {"eq": "VEX"}}, set()),
        ({"country_code": {"contains": "v"}}, worlds(*(n for n in range(30) if n % 2))),
        ({"location": {"eq": ISLE.id}}, worlds(*range(1, 30, 4))),
        ({"location": {"one_of": [ISLE.id, RUNIA.id]}}, worlds(*(n for n in range(30) if n % 4 in (1, 2)))),
        ({"actor": {"eq": content_id("actor", "Marchers", 1)}}, worlds(*range(1, 30, 3))),
        ({"actor_name": {"eq": "Rebels"}}, {BOMBING}),
        ({"actor_name": {"eq": "the insurgents"}}, {BOMBING}),
        ({"actor_name": {"contains": "RÉBEL"}}, {BOMBING}),
        ({"actor_name": {"one_of": ["5 people", "6 people"]}}, worlds(5, 6)),
        ({"article": {"eq": content_id("article", "world 4")}}, worlds(4)),
        ({"publisher": {"contains": "evening"}}, worlds(*range(1, 30, 3))),
        ({"publisher": {"one_of": ["The Tide", "Nobody"]}}, worlds(*range(0, 30, 3)) | {BOMBING}),
        ({"killed": {"eq": 6}}, set()),
        ({"killed_kind": {"eq": "CHILD"}}, worlds(*range(1, 30, 4))),
        ({"killed_kind": {"one_of": ["CHILD", "POLICE"]}, "killed": {"gte": 20}}, worlds(25, 29)),
        ({"injured_kind": {"eq": "POLICE"}}, worlds(*range(2, 30, 4))),
        ({"NOT": {"injured_kind": {"eq": "POLICE"}}}, EVERYTHING - worlds(*range(2, 30, 4))),
        ({"when_basis": {"eq": "CARRIED"}}, worlds(1, 7, 13, 25)),
        ({"when_basis": {"one_of": ["STATED", "MODEL"]}}, worlds(0, 5, 6, 11, 12, 17, 18, 23, 24) | {BOMBING}),
        ({"when_basis": {"one_of": []}}, set()),
        ({"NOT": {"when_basis": {"eq": "CARRIED"}}}, EVERYTHING - worlds(1, 7, 13, 25)),
        ({"location_basis": {"eq": "DATELINE"}}, worlds(5, 11, 17, 23, 29)),
        ({"killed_basis": {"eq": "INFERRED"}}, worlds(4, 10, 16, 22, 28)),
        ({"killed_basis": {"eq": "STATED"}}, {BOMBING}),
        ({"injured_basis": {"eq": "STATED"}}, {BOMBING}),
        ({"participant_basis": {"eq": "STATED"}}, worlds(0, 6, 12, 18, 24) | {BOMBING}),
        ({"NOT": {"participant_basis": {"one_of": ["CARRIED", "INFERRED", "MODEL"]}}}, THREE_BASES),
        ({"said_by_basis": {"eq": "PUBLICATION"}}, worlds(3, 9, 15, 21, 27)),
        ({"basis": {"eq": "MODEL"}}, worlds(5, 11, 17, 23, 29)),
        ({"basis": {"eq": "STATED"}}, EVERYTHING - worlds(5, 11, 17, 23, 29)),
        ({"model": {"contains": "small"}}, worlds(2, 5, 8, 11, 14, 17, 20, 23, 26, 29)),
        ({"model": {"eq": "small 1a2b3c4d"}, "basis": {"eq": "STATED"}}, worlds(2, 8, 14, 20, 26)),
        ({"NOT": {"model": {"contains": ""}}}, EVERYTHING - worlds(2, 5, 8, 11, 14, 17, 20, 23, 26, 29)),
        ({"killed": {"gte": 25}}, worlds(25, 26, 28, 29)),
        ({"injured": {"gte": 1, "lte": 16}}, {BOMBING}),
        ({"confidence": {"gte": 0.9}}, worlds(*range(4, 30, 5)) | {BOMBING}),
        ({}, EVERYTHING),
        ({"type": {}}, EVERYTHING),
        ({"OR": []}, EVERYTHING),
        ({"OR": [{}, {"type": {"eq": "AGREE"}}]}, EVERYTHING),
        ({"NOT": {}}, EVERYTHING),
        ({"AND": [{}, {}]}, EVERYTHING),
        ({"OR": [{"mode": {"eq": "explosives"}}, {"killed": {"eq": 29}}]}, {BOMBING} | worlds(29)),
        ({"NOT": {"mode": {"eq": "riot"}}}, {BOMBING} | worlds(*range(0, 30, 2))),
        ({"NOT": {"killed": {"gte": 0}}}, worlds(*range(0, 30, 3))),
        ({"AND": [{"killed": {"gte": 10}}, {"killed": {"lte": 11}}]}, worlds(10, 11)),
        ({"type": {"eq": "PROTEST"}, "killed": {"lte": 5}}, worlds(4, 5)),
        ({"mode": {"eq": "a\x00b\ud800"}}, set()),
        ({"mode": {"contains": "%"}}, set()),
        ({"actor_name": {"contains": "\x00"}}, set()),
        (
            {"near": {"latitude": 41.5, "longitude": 21.5, "radius_km": 1.0}},
            worlds(*range(0, 30, 4)) | {BOMBING},
        ),
        # The isle lies beyond the date line, 280 kilometres from the point.
        (
            {"near": {"latitude": -20.0, "longitude": 178.0, "radius_km": 300.0}},
            worlds(*(n for n in range(30) if n % 2)),
        ),
        ({"near": {"latitude": -20.0, "longitude": 178.0, "radius_km": 200.0}}, worlds(*range(3, 30, 4))),
        ({"within": {"south": -21, "west": 179, "north": -20, "east": -179}}, worlds(*range(1, 30, 4))),
        ({"within": {"south": 40, "west": 20, "north": 41, "east": 21}}, worlds(*range(2, 30, 4))),
    ],
)
def test_filters_of_events(world, where, expected):
    assert find(world, EVENTS, where) == expected


@pytest.mark.parametrize(
    ("collection", "where", "number"),
    [
        (QUOTES, {"kind": {"eq": "INDIRECT"}}, 30),
        (QUOTES, {"speaker": {"eq": content_id("actor", "Harbour Union")}}, 15),
        (QUOTES, {"speaker_name": {"eq": "Mara Okafor3"}}, 4),
        (QUOTES, {"speaker_name": {"contains": "harbour"}}, 30),
        (QUOTES, {"article": {"eq": content_id("article", "world 3")}}, 2),
        (QUOTES, {"published_at": {"gte": date(2024, 11, 5), "lte": date(2024, 11, 5)}}, 2),
        (ACTORS, {"kind": {"one_of": ["ORGANIZATION"]}}, 1),
        (ACTORS, {"name": {"eq": "the union"}}, 1),
        (ACTORS, {"name": {"contains": "okafor"}}, 7),
        (ACTORS, {"country_code": {"eq": "RN"}, "kind": {"eq": "GROUP"}}, 0),
        (LOCATIONS, {"kind": {"eq": "CITY"}}, 2),
        (LOCATIONS, {"name": {"eq": "São Isle"}}, 1),
        (LOCATIONS, {"name": {"contains": "sao"}}, 1),
        (LOCATIONS, {"geonames_id": {"eq": 101}}, 1),
        (LOCATIONS, {"country_code": {"one_of": ["VE", "RN"]}}, 4),
        (LOCATIONS, {"country_code": {"one_of": ["VEN", "rn"]}}, 4),
        (LOCATIONS, {"near": {"latitude": 41.5, "longitude": 21.5, "radius_km": 5}}, 1),
        (ARTICLES, {"publisher": {"contains": "evening"}}, 10),
        (ARTICLES, {"title": {"contains": "NUMBER 2 "}}, 11),
        (ARTICLES, {"url": {"eq": "https://tide.example/world 7"}}, 1),
        (ARTICLES, {"published_at": {"gte": date(2024, 11, 5), "lte": date(2024, 11, 5)}}, 2),
        (ARTICLES, {"published_at": {"lte": date.max, "gte": date.min}}, 30),
    ],
)
def test_filters_of_other_nouns(world, collection, where, number):
    assert world.run(lambda c: count_rows(c, collection, Selection(where))) == number


def nest(depth):
    return {"NOT": nest(depth - 1)} if depth else {"type": {"eq": "AID"}}


@pytest.mark.parametrize(
    ("where", "error", "words"),
    [
        ({"nothing": {"eq": 1}}, QueryError, "no filter 'nothing'"),
        ({"location": {"eq": "x"}}, QueryError, "'x' is no id"),
        ({"actor": {"one_of": ["' OR 1=1"]}}, QueryError, "is no id"),
        ({"type": {"one_of": ["AID"] * 501}}, LimitError, "501 values"),
        ({"mode": {"eq": "x" * 501}}, LimitError, "501 characters"),
        ({"near": {"latitude": 91, "longitude": 0, "radius_km": 1}}, QueryError, "no point on earth"),
        ({"near": {"latitude": 0, "longitude": 0, "radius_km": 0}}, QueryError, "no circle"),
        ({"near": {"latitude": float("nan"), "longitude": 0, "radius_km": 1}}, QueryError, "no point"),
        ({"within": {"south": 1, "west": 0, "north": 0, "east": 0}}, QueryError, "lies north of"),
        (nest(DEEPEST + 1), LimitError, "deeper than 5"),
        ({"OR": [{"type": {"eq": "AID"}}] * 60}, LimitError, "the limit is 50"),
    ],
)
def test_filters_that_make_no_sense_are_refused(world, where, error, words):
    with pytest.raises(error, match=words) as caught:
        find(world, EVENTS, where)
    assert caught.value.hint


def test_the_deepest_nesting_that_is_served(world):
    assert find(world, EVENTS, nest(DEEPEST)) == EVERYTHING


def test_an_old_id_of_a_merged_actor_filters_too(database):
    gone, kept = content_id("actor", "gone"), content_id("actor", "Harbour Union")
    with database.writing() as connection:
        write_article(connection, story(1))
        connection.execute(ACTOR_REDIRECT.insert(), [{"old_id": gone, "actor_id": kept}])
    assert len(find(database, QUOTES, {"speaker": {"eq": gone}})) == 1
    assert len(find(database, QUOTES, {"speaker": {"one_of": [gone, kept]}})) == 1


def test_every_filter_and_order_is_described_in_a_sentence():
    for collection in NOUNS.values():
        descriptions = [entry.description for entry in collection.filters]
        descriptions += [entry.description for entry in (collection.orders or {}).values()]
        assert descriptions
        for description in descriptions:
            assert description.endswith("."), description
            assert description[0].isupper(), description


def test_filters_of_a_noun_have_different_names():
    for collection in NOUNS.values():
        names = [entry.name for entry in collection.filters]
        assert len(set(names)) == len(names)


def test_near_without_points_finds_nothing(world):
    assert find(world, EVENTS, {"near": {"latitude": 0, "longitude": 0, "radius_km": 10}}) == set()


def test_actors_are_found_by_their_ids_elsewhere(world):
    union = {content_id("actor", "Harbour Union")}
    assert find(world, ACTORS, {"external_id": {"eq": "wikidata:Q7"}}) == union
    assert find(world, ACTORS, {"external_id": {"contains": "NK-7"}}) == union
    assert find(world, ACTORS, {"external_id": {"eq": "wikidata:Q70"}}) == set()
    assert find(world, ACTORS, {"external_id": {"eq": "Harbour Union"}}) == set()


def test_actors_are_found_by_where_their_country_was_taken_from(world):
    stated = find(world, ACTORS, {"country_basis": {"eq": "STATED"}})
    inferred = find(world, ACTORS, {"country_basis": {"one_of": ["INFERRED", "MODEL"]}})
    assert content_id("actor", "Ana Ruiz") in stated
    assert not stated & inferred
