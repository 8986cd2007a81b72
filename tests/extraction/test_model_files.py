"""The language model that is installed is Explosion's, whoever put it into a package."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from dateline.extraction.parsing import MEDIUM_PACKAGE, SMALL_PACKAGE, model_location

RECORDED = Path(__file__).with_name("models.sha256")
AS_SAVED_AGAIN = {"config.cfg", "meta.json"}
"""What spaCy writes otherwise when a model is saved again; the rest of a package may differ by its line ends only."""


def recorded(model):
    rows = [line.split() for line in RECORDED.read_text().splitlines() if not line.startswith("#")]
    return {name.removeprefix(f"{model}/"): sha256 for sha256, name in rows if name.startswith(f"{model}/")}


def folder_of(package):
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    if package == MEDIUM_PACKAGE:
        return Path(model_location(""))
    return next(Path(import_module(package).__path__[0]).glob(f"{package}-*"))


def sha256_of(path):
    """Of a file; of text with its line ends as Explosion writes them."""
    content = path.read_bytes()
    if path.suffix in (".cfg", ".json") or path.name == "cfg":
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(("package", "model"), [(MEDIUM_PACKAGE, "en_core_web_md"), (SMALL_PACKAGE, "en_core_web_sm")])
def test_the_files_of_a_model_are_those_of_its_release(package, model):
    folder, known = folder_of(package), recorded(model)
    assert len(known) > 8
    assert {name: sha256_of(folder / name) for name in known} == known
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert (meta["author"], meta["version"], meta["lang"]) == ("Explosion", "3.8.0", "en")


def test_a_package_of_the_medium_model_holds_nothing_else():
    folder = folder_of(MEDIUM_PACKAGE)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == recorded("en_core_web_md").keys() | AS_SAVED_AGAIN


def test_another_line_end_is_no_other_file_and_another_letter_is(tmp_path):
    one, other, third = (tmp_path / f"{name}.cfg" for name in "abc")
    one.write_bytes(b'{\r\n "mode": 1\r\n}')
    other.write_bytes(b'{\n "mode": 1\n}')
    third.write_bytes(b'{\n "mode": 2\n}')
    assert sha256_of(one) == sha256_of(other) != sha256_of(third)
