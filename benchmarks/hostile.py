"""Hostile requests, and whether others are still served: `python -m benchmarks.hostile`.

Prints for each what it was answered, how long that took, what it cost the server, and how long `/health` took then.
"""

from __future__ import annotations

import http.client
import json
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from benchmarks.servers import Served, running_server

JSON_TYPE = {"Content-Type": "application/json"}
EVERY = 0.005
"""Seconds between two looks at `/health`."""

Rounds = Annotated[int, typer.Option(min=1, help="How often each request is sent.")]


@dataclass(frozen=True, slots=True)
class Attack:
    """One hostile request."""

    row: int
    name: str
    body: bytes
    code: str | None
    """Of the error that it must get; None where it is harmless and answered."""
    method: str = "POST"
    path: str = "/graphql"
    headers: Mapping[str, str] = field(default_factory=lambda: JSON_TYPE)
    status: int = 200
    """Of the answer, in the media type of old clients."""


def ask(query: str, **variables: Any) -> bytes:
    """The body of a GraphQL request."""
    return json.dumps({"query": query, "variables": variables}).encode()


def nested(depth: int) -> str:
    """A selection in a selection in a selection."""
    return "{ a" * depth + " }" * depth


def doubling(fragments: int) -> str:
    """A short document that means 2^n fields."""
    spreads = " ".join(f"fragment F{n} on Event {{ ...F{n + 1} ...F{n + 1} }}" for n in range(fragments))
    return f"{{ events {{ nodes {{ ...F0 }} }} }} {spreads} fragment F{fragments} on Event {{ id }}"


def cyclic(times: int) -> str:
    """Lists in lists, through types that lead to each other."""
    inner = "id"
    for _ in range(times):
        inner = f"events {{ nodes {{ reports {{ nodes {{ article {{ {inner} }} }} }} }} }}"
    return f"{{ {inner.replace('id', 'title')} }}"


INTROSPECTION = "{ __schema { types { " + "fields { type { " * 8 + "name" + " } }" * 8 + " } } }"
CYCLE = "{ events { nodes { ...A } } } fragment A on Event { ...B } fragment B on Event { ...A }"
FIRST = "query ($n: Int) { events(first: $n) { nodes { id } } }"
AFTER = "query ($c: String) { events(after: $c) { totalCount nodes { id } } }"
ORDER = "{ events(orderBy: { field: ID_OR_1, direction: ASC }) { totalCount } }"
CHANGE = "/graphql?query=mutation%7BjudgementWithdraw(judgement:%22x%22,reason:%22x%22)%7Bjudgement%7Bid%7D%7D%7D"
SEARCH = "query ($s: String) { events(search: $s) { totalCount } articles(search: $s) { nodes { id } } }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TEXT = {"Content-Type": "text/plain"}
CURSORS = ("nonsense", "////", "eyJ4IjogMX0=", "\ud83d\ude42", "A" * 5_000)

ATTACKS: tuple[Attack, ...] = (
    Attack(1, "selection nested 600 deep", ask(nested(600)), "LIMIT"),
    Attack(1, "selection nested 5,000 deep", ask(nested(5_000)), "LIMIT"),
    Attack(1, "selection nested 100,000 deep", ask(nested(100_000)), "LIMIT"),
    Attack(2, "lists in lists through cyclic types", ask(cyclic(12)), "LIMIT"),
    Attack(3, "10,000 aliases", ask("{" + " ".join(f"a{n}: __typename" for n in range(10_000)) + "}"), "LIMIT"),
    Attack(4, "fragments that double 21 times", ask(doubling(21)), "LIMIT"),
    Attack(4, "fragments that double 60 times", ask(doubling(60)), "LIMIT"),
    Attack(5, "fragments in a circle", ask(CYCLE), "BAD_QUERY"),
    Attack(6, "5,000 directives on a field", ask("{ __typename " + "@skip(if: false) " * 5_000 + "}"), "LIMIT"),
    Attack(6, "1,000 directives on a field", ask("{ __typename " + "@skip(if: false) " * 1_000 + "}"), "LIMIT"),
    Attack(6, "400 directives on a field", ask("{ __typename " + "@a " * 400 + "}"), "LIMIT"),
    Attack(6, "50 unknown directives on a field", ask("{ __typename " + "@a " * 50 + "}"), "BAD_QUERY"),
    Attack(7, "600 unknown fields", ask("{" + " ".join(f"a{n}" for n in range(600)) + "}"), "BAD_QUERY"),
    Attack(7, "a field 10,000 times", ask("{" + " __typename" * 10_000 + "}"), "LIMIT"),
    Attack(7, "a field 4,000 times", ask("{" + " __typename" * 4_000 + "}"), "LIMIT"),
    Attack(8, "a batch of 100", b"[" + b",".join([ask("{ __typename }")] * 100) + b"]", "BAD_REQUEST", status=400),
    Attack(9, "circular introspection", ask(INTROSPECTION), "BAD_QUERY"),
    Attack(10, "10 MB of query text", ask("{ __typename }" + "#" * 10_000_000), "LIMIT", status=413),
    Attack(10, "900 KB of one string", ask('{ events(search: "' + "\\n" * 300_000 + '") { totalCount } }'), "LIMIT"),
    Attack(11, "JSON nested 100,000 deep", b"[" * 100_000, "BAD_REQUEST", status=400),
    Attack(11, "an integer of 5,000 digits", b'{"variables": {"n": ' + b"9" * 5_000 + b"}}", "BAD_REQUEST", status=400),
    Attack(12, "a body that is null", b"null", "BAD_REQUEST", status=400),
    Attack(12, "a body that is a number", b"5", "BAD_REQUEST", status=400),
    Attack(12, "a body that is a string", b'"x"', "BAD_REQUEST", status=400),
    Attack(
        12, "variables that are a list", b'{"query": "{ __typename }", "variables": [1]}', "BAD_REQUEST", status=400
    ),
    Attack(13, "invalid UTF-8", b'{"query": "\xff"}', "BAD_REQUEST", status=400),
    Attack(13, "a lone surrogate in the body", b'{"query": "{ \\ud800 }"}', "BAD_REQUEST", status=400),
    Attack(13, "a lone surrogate in the query", ask('{ events(search: "\\ud800") { totalCount } }'), "SYNTAX"),
    Attack(14, "NUL in the query", ask("{ __typename \x00 }"), "SYNTAX"),
    Attack(14, "NUL in a filter", ask(SEARCH, s="a\x00b"), None),
    Attack(
        15, "markup as the id of a request", ask("{ __typename }"), None, headers={**JSON_TYPE, "X-Request-ID": "<b>"}
    ),
    Attack(16, "first: -1", ask(FIRST, n=-1), "BAD_QUERY"),
    Attack(16, "first: 10^6", ask(FIRST, n=10**6), "LIMIT"),
    Attack(16, "first: 2^70", ask(FIRST.replace("($n: Int)", "").replace("$n", str(2**70))), "LIMIT"),
    Attack(16, "first: 5,000 digits", ask(FIRST.replace("($n: Int)", "").replace("$n", "9" * 5_000)), "LIMIT"),
    *(
        Attack(17, f"a cursor of nonsense, {number}", ask(AFTER, c=cursor), "BAD_QUERY")
        for number, cursor in enumerate(CURSORS, 1)
    ),
    Attack(18, "SQL in a search", ask(SEARCH, s="' OR 1=1; DROP TABLE event; --"), None),
    Attack(18, "syntax of full-text search in a search", ask(SEARCH, s='" NEAR(a b) OR * ^ title:x & | ! <->'), None),
    Attack(18, "SQL in an order", ask(ORDER), "BAD_QUERY"),
    Attack(19, "a field that is spelt wrongly", ask("{ event { summry } evnts { id } }"), "BAD_QUERY"),
    Attack(20, "a form of another site", b"query={__typename}", "BAD_REQUEST", headers=FORM, status=415),
    Attack(20, "plain text of another site", ask("{ __typename }"), "BAD_REQUEST", headers=TEXT, status=415),
    Attack(20, "a mutation by GET", b"", "BAD_REQUEST", "GET", CHANGE, {}, 400),
)
"""By the rows of the list of hostile inputs that the project keeps."""


