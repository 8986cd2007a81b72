"""A server as a process of its own, for what only a whole one can show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    base: str
    """`http://127.0.0.1:41733`"""
    process: subprocess.Popen[str]

    @property
    def graphql(self) -> str:
        """Where queries go."""
        return f"{self.base}/graphql"

    @property
    def health(self) -> str:
        """Where it is asked whether it lives."""
        return f"{self.base}/health"

    @property
    def socket(self) -> str:
        """Where WebSockets open."""
        return self.graphql.replace("http", "ws", 1)

    def cpu_seconds(self) -> float:
        """What the process has computed so far, in all of its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_bytes(self) -> int:
        """What the process holds in memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def running_server(database_url: str, **settings: object) -> Iterator[Served]:
    """A server over a database, with settings by their names; killed at the end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DATABASE_URL"))}
    own = {f"DATELINE_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "scripts.serve", "--database", database_url, "--port", "0"]
    # A file takes all that the server logs; a pipe that nobody reads would stop it when it is full.
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=kept | own, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout
            line = process.stdout.readline()
            found = re.search(r"http://[^/]+", line)
            assert found, (line, _read(log))
            yield Served(found.group(), process)
        finally:
            process.kill()
            process.communicate()


def _read(log: IO[str]) -> str:
    log.seek(0)
    return log.read()
