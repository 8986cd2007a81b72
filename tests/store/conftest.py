"""A database with a small world, filled once for all tests that only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.store.keeping.database import Database, open_database
from tests.store.world import make_world


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The small world, on each kind of database; only for reading."""
    database = open_database(make_world(request, tmp_path_factory, request.param))
    yield database
    database.close()
