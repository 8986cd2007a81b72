"""Two hundred hostile clients beside twenty honest ones: `python -m benchmarks.crowd`.

Every client has an address of its own (127.0.x.y), as on the net, and the server the limits that it has for strangers.
The honest ask something now and then and measure how long it takes; first alone, then beside the hostile, who ask
again as soon as they are answered, begin and do not go on, or try keys.  They run in a process of their own.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from benchmarks import hostile
from benchmarks.servers import Served, running_server
from dateline.store import open_database
from tests.store.world import fill

RATE = "300000/minute"
"""What strangers have."""
PAUSE_SECONDS = 0.25
"""Between two questions of an honest client."""
TEXT_PAUSE_SECONDS = 0.6
"""Between two short texts of an honest client: a stranger has 150 in a minute."""
SETTLE_SECONDS = 15.0
"""From the end of the crowd to the last look at the memory: its connections have to end."""
MOST_TIMES_SLOWER = 3.0
MOST_GROWTH = 1.25
"""Memory after, by memory before the crowd came; Python keeps some of what it once had."""
HONEST = (
    "{ events(first: 10) { totalCount nodes { id type summary location { name } } } }",
    '{ articles(first: 5, search: "harbor") { nodes { id title publisher } } }',
    "{ actors(first: 20) { nodes { id name eventCount } } }",
    "{ quotes(first: 10) { nodes { text speaker { name } article { title } } } }",
)
DEAR = (
    "{ events(first: 50) { nodes { reports(first: 10) { nodes { article { quotes(first: 10) "
    "{ nodes { text speaker { name } } } } } } } } }"
)
SHORT_TEXT = "Police arrested 40 people in Lima."
LONG_TEXT = "The governor of Kaduna said on Tuesday that the army had sent troops to the town of Zaria. " * 1000
JSON = {"Content-Type": "application/json"}
PLAIN = {"Content-Type": "text/plain"}

Seconds = Annotated[float, typer.Option(min=1, help="How long the crowd stays.")]
Alone = Annotated[float, typer.Option(min=1, help="How long the honest clients are alone before.")]
Number = Annotated[int, typer.Option(min=1, help="Hostile clients.")]
Honest = Annotated[int, typer.Option(min=1, help="Honest clients.")]
Texts = Annotated[int, typer.Option(min=1, help="Honest clients more, who have short texts read.")]

Address = tuple[str, int]
Attack = Callable[[Address, str, float], Awaitable[str]]
"""What a hostile client does once: server, own address, moment of the end; a word for what came of it."""


@dataclass(slots=True)
class Seen:
    """What a group of clients has seen."""

    seconds: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)

    def quantile(self, share: float) -> float:
        """Milliseconds."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main(
    seconds: Seconds = 120, alone: Alone = 30, number: Number = 200, honest: Honest = 20, texts: Texts = 2
) -> None:
    """Measure honest clients alone and in a hostile crowd; status 1 where they suffer, or the server does.

    Example: python -m benchmarks.crowd --seconds 120
    """
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/a.db"
        database = open_database(url, create=True)
        fill(database, 200)
        database.close()
        with running_server(url, rate=RATE) as served:
            raise typer.Exit(measure(served, seconds, alone, number, (honest, texts)))


def measure(served: Served, seconds: float, alone: float, number: int, honest: tuple[int, int]) -> int:
    """Prints a table; 0 where all is as promised.  `honest` are those who ask questions, and those who send texts."""
    asyncio.run(ask_all(served.base, honest, 3))  # The first text starts what reads.
    quiet = asyncio.run(ask_all(served.base, honest, alone))
    before, cpu = served.memory_bytes(), served.cpu_seconds()
    receiver, sender = multiprocessing.get_context("spawn").Pipe(duplex=False)
    crowd = multiprocessing.get_context("spawn").Process(target=attack_all, args=(served.base, number, seconds, sender))
    crowd.start()
    receiver.recv()
    beside = asyncio.run(ask_all(served.base, honest, seconds))
    highest, used = served.memory_bytes(), served.cpu_seconds() - cpu
    attacks: dict[str, Counter[str]] = receiver.recv()
    crowd.join()
    time.sleep(SETTLE_SECONDS)
    after = served.memory_bytes()
    again = asyncio.run(ask_all(served.base, honest, min(alone, 10)))
    for what, kind in (("questions", 0), ("short texts", 1)):
        for name, seen in (("alone", quiet), ("in the crowd", beside), ("alone again", again)):
            typer.echo(describe(name, what, seen[kind]))
    for name, outcomes in attacks.items():
        typer.echo(f"  {name:22} {sum(outcomes.values()):8,}  {_told(outcomes)}")
    typer.echo(f"memory: {before / 1e6:.0f} MB before, {highest / 1e6:.0f} with the crowd, {after / 1e6:.0f} after")
    typer.echo(f"processor: {used:.1f} s of the server in {seconds:g} s")
    return judge(quiet, beside, attacks, after / before)


