"""Asks whether what is shipped has known weaknesses: `python -m scripts.audit`.  Needs the network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from dateline.settings import PROJECT
from scripts.shipped import LOCK

FOLDERS = (PROJECT / "web", PROJECT / "tests" / "clients")
SECONDS = 600
OFFLINE = (
    "audit endpoint returned an error",
    "could not be audited",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ConnectionError",
    "Max retries",
    "ENOAUDIT",
)
"""What npm and pip-audit say where they reach nobody."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One question."""

    name: str
    command: Sequence[str]
    folder: Path


Lock = Annotated[Path, typer.Option("--lock", help="The locked Python packages.")]


def main(lock: Lock = LOCK) -> None:
    """Ask pip-audit about the locked Python packages, and npm about those of the pages and of the clients' tests.

    Status 1 where a weakness is known, 2 where it could not be found out.

    Example: python -m scripts.audit
    """
    statuses = [run(audit) for audit in list_audits(lock)]
    raise typer.Exit(max(statuses))


def list_audits(lock: Path) -> list[Audit]:
    """All of them."""
    python = (
        sys.executable,
        "-m",
        "pip_audit",
        "--require-hashes",
        "--disable-pip",
        "--strict",
        "--progress-spinner",
        "off",
    )
    found = [Audit("Python packages", (*python, "--requirement", str(lock.resolve())), PROJECT)]
    npm = shutil.which("npm") or "npm"
    return found + [Audit(f"{folder.relative_to(PROJECT)}", (npm, "audit"), folder) for folder in FOLDERS]


def run(audit: Audit) -> int:
    """0 where nothing is known against it, 1 where something is, 2 where nobody could be asked."""
    missing = _missing(audit)
    if missing:
        typer.echo(f"{audit.name}: {missing}", err=True)
        return 2
    done = subprocess.run(  # noqa: S603
        audit.command, cwd=audit.folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    told = f"{done.stdout}\n{done.stderr}".strip()
    typer.echo(f"{audit.name}:\n{told}\n")
    if done.returncode and any(word in told for word in OFFLINE):
        typer.echo(f"{audit.name}: nobody could be asked; this needs the network.", err=True)
        return 2
    return 1 if done.returncode else 0


def _missing(audit: Audit) -> str | None:
    if "pip_audit" in audit.command and find_spec("pip_audit") is None:
        return "pip-audit is not installed: pip install pip-audit"
    if audit.command[0] == "npm":
        return "npm is not installed: see https://nodejs.org"
    return None


if __name__ == "__main__":
    typer.run(main)
