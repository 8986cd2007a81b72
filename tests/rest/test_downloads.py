"""Whole lists as files over HTTP are what the script writes; connections come back whatever happens."""

import csv
import http.client
import io
import itertools
import socket
import sqlite3
from codecs import BOM_UTF8
from contextlib import ExitStack, closing

import openpyxl
import pytest

from api.keys import NOBODY
from api.rates import RateError, client_of
from api.rest.downloads import read_chunks
from dateline.exporting import FORMATS, Choice, Export, export_file, format_named, snapshot, streaming, view_named
from dateline.exporting.formats.writer import Options
from schema.errors import DatabaseError
from tests.rest.serving import Server, wait_until

TABLES = ("ndjson", "csv", "xlsx", "parquet", "arrow", "arrows")
MAPS = ("geojson", "kml", "gpkg", "geoparquet")


@pytest.mark.parametrize(
    ("noun", "suffix"),
    [(noun, suffix) for noun in ("events", "locations") for suffix in (*TABLES, *MAPS)]
    + [(noun, suffix) for noun in ("actors", "quotes", "articles") for suffix in TABLES],
)
def test_a_download_is_the_file_that_the_script_writes(rest, tmp_path, noun, suffix):
    answer = rest.client.get(f"/v1/{noun}.{suffix}")
    chosen = next(one for one in FORMATS if one.suffix == f".{suffix}")
    path = tmp_path / f"{noun}.{suffix}"
    export = Export(view_named(noun), chosen, options=Options(site=str(rest.client.base_url)))
    with snapshot(rest.database) as connection:
        written = export_file(connection, export, path, lambda _: None)
    assert written.rows > 0
    assert content_of(answer.content, suffix) == content_of(path.read_bytes(), suffix)
    if suffix != "geoparquet":
        # Which is Parquet by its media type.
        accepted = rest.client.get(f"/v1/{noun}", headers={"Accept": chosen.media_type}).content
        assert content_of(accepted, suffix) == content_of(answer.content, suffix)
    assert answer.headers["content-type"].partition(";")[0] == chosen.media_type.partition(";")[0]
    assert answer.headers["content-disposition"] == f'attachment; filename="{noun}.{suffix}"'


def content_of(whole, suffix):
    """What a file holds, without the moment when it was made, which two of the formats note."""
    if suffix == "xlsx":
        return [list(sheet.values) for sheet in openpyxl.load_workbook(io.BytesIO(whole))]
    if suffix == "gpkg":
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(whole)
            return [line for line in database.iterdump() if 'INTO "gpkg_contents"' not in line]
    return whole


def test_csv_for_spreadsheets_is_asked_for(rest):
    exact = rest.client.get("/v1/events.csv").content
    assert rest.client.get("/v1/events.csv?spreadsheet=false").content == exact
    assert rest.client.get("/v1/events.csv?spreadsheet=true").content == BOM_UTF8 + exact
    accepted = rest.client.get("/v1/events?spreadsheet=true", headers={"Accept": "text/csv"})
    assert accepted.content == BOM_UTF8 + exact
    assert "no parameter 'spreadsheet'" in rest.refuse("events.kml?spreadsheet=true")["detail"]


def test_links_lead_to_the_page(rest):
    for event in csv.DictReader(io.StringIO(rest.client.get("/v1/events.csv?limit=3").text)):
        assert event["link"] == f"{rest.client.base_url}/event/{event['id']}".replace("//event", "/event")
        assert rest.client.get(event["link"]).status_code == 200


def test_filters_and_search_choose_the_rows(rest):
    parquet = pytest.importorskip("pyarrow.parquet")
    for query in ("type=PROTEST", "search=porto", "killed.gte=7&when.gte=2024-11-01"):
        table = parquet.read_table(io.BytesIO(rest.client.get(f"/v1/events.parquet?{query}").content))
        assert sorted(table.column("id").to_pylist()) == sorted(rest.ids(f"events?{query}&limit=100"))


def test_a_limit_and_a_moment_choose_the_rows(rest):
    lines = rest.client.get("/v1/events.ndjson").text.splitlines()
    assert rest.client.get("/v1/events.ndjson?limit=5").text.splitlines() == lines[:5]
    assert rest.client.get("/v1/events.ndjson?since=2024-01-01").text.splitlines() == lines
    assert rest.client.get("/v1/events.ndjson?since=2999-01-01T00:00:00Z").text == ""


@pytest.mark.parametrize("query", ["limit=0", "since=monday", "killed.gte=many", "nothing=1", "order=KILLED.ASC"])
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


def test_a_file_comes_in_pieces_however_much_is_read_at_once(rest, monkeypatch):
    monkeypatch.setattr("api.rest.downloads.PIECE", 1_000)
    options = Options(site=str(rest.client.base_url))
    pieces = list(read_chunks(rest.database, Export(view_named("events"), format_named("ndjson"), Choice(), options)))
    assert max(map(len, pieces)) <= 1_000 < len(b"".join(pieces))
    assert b"".join(pieces) == rest.client.get("/v1/events.ndjson").content


