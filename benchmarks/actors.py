"""Who is the same within and across articles: `python -m benchmarks.actors ARTICLES.jsonl`.

The articles carry annotated mentions of persons, organizations and places in chains that run over all articles
(MEANTIME).  A predicted mention is matched with the annotated one that shares most characters with it, if that is at
least half of the shorter one; persons and organizations with actors, places with locations.  Over the matched mentions
B-cubed compares ours (by the ids that the store would give them) with the chains; pairs are two mentions of one
chain.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.annotated import read_annotated
from dateline.ingestion.linking.identity import actor_id, article_id, location_id
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from schema.mentions import Analysis, RawArticle

ACTORS = frozenset({"PERSON", "ORGANIZATION"})
PLACES = frozenset({"LOCATION"})
GROUPS = {
    "persons": {"PERSON"},
    "organizations": {"ORGANIZATION"},
    "places": PLACES,
    "persons and organizations": ACTORS,
}
"""Rows of the table, and the types of annotated mentions in each."""

File = Annotated[Path, typer.Argument(help="JSON Lines with `text` and `entities` (start, end, chain, type).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@dataclass(frozen=True, slots=True)
class Matched:
    """A mention that both sides have."""

    type: str
    chain: str
    actor: str


def main(file: File, as_json: AsJson = False) -> None:
    """Measure how well actors and places are kept together and apart.

    Example: python -m benchmarks.actors annotated/coref_meantime.jsonl
    """
    figures = measure(read_annotated(file))
    typer.echo(json.dumps(figures) if as_json else table(figures))


def table(figures: dict[str, dict[str, float]]) -> str:
    """The figures for people."""
    lines = []
    for group, values in figures.items():
        lines += [group, *(f"  {name:44} {value:6.1f}" for name, value in values.items())]
    return "\n".join(lines)


def measure(documents: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """The figures of each group, in per cent."""
    matched: list[Matched] = []
    totals: Counter[str] = Counter()
    with ReadingPool(default_workers(), ReadingOptions(empty_is_error=False)) as pool:
        results = pool.read(RawArticle("annotated", document["text"]) for document in documents)
        for document, result in zip(documents, results, strict=True):
            gold = [entity for entity in document["entities"] if entity["type"] in ACTORS | PLACES]
            totals.update(entity["type"] for entity in gold)
            if isinstance(result, Analysis):
                matched += match_mentions(gold, result)
    return {group: _figures(matched, totals, types) for group, types in GROUPS.items()}


def _figures(matched: list[Matched], totals: Counter[str], types: Collection[str]) -> dict[str, float]:
    own = [one for one in matched if one.type in types]
    found = _percent(len(own), sum(totals[name] for name in types))
    return {"annotated mentions that are found": found, **score(own)}


def match_mentions(gold: list[dict[str, Any]], analysis: Analysis) -> list[Matched]:
    """Annotated mentions with the predicted one that shares most characters with each."""
    article = article_id(analysis.source)
    back = analysis.source.raw_offsets
    actors = [
        (*back.raw_span(mention.excerpt.start, mention.excerpt.end), actor_id(actor, article))
        for actor in analysis.actors
        for mention in actor.mentions
    ]
    places = [
        (*back.raw_span(mention.excerpt.start, mention.excerpt.end), location_id(mention.place))
        for mention in analysis.places
        if mention.place is not None
    ]
    found = []
    for entity in gold:
        predicted = places if entity["type"] in PLACES else actors
        shared = [(min(e, entity["end"]) - max(s, entity["start"]), s, e, identifier) for s, e, identifier in predicted]
        common, start, end, identifier = max(shared, default=(0, 0, 0, ""))
        if common > 0 and common * 2 >= min(end - start, entity["end"] - entity["start"]):
            found.append(Matched(entity["type"], instance_of(entity["chain"]), identifier))
    return found


def instance_of(chain: str) -> str:
    """Whom a chain means: `cross_ORG1` and `cross_intra_ORG1` (of one article and of several) are one."""
    return chain.rsplit("_", 1)[-1]


def score(matched: list[Matched]) -> dict[str, float]:
    """B-cubed and pairs over matched mentions."""
    both = Counter((one.chain, one.actor) for one in matched)
    chains, actors = Counter(one.chain for one in matched), Counter(one.actor for one in matched)
    precision = sum(count * count / actors[actor] for (_, actor), count in both.items()) / max(1, len(matched))
    recall = sum(count * count / chains[chain] for (chain, _), count in both.items()) / max(1, len(matched))
    right, linked, annotated = (sum(map(_pairs, counts.values())) for counts in (both, actors, chains))
    return {
        "B-cubed precision": _percent(precision, 1),
        "B-cubed recall": _percent(recall, 1),
        "B-cubed F1": _percent(2 * precision * recall / (precision + recall) if precision + recall else 0.0, 1),
        "linked pairs that are right": _percent(right, linked),
        "annotated pairs that are linked": _percent(right, annotated),
    }


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


if __name__ == "__main__":
    typer.run(main)
