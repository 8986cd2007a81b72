"""Servers as processes of their own, for tests of what only a whole one can show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Served:
    """A running server."""

    def __init__(self, base: str, process: subprocess.Popen[str]) -> None:
        self.graphql = f"{base}/graphql"
        self.health = f"{base}/health"
        self.socket = self.graphql.replace("http", "ws")
        self.process = process


@contextmanager
def running_server(database_url: str, **settings: object) -> Iterator[Served]:
    """A server over a database, with settings by their names; killed at the end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DATABASE_URL"))}
    own = {f"DATELINE_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "scripts.serve", "--database", database_url, "--port", "0"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=kept | own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://[^/]+", line)
        assert found, (line, process.stderr.read() if process.stderr else "")
        yield Served(found.group(), process)
    finally:
        process.kill()
        process.communicate()
