"""Those who use a server at once: they read, send articles, watch, take everything out, and note how long it took."""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from websockets import Subprotocol
from websockets.sync.client import ClientConnection, connect

from api.graphql.view import WAY
from api.requests import Way
from benchmarks.servers import Served
from benchmarks.variations import make_articles

KEY = "soak:0123456789abcdef"
HEADERS = {"Authorization": f"Bearer {KEY.partition(':')[2]}"}
TIMEOUT = 120.0
PROTOCOL = Subprotocol("graphql-transport-ws")
LISTS = """query Lists($first: Int!, $least: Int!) {
  events(first: $first, where: { killed: { gte: $least } }) {
    totalCount
    nodes { id type when { earliest } location { name } reports(first: 2) { nodes { article { title } } } }
  }
  actors(first: $first) { nodes { name kind } }
}"""
SEND = """mutation Send($article: ArticleInput!) {
  articleIngest(article: $article, reason: "A soak.") { outcome article { id events { nodes { id } } } }
}"""
WATCH = "subscription { articleAdded { id title events { nodes { type } } } }"
YARDSTICK = "yardstick"
"""A kind of visit that asks nothing and computes always the same: what it takes longer, the machine is slower."""
PATHS = ("/v1/events?limit=20", "/v1/stats?by=TYPE", "/v1/actors?limit=20", "/v1/articles?limit=10", "/v1/locations")
FILES = ("/v1/events.ndjson", "/v1/articles.csv", "/v1/quotes.parquet", "/v1/events.geojson")


@dataclass(frozen=True, slots=True)
class Visit:
    """One answered request."""

    kind: str
    moment: float
    seconds: float


class Visitors:
    """All of them; leave the `with` statement to send them home."""

    def __init__(self, served: Served) -> None:
        self.visits: list[Visit] = []
        self.errors: list[str] = []
        self.sent: set[str] = set()
        """Ids of articles."""
        self.heard: list[set[str]] = []
        """For each that watches throughout, the articles that it was told of."""
        self._served = served
        self._stopped = threading.Event()
        self._left = threading.Event()
        self._asking: list[threading.Thread] = []
        self._watching: list[threading.Thread] = []
        self._client = httpx.Client(base_url=served.base, timeout=TIMEOUT, headers=HEADERS)
        self._made = make_articles(10_000_000, seed=int(time.time()))

    def __enter__(self) -> Visitors:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_asking()
        self._left.set()
        for thread in self._watching:
            thread.join()
        self._client.close()

    def begin(self, watchers: int) -> None:
        """Lets all of them in; returns when all watch, and the model is loaded."""
        self.heard = [set() for _ in range(watchers)]
        for heard in self.heard:
            _run(self._watching, self._watch, heard)
        self._send()
        while not all(self.sent & heard for heard in self.heard):
            assert not self.errors, self.errors
            self._send()
        self.sent = set()
        fast, ordinary = self._asker(Way.FAST), self._asker(Way.ORDINARY)
        rest, files = (itertools.cycle(paths) for paths in (PATHS, FILES))
        for kind, visit, pause in (
            ("compiled", fast, 0.05),
            ("ordinary", ordinary, 0.2),
            ("REST", lambda: self._get(next(rest)), 0.1),
            ("sending", self._send, 0.5),
            ("watching", self._look_in, 0.5),
            ("export", lambda: self._get(next(files)), 1.0),
            (YARDSTICK, _compute, 0.2),
        ):
            _run(self._asking, self._visit, kind, visit, pause)

    def wait_for_news(self, seconds: float) -> None:
        """Until all that watch have been told of all that was sent, or an error where that takes too long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and any(self.sent - heard for heard in self.heard):
            time.sleep(0.05)
        missed = [self.sent - heard for heard in self.heard]
        self.errors += [f"a subscription was not told of {len(ids)} articles" for ids in missed if ids]

    def stop_asking(self) -> None:
        """Sends those home who ask; those who watch stay."""
        self._stopped.set()
        for thread in self._asking:
            thread.join()

    def _visit(self, kind: str, visit: Callable[[], None], pause: float) -> None:
        while not self._stopped.wait(pause):
            started = time.monotonic()
            try:
                visit()
            except Exception as error:
                self.errors.append(f"{kind}: {type(error).__name__}: {error}")
            else:
                self.visits.append(Visit(kind, started, time.monotonic() - started))

    def _asker(self, way: Way) -> Callable[[], None]:
        variables = itertools.cycle({"first": first, "least": least} for first in (5, 20) for least in range(4))

        def ask() -> None:
            answer = self._post(LISTS, next(variables), {WAY: way.value})
            assert answer.headers[WAY] == way.value, answer.headers

        return ask

    def _send(self) -> None:
        raw = next(self._made)
        article = {"text": raw.content, "title": raw.title, "url": raw.url, "publishedAt": raw.published_at}
        answer = self._post(SEND, {"article": article}, {}).json()
        assert answer["data"]["articleIngest"]["outcome"] == "NEW", answer
        self.sent.add(answer["data"]["articleIngest"]["article"]["id"])

    def _post(self, query: str, variables: Any, headers: dict[str, str]) -> httpx.Response:
        answer = self._client.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
        assert answer.status_code == 200, (answer.status_code, answer.text[:300])
        assert b'"errors"' not in answer.content, answer.text[:300]
        return answer

    def _get(self, path: str) -> None:
        with self._client.stream("GET", path) as answer:
            assert answer.status_code == 200, (path, answer.status_code)
            for _ in answer.iter_raw():
                pass

    def _look_in(self) -> None:
        """Opens a subscription and leaves again."""
        with self._subscribed():
            pass

    def _watch(self, heard: set[str]) -> None:
        try:
            with self._subscribed() as socket:
                for news in _news(socket, self._left):
                    assert news["id"] not in heard, "an article was told twice"
                    heard.add(news["id"])
        except Exception as error:
            self.errors.append(f"subscription: {type(error).__name__}: {error}")

    @contextmanager
    def _subscribed(self) -> Iterator[ClientConnection]:
        with connect(self._served.socket, subprotocols=[PROTOCOL], open_timeout=TIMEOUT) as socket:
            socket.send(json.dumps({"type": "connection_init"}))
            assert json.loads(socket.recv(TIMEOUT))["type"] == "connection_ack"
            socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": WATCH}}))
            yield socket


def _compute() -> None:
    sum(range(200_000))


def _run(threads: list[threading.Thread], function: Callable[..., None], *arguments: object) -> None:
    threads.append(threading.Thread(target=function, args=arguments, daemon=True))
    threads[-1].start()


def _news(socket: ClientConnection, left: threading.Event) -> Iterator[dict[str, Any]]:
    while not left.is_set():
        try:
            message = json.loads(socket.recv(0.5))
        except TimeoutError:
            continue
        if message["type"] == "ping":
            socket.send(json.dumps({"type": "pong"}))
            continue
        assert message["type"] == "next", message
        assert "errors" not in message["payload"], message
        yield message["payload"]["data"]["articleAdded"]
