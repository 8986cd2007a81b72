from datetime import date

import pytest

from dateline.store.keeping.folding import fold
from dateline.store.reading.candidates import (
    CandidateOffice,
    CandidateParticipant,
    find_actors_by_name_key,
    find_reports_of_articles,
    load_candidates,
)
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.vocabulary import EventStatus
from tests.store.stories import actor, article, bombing, report


@pytest.fixture
def stored(database):
    text = "A blast on Monday."
    nowhere = report("nowhere", text, text, "blast", day=date(2024, 11, 4))
    undated = report("undated", text, text, "blast")
    planned = report("planned", text, text, "blast", status=EventStatus.PLANNED)
    feared = report("feared", text, text, "blast", status=EventStatus.HYPOTHETICAL)
    for facts in (bombing(), article("other", text, reports=(nowhere, undated, planned, feared))):
        with database.writing() as connection:
            write_article(connection, facts)
    return database


def test_candidates_of_an_article_tell_what_has_happened_or_is_planned(stored):
    found = stored.run(lambda c: find_reports_of_articles(c, [content_id("article", "other")]))
    assert set(found) == {content_id("report", key) for key in ("nowhere", "undated", "planned")}
    assert stored.run(lambda c: load_candidates(c, [content_id("report", "feared"), *found])) == found
    assert stored.run(lambda c: find_reports_of_articles(c, [])) == {}


def test_a_candidate_brings_what_a_comparison_needs(stored, count_statements):
    with stored.reading() as connection, count_statements(stored) as counted:
        (found,) = load_candidates(connection, [content_id("report", "bombing")]).values()
    assert counted.count == 2
    assert (found.killed, found.injured, found.trigger, found.country_code) == (6, 16, "bomb", "RN")
    assert (found.latitude, found.longitude, found.mode) == (41.5, 21.5, "explosives")
    assert found.participants == (CandidateParticipant("ACTOR", content_id("actor", "Rebels"), "Rebels"),)


def test_actors_are_found_by_any_name_of_theirs(stored, count_statements):
    with stored.reading() as connection, count_statements(stored) as counted:
        found = find_actors_by_name_key(connection, [fold("The  INSURGENTS"), fold("Ana Ruíz"), "nobody"])
    assert counted.count == 3
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
