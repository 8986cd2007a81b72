"""News over real connections: two server processes over one database that a third one writes, by socket and stream."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import urllib.request
from contextlib import ExitStack, closing
from urllib.parse import urlsplit

import pytest
from websockets import Subprotocol
from websockets.sync.client import connect

from benchmarks.servers import running_server
from dateline.store.writing.writer import write_article
from tests.store.stories import BOMBING, bombing

PROTOCOL = Subprotocol("graphql-transport-ws")
KEY = "0123456789abcdef"
ARTICLES = "subscription { articleAdded { title } }"
EVENTS = """subscription {
  eventAdded(where: { killed: { gte: 3 } }) { reports(first: 1) { nodes { article { title } } } }
}"""
INGEST = """mutation Ingest($article: ArticleInput!) {
  articleIngest(article: $article, reason: "A test.") { outcome }
}"""


class BySocket:
    """One subscription over a WebSocket of its own."""

    def __init__(self, served, query, **options):
        self._stack = ExitStack()
        opening = connect(served.socket, subprotocols=[PROTOCOL], **options)
        self.socket = self._stack.enter_context(opening)
        self.send({"type": "connection_init"})
        assert self.receive() == {"type": "connection_ack"}
        self.send({"id": "1", "type": "subscribe", "payload": {"query": query}})

    def send(self, message):
        self.socket.send(json.dumps(message))

    def receive(self):
        return json.loads(self.socket.recv(timeout=30))

    def next(self):
        message = self.receive()
        assert message["type"] == "next", message
        return message["payload"]["data"]

    def close(self):
        self._stack.close()


class ByStream:
    """One subscription as an event stream."""

    def __init__(self, served, query):
        self.connection = http.client.HTTPConnection(urlsplit(served.base).netloc, timeout=30)
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        self.connection.request("POST", "/graphql", json.dumps({"query": query}), headers)
        self.response = self.connection.getresponse()
        assert self.response.headers["content-type"] == "text/event-stream; charset=utf-8"

    def next(self):
        while not (line := self.response.readline()).startswith(b"data: {"):
            assert line, "the stream has ended"
        return json.loads(line.removeprefix(b"data: "))["data"]

    def close(self):
        self.connection.close()


@pytest.fixture
def start():
    """Enters what is to be left when the test ends."""
    with ExitStack() as stack:
        yield stack.enter_context


def story(title, killed=5, text=BOMBING, **own):
    """An article with an event of its own."""
    return bombing(title, event=title, killed=killed, text=f"{text} This is {title}.", title=title, **own)


def write(database, *articles):
    for facts in articles:
        with database.writing() as connection:
            write_article(connection, facts)


def title_of(news):
    """Of the article that some news is, or is told by."""
    if "articleAdded" in news:
        return news["articleAdded"]["title"]
    return news["eventAdded"]["reports"]["nodes"][0]["article"]["title"]


def settle(database, *watches):
    """Returns when all of them watch: each has heard something, and then the last of it."""
    heard = threading.Event()

    def write_until_heard():
        number = 0
        while not heard.wait(0.1):
            write(database, story(f"hello {number}"))
            number += 1

    writer = threading.Thread(target=write_until_heard)
    writer.start()
    try:
        for watch in watches:
            watch.next()
    finally:
        heard.set()
        writer.join()
    write(database, story("begin"))
    for watch in watches:
        while title_of(watch.next()) != "begin":
            pass


def ingest(served, title, text):
    """Sends an article to a server."""
    variables = {"article": {"title": title, "text": text, "publishedAt": "2001-02-03"}}
    body = json.dumps({"query": INGEST, "variables": variables}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"}
    with urllib.request.urlopen(urllib.request.Request(served.graphql, body, headers), timeout=60) as response:
        assert json.load(response)["data"]["articleIngest"] == {"outcome": "NEW"}


def test_whoever_writes_everybody_hears_it_at_every_server_in_order(database, database_url, start):
    one, two = (start(running_server(database_url, api_keys=f"test:{KEY}")) for _ in range(2))
    articles = start(closing(BySocket(one, ARTICLES))), start(closing(ByStream(two, ARTICLES)))
    events = start(closing(ByStream(one, EVENTS))), start(closing(BySocket(two, EVENTS)))
    settle(database, *articles, *events)
    write(database, story("a"), story("b", killed=1), story("c"))
    ingest(one, "d", "A bomb killed four people in Lima on Friday, police said.")
    ingest(two, "e", "Nothing happened in Lima on Friday.")
    write(database, story("a"), story("f"))
    for watch in articles:
        assert [title_of(watch.next()) for _ in range(6)] == ["a", "b", "c", "d", "e", "f"]
    for watch in events:
        assert [title_of(watch.next()) for _ in range(4)] == ["a", "c", "d", "f"]


def test_a_slow_client_loses_its_place_with_a_message_and_the_server_no_memory(database, database_url, start):
    served = start(running_server(database_url, max_subscription_backlog=5))
    query = "subscription { articleAdded { " + " ".join(f"t{n}: text" for n in range(8)) + " } }"
    narrow = socket.create_connection(urlsplit(served.base).netloc.split(":"))
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 200_000)
    slow = start(closing(BySocket(served, query, sock=narrow, max_queue=1, compression=None, ping_interval=None)))
    quick = start(closing(ByStream(served, ARTICLES)))
    settle(database, quick)
    before = served.memory_bytes()
    long = BOMBING + " Nothing else happened." * 2_000
    for number in range(40):
        write(database, story(f"long {number}", text=long))
        assert title_of(quick.next()) == f"long {number}"
    assert served.memory_bytes() - before < 40_000_000
    answers = []
    while (message := slow.receive())["type"] == "next":
        answers.append(message["payload"])
    assert message == {"id": "1", "type": "complete"}
    assert len(answers) < 40
    assert not any("errors" in answer for answer in answers[:-1])
    (error,) = answers[-1]["errors"]
    assert error["message"] == "This subscription was ended: news came faster than it was taken."
    assert error["extensions"]["code"] == "LIMIT"
    assert "subscribe again" in error["extensions"]["hint"]
