"""Backups of PostgreSQL: a ZIP file with each table as `COPY` gives it, all of one moment, and a list of what is in it.

Needs no program of PostgreSQL's and fits any version of the server.  Where a store is larger than what one connection
copies in the time there is, `pg_basebackup` and continuous archiving are the better way (docs/deploy.md).
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, text

from dateline.store.keeping.database import Database, translated
from dateline.store.keeping.migration import migrate, revision_of
from schema.errors import InputError
from schema.tables import METADATA

LIST = "contents.json"
FORMAT = "dateline-postgresql-1"
CHUNK = 1 << 20


def save(database: Database, path: Path, tell: Callable[[int, int], None]) -> str:
    """Copies all tables of one snapshot to a new file; the step that they have reached."""
    options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with translated(), database.engine.connect().execution_options(**options) as connection:
        revision = revision_of(connection) or ""
        expected = _estimate_rows(connection)
        rows: dict[str, int] = {}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for table in METADATA.sorted_tables:
                columns = [column.name for column in table.c]
                rows[table.name] = _save_table(connection, archive, table.name, columns)
                tell(sum(rows.values()), max(expected, sum(rows.values())))
            contents = {
                "format": FORMAT,
                "revision": revision,
                "taken_at": datetime.now(UTC).isoformat(),
                "tables": [
                    {"name": table.name, "columns": [column.name for column in table.c], "rows": rows[table.name]}
                    for table in METADATA.sorted_tables
                ],
            }
            archive.writestr(LIST, orjson.dumps(contents, option=orjson.OPT_INDENT_2))
        return revision


def check(path: Path) -> str:
    """The step of a backup's tables; InputError where the file is none or is damaged."""
    contents = _read_contents(path)
    try:
        with zipfile.ZipFile(path) as archive:
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error) as error:
        damaged = str(error)
    if damaged:
        raise InputError(f"{path} is damaged: {damaged}.", hint="Name another backup.")
    return str(contents["revision"])


def load(database: Database, path: Path, tell: Callable[[int, int], None]) -> None:
    """Replaces all rows by those of the file, in one transaction."""
    contents = _read_contents(path)
    total = sum(table["rows"] for table in contents["tables"])
    done = 0
    with database.writing() as connection, zipfile.ZipFile(path) as archive:
        _prepare_tables(connection, contents["revision"])
        for table in contents["tables"]:
            _load_table(connection, archive, table)
            done += table["rows"]
            tell(done, total)
        _continue_numbers(connection, {table["name"] for table in contents["tables"]})


def _estimate_rows(connection: Connection) -> int:
    names = ", ".join(f"'{table.name}'" for table in METADATA.sorted_tables)
    counted = f"SELECT coalesce(sum(greatest(reltuples, 0)), 0) FROM pg_class WHERE relname IN ({names})"  # noqa: S608
    return int(connection.execute(text(counted)).scalar_one())


def _save_table(connection: Connection, archive: zipfile.ZipFile, name: str, columns: list[str]) -> int:
    driver: Any = connection.connection.driver_connection
    with archive.open(f"{name}.copy", "w", force_zip64=True) as stream, driver.cursor() as cursor:
        with cursor.copy(f"COPY {_named(name, columns)} TO STDOUT") as copy:
            for data in copy:
                stream.write(data)
        return int(cursor.rowcount)


def _load_table(connection: Connection, archive: zipfile.ZipFile, table: dict[str, Any]) -> None:
    driver: Any = connection.connection.driver_connection
    with archive.open(f"{table['name']}.copy") as stream, driver.cursor() as cursor:
        with cursor.copy(f"COPY {_named(table['name'], table['columns'])} FROM STDIN") as copy:
            while data := stream.read(CHUNK):
                copy.write(data)
        if cursor.rowcount != table["rows"]:
            raise InputError(f"{table['name']} has {cursor.rowcount:,} rows instead of {table['rows']:,}.")


def _named(name: str, columns: list[str]) -> str:
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f'"{name}" ({quoted})'


def _prepare_tables(connection: Connection, revision: str) -> None:
    """Makes the tables of the backup's step, or empties them."""
    found = revision_of(connection)
    if found is None:
        migrate(connection, revision)
    elif found == revision:
        names = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
        connection.execute(text(f"TRUNCATE {names}"))
    else:
        raise InputError(
            f"The database has tables of step {found}, the backup those of step {revision}.",
            hint="Name a new, empty database.",
        )


def _continue_numbers(connection: Connection, names: set[str]) -> None:
    for table in (table for table in METADATA.sorted_tables if table.name in names):
        for column in table.primary_key.columns:
            sequence = connection.execute(
                text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": column.name}
            ).scalar_one()
            if sequence:
                newest = f'SELECT setval(:sequence, coalesce(max("{column.name}"), 1)) FROM "{table.name}"'  # noqa: S608
                connection.execute(text(newest), {"sequence": sequence})


def _read_contents(path: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            contents = orjson.loads(archive.read(LIST))
    except (zipfile.BadZipFile, KeyError, orjson.JSONDecodeError):
        contents = {}
    if contents.get("format") != FORMAT:
        raise InputError(f"{path} is no backup of a PostgreSQL database.", hint="Name a file of dateline backup.")
    return dict(contents)
