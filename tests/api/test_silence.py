"""Subscriptions outlive silence: a server of its own, watched for longer than an operation may last."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from joserfc.jwk import KeySet
from websockets.asyncio.client import ClientConnection, connect
from websockets.frames import Opcode
from websockets.protocol import Event
from websockets.typing import Subprotocol

from dateline.store.bookkeeping.keys import make_key
from dateline.store.keeping.database import open_database
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.scopes import Scope
from scripts.serve import PING_SECONDS
from tests.api.test_tokens import AUDIENCE, CURVE, ISSUER, RSA, signed
from tests.scripts.test_serve import server
from tests.store.stories import bombing

LIMIT = 1.0
"""Seconds for one operation, and for each result of a subscription."""
SILENCE = PING_SECONDS + 1
"""Longer than that, than a key is remembered, and than a silent socket is left alone."""
LONG = 60
ARTICLE = {"query": "subscription { articleAdded { id } }"}
EVENT = {"query": "subscription { eventAdded { id reports(first: 1) { nodes { id } } } }"}


class Pinged(ClientConnection):
    """A connection that notes when it is asked whether it is there."""

    was_asked = False

    def process_event(self, event: Event) -> None:
        """As usual."""
        self.was_asked = self.was_asked or getattr(event, "opcode", None) is Opcode.PING
        super().process_event(event)


async def by_socket(base: str, headers: dict[str, str], operation: dict[str, str], ready: asyncio.Event) -> object:
    """The first result over a WebSocket that is asked in between whether it is there."""
    address, protocols = base.replace("http://", "ws://") + "/graphql", [Subprotocol("graphql-transport-ws")]
    async with connect(
        address, subprotocols=protocols, additional_headers=headers, create_connection=Pinged, ping_interval=None
    ) as socket:
        await socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(await socket.recv()) == {"type": "connection_ack"}
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": operation}))
        ready.set()
        found = json.loads(await socket.recv())
        assert isinstance(socket, Pinged)
        assert socket.was_asked
        return found["payload"]


async def by_stream(base: str, headers: dict[str, str], operation: dict[str, str], ready: asyncio.Event) -> object:
    """The first result as an event."""
    given = {**headers, "Accept": "text/event-stream"}
    async with (
        httpx.AsyncClient(timeout=LONG) as client,
        client.stream("POST", f"{base}/graphql", json=operation, headers=given) as answer,
    ):
        ready.set()
        async for line in answer.aiter_lines():
            if line.startswith("data: {"):
                return json.loads(line.removeprefix("data: "))
    return None


@pytest.fixture
def keys(database_url, tmp_path):
    """What each kind of caller sends; the settings that the server needs for it."""
    jwks = tmp_path / "jwks.json"
    jwks.write_text(json.dumps(KeySet([RSA, CURVE]).as_dict(private=False)))
    opened = open_database(database_url)
    with opened.writing() as connection:
        stored = make_key(connection, "bo", [Scope.READ])
    opened.close()
    sent = {"nobody": "", "setting": "0123456789abcdefgh", "stored": stored, "token": signed()}
    settings = {
        "DATELINE_API_KEYS": f"ana:{sent['setting']}",
        "DATELINE_JWT_ISSUER": ISSUER,
        "DATELINE_JWT_AUDIENCE": AUDIENCE,
        "DATELINE_JWT_KEYS": str(jwks),
        "DATELINE_MAX_QUERY_SECONDS": str(LIMIT),
    }
    return {name: {"Authorization": f"Bearer {key}"} if key else {} for name, key in sent.items()}, settings


async def test_who_waits_longer_than_an_operation_may_take_is_told_all_the_same(database_url, keys):
    headers, settings = keys
    with server("--database", database_url, **settings) as (_, base, _):
        found = await _watch_in_silence(database_url, base, headers)
    article, event = {"articleAdded": {"id": content_id("article", "first")}}, content_id("event", "bombing")
    for name, answer in found.items():
        assert "errors" not in answer, (name, answer)
        if "article" in name:
            assert answer["data"] == article, name
        else:
            assert answer["data"]["eventAdded"]["id"] == event, name
            assert len(answer["data"]["eventAdded"]["reports"]["nodes"]) == 1, name


async def _watch_in_silence(database_url, base, headers):
    ways = {"socket": by_socket, "stream": by_stream}
    operations = {"article": ARTICLE, "event": EVENT}
    readies, tasks = [], {}
    for who, sent in headers.items():
        for way, ask in ways.items():
            for noun, operation in operations.items():
                readies.append(asyncio.Event())
                tasks[f"{who} by {way}: {noun}"] = asyncio.ensure_future(ask(base, sent, operation, readies[-1]))
    async with asyncio.timeout(LONG):
        await asyncio.gather(*(ready.wait() for ready in readies))
        await asyncio.sleep(SILENCE)
        opened = open_database(database_url)
        with opened.writing() as connection:
            write_article(connection, bombing("first", event="bombing"))
        opened.close()
        answers = await asyncio.gather(*tasks.values())
    return dict(zip(tasks, answers, strict=True))
