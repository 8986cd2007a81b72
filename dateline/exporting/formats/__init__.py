"""The formats.  To add one, write a module with a `Writer` and put it into the tuple."""

from __future__ import annotations

from pathlib import Path

from dateline.exporting.formats.arrow import ArrowStreamWriter, ArrowWriter
from dateline.exporting.formats.csv import CsvWriter
from dateline.exporting.formats.geojson import GeoJsonWriter
from dateline.exporting.formats.geopackage import GeoPackageWriter
from dateline.exporting.formats.geoparquet import GeoParquetWriter
from dateline.exporting.formats.json import JsonWriter
from dateline.exporting.formats.kml import KmlWriter
from dateline.exporting.formats.ndjson import NdjsonWriter
from dateline.exporting.formats.parquet import ParquetWriter
from dateline.exporting.formats.writer import Writer
from dateline.exporting.formats.xlsx import XlsxWriter
from schema.errors import InputError

FORMATS: tuple[type[Writer], ...] = (
    JsonWriter,
    NdjsonWriter,
    CsvWriter,
    XlsxWriter,
    GeoJsonWriter,
    KmlWriter,
    GeoPackageWriter,
    ParquetWriter,
    GeoParquetWriter,
    ArrowWriter,
    ArrowStreamWriter,
)


def format_named(name: str) -> type[Writer]:
    """The format of a name; InputError where there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise InputError(f"There is no format {name!r}.", hint=f"Formats: {names}.")


def format_of_path(path: Path) -> type[Writer] | None:
    """The format that a file's suffix names."""
    for known in FORMATS:
        if path.suffix.lower() in (known.suffix, *known.other_suffixes):
            return known
    return None
