import pytest
from sqlalchemy import select

from dateline.store.integrity import check_invariants
from dateline.store.judging.membership import assign_reports
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.tables import ACTOR, EVENT, EVENT_REDIRECT, LOCATION
from tests.store.stories import PORTO, bombing


def event_id(key):
    return content_id("event", key)


def report_id(key):
    return content_id("report", key)


@pytest.fixture
def three(database):
    for key in "abc":
        with database.writing() as connection:
            write_article(connection, bombing(key, event=key))
    return database


def assign(database, **moves):
    with database.writing() as connection:
        assign_reports(connection, {report_id(key): event_id(target) for key, target in moves.items()})
    with database.reading() as connection:
        assert check_invariants(connection) == []
        events = {row.id: row.report_count for row in connection.execute(select(EVENT))}
        redirects = {row.old_id: row.event_id for row in connection.execute(select(EVENT_REDIRECT))}
    return events, redirects


def test_joined_events_leave_a_way_from_the_old_id(three):
    events, redirects = assign(three, b="a")
    assert events == {event_id("a"): 2, event_id("c"): 1}
    assert redirects == {event_id("b"): event_id("a")}


def test_ways_are_led_on_when_their_target_vanishes(three):
    assign(three, b="a")
    events, redirects = assign(three, a="c", b="c")
    assert events == {event_id("c"): 3}
    assert redirects == {event_id("a"): event_id("c"), event_id("b"): event_id("c")}


def test_a_withdrawn_join_gives_the_old_event_its_id_again(three):
    before = three.run(lambda c: c.execute(select(EVENT).order_by(EVENT.c.id)).all())
    assign(three, b="a")
    events, redirects = assign(three, b="b")
    assert events == {event_id(key): 1 for key in "abc"}
    assert redirects == {}
    strip = [tuple(row[1:-1]) for row in three.run(lambda c: c.execute(select(EVENT).order_by(EVENT.c.id)).all())]
    assert strip == [tuple(row[1:-1]) for row in before]


def test_reports_may_move_to_an_event_that_is_new(three):
    events, redirects = assign(three, a="new", b="new")
    assert events == {event_id("new"): 2, event_id("c"): 1}
    assert redirects == {event_id("a"): event_id("new"), event_id("b"): event_id("new")}


def test_counts_follow_the_moves(three):
    assign(three, a="c", b="c")
    with three.reading() as connection:
        assert connection.execute(select(ACTOR.c.event_count).where(ACTOR.c.name == "Rebels")).scalar_one() == 1
        assert connection.execute(select(LOCATION.c.event_count).where(LOCATION.c.id == PORTO.id)).scalar_one() == 1


def test_an_assignment_that_holds_already_costs_one_statement(three, count_statements):
    with three.writing() as connection, count_statements(three) as counted:
        assign_reports(connection, {report_id("a"): event_id("a")})
    assert counted.count == 1


def test_a_report_that_is_not_there_is_refused(three):
    with pytest.raises(ValueError, match="no such reports"), three.writing() as connection:
        assign_reports(connection, {report_id("x"): event_id("a")})
