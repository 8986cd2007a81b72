import asyncio
import os
import shutil
import sqlite3
import threading
from types import SimpleNamespace

import pytest
from sqlalchemy import text

from dateline.store.keeping import sqlite_files
from dateline.store.keeping.database import haversine_km, open_database
from schema.errors import DatabaseError, DiskFullError, SettingError


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://u:secret@h/n", "x://y"])
def test_a_url_that_makes_no_sense_is_refused_without_its_password(url):
    with pytest.raises(SettingError) as caught:
        open_database(url)
    assert caught.value.hint == "Use sqlite:///path/to/file.db or postgresql://user:password@host/name."
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_named_without_the_password():
    with pytest.raises(DatabaseError) as caught:
        open_database("postgresql://user:secret@127.0.0.1:1/name")
    assert "Connection refused" in caught.value.message
    assert "\n" not in caught.value.message
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "a.db"
    path.write_text("These are words, not tables. " * 100)
    with pytest.raises(DatabaseError, match="file is not a database"):
        open_database(f"sqlite:///{path}", create=True)
    assert path.read_text().startswith("These are words")


def test_a_missing_file_is_made_only_when_asked(tmp_path):
    url = f"sqlite:///{tmp_path / 'a.db'}"
    with pytest.raises(DatabaseError, match="There is no database at"):
        open_database(url)
    assert list(tmp_path.iterdir()) == []
    open_database(url, create=True).close()
    open_database(url).close()


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(DatabaseError, match="is a folder"):
        open_database(f"sqlite:///{tmp_path}", create=True)


def test_a_folder_that_is_not_there_is_no_place_for_a_database(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    for folder in ("file", "new", "new/deep"):
        with pytest.raises(DatabaseError, match=f"There is no folder .*{folder}"):
            open_database(f"sqlite:///{tmp_path / folder / 'a.db'}", create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    monkeypatch.setattr(sqlite_files, "OWN_FOLDER", tmp_path / "own")
    open_database(f"sqlite:///{tmp_path / 'own' / 'a.db'}", create=True).close()


@pytest.fixture
def file_database(sqlite_template, tmp_path):
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    opened = open_database(f"sqlite:///{path}")
    yield opened, path
    opened.close()


def touch(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


def test_what_was_moved_away_or_replaced_takes_nothing_in(file_database):
    database, path = file_database
    touch(database)
    moved = path.with_name("moved.db")
    path.rename(moved)
    for check in (touch, lambda opened: opened.place.require_writable()):
        with pytest.raises(DatabaseError, match="moved away or replaced"):
            check(database)
    shutil.copy(moved, path)
    with pytest.raises(DatabaseError, match="moved away or replaced"):
        touch(database)
    moved.replace(path)
    touch(database)
    database.place.require_writable()


def test_a_connection_makes_no_file_where_one_was(file_database):
    database, path = file_database
    touch(database)
    database.engine.dispose()
    path.rename(path.with_name("moved.db"))
    with pytest.raises(DatabaseError, match="unable to open"):
        database.run(lambda connection: connection.execute(text("SELECT 1")))
    assert not path.exists()


def test_a_full_disk_is_told_as_one(file_database, monkeypatch):
    database, _ = file_database

    def fill():
        with database.writing() as connection:
            connection.execute(text("PRAGMA max_page_count = 1"))
            connection.execute(text("CREATE TABLE much AS SELECT randomblob(100000) AS x"))

    with pytest.raises(DiskFullError, match="The disk of the database is full"):
        fill()
    with pytest.raises(DiskFullError):
        database.place.require_writable()
    touch(database)
    database.place.require_writable()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(DiskFullError):
        database.place.require_writable()


def test_a_copy_on_a_read_only_medium_is_read(sqlite_template, tmp_path, monkeypatch):
    path = tmp_path / "a b%#ü.db"
    shutil.copy(sqlite_template, path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    opened = open_database(f"sqlite:///{path}", create=True)
    assert opened.run(lambda one: one.execute(text("SELECT count(*) FROM article")).scalar_one()) == 0
    opened.place.require_writable()
    with pytest.raises(DatabaseError, match="readonly"):
        touch(opened)
    opened.close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    path.with_name(f"{path.name}-wal").write_bytes(b"x")
    with pytest.raises(DatabaseError, match="has a journal"):
        open_database(f"sqlite:///{path}", create=True)


def test_the_journal_is_turned_on_beside_a_writer(tmp_path):
    path = tmp_path / "new.db"
    writer = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE t (x)")
    timer = threading.Timer(0.3, writer.execute, ["COMMIT"])
    timer.start()
    opened = open_database(f"sqlite:///{path}", create=True)
    timer.join()
    assert opened.run(lambda one: one.execute(text("PRAGMA journal_mode")).scalar_one()) == "wal"
    opened.close()
    writer.close()


def test_another_programs_database_has_no_tables_of_ours(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(DatabaseError, match="no Dateline tables"):
        open_database(f"sqlite:///{path}")


@pytest.mark.parametrize(("step", "words"), [("0001", "older Dateline"), ("9999", "newer Dateline")])
def test_tables_of_another_version_are_refused(database, database_url, step, words):
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})
    with pytest.raises(DatabaseError, match=words):
        open_database(database_url)


def test_a_postgresql_database_gets_its_tables(empty_postgresql_url):
    with pytest.raises(DatabaseError, match="no Dateline tables"):
        open_database(empty_postgresql_url)
    open_database(empty_postgresql_url, create=True).close()
    open_database(empty_postgresql_url).close()


def test_four_programs_may_make_the_tables_at_once(empty_postgresql_url, tmp_path):
    for url in (empty_postgresql_url, f"sqlite:///{tmp_path / 'a.db'}"):
        failures: list[BaseException] = []

        def make(url=url, failures=failures):
            try:
                open_database(url, create=True).close()
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []


def break_after_writing(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'x'"))
        raise ZeroDivisionError


def test_an_error_in_a_transaction_undoes_it(database):
    with pytest.raises(ZeroDivisionError):
        break_after_writing(database)
    assert database.run(lambda c: c.execute(text("SELECT version_num FROM alembic_version")).scalar_one()) != "x"


def test_a_failing_statement_is_one_short_line(database):
    with pytest.raises(DatabaseError) as caught, database.reading() as connection:
        connection.execute(text("SELECT secret FROM nowhere WHERE x = :x"), {"x": "y" * 1000})
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 200


async def test_reading_leaves_the_event_loop_free(database):
    threads = await asyncio.gather(*(database.read(lambda _: threading.get_ident()) for _ in range(3)))
    assert threading.get_ident() not in threads


async def test_writing_commits(database):
    await database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '0009'")))
    found = await database.read(lambda c: c.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    assert found == "0009"


def test_a_reader_does_not_wait_for_a_writer(database):
    with database.writing() as writer:
        writer.execute(text("UPDATE alembic_version SET version_num = 'x'"))
        seen = database.run(lambda c: c.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    assert seen != "x"


def test_distances_are_those_of_a_sphere():
    assert haversine_km(0, 0, 0, 180) == pytest.approx(20015.1, abs=0.1)
    assert haversine_km(50.45466, 30.5238, 47.85167, 35.11714) == pytest.approx(442, abs=2)
    assert haversine_km(10, 179.5, 10, -179.5) == pytest.approx(109.5, abs=0.1)
    assert haversine_km(90, 0, 90, 120) == pytest.approx(0, abs=1e-6)
    assert haversine_km(None, 0, 0, 0) is None
