"""A client of the REST API over the small world, on each kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.conftest import Api, api, fresh_api, served, sqlite_api, world_url  # noqa: F401
from tests.rest.serving import Server


class Rest:
    """Asks for paths below /v1."""

    def __init__(self, behind: Api) -> None:
        self.api = behind
        self.client = behind.client
        self.database = behind.database

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        """The JSON of an answer with this status."""
        response = self.client.get(f"/v1/{path}", headers=headers)
        assert response.status_code == status, response.text
        kind = "application/json" if status == 200 else "application/problem+json"
        assert response.headers["content-type"] == kind
        return response.json()

    def ids(self, path: str) -> list[str]:
        """The ids on a page."""
        return [one["id"] for one in self.get(path)["data"]]

    def refuse(self, path: str, status: int = 400) -> Any:
        """The problem that an answer is."""
        return self.get(path, status)


@pytest.fixture
def rest(api: Api) -> Rest:  # noqa: F811
    """Over the small world; only for reading."""
    return Rest(api)


@pytest.fixture
def live(api: Api) -> Iterator[str]:  # noqa: F811
    """The address of a server over the small world; only for reading."""
    with Server(api.client.app) as server:
        yield server.url


@pytest.fixture
def fresh_rest(fresh_api: Api) -> Rest:  # noqa: F811
    """Over empty tables, on each kind of database."""
    return Rest(fresh_api)


@pytest.fixture
def sqlite_rest(sqlite_api: Api) -> Rest:  # noqa: F811
    """Over empty tables in SQLite, for what does not depend on the database."""
    return Rest(sqlite_api)
