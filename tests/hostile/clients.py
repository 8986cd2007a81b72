"""What hostile clients and the others send, on connections of their own."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from websockets.typing import Subprotocol

PROTOCOL = Subprotocol("graphql-transport-ws")
MODERN = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
SLOWEST_SECONDS = 5.0
"""For any attack, and for anybody beside it: hundreds of times what it takes on a free machine, far below a hang."""


def body(query: str, **variables: object) -> bytes:
    """A GraphQL request."""
    return json.dumps({"query": query, "variables": variables}).encode()


SMALL = body("{ events(first: 2) { nodes { id } } }")


def send(
    base: str, method: str, path: str, data: bytes | None = None, headers: Mapping[str, str] | None = None
) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers of the answer."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=20)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in {"Content-Length": str(len(data or b"")), **(headers or {})}.items():
            connection.putheader(name, value)
        connection.endheaders()
        with suppress(BrokenPipeError, ConnectionResetError):  # it was refused before it was all there
            connection.send(data or b"")
        answer = connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        connection.close()


class Bystander(threading.Thread):
    """A second client that asks something small over and over."""

    def __init__(self, base: str) -> None:
        super().__init__(daemon=True)
        self._base = base
        self._over = threading.Event()
        self.answers: list[tuple[int, float]] = []

    def run(self) -> None:
        while not self._over.is_set():
            started = time.monotonic()
            status, _, _ = send(self._base, "POST", "/graphql", SMALL, MODERN)
            self.answers.append((status, time.monotonic() - started))
            self._over.wait(0.02)

    def stop(self) -> None:
        self._over.set()
        self.join(10)

    def check(self) -> None:
        """It was served all the time."""
        assert self.answers
        assert {status for status, _ in self.answers} == {200}
        assert max(seconds for _, seconds in self.answers) < SLOWEST_SECONDS
