"""JavaScript's GraphQL clients against a running server, and the public audit of GraphQL over HTTP."""

import pytest

from benchmarks.servers import running_server
from tests.clients.conftest import KEY, read_json

CLIENTS = ("graphql_request", "apollo", "urql", "graphql_ws", "graphql_sse")


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_gets_answers_errors_and_news(client_server, run_node, client):
    run_node(f"javascript/{client}.js", client_server.graphql, KEY)


@pytest.mark.parametrize("key", [(), (KEY,)], ids=["without a key", "with a key"])
def test_all_audits_of_graphql_over_http_are_ok(client_server, run_node, key):
    found = read_json(run_node("javascript/audit.js", client_server.graphql, *key))
    assert found == {"audits": 61, "ok": 61, "short": []}


def test_all_audits_are_ok_where_no_key_is_set(tmp_path, run_node):
    with running_server(f"sqlite:///{tmp_path / 'a.db'}") as served:
        found = read_json(run_node("javascript/audit.js", served.graphql))
    assert found == {"audits": 61, "ok": 61, "short": []}
