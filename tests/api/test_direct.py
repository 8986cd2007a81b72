"""What is answered where a request's bytes arrive is what the layers answer, on connections that behave as ever."""

from __future__ import annotations

import gzip
import json
import socket
import threading
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
import uvicorn

from api.app import create_app
from api.connections import PatientProtocol
from dateline.settings import Settings
from dateline.store import open_database
from dateline.store.bookkeeping.keys import make_key
from schema.scopes import Scope
from tests.api.conftest import counts_in
from tests.rest.serving import wait_until
from tests.store.world import make_world

QUERY = "query Some($first: Int) { events(first: $first) { nodes { id summary } } }"
HEAD = {"Host": "localhost", "Content-Type": "application/json", "Accept": "application/json"}
KEEP_ALIVE = 1


class Running:
    """The application behind `PatientProtocol`, and how many requests were answered directly."""

    def __init__(self, app):
        self.app, self.port, self.direct, self.received = app, 0, 0, 0
        self.last: Any = None
        """The connection on which bytes came last."""
        answer = app.state.direct.answer

        def counted(*arguments):
            parts = answer(*arguments)
            self.direct += parts is not None
            return parts

        app.state.direct.answer = counted

    def protocol(self, **given):
        """A connection that counts how often bytes came."""
        running = self

        class Counting(PatientProtocol):
            def data_received(self, data):
                super().data_received(data)
                running.last = self
                running.received += 1

        return Counting(seconds=20, direct=self.app.state.direct, **given)

    def send(self, connection, *pieces):
        """Sends the pieces, each when the one before it has been taken in."""
        for piece in pieces:
            before = self.received
            connection.sendall(piece)
            wait_until(partial(self.has_received_more, before))

    def has_received_more(self, before):
        return self.received > before

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)


