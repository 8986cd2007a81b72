"""Quality of extraction on annotated articles: `python -m benchmarks.quality --data FOLDER`.

The folder holds the annotated sets as JSON Lines and, one level up, the program that scores them (`score.py`); neither
belongs to this project.  Articles are analysed as `python -m scripts.analyze` does it.  `--pin` writes the figures as
floors for the tests, `FLOOR_MARGIN` below what was measured; a floor is only lowered with `--allow-lower`.
"""

from __future__ import annotations

import importlib.util
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from benchmarks.annotated import analyse
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from dateline.settings import PROJECT

FLOORS = PROJECT / "tests" / "quality" / "floors.toml"
FLOOR_MARGIN = 1.0
"""Points: another version of a library moves a figure a little."""


@dataclass(frozen=True, slots=True)
class Task:
    """An annotated set and what `score.py` measures on it."""

    name: str
    set: str
    figures: tuple[tuple[str, ...], ...]
    """Paths into the scorer's result, of the figures that are printed and pinned; higher is better."""


def _quotes(name: str) -> Task:
    wide, strict, everything = "direct+mixed IoU>=0.5", "direct+mixed IoU>=0.8", "all IoU>=0.5"
    return Task(
        "quotes",
        name,
        (
            (wide, "quote P"),
            (wide, "quote R"),
            (wide, "quote F1"),
            (wide, "speaker accuracy"),
            (wide, "quote+speaker F1"),
            (strict, "quote P"),
            (strict, "quote R"),
            (strict, "quote F1"),
            (strict, "quote+speaker F1"),
            (everything, "quote P"),
            (everything, "quote R"),
            (everything, "quote+speaker F1"),
        ),
    )


def _places(name: str) -> Task:
    found = "recognition (exact span)"
    return Task(
        "places",
        name,
        (
            (found, "P"),
            (found, "R"),
            (found, "F1"),
            ("within 161 km, of all",),
            ("within 161 km, of those resolved",),
        ),
    )


TASKS = (
    _quotes("quotes_polnear_dev"),
    _quotes("quotes_polnear_train"),
    _places("places_geovirus"),
    _places("places_lgl"),
    Task("types", "events_plover", (("recall",), ("share of events with the gold type",))),
    Task("triggers", "events_wikievents_dev", (("trigger recall",), ("trigger and type recall",))),
)

Data = Annotated[Path, typer.Option("--data", help="Folder of the annotated sets.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Pin = Annotated[bool, typer.Option("--pin", help="Write the floors of the tests.")]
AllowLower = Annotated[bool, typer.Option("--allow-lower", help="With --pin: floors may fall.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that read; one for each core unless told.")]


def main(
    data: Data, as_json: AsJson = False, pin: Pin = False, allow_lower: AllowLower = False, workers: Workers = None
) -> None:
    """Measure quotes, places and events on annotated articles.

    Example: python -m benchmarks.quality --data annotated/data
    """
    if not (data.parent / "score.py").exists():
        typer.echo(f"error: there is no score.py beside {data}.", err=True)
        raise typer.Exit(2)
    results = dict(measure_all(data, workers or default_workers()))
    if pin:
        pin_floors(results, allow_lower=allow_lower)
    typer.echo(json.dumps(results, indent=1) if as_json else table(results))


def measure_all(data: Path, workers: int) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of each set, by its name."""
    scorer = load_scorer(data.parent / "score.py")
    with ReadingPool(workers, ReadingOptions(empty_is_error=False)) as pool:
        for task in TASKS:
            yield task.set, measure(task, data, scorer, pool)


def load_scorer(path: Path) -> ModuleType:
    """The scoring program as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(task: Task, data: Path, scorer: ModuleType, pool: ReadingPool) -> dict[str, float]:
    """The figures of one set, by their names."""
    path = data / f"{task.set}.jsonl"
    gold: list[dict[str, Any]] = scorer.read(path)
    predictions = analyse(path, pool)
    for document in gold:
        document["id"] = str(document["id"])
    result = scorer.TASKS[task.name](gold, predictions)
    return {" ".join(figure): float(_pick(result, figure)) for figure in task.figures}


def _pick(result: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        result = result[key]
    return result


def table(results: dict[str, dict[str, float]]) -> str:
    """The figures for people."""
    lines = []
    for name, figures in results.items():
        lines += [name, *(f"  {figure:50} {value:6.1f}" for figure, value in figures.items())]
    return "\n".join(lines)


def read_floors() -> dict[str, dict[str, float]]:
    """The pinned floors, by set and figure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def pin_floors(results: dict[str, dict[str, float]], *, allow_lower: bool) -> None:
    """Writes floors below the results; ends with an error where one would fall and may not."""
    before = read_floors()
    floors: dict[str, dict[str, float]] = {}
    for name, figures in results.items():
        for figure, value in figures.items():
            floor = round(value - FLOOR_MARGIN, 1)
            old = before.get(name, {}).get(figure, 0.0)
            if floor < old and not allow_lower:
                floor = old
            if value < old and not allow_lower:
                typer.echo(f"error: {name}, {figure}: {value} is below the floor {old} (--allow-lower).", err=True)
                raise typer.Exit(1)
            floors.setdefault(name, {})[figure] = floor
    lines = ["# Floors of quality on annotated articles; written by python -m benchmarks.quality --pin.", ""]
    for name, figures in floors.items():
        lines += [f"[{name}]", *(f'"{figure}" = {value}' for figure, value in figures.items()), ""]
    FLOORS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
