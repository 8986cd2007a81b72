"""Servers as processes of their own, asked over kept-open connections; what they cost is read from the kernel."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson

START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A server under way."""

    name: str
    pid: int
    port: int
    path: str = "/graphql"

    def cpu_seconds(self) -> float:
        """What all its threads have used so far."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9

    def resident_mb(self) -> float:
        """Its memory."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def running(name: str, command: Sequence[str], *, core: int | None = None, path: str = "/graphql") -> Iterator[Server]:
    """A server that prints its port or its URL; RuntimeError where it does not within a minute."""
    pinned = [] if core is None or os.cpu_count() == 1 else ["taskset", "-c", str(core)]
    process = subprocess.Popen([*pinned, *command], stdout=subprocess.PIPE, text=True)
    try:
        yield Server(name, process.pid, _read_port(process), path)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _read_port(process: subprocess.Popen[str]) -> int:
    assert process.stdout
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if not select.select([process.stdout], [], [], 0.5)[0]:
            continue
        line = process.stdout.readline()
        for word in line.replace("/", " ").split():
            port = word.rpartition(":")[2]
            if port.isdecimal() and int(port) > 1023:
                return int(port)
    raise RuntimeError(f"The server did not start: {' '.join(str(part) for part in process.args)}")  # type: ignore[union-attr]


def request_bytes(server: Server, query: str, variables: dict[str, object]) -> bytes:
    """A whole HTTP request."""
    body = orjson.dumps({"query": query, "variables": variables})
    head = (
        f"POST {server.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Client:
    """One kept-open connection."""

    def __init__(self, server: Server) -> None:
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> bytes:
        """The body of an answer; RuntimeError where it is not 200."""
        self.socket.sendall(request)
        return self.read()

    def read(self) -> bytes:
        """The next answer."""
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _, body = received.partition(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n")[0]:
            raise RuntimeError(f"{head.decode()} {body[:500].decode()}")
        lowered = head.lower()
        if b"content-length:" in lowered:
            length = int(lowered.partition(b"content-length:")[2].split(b"\r\n")[0])
            while len(body) < length:
                body += self._more()
            return body
        while not body.endswith(b"0\r\n\r\n"):
            body += self._more()
        return body

    def _more(self) -> bytes:
        received = self.socket.recv(1 << 18)
        if not received:
            raise RuntimeError("The server closed the connection.")
        return received


def requests_per_second(server: Server, requests: Sequence[bytes], connections: int, seconds: float) -> float:
    """How many are answered with so many connections that ask without a pause."""
    started = time.monotonic()
    answered = answered_requests(server, requests, connections, seconds)
    return answered / (time.monotonic() - started)


def answered_requests(server: Server, requests: Sequence[bytes], connections: int, seconds: float) -> int:
    """Asks for so long with so many connections, each without a pause, and waits for the last answers."""
    clients = {client.socket.fileno(): client for client in (Client(server) for _ in range(connections))}
    poller, sent, answered = select.poll(), 0, 0
    for number, client in clients.items():
        poller.register(number, select.POLLIN)
        client.socket.sendall(requests[sent % len(requests)])
        sent += 1
    end = time.monotonic() + seconds
    while answered < sent:
        for number, _ in poller.poll(1000):
            clients[number].read()
            answered += 1
            if time.monotonic() < end:
                clients[number].socket.sendall(requests[sent % len(requests)])
                sent += 1
    for client in clients.values():
        client.socket.close()
    return answered


def python(module: str, *arguments: str) -> list[str]:
    """The command that runs a module with this interpreter."""
    return [sys.executable, "-m", module, *arguments]
