import gzip
import json

import pytest

JSON = {"Content-Type": "application/json"}
MODERN = "application/graphql-response+json"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"nonsense", 400),
        (b'"x"', 400),
        (b"null", 400),
        (b"5", 400),
        (b"[]", 400),
        (b'[{"query": "{ __typename }"}]', 400),
        (b"{}", 400),
        (b'{"query": null}', 400),
        (b'{"query": 5}', 400),
        (b'{"query": ["{ __typename }"]}', 400),
        (b'{"query": "{ __typename }", "variables": 5}', 400),
        (b'{"query": "{ __typename }", "variables": [1]}', 400),
        (b'{"query": "{ __typename }", "variables": "{}"}', 400),
        (b'{"query": "{ __typename }", "operationName": 5}', 400),
        (b'{"query": "{ __typename }", "operationName": "\\ud800"}', 400),
        (b'{"query": "{ __typename }", "operationName": "Other"}', 400),
        (b'{"query": "{ __typename }", "extensions": 5}', 400),
        (b'{"query": "\xff"}', 400),
        (b"[" * 100_000, 400),
        (b'{"query": "{ __typename }", "variables": {"a": ' + b"9" * 5000 + b"}}", 400),
        (b'{"query": "{ __typename }"}', 200),
        (b'{"query": "{ __typename }", "variables": null, "operationName": null, "extensions": null}', 200),
        (b'{"query": "query A { __typename } query B { __typename }", "operationName": "B"}', 200),
    ],
)
def test_bodies_are_answered_or_refused_but_never_fail(sqlite_api, body, status):
    response = sqlite_api.client.post("/graphql", content=body, headers=JSON)
    assert response.status_code == status, response.text
    answer = response.json()
    if status == 400:
        assert answer["errors"][0]["message"]
        assert answer["errors"][0]["extensions"]["code"] in ("BAD_REQUEST", "BAD_QUERY")
    else:
        assert answer["data"] == {"__typename": "Query"}


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "text/plain; x=application/json"],
)
def test_only_json_is_read(sqlite_api, content_type):
    headers = {"Content-Type": content_type} if content_type else {}
    response = sqlite_api.client.post("/graphql", content=b'{"query": "{ __typename }"}', headers=headers)
    assert response.status_code == 415
    assert "application/json" in response.json()["errors"][0]["message"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused_with_those_that_are_not(sqlite_api, method):
    response = sqlite_api.client.request(method, "/graphql", json={"query": "{ __typename }"})
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")
    assert response.json()["errors"][0]["message"]


def test_queries_by_get(sqlite_api):
    params = {"query": "query ($n: Int) { events(first: $n) { nodes { id } } }", "variables": '{"n": 1}'}
    response = sqlite_api.client.get("/graphql", params=params)
    assert (response.status_code, response.json()["data"]) == (200, {"events": {"nodes": []}})
    assert sqlite_api.client.get("/graphql").status_code == 400
    assert sqlite_api.client.get("/graphql", params={**params, "variables": "{"}).status_code == 400
    assert sqlite_api.client.get("/graphql", params={**params, "variables": "5"}).status_code == 400


@pytest.mark.parametrize(
    ("accept", "media_type", "status"),
    [
        (MODERN, MODERN, 400),
        ("application/json", "application/json", 200),
        ("*/*", "application/json", 200),
        (f"{MODERN}, application/json;q=0.9", MODERN, 400),
        (f"{MODERN};q=0.1, application/json", "application/json", 200),
    ],
)
def test_the_answer_has_the_media_type_that_is_wanted(sqlite_api, accept, media_type, status):
    for query in (
        "{ nothing }",
        "{ events {",
        "{ events(first: 99) { nodes { id reports(first: 99) { nodes { id "
        "article { text url title events(first: 99) { nodes { id } } } } } } } }",
    ):
        response = sqlite_api.client.post("/graphql", json={"query": query}, headers={"Accept": accept})
        assert (response.status_code, response.headers["content-type"].split(";")[0]) == (status, media_type)
        assert "errors" in response.json()
        assert "data" not in response.json()


def test_an_answer_that_could_run_has_status_200_even_with_errors(sqlite_api):
    body = {"query": '{ event(id: "x") { id } }'}
    response = sqlite_api.client.post("/graphql", json=body, headers={"Accept": MODERN})
    assert (response.status_code, response.json()["data"]) == (200, {"event": None})


def test_what_cannot_be_answered_in_is_refused(sqlite_api):
    response = sqlite_api.client.post("/graphql", json={"query": "{ __typename }"}, headers={"Accept": "image/png"})
    assert response.status_code == 406


def test_bodies_that_are_too_large_are_refused(sqlite_api):
    large = b'{"query": "' + b"#" * 1_000_001 + b'"}'

    def chunks():
        for start in range(0, len(large), 65536):
            yield large[start : start + 65536]

    for content in (large, chunks()):
        response = sqlite_api.client.post("/graphql", content=content, headers=JSON)
        assert response.status_code == 413


def test_requests_have_an_id(sqlite_api):
    post = sqlite_api.client.post
    own = post("/graphql", json={"query": "{ __typename }"}, headers={"X-Request-ID": "trace-1"})
    assert own.headers["x-request-id"] == "trace-1"
    for harmful in ("a b", "a" * 65, "<script>"):
        answer = post("/graphql", json={"query": "{ __typename }"}, headers={"X-Request-ID": harmful})
        assert answer.headers["x-request-id"].isalnum()


def test_answers_carry_security_headers(sqlite_api):
    for path in ("/graphql?query={__typename}", "/health", "/nothing"):
        headers = sqlite_api.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_paths_that_are_not_there_are_refused_in_the_shape_of_errors(sqlite_api):
    response = sqlite_api.client.get("/nothing")
    assert response.status_code == 404
    assert response.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/graphiql"):
        assert sqlite_api.client.get(path).status_code == 404


def test_long_answers_are_compressed_where_the_client_can(sqlite_api):
    with sqlite_api.client.stream("GET", "/graphql/schema.graphql", headers={"Accept-Encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert b"type Query" in gzip.decompress(raw)


def ask_by_socket(client, query):
    with client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        assert socket.receive_json()["type"] == "connection_ack"
        answers = []
        for number in ("1", "2"):
            socket.send_json({"id": number, "type": "subscribe", "payload": {"query": query}})
            answers.append(socket.receive_json())
            assert json.loads(socket.receive_text())["type"] == "complete"
        return answers


def test_queries_over_a_websocket_see_what_was_written_between(sqlite_api):
    from dateline.store.writing.writer import write_article
    from tests.store.stories import bombing

    first, second = ask_by_socket(sqlite_api.client, "{ events { totalCount } }")
    assert first["payload"]["data"] == second["payload"]["data"] == {"events": {"totalCount": 0}}
    with sqlite_api.database.writing() as connection:
        write_article(connection, bombing())
    (last, _) = ask_by_socket(sqlite_api.client, "{ events { totalCount } }")
    assert last["payload"]["data"] == {"events": {"totalCount": 1}}


def test_limits_hold_over_a_websocket_too(sqlite_api):
    with sqlite_api.client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        socket.receive_json()
        query = "{ events(first: 100) { nodes { reports(first: 100) { nodes { id status summary } } } } }"
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": query}})
        answer = socket.receive_json()
    assert answer["type"] == "error"
    assert answer["payload"][0]["extensions"]["code"] == "LIMIT"
