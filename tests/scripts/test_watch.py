"""Watching as a person does it; feeds themselves are tried in tests/ingestion/watching."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

import scripts.watch
from tests.scripts.commands import command


def run(*arguments):
    return CliRunner().invoke(command(scripts.watch), [str(argument) for argument in arguments])


def test_a_folder_is_read_once(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Police arrested 40 people in Lima on Sunday.")
    arguments = (tmp_path / "in", "--once", "--database", f"sqlite:///{tmp_path / 'a.db'}", "--metrics-port", "0")
    first = run(*arguments)
    assert (first.exit_code, "1 new" in first.output) == (0, True), first.output
    assert "Metrics are at http://127.0.0.1:" in first.output
    (tmp_path / "in" / "b.txt").write_text("")
    second = run(*arguments)
    assert (second.exit_code, "the file is empty" in second.output) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "words"), [((), "nothing to follow"), (("nowhere",), "no folder and no web address")]
)
def test_what_cannot_be_followed_is_one_line(arguments, words):
    done = run(*arguments)
    assert (done.exit_code, words in done.output) == (2, True)


def test_help_has_examples():
    assert "dateline watch" in run("--help").output
