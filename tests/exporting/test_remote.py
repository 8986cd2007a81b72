"""What is written from a running server is what is written from its database."""

import http.server
import threading
from contextlib import contextmanager

import pytest
from pydantic import SecretStr

from api.app import create_app
from dateline.exporting import (
    DATASET,
    VIEWS,
    Choice,
    Export,
    RemoteStore,
    expected_rows,
    export_dataset,
    export_file,
    export_months,
    format_named,
    parse_where,
    snapshot,
    view_named,
)
from dateline.exporting.formats.writer import Options
from dateline.settings import Settings
from dateline.store import open_database
from schema.errors import AccessError, InputError, QueryError, UnavailableError
from tests.api.conftest import api, world_url  # noqa: F401
from tests.rest.serving import Server


@pytest.fixture
def both(api):  # noqa: F811
    """A running server's address and the database behind it."""
    with Server(api.client.app) as server:
        yield server.url, api.database


def written(origin, path, name, format_name, *, site="", **given):
    view = view_named(name)
    where = given.get("where")
    choice = Choice(parse_where(where, view.filters) if where else None, given.get("search"))
    export = Export(view, format_named(format_name), choice, Options(site=site))
    done = export_file(origin, export, path, lambda rows: None)
    assert done.rows == expected_rows(origin, view, choice)
    return path.read_bytes()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_is_the_same_from_both(both, tmp_path, view):
    url, database = both
    for format_name in (view.default_format,) + (("parquet",) if view.fields else ()):
        there = written(RemoteStore(url, {}), tmp_path / "there", view.name, format_name)
        with snapshot(database) as connection:
            assert there == written(connection, tmp_path / "here", view.name, format_name, site=url)


def test_filters_and_search_choose_the_same(both, tmp_path):
    url, database = both
    given = {"where": '{"type": {"eq": "PROTEST"}}', "search": "porto"}
    there = written(RemoteStore(url, given), tmp_path / "there", "events", "csv", **given)
    with snapshot(database) as connection:
        assert there == written(connection, tmp_path / "here", "events", "csv", site=url, **given)
    assert there.count(b"\r\n") > 1


def test_months_and_data_sets_are_the_same(both, tmp_path):
    url, database = both
    export = Export(view_named("quotes"), format_named("ndjson"))
    with snapshot(database) as connection:
        for origin, name in ((RemoteStore(url, {}), "there"), (connection, "here")):
            export_months(origin, export, tmp_path / name / "months", lambda rows: None)
            export_dataset(origin, tmp_path / name / "set", lambda noun, rows: None, site=url)
    files = sorted(path.relative_to(tmp_path / "here") for path in (tmp_path / "here").rglob("*.*") if path.is_file())
    assert len(files) > len(DATASET)
    for path in files:
        if path.name != "datapackage.json":
            assert (tmp_path / "there" / path).read_bytes() == (tmp_path / "here" / path).read_bytes()


def test_what_the_server_refuses_is_told(both, tmp_path):
    url, _ = both
    with pytest.raises(QueryError, match=r"where\.type\.eq is .* It takes one of"):
        written(RemoteStore(url, {"where": '{"type": {"eq": "X"}}'}), tmp_path / "x", "events", "csv")
    with pytest.raises(QueryError, match="There is nothing at this address"):
        written(RemoteStore(f"{url}/v1", {}), tmp_path / "x", "events", "csv")
    with pytest.raises(InputError, match="no address of a server"):
        written(RemoteStore("127.0.0.1:8000", {}), tmp_path / "x", "events", "csv")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_asks_for_a_key_is_given_one(world_url, tmp_path):  # noqa: F811
    secret = "0123456789abcdef"
    settings = Settings(database_url=world_url, api_keys=SecretStr(f"desk:{secret}"), open_scopes="none")
    database = open_database(world_url)
    with Server(create_app(settings, database)) as server:
        assert written(RemoteStore(server.url, {}, secret), tmp_path / "there", "events", "csv")
        for key in (None, "0123456789abcdee"):
            origin = RemoteStore(server.url, {}, key)
            with pytest.raises(AccessError, match="Give a key that may export, by --key or DATELINE_KEY"):
                written(origin, tmp_path / "x", "events", "csv")
            assert secret not in repr(origin)
    database.close()
    assert [one.name for one in tmp_path.iterdir()] == ["there"]


@contextmanager
def broken_server(body):
    """A server that begins an answer and does not end it."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(f"{len(body):x}\r\n".encode() + body + b"\r\n")
            self.close_connection = True

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize("body", [b'{"id": 1, "b": 2}\n', b'{"id": 1}\n{"id'])
def test_an_answer_that_breaks_off_leaves_no_file(tmp_path, body):
    with broken_server(body) as url, pytest.raises(UnavailableError, match="did not answer to the end: it broke off"):
        export_file(
            RemoteStore(url, {}),
            Export(view_named("annotations"), format_named("json")),
            tmp_path / "x",
            lambda _: None,
        )
    assert list(tmp_path.iterdir()) == []
