"""What one client may have in a while."""

import json
from typing import Any

import pytest
from fakeredis import FakeAsyncRedisConnection, FakeServer
from limits import parse
from limits.aio.storage import RedisStorage
from redis.asyncio import ConnectionPool
from starlette.testclient import WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from api.keys import Caller
from api.rates import (
    BYTES_A_UNIT,
    FILE_PRICE,
    FREE_BYTES,
    HOLD_SECONDS,
    REFUSED_PRICE,
    ROW_PRICE,
    WRONG_KEY_PRICE,
    Rates,
    client_of,
    parse_rates,
    price_of,
    standing_of,
)
from dateline.store.bookkeeping.keys import make_key
from dateline.store.reading.pages import DEFAULT_SIZE
from schema.errors import SettingError
from schema.scopes import Scope

SMALL = {"query": "{ events(first: 1) { nodes { id } } }"}
LARGE = {"query": "{ events(first: 50) { nodes { id type status } } }"}


def left(answer):
    return int(answer.headers["ratelimit"].split(";")[1].removeprefix("r="))


@pytest.mark.parametrize(
    ("passed", "now", "last", "left", "seconds"),
    [
        (0, 0, 0, 100, 60),
        (15, 10, 0, 90, 105),
        (15, 0, 100, 25, 45),
        (30, 50, 100, 0, 90),
        (30, 60, 100, -10, 6),
        (45, 110, 0, -10, 21),
        (45, 400, 0, -300, 60),
        (45, 400, 100, -325, 60),
    ],
)
def test_what_was_had_comes_back_little_by_little(passed, now, last, left, seconds):
    standing = standing_of(100, 60, passed, now, last)
    assert (standing.left, standing.seconds) == (left, seconds)
    if left < 0:
        later = passed + seconds
        again = standing_of(100, 60, later, now, last) if later < 60 else standing_of(100, 60, later - 60, 0, now)
        assert again.left >= 0


async def test_the_windows_of_a_client_follow_each_other(monkeypatch):
    moment = 1_000_000.0
    monkeypatch.setattr("api.rates.time.time", lambda: moment)
    rates = parse_rates("100/minute", "memory://", is_own=False)
    assert rates
    had = [(await rates.charge("a", 60)).left, (await rates.charge("a", 60)).left, (await rates.charge("b", 10)).left]
    assert had == [40, -20, 90]
    lefts = []
    for _ in range(13):
        moment += 10
        lefts.append((await rates.charge("a", 0)).left)
    assert lefts == sorted(lefts)
    assert lefts[-1] == 100
    assert len(set(lefts)) > 5


def test_an_operation_is_charged_its_price(served):
    api = served(rate="100000/minute")
    answers = [api.client.post("/graphql", json=query) for query in (SMALL, LARGE)]
    prices = [answer.json()["extensions"]["cost"]["price"] for answer in answers]
    assert prices[1] > prices[0] > 1
    assert [left(answer) for answer in answers] == [100_000 - prices[0], 100_000 - sum(prices)]
    assert answers[0].headers["ratelimit-policy"] == '"price";q=100000;w=60'


def test_who_asked_for_too_much_waits(served):
    api = served(rate="10/hour")
    assert api.client.post("/graphql", json=LARGE).status_code == 200
    refused = api.client.post("/graphql", json=SMALL)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) < 2 * 3600
    assert left(refused) == 0
    assert refused.json()["errors"][0]["extensions"]["code"] == "LIMIT"
    problem = api.client.get("/v1/events")
    assert (problem.status_code, problem.headers["content-type"]) == (429, "application/problem+json")
    assert api.client.get("/health").status_code == 200
    assert api.client.get("/v1").status_code == 200


def test_each_key_is_counted_by_itself(served):
    api = served(rate="10/hour")
    with api.database.writing() as connection:
        keys = [make_key(connection, "ana", [Scope.READ]) for _ in range(2)]
    headers = [{"Authorization": f"Bearer {key}"} for key in keys]
    assert api.client.post("/graphql", json=LARGE, headers=headers[0]).status_code == 200
    assert api.client.post("/graphql", json=SMALL, headers=headers[0]).status_code == 429
    assert api.client.post("/graphql", json=SMALL, headers=headers[1]).status_code == 200
    assert api.client.post("/graphql", json=SMALL).status_code == 200


def test_who_tries_keys_waits_and_good_keys_are_still_taken(served):
    api = served(rate=f"{3 * WRONG_KEY_PRICE}/hour")
    with api.database.writing() as connection:
        good = {"Authorization": f"Bearer {make_key(connection, 'ana', [Scope.READ])}"}
    wrong = {"Authorization": "Bearer nonsense"}
    statuses = [api.client.post("/graphql", json=SMALL, headers=wrong).status_code for _ in range(5)]
    assert statuses == [401, 401, 401, 429, 429]
    refused = api.client.get("/v1/events", headers=wrong)
    assert (refused.status_code, refused.json()["code"]) == (429, "LIMIT")
    assert int(refused.headers["retry-after"]) > 0
    assert api.client.post("/graphql", json=SMALL, headers=good).status_code == 200
    with pytest.raises(WebSocketDenialResponse) as caught, api.client.websocket_connect("/graphql", headers=wrong):
        pass
    assert caught.value.status_code == 429


def test_keys_that_are_tried_in_a_sockets_first_message_are_counted(served):
    api = served(rate=f"{2 * WRONG_KEY_PRICE}/hour")
    for _ in range(3):
        with api.client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
            socket.send_json({"type": "connection_init", "payload": {"authorization": "Bearer nonsense"}})
            with pytest.raises(WebSocketDisconnect):
                socket.receive_json()
    assert api.client.post("/graphql", json=SMALL).status_code == 429


