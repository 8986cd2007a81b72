"""A running server that clients are tried with, and the Node that they run in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.servers import Served, running_server
from tests.store.world import make_world

FOLDER = Path(__file__).parent
KEY = "0123456789abcdef"
REQUIRED = "REQUIRE_NODE_CLIENTS"


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def client_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with an API key over the small world, on each kind of database."""
    url = make_world(request, tmp_path_factory, request.param)
    with running_server(url, api_keys=f"clients:{KEY}") as served:
        yield served


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node; where it, or what `npm ci` installs, is missing, its tests are skipped unless they must run."""
    found = shutil.which("node")
    missing = "Node is not installed" if found is None else "tests/clients is not installed: run `npm ci` there"
    if found is None or not (FOLDER / "node_modules" / "graphql").is_dir():
        if os.environ.get(REQUIRED):
            pytest.fail(f"{missing}, but {REQUIRED} is set.")
        pytest.skip(missing)
    return found


@pytest.fixture(scope="session")
def run_node(node: str) -> Callable[..., str]:
    """Runs a JavaScript file of this folder; what it prints, or the test fails with what it complains of."""

    def run(file: str, *arguments: str, cwd: Path = FOLDER, **environment: str) -> str:
        done = subprocess.run(
            [node, str(FOLDER / file), *arguments],
            cwd=cwd,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def read_json(printed: str) -> Any:
    """The last line that a script has printed."""
    return json.loads(printed.splitlines()[-1])
