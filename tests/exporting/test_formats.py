"""Each format, read back, is the store."""

import csv
import io
import json
from codecs import BOM_UTF8
from datetime import UTC, date, datetime

import geopandas
import orjson
import pyarrow as pa
import pytest
from lxml import etree
from pyarrow import parquet

from dateline.exporting import DATASET, FORMATS, VIEWS, Choice, Export, count_rows, export_file, snapshot, view_named
from dateline.exporting.fields import Kind, columns_of
from dateline.exporting.formats import format_named, format_of_path
from dateline.exporting.formats.csv import CsvWriter
from dateline.exporting.formats.parquet import GROUP
from dateline.exporting.formats.tables import arrow_schema
from dateline.exporting.formats.writer import Options
from dateline.exporting.targets import Sink
from schema.errors import InputError, QueryError
from tests.exporting.sheets import sheet_of

NOUNS = [view.name for view in DATASET]


def plain(found):
    """Records as JSON has them."""
    return orjson.loads(orjson.dumps(found, option=orjson.OPT_UTC_Z))


@pytest.mark.parametrize("name", [view.name for view in VIEWS])
def test_json_is_the_store(records, exported, name):
    expected = plain(records(name))
    assert json.loads(exported(name, "json").read_text(encoding="utf-8")) == expected
    lines = exported(name, "ndjson").read_bytes().splitlines()
    assert [orjson.loads(line) for line in lines] == expected


