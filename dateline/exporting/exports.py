"""One export: the chosen rows of a view, in a format, to a target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from dateline.exporting.fields import Record
from dateline.exporting.formats import FORMATS
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.remote import RemoteStore
from dateline.exporting.streaming import EVERYTHING, Choice, Month, count_rows, months_of, stream
from dateline.exporting.targets import Sink, file_sink, folder_target, stream_sink
from dateline.exporting.views.view import View
from schema.errors import QueryError

LINK = "link"
"""The field of rows that the server's page shows."""
Tell = Callable[[int], None]
"""Is told how many rows are written."""
Origin = Connection | RemoteStore
"""Where rows come from; a remote store knows itself which."""


@dataclass(frozen=True, slots=True)
class Export:
    """What to write."""

    view: View
    format: type[Writer]
    choice: Choice = EVERYTHING
    options: Options = field(default_factory=Options)
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: numbers of rows and bytes, the SHA-256 of a single file, remarks for the person."""

    rows: int
    size: int
    sha256: str | None = None
    remarks: tuple[str, ...] = ()


def export_file(origin: Origin, export: Export, path: Path, tell: Tell) -> Written:
    """Writes one file.  Raises InputError, LimitError, UnavailableError; then the file is as it was before."""
    _check(export)
    with file_sink(path) as sink:
        return _write(sink, export, read_rows(origin, export), tell)


def export_files(origin: Origin, exports: Sequence[Export], paths: Sequence[Path], tell: Tell) -> list[Written]:
    """Writes the same rows to several files, each read once; errors as of `export_file`, and then none is there."""
    with ExitStack() as stack:
        sinks = [stack.enter_context(file_sink(path)) for path in paths]
        writers = [one.format(sink, one.view, one.options) for one, sink in zip(exports, sinks, strict=True)]
        rows = 0
        for chunk in read_rows(origin, exports[0]):
            for writer in writers:
                writer.write(chunk)
            rows += len(chunk)
            tell(rows)
        for writer in writers:
            writer.close()
        return [Written(rows, sink.size, sink.sha256) for sink in sinks]


def export_stream(origin: Origin, export: Export, descriptor: int, tell: Tell) -> Written:
    """Writes to an open file descriptor."""
    _check(export)
    with stream_sink(descriptor, "Standard output") as sink:
        return _write(sink, export, read_rows(origin, export), tell)


def export_months(origin: Origin, export: Export, path: Path, tell: Tell) -> Written:
    """Writes a folder with a folder for each month that has rows: `month=2024-11/events.parquet`."""
    _check(export)
    months = _months(origin, export.view)
    rows = size = 0
    remarks: list[str] = []
    with folder_target(path) as folder:
        for month in months:
            chunks = read_rows(origin, replace(export, month=month))
            first = next(chunks, None)
            if first is None:
                continue
            file = folder / month.folder / f"{export.view.name}{export.format.suffix}"
            file.parent.mkdir()
            with file_sink(file) as sink:
                written = _write(sink, export, _rejoined(first, chunks), tell, rows)
            rows, size = rows + written.rows, size + written.size
            remarks.extend(f"{month.folder}: {remark}" for remark in written.remarks)
    return Written(rows, size, None, tuple(remarks))


def read_rows(origin: Origin, export: Export) -> Iterator[list[Record]]:
    """The rows to write, a chunk at a time."""
    if isinstance(origin, RemoteStore):
        # Its rows have the server's links.
        return origin.stream(export.view, export.month)
    chunks = stream(origin, export.view, export.choice, export.month)
    has_links = export.options.site and any(field.name == LINK for field in export.view.fields)
    return _linked(chunks, export.options.site.rstrip("/")) if has_links else chunks


def _linked(chunks: Iterable[list[Record]], site: str) -> Iterator[list[Record]]:
    for chunk in chunks:
        for record in chunk:
            record[LINK] = site + record[LINK]
        yield chunk


def expected_rows(origin: Origin, view: View, choice: Choice = EVERYTHING) -> int:
    """How many rows there will be."""
    return origin.count(view) if isinstance(origin, RemoteStore) else count_rows(origin, view, choice)


def _months(origin: Origin, view: View) -> list[Month]:
    if view.dates is None:
        raise QueryError(f"The {view.name} have no date to partition by.", hint="Leave --partition out.")
    return origin.months(view) if isinstance(origin, RemoteStore) else months_of(origin, view)


def _rejoined(first: list[Record], others: Iterable[list[Record]]) -> Iterable[list[Record]]:
    yield first
    yield from others


def _check(export: Export) -> None:
    if not export.format.can_write(export.view):
        raise QueryError(
            f"The {export.view.name} cannot be written as {export.format.name}.",
            hint=f"Use {', '.join(known.name for known in FORMATS if known.can_write(export.view))}.",
        )


def _write(sink: Sink, export: Export, chunks: Iterable[list[Record]], tell: Tell, before: int = 0) -> Written:
    writer = export.format(sink, export.view, export.options)
    rows = 0
    for chunk in chunks:
        writer.write(chunk)
        rows += len(chunk)
        tell(before + rows)
    writer.close()
    return Written(rows, sink.size, sink.sha256, tuple(writer.remarks()))
