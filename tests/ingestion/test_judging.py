"""What people decide, and that it stays decided; each on SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from dateline.ingestion.intake.judging import (
    Author,
    Count,
    EventChanges,
    correct_event,
    merge_actors,
    merge_events,
    withdraw_judgement,
)
from dateline.ingestion.intake.storing import store_article, withdraw_article
from dateline.ingestion.linking.clustering import rejoin
from dateline.store.integrity import check_invariants
from dateline.store.reading.reads import find_rows
from schema.errors import NotFoundError, QueryError
from schema.ids import content_id
from schema.tables import ACTOR, EVENT, JUDGEMENT, LOCATION, OFFICE, QUOTE, REPORT
from schema.vocabulary import EventStatus, EventType
from tests.ingestion.test_storing import FIRST, OTHER, SECOND, STORY
from tests.store.stories import RUNIA, actor, article

EDITOR = Author("ana", "I read both.")
OSEI = article(
    "osei",
    "President Osei spoke. Osei left.",
    on=date(2024, 11, 9),
    actors=(actor("President Osei spoke. Osei left.", "Osei", id=content_id("actor", "osei"), office="President"),),
)
AMARA = article(
    "amara",
    "Amara Osei, the president, met Ana Ruiz.",
    actors=(
        actor("Amara Osei, the president, met Ana Ruiz.", "Amara Osei", office="president"),
        actor("Amara Osei, the president, met Ana Ruiz.", "Ana Ruiz"),
    ),
)


def store(database, *articles):
    with database.writing() as connection:
        for facts in articles:
            store_article(connection, facts)


def judge(database, decide, *arguments):
    with database.writing() as connection:
        result = decide(connection, *arguments, EDITOR)
    check(database)
    return result


def check(database):
    with database.reading() as connection:
        assert check_invariants(connection) == []
        stored = {row.id: row.event_id for row in connection.execute(select(REPORT.c.id, REPORT.c.event_id))}
        assert rejoin(connection, stored) == stored


def reread(database, *articles):
    """All articles anew, as a newer extractor would."""
    store(database, *(replace(facts, extractor="2") for facts in articles))
    check(database)


def rows(database, table, without=("number",)):
    with database.reading() as connection:
        found = connection.execute(select(table).order_by(table.c.id)).mappings()
        return [{name: value for name, value in row.items() if name not in without} for row in found]


def event_of(database, facts):
    with database.reading() as connection:
        return connection.execute(select(REPORT.c.event_id).where(REPORT.c.article_id == facts.id)).scalar_one()


def column(database, event_id, name):
    with database.reading() as connection:
        return connection.execute(select(EVENT.c[name]).where(EVENT.c.id == event_id)).scalar_one()


@pytest.fixture
def story(database):
    store(database, *STORY)
    check(database)
    return database


# ---------------------------------------------------------------- events that are one


def test_events_that_a_person_joins_stay_one_when_articles_are_read_anew(story):
    event_id, made = judge(story, merge_events, [event_of(story, FIRST), event_of(story, OTHER)])
    assert len(made) == 1
    assert len(rows(story, EVENT)) == 1
    reread(story, *STORY)
    assert [row["id"] for row in rows(story, EVENT)] == [event_id]


def test_a_withdrawn_join_restores_both_events(story):
    before = rows(story, EVENT)
    old = event_of(story, OTHER)
    event_id, (made,) = judge(story, merge_events, [event_of(story, FIRST), old])
    with story.reading() as connection:
        assert find_rows(connection, "event", [old])[old].id == event_id
    judge(story, withdraw_judgement, made)
    assert rows(story, EVENT) == before
    reread(story, *STORY)
    assert rows(story, EVENT) == before


def test_a_join_of_the_machine_that_is_withdrawn_is_not_made_again(database):
    store(database, FIRST, SECOND)
    assert event_of(database, FIRST) == event_of(database, SECOND)
    (judgement,) = rows(database, JUDGEMENT)
    judge(database, withdraw_judgement, judgement["id"])
    assert event_of(database, FIRST) != event_of(database, SECOND)
    reread(database, SECOND, FIRST)
    assert event_of(database, FIRST) != event_of(database, SECOND)
    (judgement,) = rows(database, JUDGEMENT)
    assert (judgement["withdrawn_by"], judgement["withdrawn_reason"]) == ("ana", "I read both.")


def test_a_judgement_is_withdrawn_once(story):
    made = rows(story, JUDGEMENT)[0]["id"]
    judge(story, withdraw_judgement, made)
    with pytest.raises(QueryError, match="withdrawn already, by ana"):
        judge(story, withdraw_judgement, made)


# ---------------------------------------------------------------- events that are otherwise


def test_a_correction_is_laid_over_what_is_told_and_outlives_rereading(story):
    event_id = event_of(story, FIRST)
    changes = EventChanges(
        type=EventType.ACCIDENT,
        status=EventStatus.CLAIMED,
        location_id=RUNIA.id,
        days=(date(2024, 11, 3), date(2024, 11, 4)),
        killed=Count(10, 9, 12),
        injured=Count(None),
    )
    judge(story, correct_event, event_id, changes)

    def seen():
        row = next(row for row in rows(story, EVENT) if row["id"] == event_id)
        return (
            *(row[name] for name in ("type", "mode", "status", "location_id", "country_code")),
            *(row[name] for name in ("date_earliest", "killed_low", "killed_best", "killed_high", "injured_best")),
        )

    expected = ("ACCIDENT", None, "CLAIMED", RUNIA.id, "RN", date(2024, 11, 3), 9, 10, 12, None)
    assert seen() == expected
    told = column(story, event_id, "machine")
    assert (told["type"], told["mode"], told["killed_best"]) == ("ASSAULT", "explosives", 8)
    assert (told["date_earliest"], told["injured_best"]) == ("2024-11-05", 16)
    reread(story, *reversed(STORY))
    assert seen() == expected


def test_the_newer_of_two_corrections_counts_and_a_withdrawn_one_gives_way(story):
    event_id = event_of(story, FIRST)
    _, first = judge(story, correct_event, event_id, EventChanges(killed=Count(20)))
    _, second = judge(story, correct_event, event_id, EventChanges(killed=Count(30)))
    assert column(story, event_id, "killed_best") == 30
    judge(story, withdraw_judgement, second)
    assert column(story, event_id, "killed_best") == 20
    judge(story, withdraw_judgement, first)
    assert (column(story, event_id, "killed_best"), column(story, event_id, "machine")) == (8, None)


def test_a_correction_waits_for_its_article(story):
    event_id = event_of(story, OTHER)
    judge(story, correct_event, event_id, EventChanges(location_id=RUNIA.id, killed=Count(1)))
    with story.writing() as connection:
        withdraw_article(connection, OTHER.id)
        for facts in STORY[:3]:
            withdraw_article(connection, facts.id)
    check(story)
    store(story, *STORY)
    check(story)
    assert column(story, event_id, "location_id") == RUNIA.id


def test_a_correction_follows_the_words_when_they_are_told_from_another_place(story):
    event_id = event_of(story, OTHER)
    judge(story, correct_event, event_id, EventChanges(killed=Count(3)))
    (told,) = OTHER.reports
    moved = replace(OTHER, extractor="2", reports=(replace(told, id=content_id("report", "moved")),))
    store(story, moved)
    check(story)
    assert column(story, event_of(story, OTHER), "killed_best") == 3


def test_a_place_that_only_a_correction_names_stays(story):
    event_id = event_of(story, OTHER)
    _, made = judge(story, correct_event, event_id, EventChanges(location_id=RUNIA.id))
    judge(story, withdraw_judgement, made)
    assert RUNIA.id in {row["id"] for row in rows(story, LOCATION)}


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        (EventChanges(), QueryError, "changes nothing"),
        (EventChanges(killed=Count(5, 6)), QueryError, "bounds of killed"),
        (EventChanges(days=(date(2024, 2, 2), date(2024, 2, 1))), QueryError, "after the latest"),
        (EventChanges(location_id="loc_x"), NotFoundError, "no location 'loc_x'"),
    ],
)
def test_a_correction_without_sense_is_refused_and_nothing_is_kept(story, changes, error, message):
    before = len(rows(story, JUDGEMENT))
    with pytest.raises(error, match=message):
        judge(story, correct_event, event_of(story, FIRST), changes)
    assert len(rows(story, JUDGEMENT)) == before


def test_a_judgement_needs_a_reason_and_something_to_judge(story):
    with pytest.raises(QueryError, match="needs a reason"), story.writing() as connection:
        merge_events(connection, [event_of(story, FIRST), event_of(story, OTHER)], Author("ana", " "))
    with pytest.raises(QueryError, match="two different events"):
        judge(story, merge_events, [event_of(story, FIRST), event_of(story, SECOND)])
    with pytest.raises(NotFoundError, match="no event 'evt_x'"):
        judge(story, merge_events, ["evt_x", event_of(story, FIRST)])
    with pytest.raises(NotFoundError, match="no judgement"):
        judge(story, withdraw_judgement, "jud_x")


# ---------------------------------------------------------------- actors that are one


@pytest.fixture
def actors(story):
    store(story, OSEI, AMARA)
    check(story)
    return story


def test_merged_actors_are_one_with_the_offices_of_both(actors):
    amara, osei = content_id("actor", "Amara Osei"), content_id("actor", "osei")
    judge(actors, merge_actors, amara, [osei])
    with actors.reading() as connection:
        row = find_rows(connection, "actor", [osei])[osei]
        offices = connection.execute(select(OFFICE.c.as_of).where(OFFICE.c.actor_id == amara)).scalars().all()
    assert (row.id, row.name, row.article_count) == (amara, "Amara Osei", 2)
    assert sorted(offices) == [date(2024, 11, 5), date(2024, 11, 9)]


def test_a_withdrawn_merge_restores_both_actors(actors):
    before = rows(actors, ACTOR)
    amara, osei = content_id("actor", "Amara Osei"), content_id("actor", "osei")
    _, (made,) = judge(actors, merge_actors, amara, [osei])
    reread(actors, OSEI, AMARA)
    assert osei not in {row["id"] for row in rows(actors, ACTOR)}
    judge(actors, withdraw_judgement, made)
    assert rows(actors, ACTOR) == before
    reread(actors, OSEI, AMARA)
    assert rows(actors, ACTOR) == before


def test_merges_follow_each_other_and_come_apart_again(actors):
    amara, osei = content_id("actor", "Amara Osei"), content_id("actor", "osei")
    governor, rebels = content_id("actor", "Ana Ruiz"), content_id("actor", "Rebels")
    before = rows(actors, ACTOR), rows(actors, QUOTE), rows(actors, EVENT)
    _, (first,) = judge(actors, merge_actors, amara, [osei])
    _, (second,) = judge(actors, merge_actors, governor, [amara])
    _, (third,) = judge(actors, merge_actors, governor, [rebels])
    with actors.reading() as connection:
        leads = find_rows(connection, "actor", [osei, amara, rebels])
    assert {row.id for row in leads.values()} == {governor}
    assert leads[rebels].event_count == 1
    assert leads[rebels].article_count == 3
    judge(actors, withdraw_judgement, first)
    assert osei in {row["id"] for row in rows(actors, ACTOR)}
    judge(actors, withdraw_judgement, third)
    judge(actors, withdraw_judgement, second)
    assert (rows(actors, ACTOR), rows(actors, QUOTE), rows(actors, EVENT)) == before


def test_a_merge_waits_for_its_articles(actors):
    amara, osei = content_id("actor", "Amara Osei"), content_id("actor", "osei")
    judge(actors, merge_actors, amara, [osei])
    with actors.writing() as connection:
        withdraw_article(connection, OSEI.id)
        withdraw_article(connection, AMARA.id)
    check(actors)
    store(actors, OSEI)
    check(actors)
    store(actors, AMARA)
    check(actors)
    assert osei not in {row["id"] for row in rows(actors, ACTOR)}


def test_an_actor_cannot_be_merged_into_itself(actors):
    amara, osei = content_id("actor", "Amara Osei"), content_id("actor", "osei")
    judge(actors, merge_actors, amara, [osei])
    with pytest.raises(QueryError, match="into itself"):
        judge(actors, merge_actors, osei, [amara])
    with pytest.raises(NotFoundError, match="no actor"):
        judge(actors, merge_actors, amara, ["act_x"])
