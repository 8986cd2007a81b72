"""Backing up and restoring as a person does it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

import scripts.backup
import scripts.restore
from benchmarks.made_up import make_article
from dateline.ingestion.intake.storing import store_article
from dateline.store import open_database
from tests.scripts.commands import command


@pytest.fixture
def filled(tmp_path):
    """The URL of a database with two articles."""
    url = f"sqlite:///{tmp_path / 'a.db'}"
    database = open_database(url, create=True)
    with database.writing() as connection:
        for number in (1, 2):
            store_article(connection, make_article(number))
    database.close()
    return url


def run(module, *arguments):
    return CliRunner().invoke(command(module), [str(argument) for argument in arguments])


def test_a_backup_in_a_folder_is_named_by_the_time_and_the_oldest_go(filled, tmp_path):
    folder = tmp_path / "backups"
    for _ in range(3):
        done = run(scripts.backup, folder, "--database", filled, "--keep", "2")
        assert done.exit_code == 0, done.output
    assert "Deleted" in done.output
    kept = sorted(folder.iterdir())
    assert len(kept) == 2
    assert all(path.name.startswith("dateline-2") and path.suffix == ".db" for path in kept)


def test_a_backup_comes_back_and_is_checked(filled, tmp_path):
    assert run(scripts.backup, tmp_path / "b.db", "--database", filled).exit_code == 0
    url = f"sqlite:///{tmp_path / 'c.db'}"
    done = run(scripts.restore, tmp_path / "b.db", "--database", url)
    assert (done.exit_code, "Everything in it agrees." in done.output) == (0, True)
    again = run(scripts.restore, tmp_path / "b.db", "--database", url)
    assert (again.exit_code, "--replace" in again.output) == (1, True)
    assert run(scripts.restore, tmp_path / "b.db", "--database", url, "--replace").exit_code == 0


def test_a_backup_in_which_things_disagree_is_told(filled, tmp_path):
    database = open_database(filled)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE event SET killed_best = 99")
    database.close()
    assert run(scripts.backup, tmp_path / "b.db", "--database", filled).exit_code == 0
    done = run(scripts.restore, tmp_path / "b.db", "--database", f"sqlite:///{tmp_path / 'c.db'}")
    assert (done.exit_code, "its reports tell otherwise: killed_best" in done.output) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("b.db", "--keep", "2"), "--keep is for a folder"),
        (("a.db",), "is there already"),
        (("b.db", "--database", "sqlite:///nowhere.db"), "no database at"),
    ],
)
def test_what_cannot_be_done_is_one_line(filled, tmp_path, arguments, words):
    given = [tmp_path / arguments[0], "--database", filled, *arguments[1:]]
    done = run(scripts.backup, *given)
    assert done.exit_code == 1
    assert words in done.output
    assert len(done.output.strip().splitlines()) == 1


@pytest.mark.parametrize("module", [scripts.backup, scripts.restore])
def test_help_has_examples(module):
    assert f"dateline {module.__name__.removeprefix('scripts.')}" in run(module, "--help").output
