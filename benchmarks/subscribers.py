"""Subscribers who come and go, and what the server keeps of them: `python -m benchmarks.subscribers`.

Each has a WebSocket of its own, watches articles, hears of one, and leaves.  Prints the server's memory when a single
one has come and gone and after each round, as the system counts it and as blocks that live objects hold.  The system's
figure falls only in part: Python gives memory back in pieces of a megabyte that must be empty, and single survivors,
such as a timer or the figure of a metric, are spread over them.  The next round uses the same pieces.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import tempfile
import time
import urllib.request
from typing import Annotated

import typer
from websockets import Subprotocol
from websockets.asyncio.client import connect

from benchmarks.servers import Served, running_server
from dateline.store import Database, open_database
from dateline.store.writing.facts import ArticleFacts
from dateline.store.writing.writer import write_article
from schema.ids import content_id, text_hash
from schema.mentions import SourceText

QUERY = "subscription { articleAdded { id } }"
PROTOCOL = Subprotocol("graphql-transport-ws")
SETTLED_SECONDS = 8.0
"""After the last of them has gone; the server gives memory back, a piece each second."""
AT_ONCE = 100
"""Connections that are opened at the same time; more than a listening socket's queue would be refused."""

TELL_SECONDS = 0.5
"""Between two articles, until everybody has heard of one."""

Number = Annotated[int, typer.Option(min=1, help="Subscribers of one round.")]
Rounds = Annotated[int, typer.Option(min=2, help="How often they come and go; the first is a warm-up.")]


def main(number: Number = 1_000, rounds: Rounds = 5) -> None:
    """Let subscribers come and go, and print the server's memory.

    Example: python -m benchmarks.subscribers --number 1000 --rounds 5
    """
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/a.db"
        database = open_database(url, create=True)
        with running_server(url) as served:
            # What the first one makes, such as compiled statements, stays for ever and would lie amid the crowd's.
            asyncio.run(come_and_go(served, database, 1))
            typer.echo(f"before, after one: {show(served.memory_bytes())}, {live_blocks(served):,} blocks")
            for round_number in range(rounds):
                full, seconds = asyncio.run(come_and_go(served, database, number))
                kept, blocks = served.memory_bytes(), live_blocks(served)
                typer.echo(
                    f"round {round_number}: {number:,} subscribers in {seconds:.1f} s, {show(full)} with all of them, "
                    f"{show(kept)} and {blocks:,} blocks after"
                )
        database.close()


def show(size: int) -> str:
    """`123.4 MB`"""
    return f"{size / 1e6:.1f} MB"


def live_blocks(served: Served) -> int:
    """Blocks of memory that live objects of the server hold, and what its garbage collector has not found yet."""
    return gauge(served, "dateline_allocated_blocks")


def wait_until_all_have_left(served: Served) -> None:
    """Returns when the server knows of none any more, and a little later."""
    while gauge(served, "dateline_subscriptions"):
        time.sleep(SETTLED_SECONDS)
    time.sleep(SETTLED_SECONDS)


def gauge(served: Served, name: str) -> int:
    """One of the server's own figures."""
    with urllib.request.urlopen(f"{served.base}/metrics") as answer:  # noqa: S310
        found = re.search(rf"^{name} (\S+)$", answer.read().decode(), re.MULTILINE)
    assert found
    return int(float(found[1]))


class Crowd:
    """The subscribers of one round."""

    def __init__(self, served: Served, number: int) -> None:
        self._served = served
        self._number = number
        self._heard = 0
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._left = asyncio.Event()
        self.all_have_heard = asyncio.Event()

    async def subscribe(self) -> None:
        """One of them: watches, hears, stays until all leave."""
        async with contextlib.AsyncExitStack() as stack:
            async with self._gate:
                socket = await stack.enter_async_context(
                    connect(
                        self._served.socket,
                        subprotocols=[PROTOCOL],
                        open_timeout=60,
                        ping_interval=None,
                        compression=None,
                    )
                )
                await socket.send(json.dumps({"type": "connection_init"}))
                await socket.recv()
                await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": QUERY}}))
            message = json.loads(await socket.recv())
            assert message["type"] == "next", message
            self._heard += 1
            if self._heard == self._number:
                self.all_have_heard.set()
            await self._left.wait()

    def leave(self) -> None:
        """Lets all of them go."""
        self._left.set()


async def come_and_go(served: Served, database: Database, number: int) -> tuple[int, float]:
    """The server's memory while all of them are there, and how long it took until all had heard of an article."""
    started = time.perf_counter()
    crowd = Crowd(served, number)
    async with asyncio.TaskGroup() as group:
        for _ in range(number):
            group.create_task(crowd.subscribe())
        while not crowd.all_have_heard.is_set():
            await asyncio.to_thread(add_article, database)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(crowd.all_have_heard.wait(), TELL_SECONDS)
        seconds, full = time.perf_counter() - started, served.memory_bytes()
        crowd.leave()
    await asyncio.to_thread(wait_until_all_have_left, served)
    return full, seconds


def add_article(database: Database) -> None:
    """Stores one more article."""
    text = f"Nothing happened at {time.time_ns()}."
    source = SourceText(text, text_hash(text))
    facts = ArticleFacts(content_id("article", text), source, "none", "0")
    with database.writing() as connection:
        write_article(connection, facts)


if __name__ == "__main__":
    typer.run(main)
