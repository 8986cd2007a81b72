"""A database with a small world, filled once, and exports of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.exporting import Choice, Export, export_file, format_named, parse_where, snapshot, view_named
from dateline.exporting.formats.writer import Options
from dateline.exporting.streaming import stream
from dateline.store.keeping.database import Database, open_database
from tests.store.world import make_world


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The small world, on each kind of database; only for reading."""
    database = open_database(make_world(request, tmp_path_factory, request.param))
    yield database
    database.close()


@pytest.fixture
def records(world):
    """`records("events", where='{...}', search="flood", since=date(...))`: all exported rows of a view."""

    def read(name, *, where=None, search=None, since=None):
        view = view_named(name)
        choice = Choice(parse_where(where, view.filters) if where else None, search, since)
        with snapshot(world) as connection:
            return [record for chunk in stream(connection, view, choice) for record in chunk]

    return read


@pytest.fixture
def exported(world, tmp_path):
    """`exported("events", "csv")`: the path of a file with all rows of a view."""

    def write(name, format_name, **options):
        format_ = format_named(format_name)
        path = tmp_path / f"{name}{format_.suffix}"
        with snapshot(world) as connection:
            export_file(
                connection, Export(view_named(name), format_, options=Options(**options)), path, lambda rows: None
            )
        return path

    return write
