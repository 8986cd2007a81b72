"""Row 28: clients that take their time.  Their connections are closed, and others are served meanwhile."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks import processes
from benchmarks.servers import Served, running_server
from tests.hostile.clients import MODERN, SLOWEST_SECONDS, Bystander, send
from tests.rest.serving import wait_until

SECONDS = 1
"""What the server of these tests allows."""
CLIENTS = 30
BEGUN = {
    "nothing": b"",
    "half a head": b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-A: ",
    "line breaks": b"\r\n\r\n",
    "after an answer": b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /he",
}
BODIES = {
    "with a length": b"Content-Length: 1000\r\n\r\n" + b'{"query": ',
    "in chunks": b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"que\r\n',
}


@pytest.fixture(scope="module")
def strict(sqlite_template: Path) -> Iterator[Served]:
    with running_server(f"sqlite:///{sqlite_template}", max_request_seconds=SECONDS) as served:
        yield served


@pytest.fixture
def others(strict: Served) -> Iterator[Bystander]:
    """A client that is served all the time."""
    bystander = Bystander(strict.base)
    bystander.start()
    yield bystander
    bystander.stop()
    bystander.check()


def opened(stack: ExitStack, served: Served, said: bytes) -> socket.socket:
    host, _, port = urlsplit(served.base).netloc.partition(":")
    connected = stack.enter_context(socket.create_connection((host, int(port)), timeout=3 * SLOWEST_SECONDS))
    connected.sendall(said)
    return connected


def read_all(connected: socket.socket) -> bytes:
    """What comes until the server closes; it goes on sending a byte now and then, as slow clients do."""
    found = b""
    connected.settimeout(0.3)
    until = time.monotonic() + 12 * SLOWEST_SECONDS
    while time.monotonic() < until:
        try:
            piece = connected.recv(65_536)
        except TimeoutError:
            try:
                connected.sendall(b"a")
            except OSError:
                return found
            continue
        except ConnectionError:
            return found
        if not piece:
            return found
        found += piece
    raise AssertionError("the connection is still open")


@pytest.mark.parametrize("said", BEGUN.values(), ids=BEGUN)
def test_28_a_head_that_never_ends_ends_its_connection(strict, others, said):
    with ExitStack() as stack:
        clients = [opened(stack, strict, said) for _ in range(CLIENTS)]
        for connected in clients:
            read_all(connected)


@pytest.mark.parametrize("said", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("path", ["/graphql", "/v1/analyze"])
def test_28_a_body_that_never_ends_is_answered_and_ends_its_connection(strict, others, path, said):
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    with ExitStack() as stack:
        clients = [opened(stack, strict, head.encode() + said) for _ in range(CLIENTS)]
        for connected in clients:
            answer = read_all(connected)
            assert answer.startswith(b"HTTP/1.1 408")
            assert b"took too long" in answer


def test_28_an_answer_that_nobody_takes_ends_its_connection(strict, others):
    asked = b"GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100
    before = open_files(strict)
    with ExitStack() as stack:
        clients = [stack.enter_context(socket.socket()) for _ in range(5)]
        host, _, port = urlsplit(strict.base).netloc.partition(":")
        for connected in clients:
            connected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connected.connect((host, int(port)))
            connected.sendall(asked)
        wait_until(lambda: open_files(strict) >= before + len(clients))
        wait_until(lambda: open_files(strict) <= before + 2)
        whole = len(send(strict.base, "GET", "/v1/openapi.json")[1])
        assert all(len(read_all(connected)) < 100 * whole for connected in clients)


def open_files(served: Served) -> int:
    """Of the server; the other client has one or two of them."""
    return processes.open_files(served.process.pid)


def test_28_who_sends_in_time_is_answered(strict):
    status, _, _ = send(strict.base, "POST", "/graphql", b'{"query": "{ __typename }"}', MODERN)
    assert status == 200