@dataclass(slots=True)
class Measured:
    """What came of one attack."""

    status: int
    body: str
    seconds: list[float]
    cpu_seconds: float
    """Of one request."""
    health_seconds: list[float]


def main(rounds: Rounds = 5) -> None:
    """Send each hostile request to a server over an empty database, and print a table.

    Example: python -m benchmarks.hostile --rounds 20
    """
    names = ("row", "hostile request", "answer", "ms", "worst", "CPU ms", "health ms", "worst")
    typer.echo("{:>3}  {:44} {:18} {:>7} {:>7} {:>7} {:>9} {:>7}".format(*names))
    with tempfile.TemporaryDirectory() as folder, running_server(f"sqlite:///{folder}/a.db") as served:
        for attack in ATTACKS:
            found = measure(served, attack, rounds)
            typer.echo(show(attack, found))


def show(attack: Attack, found: Measured) -> str:
    """One line of the table."""
    answer = f"{found.status} {error_code(found.body) or 'answered'}"
    own, health = ([1000 * second for second in seconds] for seconds in (found.seconds, found.health_seconds))
    return (
        f"{attack.row:>3}  {attack.name:44} {answer:18} {statistics.median(own):7.1f} {max(own):7.1f} "
        f"{1000 * found.cpu_seconds:7.1f} {statistics.median(health):9.1f} {max(health):7.1f}"
    )


def error_code(body: str) -> str | None:
    """The code of the first error of an answer; None where it has none."""
    errors = json.loads(body).get("errors")
    code: str | None = errors[0]["extensions"]["code"] if errors else None
    return code


def measure(served: Served, attack: Attack, rounds: int) -> Measured:
    """Sends an attack so often, one after the other, while `/health` is asked all the time."""
    with health_watched(served) as health:
        started = served.cpu_seconds()
        answers = [send(served, attack) for _ in range(rounds)]
        cpu = served.cpu_seconds() - started
    status, body, _ = answers[-1]
    return Measured(status, body, [seconds for _, _, seconds in answers], cpu / rounds, health)


def send(served: Served, attack: Attack) -> tuple[int, str, float]:
    """Status, body and seconds of the answer."""
    connection = http.client.HTTPConnection(urlsplit(served.base).netloc, timeout=60)
    started = time.perf_counter()
    try:
        connection.request(attack.method, attack.path, attack.body or None, dict(attack.headers))
        response = connection.getresponse()
        body = response.read().decode()
    finally:
        connection.close()
    return response.status, body, time.perf_counter() - started


@contextmanager
def health_watched(served: Served) -> Iterator[list[float]]:
    """Asks `/health` in the background; the list fills with the seconds of each answer, at least one of them."""
    seconds: list[float] = []
    stopped = threading.Event()

    def watch() -> None:
        connection = http.client.HTTPConnection(urlsplit(served.base).netloc, timeout=60)
        while not stopped.is_set() or not seconds:
            started = time.perf_counter()
            connection.request("GET", "/health")
            connection.getresponse().read()
            seconds.append(time.perf_counter() - started)
            stopped.wait(EVERY)
        connection.close()

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seconds
    finally:
        stopped.set()
        thread.join()


if __name__ == "__main__":
    typer.run(main)
