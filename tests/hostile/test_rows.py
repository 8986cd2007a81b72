"""Hostile input, as `docs/security.md` lists it, against a server process, while a second client is served.

Each attack is refused, or answered within its limits; nothing of the server shows, and nobody else notices.
"""

from __future__ import annotations

import json
import re
import time
from urllib.parse import quote

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.hostile.clients import MODERN, PROTOCOL, SLOWEST_SECONDS, body, send

LARGEST_ANSWER = 20_000
MOST_GROWTH = 300_000_000
"""Bytes of memory that all attacks together may leave behind."""
LEAKS = re.compile(r'Traceback|File \\?"|site-packages|sqlalchemy|psycopg|sqlite3|codec can|/etc/|SELECT ')
REFUSED = frozenset({400, 401, 403, 404, 405, 406, 413, 414, 415, 422, 429, 431})


def doubling(levels):
    fragments = "".join(f"fragment f{n} on Event {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels))
    return f"{{ events {{ nodes {{ ...f0 }} }} }} {fragments} fragment f{levels} on Event {{ id }}"


def deep(levels):
    return "{ events" + " { nodes { reports { nodes { article { events" * levels + " } } } } }" * levels + " }"


INTROSPECTION = "{ __schema { types " + "{ fields { type { fields { type " * 20 + "{ name }" + " } } } }" * 20 + " } }"
MUTATION = 'mutation { judgementWithdraw(judgement: "x", reason: "y") { __typename } }'
POSTED = {
    "1-nested-5000": body("{ node" * 5_000),
    "1-nested-100000": body("{ a" * 100_000),
    "2-nested-lists": body(deep(12)),
    "3-aliases": body("{" + " ".join(f"a{n}: events {{ totalCount }}" for n in range(10_000)) + "}"),
    "4-doubling-fragments": body(doubling(21)),
    "5-fragment-cycle": body("{ events { nodes { ...a } } } fragment a on Event { ...b } fragment b on Event { ...a }"),
    "6-directives": body("{ events " + "@include(if: true)" * 5_000 + " { totalCount } }"),
    "7-field-repeated": body("{ events { totalCount" + " totalCount" * 10_000 + " } }"),
    "8-batch": json.dumps([{"query": "{ __typename }"}] * 100).encode(),
    "9-circular-introspection": body(INTROSPECTION),
    "10-ten-megabytes": body("{ __typename }" + " " * 10_000_000),
    "11-deep-json": b'{"query": "{ __typename }", "variables": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
    "11-long-number": b'{"query": "{ __typename }", "variables": {"a": ' + b"9" * 5_000 + b"}}",
    "12-null": b"null",
    "12-number": b"5",
    "12-string": b'"x"',
    "12-variables-list": b'{"query": "{ __typename }", "variables": [1]}',
    "13-invalid-utf8": b'{"query": "{ __typename } \xff"}',
    "13-lone-surrogate": b'{"query": "{ __typename }", "operationName": "\\ud800"}',
    "13-surrogate-in-text": body('{ events(search: "\\uD800") { totalCount } }'),
    "14-nul-in-query": body("{ events \x00 { totalCount } }"),
    "16-first-negative": body("{ events(first: -1) { nodes { id } } }"),
    "16-first-million": body("{ events(first: 1000000) { nodes { id } } }"),
    "16-first-digits": body("{ events(first: " + "9" * 5_000 + ") { nodes { id } } }"),
    "16-first-2-70": body("query ($n: Int) { events(first: $n) { nodes { id } } }", n=2**70),
    "17-cursor": body('{ events(after: "//79") { nodes { id } } }'),
    "17-long-cursor": body('{ events(after: "' + "A" * 50_000 + '") { nodes { id } } }'),
    "18-order-by": body('{ events(orderBy: "id; DROP TABLE event") { nodes { id } } }'),
    "19-suggestion": body("{ evnts { totalCount } }"),
}
"""Documents that are refused; the others are below."""
ANSWERED = {
    "14-nul-in-text": body('{ events(search: "\\u0000a") { totalCount } }'),
    "14-nul-in-variable": body("query ($s: String) { events(search: $s) { totalCount } }", s="\x00a"),
    "18-injection-where": body('{ articles(where: {title: {eq: "\' OR 1=1 --"}}) { totalCount } }'),
    "18-injection-like": body('{ articles(where: {title: {contains: "%_\\\\"}}) { totalCount } }'),
    "18-injection-search": body('{ events(search: "a\\" OR b* NEAR(c) : ^") { totalCount } }'),
}
"""Documents that are harmless here: an answer or a refusal, but no failure."""
ADDRESSES = {
    "16-limit": "/v1/events?limit=-1",
    "16-limit-digits": "/v1/events?limit=" + "9" * 5_000,
    "17-cursor": "/v1/events?after=%FF%FE",
    "18-order": "/v1/events?order=" + quote("id; DROP TABLE event"),
    "26-path-out-of-static": "/static/../../pyproject.toml",
    "26-path-encoded": "/static/%2e%2e/%2e%2e/pyproject.toml",
    "26-export-name": "/v1/..%2f..%2fetc%2fpasswd.csv",
    "20-mutation-by-get": "/graphql?query=" + quote(MUTATION),
}


def attack(server, method, path, data=None, headers=None):
    started = time.monotonic()
    status, answer, _ = send(server.base, method, path, data, headers)
    assert time.monotonic() - started < SLOWEST_SECONDS
    assert len(answer) < LARGEST_ANSWER
    assert not LEAKS.search(answer.decode("utf-8", "replace"))
    return status, answer


def test_what_makes_no_sense_is_refused_while_others_are_served(server, beside):
    before = server.memory_bytes()
    for name, data in POSTED.items():
        status, answer = attack(server, "POST", "/graphql", data, MODERN)
        refused = status in REFUSED or (status == 200 and json.loads(answer).get("errors"))
        assert refused, (name, status, answer[:200])
        assert json.loads(answer)["errors"][0]["message"], name
    for name, path in ADDRESSES.items():
        status, answer = attack(server, "GET", path)
        assert status in REFUSED or status == 307, (name, status, answer[:200])
    assert server.memory_bytes() - before < MOST_GROWTH


def test_what_is_harmless_here_never_fails(server, beside):
    for name, data in ANSWERED.items():
        status, answer = attack(server, "POST", "/graphql", data, MODERN)
        assert status in (200, 400), (name, status, answer[:200])
        codes = [error["extensions"]["code"] for error in json.loads(answer).get("errors", ())]
        assert not {"INTERNAL", "DATABASE"} & set(codes), (name, answer)


@pytest.mark.parametrize("name", ["abc\r\nX-Evil: 1", "x" * 5_000, "<script>"])
def test_15_a_request_id_cannot_break_a_header(server, name):
    headers = {"X-Request-ID": name.replace("\r\n", "%0d%0a")}
    _, _, answered = send(server.base, "GET", "/health", None, headers)
    assert re.fullmatch(r"[0-9a-f]{32}", answered["x-request-id"])


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_20_a_form_of_another_page_changes_nothing(server, kind):
    headers = {"Content-Type": kind, "Origin": "https://evil.example"}
    status, _ = attack(server, "POST", "/graphql", body(MUTATION), headers)
    assert status == 415


def test_20_a_socket_of_another_page_is_refused(server):
    with (
        pytest.raises(InvalidStatus) as caught,
        connect(
            server.socket,
            origin=Origin("https://evil.example"),
            subprotocols=[PROTOCOL],
        ),
    ):
        pass
    assert caught.value.response.status_code == 403


def test_25_pages_run_no_script_but_their_own(server):
    _, _, page = send(server.base, "GET", "/graphql", None, {"Accept": "text/html"})
    policy = page["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
    _, _, data = send(server.base, "GET", "/v1/events")
    assert data["content-security-policy"].startswith("default-src 'none'")
    assert data["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in {name.lower() for name in (*page, *data)}


def test_31_a_huge_message_ends_its_socket_only(server, beside):
    address = server.base.replace("http", "ws") + "/graphql"
    with connect(address, subprotocols=[PROTOCOL]) as socket:
        socket.send(json.dumps({"type": "connection_init", "payload": {"a": "x" * 1_000_000}}))
        with pytest.raises(ConnectionClosed) as caught:
            socket.recv(timeout=10)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1009


def test_31_a_flood_of_subscriptions_on_one_socket_is_refused(server, beside):
    address = server.base.replace("http", "ws") + "/graphql"
    with connect(address, subprotocols=[PROTOCOL]) as socket:
        socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(socket.recv(timeout=10))["type"] == "connection_ack"
        for number in range(100):
            query = {"query": "subscription { eventAdded { id } }"}
            socket.send(json.dumps({"id": str(number), "type": "subscribe", "payload": query}))
        refused = json.loads(socket.recv(timeout=10))
    assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "LIMIT")
