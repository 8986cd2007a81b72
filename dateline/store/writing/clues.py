"""Clues of stored reports and articles: written with them, searched by key and day, deleted with their article.

A search reads so many rows of an index at most, whatever is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, text

from dateline.store.keeping.insertion import insert_missing
from schema.tables import CLUE

MOST_OF_KEY = 40
"""Of what very many reports of those days share, the latest are looked at."""
BATCH = 100
"""Keys that one statement looks up."""
ANY_DAY = (0, 4_000_000)


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that a report (or an article) has and few others of those days have too."""

    key: str
    day: int
    """As in the table."""
    subject_id: str


@dataclass(frozen=True, slots=True)
class Search:
    """A key with the days between which it is looked for, both included."""

    key: str
    first: int
    last: int


def write_clues(connection: Connection, article_id: str, clues: Iterable[Clue]) -> None:
    """Stores the clues of an article that is stored."""
    rows = [
        {"key": clue.key, "day": clue.day, "subject_id": clue.subject_id, "article_id": article_id} for clue in clues
    ]
    insert_missing(connection, CLUE, rows)


def find_clued(connection: Connection, searches: Sequence[Search], without: str) -> dict[str, set[str]]:
    """By key, the ids of the reports (or articles) that have it on those days, but for those of article `without`."""
    found: dict[str, set[str]] = defaultdict(set)
    for start in range(0, len(searches), BATCH):
        batch = searches[start : start + BATCH]
        values: dict[str, Any] = {"without": without}
        for place, search in enumerate(batch):
            values |= {f"key{place}": search.key, f"first{place}": search.first, f"last{place}": search.last}
        for place, subject_id in connection.execute(_statement(len(batch)), values):
            found[batch[place].key].add(subject_id)
    return found


@cache
def _statement(size: int) -> TextClause:
    """One lookup a key, each with a limit of its own; written as text because building it costs more than running."""
    lookups = (
        f"SELECT {place} AS place, subject_id FROM (SELECT subject_id FROM clue WHERE key = :key{place} "  # noqa: S608
        f"AND day BETWEEN :first{place} AND :last{place} AND article_id <> :without "
        f"ORDER BY key DESC, day DESC, subject_id DESC LIMIT {MOST_OF_KEY}) AS found{place}"
        for place in range(size)
    )
    return text(" UNION ALL ".join(lookups))
