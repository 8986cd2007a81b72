"""A server under everything at once, for as long as you like: `python -m benchmarks.soak --minutes 10`.

Some read (compiled and ordinary GraphQL, REST), some send articles, some watch, some open subscriptions and leave, some
take everything out.  It fails on any error, on news that a subscription missed, on a store that does not agree
afterwards, and where memory, open files or waits still grow after the first half.  A yardstick tells how much of that
is the machine's.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from benchmarks.databases import temporary_database
from benchmarks.happenings import Size
from benchmarks.processes import megabytes, open_files
from benchmarks.servers import Served, running_server
from benchmarks.synthetic import fill
from benchmarks.visitors import KEY, YARDSTICK, Visit, Visitors
from dateline.store import open_database
from dateline.store.integrity import check_invariants

PARTS = 10
GRACE_SECONDS = 30.0
MORE_MEMORY = 1.05
MORE_MEGABYTES = 10.0
"""What the second half may add: caches go on filling, and a measure of memory is never quite still."""
MORE_FILES = 5
MORE_SECONDS = 2.0
"""How many times as long the median of a kind may take at the end, when the machine itself is as fast as before."""
SHOWN_ERRORS = 5

Minutes = Annotated[float, typer.Option(min=0.05, help="How long, without what starts first.")]
Events = Annotated[int, typer.Option(min=100, help="How many events the store has at the start.")]
Watchers = Annotated[int, typer.Option(min=1, help="How many watch throughout.")]
Postgresql = Annotated[bool, typer.Option("--postgresql", help="On PostgreSQL, started for this, instead of SQLite.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds of one kind of visits."""

    number: int
    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Part:
    """A tenth of the time, a minute of ten."""

    megabytes: float
    """Of the server and what it started, at the end of the part."""
    files: float
    """Open ones, sockets too: the median of many looks."""
    waits: dict[str, Waits]


def main(
    minutes: Minutes = 10.0,
    events: Events = 10_000,
    watchers: Watchers = 10,
    postgresql: Postgresql = False,
    as_json: AsJson = False,
) -> None:
    """Use a server in all ways at once; the exit status is 1 where anything went wrong or grew.

    Example: python -m benchmarks.soak --minutes 10 --postgresql
    """
    with temporary_database(postgresql=postgresql) as url:
        database = open_database(url, create=True)
        fill(database, Size.of_events(events))
        before = set(database.run(check_invariants))
        with running_server(url, api_keys=KEY, max_downloads=8) as served:
            parts, errors = soak(served, 60 * minutes, watchers, report=not as_json)
        # Rows that are made up without texts do not agree with them; whatever the visitors caused must.
        errors += sorted(set(database.run(check_invariants)) - before)
        database.close()
    wrong = [*judge(parts), *errors[:SHOWN_ERRORS]]
    if as_json:
        typer.echo(json.dumps({"parts": [asdict(part) for part in parts], "errors": len(errors), "wrong": wrong}))
    else:
        typer.echo("\n".join(summary(parts, len(errors), wrong)))
    raise typer.Exit(1 if wrong else 0)


def soak(served: Served, seconds: float, watchers: int, *, report: bool) -> tuple[list[Part], list[str]]:
    """What each tenth of the time was like, and all that went wrong."""
    parts: list[Part] = []
    with Visitors(served) as visitors:
        visitors.begin(watchers)
        started = time.monotonic()
        for number in range(PARTS):
            parts.append(_observe(served, visitors, started + (number + 1) * seconds / PARTS))
            if report:
                typer.echo(_line(number + 1, parts[-1]))
        visitors.stop_asking()
        visitors.wait_for_news(GRACE_SECONDS)
        return parts, visitors.errors


def _observe(served: Served, visitors: Visitors, end: float) -> Part:
    started, files = time.monotonic(), []
    while True:
        files.append(open_files(served.process.pid))
        if (left := end - time.monotonic()) <= 0:
            break
        time.sleep(min(0.5, left))
    seen = [visit for visit in list(visitors.visits) if started <= visit.moment + visit.seconds]
    return Part(megabytes(served.process.pid), statistics.median(files), _waits(seen))


def _waits(visits: Sequence[Visit]) -> dict[str, Waits]:
    kinds: dict[str, list[float]] = {}
    for visit in visits:
        kinds.setdefault(visit.kind, []).append(1000 * visit.seconds)
    return {kind: Waits(len(found), *_percentiles(found)) for kind, found in sorted(kinds.items())}


def _percentiles(found: list[float]) -> tuple[float, float, float]:
    ordered = sorted(found)
    p50, p95, p99 = (round(ordered[int(share * (len(ordered) - 1))], 1) for share in (0.5, 0.95, 0.99))
    return p50, p95, p99


def judge(parts: Sequence[Part]) -> list[str]:
    """What grew between the middle and the end, in words; exports grow with the store, and may."""
    middle, end = parts[len(parts) // 2 - 1], parts[-1]
    wrong: list[str] = []
    if end.megabytes > middle.megabytes * MORE_MEMORY + MORE_MEGABYTES:
        wrong.append(f"memory grew from {middle.megabytes:.0f} MB at half time to {end.megabytes:.0f} MB")
    if end.files > middle.files + MORE_FILES:
        wrong.append(f"open files grew from {middle.files:.0f} at half time to {end.files:.0f}")
    half, last = parts[1 : len(parts) // 2], parts[len(parts) - len(parts) // 3 :]
    slower = max(1.0, _typical(YARDSTICK, last) / (_typical(YARDSTICK, half) or 1.0))
    for kind in sorted({kind for part in parts for kind in part.waits} - {"export", YARDSTICK}):
        before, after = (_typical(kind, some) for some in (half, last))
        if after > MORE_SECONDS * slower * before:
            wrong.append(f"{kind} took {before:.1f} ms in the first half and {after:.1f} ms at the end")
    return wrong


def _typical(kind: str, parts: Sequence[Part]) -> float:
    """The median of the medians; 0 where there were no such visits."""
    return statistics.median([part.waits[kind].p50 for part in parts if kind in part.waits] or [0.0])


def summary(parts: Sequence[Part], errors: int, wrong: Sequence[str]) -> Iterator[str]:
    """Memory and files at the start, in the middle and at the end, and the verdict."""
    points = {"start": parts[1], "middle": parts[len(parts) // 2 - 1], "end": parts[-1]}
    yield "memory: " + ", ".join(f"{part.megabytes:.0f} MB at the {name}" for name, part in points.items())
    yield "open files: " + ", ".join(f"{part.files:.0f} at the {name}" for name, part in points.items())
    visits = sum(waits.number for part in parts for waits in part.waits.values())
    yield f"{visits:,} requests, {errors:,} errors"
    yield from wrong
    yield "FAILED" if wrong else "Nothing grew, nothing failed."


def _line(number: int, part: Part) -> str:
    waits = "; ".join(
        f"{kind} {waits.number}: {waits.p50:.0f}/{waits.p95:.0f}/{waits.p99:.0f}" for kind, waits in part.waits.items()
    )
    return f"{number:2}: {part.megabytes:.0f} MB, {part.files:.0f} files; ms p50/p95/p99 of {waits}"


if __name__ == "__main__":
    typer.run(main)
