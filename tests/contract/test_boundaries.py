"""The direction of imports is held by the checks, and a planted violation is caught."""

import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
FOLDERS = ("api", "dateline", "schema", "scripts")


@pytest.fixture
def copy(tmp_path):
    """The project's code, to plant violations in."""
    ignored = shutil.ignore_patterns("__pycache__", "static")
    for folder in FOLDERS:
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=ignored)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def check(folder):
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    environment = {"PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=environment)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("dateline/extraction/planted.py", "import sqlalchemy"),
        ("dateline/extraction/planted.py", "import dateline.store.keeping.database"),
        ("dateline/store/planted.py", "import dateline.extraction.pipeline"),
        ("dateline/ingestion/planted.py", "import starlette"),
        ("dateline/store/keeping/planted.py", "import dateline.store.writing.writer"),
        ("dateline/ingestion/linking/planted.py", "import dateline.ingestion.intake.storing"),
        ("schema/planted.py", "import dateline.settings"),
        ("api/planted.py", "import dateline.extraction.pipeline"),
    ],
)
def test_a_planted_violation_is_caught(copy, file, line):
    (copy / file).write_text(line + "\n")
    status, output = check(copy)
    assert status == 1, output
    assert "planted" in output


def test_the_code_as_it_stands_keeps_the_contracts(copy):
    status, output = check(copy)
    assert status == 0, output


@pytest.mark.parametrize("name", FOLDERS)
def test_no_installed_distribution_brings_a_package_of_our_names(name):
    owners = set()
    for distribution in distributions():
        top = {str(file).split("/")[0] for file in distribution.files or ()}
        if name in top:
            owners.add(distribution.metadata["Name"])
    assert owners <= {"dateline"}
