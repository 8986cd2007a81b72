"""Whole lists as files over HTTP are what the script writes; connections come back whatever happens."""

import io

import pytest

from api.rest.downloads import read_chunks
from dateline.exporting import Choice, Export, export_file, format_named, snapshot, view_named


@pytest.mark.parametrize(
    ("noun", "suffix"),
    [(noun, suffix) for noun in ("events", "locations") for suffix in ("csv", "geojson", "parquet", "arrow")]
    + [(noun, suffix) for noun in ("actors", "quotes", "articles") for suffix in ("csv", "parquet", "arrow")],
)
def test_a_download_is_the_file_that_the_script_writes(rest, tmp_path, noun, suffix):
    answer = rest.client.get(f"/v1/{noun}.{suffix}")
    chosen = format_named(suffix)
    path = tmp_path / f"{noun}.{suffix}"
    with snapshot(rest.database) as connection:
        written = export_file(connection, Export(view_named(noun), chosen), path, lambda _: None)
    assert written.rows > 0
    assert answer.content == path.read_bytes()
    assert answer.headers["content-type"].partition(";")[0] == chosen.media_type.partition(";")[0]
    assert answer.headers["content-disposition"] == f'attachment; filename="{noun}.{suffix}"'


def test_filters_and_search_choose_the_rows(rest):
    parquet = pytest.importorskip("pyarrow.parquet")
    for query in ("type=PROTEST", "search=porto", "killed.gte=7&when.gte=2024-11-01"):
        table = parquet.read_table(io.BytesIO(rest.client.get(f"/v1/events.parquet?{query}").content))
        assert sorted(table.column("id").to_pylist()) == sorted(rest.ids(f"events?{query}&limit=100"))


@pytest.mark.parametrize("query", ["limit=5", "killed.gte=many", "nothing=1", "order=KILLED.ASC"])
def test_parameters_that_make_no_sense_are_refused_before_anything_is_sent(rest, query):
    assert rest.refuse(f"events.csv?{query}")["code"] == "BAD_QUERY"


def test_there_is_no_map_of_what_has_no_point(rest):
    assert rest.refuse("quotes.geojson", 404)["code"] == "NOT_FOUND"


def test_a_download_that_is_broken_off_gives_its_connection_back(rest, monkeypatch):
    monkeypatch.setattr("dateline.exporting.streaming.CHUNK", 2)
    pool = rest.database.engine.pool
    before = pool.checkedout()
    chunks = read_chunks(rest.database, Export(view_named("events"), format_named("csv"), Choice()))
    assert next(chunks)
    assert pool.checkedout() == before + 1
    chunks.close()
    assert pool.checkedout() == before
