"""Writes what the database holds to files: `dateline export NOUN`."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from dateline.exporting import (
    DATASET,
    FORMATS,
    Choice,
    Export,
    RemoteStore,
    Terms,
    expected_rows,
    export_dataset,
    export_file,
    export_months,
    export_stream,
    format_named,
    format_of_path,
    parse_since,
    parse_where,
    snapshot,
    view_named,
)
from dateline.exporting.exports import Origin, Written
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.views.view import View
from dateline.settings import Settings, read_settings
from dateline.store import open_database
from schema.errors import DatelineError, InputError
from scripts.options import DatabaseUrl
from scripts.progress import Reporter

COUNT_SECONDS = 1.0
"""An export that is under way so long tells how much is left."""

Noun = Annotated[
    str,
    typer.Argument(
        metavar="NOUN",
        help="events, actors, locations, quotes, articles, mentions; reports (what an article tells of an event), "
        "sources (publishers), flat-quotes (a table with speaker and office), "
        "acled (events in ACLED's columns), annotations (W3C Web Annotations), or dataset (all of it in a folder).",
    ),
]
Folder = Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="Only with dataset: the new folder.")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join(known.name for known in FORMATS)}; by default what the suffix of --output says.",
    ),
]
WhereJson = Annotated[
    str | None, typer.Option(metavar="JSON", help="Filters, as the `where` of the GraphQL API takes them.")
]
Search = Annotated[str | None, typer.Option(metavar="WORDS", help="Words that must be there.")]
Since = Annotated[
    str | None,
    typer.Option(metavar="MOMENT", help="Only what has changed since a day, or a moment like 2026-06-01T08:00:00Z."),
]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file; - is standard output.")]
Partition = Annotated[
    str | None, typer.Option(metavar="month", help="Write --output as a folder with a folder for each month.")
]
SpreadsheetSafe = Annotated[
    bool,
    typer.Option(
        "--spreadsheet-safe",
        help="CSV: begin with a byte order mark, and put an apostrophe before cells that would be calculated.",
    ),
]
ServerUrl = Annotated[
    str | None,
    typer.Option("--server", metavar="URL", help="Read from a running server, like http://127.0.0.1:8000, instead."),
]
Key = Annotated[
    str | None,
    typer.Option(
        metavar="KEY",
        envvar="DATELINE_KEY",
        help="The key that --server asks for; better by the environment, which other users cannot see.",
    ),
]


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asked for."""

    noun: str
    folder: Path | None
    format: str | None
    where: str | None
    search: str | None
    since: str | None
    output: str
    partition: str | None
    spreadsheet_safe: bool


def main(
    noun: Noun,
    folder: Folder = None,
    format_: Format = None,
    where: WhereJson = None,
    search: Search = None,
    since: Since = None,
    output: Output = "-",
    partition: Partition = None,
    spreadsheet_safe: SpreadsheetSafe = False,
    database: DatabaseUrl = None,
    server: ServerUrl = None,
    key: Key = None,
) -> None:
    """Export events, actors, locations, quotes, articles, mentions, reports or sources.

    Rows come in the order of their ids and show one state of the database.  A file appears only when it is whole.
    The exit status is 1 if nothing was exported, 130 if it was stopped.

    Examples:

      dateline export events --output events.parquet

      dateline export events --where '{"type": {"eq": "PROTEST"}, "countryCode": {"eq": "KE"}}' -o kenya.csv

      dateline export quotes --search flood --since 2026-06-01 --format ndjson | head

      dateline export events --format parquet --partition month --output events/

      dateline export events --where '{"killed": {"gte": 1}}' --output deadly.geojson

      dateline export events --output events.xlsx

      dateline export acled --output acled.csv

      dateline export annotations --output annotations.ndjson

      dateline export dataset dateline-2024/

      dateline export events --server http://127.0.0.1:8000 --output events.parquet

      DATELINE_KEY=... dateline export dataset copy/ --server https://news.example
    """
    order = Order(noun, folder, format_, where, search, since, output, partition, spreadsheet_safe)
    try:
        if database is not None and server is not None:
            raise InputError("--database and --server exclude each other.", hint="Give one of them.")
        remote = None if server is None else remote_store(order, server, key)
        export(order, read_settings(database_url=database), remote)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("Stopped.  Nothing unfinished was left.", err=True)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # Whoever read standard output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None


def remote_store(order: Order, url: str, key: str | None) -> RemoteStore:
    """The server to read from; InputError for a key that cannot be one."""
    if key is not None and not (key.isascii() and key.isprintable()):
        raise InputError("The key has characters that no key has.", hint="Copy it again, without line ends.")
    given = {"where": order.where, "search": order.search, "since": order.since}
    return RemoteStore(url, {name: value for name, value in given.items() if value is not None}, key)


def export(order: Order, settings: Settings, server: RemoteStore | None = None) -> None:
    """Writes what was asked for; DatelineError where that does not work."""
    # Checked before anything is opened: mistakes are told at once.
    wanted = dataset_folder(order) if order.noun == "dataset" else wanted_export(order, settings.site)
    terms = Terms(settings.dataset_license, settings.dataset_license_url, settings.dataset_citation)
    with opened_origin(settings, server) as origin:
        if isinstance(wanted, Path):
            write_dataset(origin, wanted, terms, settings.site)
        else:
            write_view(origin, wanted, order)


