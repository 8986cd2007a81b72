"""Articles that tell the same happening: `python -m benchmarks.clusters ARTICLES.jsonl > clusters.jsonl`.

Each line of the input is an article with an `id`; each line of the output is {"id": ..., "cluster": ...}.  Two articles
belong together if they share an event in the store, or if a third one shares one with each.  Where the articles have a
`subtopic`, the same for all that tell one happening, standard error gets the share of pairs of them, of those in which
both have an event, that have an event in common.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.intake.storing import store_article
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from dateline.store import Database, open_database
from schema.mentions import Analysis, RawArticle
from schema.tables import REPORT
from scripts.analyze import read_lines

File = Annotated[Path, typer.Argument(help="JSON Lines, one article a line.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that read; one for each core unless told.")]


def main(file: File, workers: Workers = None) -> None:
    """Print the cluster of each article.

    Example: python -m benchmarks.clusters articles.jsonl > clusters.jsonl
    """
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/clusters.db", create=True)
        articles = take_in(database, file, workers or default_workers())
        clusters = join_articles(database, set(articles.values()))
        events = events_of(database)
        database.close()
    told = [events[articles[one]] for one in articles]
    shared, pairs = share_an_event(told, [subtopics(file).get(one) for one in articles])
    if pairs:
        share = f"{shared:,} of {pairs:,} pairs of articles of one happening share an event"
        typer.echo(f"{share}: {100 * shared / pairs:.1f} %", err=True)
    for identifier, article in articles.items():
        typer.echo(json.dumps({"id": identifier, "cluster": clusters[article]}))


def take_in(database: Database, file: Path, workers: int) -> dict[str, str]:
    """Stores all articles; from their own ids to those of the store."""
    lines = [(str(identifier), raw) for _, identifier, raw in read_lines([file]) if isinstance(raw, RawArticle)]
    stored: dict[str, str] = {}
    with ReadingPool(workers, ReadingOptions(empty_is_error=False)) as pool:
        results = pool.read(raw for _, raw in lines)
        for (identifier, _), result in zip(lines, results, strict=True):
            if isinstance(result, Analysis):
                facts = Assembly(result).facts()
                with database.writing() as connection:
                    store_article(connection, facts)
                stored[identifier] = facts.id
    return stored


def join_articles(database: Database, articles: set[str]) -> dict[str, str]:
    """From articles to a name of their cluster."""
    leader = {article: article for article in articles}

    def find(article: str) -> str:
        while leader[article] != article:
            article = leader[article]
        return article

    first: dict[str, str] = {}
    with database.reading() as connection:
        for event, article in connection.execute(select(REPORT.c.event_id, REPORT.c.article_id).order_by(REPORT.c.id)):
            leader[find(article)] = find(first.setdefault(event, article))
    return {article: find(article) for article in articles}


def events_of(database: Database) -> dict[str, set[str]]:
    """By article, its events."""
    found: dict[str, set[str]] = defaultdict(set)
    with database.reading() as connection:
        for event, article in connection.execute(select(REPORT.c.event_id, REPORT.c.article_id)):
            found[article].add(event)
    return found


def subtopics(file: Path) -> dict[str, str]:
    """By the id of an article, which happening it tells, where its line says so."""
    lines = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return {str(line["id"]): line["subtopic"] for line in lines if "subtopic" in line}


def share_an_event(events: Sequence[set[str]], happenings: Sequence[str | None]) -> tuple[int, int]:
    """How many pairs of articles of one happening share an event, and in how many both have one."""
    told: dict[str, list[set[str]]] = defaultdict(list)
    for own, happening in zip(events, happenings, strict=True):
        if happening is not None and own:
            told[happening].append(own)
    pairs = [not one.isdisjoint(other) for articles in told.values() for one, other in combinations(articles, 2)]
    return sum(pairs), len(pairs)


if __name__ == "__main__":
    typer.run(main)