@contextmanager
def running(url, **settings):
    made = Running(create_app(Settings(database_url=url, **settings), open_database(url)))
    config = uvicorn.Config(
        made.app,
        port=0,
        http=made.protocol,  # type: ignore[arg-type]
        log_config=None,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    made.port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.should_exit = True
        thread.join(30)


@pytest.fixture(scope="module")
def world_url(request, tmp_path_factory):
    return make_world(request, tmp_path_factory, "sqlite")


@pytest.fixture
def run(world_url):
    """`run(rate="9/hour")`: such an application."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(running(world_url, **settings))


def request_bytes(body=None, head=None, query=QUERY, **variables):
    content = json.dumps({"query": query, "variables": variables}).encode() if body is None else body
    lines = {**HEAD, "Content-Length": str(len(content)), **(head or {})}
    return (
        b"POST /graphql HTTP/1.1\r\n" + b"".join(f"{k}: {v}\r\n".encode() for k, v in lines.items()) + b"\r\n" + content
    )


def read(connection, rest=b""):
    """Status, headers and body of the next answer, and what came after it."""
    received = rest
    while b"\r\n\r\n" not in received:
        more = connection.recv(65_536)
        assert more, received
        received += more
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65_536)
    length = int(headers.get("content-length", 0))
    return int(first.split()[1]), headers, body[:length], body[length:]


def ask(connection, *, asked=None, **given):
    connection.sendall(asked or request_bytes(**given))
    status, headers, body, rest = read(connection)
    assert rest == b""
    return status, headers, body


def known(app, **given):
    """The query was asked before, so that it is compiled."""
    with app.connect() as connection:
        assert ask(connection, **given)[0] == 200
    app.direct = 0


def without(headers, *names):
    return {name: value for name, value in headers.items() if name not in ("x-request-id", "date", *names)}


@pytest.mark.parametrize("settings", [{}, {"rate": "1000000/minute"}], ids=str)
@pytest.mark.parametrize(
    "head",
    [
        {},
        {"Accept": "application/graphql-response+json"},
        {"Accept-Encoding": "gzip"},
        {"Accept-Encoding": "identity"},
        {"User-Agent": "x", "Cookie": "a=b", "Connection": "keep-alive"},
    ],
    ids=str,
)
@pytest.mark.parametrize("first", [1, 30])
def test_an_answer_and_its_headers_are_those_of_the_layers(run, settings, head, first):
    app = run(**settings)
    known(app, first=first)
    with app.connect() as connection:
        status, headers, body = ask(connection, first=first, head=head)
        assert app.direct == 1
        layered = ask(connection, first=first, head={**head, "X-Dateline-Way": "fast"})
    assert app.direct == 1
    assert (status, without(headers, "ratelimit")) == (layered[0], without(layered[1], "ratelimit"))
    assert body == layered[2]
    if "ratelimit" in headers:
        assert int(headers["ratelimit"].split("r=")[1].split(";")[0]) > int(
            layered[1]["ratelimit"].split("r=")[1].split(";")[0]
        )
    content = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
    assert len(json.loads(content)["data"]["events"]["nodes"]) == first
    assert len(headers["x-request-id"]) == 32


UNUSUAL = [
    ({"head": {"X-Dateline-Way": "ordinary"}}, 200),
    ({"head": {"X-Request-ID": "mine"}}, 200),
    ({"head": {"X-Forwarded-For": "10.0.0.1"}}, 200),
    ({"head": {"Authorization": "Bearer wrong-wrong-wrong-wrong"}}, 401),
    ({"head": {"Host": "elsewhere.example"}}, 421),
    ({"head": {"Accept": "image/png"}}, 406),
    ({"head": {"Content-Type": "text/plain"}}, 415),
    ({"head": {"Content-Encoding": "gzip"}}, 415),
    ({"body": b"{"}, 400),
    ({"query": "{ nonsense }"}, 200),
    ({"query": "{ a: __typename }"}, 200),
    ({"query": "mutation { nonsense }"}, 200),
]


@pytest.mark.parametrize(("given", "status"), UNUSUAL, ids=str)
def test_what_is_out_of_the_ordinary_takes_the_usual_way_and_the_connection_goes_on(run, given, status):
    app = run()
    known(app, first=1)
    with app.connect() as connection:
        assert ask(connection, first=1)[0] == 200
        assert ask(connection, **given)[0] == status
        assert app.direct == 1
        assert ask(connection, first=1)[0] == 200
        assert app.direct == 2


def test_requests_in_pieces_and_several_at_once_are_all_answered(run):
    app = run()
    known(app, first=1)
    one = request_bytes(first=1)
    half = one.index(b"\r\n\r\n") + 4
    with app.connect() as connection:
        for cut in (1, 5, half - 2, half + 3, len(one) - 1):
            app.send(connection, one[:cut], one[cut:])
            assert read(connection)[0] == 200
        assert app.direct == 0
        connection.sendall(one + one + one)
        rest = b""
        for _ in range(3):
            status, _, body, rest = read(connection, rest)
            assert (status, "errors" in json.loads(body)) == (200, False)
        assert (app.direct, rest) == (0, b"")
        assert ask(connection, asked=one)[0] == 200
        assert app.direct == 1


def test_a_body_that_follows_its_head_is_waited_for_a_moment(run, monkeypatch):
    app = run()
    known(app, first=1)
    one = request_bytes(first=1)
    half = one.index(b"\r\n\r\n") + 4
    with app.connect() as connection:
        assert ask(connection, asked=one)[0] == 200
        monkeypatch.setattr("api.connections.HELD_SECONDS", 20)
        for cuts in ([half], [half, half + 5], [half]):
            before = app.direct
            app.send(connection, *(one[start:end] for start, end in pairwise([0, *cuts, len(one)])))
            assert read(connection)[0] == 200
            assert app.direct - before == (len(cuts) == 1)
        monkeypatch.setattr("api.connections.HELD_SECONDS", 0.001)
        before = app.direct
        app.send(connection, one[:half])
        wait_until(lambda: not app.last._held)
        app.send(connection, one[half:])
        assert read(connection)[0] == 200
        assert ask(connection, asked=one)[0] == 200
        assert app.direct == before + 1
    monkeypatch.setattr("api.connections.HELD_SECONDS", 20)
    with app.connect() as connection:
        app.send(connection, one[:half])
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""


def test_a_head_that_says_less_or_more_than_there_is_takes_the_usual_way(run):
    app = run()
    known(app, first=1)
    content = json.dumps({"query": QUERY, "variables": {"first": 1}}).encode()
    with app.connect() as connection:
        app.send(connection, request_bytes(body=content, head={"Content-Length": str(len(content) + 1)}), b" ")
        assert read(connection)[0] == 200
    with app.connect() as connection:
        connection.sendall(request_bytes(body=content, head={"Content-Length": str(len(content) - 1)}))
        assert read(connection)[0] == 400
    assert app.direct == 0


@pytest.mark.parametrize(
    "head",
    [
        {"Connection": "close"},
        {"Connection": "keep-alive, Upgrade", "Upgrade": "h2c"},
        {"Transfer-Encoding": "chunked"},
        {"Content-Length": "x"},
        {"Content-Length": "-1"},
        {"Expect": "100-continue"},
        {"Bad Name": "x"},
    ],
    ids=str,
)
def test_heads_that_change_how_a_request_is_taken_in_are_left_to_the_server(run, head):
    app = run()
    known(app, first=1)
    for _ in range(2):
        with app.connect() as connection:
            connection.sendall(request_bytes(first=1, head=head))
            read(connection)
    assert app.direct == 0


def test_a_connection_on_which_nothing_follows_is_closed(run):
    app = run()
    known(app, first=1)
    with app.connect() as connection:
        assert ask(connection, first=1)[0] == 200
        assert app.direct == 1
        assert connection.recv(1) == b""


class Clock:
    """The loop of a connection, as far as it tells the time; what it is to call later is noted."""

    now = 100.0

    def __init__(self):
        self.later = []

    def time(self):
        return self.now

    def call_later(self, seconds, _call):
        self.later.append(seconds)


class Transport:
    """What a connection is closed by."""

    is_closed = False

    def is_closing(self):
        return self.is_closed

    def close(self):
        self.is_closed = True

    def get_write_buffer_size(self):
        return 0


def test_a_connection_on_which_something_was_answered_meanwhile_stays_open():
    connection: Any = PatientProtocol.__new__(PatientProtocol)
    connection.loop, connection.transport = clock, transport = Clock(), Transport()
    connection.timeout_keep_alive, connection._answered = 5, 98.0
    connection.timeout_keep_alive_handler()
    assert (clock.later, transport.is_closed) == ([3.0], False)
    clock.now = 103.5
    connection.timeout_keep_alive_handler()
    assert (clock.later, transport.is_closed) == ([3.0], True)


def test_whatever_fails_inside_goes_the_usual_way(run, monkeypatch):
    app = run()
    known(app, first=1)

    def fail(*_):
        raise RuntimeError("made up")

    monkeypatch.setattr(app.app.state.direct, "_charge", fail)
    with app.connect() as connection:
        for _ in range(2):
            status, headers, body = ask(connection, first=1)
            assert (status, headers["x-dateline-way"], "errors" in json.loads(body)) == (200, "fast", False)
    assert app.direct == 0


def test_keys_are_looked_up_once_and_wrong_ones_refused(run):
    app = run(open_scopes=())
    with app.app.state.database.writing() as connection:
        key = make_key(connection, "ana", [Scope.READ])
    head = {"Authorization": f"Bearer {key}"}
    known(app, first=1, head=head)
    with app.connect() as connection:
        assert ask(connection, first=1, head=head)[0] == 200
        assert app.direct == 1
        assert ask(connection, first=1)[0] == 401
        assert ask(connection, first=1, head={"Authorization": f"Bearer {key[:-1]}x"})[0] == 401
        assert app.direct == 1


def test_who_asks_for_too_much_has_to_wait_at_the_same_point_as_ever(run):
    app = run(rate="400/hour")
    price = 1
    with app.connect() as connection:
        statuses = []
        for _ in range(40):
            status, headers, body = ask(connection, first=40)
            statuses.append(status)
            if status == 429:
                break
            price = json.loads(body)["extensions"]["cost"]["price"]
        assert headers["retry-after"]
    assert app.direct > 1
    assert len(statuses) - 1 == -(-400 // price)


def test_what_is_answered_directly_is_counted(run):
    app = run()
    known(app, first=1)
    with app.connect() as connection:
        for _ in range(3):
            ask(connection, first=1)
        connection.sendall(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
        page = read(connection)[2].decode()
    found = counts_in(page)
    assert found["dateline_requests_total", "POST", "/graphql", "200"] == 4
    assert found["dateline_operations_total", "fast"] == 4
    assert found["dateline_request_seconds_count", "/graphql"] == 4
