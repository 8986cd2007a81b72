from datetime import date

import pytest

from dateline.store.candidates import (
    ArticleVersion,
    CandidateOffice,
    CandidateParticipant,
    find_actors_by_name_key,
    find_article_versions,
    find_candidate_reports,
    find_reports_of_events,
    find_undated_reports,
)
from dateline.store.folding import fold
from dateline.store.writer import write_article
from schema.ids import content_id
from tests.store.stories import BOMBING, PORTO, RUNIA, actor, article, bombing, report


@pytest.fixture
def stored(database):
    text = "A blast on Monday."
    nowhere = report("nowhere", text, text, "blast", day=date(2024, 11, 4))
    undated = report("undated", text, text, "blast")
    for facts in (bombing(), article("other", text, reports=(nowhere, undated))):
        with database.writing() as connection:
            write_article(connection, facts)
    return database


def ids(database, **wanted):
    return database.run(lambda c: {found.id for found in find_candidate_reports(c, **wanted)})


def test_candidates_are_found_by_type_place_and_date(stored):
    near = {
        "types": ["ASSAULT"],
        "location_ids": [PORTO.id],
        "earliest": date(2024, 11, 4),
        "latest": date(2024, 11, 6),
    }
    assert ids(stored, **near) == {content_id("report", "bombing")}
    assert ids(stored, **near | {"location_ids": [RUNIA.id]}) == set()
    assert ids(stored, **near | {"types": ["CRIME"]}) == set()
    assert ids(stored, **near | {"latest": date(2024, 11, 4)}) == set()
    assert ids(stored, **near | {"earliest": date(2024, 11, 6)}) == set()


def test_without_places_candidates_are_found_by_type_and_date(stored):
    wanted = {"types": ["ASSAULT"], "earliest": date(2024, 11, 4), "latest": date(2024, 11, 5)}
    assert ids(stored, **wanted) == {content_id("report", "bombing"), content_id("report", "nowhere")}


def test_reports_without_a_date_are_found_by_place_and_publication(database):
    text = "A blast in Porto Alto."
    undated = report("undated", text, text, "blast", place=PORTO)
    with database.writing() as connection:
        write_article(connection, article("undated", text, locations=(PORTO, RUNIA), reports=(undated,)))

    def found(**changed):
        wanted = {
            "types": ["ASSAULT"],
            "location_ids": [PORTO.id],
            "published": (date(2024, 11, 5), date(2024, 11, 8)),
        }
        return [one.id for one in database.run(lambda c: find_undated_reports(c, **wanted | changed))]

    assert found() == [undated.id]
    assert found(published=(date(2024, 11, 6), date(2024, 11, 8))) == []
    assert found(location_ids=[RUNIA.id]) == []
    assert found(types=["CRIME"]) == []


def test_a_candidate_brings_what_a_comparison_needs(stored, count_statements):
    with stored.reading() as connection, count_statements(stored) as counted:
        (found,) = find_reports_of_events(connection, [content_id("event", "bombing")])
    assert counted.count == 2
    assert (found.killed, found.injured, found.trigger, found.country_code) == (6, 16, "bomb", "RN")
    assert (found.latitude, found.longitude, found.mode) == (41.5, 21.5, "explosives")
    assert found.participants == (CandidateParticipant("ACTOR", content_id("actor", "Rebels"), "Rebels"),)


def test_actors_are_found_by_any_name_of_theirs(stored, count_statements):
    with stored.reading() as connection, count_statements(stored) as counted:
        found = find_actors_by_name_key(connection, [fold("The  INSURGENTS"), fold("Ana Ruíz"), "nobody"])
    assert counted.count == 2
    assert [(one.key, one.name, one.articles) for one in found] == [
        ("ana ruiz", "Ana Ruiz", 1),
        ("the insurgents", "Rebels", 1),
    ]
    assert found[0].offices == (CandidateOffice("Governor", None, date(2024, 11, 5)),)


def test_one_key_of_several_spellings_finds_an_actor_once(database):
    own = {"id": content_id("actor", "z")}
    for key, name in (("a", "Zoë Ruiz"), ("b", "Zoe Ruiz")):
        with database.writing() as connection:
            write_article(connection, article(key, name, actors=(actor(name, name, aliases=("ZOE RUIZ",), **own),)))
    (found,) = database.run(lambda c: find_actors_by_name_key(c, ["zoe ruiz"]))
    assert found.articles == 4


def test_stored_versions_are_told(stored):
    stranger = content_id("article", "stranger")
    found = stored.run(lambda c: find_article_versions(c, [bombing().id, stranger]))
    assert found == {bombing().id: ArticleVersion(bombing().source.sha256, "m 1", "1")}
    assert BOMBING.startswith("PORTO")
