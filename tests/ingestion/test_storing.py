"""Articles into the store, in any order, again and again."""

import itertools
from datetime import date

import pytest
from sqlalchemy import select

from dateline.ingestion.intake.storing import store_article, withdraw_article
from dateline.ingestion.linking.clustering import event_id_of, rejoin
from dateline.store.integrity import check_invariants
from dateline.store.writing.writer import Outcome
from schema.ids import content_id
from schema.tables import EVENT, EVENT_REDIRECT, JUDGEMENT, REPORT
from tests.store.stories import PORTO, RUNIA, article, bombing, count, report

TUESDAY = date(2024, 11, 5)


def telling(key, text, on, **own):
    """An article with one report of a bomb in Porto Alto."""
    told = report(key, text, text, "bomb", day=own.pop("day", TUESDAY), place=PORTO, mode="explosives", **own)
    return article(key, text, on=on, locations=(PORTO, RUNIA), reports=(told,))


FIRST = bombing("first")
SECOND_TEXT = "The bomb in Porto Alto on Tuesday killed seven people."
SECOND = telling("second", SECOND_TEXT, date(2024, 11, 6), killed=count(SECOND_TEXT, "seven", 7))
THIRD_TEXT = "Eight people were killed by the bomb in Porto Alto on Tuesday."
THIRD = telling("third", THIRD_TEXT, date(2024, 11, 7), killed=count(THIRD_TEXT, "Eight", 8))
OTHER = telling("other", "A bomb was found at a school in Porto Alto.", date(2024, 11, 30), day=date(2024, 11, 29))
STORY = (FIRST, SECOND, THIRD, OTHER)


def store(database, *articles):
    for facts in articles:
        with database.writing() as connection:
            store_article(connection, facts)


def events(database):
    """The articles of each event, by the event's id, with all of its columns but the row's number."""
    with database.reading() as connection:
        assert check_invariants(connection) == []
        rows = connection.execute(select(EVENT)).mappings().all()
        told = connection.execute(select(REPORT.c.event_id, REPORT.c.article_id)).all()
        reports = list(connection.execute(select(REPORT.c.id)).scalars())
        stored = {row.id: row.event_id for row in connection.execute(select(REPORT.c.id, REPORT.c.event_id))}
        assert rejoin(connection, reports) == stored
    members = {row["id"]: {report.article_id for report in told if report.event_id == row["id"]} for row in rows}
    return {
        row["id"]: (members[row["id"]], {name: row[name] for name in row if name not in ("number", "id")})
        for row in rows
    }


def test_one_happening_of_three_articles_is_one_event(database):
    store(database, *STORY)
    found = {frozenset(members): columns for members, columns in events(database).values()}
    assert set(found) == {frozenset({FIRST.id, SECOND.id, THIRD.id}), frozenset({OTHER.id})}
    assert found[frozenset({FIRST.id, SECOND.id, THIRD.id})]["killed_best"] == 8


def test_the_order_of_articles_does_not_matter(database):
    store(database, *STORY)
    expected = events(database)
    for order in itertools.permutations(STORY):
        with database.writing() as connection:
            for facts in STORY:
                withdraw_article(connection, facts.id)
        store(database, *order)
        assert events(database) == expected


def test_an_event_keeps_the_id_of_its_earliest_report_and_answers_to_later_ones(database):
    store(database, THIRD, SECOND, FIRST)
    ids = {event_id_of(content_id("report", key)) for key in ("first", "second", "third")}
    first = event_id_of(content_id("report", "first"))
    with database.reading() as connection:
        redirects = {row.old_id: row.event_id for row in connection.execute(select(EVENT_REDIRECT))}
    assert set(events(database)) == {first}
    assert redirects == dict.fromkeys(ids - {first}, first)


def test_the_same_articles_again_change_nothing(database):
    store(database, *STORY)
    before = events(database)
    with database.writing() as connection:
        assert [store_article(connection, facts) for facts in reversed(STORY)] == [Outcome.UNCHANGED] * 4
    assert events(database) == before


def test_an_article_that_tells_otherwise_now_leaves_the_event(database):
    store(database, FIRST, SECOND)
    text = "The bomb in Porto Alto on 20 November killed seven people."
    changed = telling("second", text, date(2024, 11, 21), day=date(2024, 11, 20), killed=count(text, "seven", 7))
    store(database, changed)
    assert sorted(len(members) for members, _ in events(database).values()) == [1, 1]
    with database.reading() as connection:
        assert connection.execute(select(JUDGEMENT.c.id)).all() == []


def test_what_only_a_withdrawn_article_connected_falls_apart(database):
    store(database, FIRST, SECOND, THIRD)
    with database.writing() as connection:
        assert withdraw_article(connection, FIRST.id)
        assert withdraw_article(connection, SECOND.id)
        assert not withdraw_article(connection, SECOND.id)
    assert [members for members, _ in events(database).values()] == [{THIRD.id}]


def test_two_reports_of_one_article_never_become_one_event(database):
    text = "A bomb hit Porto Alto.  A second bomb hit Porto Alto."
    first = report("one", text, text, "bomb", day=TUESDAY, place=PORTO, mode="explosives")
    second = report("two", text, text, "second bomb", day=TUESDAY, place=PORTO, mode="explosives")
    facts = article("later", text, locations=(PORTO, RUNIA), reports=(first, second))
    store(database, FIRST, facts)
    with database.reading() as connection:
        (one, two) = connection.execute(select(REPORT.c.event_id).where(REPORT.c.article_id == facts.id)).scalars()
    assert one != two


def test_an_article_that_nothing_is_like_costs_as_many_statements_in_a_full_store(database, count_statements):
    store(database, OTHER)
    with count_statements(database) as few:
        store(database, telling("far", "A bomb hit Porto Alto.", date(2024, 12, 20), day=date(2024, 12, 19)))
    store(database, *STORY)
    with count_statements(database) as many:
        store(database, telling("farther", "A bomb hit Porto Alto.", date(2025, 1, 20), day=date(2025, 1, 19)))
    assert many.count == few.count


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_a_judgement_names_both_reports_its_score_and_its_reason(database, order):
    store(database, *(STORY[index] for index in order))
    with database.reading() as connection:
        rows = connection.execute(select(JUDGEMENT).order_by(JUDGEMENT.c.subject_id, JUDGEMENT.c.object_id)).all()
    assert len(rows) == 3
    assert all(row.score >= 6.5 and row.reason.startswith("in one town, on one day") for row in rows)
    assert all(row.made_by is None and row.withdrawn_at is None for row in rows)
