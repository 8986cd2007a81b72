"""The doctor: what is well, what is not, and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

import scripts.doctor
from dateline.extraction.version import VERSION
from dateline.store.bookkeeping.readings import RawKey, note_set_aside
from dateline.store.writing.writer import write_article
from tests.scripts.commands import command
from tests.store.stories import bombing


def run(*arguments):
    return CliRunner().invoke(command(scripts.doctor), [str(argument) for argument in arguments])


def test_a_whole_installation_is_well_on_both_databases(database, database_url):
    with database.writing() as connection:
        write_article(connection, bombing())
    done = run("--database", database_url, "--full")
    assert done.exit_code == 0, done.output
    for words in (f"{database.dialect}, 1 articles", "writing: allowed", "everything in it agrees", "language model"):
        assert words in done.output
    assert "error" not in done.output


@pytest.mark.damages
def test_what_is_wrong_in_the_store_is_told_with_what_to_do(database, database_url):
    with database.writing() as connection:
        write_article(connection, bombing())
        note_set_aside(connection, RawKey("rdg_1", "rdg_2", "a.txt"), "It ends whatever reads it.")
        connection.execute(text("UPDATE event SET killed_best = 99"))
    done = run("--database", database_url, "--full")
    assert done.exit_code == 1
    assert "its reports tell otherwise: killed_best" in done.output
    assert "Put a backup back" in done.output
    assert "1 articles that nothing could read" in done.output


def test_what_an_older_reader_read_and_what_failed_is_told(database, database_url):
    with database.writing() as connection:
        write_article(connection, bombing())
        write_article(connection, replace(bombing("second"), extractor=VERSION, faults=("events (KeyError)",)))
        write_article(connection, replace(bombing("third"), extractor=f"{VERSION}, own-1"))
    done = run("--database", database_url)
    assert done.exit_code == 0
    assert "older reader: 1 articles were read by another version" in done.output
    assert "dateline reextract\n" in done.output
    assert "read in part: events (KeyError) failed on 1 articles" in done.output


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://user:secret@127.0.0.1:1/name", "The database failed"),
        ("sqlite:////nowhere/a.db", "There is no database"),
        ("nonsense", "cannot be read"),
    ],
)
def test_a_database_that_is_away_is_an_error_and_the_rest_is_looked_at(url, words):
    done = run("--database", url)
    assert done.exit_code == 1
    assert words in done.output
    assert "explorer page" in done.output
    assert "secret" not in done.output


def test_a_model_that_is_missing_says_what_to_install(monkeypatch):
    monkeypatch.setattr(scripts.doctor, "MEDIUM_PACKAGE", "no_such_package")
    monkeypatch.setattr(scripts.doctor, "SMALL_PACKAGE", "no_such_package_either")
    done = run("--database", "sqlite:////nowhere/a.db")
    assert "error    language model: none is installed" in done.output


def test_help_has_examples():
    assert "dateline doctor" in run("--help").output
