from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, inspect, select, text

from benchmarks.happenings import Size
from benchmarks.synthetic import fill, kept_file, make_file
from dateline.store import Database, open_database
from dateline.store.integrity import check_invariants
from schema.tables import ARTICLE, EVENT, METADATA, QUOTE

SMALL = Size(articles=60, events=150, actors=40, locations=100, quotes=20)
"""Fewer quotes than articles."""


def indexes(database: Database) -> set[str | None]:
    inspector = inspect(database.engine)
    return {index["name"] for table in METADATA.tables for index in inspector.get_indexes(table)}


def foreign_keys(database: Database) -> int:
    inspector = inspect(database.engine)
    return sum(len(inspector.get_foreign_keys(table)) for table in METADATA.tables)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
def test_a_made_up_store_is_whole_and_has_all_its_indexes_and_keys(database):
    before = indexes(database), foreign_keys(database)
    fill(database, SMALL)
    assert database.run(check_invariants) == []
    assert (indexes(database), foreign_keys(database)) == before
    with database.reading() as connection:
        counts = [connection.execute(select(func.count()).select_from(table)).scalar() for table in (EVENT, QUOTE)]
        assert counts == [150, 20]


def test_a_made_up_store_can_be_searched_and_written_to(database):
    fill(database, SMALL)
    with database.writing() as connection:
        connection.execute(EVENT.update().where(EVENT.c.id.is_not(None)).values(search_text="zebras"))
    match = {
        "sqlite": "SELECT count(*) FROM event_search WHERE event_search MATCH 'zebras'",
        "postgresql": "SELECT count(*) FROM event WHERE search_vector @@ to_tsquery('dateline', 'zebras')",
    }
    with database.reading() as connection:
        assert connection.execute(text(match[database.dialect])).scalar() == 150


def test_a_store_is_kept_in_a_folder_and_made_once(tmp_path: Path):
    path = kept_file(tmp_path, SMALL)
    made = path.stat().st_mtime_ns
    assert kept_file(tmp_path, SMALL).stat().st_mtime_ns == made
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    database = open_database(f"sqlite:///{path}")
    assert database.run(lambda c: c.execute(select(func.count()).select_from(ARTICLE)).scalar()) == 60
    database.close()


def test_a_store_that_breaks_off_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("benchmarks.synthetic.fill", lambda database, size: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_file(tmp_path / "store.db", SMALL)
    assert list(tmp_path.iterdir()) == []
