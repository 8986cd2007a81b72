"""GeoPackage 1.3 (OGC 12-128r17): an SQLite file with one layer of points in WGS 84, for QGIS, ArcGIS and GDAL."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import struct
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from dateline.exporting.fields import Kind, Record
from dateline.exporting.formats.flat import flat_columns
from dateline.exporting.formats.points import Extent, well_known
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink, spare_folder
from dateline.exporting.views.view import Point, View

WGS_84 = 4326
_APPLICATION = 0x47504B47
"""`GPKG`"""
_VERSION = 10300
_WGS_84_TEXT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS = (
    ("WGS 84", WGS_84, "EPSG", WGS_84, _WGS_84_TEXT),
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
)
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
"""
_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.REAL: "REAL",
    Kind.FLAG: "BOOLEAN",
    Kind.DAY: "DATE",
    Kind.INSTANT: "DATETIME",
}


class GeoPackageWriter(Writer):
    """One layer, made in a temporary file, because SQLite writes in all places of it."""

    name = "gpkg"
    media_type = "application/geopackage+sqlite3"
    suffix = ".gpkg"
    is_text = False

    @classmethod
    def can_write(cls, view: View) -> bool:
        """Only rows that have a place."""
        return view.point is not None

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        super().__init__(sink, view, options)
        self._columns = flat_columns(view.fields)
        self._extent = Extent()
        self._path = spare_folder(self) / "layer.gpkg"
        self._database = sqlite3.connect(self._path, check_same_thread=False)
        weakref.finalize(self, self._database.close)
        self._database.executescript(f"PRAGMA application_id={_APPLICATION}; PRAGMA user_version={_VERSION};{_TABLES}")
        self._database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL)", _SYSTEMS)
        own = "".join(f", {_quoted(column.name)} {_TYPES[column.kind]}" for column in self._columns)
        self._database.execute(
            f"CREATE TABLE {_quoted(view.name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT{own})"
        )
        self._insert = f"INSERT INTO {_quoted(view.name)} VALUES (NULL,?{',?' * len(self._columns)})"  # noqa: S608 - our own names

    def write(self, rows: Sequence[Record]) -> None:
        """Adds features."""
        with _told():
            self._database.executemany(self._insert, map(self._feature, rows))

    def close(self) -> None:
        """Describes the layer and writes the whole file."""
        name, box = self._view.name, self._extent.box or (None,) * 4
        self._database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, "
            "srs_id) VALUES (?,'features',?,?,?,?,?,?,?)",
            (name, name, self._view.description, *box, WGS_84),
        )
        self._database.execute("INSERT INTO gpkg_geometry_columns VALUES (?,'geom','POINT',?,0,0)", (name, WGS_84))
        with _told():
            self._database.commit()
        self._database.close()
        with self._path.open("rb") as file:
            shutil.copyfileobj(file, self._sink)

    def _feature(self, row: Record) -> tuple[Any, ...]:
        point = self._extent.point_of(row, self._view.point)
        return None if point is None else _blob(point), *(_stored(column.value(row)) for column in self._columns)


@contextmanager
def _told() -> Iterator[None]:
    """A full disk, which SQLite tells in a form of its own, as the system tells it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, "No space left on device") from error


def _blob(point: Point) -> bytes:
    """A header of eight bytes, little-endian and without an envelope, before the Well-Known Binary."""
    return struct.pack("<2sBBi", b"GP", 0, 1, WGS_84) + well_known(point)


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03}Z"
    return value.isoformat() if isinstance(value, date) else value


def _quoted(name: str) -> str:
    return f'"{name}"'