@contextmanager
def opened_origin(settings: Settings, server: RemoteStore | None) -> Iterator[Origin]:
    """The server, or one state of the database."""
    if server is not None:
        yield server
        return
    with (
        closing(open_database(settings.database_url)) as opened,
        snapshot(opened.restricted(settings.rights)) as connection,
    ):
        yield connection


def dataset_folder(order: Order) -> Path:
    """The folder of a data set; InputError for options that it does not have."""
    if order.folder is None:
        raise InputError("dataset needs a folder.", hint="dateline export dataset FOLDER")
    options = (order.format, order.where, order.search, order.since, order.partition)
    if any(option is not None for option in options) or order.output != "-" or order.spreadsheet_safe:
        raise InputError(
            "dataset writes all of everything as CSV and Parquet.",
            hint="It takes no option but --database or --server.",
        )
    return order.folder


def wanted_export(order: Order, site: str) -> Export:
    """The export that was asked for, checked without a database."""
    view = view_named(order.noun)
    if order.folder is not None:
        raise InputError(f"What is {str(order.folder)!r}?", hint="Files are named by --output; dataset takes a folder.")
    if order.partition not in (None, "month"):
        raise InputError(f"--partition is {order.partition!r}.", hint="It takes month.")
    choice = Choice(
        None if order.where is None else parse_where(order.where, view.filters),
        order.search,
        None if order.since is None else parse_since(order.since),
    )
    chosen = choose_format(order, view)
    if order.spreadsheet_safe and chosen.name != "csv":
        raise InputError(f"--spreadsheet-safe is for csv; this is {chosen.name}.", hint="Leave it out.")
    return Export(view, chosen, choice, Options(order.spreadsheet_safe, site))


def choose_format(order: Order, view: View) -> type[Writer]:
    """The format that was named, else that of the file's suffix, else the view's own for standard output."""
    chosen = format_named(order.format) if order.format else format_of_path(Path(order.output))
    if order.output != "-":
        if chosen is None:
            raise InputError(f"The suffix of {order.output!r} names no format.", hint="Give --format.")
        return chosen
    if order.partition:
        raise InputError("Months are written to a folder.", hint="Name it by --output.")
    chosen = chosen or format_named(view.default_format)
    if not chosen.is_text and sys.stdout.isatty():
        raise InputError(f"A terminal cannot show {chosen.name}.", hint="Name a file by --output.")
    return chosen


def write_view(origin: Origin, wanted: Export, order: Order) -> None:
    """Writes one view and says so."""
    started = time.monotonic()
    with Reporter("Writing", wanted.view.name, None) as reporter:
        tell = counting_late(reporter, lambda: expected_rows(origin, wanted.view, wanted.choice))
        if order.output == "-":
            written = export_stream(origin, wanted, sys.stdout.fileno(), tell)
        elif order.partition:
            written = export_months(origin, wanted, Path(order.output), tell)
        else:
            written = export_file(origin, wanted, Path(order.output), tell)
    target = "standard output" if order.output == "-" else order.output
    for remark in written.remarks:
        typer.echo(remark, err=True)
    typer.echo(summary(wanted.view.name, written, target, time.monotonic() - started), err=True)


def counting_late(reporter: Reporter, count: Callable[[], int]) -> Callable[[int], None]:
    """Tells progress, and of how many once that is worth knowing: counting first would keep readers waiting."""
    started = time.monotonic()
    total: int | None = None

    def tell(rows: int) -> None:
        nonlocal total
        if total is None and time.monotonic() - started >= COUNT_SECONDS:
            total = count()
        reporter.tell(rows, total)

    return tell


def write_dataset(origin: Origin, path: Path, terms: Terms, site: str) -> None:
    """Writes all nouns and says so."""
    started = time.monotonic()
    totals = {view.name: expected_rows(origin, view) for view in DATASET}
    with reporting(totals) as tell:
        written = export_dataset(origin, path, tell, terms, site)
    for name, files in written.items():
        told = ", ".join(f"{size_of(one.size)} of {chosen.name}" for chosen, one in files.items())
        typer.echo(f"{max(one.rows for one in files.values()):,} {name}, {told}", err=True)
    typer.echo(f"Written to {path} in {time.monotonic() - started:.1f} s.", err=True)


@contextmanager
def reporting(totals: dict[str, int]) -> Iterator[Callable[[str, int], None]]:
    """Progress over all nouns, told by noun."""
    with Reporter("Writing", "rows", sum(totals.values())) as reporter:
        done = dict.fromkeys(totals, 0)

        def tell(name: str, rows: int) -> None:
            done[name] = rows
            reporter.tell(sum(done.values()))

        yield tell


def summary(name: str, written: Written, target: str, seconds: float) -> str:
    """`1,204 rows of events written to events.csv (0.4 MB) in 0.3 s.`"""
    return f"{written.rows:,} rows of {name} written to {target} ({size_of(written.size)}) in {seconds:.1f} s."


def size_of(size: int) -> str:
    """Bytes for people: `812 bytes`, `0.4 MB`."""
    return f"{size:,} bytes" if size < 100_000 else f"{size / 1_000_000:,.1f} MB"


def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Handles SIGTERM."""
    raise KeyboardInterrupt


def prepare() -> None:
    """Lets SIGTERM end the process as Ctrl-C does."""
    signal.signal(signal.SIGTERM, stop)


if __name__ == "__main__":
    prepare()
    typer.run(main)
