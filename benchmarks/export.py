"""What it costs to take everything out: `python -m benchmarks.export`.

A made-up store in SQLite is streamed by a server as NDJSON while another client asks `/health`, and written as Parquet.
Each is compared with a bare loop over the same two statements that writes the rows flat, as the driver gives them, by
orjson or pyarrow; the first runs before and after, and its better time counts, as it fills the system's cache for all.
The server has one core for itself where there are two; clients and bare loops have the others.

With `--json`, one object:

- `rows`: of the download.
- `idle_memory_mb`, `peak_memory_mb`, `memory_above_idle_mb`: of the server before the first download, the most that
  the kernel saw during all downloads, and the difference (at most 60).
- `first_byte_ms`, `first_byte_first_ms`: from the request to the first byte of the first row: the median of nine, and
  that of the very first download, which makes its statements (below 100).
- `ndjson_rows_per_second`, `bare_rows_per_second`, `ndjson_share_by_the_clock` (at least 0.5): by the clock, over HTTP
  against the bare loop into a file.
- `ndjson_cpu_us_per_row`, `bare_cpu_us_per_row`, `ndjson_share_of_cpu`: the same in CPU time, which a busy machine
  changes less.
- `parquet_rows_per_second`, `bare_parquet_rows_per_second`, `parquet_share_by_the_clock` (at least 0.5),
  `parquet_share_of_cpu`: of the file that `scripts.export` writes against pyarrow alone.
- `health_quiet_p50_ms`, `health_quiet_p99_ms`: of `/health` before any download.
- `health_p50_ms`, `health_p99_ms` (below 50), `health_max_ms`: during the whole download, every 20 ms.
- `health_gzip_p50_ms`, `health_gzip_p99_ms`: during one that the server compresses, of as many rows as a tenth.
"""

from __future__ import annotations

import http.client
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import orjson
import typer

from benchmarks.bare_export import write_columns, write_lines
from benchmarks.happenings import Size
from benchmarks.load import Server, python, running
from benchmarks.synthetic import fill
from dateline.exporting import Export, export_file, format_named, snapshot, view_named
from dateline.store import open_database

