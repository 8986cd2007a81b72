"""Events drawn at random for a careful reader, and the table of what the reader judged.

`python -m benchmarks.judged_events draw FOLDER --seed 5` prints events with their context; the reader writes one line
of JSON for each into `judged_events.jsonl` (document, offsets of the trigger, a verdict by field, a remark in own
words; never the article's text).  `python -m benchmarks.judged_events table` counts them.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from schema.mentions import Analysis, CountMention, EventMention, RawArticle
from scripts.analyze import read_lines

SETS = ("events_plover", "events_wikievents_dev", "incidents_muc4_dev", "places_geovirus", "coref_meantime")
FIELDS = ("event", "type", "status", "who", "place", "date", "counts")
VERDICTS = ("right", "wrong", "untold")
JUDGED = Path(__file__).with_name("judged_events.jsonl")
CONTEXT = 130
"""Code points shown on each side of the telling sentence."""
DOCUMENTS = 24
"""Drawn from each set before events are drawn from those."""
Z = 1.96

app = typer.Typer(add_completion=False)
Folder = Annotated[Path, typer.Argument(help="Folder with the annotated sets, JSON Lines.")]
Seed = Annotated[int, typer.Option(help="Of the random numbers; the same seed draws the same events.")]
Number = Annotated[int, typer.Option("--events", min=1, help="How many events.")]
Judged = Annotated[Path, typer.Argument(help="The judgements, one JSON object a line.")]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One event of one document."""

    file: str
    id: str
    analysis: Analysis
    event: EventMention


@app.command()
def draw(folder: Folder, seed: Seed = 1, number: Number = 100) -> None:
    """Print events drawn at random, with context.

    Example: python -m benchmarks.judged_events draw annotated --seed 5
    """
    typer.echo(f"seed {seed}")
    for position, drawn in enumerate(draw_events(folder, seed, number), start=1):
        typer.echo(f"\n#{position} " + "\n".join(_described(drawn)))


def draw_events(folder: Path, seed: int, number: int) -> list[Drawn]:
    """`number` events of documents drawn from all sets, in random order."""
    chance = random.Random(seed)  # noqa: S311
    events = [drawn for name in SETS for drawn in _read(folder / f"{name}.jsonl", chance)]
    return chance.sample(events, min(number, len(events)))


def _read(file: Path, chance: random.Random) -> Iterator[Drawn]:
    lines = [(str(identifier), raw) for _, identifier, raw in read_lines([file]) if isinstance(raw, RawArticle)]
    chosen = chance.sample(lines, min(DOCUMENTS, len(lines)))
    with ReadingPool(default_workers(), ReadingOptions(empty_is_error=False)) as pool:
        results = pool.read(raw for _, raw in chosen)
        for (identifier, _), result in zip(chosen, results, strict=True):
            if isinstance(result, Analysis):
                yield from (Drawn(file.stem, identifier, result, event) for event in result.events)


def _described(drawn: Drawn) -> Iterator[str]:
    analysis, event = drawn.analysis, drawn.event
    text, start, end = analysis.source.text, event.evidence.start, event.evidence.end
    place = analysis.places[event.location].excerpt.text if event.location is not None else "-"
    people = "; ".join(f"{part.role.value} {part.name}" for part in event.participants) or "-"
    written = event.when.excerpt.text if event.when.excerpt is not None else None
    days = f"{event.when.earliest} to {event.when.latest} ({written!r})"
    yield f"{drawn.file} {drawn.id} {event.trigger.start}-{event.trigger.end} published {analysis.source.published_on}"
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    yield " ".join(f"... {before} [[ {event.evidence.text} ]] {after} ...".split())
    yield f"{event.type.value}/{event.mode} {event.status.value} {event.trigger.text!r} | {people} | {place} | {days}"
    yield f"killed {_number(event.killed)}, injured {_number(event.injured)}"


def _number(count: CountMention | None) -> str:
    return f"{count.low} {count.best} {count.high} ({count.excerpt.text!r})" if count is not None else "-"


@app.command()
def table(judged: Judged = JUDGED) -> None:
    """Print the share of right ones by field, of those that the text tells, with 95 % intervals (Wilson).

    Example: python -m benchmarks.judged_events table
    """
    rows = read_judgements(judged)
    typer.echo("| field | judged | right | % | 95 % interval |\n|---|---|---|---|---|")
    for field in FIELDS:
        counted = Counter(row[field] for row in rows)
        right, told = counted["right"], counted["right"] + counted["wrong"]
        low, high = interval(right, told)
        typer.echo(f"| {field} | {told} | {right} | {100 * right / max(told, 1):.0f} | {low:.0f} to {high:.0f} |")


def read_judgements(file: Path) -> list[dict[str, Any]]:
    """All judgements; ValueError names the line that lacks a verdict."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        wrong = [field for field in FIELDS if row.get(field) not in VERDICTS]
        if wrong:
            raise ValueError(f"{file}, line {number}: no verdict on {', '.join(wrong)}")
        rows.append(row)
    return rows


def interval(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson, in per cent."""
    if of == 0:
        return 0.0, 100.0
    share, width = right / of, Z * Z / of
    middle = (share + width / 2) / (1 + width)
    reach = Z * math.sqrt(share * (1 - share) / of + width / (4 * of)) / (1 + width)
    return 100 * (middle - reach), 100 * (middle + reach)


if __name__ == "__main__":
    app()