def judge(quiet: Sequence[Seen], beside: Sequence[Seen], attacks: dict[str, Counter[str]], growth: float) -> int:
    """Says what was promised and what came of it."""
    slower, read = (after.quantile(0.99) / before.quantile(0.99) for before, after in zip(quiet, beside, strict=True))
    outcomes = sum(attacks.values(), Counter())
    # 503 with Retry-After is what a hostile client gets where the seats for whole files are taken, by others like it.
    failures = sum(count for outcome, count in outcomes.items() if outcome.startswith("5") and outcome != "503")
    lost = sum(seen.outcomes.total() - seen.outcomes["200"] for seen in beside)
    promises = (
        (f"honest p99 {slower:.2f} times as long (at most {MOST_TIMES_SLOWER:g})", slower <= MOST_TIMES_SLOWER),
        (f"p99 of short texts {read:.2f} times as long (at most {MOST_TIMES_SLOWER:g})", read <= MOST_TIMES_SLOWER),
        (f"{failures:,} answers of 5xx to the crowd, {outcomes['503']:,} of 503 apart (none)", failures == 0),
        (f"{lost:,} honest questions not answered (none)", lost == 0),
        (f"memory {growth:.2f} times as much after (at most {MOST_GROWTH:g})", growth <= MOST_GROWTH),
    )
    for told, kept in promises:
        typer.echo(f"{'kept  ' if kept else 'BROKEN'} {told}")
    return 0 if all(kept for _, kept in promises) else 1


def describe(name: str, what: str, seen: Seen) -> str:
    """One line of the table."""
    middle = statistics.median(seen.seconds) * 1000
    return (
        f"{name:14} {len(seen.seconds):8,} {what:11}  p50 {middle:7.1f} ms  p90 {seen.quantile(0.9):7.1f}  "
        f"p99 {seen.quantile(0.99):7.1f}  worst {max(seen.seconds) * 1000:7.1f}  {_told(seen.outcomes)}"
    )


def _told(outcomes: Counter[str]) -> str:
    return ", ".join(f"{outcome}: {count:,}" for outcome, count in outcomes.most_common(8))


async def ask_all(base: str, clients: tuple[int, int], seconds: float) -> tuple[Seen, Seen]:
    """The honest clients' questions and short texts for so long."""
    asking, reading, end = Seen(), Seen(), time.monotonic() + seconds
    questions = [_request("POST", "/graphql", json.dumps({"query": query}).encode(), JSON) for query in HONEST]
    texts = [_request("POST", "/v1/analyze", SHORT_TEXT.encode(), PLAIN)]
    ask, read = partial(_ask, _server(base), end, questions), partial(_ask, _server(base), end, texts)
    await asyncio.gather(
        *(ask(f"127.0.1.{client + 1}", client, PAUSE_SECONDS, asking) for client in range(clients[0])),
        *(read(f"127.0.3.{client + 1}", client, TEXT_PAUSE_SECONDS, reading) for client in range(clients[1])),
    )
    return asking, reading


async def _ask(
    server: Address, end: float, requests: Sequence[bytes], own: str, client: int, pause: float, seen: Seen
) -> None:
    await asyncio.sleep(pause * client / 20)
    reader, writer = await asyncio.open_connection(*server, local_addr=(own, 0))
    turn = client
    while time.monotonic() < end:
        started = time.perf_counter()
        try:
            status = await _exchange(reader, writer, requests[turn % len(requests)])
        except (OSError, EOFError):
            status = "lost"
            reader, writer = await asyncio.open_connection(*server, local_addr=(own, 0))
        seen.seconds.append(time.perf_counter() - started)
        seen.outcomes[status] += 1
        turn += 1
        await asyncio.sleep(pause)
    writer.close()


# ---------------------------------------------------------------- the crowd


def attack_all(base: str, number: int, seconds: float, sender: Any) -> None:
    """All hostile clients, in a process of their own; sends None when it begins, then the outcomes by attack."""
    sender.send(None)
    sender.send(asyncio.run(_attack_all(base, number, seconds)))


