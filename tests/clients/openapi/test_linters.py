"""The linters that others check OpenAPI documents with find nothing wrong, and do find what is wrong."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from api.rest.openapi import openapi, openapi_text
from tests.clients.conftest import REQUIRED

FOLDER = Path(__file__).parent
LINTERS = {
    "spectral": ("lint", "--fail-severity", "warn", "--ruleset", "spectral.yaml"),
    "redocly": ("lint", "--config", "redocly.yaml"),
}


@pytest.fixture(scope="module", params=LINTERS)
def lint(request):
    """`status, output = lint(path)`; skipped where it is not installed, unless it must be there."""
    program = FOLDER / "node_modules" / ".bin" / request.param
    if shutil.which("node") is None or not program.exists():
        missing = f"{request.param} is not installed: run `npm ci` in tests/clients/openapi"
        if os.environ.get(REQUIRED):
            pytest.fail(f"{missing}, but {REQUIRED} is set.")
        pytest.skip(missing)

    def run(path):
        command, *options = LINTERS[request.param]
        quiet = os.environ | {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
        done = subprocess.run(
            [str(program), command, str(path), *options],
            cwd=FOLDER,
            env=quiet,
            capture_output=True,
            text=True,
            timeout=120,
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_the_document_has_no_error_and_no_warning(lint, tmp_path):
    path = tmp_path / "openapi.json"
    path.write_text(openapi_text(), encoding="utf-8")
    status, output = lint(path)
    assert status == 0, output
    assert "warning" not in output.lower().replace("deprecation warning", ""), output


def test_a_document_that_is_wrong_is_found_out(lint, tmp_path):
    wrong = json.loads(json.dumps(openapi()))
    del wrong["paths"]["/v1/events/{id}"]["get"]["parameters"]
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    status, output = lint(path)
    assert status != 0
    assert "id" in output
