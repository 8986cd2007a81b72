"""An application over a small world, on each kind of database; filled once for all tests that only read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from api.app import create_app
from api.graphql.view import WAY
from api.requests import Way
from dateline.settings import Settings
from dateline.store.keeping.database import Database, open_database
from tests.store.world import make_world


class Api:
    """A client that asks GraphQL queries."""

    def __init__(self, client: TestClient, database: Database) -> None:
        self.client = client
        self.database = database
        self.headers: dict[str, str] = {}
        """Sent with every query."""

    def ask(self, query: str, **variables: Any) -> Any:
        """The `data` of an answer without errors."""
        answer = self.post(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def refuse(self, query: str, **variables: Any) -> Any:
        """The first error of an answer."""
        return self.post(query, **variables)["errors"][0]

    def post(self, query: str, **variables: Any) -> Any:
        """The whole answer."""
        response = self.client.post("/graphql", json={"query": query, "variables": variables}, headers=self.headers)
        assert response.status_code == 200, response.text
        return response.json()


def counts_in(page: str) -> dict[tuple[str, ...], float]:
    """What a page of `/metrics` tells, by name and values of labels."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


def serve(url: str, **settings: Any) -> Iterator[Api]:
    database = open_database(url)
    app = create_app(Settings(database_url=url, **settings), database)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Api(client, database)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database with the small world."""
    return make_world(request, tmp_path_factory, request.param)


@pytest.fixture(scope="session")
def api(world_url: str) -> Iterator[Api]:
    """The application over the small world; only for reading."""
    yield from serve(world_url)


@pytest.fixture
def ordinary_api(api: Api) -> Iterator[Api]:
    """The same, where nothing is answered by compiled queries."""
    api.headers = {WAY: Way.ORDINARY}
    yield api
    api.headers = {}


@pytest.fixture
def fresh_api(database_url: str) -> Iterator[Api]:
    """The application over empty tables, on each kind of database."""
    yield from serve(database_url)


@pytest.fixture
def sqlite_api(sqlite_template: Path, tmp_path: Path) -> Iterator[Api]:
    """The application over empty tables in SQLite, for what does not depend on the database."""
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    yield from serve(f"sqlite:///{path}")


@pytest.fixture
def served(sqlite_template: Path, tmp_path: Path) -> Iterator[Callable[..., Api]]:
    """`served(max_query_cost=5)`: the application over empty tables in SQLite, with these settings."""
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(contextmanager(serve)(f"sqlite:///{path}", **settings))