@pytest.mark.parametrize(
    ("body", "accept"),
    [({"query": "{ nothing }"}, "application/json"), ({"query": 5}, "*/*"), ({"query": "{"}, "application/json")],
)
def test_what_is_refused_costs_more_than_it_asks_for(served, body, accept):
    api = served(rate="100000/hour")
    answer = api.client.post("/graphql", json=body, headers={"Accept": accept})
    assert left(answer) == 100_000 - REFUSED_PRICE
    listed = DEFAULT_SIZE * ROW_PRICE
    assert left(api.client.get("/v1/events?limit=x")) == 100_000 - 2 * REFUSED_PRICE - listed + 1


async def test_who_has_to_wait_is_held_unless_too_many_are(monkeypatch):
    waited = []

    async def sleep(seconds):
        waited.append(seconds)

    monkeypatch.setattr("api.rates.asyncio.sleep", sleep)
    rates = parse_rates("1/hour", "memory://", is_own=False)
    assert rates
    await rates.hold()
    monkeypatch.setattr("api.rates.MOST_HELD", 0)
    await rates.hold()
    assert waited == [HOLD_SECONDS]


def chunks_of(body):
    yield from (body[start : start + 50_000] for start in range(0, len(body), 50_000))


@pytest.mark.parametrize("sent", [bytes, chunks_of])
def test_a_long_body_costs_what_it_is_long_and_a_usual_one_nothing(served, sent):
    api = served(rate="100000/minute")
    prices = []
    for length in (FREE_BYTES, FREE_BYTES + 1_000 * BYTES_A_UNIT):
        body = json.dumps(SMALL).encode().ljust(length)
        before = left(api.client.post("/graphql", json=SMALL))
        answer = api.client.post("/graphql", content=sent(body), headers={"Content-Type": "application/json"})
        assert answer.status_code == 200
        prices.append(before - left(answer))
    assert prices[1] - prices[0] == 1_000


def test_operations_of_a_socket_are_counted(served):
    api = served(rate="250/hour")
    with api.client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        assert socket.receive_json()["type"] == "connection_ack"
        kinds = []
        for number in range(2):
            socket.send_json({"id": str(number), "type": "subscribe", "payload": SMALL})
            kinds.append(socket.receive_json()["type"])
            if kinds[-1] == "next":
                assert socket.receive_json()["type"] == "complete"
    assert kinds == ["next", "error"]


def test_on_this_machines_own_address_nothing_is_limited_unless_set(sqlite_api):
    assert "ratelimit" not in sqlite_api.client.post("/graphql", json=SMALL).headers


async def test_several_processes_count_together_in_redis():
    server = FakeServer()
    one, other = (Rates(parse("100/minute"), storage_in(server)) for _ in range(2))
    assert (await one.charge("host:a", 60)).left == 40
    assert (await other.charge("host:a", 60)).left == -20
    assert (await other.charge("host:b", 60)).left == 40


def storage_in(server):
    """As `parse_rates` makes it, over connections to a Redis of the test's own."""
    pool: Any = ConnectionPool(connection_class=FakeAsyncRedisConnection, server=server)
    return RedisStorage("redis://127.0.0.1:6379", wrap_exceptions=True, implementation="redispy", connection_pool=pool)


async def test_where_the_counts_cannot_be_had_everybody_is_served(caplog):
    rates = parse_rates("100/minute", "redis://127.0.0.1:1", is_own=True)
    assert rates is not None
    assert (await rates.charge("host:a", 60)).left == 100
    assert "cannot be had" in caplog.text


@pytest.mark.parametrize(("rate", "storage"), [("often", "memory://"), ("5/minute", "nonsense://"), ("5/minute", "")])
def test_what_is_no_rate_is_refused(rate, storage):
    with pytest.raises(SettingError):
        parse_rates(rate, storage, is_own=False)


def test_others_are_limited_unless_that_is_decided():
    assert parse_rates("", "memory://", is_own=False) is not None
    assert parse_rates("none", "memory://", is_own=False) is None
    assert parse_rates("", "memory://", is_own=True) is None


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "host:192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "host:2001:db8:1:2::/64"),
        ("testclient", "host:testclient"),
    ],
)
def test_a_client_is_an_address_or_a_network(host, client):
    assert client_of({"client": (host, 1)}, Caller(frozenset())) == client


@pytest.mark.parametrize(
    ("path", "query", "price"),
    [
        ("/graphql", {}, 1),
        ("/v1/events", {}, 400),
        ("/v1/events", {"limit": ["100"]}, 2_000),
        ("/v1/events", {"limit": ["9" * 5_000]}, 400),
        ("/v1/events.csv", {}, 20_000),
        ("/v1/analyze", {}, 2_000),
    ],
)
def test_the_price_of_a_request(path, query, price):
    assert price_of(path, query) == price


def test_a_file_costs_the_same_however_it_is_asked_for(served):
    api = served(rate="100000/minute")
    asked = [("/v1/events.csv", {}), ("/v1/events", {"Accept": "text/csv"}), ("/v1/events", {})]
    prices = []
    for path, headers in asked:
        before = left(api.client.get("/v1/events?limit=1"))
        answer = api.client.get(path, headers=headers)
        assert answer.status_code == 200
        prices.append(before - left(answer))
    assert prices[0] == FILE_PRICE
    assert FILE_PRICE <= prices[1] <= 1.1 * FILE_PRICE
    assert prices[2] < FILE_PRICE / 10
