"""What is not whole never has its final name."""

import csv
import errno
import hashlib
import os
from pathlib import Path

import orjson
import pyarrow.dataset
import pytest
from pyarrow import parquet

from dateline.exporting import (
    DATASET,
    FORMATS,
    Export,
    Terms,
    export_dataset,
    export_file,
    export_months,
    format_named,
    snapshot,
    view_named,
)
from dateline.exporting.targets import Sink, file_sink, folder_target, stream_sink
from dateline.store.writing.writer import write_article
from schema.errors import DatabaseError, InputError, UnavailableError
from tests.store.stories import bombing


def refuse(error):
    def write(self, data):
        raise OSError(error, os.strerror(error))

    return write


@pytest.mark.parametrize("format_name", [one.name for one in FORMATS])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(world, tmp_path, monkeypatch, format_name):
    path = tmp_path / "events.out"
    path.write_text("old")
    monkeypatch.setattr(Sink, "write", refuse(errno.ENOSPC))
    with snapshot(world) as connection, pytest.raises(UnavailableError, match="The disk is full"):
        export_file(connection, Export(view_named("events"), format_named(format_name)), path, lambda rows: None)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("events.out", "old")]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_stopped_export_leaves_nothing(world, tmp_path, error):
    def stop(rows):
        assert [one.name for one in tmp_path.iterdir()] == ["events.parquet.part"]
        raise error

    path = tmp_path / "events.parquet"
    with snapshot(world) as connection, pytest.raises(error):
        export_file(connection, Export(view_named("events"), format_named("parquet")), path, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_file_appears_when_it_is_whole(tmp_path):
    path = tmp_path / "x.json"
    with file_sink(path) as sink:
        sink.write(b"[")
        assert not path.exists()
        sink.write(b"]")
    assert path.read_bytes() == b"[]"
    assert (sink.size, sink.sha256) == (2, hashlib.sha256(b"[]").hexdigest())
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


def test_targets_that_cannot_be_are_told_in_a_line(tmp_path):
    with pytest.raises(InputError, match="is a folder"), file_sink(tmp_path):
        pass
    with pytest.raises(InputError, match="There is no folder"), file_sink(tmp_path / "no" / "x.json"):
        pass
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("kept")
    with pytest.raises(InputError, match="is there already"), folder_target(tmp_path / "full"):
        pass
    assert (tmp_path / "full" / "x").read_text() == "kept"


def test_a_pipe_and_a_device_are_written_to_as_they_stand(tmp_path):
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with file_sink(pipe) as sink:
        sink.write(b"[]")
    assert os.read(reading, 10) == b"[]"
    os.close(reading)
    device = tmp_path / "full"
    device.symlink_to("/dev/full")
    with pytest.raises(UnavailableError, match="The disk is full"), file_sink(device) as sink:
        sink.write(b"x")
    assert Path("/dev/full").is_char_device()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["full", "pipe.json"]


def test_a_link_stays_one(tmp_path):
    (tmp_path / "latest.json").symlink_to(tmp_path / "today.json")
    for contents in (b"[]", b"[1]"):
        with file_sink(tmp_path / "latest.json") as sink:
            sink.write(contents)
    assert (tmp_path / "latest.json").is_symlink()
    assert (tmp_path / "today.json").read_bytes() == b"[1]"


def test_two_exports_cannot_write_the_same(tmp_path):
    with file_sink(tmp_path / "x.json") as sink:
        sink.write(b"[]")
        with pytest.raises(InputError, match="Another export writes"), file_sink(tmp_path / "x.json"):
            pass
    assert (tmp_path / "x.json").read_bytes() == b"[]"
    with folder_target(tmp_path / "set") as folder:
        (folder / "x").write_text("kept")
        with pytest.raises(InputError, match="Another export writes"), folder_target(tmp_path / "set"):
            pass
    assert (tmp_path / "set" / "x").read_text() == "kept"


def test_what_a_killed_export_left_is_written_anew(tmp_path):
    (tmp_path / "x.json.part").write_text("half of it, and more")
    with file_sink(tmp_path / "x.json") as sink:
        sink.write(b"[]")
    (tmp_path / "set.part" / "month=1").mkdir(parents=True)
    (tmp_path / "set.part" / "x").write_text("half")
    with folder_target(tmp_path / "set"):
        pass
    assert (tmp_path / "x.json").read_bytes() == b"[]"
    assert list((tmp_path / "set").iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["set", "x.json"]


def test_a_full_device_is_told_in_a_line():
    refused = pytest.raises(UnavailableError, match="Standard output was not")
    with Path("/dev/full").open("wb") as full, refused, stream_sink(full.fileno(), "Standard output") as sink:
        sink.write(b"x")


def test_months_are_folders_that_other_programs_read(world, records, tmp_path):
    path = tmp_path / "events"
    with snapshot(world) as connection:
        export = Export(view_named("events"), format_named("parquet"))
        written = export_months(connection, export, path, lambda rows: None)
    expected = records("events")
    assert written.rows == len(expected)
    undated = [record["id"] for record in expected if record["when"]["earliest"] is None]
    folders = sorted(one.name for one in path.iterdir())
    assert (folders[0], folders[-1]) == ("month=2024-01", "month=__HIVE_DEFAULT_PARTITION__")
    assert parquet.read_table(path / folders[-1] / "events.parquet")["id"].to_pylist() == undated
    found = pyarrow.dataset.dataset(path, partitioning="hive").to_table()
    assert sorted(found["id"].to_pylist()) == [record["id"] for record in expected]
    duckdb = pytest.importorskip("duckdb")
    query = f"SELECT count(*) FROM read_parquet('{path}/**/*.parquet', hive_partitioning = true) WHERE month IS NULL"
    assert duckdb.sql(query).fetchall() == [(len(undated),)]


def test_a_data_set_describes_and_hashes_its_files(world, records, tmp_path):
    told = []
    with snapshot(world) as connection:
        export_dataset(connection, tmp_path / "set", lambda name, rows: told.append((name, rows)))
    package = orjson.loads((tmp_path / "set" / "datapackage.json").read_bytes())
    assert package["version"]
    keys = {one["name"]: one["schema"].get("foreignKeys") for one in package["resources"]}
    assert {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["id"]}} in keys["mentions"]
    assert keys["locations"] == [{"fields": ["parent_id"], "reference": {"resource": "", "fields": ["id"]}}]
    assert {key["fields"][0] for key in keys["events"]} == {"location_id", "evidence_article_id"}
    assert [one["name"] for one in package["resources"]] == [view.name for view in DATASET]
    for resource in package["resources"]:
        (other,) = resource["alternates"]
        for told_of in (resource, other):
            contents = (tmp_path / "set" / told_of["path"]).read_bytes()
            assert told_of["hash"] == f"sha256:{hashlib.sha256(contents).hexdigest()}"
            assert told_of["bytes"] == len(contents)
        table = parquet.read_table(tmp_path / "set" / other["path"])
        assert resource["rowCount"] == table.num_rows == len(records(resource["name"]))
        fields = resource["schema"]["fields"]
        with (tmp_path / "set" / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert [field["name"] for field in fields] == next(csv.reader(file))
        assert all(field["description"] for field in fields)
        assert resource["schema"]["primaryKey"] == ["id"]
        assert (resource["name"], table.num_rows) in told
    assert sorted(one.name for one in (tmp_path / "set").iterdir()) == sorted(
        ["datapackage.json", *(f"{view.name}{suffix}" for view in DATASET for suffix in (".csv", ".parquet"))]
    )


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_nothing_wrong_with_a_data_set(world, records, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    with snapshot(world) as connection:
        export_dataset(connection, tmp_path / "set", lambda name, rows: None)
    report = frictionless.validate(str(tmp_path / "set" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert {task.name: task.stats["rows"] for task in report.tasks} == {
        view.name: len(records(view.name)) for view in DATASET
    }
    # A file that was changed is found out.
    (tmp_path / "set" / "actors.csv").write_bytes((tmp_path / "set" / "actors.csv").read_bytes() + b"x\r\n")
    assert not frictionless.validate(str(tmp_path / "set" / "datapackage.json")).valid


def test_a_broken_data_set_leaves_nothing(world, tmp_path):
    def stop(name, rows):
        if name == "quotes":
            raise KeyboardInterrupt

    with snapshot(world) as connection, pytest.raises(KeyboardInterrupt):
        export_dataset(connection, tmp_path / "set", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_data_set_says_its_licence_and_how_to_cite_it(world, tmp_path):
    terms = Terms("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "The Tide (2026): Events.")
    for name, given in (("said", terms), ("nothing", Terms())):
        with snapshot(world) as connection:
            export_dataset(connection, tmp_path / name, lambda noun, rows: None, given)
    said = orjson.loads((tmp_path / "said" / "datapackage.json").read_bytes())
    assert said["licenses"] == [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert said["citation"] == "The Tide (2026): Events."
    nothing = orjson.loads((tmp_path / "nothing" / "datapackage.json").read_bytes())
    assert not {"licenses", "citation"} & set(nothing)


def test_a_connection_that_is_cut_leaves_no_file_and_no_connection(database, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.exporting.streaming.CHUNK", 1)
    for name in ("one", "two", "three"):
        with database.writing() as connection:
            write_article(connection, bombing(name))

    def cut(rows):
        cut_off(database)

    export = Export(view_named("articles"), format_named("csv"))
    with pytest.raises(DatabaseError, match="The database failed"), snapshot(database) as connection:
        export_file(connection, export, tmp_path / "articles.csv", cut)
    assert list(tmp_path.glob("articles*")) == []
    assert database.engine.pool.checkedout() == 0


def cut_off(database):
    """Ends all connections of a PostgreSQL server, or takes a table of a SQLite file away."""
    if database.dialect == "sqlite":
        pytest.skip("a file does not go away")
    with database.engine.connect() as other:
        mine = "pid <> pg_backend_pid() AND datname = current_database()"
        other.exec_driver_sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {mine}")