async def _attack_all(base: str, number: int, seconds: float) -> dict[str, Counter[str]]:
    end = time.monotonic() + seconds
    found: dict[str, Counter[str]] = {name: Counter() for name in ATTACKS}
    clients = (_attack(_server(base), client, end, found) for client in range(number))
    await asyncio.gather(*clients)
    return found


async def _attack(server: Address, client: int, end: float, found: dict[str, Counter[str]]) -> None:
    name, attack = list(ATTACKS.items())[client % len(ATTACKS)]
    own = f"127.0.2.{client + 1}"
    while time.monotonic() < end:
        try:
            async with asyncio.timeout(max(1.0, end + 1 - time.monotonic())):
                found[name][await attack(server, own, end)] += 1
        except TimeoutError:
            found[name]["open at the end"] += 1
        except (OSError, EOFError) as error:
            found[name][type(error).__name__] += 1
            # Whoever is refused a connection asks again, but not a million times a second.
            await asyncio.sleep(0.05)


def _refused(requests: Sequence[bytes]) -> Attack:
    """Sends these in turn, over one connection as long as it lasts."""

    async def attack(server: Address, own: str, end: float) -> str:
        reader, writer = await asyncio.open_connection(*server, local_addr=(own, 0))
        status = "nothing"
        try:
            for request in requests:
                if time.monotonic() < end:
                    status = await _exchange(reader, writer, request)
        finally:
            writer.close()
        return status

    return attack


async def _slow_head(server: Address, own: str, end: float) -> str:
    return await _dribble(server, own, end, b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-A: ")


async def _slow_body(server: Address, own: str, end: float) -> str:
    head = (
        b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
    )
    return await _dribble(server, own, end, head)


async def _dribble(server: Address, own: str, end: float, begun: bytes) -> str:
    """A byte a second, until the server has enough."""
    reader, writer = await asyncio.open_connection(*server, local_addr=(own, 0))
    writer.write(begun)
    try:
        while time.monotonic() < end:
            with suppress(TimeoutError):
                answer = await asyncio.wait_for(reader.read(4096), 1)
                return answer[9:12].decode() or "closed"
            writer.write(b"a")
        return "open at the end"
    finally:
        writer.close()


async def _untaken(server: Address, own: str, end: float) -> str:
    """Asks for much and takes nothing of it."""
    _, writer = await asyncio.open_connection(*server, local_addr=(own, 0), limit=1024)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(_request("GET", "/v1/articles.ndjson", b"", {}) * 20)
    await asyncio.sleep(min(10.0, max(0.0, end - time.monotonic())))
    writer.transport.abort()
    return "left"


async def _come_and_go(server: Address, own: str, _end: float) -> str:
    _, writer = await asyncio.open_connection(*server, local_addr=(own, 0))
    writer.close()
    await asyncio.sleep(0.05)
    return "came"


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> str:
    """The status of the answer; ConnectionError or EOFError where there is none."""
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(line[16:]) for line in lines if line.startswith(b"content-length: ")), None)
    if length is not None:
        await reader.readexactly(length)
    else:
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    if b"connection: close" in lines:
        writer.close()
    return head[9:12].decode()


def _request(method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{told}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _server(base: str) -> Address:
    host, _, port = urlsplit(base).netloc.partition(":")
    return host, int(port)


_SMALL = [attack for attack in hostile.ATTACKS if len(attack.body) < 300_000]
_LARGE = [attack for attack in hostile.ATTACKS if len(attack.body) >= 300_000]
ATTACKS: dict[str, Attack] = {
    "refused documents": _refused([_request(one.method, one.path, one.body, dict(one.headers)) for one in _SMALL]),
    "large bodies": _refused([_request(one.method, one.path, one.body, dict(one.headers)) for one in _LARGE][:1]),
    "dear questions": _refused([_request("POST", "/graphql", json.dumps({"query": DEAR}).encode(), JSON)] * 50),
    "long texts to read": _refused([_request("POST", "/v1/analyze", LONG_TEXT.encode(), PLAIN)] * 3),
    "keys that are tried": _refused(
        [_request("GET", "/v1/events", b"", {"Authorization": f"Bearer nonsense{n}"}) for n in range(50)]
    ),
    "whole lists": _refused([_request("GET", "/v1/events.csv", b"", {})] * 10),
    "answers not taken": _untaken,
    "slow heads": _slow_head,
    "slow bodies": _slow_body,
    "coming and going": _come_and_go,
}
"""By name; hostile clients are dealt to them in turn."""

if __name__ == "__main__":
    typer.run(main)
