"""Writes what is shipped as a CycloneDX bill of materials: `python -m scripts.sbom > dateline.cdx.json`."""

from __future__ import annotations

import json
import tomllib
from typing import Annotated, Any

import typer

from dateline.settings import PROJECT
from schema.errors import DatelineError
from scripts.shipped import Part, list_parts

VERSION = "1.6"
SPDX = frozenset(
    "MIT MIT-0 BSD-2-Clause BSD-3-Clause 0BSD ISC Apache-2.0 MPL-2.0 PSF-2.0 LGPL-3.0-only CC-BY-4.0 OFL-1.1".split()
)
"""Licences that are here by themselves, by SPDX's names."""

Output = Annotated[typer.FileTextWrite, typer.Option("--output", help="A file; standard output unless named.")]


def main(output: Output = "-") -> None:  # type: ignore[assignment]
    """Write the bill of materials: locked packages with their hashes, scripts, fonts and data, each with its licence.

    Examples:

      python -m scripts.sbom > dateline.cdx.json

      python -m scripts.sbom --output dateline.cdx.json
    """
    try:
        bill = make_bill(list_parts())
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    output.write(json.dumps(bill, indent=2, ensure_ascii=False) + "\n")


def make_bill(parts: list[Part]) -> dict[str, Any]:
    """As CycloneDX has it; the same parts give the same bytes."""
    with (PROJECT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{VERSION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "version": 1,
        "metadata": {"component": _own(project)},
        "components": [_component(number, part) for number, part in enumerate(parts)],
    }


def _own(project: dict[str, Any]) -> dict[str, Any]:
    named = {key: project[key] for key in ("name", "version", "description")}
    return {"type": "application", "bom-ref": "dateline", **named, "licenses": _licences(project["license"])}


def _component(number: int, part: Part) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "type": "data" if part.kind == "data" else "library",
        "bom-ref": f"{part.kind}-{number}",
        "name": part.name,
        "version": part.version,
        "licenses": _licences(part.licence),
    }
    if part.kind != "data":
        shown["purl"] = f"pkg:{part.kind}/{part.name.replace('@', '%40')}@{part.version}"
    if part.marker:
        shown["properties"] = [{"name": "dateline:marker", "value": part.marker}]
    # A component's own hashes are those of one file; a package has one for each system.
    if part.hashes:
        files = [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{part.name}/{part.version}/",
                "hashes": [{"alg": "SHA-256", "content": hash_} for hash_ in part.hashes],
            }
        ]
        shown["externalReferences"] = files
    return shown


def _licences(licence: str) -> list[dict[str, Any]]:
    if " AND " in licence or " OR " in licence:
        return [{"expression": licence}]
    return [{"license": {"id" if licence in SPDX else "name": licence}}]


if __name__ == "__main__":
    typer.run(main)
