"""An operation that takes too long is broken off, in the database too."""

import time

import pytest
from sqlalchemy import text

from api.graphql.negotiation import GRAPHQL_RESPONSE
from dateline.store.filtering.parameters import Slots
from dateline.store.keeping.deadline import Deadline, within
from dateline.store.reading.plans.prepared import Prepared
from schema.errors import TimeLimitError
from tests.api.conftest import serve

SLOW = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n"
)
LONG = 20
"""Seconds that a busy machine may take to stop what would take it minutes."""
QUERY = "{ a: eventStats(by: [DAY]) { events } articles { nodes { id } } }"


@pytest.fixture
def slow_statistics(monkeypatch):
    """Statistics that would take minutes."""
    monkeypatch.setattr(
        "api.graphql.statistics.count_events", lambda connection, *_: connection.execute(SLOW).scalar_one()
    )

    def ask_slowly(_step, run, *_):
        prepared = Prepared(SLOW, Slots(), run.dialect)
        return prepared, prepared.bind()

    monkeypatch.setattr("api.graphql.fast.counting.StatisticsStep._question", ask_slowly)


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL_RESPONSE, 503)])
def test_an_operation_out_of_time_is_refused_with_a_hint(world_url, slow_statistics, accept, status):
    for api in serve(world_url, max_query_seconds=0.2):
        started = time.monotonic()
        response = api.client.post("/graphql", json={"query": QUERY}, headers={"Accept": accept})
        assert time.monotonic() - started < LONG
        assert response.status_code == status
        assert response.json()["errors"] == [
            {
                "message": "This operation took longer than 0.2 seconds.",
                "extensions": {
                    "code": "LIMIT",
                    "hint": "Ask for smaller pages, fewer nested lists, or a narrower filter.",
                },
            }
        ]
        assert "data" not in response.json()
        assert running_statements(api.database) == 0
        assert len(api.ask("{ articles(first: 2) { nodes { id } } }")["articles"]["nodes"]) == 2


def running_statements(database):
    """How many statements like the slow one the server works on; SQLite works in the thread that has just ended."""
    if database.dialect == "sqlite":
        return 0
    found = text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'WITH RECURSIVE n%' AND state = 'active'")
    return database.run(lambda connection: connection.execute(found).scalar_one())


def test_the_database_stops_at_the_deadline(database):
    started = time.monotonic()
    with pytest.raises(TimeLimitError, match=r"longer than 0\.1 seconds"), within(Deadline(0.1)):
        database.run(lambda connection: connection.execute(SLOW).scalar_one())
    assert time.monotonic() - started < LONG
    assert running_statements(database) == 0


def test_nothing_starts_after_the_deadline(database, count_statements):
    deadline = Deadline(1e-9)
    with count_statements(database) as counted, within(deadline), pytest.raises(TimeLimitError):
        database.run(lambda connection: connection.execute(text("SELECT 1")))
    assert counted.count == 0
    assert deadline.was_missed


def test_writing_stops_at_the_deadline_and_leaves_nothing(database):
    def write_slowly():
        with within(Deadline(0.2)), database.writing() as connection:
            connection.execute(text("CREATE TABLE left_over (x integer)"))
            connection.execute(SLOW)

    with pytest.raises(TimeLimitError):
        write_slowly()
    with database.reading() as connection:
        with within(None):
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
        tables = connection.dialect.get_table_names(connection)
    assert "left_over" not in tables


def test_a_connection_used_again_has_no_limit_of_before(database):
    with within(Deadline(0.1)):
        database.run(lambda connection: connection.execute(text("SELECT 1")).scalar_one())
    pause = {"sqlite": SLOW.text.replace("2000000000", "2000000"), "postgresql": "SELECT pg_sleep(0.3)"}
    started = time.monotonic()
    database.run(lambda connection: connection.execute(text(pause[database.dialect])).all())
    with database.writing() as connection:
        connection.execute(text(pause[database.dialect])).all()
    assert time.monotonic() - started > 0.2


def test_steps_of_the_limit_are_few():
    deadline = Deadline(10)
    assert deadline.milliseconds() == 10_000
    assert Deadline(0.0004).milliseconds() == 1
