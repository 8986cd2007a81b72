"""Numbers of dead and injured against MUC-4 templates: `python -m benchmarks.tolls ARTICLES.jsonl`.

A template's number is the sum over those whom it says died (or were injured), where it gives numbers.  In each document
the numbers of all predicted events are matched with those of the templates, each once; what only an optional template
has counts neither way.  Templates hold terrorist incidents alone, so that the dead of a battle count as wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.ingestion.options import ReadingOptions
from dateline.ingestion.pool import ReadingPool, default_workers
from scripts.analyze import analyze, read_lines

EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
_NAMES = re.compile(r'"([^"]+)"')

File = Annotated[Path, typer.Argument(help="Annotated articles, JSON Lines, with `templates`.")]


def main(file: File) -> None:
    """Print recall and precision of the numbers of dead and injured.

    Example: python -m benchmarks.tolls annotated/incidents_muc4_dev.jsonl
    """
    with ReadingPool(default_workers(), ReadingOptions(empty_is_error=False)) as pool:
        told = {str(row["id"]): row for row in analyze(read_lines([file]), pool)}
    gold = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for kind in EFFECTS:
        recall, precision, numbers = score([row for row in gold if row["has_key"]], told, kind)
        typer.echo(f"{kind:8} recall {recall:5.1f}  precision {precision:5.1f}  annotated numbers {numbers}")


def score(gold: list[dict[str, Any]], told: dict[str, dict[str, Any]], kind: str) -> tuple[float, float, int]:
    """Recall and precision in per cent, and how many numbers are annotated."""
    found = predicted = wanted = 0
    for document in gold:
        needed, optional = template_numbers(document, kind)
        given = Counter(event[kind]["best"] for event in told[str(document["id"])]["events"] if event[kind])
        hits = needed & given
        spare = (given - hits) & optional
        found += hits.total()
        predicted += given.total() - spare.total()
        wanted += needed.total()
    return 100 * found / max(wanted, 1), 100 * found / max(predicted, 1), wanted


def template_numbers(document: dict[str, Any], kind: str) -> tuple[Counter[int], Counter[int]]:
    """The numbers of templates that must be filled, and of those that may be."""
    needed: Counter[int] = Counter()
    optional: Counter[int] = Counter()
    for template in document["templates"]:
        numbers = _numbers(template["slots"], EFFECTS[kind])
        if numbers:
            (optional if template["optional"] else needed)[sum(numbers)] += 1
    return needed, optional


def _numbers(slots: dict[str, list[str]], effect: str) -> list[int]:
    counted = [_split(line) for line in slots.get("HUM TGT: NUMBER", [])]
    found = []
    for word, names in map(_split, slots.get("HUM TGT: EFFECT OF INCIDENT", [])):
        if word.removeprefix("? ").startswith(effect):
            number = next((number for number, others in counted if names & others), "")
            found += [int(number)] if number.isdigit() else []
    return found


def _split(line: str) -> tuple[str, set[str]]:
    """`3: "PEASANTS"`: what is said, and of whom."""
    said, _, _ = line.partition(":")
    return said.strip(), set(_NAMES.findall(line))


if __name__ == "__main__":
    typer.run(main)
