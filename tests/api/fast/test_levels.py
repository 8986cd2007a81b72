"""On PostgreSQL the lists of one level are asked in one pipeline, and clients never meet a connection that is lost."""

import pytest
from sqlalchemy import text

from api.graphql.view import WAY
from api.requests import Way
from tests.api.conftest import serve
from tests.store.world import make_world

AROUND = """{ events(first: 3) { totalCount nodes {
  participants { role } reports(first: 3) { nodes { article { quotes(first: 5) { nodes { text } } } } } } } }"""


@pytest.fixture(scope="module")
def api(request, tmp_path_factory):
    yield from serve(make_world(request, tmp_path_factory, "postgresql"))


def test_each_level_is_one_pipeline(api, sent_pipelines):
    assert api.ask(AROUND)["events"]["nodes"]
    assert sent_pipelines == [2, 2, 1]


def test_fields_of_the_root_are_one_level(api, sent_pipelines):
    found = api.ask("{ a: events(first: 1) { nodes { id } } b: actors(first: 1) { nodes { id } } c: __typename }")
    assert found["c"] == "Query"
    assert sent_pipelines == [2]


def test_a_lost_connection_is_not_met(api):
    def way():
        response = api.client.post("/graphql", json={"query": AROUND})
        assert "errors" not in response.json()
        return response.headers[WAY]

    assert way() == Way.FAST
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    with api.database.reading() as connection:
        assert connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")).all()
    assert way() == Way.ORDINARY
    assert way() == Way.FAST
