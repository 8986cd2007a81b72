import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.store.keeping.database import open_database
from scripts.explain import explained, main
from tests.store.world import fill

QUERY = "query Told($n: Int) { events(first: $n) { nodes { summary location { name } } } }"


@pytest.fixture
def filled(sqlite_template: Path, tmp_path: Path):
    path = tmp_path / "dateline.db"
    shutil.copy(sqlite_template, path)
    database = open_database(f"sqlite:///{path}")
    fill(database, 3)
    yield database
    database.close()


def test_code_statement_and_answer_are_shown(filled):
    code, written, statement, answer = explained(filled, QUERY, {"n": 2})
    assert "def build(rows" in code
    assert "written by SQLite" in written
    assert "group_concat" in statement
    assert "LEFT OUTER JOIN location" in statement
    assert '"summary"' in answer


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("{ events { edges { node { summary location { name } } } } }", ["page.summary", "location_0.name"]),
        ("{ events { edges { node { location { latitude } } } } }", ["location_0.latitude", "location_0.id"]),
    ],
)
def test_where_a_link_leads_is_told_by_a_column_that_is_read_anyway(filled, query, columns):
    _, statement, _ = explained(filled, query, {})
    assert statement.split("SELECT ")[1].split(" \nFROM")[0].split(", ") == columns


@pytest.mark.parametrize(
    ("fields", "columns"),
    [
        ("role nameAsWritten", 2 + 1),
        ("nameAsWritten", 1 + 1),
        ("role nameAsWritten inferred actor { name }", 4 + 1),
    ],
)
def test_of_participants_nothing_is_read_that_is_not_shown_but_their_event(filled, fields, columns):
    query = f"{{ events(first: 3) {{ nodes {{ participants {{ {fields} }} }} }} }}"
    *pieces, answer = explained(filled, query, {})
    (statement,) = (piece for piece in pieces if "SELECT belonging" in piece)
    assert len(statement.split("SELECT ")[1].split(" \nFROM")[0].split(", ")) == columns
    assert '"participants": [\n            {' in answer


def test_a_query_that_is_not_compiled_says_why(filled, tmp_path):
    import typer

    app = typer.Typer()
    app.command()(main)
    query = tmp_path / "q.graphql"
    query.write_text("{ __schema { queryType { name } } }", encoding="utf-8")
    result = CliRunner().invoke(app, [str(query), "--database", str(filled.engine.url)])
    assert result.exit_code == 1
    assert "ordinary way: __schema is not compiled" in result.output
