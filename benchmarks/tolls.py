"""Numbers of dead and injured against MUC-4 templates: `python -m benchmarks.tolls ARTICLES.jsonl`.

A template's number is the sum over those whom it says died (or were injured), where it gives numbers (`23 -` is at
least 23, `~100` about 100).  In each document the numbers of all predicted events are matched with those of the
templates, each once; what only an optional template has counts neither way, nor does a vague number (`several`) where
a template says PLURAL, nor a 0 (`no casualties`), which no template holds.  Templates hold terrorist incidents alone,
so that the dead of a battle count as wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.annotated import annotated_and_read

EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
_NAMES = re.compile(r'"([^"]+)"')
_NUMBER = re.compile(r"(?:\? )?~?(\d+)")
_PLURAL = "PLURAL"

File = Annotated[Path, typer.Argument(help="Annotated articles, JSON Lines, with `templates`.")]


def main(file: File) -> None:
    """Print recall and precision of the numbers of dead and injured.

    Example: python -m benchmarks.tolls annotated/incidents_muc4_dev.jsonl
    """
    gold, told = annotated_and_read(file)
    for kind in EFFECTS:
        recall, precision, numbers = score([row for row in gold if row["has_key"]], told, kind)
        typer.echo(f"{kind:8} recall {recall:5.1f}  precision {precision:5.1f}  annotated numbers {numbers}")


def score(gold: list[dict[str, Any]], told: dict[str, dict[str, Any]], kind: str) -> tuple[float, float, int]:
    """Recall and precision in per cent, and how many numbers are annotated."""
    found = predicted = wanted = 0
    for document in gold:
        needed, optional = template_numbers(document, kind)
        counts = [event[kind] for event in told[str(document["id"])]["events"] if event[kind] and event[kind]["best"]]
        given = Counter(count["best"] for count in counts)
        hits = needed & given
        spare = (given - hits) & optional
        vague = Counter(count["best"] for count in counts if count["low"] < count["best"])
        plural = min(((given - hits - spare) & vague).total(), template_plurals(document, kind))
        found += hits.total()
        predicted += given.total() - spare.total() - plural
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


def template_plurals(document: dict[str, Any], kind: str) -> int:
    """How many templates tell of several victims without a number."""
    return sum(_PLURAL in _written(template["slots"], EFFECTS[kind]) for template in document["templates"])


def _numbers(slots: dict[str, list[str]], effect: str) -> list[int]:
    return [int(match[1]) for written in _written(slots, effect) if (match := _NUMBER.match(written))]


def _written(slots: dict[str, list[str]], effect: str) -> list[str]:
    """The numbers of those who died (or were injured), as the template writes them."""
    counted = [_split(line) for line in slots.get("HUM TGT: NUMBER", [])]
    victims = [names for word, names in map(_split, slots.get("HUM TGT: EFFECT OF INCIDENT", [])) if _is(word, effect)]
    return [next((number for number, others in counted if names & others), "") for names in victims]


def _is(word: str, effect: str) -> bool:
    return word.removeprefix("? ").startswith(effect)


def _split(line: str) -> tuple[str, set[str]]:
    """`3: "PEASANTS"`: what is said, and of whom."""
    said, _, _ = line.partition(":")
    return said.strip(), set(_NAMES.findall(line))


if __name__ == "__main__":
    typer.run(main)