@pytest.mark.parametrize("name", NOUNS)
def test_csv_is_the_store(records, exported, name):
    columns = columns_of(view_named(name).fields)
    expected = [[_cell(column.value(record)) for column in columns] for record in records(name)]
    with exported(name, "csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert header == [column.name for column in columns]
    assert rows == expected


def _cell(value):
    if value is None or isinstance(value, str):
        return value or ""
    shown = orjson.dumps(value, option=orjson.OPT_UTC_Z).decode()
    return shown.strip('"') if isinstance(value, date) else shown


@pytest.mark.parametrize("name", [*NOUNS, "acled"])
def test_parquet_and_arrow_are_the_store(records, exported, name):
    expected = records(name)
    schema = arrow_schema(view_named(name))
    from_parquet = parquet.read_table(exported(name, "parquet"))
    with pa.ipc.open_file(exported(name, "arrow")) as reader:
        from_arrow = reader.read_all()
    with pa.ipc.open_stream(exported(name, "arrow-stream")) as reader:
        from_stream = reader.read_all()
    for table in (from_parquet, from_arrow, from_stream):
        assert table.schema.equals(schema)
        assert table.to_pylist() == expected


def test_columns_have_types_and_descriptions(exported):
    schema = parquet.read_schema(exported("events", "parquet"))
    when = schema.field("when").type
    assert when.field("earliest").type == pa.date32()
    assert pa.types.is_list(schema.field("actors").type)
    assert schema.field("killed").type.field("best").type == pa.int64()
    assert schema.field("id").metadata[b"description"] == b"The event's id."
    article = parquet.read_schema(exported("articles", "parquet"))
    assert article.field("published_at").type == pa.timestamp("us", tz="UTC")


def test_geojson_is_a_collection_of_points(records, exported):
    for name in ("events", "locations"):
        found = json.loads(exported(name, "geojson").read_text(encoding="utf-8"))
        expected = records(name)
        assert found["type"] == "FeatureCollection"
        assert [feature["id"] for feature in found["features"]] == [record["id"] for record in expected]
        for feature, record in zip(found["features"], expected, strict=True):
            place = record["location"] if name == "events" else record
            assert feature["type"] == "Feature"
            assert feature["geometry"] == {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
    assert found["features"][0]["properties"]["geonames_id"] == 100


def test_other_programs_read_the_files(records, exported):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    duckdb, geopandas = pytest.importorskip("duckdb"), pytest.importorskip("geopandas")
    expected = records("events")
    ids, deadly = [record["id"] for record in expected], [r for r in expected if r["killed"]]
    path = exported("events", "parquet")
    assert list(pandas.read_parquet(path)["id"]) == ids
    assert list(pandas.read_csv(exported("events", "csv"))["killed_best"].dropna()) == [
        record["killed"]["best"] for record in deadly
    ]
    table = polars.read_parquet(path)
    assert table["id"].to_list() == ids
    assert table["when"].struct.field("earliest").to_list() == [record["when"]["earliest"] for record in expected]
    assert polars.read_ipc(exported("events", "arrow"))["id"].to_list() == ids
    total = sum(record["killed"]["best"] for record in deadly)
    assert duckdb.sql(f"SELECT sum(killed.best) FROM '{path}'").fetchall() == [(total,)]
    frame = geopandas.read_file(exported("events", "geojson"))
    assert str(frame.crs) == "EPSG:4326"
    assert list(frame.geometry.x) == [record["location"]["longitude"] for record in expected]


def nothing_chosen(world, path, format_):
    with snapshot(world) as connection:
        export = Export(view_named("events"), format_, Choice(search="nowhere-to-be-found"))
        return export_file(connection, export, path, lambda rows: None)


@pytest.mark.parametrize("format_", FORMATS)
def test_no_rows_make_a_whole_file(world, tmp_path, format_):
    path = tmp_path / f"none{format_.suffix}"
    assert nothing_chosen(world, path, format_).rows == 0
    contents = path.read_bytes()
    empty = {
        "json": lambda: json.loads(contents) == [],
        "ndjson": lambda: contents == b"",
        "csv": lambda: contents.count(b"\r\n") == 1,
        "geojson": lambda: json.loads(contents) == {"type": "FeatureCollection", "features": []},
        "xlsx": lambda: [row[0] for row in sheet_of(path)] == ["id"],
        "kml": lambda: b"<Placemark" not in contents and etree.fromstring(contents) is not None,
        "gpkg": lambda: len(geopandas.read_file(path)) == 0,
        "geoparquet": lambda: len(geopandas.read_parquet(path)) == 0,
        "parquet": lambda: parquet.read_table(path).num_rows == 0,
        "arrow": lambda: pa.ipc.open_file(path).read_all().num_rows == 0,
        "arrow-stream": lambda: pa.ipc.open_stream(path).read_all().num_rows == 0,
    }
    assert empty[format_.name]()


def write_cells(values, *, safe):
    """A CSV file of locations that have these names, and the writer."""
    view = view_named("locations")
    raw = io.BytesIO()
    writer = CsvWriter(Sink(raw), view, Options(spreadsheet_safe=safe))
    nothing = {field.name: None for field in view.fields}
    writer.write([{**nothing, "name": value, "latitude": -20.5} for value in values])
    writer.close()
    told = raw.getvalue()
    assert told.startswith(BOM_UTF8) is safe
    return list(csv.DictReader(io.StringIO(told.decode("utf-8-sig"), newline=""), strict=True)), writer, told


ODD = ['a "b", c', "line\r\nline", " edge ", "=1+1", "@x", "-5", "+1", "＝x", "🙂", "'quoted'", "a\tb", "\tx"]


def test_cells_are_exact(tmp_path):
    rows, writer, _ = write_cells(ODD, safe=False)
    assert [row["name"] for row in rows] == ODD
    assert writer.remarks() == []


def test_formulas_are_guarded_and_counted():
    rows, writer, _ = write_cells(ODD, safe=True)
    guarded = ["=1+1", "@x", "-5", "+1", "＝x", "\tx"]
    assert [row["name"] for row in rows] == ["'" + value if value in guarded else value for value in ODD]
    assert {row["latitude"] for row in rows} == {"-20.5"}
    assert writer.remarks() == ["An apostrophe was put before cells that a spreadsheet would calculate: 6 in name."]


def test_an_empty_text_is_not_an_unknown_one():
    _, _, contents = write_cells(["", None], safe=False)
    assert [line.split(b",")[1] for line in contents.splitlines()[1:]] == [b'""', b""]


def test_row_groups_fill_up_across_chunks():
    view = view_named("locations")
    raw = io.BytesIO()
    writer = format_named("parquet")(Sink(raw), view, Options())
    row = {field.name: "x" if field.kind is Kind.TEXT else None for field in view.fields}
    for _ in range(11):
        writer.write([row] * 1_000)
    writer.close()
    metadata = parquet.read_metadata(io.BytesIO(raw.getvalue()))
    assert [metadata.row_group(number).num_rows for number in range(2)] == [GROUP, 1_000]


def test_row_groups_of_large_rows_are_smaller(monkeypatch):
    monkeypatch.setattr("dateline.exporting.formats.parquet.MOST_BYTES", 10_000)
    view = view_named("articles")
    raw = io.BytesIO()
    writer = format_named("parquet")(Sink(raw), view, Options())
    for _ in range(3):
        writer.write([{field.name: "x" * 10_000 if field.name == "text" else None for field in view.fields}])
    writer.close()
    metadata = parquet.read_metadata(io.BytesIO(raw.getvalue()))
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [1, 1, 1]


def test_formats_are_found_by_name_and_by_suffix(tmp_path):
    for known in FORMATS:
        assert format_named(known.name) is known
        assert format_of_path(tmp_path / f"x{known.suffix.upper()}") is known
        assert "/" in known.media_type
    assert format_of_path(tmp_path / "x.jsonl") is format_named("ndjson")
    assert format_of_path(tmp_path / "x.xls") is None
    with pytest.raises(InputError, match=r"There is no format 'xls'\. Formats: json, ndjson"):
        format_named("xls")


def test_a_view_without_a_form_in_a_format_is_refused(world, tmp_path):
    for name, format_name in (("actors", "geojson"), ("annotations", "csv")):
        export = Export(view_named(name), format_named(format_name))
        with snapshot(world) as connection, pytest.raises(QueryError, match="cannot be written as"):
            export_file(connection, export, tmp_path / "x", lambda rows: None)
    assert list(tmp_path.iterdir()) == []


def test_counts_are_of_what_is_written(world, records):
    for view in VIEWS:
        with snapshot(world) as connection:
            assert count_rows(connection, view) == len(records(view.name))


def test_instants_end_in_z(exported):
    assert datetime(2024, 11, 5, 12, tzinfo=UTC).isoformat().replace("+00:00", "Z") in exported(
        "articles", "ndjson"
    ).read_text(encoding="utf-8")