PAUSE = 0.02
"""Seconds between two requests for /health."""
QUIET_SECONDS = 5
FIRST_BYTES = 10
BOUNDS = {
    "memory_above_idle_mb": ("at most", 60.0),
    "first_byte_ms": ("at most", 100.0),
    "ndjson_share_by_the_clock": ("at least", 0.5),
    "ndjson_share_of_cpu": ("at least", 0.5),
    "parquet_share_by_the_clock": ("at least", 0.5),
    "parquet_share_of_cpu": ("at least", 0.5),
    "health_p99_ms": ("at most", 50.0),
    "health_gzip_p99_ms": ("at most", 50.0),
}
"""What is promised."""
Events = Annotated[int, typer.Option(min=1_000, help="How many events the store has.")]
Store = Annotated[
    Path | None, typer.Option("--database", metavar="FILE", help="A made-up SQLite store that is there already.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of some work."""

    seconds: float
    cpu: float

    def or_better(self, other: Cost) -> Cost:
        """The less of both."""
        return Cost(min(self.seconds, other.seconds), min(self.cpu, other.cpu))

    def per_row(self, rows: int) -> float:
        """CPU time in microseconds."""
        return 1e6 * self.cpu / rows


@dataclass(slots=True)
class Streamed:
    """What clients saw of the server's downloads."""

    rows: int = 0
    cost: Cost = Cost(0.0, 0.0)
    first_bytes: list[float] = field(default_factory=list)
    idle_mb: float = 0.0
    peak_mb: float = 0.0
    quiet: list[float] = field(default_factory=list)
    """Of /health, in seconds, before any download."""
    waits: list[float] = field(default_factory=list)
    """While rows come."""
    compressed_waits: list[float] = field(default_factory=list)
    """While they come compressed."""


def main(events: Events = 1_000_000, database: Store = None, json: AsJson = False) -> None:
    """Measure exports of a store with so many events.

    Examples:

      python -m benchmarks.export --events 100000

      python -m benchmarks.export --database million.db --json
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = measure(database or made(folder / "store.db", events), folder)
    print(orjson.dumps(figures).decode() if json else "\n".join(shown(figures)))


def made(path: Path, events: int) -> Path:
    """A new store of that size."""
    database = open_database(f"sqlite:///{path}", create=True)
    fill(database, Size.of_events(events))
    database.close()
    return path


def measure(path: Path, folder: Path) -> dict[str, float]:
    """All figures; the bare loops take turns with ours."""
    with apart() as core:
        cold = cost(lambda: write_lines(path, folder / "bare.ndjson"))
        streamed = stream_all(path, core)
        bare = cost(lambda: write_lines(path, folder / "bare.ndjson")).or_better(cold)
        bare_columns = cost(lambda: write_columns(path, folder / "bare.parquet"))
        own_columns = cost(lambda: write_own(path, folder / "own.parquet"))
    rows = streamed.rows
    return {
        "rows": rows,
        "idle_memory_mb": streamed.idle_mb,
        "peak_memory_mb": streamed.peak_mb,
        "memory_above_idle_mb": streamed.peak_mb - streamed.idle_mb,
        "first_byte_ms": 1000 * statistics.median(streamed.first_bytes[1:]),
        "first_byte_first_ms": 1000 * streamed.first_bytes[0],
        "ndjson_rows_per_second": rows / streamed.cost.seconds,
        "bare_rows_per_second": rows / bare.seconds,
        "ndjson_share_by_the_clock": bare.seconds / streamed.cost.seconds,
        "ndjson_cpu_us_per_row": streamed.cost.per_row(rows),
        "bare_cpu_us_per_row": bare.per_row(rows),
        "ndjson_share_of_cpu": bare.cpu / streamed.cost.cpu,
        "parquet_rows_per_second": rows / own_columns.seconds,
        "bare_parquet_rows_per_second": rows / bare_columns.seconds,
        "parquet_share_by_the_clock": bare_columns.seconds / own_columns.seconds,
        "parquet_share_of_cpu": bare_columns.cpu / own_columns.cpu,
        **health("health_quiet", streamed.quiet),
        **health("health", streamed.waits),
        "health_max_ms": 1000 * max(streamed.waits),
        **health("health_gzip", streamed.compressed_waits),
    }


def health(name: str, waits: Sequence[float]) -> dict[str, float]:
    """The middle of some waits, and what one in a hundred is above."""
    return {
        f"{name}_p50_ms": 1000 * statistics.median(waits),
        f"{name}_p99_ms": 1000 * statistics.quantiles(waits, n=100)[98],
    }


def shown(figures: dict[str, float]) -> Iterator[str]:
    """The figures, one a line, with what is promised."""
    for name, value in figures.items():
        line = f"{name:<32}{value:>14,.2f}"
        if name in BOUNDS:
            word, bound = BOUNDS[name]
            missed = value > bound if word == "at most" else value < bound
            line += f"   {word} {bound:g}{', MISSED' if missed else ''}"
        yield line


@contextmanager
def apart() -> Iterator[int | None]:
    """Leaves one core to servers, and tells its number; None where there is only one."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) == 1:
        yield None
        return
    os.sched_setaffinity(0, cores[1:])
    try:
        yield cores[0]
    finally:
        os.sched_setaffinity(0, cores)


def cost(work: Callable[[], object]) -> Cost:
    """What this process needs for some work."""
    started, before = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - started, time.process_time() - before)


def write_own(path: Path, target: Path) -> None:
    """The export as the script makes it."""
    database = open_database(f"sqlite:///{path}")
    with snapshot(database) as connection:
        export_file(connection, Export(view_named("events"), format_named("parquet")), target, lambda _: None)
    database.close()


def stream_all(path: Path, core: int | None) -> Streamed:
    """Downloads from a server of its own: some that only wait for the first byte, a whole one, a compressed one."""
    seen = Streamed()
    command = python("scripts.serve", "--database", f"sqlite:///{path}", "--port", "0")
    # Whoever reads has a process of its own: a busy neighbour in this one would be measured as a slow server.
    with (
        running("dateline", command, core=core, path="/health") as server,
        ProcessPoolExecutor(1, get_context("spawn")) as reader,
    ):
        reader.submit(int).result()
        with asking(server, seen.quiet):
            time.sleep(QUIET_SECONDS)
        seen.idle_mb = server.resident_mb()
        forget_peak(server)
        for _ in range(FIRST_BYTES):
            seen.first_bytes.append(wait_for_first_byte(server))
            time.sleep(0.2)
        before, started = server.cpu_seconds(), time.perf_counter()
        with asking(server, seen.waits):
            seen.rows = reader.submit(read_lines, server).result()
        seen.cost = Cost(time.perf_counter() - started, server.cpu_seconds() - before)
        with asking(server, seen.compressed_waits):
            reader.submit(read_compressed, server, max(1_000, seen.rows // 10)).result()
        seen.peak_mb = peak_mb(server)
    return seen


def forget_peak(server: Server) -> None:
    """Lets the kernel count the most memory from now on."""
    Path(f"/proc/{server.pid}/clear_refs").write_text("5")


def peak_mb(server: Server) -> float:
    """The most memory since then."""
    lines = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM:"))


def opened(
    server: Server, query: str = "", coding: str = "identity"
) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    """A download that has begun."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.request("GET", f"/v1/events.ndjson{query}", headers={"Accept-Encoding": coding})
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


def read_compressed(server: Server, rows: int) -> None:
    """Takes so many rows as bytes that nobody unpacks."""
    connection, answer = opened(server, f"?limit={rows}", "gzip")
    while answer.read(1 << 20):
        pass
    connection.close()


@contextmanager
def asking(server: Server, waits: list[float]) -> Iterator[None]:
    """Asks for /health again and again while the block runs."""
    done = threading.Event()
    neighbour = threading.Thread(target=ask_meanwhile, args=(server, waits, done))
    neighbour.start()
    try:
        yield
    finally:
        done.set()
        neighbour.join()


def ask_meanwhile(server: Server, waits: list[float], done: threading.Event) -> None:
    """Notes how long each answer takes."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    while not done.wait(PAUSE):
        started = time.perf_counter()
        connection.request("GET", "/health")
        connection.getresponse().read()
        waits.append(time.perf_counter() - started)
    connection.close()


if __name__ == "__main__":
    typer.run(main)
