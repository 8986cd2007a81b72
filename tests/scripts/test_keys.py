import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.store import open_database
from dateline.store.bookkeeping.keys import find_key, id_of
from scripts.keys import app


@pytest.fixture
def keys(database_url):
    def run(*arguments, status=0):
        done = CliRunner().invoke(app, [*arguments, "--database", database_url])
        assert done.exit_code == status, done.output
        return done

    return run


def test_a_key_is_shown_once_listed_and_revoked(keys, database_url):
    made = keys("make", "ana", "--scope", "read", "--scope", "correct")
    key = made.stdout.strip()
    identifier = id_of(key)
    assert identifier
    assert "shown this one time" in made.stderr
    listed = keys("list").output
    assert f"{identifier}  ana  read,correct" in listed
    assert key not in listed
    assert "revoked" not in listed
    assert "revoked" in keys("revoke", identifier).output
    database = open_database(database_url)
    stored = database.run(lambda connection: find_key(connection, identifier))
    assert stored
    assert stored.revoked_at
    database.close()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("make", "a:b", "--scope", "read"), "cannot be used"), (("revoke", "none"), "There is no key")],
)
def test_what_makes_no_sense_is_one_line(keys, arguments, words):
    done = keys(*arguments, status=1)
    assert done.stderr.startswith("error: ")
    assert words in done.stderr


def test_help_has_examples():
    command = [sys.executable, "-m", "scripts.keys", "--help"]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=True
    )
    assert "dateline keys make ana --scope read" in done.stdout
