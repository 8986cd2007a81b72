"""By which names the server is asked: what a page of somebody's, resolved to this machine, cannot do."""

import pytest
from starlette.testclient import WebSocketDenialResponse

from api.hosts import allowed_hosts, host_of
from dateline.settings import Settings

QUERY = {"query": "{ __typename }"}


def named(**settings):
    return allowed_hosts(Settings(_env_file=None, **{"allowed_hosts": (), **settings}))


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000", "127.8.8.8"]
)
def test_this_machines_own_names_are_good(served, host):
    api = served(allowed_hosts=())
    assert api.client.get("/v1/events", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", ""]
)
def test_other_names_are_refused_with_the_setting_that_allows_them(served, host):
    api = served(allowed_hosts=())
    for path in ("/v1/events", "/graphql", "/", "/static/x", "/metrics"):
        assert api.client.get(path, headers={"Host": host}).status_code == 421
    assert api.client.get("/health", headers={"Host": host}).status_code == 200
    problem = api.client.get("/v1/events", headers={"Host": host})
    assert problem.headers["content-type"] == "application/problem+json"
    assert "DATELINE_ALLOWED_HOSTS" in problem.json()["hint"]
    refused = api.client.post("/graphql", json=QUERY, headers={"Host": host})
    assert refused.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


def test_a_socket_under_another_name_is_refused(served):
    api = served(allowed_hosts=())
    with pytest.raises(WebSocketDenialResponse) as caught, api.client.websocket_connect("/graphql"):
        pass
    assert caught.value.status_code == 421


def test_names_that_are_set_are_good_beside_ones_own(served):
    api = served(allowed_hosts="News.example,other.example")
    for host in ("news.example", "NEWS.EXAMPLE.:443", "other.example:80", "localhost"):
        assert api.client.post("/graphql", json=QUERY, headers={"Host": host}).status_code == 200
    assert api.client.post("/graphql", json=QUERY, headers={"Host": "third.example"}).status_code == 421


def test_elsewhere_all_names_are_good_unless_some_are_set():
    assert named(host="0.0.0.0") is None
    assert named(allowed_hosts="*") is None
    assert named(host="10.0.0.7", allowed_hosts="news.example") == {
        "news.example",
        "10.0.0.7",
        "localhost",
        "127.0.0.1",
        "::1",
    }


@pytest.mark.parametrize(
    ("header", "name"), [("a.example:80", "a.example"), ("[::1]:80", "::1"), ("[", ""), (":", ""), ("A.B.", "a.b")]
)
def test_a_header_names_a_host(header, name):
    assert host_of(header) == name
