"""GraphQL over WebSockets: what is none of the protocol, what is too much, and who may come."""

import pytest
from starlette.testclient import WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.http.exceptions import WebSocketDisconnected

PROTOCOL = "graphql-transport-ws"
WATCH = {"query": "subscription { articleAdded { id } }"}


def opened(api, **headers):
    return api.client.websocket_connect("/graphql", subprotocols=[PROTOCOL], headers=headers)


def begin(socket):
    socket.send_json({"type": "connection_init"})
    assert socket.receive_json() == {"type": "connection_ack"}


def subscribe(socket, identifier, payload):
    socket.send_json({"id": identifier, "type": "subscribe", "payload": payload})


@pytest.mark.parametrize(
    "message",
    [
        "nonsense",
        "5",
        "[]",
        "{}",
        '{"type": 5}',
        '{"type": "start"}',
        '{"id": "1", "type": "subscribe"}',
        '{"id": 1, "type": "subscribe", "payload": {"query": "{ __typename }"}}',
        '{"id": "", "type": "subscribe", "payload": {"query": "{ __typename }"}}',
        '{"id": "1", "type": "subscribe", "payload": "{ __typename }"}',
        '{"id": "1", "type": "subscribe", "payload": {"query": null}}',
        '{"id": "1", "type": "subscribe", "payload": {"query": 5}}',
        '{"id": "1", "type": "subscribe", "payload": {"query": "{ __typename }", "variables": [1]}}',
        '{"id": "1", "type": "subscribe", "payload": {"query": "{ __typename }", "operationName": 5}}',
        '{"id": "1", "type": "subscribe", "payload": {"query": "\\ud800"}}',
        "[" * 60_000,
    ],
)
def test_what_is_none_of_the_protocol_closes_the_connection(sqlite_api, message):
    with opened(sqlite_api) as socket:
        begin(socket)
        socket.send_text(message)
        with pytest.raises(WebSocketDisconnect) as caught:
            socket.receive_json()
    assert caught.value.code == 4400


def test_the_protocols_own_rules_are_kept(served):
    api = served(connection_init_seconds=0.05)
    with opened(api) as socket:
        with pytest.raises(WebSocketDisconnect) as caught:
            socket.receive_json()
        assert caught.value.code == 4408
    for messages, code in (
        ([{"id": "1", "type": "subscribe", "payload": WATCH}], 4401),
        ([{"type": "connection_init"}, {"type": "connection_init"}], 4429),
    ):
        with opened(api) as socket:
            for message in messages:
                socket.send_json(message)
            if len(messages) > 1:
                assert socket.receive_json() == {"type": "connection_ack"}
            with pytest.raises(WebSocketDisconnect) as caught:
                socket.receive_json()
        assert caught.value.code == code


def test_one_connection_has_so_many_operations_at_once(served):
    api = served(max_connection_subscriptions=2)
    with opened(api) as socket:
        begin(socket)
        for identifier in ("1", "2", "3"):
            subscribe(socket, identifier, WATCH)
        refused = socket.receive_json()
        assert (refused["id"], refused["type"]) == ("3", "error")
        assert refused["payload"][0]["message"] == "This connection has 2 operations under way already."
        socket.send_json({"id": "1", "type": "complete"})
        subscribe(socket, "4", {"query": "{ __typename }"})
        assert socket.receive_json()["payload"]["data"] == {"__typename": "Query"}
        assert socket.receive_json() == {"id": "4", "type": "complete"}


def test_a_server_has_so_many_connections_and_subscriptions_at_once(served):
    api = served(max_subscriptions=1)
    with opened(api) as socket:
        begin(socket)
        for identifier in ("1", "2"):
            subscribe(socket, identifier, WATCH)
        (error,) = socket.receive_json()["payload"]["errors"]
        assert (error["message"], error["extensions"]["code"]) == (
            "This server has 1 live subscriptions already.",
            "LIMIT",
        )
        with pytest.raises(WebSocketDenialResponse) as caught, opened(api):
            pass
        assert caught.value.status_code == 503
        assert caught.value.json()["errors"][0]["extensions"]["code"] == "LIMIT"
    with opened(api) as socket:
        begin(socket)


def test_pages_of_other_origins_may_not_connect_unless_they_are_named(served):
    api = served(cors_origins="https://news.example")
    with pytest.raises(WebSocketDisconnect) as caught, opened(api, Origin="https://evil.example"):
        pass
    assert caught.value.code == 1008
    for origin in ("https://news.example", "http://testserver"):
        with opened(api, Origin=origin) as socket:
            begin(socket)


def test_another_protocol_is_refused(sqlite_api):
    with (
        pytest.raises(WebSocketDisconnect) as caught,
        sqlite_api.client.websocket_connect("/graphql", subprotocols=["graphql-ws"]) as socket,
    ):
        socket.receive_json()
    assert caught.value.code == 4406


def test_errors_over_a_connection_have_the_one_shape_and_are_masked(api, monkeypatch, caplog):
    with opened(api) as socket:
        begin(socket)
        subscribe(socket, "1", {"query": "subscription { eventAdded(where: { mode: { nothing: 1 } }) { id } }"})
        error = socket.receive_json()["payload"][0]
        assert (error["extensions"]["code"], bool(error["extensions"]["hint"])) == ("BAD_QUERY", True)

        async def burst(function):
            raise ZeroDivisionError("secret detail")

        monkeypatch.setattr(api.database, "read", burst)
        subscribe(socket, "2", {"query": "{ eventStats(by: [DAY]) { events } }"})
        (error,) = socket.receive_json()["payload"]["errors"]
        assert (error["message"], error["extensions"]["code"]) == ("Something went wrong here.", "INTERNAL")
        assert "secret" not in str(error)
        assert error["extensions"]["requestId"] in caplog.text


def test_a_client_that_leaves_while_it_is_told_something_is_no_fault(served, monkeypatch, caplog):
    async def send_to_nobody(_socket, _message):
        raise WebSocketDisconnected

    with opened(served()) as socket:
        begin(socket)
        monkeypatch.setattr(ASGIWebSocketAdapter, "send_json", send_to_nobody)
        subscribe(socket, "1", {"query": "{ __typename }"})
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
