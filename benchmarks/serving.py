"""What an answer costs: `python -m benchmarks.serving`.

A made-up store is served by Dateline and by a server written the obvious way (`benchmarks.reference`), each pinned to
the same core, asked in turns for the same things.  Both must give the same data before anything is measured.  The
figure is CPU time per request, which other work on the machine disturbs least; ratios are medians of rounds.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from benchmarks import postgraphile
from benchmarks.happenings import DAYS, FIRST, TYPES, Size, event_id
from benchmarks.load import (
    Client,
    Server,
    answered_requests,
    python,
    request_bytes,
    requests_per_second,
    running,
)
from benchmarks.synthetic import fill
from dateline.store import Database, open_database
from dateline.store.reading.collections import EVENTS
from dateline.store.reading.pages import PageRequest, read_page

Q1 = """query Q1($id: ID!) { event(id: $id) {
  id type status summary confidence when { earliest latest precision }
  location { name countryCode latitude longitude }
  participants { role nameAsWritten actor { name kind } }
  reports(first: 3) { nodes { article { title publisher publishedAt
    quotes(first: 5) { nodes { text speaker { name } } } } } } } }"""
Q2 = """query Q2($type: EventType!, $since: Date!) {
  events(where: { type: { eq: $type }, when: { gte: $since } }, first: 50) { nodes {
    id type summary when { earliest } location { name countryCode }
    participants { role nameAsWritten actor { name kind } }
    reports(first: 1) { nodes { article { title publisher } } } } } }"""
_SCALARS = "nodes { id type mode status summary confidence when { earliest latest } }"
Q3 = (
    "query Q3("
    + ", ".join(f"$c{page}: String" for page in range(10))
    + ") { "
    + " ".join(f"p{page}: events(first: 100, after: $c{page}) {{ {_SCALARS} }}" for page in range(10))
    + " }"
)
Q4 = "query Q4($by: [EventDimension!]!) { eventStats(by: $by) { keys { value } events } }"
QUERIES = {"Q1": Q1, "Q2": Q2, "Q3": Q3, "Q4": Q4}
TOLD = {
    "Q1": "an event with all around it",
    "Q2": "50 events, filtered",
    "Q3": "1,000 events in ten pages",
    "Q4": "by month and type",
}
PEER_QUERIES = postgraphile.QUERIES
WARMING = 30
"""Requests before anything is measured."""

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Quick = Annotated[bool, typer.Option("--quick", help="A tenth of the store and few requests; under 50 seconds.")]
Rounds = Annotated[int, typer.Option("--rounds", min=1, help="Turns that each server gets for each query.")]


class Peer(StrEnum):
    """Servers of others."""

    POSTGRAPHILE = "postgraphile"


ThePeer = Annotated[
    Peer | None, typer.Option("--peer", help="Compare with this one too, on PostgreSQL; needs npm, and a network once.")
]
CONNECTIONS = 16
PEER_WARMING = 4.0
"""Seconds: JavaScript is compiled while it runs."""


@dataclass(slots=True)
class Figures:
    """CPU milliseconds per request of one server, a value for each round, by query; memory at the end."""

    milliseconds: dict[str, list[float]] = field(default_factory=dict)
    resident_mb: float = 0.0

    def median(self, query: str) -> float:
        """The middle one of the rounds."""
        return statistics.median(self.milliseconds[query])


def main(quick: Quick = False, as_json: AsJson = False, rounds: Rounds = 5, peer: ThePeer = None) -> None:
    """Compare what answers cost at Dateline and at a server written the obvious way.

    Examples:

      python -m benchmarks.serving --quick

      python -m benchmarks.serving --peer postgraphile   # installs it from npm the first time
    """
    size = Size(2_000, 10_000, 2_000, 500, 10_000) if quick else Size()
    turns, seconds = (3, 0.4) if quick else (rounds, 1.5)
    with stored(size) as (url, database):
        report = measure(url, questions(database, size), turns, seconds)
    if peer is not None:
        report["peer"] = measure_peer(size, turns, seconds)
    print(json.dumps(report) if as_json else table(report))


@contextmanager
def stored(size: Size) -> Iterator[tuple[str, Database]]:
    """A filled SQLite store, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.db'}"
        database = open_database(url, create=True)
        try:
            fill(database, size)
            yield url, database
        finally:
            database.close()


