"""Quality of extraction on annotated articles: `python -m benchmarks.quality --data FOLDER`.

The folder holds the annotated sets as JSON Lines and, one level up, the program that scores them (`score.py`); neither
belongs to this project.  Articles are analysed as `python -m scripts.analyze` does it.  `--pin` writes the figures as
floors for the tests, `FLOOR_MARGIN` below what was measured; a floor is only lowered with `--allow-lower`.

`--reader` measures a language model, alone or beside the rules, as docs/models.md sets it up: the same tables for each
reader, events field by field where `score_fields.py` is there, and what the model took.
"""

from __future__ import annotations

import importlib.util
import json
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from benchmarks.annotated import Row, analyse_documents, read_annotated
from benchmarks.reader_costs import ReaderCosts
from dateline.ingestion.asking.options import model_options
from dateline.ingestion.processes.options import ReadingOptions, reading_options
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from dateline.settings import PROJECT, Settings, read_settings
from schema.errors import DatelineError, SettingError, SourceError
from schema.readers import ReaderKind
from scripts.options import AllowRemoteModel, Budget
from scripts.second import model_settings

FLOORS = PROJECT / "tests" / "quality" / "floors.toml"
FIELDS = "events_fields"
FIELD_SHARES = ("core found (own or joined)", "precision (any gold event)", "fully right of core")
NOTHING: Row = {"quotes": [], "locations": [], "actors": [], "events": []}
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
Readers = Annotated[
    list[ReaderKind] | None, typer.Option("--reader", help="Who reads: rules, model or both.  May be repeated.")
]
Sets = Annotated[list[str] | None, typer.Option("--set", help="Only this set.  May be repeated.")]
First = Annotated[int | None, typer.Option(min=1, help="Only so many articles of each set: a model costs time.")]


def main(
    data: Data,
    as_json: AsJson = False,
    pin: Pin = False,
    allow_lower: AllowLower = False,
    workers: Workers = None,
    reader: Readers = None,
    sets: Sets = None,
    first: First = None,
    allow_remote_model: AllowRemoteModel = False,
    budget: Budget = None,
) -> None:
    """Measure quotes, places and events on annotated articles.

    Examples:

      python -m benchmarks.quality --data annotated/data

      python -m benchmarks.quality --data annotated/data --reader rules --reader both --set events_fields --first 20
    """
    try:
        if not (data.parent / "score.py").exists():
            raise SourceError(f"There is no score.py beside {data}.")
        asked = model_settings(allow_remote_model=allow_remote_model, budget=budget)
        wanted = Wanted(data, workers or default_workers(), sets or [], first, read_settings(**asked))
        if pin and (reader or sets or first):
            raise SettingError("Floors are of the rules on all articles.", hint="Give --pin alone.")
        results = dict(measure_all(wanted)) if not reader else {}
        by_reader = {kind.value: measure_reader(wanted, kind) for kind in reader or []}
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    if pin:
        pin_floors(results, allow_lower=allow_lower)
    if as_json:
        typer.echo(json.dumps(by_reader or results, indent=1))
    for title, figures in (by_reader or {"": results}).items() if not as_json else ():
        typer.echo(f"{title}\n{table(figures)}".strip())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is measured."""

    data: Path
    workers: int
    sets: Sequence[str]
    """All where none is named."""
    first: int | None
    settings: Settings

    def has(self, name: str) -> bool:
        """Whether a set is measured; those that are not there are left out where readers are compared."""
        return not self.sets or name in self.sets


def measure_all(wanted: Wanted) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of each set by the rules, by its name."""
    scorer = load_scorer(wanted.data.parent / "score.py")
    with ReadingPool(wanted.workers, ReadingOptions(empty_is_error=False)) as pool:
        for task in TASKS:
            if wanted.has(task.set):
                yield task.set, measure(task, wanted.data, scorer, pool, wanted.first)


def measure_reader(wanted: Wanted, kind: ReaderKind) -> dict[str, dict[str, float]]:
    """The figures of each set by a reader, and under `reader` what that took."""
    options = reading_options(wanted.settings, empty_is_error=False, second=model_options(wanted.settings, kind))
    scorer, costs = load_scorer(wanted.data.parent / "score.py"), ReaderCosts()
    found: dict[str, dict[str, float]] = {}
    with ReadingPool(wanted.workers, options) as pool:
        for task in TASKS:
            if wanted.has(task.set):
                found[task.set] = measure(task, wanted.data, scorer, pool, wanted.first, costs)
        if wanted.has(FIELDS) and (wanted.data.parent / "score_fields.py").exists():
            found[FIELDS] = measure_fields(wanted.data, pool, wanted.first, costs)
    return {**found, "reader": costs.figures}


def measure_fields(data: Path, pool: ReadingPool, first: int | None, costs: ReaderCosts) -> dict[str, float]:
    """Events field by field, as docs/quality.md tells of them."""
    gold, predictions = _read(data / f"{FIELDS}.jsonl", pool, first, costs)
    summary, _ = load_scorer(data.parent / "score_fields.py").report(gold, predictions)
    shares = {name: summary[name][2] for name in FIELD_SHARES if summary[name][1]}
    rates = {name: one["rate"][2] for name, one in summary["fields"].items() if one["rate"][1]}
    return {**shares, **{f"{name} right": rate for name, rate in rates.items()}}


def load_scorer(path: Path) -> ModuleType:
    """The scoring program as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(
    task: Task,
    data: Path,
    scorer: ModuleType,
    pool: ReadingPool,
    first: int | None = None,
    costs: ReaderCosts | None = None,
) -> dict[str, float]:
    """The figures of one set, by their names; what the reading took is added to `costs`."""
    gold, predictions = _read(data / f"{task.set}.jsonl", pool, first, costs or ReaderCosts())
    result = scorer.TASKS[task.name](gold, predictions)
    return {" ".join(figure): float(_pick(result, figure)) for figure in task.figures}


def _read(path: Path, pool: ReadingPool, first: int | None, costs: ReaderCosts) -> tuple[list[Row], dict[str, Row]]:
    """The annotated documents of a file, and what is read out of them; nothing where a model gave no answer."""
    started = time.monotonic()
    gold = [{**document, "id": str(document["id"])} for document in read_annotated(path)[:first]]
    read = analyse_documents(gold, pool)
    costs.add(read.values(), time.monotonic() - started)
    return gold, {key: NOTHING if "error" in one else one for key, one in read.items()}


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
