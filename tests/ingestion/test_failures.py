"""A database that goes away, fills its disk or is locked in the midst of a run: nothing half stored, and it goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial

import pytest
from sqlalchemy import event, text

from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.patience import NO_PATIENCE, Patience
from dateline.ingestion.seeding.seeding import Failure, SeedingCounts, take_in_all
from dateline.store.integrity import check_invariants
from dateline.store.keeping import database as databases
from dateline.store.keeping.database import Database, connect_database, open_database
from schema.errors import DatabaseAwayError, DatabaseError
from schema.mentions import RawArticle
from tests.clusters import USER
from tests.store.test_faults import contents

OPTIONS = ReadingOptions()
TOWNS = ("Lima", "Quito", "Kampala", "Lviv", "Hanoi", "Accra")
ARTICLES = [
    RawArticle(
        "made up",
        f"A bomb killed {number % 3 + 2} soldiers in {town} on Tuesday, Mayor Ruth Hale said. “We will rebuild,” she "
        f"told reporters. Police arrested {number + 2} people.",
        url=f"https://tide.example/{number}",
        published_at="2024-11-06",
    )
    for number, town in enumerate(TOWNS * 2)
]


@dataclass
class Run:
    """A run over all articles; `after` is called when so many are stored."""

    database: Database
    after: int = -1
    then: Callable[[], object] = field(default=lambda: None)

    def take_in(self, patience: Patience = NO_PATIENCE) -> SeedingCounts:
        with ReadingPool(1, OPTIONS) as pool:
            return take_in_all(self.database, ARTICLES, pool, self._listen, Ledger(OPTIONS), patience)

    def _listen(self, counts: SeedingCounts, failure: Failure | None) -> None:
        assert failure is None, failure
        if counts.read == self.after:
            self.then()


@pytest.fixture(scope="module")
def undisturbed(sqlite_template, tmp_path_factory):
    """What a store holds after a run that nothing has disturbed."""
    path = tmp_path_factory.mktemp("undisturbed") / "dateline.db"
    shutil.copy(sqlite_template, path)
    database = open_database(f"sqlite:///{path}")
    Run(database).take_in()
    found = contents(database)
    database.close()
    return found


def assert_whole(database, undisturbed):
    assert database.run(check_invariants) == []
    assert contents(database) == undisturbed


def test_postgresql_that_is_stopped_and_started_again_in_the_midst_is_waited_for(cluster, undisturbed, caplog):
    database = open_database(cluster.url(), create=True)
    pauses = []

    def wait(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            cluster.start()

    counts = Run(database, 3, lambda: cluster.stop("immediate")).take_in(Patience(600, wait))
    assert (counts.read, counts.failed) == (len(ARTICLES), 0)
    assert pauses[:3] == [0.25, 0.5, 1.0]
    assert caplog.text.count("the database is away, trying again") == len(pauses)
    assert_whole(database, undisturbed)
    database.close()


def test_a_locked_file_is_waited_for(sqlite_template, tmp_path, undisturbed, monkeypatch, caplog):
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.01)
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    database = open_database(f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)

    def unlock(_seconds: float) -> None:
        other.execute("ROLLBACK")

    counts = Run(database, 3, lambda: other.execute("BEGIN IMMEDIATE")).take_in(Patience(600, unlock))
    assert (counts.read, counts.failed) == (len(ARTICLES), 0)
    assert "the database is away, trying again" in caplog.text
    assert_whole(database, undisturbed)
    other.close()
    database.close()


def test_who_cannot_wait_for_a_locked_file_is_told_why(sqlite_template, tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.01)
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    database = open_database(f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseAwayError, match="locked") as told:
        Run(database).take_in()
    assert told.value.hint == "Another program is writing to it; try again when it is done."
    assert database.run(check_invariants) == []
    other.close()
    database.close()


# ---------------------------------------------------------------- a full disk


@pytest.fixture
def full_sqlite(sqlite_template, tmp_path):
    """A database that may grow by little, as SQLite itself sees it, and what makes room."""
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    database = open_database(f"sqlite:///{path}")
    pages = database.run(lambda one: one.execute(text("PRAGMA page_count")).scalar_one()) + 20

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages}").close()

    def make_room():
        event.remove(database.engine, "connect", limit)
        database.engine.dispose()

    event.listen(database.engine, "connect", limit)
    database.engine.dispose()
    yield database, make_room
    database.close()


def test_a_full_disk_under_sqlite_ends_a_run_that_goes_on_when_there_is_room(full_sqlite, undisturbed):
    end_and_go_on(full_sqlite, undisturbed)


@pytest.fixture
def full_postgresql(cluster, tmp_path):
    """The same on PostgreSQL: on a small disk of its own where the system lets us make one; else it says that it is."""
    execute = partial(_execute, cluster.url())
    with ExitStack() as stack:
        disk = _make_disk(stack, tmp_path) if os.geteuid() == 0 else None
        if disk is None:
            execute("CREATE DATABASE small")
        else:
            execute(f"CREATE TABLESPACE small LOCATION '{disk}'", "CREATE DATABASE small TABLESPACE small")
        database = open_database(cluster.url("small"), create=True)
        if disk is None:
            _execute(cluster.url("small"), NO_ROOM, NO_ROOM_TRIGGER)
            make_room = partial(_execute, cluster.url("small"), "DROP TRIGGER no_room ON article")
        else:
            _resize(disk, shutil.disk_usage(disk).used + 64 * 1024)
            make_room = partial(_resize, disk, 500_000_000)
        yield database, make_room
        database.close()
        execute("DROP DATABASE small WITH (FORCE)", *(["DROP TABLESPACE small"] if disk else []))


NO_ROOM = """CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT count(*) FROM article) > 3 THEN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
  END IF;
  RETURN NULL;
END $$"""
NO_ROOM_TRIGGER = "CREATE TRIGGER no_room AFTER INSERT ON article FOR EACH ROW EXECUTE FUNCTION no_room()"


def _make_disk(stack, folder):
    """A file system of its own in memory; None where that is not allowed."""
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=500m", "tmpfs", disk], capture_output=True).returncode:
        return None
    stack.callback(subprocess.run, ["umount", disk], check=True)
    shutil.chown(disk, USER, USER)
    for parent in disk.parents:
        if not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o011)
    return disk


def _resize(disk, size):
    subprocess.run(["mount", "-o", f"remount,size={size}", disk], check=True)


def _execute(url, *statements):
    database = connect_database(url)
    with database.reading() as connection:
        for statement in statements:
            connection.execute(text(statement))
    database.close()


def test_a_full_disk_under_postgresql_ends_a_run_that_goes_on_when_there_is_room(full_postgresql, undisturbed):
    end_and_go_on(full_postgresql, undisturbed)


def end_and_go_on(full, undisturbed):
    database, make_room = full
    with pytest.raises(DatabaseError) as told:
        Run(database).take_in()
    assert told.value.hint == "Free some space on it; questions are answered meanwhile."
    assert database.run(check_invariants) == []
    stored = database.run(lambda one: one.execute(text("SELECT count(*) FROM article")).scalar_one())
    assert stored < len(ARTICLES)
    make_room()
    counts = Run(database).take_in()
    assert (counts.new, counts.unchanged) == (len(ARTICLES) - stored, stored)
    assert_whole(database, undisturbed)
