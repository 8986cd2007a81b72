"""What it costs to take everything out: `python -m benchmarks.export`.

A made-up store in SQLite is streamed by a server as NDJSON while another client asks `/health`, and written as Parquet.
Each is compared with a bare loop over the same two statements that writes the rows flat, as the driver gives them, by
orjson or pyarrow.  Costs are CPU time; waits are by the clock.
"""

from __future__ import annotations

import http.client
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any

import orjson
import pyarrow as pa
import typer
from pyarrow import parquet

from benchmarks.happenings import Size
from benchmarks.load import Server, python, running
from benchmarks.synthetic import fill
from dateline.exporting import Export, export_file, format_named, snapshot, view_named
from dateline.store import open_database

CHUNK = 1_000
GROUP = 10_000
PAUSE = 0.02
"""Seconds between two requests for /health."""
EVENTS = """
SELECT event.*, place.name, place.kind, place.admin1, place.country_code, place.latitude, place.longitude,
  words.article_id, words.start, words."end", words.text
FROM event JOIN evidence words ON words.id = event.evidence_id LEFT JOIN location place ON place.id = event.location_id
ORDER BY event.id"""
PEOPLE = """
SELECT participant.event_id, participant.role, participant.actor_id, coalesce(actor.name, participant.name_as_written)
FROM participant JOIN report ON report.id = participant.report_id LEFT JOIN actor ON actor.id = participant.actor_id
WHERE participant.event_id IN ({}) ORDER BY participant.role, report.confidence DESC, participant.position"""

