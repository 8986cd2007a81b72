"""What is shipped: its licences, its bill of materials, and the question for weaknesses."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from importlib.metadata import metadata

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from typer.testing import CliRunner

import scripts.audit
import scripts.licences
import scripts.sbom
from dateline.settings import PROJECT
from schema.errors import InputError
from scripts.licences import PAGE
from scripts.shipped import Part, list_parts, read_bundles, read_lock
from tests.scripts.commands import command


def needed():
    """The names of all that Dateline's own requirements lead to, on this system."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    found, waiting = set(), [(Requirement(line), "") for line in project["dependencies"]]
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        if (requirement.marker and not requirement.marker.evaluate({"extra": extra})) or (name, extra) in found:
            continue
        found.add((name, extra))
        lines = metadata(name).get_all("Requires-Dist") or ()
        waiting += [(Requirement(line), chosen) for line in lines for chosen in ("", *requirement.extras)]
    return {name for name, _ in found}


def test_the_licence_of_everything_that_is_needed_is_told_and_binds_nobody():
    page = PAGE.read_text(encoding="utf-8")
    known = {canonicalize_name(part.name): part for part in read_lock()}
    names = needed()
    assert len(names) > 50
    for name in names:
        assert f"| {name} |" in page, f"{name}: python -m scripts.licences --write"
        assert name not in known or known[name].is_compatible
    for part in read_bundles():
        assert f"| {part.name} | {part.licence} |" in page, f"{part.name}: python -m scripts.licences --write"


@pytest.mark.parametrize(
    ("licence", "compatible"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("MPL-1.1 OR GPL-2.0-only", True),
        ("GPL", False),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-3.0-only", False),
        ("CC-BY-NC-4.0", False),
    ],
)
def test_licences_that_would_bind_dateline_are_known(licence, compatible):
    assert Part("pypi", "x", "1", licence).is_compatible is compatible


def test_a_package_without_a_known_licence_is_an_error(tmp_path):
    lock = tmp_path / "run.txt"
    lock.write_text("no-such-package==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "a" * 64 + "\n")
    with pytest.raises(InputError, match="no-such-package"):
        read_lock(lock)


def test_the_bill_of_materials_is_cyclonedx_and_has_every_part_with_its_hashes(tmp_path):
    path = tmp_path / "dateline.cdx.json"
    done = CliRunner().invoke(command(scripts.sbom), ["--output", str(path)])
    assert done.exit_code == 0, done.output
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(path.read_text(encoding="utf-8")) is None
    bill = json.loads(path.read_text(encoding="utf-8"))
    assert len(bill["components"]) == len(list_parts())
    spacy = next(part for part in bill["components"] if part["name"] == "spacy")
    assert spacy["licenses"] == [{"license": {"id": "MIT"}}]
    assert len(spacy["externalReferences"][0]["hashes"]) > 5
    assert spacy["purl"] == f"pkg:pypi/spacy@{spacy['version']}"


KNOWN = {"name": "jinja2", "version": "2.4", "vulns": [{"id": "PYSEC-2014-8", "fix_versions": ["2.7.2"]}]}
SOUND = {"name": "jinja2", "version": "3.2", "vulns": []}
SKIPPED = {"name": "alembic", "skip_reason": "Dependency not found on PyPI and could not be audited"}
REACHED_NOBODY = ("", "Traceback\nrequests.exceptions.ConnectionError: refused")


def dependencies(*packages):
    return (json.dumps({"dependencies": packages, "fixes": []}), "No known vulnerabilities found")


@pytest.mark.parametrize(
    ("pypi", "osv", "npm", "status", "words"),
    [
        (dependencies(SOUND), REACHED_NOBODY, (0, ""), 0, "Python packages: no weakness is known."),
        (dependencies(KNOWN), REACHED_NOBODY, (0, ""), 1, "jinja2 2.4: PYSEC-2014-8, mended in 2.7.2"),
        (dependencies(SOUND, SKIPPED), REACHED_NOBODY, (0, ""), 2, "about: 1 of 2, which pypi does not know: alembic"),
        (
            dependencies(SKIPPED),
            dependencies({**SOUND, "name": "alembic"}),
            (0, ""),
            0,
            "packages: no weakness is known",
        ),
        (dependencies(KNOWN, SKIPPED), REACHED_NOBODY, (0, ""), 1, "1 of 2, which pypi does not know: alembic"),
        (REACHED_NOBODY, REACHED_NOBODY, (0, ""), 2, "all of them: requests.exceptions.ConnectionError: refused"),
        (REACHED_NOBODY, dependencies(SOUND), (0, ""), 0, "Python packages: no weakness is known."),
        (dependencies(SOUND), REACHED_NOBODY, (1, "npm error code ENOTFOUND"), 2, "web: could not be asked about: all"),
        (dependencies(SOUND), REACHED_NOBODY, (1, "2 high severity vulnerabilities"), 1, "web: 2 high severity"),
    ],
)
def test_an_audit_tells_weaknesses_and_what_it_could_not_ask(monkeypatch, pypi, osv, npm, status, words):
    def answer(arguments, **_):
        assert "pip_audit" not in arguments or "--require-hashes" in arguments
        if "pip_audit" not in arguments:
            return subprocess.CompletedProcess(arguments, npm[0], npm[1], "")
        return subprocess.CompletedProcess(arguments, 1, *(pypi if "pypi" in arguments else osv))

    monkeypatch.setattr(subprocess, "run", answer)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    done = CliRunner().invoke(command(scripts.audit), [])
    assert (done.exit_code, words in done.output) == (status, True), done.output


def test_an_audit_without_its_programs_says_what_to_install(monkeypatch):
    monkeypatch.setattr(scripts.audit, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    done = CliRunner().invoke(command(scripts.audit), [])
    assert (done.exit_code, "pip install pip-audit" in done.output, "nodejs.org" in done.output) == (2, True, True)
