"""Answers that were paid for, kept in a file by what was asked, and what a run may spend; processes share it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dateline.extraction.model.asking import Answer
from schema.errors import BUDGET, AnswerError

NAME = "answers.db"
LONGEST_WAIT = 30.0
"""Seconds that a process waits for another one that writes."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS run (id TEXT PRIMARY KEY, tokens INTEGER NOT NULL) WITHOUT ROWID",
)


class KeptAnswers:
    """The file in a folder, which is made where it is not there; only its owner can read it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        with self._opened() as connection:
            for table in _TABLES:
                connection.execute(table)

    def find(self, key: str) -> Answer | None:
        """What was answered before."""
        with self._opened() as connection:
            row = connection.execute("SELECT content FROM answer WHERE key = ?", (key,)).fetchone()
        return Answer(row[0], cached=True) if row is not None else None

    def keep(self, key: str, content: str) -> None:
        """Keeps an answer."""
        with self._opened() as connection:
            connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (key, content))

    def spend(self, run: str, tokens: int, budget: int | None) -> None:
        """Notes what a run is about to spend (below 0: gets back); AnswerError where that is more than it may."""
        with self._opened() as connection:
            connection.execute("INSERT OR IGNORE INTO run VALUES (?, 0)", (run,))
            spent = int(connection.execute("SELECT tokens FROM run WHERE id = ?", (run,)).fetchone()[0])
            if budget is not None and tokens > 0 and spent + tokens > budget:
                raise AnswerError(
                    f"The budget of {budget:,} tokens is spent: {spent:,} are, and this question may take {tokens:,}.",
                    hint="What was answered is kept; start again with a larger one to go on.",
                    code=BUDGET,
                )
            connection.execute("UPDATE run SET tokens = tokens + ? WHERE id = ?", (tokens, run))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """A connection with a transaction of its own."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            with closing(sqlite3.connect(self._path, timeout=LONGEST_WAIT, isolation_level=None)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                except BaseException:
                    connection.execute("ROLLBACK")
                    raise
                connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            reason = f"Answers cannot be kept in {self._path}: {error}."
            raise AnswerError(reason, hint="Name a folder in DATELINE_CACHE_DIR, or delete that file.") from error
