"""A server that is killed, or whose database is: what was answered is stored, nothing is half there, it goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event, select

from api.graphql.negotiation import GRAPHQL_RESPONSE
from benchmarks.processes import family
from benchmarks.servers import running_server
from benchmarks.visitors import KEY, Visitors
from dateline.store.integrity import check_invariants
from dateline.store.keeping import sqlite_files
from dateline.store.keeping.database import open_database
from schema.tables import ARTICLE
from tests.api.conftest import serve
from tests.api.test_corrections import CORRECT, KEYS, ask
from tests.api.test_watching import EVENTS as WATCH
from tests.api.test_watching import story, write
from tests.rest.serving import wait_until

COUNT = "{ events { totalCount } }"
RETRY = "5"
WITHDRAW = """mutation {
  judgementWithdraw(judgement: "jud_aaaaaaaaaaaaaaaaaaaaaaaaaa", reason: "x") { judgement { id } }
}"""


def test_a_server_killed_under_load_leaves_a_whole_store_and_no_process(database, database_url):
    write(database, story("one"))
    with running_server(database_url, api_keys=KEY) as served, Visitors(served) as visitors:
        visitors.begin(1)
        wait_until(lambda: len(visitors.sent) > 2 and any(visit.kind == "export" for visit in visitors.visits), 60)
        assert visitors.errors == []
        processes = list(family(served.process.pid))
        served.process.kill()
        served.process.wait()
        sent = set(visitors.sent)
    assert database.run(check_invariants) == []
    assert sent <= set(database.run(lambda one: one.execute(select(ARTICLE.c.id)).scalars().all()))
    wait_until(lambda: not any(_is_running(path) for path in processes), 60)
    with running_server(database_url, api_keys=KEY) as served, Visitors(served) as visitors:
        visitors.begin(1)
        visitors.stop_asking()
        visitors.wait_for_news(30)
        assert visitors.errors == []


def _is_running(process: Path) -> bool:
    try:
        return " Z " not in (process / "stat").read_text()
    except OSError:
        return False


@pytest.fixture
def api(cluster):
    """The application over a PostgreSQL server that may be stopped."""
    open_database(cluster.url(), create=True).close()
    yield from serve(cluster.url(), api_keys=KEYS)
    if not cluster.is_running:
        cluster.start()


def test_a_server_whose_postgresql_stops_says_so_and_recovers_by_itself(api, cluster):
    write(api.database, story("one"))
    event = api.ask("{ events { nodes { id } } }")["events"]["nodes"][0]["id"]
    with api.client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        assert socket.receive_json()["type"] == "connection_ack"
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": WATCH}})
        live = api.client.app.state.live
        wait_until(lambda: live._thread is not None and live._thread._begun.done(), 60)
        cluster.stop("immediate")
        refused(api, event)
        cluster.start()
        assert api.ask(COUNT) == {"events": {"totalCount": 1}}
        assert api.client.get("/v1/events").json()["data"][0]["id"] == event
        assert len(api.client.get("/v1/events.ndjson").text.splitlines()) == 1
        assert api.client.get("/ready").status_code == 200
        assert ask(api, CORRECT, event=event, change={"killed": {"best": 99}})["data"]["eventCorrect"]["judgements"]
        write(api.database, story("two"))
        news = socket.receive_json()["payload"]["data"]["eventAdded"]
    assert news["reports"]["nodes"][0]["article"]["title"] == "two"
    assert api.database.run(check_invariants) == []


def refused(api, event):
    """What is answered while the database is away: 503 and when to come back, where a status can say so."""
    answer = api.client.post("/graphql", json={"query": COUNT}, headers={"Accept": GRAPHQL_RESPONSE})
    assert (answer.status_code, answer.headers.get("Retry-After")) == (503, RETRY)
    assert api.refuse(COUNT)["extensions"]["code"] == "DATABASE"
    change = ask(api, CORRECT, event=event, change={"killed": {"best": 99}})
    assert change["errors"][0]["extensions"]["code"] == "DATABASE"
    for path in ("/v1/events", f"/v1/events/{event}", "/v1/stats?by=TYPE", "/v1/events.ndjson", "/v1/search?search=a"):
        answer = api.client.get(path)
        assert (answer.status_code, answer.headers.get("Retry-After")) == (503, RETRY), path
        assert answer.json()["code"] == "DATABASE"
    ready = api.client.get("/ready")
    assert (ready.status_code, ready.json()["status"]) == (503, "unavailable")
    assert api.client.get("/health").status_code == 200


def test_ready_says_no_where_the_file_is_gone_and_read_only_where_the_disk_is_full(served, monkeypatch, tmp_path):
    api = served(api_keys="ana:0123456789abcdef")
    assert api.client.get("/ready").json()["status"] == "ok"
    path = tmp_path / "dateline.db"
    path.rename(tmp_path / "moved.db")
    gone = api.client.get("/ready")
    assert (gone.status_code, gone.json()["reason"]) == (503, "The database's file was moved away or replaced.")
    api.headers = {"Authorization": "Bearer 0123456789abcdef"}
    withdraw = (
        'mutation { judgementWithdraw(judgement: "jud_aaaaaaaaaaaaaaaaaaaaaaaaaa", reason: "x") { judgement { id } } }'
    )
    error = api.refuse(withdraw)
    assert (error["message"], error["extensions"]["code"]) == (gone.json()["reason"], "DATABASE")
    (tmp_path / "moved.db").rename(path)
    assert api.client.get("/ready").json()["status"] == "ok"

    monkeypatch.setattr(sqlite_files, "LEAST_FREE_BYTES", 1 << 60)
    full = api.client.get("/ready")
    assert (full.status_code, full.json()["status"]) == (200, "read-only")
    assert full.json()["reason"] == "The disk of the database is full: nothing can be stored."


def test_a_mutation_that_finds_the_disk_full_is_told_so(served, monkeypatch):
    api = served(api_keys="ana:0123456789abcdef")
    api.headers = {"Authorization": "Bearer 0123456789abcdef"}

    def fill(connection):
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("CREATE TABLE much AS SELECT randomblob(100000) AS x")

    event.listen(api.database.engine, "begin", fill)
    error = api.refuse(
        'mutation { judgementWithdraw(judgement: "jud_aaaaaaaaaaaaaaaaaaaaaaaaaa", reason: "x") { judgement { id } } }'
    )
    assert error["message"] == "The disk of the database is full: nothing can be stored."
    assert api.client.get("/ready").json()["status"] == "read-only"
