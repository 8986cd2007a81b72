"""Writing many rows at once, on either database, by statements that are worked out once.

SQLAlchemy would compile, or look up, a statement at each call and go through each row twice; here the text and what
makes the driver's values of a row are kept by table and columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

Rows = Sequence[Mapping[str, Any]]
Names = tuple[str, ...]


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Inserts new rows."""
    if rows:
        _run(connection, _insert, table, rows)


def insert_missing(connection: Connection, table: Table, rows: Rows) -> None:
    """Inserts those rows that are not there."""
    if rows:
        _run(connection, _insert_missing, table, rows)


def upsert_rows(connection: Connection, table: Table, rows: Rows, *, key: Sequence[str], keep: Iterable[str]) -> None:
    """Inserts rows, or updates all columns but `keep` of those that have the same `key`."""
    if rows:
        _run(connection, _upsert, table, rows, tuple(key), frozenset(keep))


def add_to_rows(
    connection: Connection, table: Table, rows: Rows, *, key: Sequence[str], columns: Sequence[str]
) -> None:
    """Inserts rows, or adds their numbers in `columns` to those that have the same `key`."""
    if rows:
        _run(connection, _insert_or_add, table, rows, tuple(key), tuple(columns))


def update_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Sets the columns that the rows give, where `id` is theirs; all rows have the same columns."""
    if rows:
        _run(connection, _update, table, [{**row, "own_id": row["id"]} for row in rows])


def add_changes(connection: Connection, table: Table, column: str, changes: Mapping[str, int]) -> None:
    """Adds to a column of the rows with these ids; in the order of the ids, so that writers cannot lock crosswise."""
    rows = [{"own_id": identifier, "change": change} for identifier, change in sorted(changes.items()) if change]
    if rows:
        _run(connection, _add, table, rows, column)


# ---------------------------------------------------------------- what SQLAlchemy says


def _insert(_dialect: str, table: Table, _names: Names) -> Any:
    return insert(table)


def _insert_missing(dialect: str, table: Table, _names: Names) -> Any:
    return _dialect_insert(dialect, table).on_conflict_do_nothing()


def _upsert(dialect: str, table: Table, names: Names, key: Names, keep: frozenset[str]) -> Any:
    statement = _dialect_insert(dialect, table)
    new = {name: statement.excluded[name] for name in names if name not in {*key, *keep}}
    return statement.on_conflict_do_update(index_elements=list(key), set_=new)


def _insert_or_add(dialect: str, table: Table, _names: Names, key: Names, columns: Names) -> Any:
    statement = _dialect_insert(dialect, table)
    totals = {column: table.c[column] + statement.excluded[column] for column in columns}
    return statement.on_conflict_do_update(index_elements=list(key), set_=totals)


def _update(_dialect: str, table: Table, names: Names) -> Any:
    own = update(table).where(table.c.id == bindparam("own_id"))
    return own.values({name: bindparam(name) for name in names if name not in ("id", "own_id")})


def _add(_dialect: str, table: Table, _names: Names, column: str) -> Any:
    total = table.c[column] + bindparam("change")
    return update(table).where(table.c.id == bindparam("own_id")).values({column: total})


def _dialect_insert(dialect: str, table: Table) -> Any:
    return (sqlite if dialect == "sqlite" else postgresql).insert(table)


# ---------------------------------------------------------------- what the driver takes


class Prepared:
    """A statement's text, and what makes values of the driver's kinds of a row."""

    def __init__(self, statement: Any, names: Names, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        self._text = str(compiled)
        self._is_positional = compiled.positiontup is not None
        self._names: Names = tuple(compiled.positiontup or compiled.binds)
        kinds = (compiled.binds[name].type for name in self._names)
        self._makers = [kind.dialect_impl(dialect).bind_processor(dialect) for kind in kinds]
        self._made = [(place, maker) for place, maker in enumerate(self._makers) if maker is not None]

    def run(self, connection: Connection, rows: Rows) -> None:
        """Executes it for each row."""
        values = [self._values(row) for row in rows]
        connection.exec_driver_sql(self._text, values if len(values) > 1 else values[0])

    def _values(self, row: Mapping[str, Any]) -> Any:
        values = [row[name] for name in self._names]
        for place, maker in self._made:
            values[place] = maker(values[place])
        return tuple(values) if self._is_positional else dict(zip(self._names, values, strict=True))


_prepared: dict[tuple[Any, ...], Prepared] = {}
"""By all that a statement hangs on: the dialect, what is done, the table, the columns."""


def _run(connection: Connection, make: Callable[..., Any], table: Table, rows: Rows, *how: Any) -> None:
    names = tuple(rows[0])
    key = (connection.dialect.name, make, table, names, *how)
    prepared = _prepared.get(key)
    if prepared is None:
        prepared = _prepared[key] = Prepared(make(key[0], table, names, *how), names, connection.dialect)
    prepared.run(connection, rows)
