"""A real copy by streaming: reads go there, writes and what follows them do not; without it the primary answers."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from api.app import create_app
from api.graphql.view import WAY
from api.requests import Way
from dateline.settings import Settings
from dateline.store.keeping.database import connect_database, open_database
from dateline.store.keeping.replica import open_replica
from dateline.store.writing.writer import write_article
from schema.errors import SettingError
from schema.tables import METADATA
from tests.api.conftest import Api
from tests.api.test_corrections import CORRECT, KEYS, ask
from tests.api.test_observing import samples, value
from tests.api.test_watching import EVENTS as WATCH
from tests.api.test_watching import story
from tests.rest.serving import wait_until
from tests.scripts.test_doctor import run as doctor

COUNT = "{ events { totalCount } }"
READS = {
    "fast": lambda api: api.ask(COUNT)["events"]["totalCount"],
    "ordinary": lambda api: ordinary(api)["events"]["totalCount"],
    "REST": lambda api: len(api.client.get("/v1/events").json()["data"]),
    "statistics": lambda api: sum(one["events"] for one in api.client.get("/v1/stats?by=TYPE").json()["data"]),
    "export": lambda api: len(api.client.get("/v1/events.ndjson").text.splitlines()),
}


def ordinary(api):
    answer = api.client.post("/graphql", json={"query": COUNT}, headers={WAY: Way.ORDINARY})
    assert answer.headers[WAY] == Way.ORDINARY
    return answer.json()["data"]


def counts(api):
    """How many events each way of reading sees."""
    return {name: read(api) for name, read in READS.items()}


def execute(url, statement):
    database = connect_database(url)
    with database.reading() as connection:
        found = connection.execute(text(statement)).scalar_one()
    database.close()
    return found


def write(database, *articles):
    for facts in articles:
        with database.writing() as connection:
            write_article(connection, facts)


@pytest.fixture(scope="module")
def copy(cluster):
    """A running copy of the module's cluster."""
    open_database(cluster.url(), create=True).close()
    copied = cluster.copy("replica")
    copied.start()
    return copied


@pytest.fixture
def pair(cluster, copy):
    """The application over both; the copy is up and follows."""
    database = open_database(cluster.url())
    with database.writing() as connection:
        connection.execute(text(f"TRUNCATE {', '.join(METADATA.tables)}"))
    settings = Settings(
        database_url=cluster.url(), database_replica_url=copy.url(), api_keys=KEYS, replica_lag_seconds=0.05
    )
    app = create_app(settings, database)
    with TestClient(app, raise_server_exceptions=False) as client:
        wait_until(lambda: client.get("/ready").json()["replica"]["status"] == "ok")
        yield Api(client, database)
    for running in (cluster, copy):
        if not running.is_running:
            running.start()
    execute(copy.url(), "SELECT pg_wal_replay_resume()::text")
    wait_until(lambda: lag(cluster, copy) == 0)


@pytest.fixture
def paused(pair, cluster, copy):
    """The same with two events, and a third one that has not come to the copy."""
    write(pair.database, story("one"), story("two"))
    wait_until(lambda: lag(cluster, copy) == 0)
    before = counts(pair)
    execute(copy.url(), "SELECT pg_wal_replay_pause()::text")
    write(pair.database, story("three"))
    assert set(before.values()) == {2}
    return pair


def lag(cluster, copy):
    position = execute(cluster.url(), "SELECT pg_current_wal_lsn()::text")
    return execute(copy.url(), f"SELECT pg_last_wal_replay_lsn() - '{position}'") * -1


def test_every_kind_of_read_goes_to_the_copy_and_its_lag_is_told(paused):
    assert set(counts(paused).values()) == {2}
    found = samples(paused.client)
    assert value(found, "dateline_replica_lag_bytes") > 0
    assert value(found, "dateline_replica_lag_seconds") > 0
    assert value(found, "dateline_replica_fallbacks_total") == 0


