"""One export: the chosen rows of a view, in a format, to a target."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from dateline.exporting.fields import Record
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.streaming import EVERYTHING, Choice, months_of, stream
from dateline.exporting.targets import Sink, file_sink, folder_target, stream_sink
from dateline.exporting.views.view import View
from schema.errors import QueryError

Tell = Callable[[int], None]
"""Is told how many rows are written."""


@dataclass(frozen=True, slots=True)
class Export:
    """What to write."""

    view: View
    format: type[Writer]
    choice: Choice = EVERYTHING
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: numbers of rows and bytes, the SHA-256 of a single file, remarks for the person."""

    rows: int
    size: int
    sha256: str | None = None
    remarks: tuple[str, ...] = ()


def export_file(connection: Connection, export: Export, path: Path, tell: Tell) -> Written:
    """Writes one file.  Raises InputError, LimitError, UnavailableError; then the file is as it was before."""
    _check(export)
    with file_sink(path) as sink:
        return _write(sink, export, stream(connection, export.view, export.choice), tell)


def export_stream(connection: Connection, export: Export, descriptor: int, tell: Tell) -> Written:
    """Writes to an open file descriptor."""
    _check(export)
    with stream_sink(descriptor, "Standard output") as sink:
        return _write(sink, export, stream(connection, export.view, export.choice), tell)


def export_months(connection: Connection, export: Export, path: Path, tell: Tell) -> Written:
    """Writes a folder with a folder for each month that has rows: `month=2024-11/events.parquet`."""
    _check(export)
    months = months_of(connection, export.view)
    rows = size = 0
    remarks: list[str] = []
    with folder_target(path) as folder:
        for month in months:
            chunks = stream(connection, export.view, export.choice, month)
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


def _rejoined(first: list[Record], others: Iterable[list[Record]]) -> Iterable[list[Record]]:
    yield first
    yield from others


def _check(export: Export) -> None:
    if not export.format.can_write(export.view):
        raise QueryError(
            f"The {export.view.name} cannot be written as {export.format.name}.",
            hint=f"Use {', '.join(export.view.formats)}.",
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
