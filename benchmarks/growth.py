"""What a page costs as a store grows: `python -m benchmarks.growth --folder stores`.

Made-up stores of several sizes are served at once, each by a server of its own, and asked in turns for a page of 50 by
every filter in every order.  The figure is CPU time per page, of the least costly of some rounds: the work of the
machine for others only adds to it.  On PostgreSQL, whose work is done in other processes, it is time by the clock.
"""

from __future__ import annotations

import json
import os
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from benchmarks.growth_cases import Case, cases
from benchmarks.growth_plot import draw
from benchmarks.happenings import Size
from benchmarks.load import Client, Server, python, request_bytes, running
from benchmarks.synthetic import fill, kept_file
from dateline.store import open_database

AIM = 1.5
ROUNDS = 3
SECONDS = 0.02
"""Of asking for one page at one server, in each round."""
SLOW = 20.0
"""Milliseconds: where a page takes longer, once a round is enough."""

BETWEEN = 50
"""Pages between two lines of progress."""

Events = Annotated[list[int], typer.Option(help="How many events a store has; once for each store.")]
Folder = Annotated[Path, typer.Option(help="Where SQLite stores are kept from one run to the next.")]
Url = Annotated[str, typer.Option("--postgresql", help="A PostgreSQL server's URL; databases growth_N are kept there.")]
Plot = Annotated[Path | None, typer.Option(help="Write a picture, SVG.")]
Only = Annotated[str, typer.Option(help="Cases whose name contains this.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
DEFAULT_SIZES = [10_000, 100_000, 1_000_000]

Costs = dict[str, list[float]]
"""Milliseconds by case, one for each store, the smallest first."""


def main(
    folder: Folder = Path("stores"),
    events: Events = DEFAULT_SIZES,
    postgresql: Url = "",
    only: Only = "",
    plot: Plot = None,
    as_json: AsJson = False,
) -> None:
    """Measure pages by every filter and order in stores of several sizes.

    Examples:

      python -m benchmarks.growth --folder stores --plot docs/images/growth.svg

      python -m benchmarks.growth --folder stores --events 10000 --events 1000000 --only actor
    """
    sizes = sorted(events)
    folder.mkdir(parents=True, exist_ok=True)
    costs = measure([_store(folder, postgresql, size) for size in sizes], only, by_clock=bool(postgresql))
    if plot is not None:
        plot.write_text(draw(sizes, costs), encoding="utf-8")
    print(json.dumps(report(sizes, costs)) if as_json else "\n".join(table(sizes, costs)))


def _store(folder: Path, postgresql: str, events: int) -> str:
    """The URL of a store, made where it is missing."""
    size = Size.of_events(events)
    if not postgresql:
        return f"sqlite:///{kept_file(folder, size)}"
    return _postgresql_store(postgresql, size)


def _postgresql_store(url: str, size: Size) -> str:
    import psycopg
    from sqlalchemy.engine import make_url

    name = f"growth_{size.events}"
    with psycopg.connect(url, autocommit=True) as connection:
        known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone()
        if known is None:
            connection.execute(f"CREATE DATABASE {name}".encode())
    own = make_url(url).set(database=name).render_as_string(hide_password=False)
    if known is None:
        database = open_database(own, create=True)
        fill(database, size)
        database.close()
    return own


def measure(urls: Sequence[str], only: str, *, by_clock: bool) -> Costs:
    """What each page costs in each store."""
    environment = {"DATELINE_LOG_REQUESTS": "none", "DATELINE_MAX_QUERY_SECONDS": "60"}
    os.environ.update(environment)
    found: Costs = {}
    with ExitStack() as stack:
        servers = [
            stack.enter_context(running(url, python("scripts.serve", "--database", url, "--port", "0"))) for url in urls
        ]
        chosen = [several for several in zip(*(_cases(url) for url in urls), strict=True) if only in several[0].name]
        for number, several in enumerate(chosen):
            name = several[0].name
            if number % BETWEEN == 0:
                typer.echo(f"{number} of {len(chosen)} pages", err=True)
            assert {case.name for case in several} == {name}
            asked = list(zip(servers, several, strict=True))
            rounds = [[_cost(*one, by_clock=by_clock) for one in asked] for _ in range(ROUNDS)]
            found[name] = [min(costs) for costs in zip(*rounds, strict=True)]
    return found


def _cases(url: str) -> list[Case]:
    database = open_database(url)
    try:
        return database.run(lambda connection: list(cases(connection)))
    finally:
        database.close()


def _cost(server: Server, case: Case, *, by_clock: bool) -> float:
    """Milliseconds of one page, whose statement is prepared before."""
    client = Client(server)  # A server closes connections that wait for a while.
    request = request_bytes(server, case.query, dict(case.variables))
    answer = orjson.loads(client.ask(request))
    if "errors" in answer:
        raise RuntimeError(f"{case.name}: {answer['errors'][0]['message']}")
    times: list[float] = []
    before, started = server.cpu_seconds(), time.monotonic()
    while not times or (time.monotonic() - started < SECONDS and times[0] < SLOW / 1000) or len(times) < 3:
        sent = time.monotonic()
        client.ask(request)
        times.append(time.monotonic() - sent)
        if times[0] > SLOW / 1000:
            break
    client.socket.close()
    used = statistics.median(times) if by_clock else (server.cpu_seconds() - before) / len(times)
    return 1000 * used


def growth_of(costs: Sequence[float]) -> float:
    """How many times as much a page costs in the largest store as in the smallest."""
    return costs[-1] / costs[0]


def report(sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    """For machines."""
    worst = max(costs, key=lambda name: growth_of(costs[name]))
    return {
        "events": list(sizes),
        "milliseconds": {name: [round(one, 3) for one in several] for name, several in costs.items()},
        "worst": worst,
        "worst_ratio": round(growth_of(costs[worst]), 2),
        "cases": len(costs),
        "within_aim": sum(growth_of(several) <= AIM for several in costs.values()),
    }


def table(sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> Iterator[str]:
    """For people: what grows most first."""
    yield f"{'milliseconds of a page of 50':64}" + "".join(f"{size:>12,}" for size in sizes) + f"{'ratio':>8}"
    for name in sorted(costs, key=lambda name: -growth_of(costs[name])):
        yield f"{name:64}" + "".join(f"{one:12.2f}" for one in costs[name]) + f"{growth_of(costs[name]):8.2f}"
    good = sum(growth_of(several) <= AIM for several in costs.values())
    yield f"{good} of {len(costs)} pages cost at most {AIM} times as much in the largest store as in the smallest."


if __name__ == "__main__":
    typer.run(main)