def test_a_change_is_answered_by_the_primary_and_so_is_news(paused):
    newest = paused.database.run(lambda one: one.execute(text("SELECT id FROM event ORDER BY number DESC")).scalar())
    answer = ask(paused, CORRECT, event=newest, change={"killed": {"best": 99}})
    assert answer["data"]["eventCorrect"]["event"]["killed"]["best"] == 99
    with paused.client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        assert socket.receive_json()["type"] == "connection_ack"
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": WATCH}})
        live = paused.client.app.state.live
        wait_until(lambda: live._thread is not None and live._thread._begun.done())
        write(paused.database, story("four"))
        told = socket.receive_json()["payload"]["data"]["eventAdded"]
    assert told["reports"]["nodes"] == [{"article": {"title": "four"}}]
    assert set(counts(paused).values()) == {2}


def test_the_doctor_tells_how_the_copy_is(pair, cluster, copy, monkeypatch):
    monkeypatch.setenv("DATABASE_REPLICA_URL", copy.url())
    assert "replica: 0 bytes behind" in doctor("--database", cluster.url()).output
    copy.stop()
    done = doctor("--database", cluster.url())
    assert "warning  replica: The database failed" in done.output
    assert done.exit_code == 0


def test_a_copy_that_stays_behind_is_not_asked(paused):
    wait_until(lambda: paused.client.get("/ready").json()["replica"]["status"] == "late")
    assert "seconds behind" in paused.client.get("/ready").json()["replica"]["reason"]
    assert set(counts(paused).values()) == {3}


def test_without_its_copy_the_primary_answers_until_it_is_back(pair, copy, caplog):
    write(pair.database, story("one"))
    copy.stop("immediate")
    assert ordinary(pair)["events"]["totalCount"] == 1
    assert "the primary answers" in caplog.text
    assert set(counts(pair).values()) == {1}
    found = samples(pair.client)
    assert value(found, "dateline_replica_up") == 0
    assert value(found, "dateline_replica_fallbacks_total") >= 1
    told = pair.client.get("/ready")
    assert (told.status_code, told.json()["status"], told.json()["replica"]["status"]) == (200, "ok", "away")
    copy.start()
    wait_until(lambda: pair.client.get("/ready").json()["replica"]["status"] == "ok")
    before = samples(pair.client)
    assert counts(pair).keys() == READS.keys()
    assert value(samples(pair.client), "dateline_replica_up") == 1
    assert value(before, "dateline_replica_fallbacks_total") == value(found, "dateline_replica_fallbacks_total")


def test_without_the_primary_the_copy_still_answers_and_changes_wait(pair, cluster, copy):
    write(pair.database, story("one"))
    wait_until(lambda: lag(cluster, copy) == 0)
    before = counts(pair)
    cluster.stop("immediate")
    assert counts(pair) == before
    told = pair.client.get("/ready")
    assert (told.status_code, told.json()["status"]) == (200, "read-only")
    event = pair.ask("{ events(first: 1) { nodes { id } } }")["events"]["nodes"][0]["id"]
    answer = ask(pair, CORRECT, event=event, change={"killed": {"best": 98}})
    assert answer["errors"][0]["extensions"]["code"] == "DATABASE"
    cluster.start()
    assert ask(pair, CORRECT, event=event, change={"killed": {"best": 98}})["data"]


def test_a_read_that_the_copy_takes_back_is_done_by_the_primary(pair, copy):
    reads = pair.client.app.state.database
    asked = []

    def read(connection):
        asked.append(connection.engine.url)
        if len(asked) == 1:
            connection.execute(
                text("DO $$ BEGIN RAISE EXCEPTION 'conflict with recovery' USING ERRCODE = '40001'; END $$")
            )
        return connection.execute(text("SELECT pg_is_in_recovery()")).scalar_one()

    assert reads.run(read) is False
    assert len(asked) == 2
    assert reads.run(lambda one: one.execute(text("SELECT pg_is_in_recovery()")).scalar_one()) is True


def test_only_postgresql_has_copies(tmp_path, cluster):
    database = open_database(f"sqlite:///{tmp_path}/dateline.db", create=True)
    with pytest.raises(SettingError, match="Only PostgreSQL"):
        open_replica(database, cluster.url())
    assert open_replica(database, "") is None
    database.close()
