"""Sheets and maps, each opened by a reader of its own."""

import gc
import io
import json
import shutil
import sqlite3
import subprocess
from datetime import UTC, date, datetime, timedelta

import duckdb
import geopandas
import openpyxl
import pandas
import pytest
from lxml import etree
from openpyxl.utils.escape import unescape
from pyarrow import parquet

from dateline.exporting import Export, export_file, format_named, snapshot, view_named
from dateline.exporting.formats import xlsx
from dateline.exporting.formats.flat import flat_columns
from dateline.exporting.formats.geopackage import GeoPackageWriter
from dateline.exporting.formats.writer import Options
from dateline.exporting.targets import Sink
from schema.errors import LimitError, UnavailableError
from tests.exporting.sheets import sheet_of

KML = {"kml": "http://www.opengis.net/kml/2.2"}
MAPPED = ("events", "locations")
TABLES = ("events", "locations", "reports", "sources", "articles", "flat-quotes", "acled")
HOSTILE = [
    *("=1+1", "+1", "@x", "-5", '<&>"', "a\x00b\x0bc", "https://x.example"),
    *("line\nline", "🙂", "_x0041_", " edge "),
]
READABLE = [value.replace("\x00", "\ufffd").replace("\x0b", "\ufffd") for value in HOSTILE]


def places(values, format_name):
    """A file of locations that have these names, at one point, but the last of them at none."""
    view = view_named("locations")
    raw = io.BytesIO()
    writer = format_named(format_name)(Sink(raw), view, Options())
    nothing = {field.name: None for field in view.fields}
    point = {"latitude": -20.5, "longitude": 30.25}
    rows = [{**nothing, **point, "id": f"loc_{number}", "name": value} for number, value in enumerate(values)]
    rows[-1] |= {"latitude": None, "longitude": None}
    writer.write(rows)
    writer.close()
    return io.BytesIO(raw.getvalue()), writer


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_is_the_store(records, exported, name):
    columns = flat_columns(view_named(name).fields)
    header, *rows = sheet_of(exported(name, "xlsx"))
    expected = [{column.name: _in_a_sheet(column.value(record)) for column in columns} for record in records(name)]
    for row, told in zip(rows, expected, strict=True):
        assert dict(zip(header, row, strict=True)).items() ^ told.items() == set()
    described = sheet_of(exported(name, "xlsx"), "columns")
    assert described[1:] == [(column.name, column.description) for column in columns]


def _in_a_sheet(value):
    if isinstance(value, datetime):
        # Sheets know milliseconds.
        return value.astimezone(UTC).replace(tzinfo=None, microsecond=0) + timedelta(
            milliseconds=round(value.microsecond / 1000)
        )
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - as openpyxl gives days
    return value


