"""Asks whether what is shipped has known weaknesses: `python -m scripts.audit`.  Needs the network."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.settings import PROJECT
from scripts.shipped import LOCK

FOLDERS = (PROJECT / "web", PROJECT / "tests" / "clients")
SECONDS = 600
OFFLINE = (
    "audit endpoint returned an error",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ENOAUDIT",
)
"""What npm says where it reaches nobody."""
_PIP_AUDIT = (
    *(sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip"),
    *("--progress-spinner", "off", "--format", "json"),
)
SERVICES = ("pypi", "osv")
"""Where pip-audit may ask; the second is asked about what the first does not know."""

Lock = Annotated[Path, typer.Option("--lock", help="The locked Python packages.")]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found out about some packages."""

    weaknesses: Sequence[str] = ()
    """A line each."""
    unasked: Sequence[str] = ()
    """What nothing could be found out about, and why."""

    @property
    def status(self) -> int:
        """1 where a weakness is known, 2 where something could not be asked about."""
        return 1 if self.weaknesses else 2 if self.unasked else 0


def main(lock: Lock = LOCK) -> None:
    """Ask pip-audit about the locked Python packages, and npm about those of the pages and of the clients' tests.

    Says what could not be asked about.  Status 1 where a weakness is known, 2 where something could not be found out.

    Example: python -m scripts.audit
    """
    answers = {"Python packages": ask_about_python(lock)}
    answers |= {str(folder.relative_to(PROJECT)): ask_about_npm(folder) for folder in FOLDERS}
    for name, answer in answers.items():
        tell(name, answer)
    statuses = {answer.status for answer in answers.values()}
    raise typer.Exit(1 if 1 in statuses else max(statuses))


def tell(name: str, answer: Answer) -> None:
    """Prints an answer."""
    for line in answer.weaknesses:
        typer.echo(f"{name}: {line}")
    for line in answer.unasked:
        typer.echo(f"{name}: could not be asked about: {line}", err=True)
    if not answer.status:
        typer.echo(f"{name}: no weakness is known.")


def ask_about_python(lock: Path) -> Answer:
    """What pip-audit knows; each service is asked about all, as pip-audit takes a lock as a whole."""
    if find_spec("pip_audit") is None:
        return Answer(unasked=["all of them: pip-audit is not installed (pip install pip-audit)"])
    weaknesses: dict[str, None] = {}
    asked, skipped, why = set[str](), set[str](), ""
    for service in SERVICES:
        done = _run((*_PIP_AUDIT, "--vulnerability-service", service, "--requirement", str(lock.resolve())), PROJECT)
        try:
            packages = json.loads(done.stdout)["dependencies"]
        except ValueError:
            why = why or _last_line(done.stderr)
            continue
        for package in packages:
            (skipped if "skip_reason" in package else asked).add(package["name"])
            weaknesses |= dict.fromkeys(_weaknesses(package))
        if packages and not skipped - asked:
            break
    unasked = sorted(skipped - asked)
    if not asked and not unasked:
        return Answer(unasked=[f"all of them: {why or 'pip-audit told of none'}"])
    many = f"{len(unasked):,} of {len(asked | skipped):,}, which {SERVICES[0]} does not know: {', '.join(unasked)}"
    return Answer(list(weaknesses), [many] if unasked else [])


def _weaknesses(package: Mapping[str, Any]) -> Iterator[str]:
    for one in package.get("vulns", ()):
        mended = ", ".join(one["fix_versions"]) or "no version"
        yield f"{package['name']} {package['version']}: {one['id']}, mended in {mended}"


def ask_about_npm(folder: Path) -> Answer:
    """What npm knows about the locked packages of a folder."""
    npm = shutil.which("npm")
    if npm is None:
        return Answer(unasked=["all of them: npm is not installed (https://nodejs.org)"])
    done = _run((npm, "audit"), folder)
    told = f"{done.stdout}\n{done.stderr}".strip()
    if not done.returncode:
        return Answer()
    if any(word in told for word in OFFLINE):
        return Answer(unasked=[f"all of them: {told.splitlines()[0]}"])
    return Answer(told.splitlines())


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def _last_line(told: str) -> str:
    return next(reversed(told.strip().splitlines()), "")


if __name__ == "__main__":
    typer.run(main)
