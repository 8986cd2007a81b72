"""A whole data set: each noun as Parquet, and a Frictionless Data Package that describes them.

Specification: https://datapackage.org/profiles/2.0/.  All files show one state of the database.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import orjson

from dateline.exporting.exports import Export, Origin, Written, export_file
from dateline.exporting.fields import Field, Kind, Record
from dateline.exporting.formats.parquet import ParquetWriter
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
    Kind.RECORD: "object",
    Kind.RECORDS: "array",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a data set is given to others; empty where nothing is said."""

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
    origin: Origin, path: Path, tell: Callable[[str, int], None], terms: Terms | None = None
) -> dict[str, Written]:
    """Fills the new folder `path`; tells the noun under way and its rows so far.  What was written, by noun.

    Raises InputError where the folder is there already, UnavailableError where the disk is full.
    """
    with folder_target(path) as folder:
        written = {view.name: _write(origin, view, folder, tell) for view in DATASET}
        (folder / DESCRIPTION).write_bytes(
            orjson.dumps(_package(written, terms or Terms()), option=orjson.OPT_INDENT_2) + b"\n"
        )
    return written


def _write(origin: Origin, view: View, folder: Path, tell: Callable[[str, int], None]) -> Written:
    return export_file(origin, Export(view, ParquetWriter), folder / _file(view), lambda rows: tell(view.name, rows))


def _file(view: View) -> str:
    return f"{view.name}{ParquetWriter.suffix}"


def _package(written: dict[str, Written], terms: Terms) -> Record:
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


def _resource(view: View, written: Written) -> Record:
    return {
        "name": view.name,
        "type": "table",
        "description": view.description,
        "path": _file(view),
        "format": ParquetWriter.name,
        "mediatype": ParquetWriter.media_type,
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "rowCount": written.rows,
        "schema": _schema(view),
    }


def _schema(view: View) -> Record:
    keys = [_foreign_key(view, field) for field in view.fields if field.refers_to is not None]
    described: Record = {"fields": [_field(field) for field in view.fields], "primaryKey": ["id"]}
    return described | ({"foreignKeys": keys} if keys else {})


def _foreign_key(view: View, field: Field) -> Record:
    # Without a resource it is the same one.
    resource = {} if field.refers_to == view.name else {"resource": field.refers_to}
    return {"fields": [field.name], "reference": {**resource, "fields": ["id"]}}


def _field(field: Field) -> Record:
    described: Record = {"name": field.name, "type": _TYPES[field.kind], "description": field.description}
    if field.fields:
        # Not of the specification, which leaves the inside of objects and arrays open; readers ignore what they
        # do not know.
        described["fields"] = [_field(own) for own in field.fields]
    return described
