"""Writing many rows at once, on either database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

Rows = Sequence[Mapping[str, Any]]


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Inserts new rows."""
    if rows:
        connection.execute(insert(table), list(rows))


def insert_missing(connection: Connection, table: Table, rows: Rows) -> None:
    """Inserts those rows that are not there."""
    if rows:
        connection.execute(_dialect_insert(connection, table).on_conflict_do_nothing(), list(rows))


def upsert_rows(connection: Connection, table: Table, rows: Rows, *, key: Sequence[str], keep: Iterable[str]) -> None:
    """Inserts rows, or updates all columns but `keep` of those that have the same `key`."""
    if not rows:
        return
    statement = _dialect_insert(connection, table)
    changed = [name for name in rows[0] if name not in {*key, *keep}]
    new = statement.excluded
    connection.execute(
        statement.on_conflict_do_update(index_elements=list(key), set_={name: new[name] for name in changed}),
        list(rows),
    )


def add_to_rows(
    connection: Connection, table: Table, rows: Rows, *, key: Sequence[str], columns: Sequence[str]
) -> None:
    """Inserts rows, or adds their numbers in `columns` to those that have the same `key`."""
    if rows:
        statement = _dialect_insert(connection, table)
        totals = {column: table.c[column] + statement.excluded[column] for column in columns}
        connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=totals), list(rows))


def update_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Sets the columns that the rows give, where `id` is theirs; all rows have the same columns."""
    if rows:
        names = [name for name in rows[0] if name != "id"]
        statement = update(table).where(table.c.id == bindparam("own_id"))
        values = [{**{name: row[name] for name in names}, "own_id": row["id"]} for row in rows]
        connection.execute(statement.values({name: bindparam(name) for name in names}), values)


def add_changes(connection: Connection, table: Table, column: str, changes: Mapping[str, int]) -> None:
    """Adds to a column of the rows with these ids; in the order of the ids, so that writers cannot lock crosswise."""
    rows = [{"own_id": identifier, "change": change} for identifier, change in sorted(changes.items()) if change]
    if rows:
        total = table.c[column] + bindparam("change")
        connection.execute(update(table).where(table.c.id == bindparam("own_id")).values({column: total}), rows)


def _dialect_insert(connection: Connection, table: Table) -> Any:
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
