"""The compose file and the Dockerfile, as far as they can be checked without an engine."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
SERVICES = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())["services"]


def test_the_compose_file_is_one_by_its_specification():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, PROJECT / "docker-compose.yml"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ports_are_open_on_this_machine_only():
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_sqlite_is_the_default_and_postgresql_a_profile():
    assert [name for name, service in SERVICES.items() if "profiles" not in service] == ["dateline"]
    others = {name for name, service in SERVICES.items() if service.get("profiles") == ["postgres"]}
    assert others == {"postgres", "dateline-postgres"}


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_health_check(name):
    built = "build" in SERVICES[name]
    assert "HEALTHCHECK" in (PROJECT / "Dockerfile").read_text() if built else "healthcheck" in SERVICES[name]


def test_what_the_image_copies_is_there():
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied
    assert all((PROJECT / source).exists() for sources in copied for source in sources)
