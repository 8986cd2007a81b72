"""A server process over the small world, and a second client that is served all the time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.servers import Served, running_server
from tests.hostile.clients import MODERN, Bystander, body, send
from tests.store.world import make_world


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with running_server(make_world(request, tmp_path_factory, request.param)) as served:
        send(served.base, "POST", "/graphql", body("{ events { nodes { id } } }"), MODERN)
        yield served


@pytest.fixture
def beside(server: Served) -> Iterator[Bystander]:
    """The second client; at the end it has been served all the time."""
    bystander = Bystander(server.base)
    bystander.start()
    yield bystander
    bystander.stop()
    bystander.check()
