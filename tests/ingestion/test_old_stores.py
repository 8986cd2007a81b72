"""Stores that older versions made: opened, brought up to date and read again they are as if seeded today."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.ingestion.processes import worker
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.rereading import Wanted, reread
from dateline.store import open_database
from dateline.store.integrity import check_invariants
from tests.ingestion.test_seeding import rows_of
from tests.schema.tables.test_migrations import OLDER_THAN_MODELS

OLD = Path(__file__).parents[1] / "store" / "old"
HISTORY = {"change", "event_redirect", "reading"}
"""When what came, which ids there were before, and which files were read: that is as it was."""


@pytest.mark.parametrize("commit", ["809ee27", "a4c5a2d", "7801de7", "3131662"])
def test_a_store_of_an_older_version_becomes_one_of_today(commit, tmp_path, seed_into):
    path = tmp_path / "old.db"
    path.write_bytes(lzma.decompress((OLD / f"{commit}.db.xz").read_bytes()))
    old = open_database(f"sqlite:///{path}", create=True)
    options = ReadingOptions(empty_is_error=False)
    model, version = worker.identity(options)
    with ReadingPool(1, options) as pool:
        done = reread(old, Wanted(version, model), pool, lambda *_: None)
    assert (done.read, done.failed) == (7, 0)
    fresh = open_database(f"sqlite:///{tmp_path / 'fresh.db'}", create=True)
    seed_into(fresh, OLD / "articles.jsonl")
    with old.writing() as connection:
        connection.execute(text("UPDATE article SET origin = :origin"), {"origin": str(OLD / "articles.jsonl")})
    was, now = rows_of(old), rows_of(fresh)
    for table in now.keys() - HISTORY:
        assert was[table] == now[table], table
    assert old.run(check_invariants) == []
    for opened in (old, fresh):
        opened.close()


def test_spellings_that_were_never_counted_are_counted(database, database_url, seed_into):
    seed_into(database, OLD / "articles.jsonl")
    whole = rows_of(database)
    assert any("'SPELLING'" in row for row in whole["actor_tally"])
    with database.writing() as connection:
        connection.execute(text("DELETE FROM actor_tally WHERE aspect = 'SPELLING' AND value LIKE '~%l%'"))
        for statement in (*OLDER_THAN_MODELS, "UPDATE alembic_version SET version_num = '0018'"):
            connection.execute(text(statement))
    open_database(database_url, create=True).close()
    assert rows_of(database) == whole