def test_head_sends_no_rows(rest):
    head = rest.client.head("/v1/events.ndjson")
    assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", "application/x-ndjson")
    assert rest.database.engine.pool.checkedout() == 0


def test_too_many_downloads_at_once_are_turned_away(served):
    api = served(max_downloads=1)
    room = api.client.app.state.download_room
    with room.seat("host:192.0.2.1"):
        answer = api.client.get("/v1/events.csv")
        assert (answer.status_code, answer.json()["code"]) == (503, "UNAVAILABLE")
        assert answer.headers["retry-after"] == "5"
        assert api.client.get("/v1/events").status_code == 200
    for _ in range(3):
        assert api.client.get("/v1/events.csv").status_code == 200
    assert api.client.get("/v1/events.csv?near=1,2,-3").status_code == 400
    assert api.client.get("/v1/events.csv").status_code == 200


def test_a_client_that_has_its_share_of_downloads_leaves_the_others_to_others(served):
    api = served(max_downloads=3, max_client_downloads=1)
    room = api.client.app.state.download_room
    own = client_of({"client": api.client._transport.client}, NOBODY)
    with room.seat(own):
        answer = api.client.get("/v1/events.csv")
        assert (answer.status_code, answer.json()["code"]) == (429, "LIMIT")
        assert answer.headers["retry-after"] == "5"
        with room.seat("host:192.0.2.1"), room.seat("host:192.0.2.2"):
            pass
    assert api.client.get("/v1/events.csv").status_code == 200


@pytest.mark.parametrize(("host", "given", "share"), [("127.0.0.1", None, 8), ("0.0.0.0", None, 4), ("0.0.0.0", 6, 6)])
def test_one_client_has_all_downloads_on_its_own_machine_and_half_elsewhere(served, host, given, share):
    room = served(host=host, open_scopes="read,export", max_client_downloads=given).client.app.state.download_room
    with ExitStack() as seats:
        for _ in range(share):
            seats.enter_context(room.seat("host:192.0.2.1"))
        with pytest.raises(RateError), room.seat("host:192.0.2.1"):
            pass


def test_a_share_of_downloads_says_when_to_ask_again_where_prices_are_counted_too(served):
    api = served(max_client_downloads=1, rate="300000/hour")
    with api.client.app.state.download_room.seat(client_of({"client": api.client._transport.client}, NOBODY)):
        answer = api.client.get("/v1/events.csv")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")
    assert "ratelimit" in answer.headers


def endless(monkeypatch, break_off=None):
    """Has the rows of a view come again and again, until `break_off(number of chunks)` raises."""

    def read_rows(connection, export):
        chunk = next(one_chunk(connection, export.view, export.choice))
        for number in itertools.count():
            if break_off:
                break_off(number, connection)
            yield chunk

    one_chunk = streaming.stream
    monkeypatch.setattr("api.rest.downloads.read_rows", read_rows)


def read_some(port, path, size):
    """An open socket that has taken that much of an answer."""
    connected = socket.create_connection(("127.0.0.1", port), timeout=30)
    connected.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    taken = 0
    while taken < size:
        taken += len(connected.recv(65_536))
    return connected


@pytest.mark.parametrize("path", ["/v1/events.ndjson", "/v1/events.parquet"])
def test_a_client_that_goes_away_leaves_no_connection_behind(rest, monkeypatch, path):
    endless(monkeypatch)
    app, pool = rest.client.app, rest.database.engine.pool
    with Server(app) as server:
        client = read_some(server.port, path, 100_000)
        assert pool.checkedout() == 1
        client.close()
        wait_until(lambda: pool.checkedout() == 0)
        wait_until(lambda: app.state.download_room._free == 8)


def test_a_client_that_takes_nothing_any_more_is_left(rest, monkeypatch, caplog):
    endless(monkeypatch)
    monkeypatch.setattr("api.rest.downloads.PATIENCE_SECONDS", 0.2)
    with Server(rest.client.app) as server:
        client = read_some(server.port, "/v1/events.ndjson", 1_000)
        wait_until(lambda: rest.database.engine.pool.checkedout() == 0)
        client.close()


def test_a_database_that_goes_away_breaks_the_answer_off(rest, monkeypatch, caplog):
    def break_off(number, connection):
        if number == 20:
            raise DatabaseError("The database failed: gone.")

    endless(monkeypatch, break_off)
    with Server(rest.client.app) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        connection.request("GET", "/v1/events.ndjson")
        answer = connection.getresponse()
        assert answer.status == 200
        with pytest.raises(http.client.IncompleteRead):
            answer.read()
        connection.close()
        wait_until(lambda: rest.database.engine.pool.checkedout() == 0)
    assert "events.ndjson broke off: The database failed: gone." in caplog.text
