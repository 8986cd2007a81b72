"""Speed of extraction on one core, beside spaCy parsing the same articles: `python -m benchmarks.extraction`.

Both read the same cleaned texts in one process on one core, in turns, so that a slow moment of the machine meets both;
the figures are medians over the rounds, in processor time, the ratio is the median of the rounds' ratios.  Bare spaCy
is the same language model as it comes, all its components on.  Cleaning is part of neither.  With `--against COMMIT`
this tree is read beside others instead (`benchmarks.against`).
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Annotated, Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import typer

from benchmarks.against import compare
from dateline.extraction.cleaning import clean
from dateline.extraction.parsing import import_spacy, model_location
from dateline.extraction.pipeline import Extractor
from dateline.extraction.reading import Source, find_sources, read_articles
from dateline.settings import PROJECT
from schema.mentions import RawArticle, SourceText

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 8
"""Texts that spaCy parses at once; more makes it no faster."""

Paths = Annotated[list[str] | None, typer.Argument(help="Articles to read; the samples where none are given.")]
Rounds = Annotated[int, typer.Option(min=1, help="How often both read all articles.")]
Repeat = Annotated[int, typer.Option(min=1, help="How often the articles are repeated in a round.")]
Against = Annotated[
    list[str] | None, typer.Option(help="A commit whose reading to compare with instead of spaCy's; may be repeated.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def main(
    paths: Paths = None, rounds: Rounds = 7, repeat: Repeat = 2, against: Against = None, as_json: AsJson = False
) -> None:
    """Measure articles per second, ours and bare spaCy's, on one core.

    Examples:

      python -m benchmarks.extraction --json

      python -m benchmarks.extraction --against HEAD~1 articles.jsonl
    """
    use_one_core()
    given = paths or [str(PROJECT / "samples")]
    figures = compare(against, given, rounds) if against else measure(read_sources(given) * repeat, rounds)
    if as_json:
        typer.echo(json.dumps(figures))
        return
    for name, value in figures.items():
        typer.echo(f"{name:32} {value}")


def use_one_core() -> None:
    """Keeps this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def read_sources(paths: list[str]) -> list[SourceText]:
    """The cleaned articles of all paths; ends with an error where one cannot be read."""
    found: list[SourceText] = []
    for source in find_sources(paths):
        for raw in read_articles(source) if isinstance(source, Source) else [source]:
            if not isinstance(raw, RawArticle):
                typer.echo(f"error: {raw}", err=True)
                raise typer.Exit(2)
            found.append(clean(raw))
    return found


def load_bare() -> Language:
    """The language model as it comes."""
    bare: Language = import_spacy().load(model_location(""))
    return bare


def measure(sources: list[SourceText], rounds: int) -> dict[str, Any]:
    """The figures of all rounds; one round before them warms both up."""
    extractor, bare = Extractor(), load_bare()
    texts = [source.text for source in sources]
    ours, theirs = [], []
    for number in range(rounds + 1):
        first, second = seconds(lambda: list(extractor.read_all(sources))), seconds(lambda: parse_all(bare, texts))
        if number:
            ours.append(first)
            theirs.append(second)
    return {
        "articles_per_second": round(len(sources) / median(ours), 2),
        "bare_spacy_articles_per_second": round(len(sources) / median(theirs), 2),
        "ratio": round(median(their / our for our, their in zip(ours, theirs, strict=True)), 3),
        "articles": len(sources),
        "words_per_article": round(sum(len(text.split()) for text in texts) / len(texts)),
        "rounds": rounds,
        "model": extractor.model,
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def parse_all(bare: Language, texts: list[str]) -> None:
    """All texts through the bare model."""
    for _ in bare.pipe(texts, batch_size=BATCH):
        pass


def seconds(work: Any) -> float:
    """How long a function takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    if not Path("pyproject.toml").exists():
        sys.exit("Run this from the project's folder.")
    typer.run(main)
