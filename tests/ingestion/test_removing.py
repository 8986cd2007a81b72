"""Articles that are taken out for good: nothing of them stays, and they do not come back by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from dateline.ingestion.judging import Author
from dateline.ingestion.ledger import Ledger
from dateline.ingestion.options import ReadingOptions
from dateline.ingestion.pool import ReadingPool
from dateline.ingestion.removing import Choice, find_chosen, remove_all
from dateline.ingestion.seeding import list_sources, seed
from dateline.store.integrity import check_invariants
from schema.tables import ARTICLE, EVENT, JUDGEMENT

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


def _remains(database, database_url) -> list[str]:
    """Which of the words stand anywhere in the database's files (SQLite) or tables (PostgreSQL)."""
    if database.dialect == "sqlite":
        path = Path(database_url.removeprefix("sqlite:///"))
        files = [path, *path.parent.glob(path.name + "-*")]
        held = b"".join(file.read_bytes() for file in files).decode("latin-1")
    else:
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        with database.reading() as connection:
            names = connection.execute(text(tables)).scalars().all()
            rows = [connection.execute(text(f'SELECT t::text FROM "{name}" t')).scalars().all() for name in names]
        held = "\n".join(row or "" for table in rows for row in table)
    return [word for word in WORDS if word in held.lower()]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_of_a_removed_article_stays_and_it_does_not_come_back(database, database_url, folder):
    _seed(database, folder)
    assert _remains(database, database_url) == list(WORDS)
    (chosen,) = find_chosen(database, Choice(origin=str(folder / "secret.txt")))
    assert remove_all(database, [chosen], AUTHOR) == 1
    assert _remains(database, database_url) == []
    assert database.run(check_invariants) == []
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(ARTICLE)).scalar_one() == 1
        assert connection.execute(select(func.count()).select_from(EVENT)).scalar_one() >= 1
        kept = connection.execute(select(JUDGEMENT).where(JUDGEMENT.c.kind == "REMOVAL")).one()
    assert (kept.subject_id, kept.made_by, kept.reason) == (chosen.id, "desk", "Retracted.")

    again = _seed(database, folder)
    assert (again.removed, again.new, again.unchanged) == (1, 0, 1)
    assert _remains(database, database_url) == []

    # The same text at another place stays out too.
    (folder / "secret.txt").rename(folder / "copy.txt")
    assert _seed(database, folder).removed == 1

    allowed = _seed(database, folder, allow_removed=True)
    assert (allowed.removed, allowed.new) == (0, 1)
    assert _remains(database, database_url) == list(WORDS)