def test_a_sheet_calculates_nothing_and_loses_nothing():
    file, _ = places(HOSTILE, "xlsx")
    sheet = openpyxl.load_workbook(file)["locations"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    # Spreadsheets undo what the writer escapes by the standard; openpyxl leaves that to whoever asks.
    assert [unescape(cell.value) for cell in cells] == READABLE
    assert [cell.hyperlink for cell in cells] == [None] * len(HOSTILE)


def test_what_a_cell_has_no_room_for_is_cut_and_told():
    file, writer = places(["🙂" * 20_000, "short"], "xlsx")
    sheet = openpyxl.load_workbook(file)["locations"]
    assert sheet.cell(2, 2).value == "🙂" * 16_383
    assert writer.remarks() == ["A cell holds 32,767 characters; longer texts were cut off: 1 in name."]


def test_days_that_sheets_count_differently_are_texts(records, monkeypatch):
    assert date(1900, 3, 1) == xlsx.FIRST_DAY
    view = view_named("reports")
    raw = io.BytesIO()
    writer = format_named("xlsx")(Sink(raw), view, Options())
    nothing = {field.name: None for field in view.fields}
    writer.write([{**nothing, "id": "r", "when_earliest": date(1899, 12, 31), "when_latest": date(1900, 3, 1)}])
    writer.close()
    (_, row) = openpyxl.load_workbook(io.BytesIO(raw.getvalue()))["reports"].iter_rows(values_only=True)
    assert "1899-12-31" in row
    assert datetime(1900, 3, 1) in row  # noqa: DTZ001


def test_a_sheet_that_is_full_is_refused(world, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 5)
    export = Export(view_named("events"), format_named("xlsx"))
    with snapshot(world) as connection, pytest.raises(LimitError, match="A sheet has room for 5 rows"):
        export_file(connection, export, tmp_path / "x.xlsx", lambda rows: None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", MAPPED)
@pytest.mark.parametrize("format_name", ["gpkg", "geoparquet", "kml"])
def test_a_map_is_the_store(records, exported, name, format_name):
    expected = records(name)
    path = exported(name, format_name)
    frame = geopandas.read_parquet(path) if format_name == "geoparquet" else geopandas.read_file(path)
    assert list(frame["id"]) == [record["id"] for record in expected]
    places = [record["location"] if name == "events" else record for record in expected]
    assert [(point.x, point.y) for point in frame.geometry] == [(one["longitude"], one["latitude"]) for one in places]
    assert frame.crs.to_string() in ("EPSG:4326", "OGC:CRS84")
    if name == "events" and format_name == "gpkg":
        days = [None if pandas.isna(day) else day.date() for day in frame["when_earliest"]]
        assert days == [record["when"]["earliest"] for record in expected]
        assert list(frame["sources_url"]) == ["; ".join(s["url"] for s in record["sources"]) for record in expected]


@pytest.mark.parametrize("format_name", ["gpkg", "geoparquet", "kml"])
def test_rows_without_a_place_stay(tmp_path, format_name):
    file, _ = places(HOSTILE, format_name)
    path = tmp_path / f"x.{format_name}"
    path.write_bytes(file.getvalue())
    frame = geopandas.read_parquet(path) if format_name == "geoparquet" else geopandas.read_file(path)
    assert len(frame) == len(HOSTILE)
    assert [bool(point) and (point.x, point.y) for point in frame.geometry[:2]] == [(30.25, -20.5)] * 2
    assert frame.geometry.iloc[-1] is None


def test_kml_is_well_formed_and_escaped():
    file, _ = places(HOSTILE, "kml")
    tree = etree.parse(file)
    names = [one.text for one in tree.iterfind(".//kml:Placemark/kml:name", KML)]
    assert names == READABLE
    data = tree.findall(".//kml:Data[@name='name']/kml:value", KML)
    assert [one.text for one in data] == names


def test_kml_has_the_days(records, exported):
    tree = etree.parse(str(exported("events", "kml")))
    told = {
        one.get("id"): tuple(one.findtext(f"kml:TimeSpan/kml:{end}", None, KML) for end in ("begin", "end"))
        for one in tree.iterfind(".//kml:Placemark", KML)
    }
    expected = {
        record["id"]: tuple(day and day.isoformat() for day in (record["when"]["earliest"], record["when"]["latest"]))
        for record in records("events")
    }
    assert told == expected


def test_a_geopackage_says_that_it_is_one(records, exported):
    path = exported("events", "gpkg")
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        (box,) = database.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchall()
    database.close()
    assert box == tuple(geopandas.read_file(path).total_bounds)
    if shutil.which("ogrinfo"):
        command = ["ogrinfo", "-so", str(path), "events"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert f"Feature Count: {len(records('events'))}" in told


def test_geoparquet_says_which_column_is_where(records, exported):
    path = exported("events", "geoparquet")
    told = json.loads(parquet.read_metadata(path).metadata[b"geo"])
    assert (told["version"], told["primary_column"]) == ("1.1.0", "geometry")
    assert told["columns"]["geometry"]["bbox"] == list(geopandas.read_parquet(path).total_bounds)
    query = f"SELECT count(*), sum(killed.best) FROM read_parquet('{path}')"
    ((count, killed),) = duckdb.execute(query).fetchall()
    expected = records("events")
    assert (count, killed) == (len(expected), sum((one["killed"] or {}).get("best") or 0 for one in expected))


@pytest.mark.parametrize("format_name", ["xlsx", "gpkg"])
def test_what_is_given_up_leaves_no_files_behind(world, tmp_path, monkeypatch, format_name):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "spare"))
    (tmp_path / "spare").mkdir()

    def stop(rows):
        assert list((tmp_path / "spare").iterdir())
        raise ValueError("given up")

    export = Export(view_named("events"), format_named(format_name))
    with snapshot(world) as connection, pytest.raises(ValueError, match="given up"):
        export_file(connection, export, tmp_path / "x", stop)
    gc.collect()
    assert list((tmp_path / "spare").iterdir()) == []


def test_a_full_disk_is_told_by_a_geopackage_too(world, tmp_path, monkeypatch):
    class Full(GeoPackageWriter):
        def __init__(self, *given):
            super().__init__(*given)
            self._database.execute("PRAGMA max_page_count = 10")

    with snapshot(world) as connection, pytest.raises(UnavailableError, match="The disk is full"):
        export_file(connection, Export(view_named("events"), Full), tmp_path / "x.gpkg", lambda rows: None)
    assert list(tmp_path.iterdir()) == []