Events = Annotated[int, typer.Option(min=1_000, help="How many events the store has.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@dataclass(slots=True)
class Streamed:
    """What a client and its neighbour saw of one download."""

    rows: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    first_bytes: list[float] = field(default_factory=list)
    idle_mb: float = 0.0
    peak_mb: float = 0.0
    waits: list[float] = field(default_factory=list)
    """Of /health, in seconds, while rows come."""


def main(events: Events = 1_000_000, json: AsJson = False) -> None:
    """Measure exports of a store with so many events.

    Example: python -m benchmarks.export --events 100000
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        database = open_database(f"sqlite:///{path}", create=True)
        fill(database, Size(events // 5, events, events // 20, min(20_000, events // 20), events // 5))
        database.close()
        figures = measure(path, Path(folder))
    print(orjson.dumps(figures).decode() if json else "\n".join(shown(figures)))


def measure(path: Path, folder: Path) -> dict[str, float]:
    """All figures; the bare loops take turns with ours."""
    bare_lines = cost(lambda: write_lines(path, folder / "bare.ndjson"))
    streamed = stream_all(path)
    bare_columns = cost(lambda: write_columns(path, folder / "bare.parquet"))
    own_columns = cost(lambda: write_own(path, folder / "own.parquet"))
    rows = streamed.rows
    return {
        "rows": rows,
        "ndjson_rows_per_cpu_second": rows / streamed.cpu,
        "ndjson_share_of_bare_loop": bare_lines / streamed.cpu,
        "ndjson_rows_per_second_by_the_clock": rows / streamed.seconds,
        "first_byte_ms": 1000 * statistics.median(streamed.first_bytes),
        "memory_above_idle_mb": streamed.peak_mb - streamed.idle_mb,
        "health_p99_ms": 1000 * statistics.quantiles(streamed.waits, n=100)[98],
        "parquet_rows_per_cpu_second": rows / own_columns,
        "parquet_share_of_bare_loop": bare_columns / own_columns,
    }


def shown(figures: dict[str, float]) -> Iterator[str]:
    """The figures, one a line."""
    for name, value in figures.items():
        yield f"{name.replace('_', ' '):<38}{value:>14,.2f}"


def cost(work: Callable[[], object]) -> float:
    """The CPU seconds that this process needs for some work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def bare_rows(path: Path) -> Iterator[tuple[list[str], list[tuple[Any, ...]]]]:
    """Names and values of the driver's rows, with those who took part as the last value."""
    connection = sqlite3.connect(path)
    found = connection.execute(EVENTS)
    # Columns of joined tables have names that are there already.
    names = [f"{name}_{number}" for number, (name, *_) in enumerate(found.description)]
    own = next(number for number, (name, *_) in enumerate(found.description) if name == "id")
    while rows := found.fetchmany(CHUNK):
        people: dict[str, list[tuple[Any, ...]]] = {}
        ids = [row[own] for row in rows]
        for event, *who in connection.execute(PEOPLE.format(",".join("?" * len(ids))), ids):
            people.setdefault(event, []).append(tuple(who))
        yield [*names, "people"], [(*row, people.get(row[own], [])) for row in rows]
    connection.close()


def write_lines(path: Path, target: Path) -> None:
    """The bare loop with orjson."""
    with target.open("wb") as file:
        for names, rows in bare_rows(path):
            dumped = (orjson.dumps(dict(zip(names, row, strict=True))) for row in rows)
            file.write(b"\n".join(dumped) + b"\n")


def write_columns(path: Path, target: Path) -> None:
    """The bare loop with pyarrow."""
    writer: Any = None
    waiting: list[tuple[Any, ...]] = []
    names: list[str] = []
    for names, rows in bare_rows(path):
        waiting.extend(rows)
        if len(waiting) >= GROUP:
            writer = write_group(writer, target, names, waiting)
            waiting = []
    if waiting:
        writer = write_group(writer, target, names, waiting)
    writer.close()


def write_group(writer: Any, target: Path, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Any:
    """Adds rows, column by column; the first group makes the writer."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    *plain, people = columns
    arrays = [pa.array(column) for column in plain]
    arrays.append(pa.array([[dict(zip("rin", one, strict=True)) for one in own] for own in people]))
    table = pa.table(dict(zip(names, arrays, strict=True)))
    if writer is None:
        # A column that is empty so far has texts later.
        fields = [pa.field(one.name, pa.string() if pa.types.is_null(one.type) else one.type) for one in table.schema]
        writer = parquet.ParquetWriter(target, pa.schema(fields), compression="zstd")
    writer.write_table(table.cast(writer.schema))
    return writer


def write_own(path: Path, target: Path) -> None:
    """The export as the script makes it."""
    database = open_database(f"sqlite:///{path}")
    with snapshot(database) as connection:
        export_file(connection, Export(view_named("events"), format_named("parquet")), target, lambda _: None)
    database.close()


def stream_all(path: Path) -> Streamed:
    """One whole download from a server of its own, after a few that only wait for the first byte."""
    seen = Streamed()
    command = python("scripts.serve", "--database", f"sqlite:///{path}", "--port", "0")
    with running("dateline", command, path="/health") as server:
        for _ in range(6):
            seen.first_bytes.append(wait_for_first_byte(server))
        del seen.first_bytes[0]
        seen.idle_mb = server.resident_mb()
        done = threading.Event()
        neighbour = threading.Thread(target=ask_meanwhile, args=(server, seen, done))
        # In a process of its own: a busy neighbour in this one would be measured as a slow server.
        with ProcessPoolExecutor(1, get_context("spawn")) as reader:
            reader.submit(int).result()
            neighbour.start()
            before, started = server.cpu_seconds(), time.perf_counter()
            seen.rows = reader.submit(read_lines, server).result()
            seen.seconds, seen.cpu = time.perf_counter() - started, server.cpu_seconds() - before
        done.set()
        neighbour.join()
    return seen


def opened(server: Server) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    """A download that has begun."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.request("GET", "/v1/events.ndjson")
    return connection, connection.getresponse()


def wait_for_first_byte(server: Server) -> float:
    """Seconds until the first byte of a row; then the client goes away."""
    started = time.perf_counter()
    connection, answer = opened(server)
    answer.read(1)
    waited = time.perf_counter() - started
    connection.close()
    return waited


def read_lines(server: Server) -> int:
    """The number of rows of a whole download."""
    connection, answer = opened(server)
    rows = 0
    while block := answer.read(1 << 20):
        rows += block.count(b"\n")
    connection.close()
    return rows


def ask_meanwhile(server: Server, seen: Streamed, done: threading.Event) -> None:
    """Asks for /health again and again, and looks at the server's memory."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    while not done.wait(PAUSE):
        started = time.perf_counter()
        connection.request("GET", "/health")
        connection.getresponse().read()
        seen.waits.append(time.perf_counter() - started)
        seen.peak_mb = max(seen.peak_mb, server.resident_mb())
    connection.close()


if __name__ == "__main__":
    typer.run(main)
