"""The `dateline` command: its commands, their help, and what the documents say of them."""

import re
import shlex
import subprocess
import sys
import tomllib
from importlib import import_module

import pytest
from typer.testing import CliRunner

from dateline.settings import PROJECT
from scripts.cli import COMMANDS, app, load_command

DOCUMENTS = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md")), PROJECT / "CONTRIBUTING.md"]
WITHOUT_DATABASE = {"analyze", "gazetteer", "keys"}
"""Commands that read no database, or whose own commands do."""


def run(*arguments):
    return CliRunner().invoke(app, arguments)


def names_of(command):
    return {name for parameter in command.params for name in parameter.opts}


def documented():
    """Every line in a document's blocks of code that runs the command, as words after `dateline`."""
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8").replace("\\\n", " ") if document.exists() else ""
        for language, block in re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            if language not in ("", "sh"):
                continue
            for words in re.findall(r"(?:^|[ /])dateline ([a-z].*)", block, re.MULTILINE):
                yield document.name, words


def test_the_help_lists_all_commands_and_imports_none():
    program = "import sys; from scripts.cli import app; app(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert [name for name in COMMANDS if name not in done.stdout] == []
    assert not {"scripts.serve", "sqlalchemy", "spacy"} & set(done.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples_in_its_own_name(name):
    done = run(name, "--help")
    assert done.exit_code == 0
    assert "Example" in done.output
    assert f"dateline {name}" in done.output


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - WITHOUT_DATABASE))
def test_each_command_that_opens_a_database_names_it_in_the_same_way(name):
    assert "--database" in names_of(load_command(name))


def test_an_unknown_command_is_named_with_its_neighbours():
    done = run("sed")
    assert done.exit_code == 2
    assert "No such command 'sed'. Did you mean 'seed'?" in done.output


def test_commands_of_a_command_are_reached():
    assert "--scope" in run("keys", "make", "--help").output


def test_a_failure_keeps_its_words_and_its_status(tmp_path):
    done = run("export", "events", "--database", f"sqlite:///{tmp_path}/missing.db", "--output", "-")
    assert done.exit_code == 1
    assert "error: " in done.output
    assert "missing.db" in done.output


def test_the_installed_command_is_this_one():
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    module, _, function = declared["dateline"].partition(":")
    assert callable(getattr(import_module(module), function))
    done = subprocess.run(
        [sys.executable, "-m", module, "--version"], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+\n", done.stdout)


def test_the_documents_name_commands_and_options_that_are_there():
    lines = list(documented())
    assert len(lines) > 20
    wrong = []
    for document, line in lines:
        words = shlex.split(line.partition(" | ")[0], comments=True)
        if words[0] not in COMMANDS:
            wrong.append((document, line))
            continue
        command = load_command(words[0])
        if hasattr(command, "commands"):
            command = command.commands[words[1]]
        options = {word.partition("=")[0] for word in words if re.match("--?[a-z]", word)}
        if options - names_of(command) - {"--help"} and words[0] != "mcp":
            wrong.append((document, line))
    assert wrong == []
