"""A whole data set: each noun as CSV and as Parquet, and a Frictionless Data Package that describes them.

Specification: https://datapackage.org/profiles/2.0/.  All files show one state of the database.  The resources of the
package are the files of CSV, which its validators can read; each names the same table as Parquet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import orjson

from dateline.exporting.exports import Export, Origin, Written, export_files
from dateline.exporting.fields import Column, Field, Kind, Record, columns_of
from dateline.exporting.formats.csv import CsvWriter
from dateline.exporting.formats.parquet import ParquetWriter
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import folder_target
from dateline.exporting.views import DATASET
from dateline.exporting.views.view import View

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTION = "datapackage.json"
_TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.REAL: "number",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
    Kind.INSTANT: "datetime",
    Kind.TEXTS: "array",
    Kind.RECORDS: "array",
}
FORMATS: tuple[type[Writer], ...] = (CsvWriter, ParquetWriter)
Files = dict[type[Writer], Written]


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a data set is given to others; empty by default."""

    license: str = ""
    """The name of a licence, as SPDX or Open Definition have it: CC-BY-4.0."""
    license_url: str = ""
    citation: str = ""
    """How those who use it should cite it."""

    def describe(self) -> Record:
        """What a data package says of them."""
        own = {"name": self.license, "path": self.license_url}
        licenses = [{key: value for key, value in own.items() if value}]
        return ({"licenses": licenses} if licenses[0] else {}) | ({"citation": self.citation} if self.citation else {})


def export_dataset(
    origin: Origin, path: Path, tell: Callable[[str, int], None], terms: Terms | None = None, site: str = ""
) -> dict[str, Files]:
    """Fills the new folder `path`; tells the noun under way and its rows so far.  What was written, by noun.

    Raises InputError where the folder is there already, UnavailableError where the disk is full.
    """
    with folder_target(path) as folder:
        written = {view.name: _write(origin, view, folder, tell, Options(site=site)) for view in DATASET}
        (folder / DESCRIPTION).write_bytes(
            orjson.dumps(_package(written, terms or Terms()), option=orjson.OPT_INDENT_2) + b"\n"
        )
    return written


def _write(origin: Origin, view: View, folder: Path, tell: Callable[[str, int], None], options: Options) -> Files:
    exports = [Export(view, chosen, options=options) for chosen in FORMATS]
    paths = [folder / _file(view, chosen) for chosen in FORMATS]
    written = export_files(origin, exports, paths, lambda rows: tell(view.name, rows))
    return dict(zip(FORMATS, written, strict=True))


def _file(view: View, chosen: type[Writer]) -> str:
    return f"{view.name}{chosen.suffix}"


def _package(written: dict[str, Files], terms: Terms) -> Record:
    return {
        "$schema": PROFILE,
        "name": "dateline",
        "title": "Events, actors, locations and quotes read from news articles",
        "description": (
            "Each fact refers to the characters of the article that it was read from.  The words of articles belong to "
            "their publishers: each article says in its field `licence` what is allowed, where anything is known."
        ),
        "version": version("dateline"),
        "created": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        **terms.describe(),
        "resources": [_resource(view, written[view.name]) for view in DATASET],
    }


def _resource(view: View, files: Files) -> Record:
    return {
        "name": view.name,
        "type": "table",
        "description": view.description,
        **_describe(view, CsvWriter, files),
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "rowCount": files[CsvWriter].rows,
        "schema": _schema(view),
        # Not of the specification: the same table, with types and without texts of JSON.
        "alternates": [_describe(view, ParquetWriter, files)],
    }


def _describe(view: View, chosen: type[Writer], files: Files) -> Record:
    return {
        "path": _file(view, chosen),
        "format": chosen.name,
        "mediatype": chosen.media_type,
        "bytes": files[chosen].size,
        "hash": f"sha256:{files[chosen].sha256}",
    }


def _schema(view: View) -> Record:
    columns = columns_of(view.fields)
    keys = [_foreign_key(view, column) for column in columns if column.field.refers_to is not None]
    described: Record = {"fields": [_field(column.name, column.field) for column in columns], "primaryKey": ["id"]}
    return described | ({"foreignKeys": keys} if keys else {})


def _foreign_key(view: View, column: Column) -> Record:
    # The name of no resource is the same one: as the specification has it in version 1, which readers of 2 know.
    resource = "" if column.field.refers_to == view.name else column.field.refers_to
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}


def _field(name: str, field: Field) -> Record:
    described: Record = {"name": name, "type": _TYPES[field.kind], "description": field.description}
    if field.fields:
        # Not of the specification, which leaves the inside of arrays open; readers ignore what they do not know.
        described["fields"] = [
            {"name": own.name, "type": _TYPES[own.kind], "description": own.description} for own in field.fields
        ]
    return described
