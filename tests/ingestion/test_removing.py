"""Articles that are taken out for good: nothing of them stays, and they do not come back by themselves."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from benchmarks.made_up import make_article
from dateline.ingestion.intake.judging import Author, withdraw_judgement
from dateline.ingestion.intake.removing import Choice, find_chosen, remove_all, remove_article
from dateline.ingestion.intake.storing import store_article
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.seeding import list_sources, seed
from dateline.store.integrity import check_invariants
from dateline.store.judging.forgetting import GONE
from dateline.store.keeping.backup import back_up, suffix_of
from dateline.store.keeping.database import open_database
from dateline.store.keeping.vacuum import has_remains, vacuum
from schema.errors import DatabaseAwayError, NotFoundError, RemovedError
from schema.tables import ACTOR, ARTICLE, EVENT, JUDGEMENT, METADATA
from tests.ingestion.test_naming import FULL, SHORT, told

SECRET = (
    "Tuesday, November 5, 2024\n\nLVIV, Ukraine (AP) — A drone attack on the city of Lviv on Monday killed four people "
    "and wounded nine, Mayor Zorblatta Quixmondo said.\n\n“We will rebuild the Frimbleworks,” Mayor Zorblatta "
    "Quixmondo told reporters.\n"
)
OTHER = (
    "Four people were killed and nine were wounded when a drone hit the city of Lviv in Ukraine on Monday, officials "
    "said in Kyiv. Police arrested a man in Odesa on Monday."
)
WORDS = ("orblatt", "uixmond", "rimblework")
AUTHOR = Author("desk", "Retracted.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "secret.txt").write_text(SECRET)
    (tmp_path / "in" / "other-2024-11-05.txt").write_text(OTHER)
    return tmp_path / "in"


def _seed(database, folder, *, allow_removed=False):
    options = ReadingOptions()
    with ReadingPool(1, options) as pool:
        ledger = Ledger(options, allow_removed=allow_removed)
        return seed(database, list_sources([str(folder)]), pool, lambda *_: None, ledger)


def _held_in(content: bytes) -> list[str]:
    held = content.decode("latin-1").lower()
    return [word for word in WORDS if word in held]


def _files_of(database) -> bytes:
    """All bytes of the files that hold the database's tables and indexes, and of SQLite's journals."""
    if database.dialect == "sqlite":
        path = Path(database.engine.url.database)
        return b"".join(file.read_bytes() for file in [path, *path.parent.glob(path.name + "-*")])
    with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("CHECKPOINT"))
        folder = connection.execute(text("SHOW data_directory")).scalar_one()
        own = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()
    return b"".join(file.read_bytes() for file in (Path(folder) / "base" / str(own)).iterdir() if file.is_file())


def _remains(database) -> list[str]:
    return _held_in(_files_of(database))


def _backup_of(database, path: Path) -> bytes:
    copied = back_up(database, path.with_suffix(suffix_of(database)), lambda *_: None).path
    if copied.suffix == ".zip":
        with zipfile.ZipFile(copied) as archive:
            return b"".join(map(archive.read, archive.namelist()))
    return copied.read_bytes()


def _rows_of(database):
    """All rows of what articles tell; when they were written and what people decided left out.

    Ids that led to an event before lead there still.
    """
    with database.reading() as connection:
        found = {}
        for table in (one for one in METADATA.sorted_tables if one.name not in ("reading", "change", "event_redirect")):
            columns = [column for column in table.c if column.name not in ("added_at", "made_at", "number")]
            machine = table.c.made_by.is_(None) if table is JUDGEMENT else text("1 = 1")
            found[table.name] = sorted(map(repr, connection.execute(select(*columns).where(machine))))
        return found


def _count(database, table) -> int:
    return int(
        database.run(lambda connection: connection.execute(select(func.count()).select_from(table)).scalar_one())
    )


def test_nothing_of_a_removed_article_stays_and_it_does_not_come_back(database, folder, tmp_path):
    _seed(database, folder)
    assert _remains(database) == list(WORDS)
    assert _held_in(_backup_of(database, tmp_path / "before")) == list(WORDS)
    (chosen,) = find_chosen(database, Choice(origin=str(folder / "secret.txt")))
    assert remove_all(database, [chosen], AUTHOR) == 1
    assert _remains(database) == []
    assert _held_in(_backup_of(database, tmp_path / "after")) == []
    assert database.run(check_invariants) == []
    assert (_count(database, ARTICLE), _count(database, EVENT) >= 1) == (1, True)
    with database.reading() as connection:
        kept = connection.execute(select(JUDGEMENT).where(JUDGEMENT.c.kind == "REMOVAL")).one()
    assert (kept.subject_id, kept.made_by, kept.reason) == (chosen.id, "desk", "Retracted.")

    again = _seed(database, folder)
    assert (again.removed, again.new, again.unchanged) == (1, 0, 1)
    assert _remains(database) == []

    # The same text at another place stays out too.
    (folder / "secret.txt").rename(folder / "copy.txt")
    assert _seed(database, folder).removed == 1

    allowed = _seed(database, folder, allow_removed=True)
    assert (allowed.removed, allowed.new) == (0, 1)
    assert _remains(database) == list(WORDS)


def test_what_is_withdrawn_may_come_back(database, folder):
    _seed(database, folder)
    (chosen,) = find_chosen(database, Choice(origin=str(folder / "secret.txt")))
    with database.writing() as connection:
        judgement = remove_article(connection, chosen.id, AUTHOR)
        withdraw_judgement(connection, judgement, Author("desk", "It stands."))
    assert _seed(database, folder).new == 1
    assert database.run(check_invariants) == []


def test_a_backup_is_clean_before_the_database_is(database, folder, tmp_path):
    _seed(database, folder)
    (chosen,) = find_chosen(database, Choice(origin=str(folder / "secret.txt")))
    with database.writing() as connection:
        remove_article(connection, chosen.id, AUTHOR)
    assert database.run(has_remains) == (database.dialect == "sqlite")
    assert _held_in(_backup_of(database, tmp_path / "copy")) == []
    vacuum(database)
    assert not database.run(has_remains)
    assert _remains(database) == []


def test_what_others_tell_is_as_if_the_removed_had_never_been(database, database_url, request, tmp_path):
    kept, gone = range(0, 40, 2), range(1, 40, 2)
    with database.writing() as connection:
        for number in range(40):
            store_article(connection, make_article(number))
        for number in gone:
            remove_article(connection, make_article(number).id, AUTHOR)
    assert database.run(check_invariants) == []
    other_url = (
        f"sqlite:///{tmp_path / 'second.db'}"
        if database.dialect == "sqlite"
        else request.getfixturevalue("empty_postgresql_url")
    )
    other = open_database(other_url, create=True)
    try:
        with other.writing() as connection:
            for number in kept:
                store_article(connection, make_article(number))
        assert _rows_of(database) == _rows_of(other)
    finally:
        other.close()


SPELLED = told("spelled", "Amara Ossei, the president, left.", "Amara Ossei", office="president")


@pytest.mark.parametrize(
    ("articles", "gone", "names", "reasons"),
    [
        ((FULL, SHORT), FULL, ["Osei"], []),
        ((FULL, SHORT), SHORT, ["Amara Osei"], []),
        ((FULL, SHORT, SPELLED), FULL, ["Amara Ossei", "Osei"], []),
    ],
)
def test_what_the_machine_judged_by_removed_names_goes_with_them(database, articles, gone, names, reasons):
    with database.writing() as connection:
        for facts in articles:
            store_article(connection, facts)
        assert connection.execute(select(JUDGEMENT)).all() != []
        remove_article(connection, gone.id, AUTHOR)
        of_machine = select(JUDGEMENT.c.reason).where(JUDGEMENT.c.made_by.is_(None))
        assert connection.execute(of_machine).scalars().all() == reasons
        assert sorted(connection.execute(select(ACTOR.c.name)).scalars()) == names
        assert check_invariants(connection) == []


def test_a_title_that_only_the_removed_gave_is_in_no_reason_any_more(database):
    again = told("again", "Amara Osei spoke again.", "Amara Osei", aliases=("Osei",))
    with database.writing() as connection:
        for facts in (FULL, again, SHORT, told("more", "Osei spoke.", "Osei", short=True)):
            store_article(connection, facts)
        remove_article(connection, FULL.id, AUTHOR)
        assert connection.execute(select(JUDGEMENT.c.reason).where(JUDGEMENT.c.made_by.is_(None))).scalars().all() == [
            GONE
        ]


def test_an_article_that_was_removed_is_refused_and_not_found_twice(database):
    facts = make_article(1)
    with database.writing() as connection:
        store_article(connection, facts)
        remove_article(connection, facts.id, AUTHOR)
        with pytest.raises(RemovedError, match="taken out for good"):
            store_article(connection, facts, again=True)
        with pytest.raises(NotFoundError, match="no article"):
            remove_article(connection, facts.id, AUTHOR)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_files_that_others_read_are_told_as_not_clean_yet(database, database_url, folder, monkeypatch):
    monkeypatch.setattr("dateline.store.keeping.sqlite_files.BUSY_SECONDS", 0)
    _seed(database, folder)
    chosen = find_chosen(database, Choice(origin=str(folder / "secret.txt")))
    other = open_database(database_url)
    pooled = other.engine.raw_connection()
    reading: Any = pooled.driver_connection
    try:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM article").fetchone()
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 10")
        with pytest.raises(DatabaseAwayError, match="could not be cleaned"):
            remove_all(database, chosen, AUTHOR)
        assert database.run(has_remains)
    finally:
        reading.execute("COMMIT")
        pooled.close()
        other.close()
    vacuum(database)
    assert _remains(database) == []
