"""Backups: taken while others write, put back equal and valid, refused where they do not fit."""

from __future__ import annotations

import json
import threading
import zipfile

import pytest
from sqlalchemy import func, select, text

import schema.migrations
from benchmarks.made_up import make_article
from dateline.ingestion.intake.storing import store_article
from dateline.store.integrity import check_invariants
from dateline.store.keeping.backup import back_up, restore, suffix_of
from dateline.store.keeping.database import connect_database, open_database
from dateline.store.keeping.migration import migrate
from schema.errors import DatabaseError, InputError
from schema.tables import ARTICLE, LOCATION, METADATA


def quiet(done, total):
    assert 0 <= done <= total


def rows_of(database):
    """All rows of all tables, the time of writing left out."""
    with database.reading() as connection:
        found = {}
        for table in METADATA.sorted_tables:
            columns = [column for column in table.c if column.name not in ("added_at", "made_at", "number")]
            found[table.name] = sorted(map(repr, connection.execute(select(*columns))))
        return found


def store(database, numbers):
    for number in numbers:
        with database.writing() as connection:
            store_article(connection, make_article(number))


def count_articles(database):
    return database.run(lambda connection: connection.execute(select(func.count()).select_from(ARTICLE)).scalar_one())


@pytest.fixture
def empty_url(database, request, tmp_path):
    """The URL of a second database of the same kind, without tables."""
    if database.dialect == "sqlite":
        return f"sqlite:///{tmp_path / 'second.db'}"
    return request.getfixturevalue("empty_postgresql_url")


def test_a_backup_under_load_is_one_moment_and_comes_back_equal_and_valid(database, empty_url, tmp_path):
    store(database, range(20))
    failures: list[BaseException] = []
    writing, ended = threading.Event(), threading.Event()

    def write():
        try:
            for number in range(20, 1000):
                store(database, [number])
                writing.set()
                if ended.is_set():
                    return
        except BaseException as error:
            failures.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    writing.wait(30)
    path = tmp_path / f"backup{suffix_of(database)}"
    copied = back_up(database, path, quiet)
    ended.set()
    writer.join()
    assert failures == []
    assert copied.bytes == path.stat().st_size
    assert restore(path, empty_url, quiet).revision == copied.revision
    restored = open_database(empty_url)
    held = count_articles(restored)
    assert 20 < held <= count_articles(database)
    assert restored.run(check_invariants) == []
    found = rows_of(restored)
    with database.writing() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    store(database, range(held))
    assert found == rows_of(database)
    store(restored, [held, held + 1])
    assert restored.run(check_invariants) == []
    assert {path.name for path in tmp_path.iterdir()} >= {path.name}
    assert not list(tmp_path.glob("*.partial"))
    restored.close()


def test_a_database_that_holds_something_is_replaced_only_when_asked_and_those_who_read_it_go_on(database, tmp_path):
    url = database.engine.url.render_as_string(hide_password=False)
    store(database, range(5))
    before = rows_of(database)
    path = tmp_path / f"backup{suffix_of(database)}"
    back_up(database, path, quiet)
    store(database, range(5, 9))
    with pytest.raises(InputError, match="not empty"):
        restore(path, url, quiet)
    assert count_articles(database) == 9
    restore(path, url, quiet, replace=True)
    assert rows_of(database) == before
    store(database, [5])
    assert database.run(check_invariants) == []


def test_a_backup_of_an_older_step_is_brought_up_to_date(database, empty_url, tmp_path):
    path = tmp_path / f"backup{suffix_of(database)}"
    store(database, [1])
    back_up(database, path, quiet)
    if database.dialect == "sqlite":
        path.unlink()
        older = connect_database(f"sqlite:///{path}", create=True)
        with older.writing() as connection:
            migrate(connection, "0003")
        older.close()
    else:
        keep_locations_only(path, "0007")
    assert restore(path, empty_url, quiet).revision == schema.migrations.HEAD
    restored = open_database(empty_url)
    places = select(func.count()).select_from(LOCATION)
    held, before = (one.run(lambda connection: connection.execute(places).scalar_one()) for one in (restored, database))
    assert held == (0 if database.dialect == "sqlite" else before)
    restored.close()


def keep_locations_only(path, step):
    """An archive as an older Dateline would have made it."""
    with zipfile.ZipFile(path) as archive:
        contents = json.loads(archive.read("contents.json"))
        rows = archive.read("location.copy")
    contents["revision"] = step
    contents["tables"] = [table for table in contents["tables"] if table["name"] == "location"]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("location.copy", rows)
        archive.writestr("contents.json", json.dumps(contents))


@pytest.mark.damages
def test_a_backup_of_a_newer_dateline_is_refused(database, tmp_path):
    path = tmp_path / f"backup{suffix_of(database)}"
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    back_up(database, path, quiet)
    url = database.engine.url.render_as_string(hide_password=False)
    with pytest.raises(InputError, match="newer Dateline"):
        restore(path, url, quiet)


def test_what_is_no_backup_is_refused_and_nothing_changes(database, empty_url, tmp_path):
    url = database.engine.url.render_as_string(hide_password=False)
    for name, content in (
        ("a.txt", b"words"),
        ("b.db", b"SQLite format 3\x00" + bytes(5000)),
        ("c.zip", b"PK\x03\x04"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises((InputError, DatabaseError)) as caught:
            restore(tmp_path / name, url, quiet)
        assert "\n" not in str(caught.value)
    with pytest.raises(InputError, match="There is no file"):
        restore(tmp_path / "none.db", url, quiet)
    assert count_articles(database) == 0


def test_a_file_that_is_there_is_kept(database, tmp_path):
    (tmp_path / "a").write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        back_up(database, tmp_path / "a", quiet)
    assert (tmp_path / "a").read_text() == "mine"


def test_a_folder_that_cannot_be_written_leaves_nothing(database, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError):
        back_up(database, tmp_path / "file" / "a.db", quiet)


def test_a_damaged_backup_is_refused_before_anything_is_deleted(database, tmp_path):
    url = database.engine.url.render_as_string(hide_password=False)
    store(database, range(3))
    path = tmp_path / f"backup{suffix_of(database)}"
    back_up(database, path, quiet)
    content = bytearray(path.read_bytes())
    start = 4096 if database.dialect == "sqlite" else find_table(path, "article")
    content[start : start + 100] = bytes(100)
    path.write_bytes(content)
    with pytest.raises((InputError, DatabaseError), match=r"damaged|malformed"):
        restore(path, url, quiet, replace=True)
    assert count_articles(database) == 3


def find_table(path, name):
    with zipfile.ZipFile(path) as archive:
        found = archive.getinfo(f"{name}.copy")
    return found.header_offset + 100 + found.compress_size // 2