def questions(database: Database, size: Size) -> dict[str, list[dict[str, Any]]]:
    """Variables of many requests of each query."""
    chance = random.Random(5)  # noqa: S311 - made-up facts
    cursors: list[str | None] = [None]
    while len(cursors) < 10:
        page = database.run(lambda c: read_page(c, EVENTS, PageRequest(100, after=cursors[-1])))
        cursors.append(page.cursor(page.rows[-1]))
    days = [FIRST.date() + timedelta(days=chance.randrange(DAYS * 9 // 10)) for _ in range(300)]
    return {
        "Q1": [{"id": event_id(chance.randrange(size.events))} for _ in range(300)],
        "Q2": [{"type": chance.choice(TYPES), "since": day.isoformat()} for day in days],
        "Q3": [{f"c{page}": cursor for page, cursor in enumerate(cursors)}],
        "Q4": [{"by": ["MONTH", "TYPE"]}],
    }


def inlined(query: str, variables: dict[str, Any]) -> str:
    """Q1 with its id in the text, as many clients write it."""
    return query.replace("query Q1($id: ID!)", "query Q1").replace("$id", f'"{variables["id"]}"')


def measure(url: str, asked: dict[str, list[dict[str, Any]]], rounds: int, seconds: float) -> dict[str, Any]:
    """Figures of both servers, and the ratios."""
    environment = {"DATABASE_URL": url, "DATELINE_LOG_REQUESTS": "none"}
    os.environ.update(environment)
    core = (os.cpu_count() or 1) - 1
    if core:
        os.sched_setaffinity(0, {0})
    with ExitStack() as stack:
        ours = stack.enter_context(running("dateline", python("scripts.serve", "--port", "0"), core=core))
        other = stack.enter_context(
            running("reference", python("benchmarks.reference", url), core=core, path="/graphql/")
        )
        requests = {
            (server.name, name): [request_bytes(server, QUERIES[name], one) for one in variables]
            for server in (ours, other)
            for name, variables in asked.items()
        }
        requests["dateline", "Q1 inlined"] = [request_bytes(ours, inlined(Q1, one), {}) for one in asked["Q1"]]
        check_equal({server.name: Client(server) for server in (ours, other)}, requests)
        figures = {server.name: Figures() for server in (ours, other)}
        for _ in range(rounds):
            for name in [*QUERIES, "Q1 inlined"]:
                for server in (other, ours):
                    if (server.name, name) in requests:
                        cost = _cpu_milliseconds(server, requests[server.name, name], seconds)
                        figures[server.name].milliseconds.setdefault(name, []).append(cost)
        for server in (ours, other):
            figures[server.name].resident_mb = server.resident_mb()
        rates = {
            name: requests_per_second(ours, requests["dateline", name], CONNECTIONS, seconds)
            for name in ("Q1", "Q2", "Q3")
        }
    return _report(figures["dateline"], figures["reference"], rates)


def measure_peer(size: Size, rounds: int, seconds: float) -> dict[str, Any]:
    """Requests per second of Dateline and of PostGraphile on one PostgreSQL, in turns."""
    core = (os.cpu_count() or 1) - 1
    with ExitStack() as stack:
        url, database = stack.enter_context(postgraphile.postgresql_store(size))
        asked = questions(database, size)
        other = stack.enter_context(postgraphile.serving(url, core))
        os.environ["DATABASE_URL"] = url
        ours = stack.enter_context(running("dateline", python("scripts.serve", "--port", "0"), core=core))
        requests = {
            **{(ours, name): [request_bytes(ours, QUERIES[name], one) for one in asked[name]] for name in PEER_QUERIES},
            **{
                (other, name): [request_bytes(other, text, postgraphile.variables_of(name, one)) for one in asked[name]]
                for name, text in PEER_QUERIES.items()
            },
        }
        check_peer(Client(ours), Client(other), requests[ours, "Q1"], requests[other, "Q1"])
        rates: dict[tuple[Server, str], list[float]] = {key: [] for key in requests}
        costs: dict[tuple[Server, str], list[float]] = {key: [] for key in requests}
        for (server, _), several in requests.items():
            requests_per_second(server, several, CONNECTIONS, PEER_WARMING)
        for _ in range(rounds):
            for (server, name), several in requests.items():
                before, started = server.cpu_seconds(), time.monotonic()
                answered = answered_requests(server, several, CONNECTIONS, seconds)
                rates[server, name].append(answered / (time.monotonic() - started))
                costs[server, name].append(1000 * (server.cpu_seconds() - before) / answered)
    return _peer_report(ours, other, rates, costs)


def _peer_report(
    ours: Server,
    other: Server,
    rates: Mapping[tuple[Server, str], Sequence[float]],
    costs: Mapping[tuple[Server, str], Sequence[float]],
) -> dict[str, Any]:
    ratios = {
        name: round(statistics.median(a / b for a, b in zip(rates[ours, name], rates[other, name], strict=True)), 2)
        for name in PEER_QUERIES
    }
    found: dict[str, Any] = {"name": other.name, "ratios": ratios}
    for server in (ours, other):
        found[server.name] = {
            "requests_per_second": {name: round(statistics.median(rates[server, name])) for name in PEER_QUERIES},
            "milliseconds": {name: round(statistics.median(costs[server, name]), 3) for name in PEER_QUERIES},
        }
    return found


def check_peer(ours: Client, other: Client, asked: Sequence[bytes], asked_other: Sequence[bytes]) -> None:
    """RuntimeError where the two tell different things of the same events."""
    for mine, theirs in list(zip(asked, asked_other, strict=True))[:20]:
        own, found = (orjson.loads(client.ask(one)) for client, one in ((ours, mine), (other, theirs)))
        shown = [
            (event["summary"], len(event[people]), len(event[reports]["nodes"]))
            for event, people, reports in ((own["data"]["event"], "participants", "reports"),)
        ]
        event = found["data"]["event"]
        people = {(one["role"], one["nameAsWritten"]) for one in event["participantsByEventId"]["nodes"]}
        if shown != [(event["summary"], len(people), len(event["reportsByEventId"]["nodes"]))]:
            raise RuntimeError(f"The servers differ: {str(own)[:800]} {str(found)[:800]}")


def check_equal(clients: dict[str, Client], requests: Mapping[tuple[str, str], Sequence[bytes]]) -> None:
    """RuntimeError where the servers do not give the same data."""
    for name in QUERIES:
        for number in range(min(20, len(requests["dateline", name]))):
            answers = [orjson.loads(clients[one].ask(requests[one, name][number])) for one in ("dateline", "reference")]
            if answers[0].get("data") != answers[1].get("data") or "errors" in answers[0]:
                raise RuntimeError(f"{name}: the servers differ: {str(answers[0])[:800]} {str(answers[1])[:800]}")


def _cpu_milliseconds(server: Server, requests: Sequence[bytes], seconds: float) -> float:
    """CPU per request at `CONNECTIONS` connections, over as many requests as take so long."""
    client = Client(server)
    for request in requests[:WARMING]:
        client.ask(request)
    client.socket.close()
    before = server.cpu_seconds()
    answered = answered_requests(server, requests, CONNECTIONS, seconds)
    return 1000 * (server.cpu_seconds() - before) / answered


def _report(ours: Figures, other: Figures, rates: dict[str, float]) -> dict[str, Any]:
    ratios = {
        name: round(
            statistics.median(b / a for a, b in zip(ours.milliseconds[name], other.milliseconds[name], strict=True)), 1
        )
        for name in QUERIES
    }
    return {
        "ratios": ratios,
        "milliseconds": {name: round(ours.median(name), 3) for name in ours.milliseconds},
        "reference_milliseconds": {name: round(other.median(name), 3) for name in other.milliseconds},
        "inlined": round(ours.median("Q1 inlined") / ours.median("Q1"), 2),
        "resident_mb": round(ours.resident_mb),
        "reference_resident_mb": round(other.resident_mb),
        "requests_per_second": {name: round(rate) for name, rate in rates.items()},
    }


def table(report: dict[str, Any]) -> str:
    """The report for people."""
    lines = [f"{'':32}{'Dateline':>12}{'obvious':>12}{'ratio':>8}   CPU milliseconds per request"]
    for name, told in TOLD.items():
        ours, other = report["milliseconds"][name], report["reference_milliseconds"][name]
        lines.append(f"{name + '  ' + told:32}{ours:12.3f}{other:12.3f}{report['ratios'][name]:8.1f}")
    rates = ", ".join(f"{name} {rate:,}" for name, rate in report["requests_per_second"].items())
    lines += [
        f"Q1 with its id in the text costs {report['inlined']:.2f} times as much as with a variable.",
        f"Memory: {report['resident_mb']} MB; the obvious server {report['reference_resident_mb']} MB.",
        f"Requests per second of one process at 16 connections: {rates}.",
    ]
    return "\n".join([*lines, *(_peer_lines(report["peer"]) if "peer" in report else ())])


def _peer_lines(peer: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n{'':32}{'Dateline':>12}{peer['name']:>14}{'ratio':>8}   requests per second on PostgreSQL (CPU ms each)"
    for name, ratio in peer["ratios"].items():
        shown = [
            f"{peer[one]['requests_per_second'][name]:,} ({peer[one]['milliseconds'][name]:.2f})"
            for one in ("dateline", peer["name"])
        ]
        yield f"{name + '  ' + TOLD[name]:30}{shown[0]:>14}{shown[1]:>14}{ratio:8.2f}"


if __name__ == "__main__":
    typer.run(main)
