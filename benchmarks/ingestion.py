"""What an article costs in a full store: `python -m benchmarks.ingestion --articles 100000`.

Facts are made up without a model: attacks, marches and talks at many places on successive days, some told by several
articles, some without a date.  The times of storing are compared in windows: the first hundreds against the last.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy import text as sql

from benchmarks.databases import temporary_database
from benchmarks.processes import cpu_seconds
from dateline.ingestion.pool import split_batches
from dateline.ingestion.storing import store_article
from dateline.store import Database, open_database
from dateline.store.facts import (
    ActorFacts,
    ArticleFacts,
    LocationFacts,
    MentionFacts,
    ParticipantFacts,
    PlaceFacts,
    ReportFacts,
)
from schema.ids import content_id, text_hash
from schema.mentions import CountMention, SourceText, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    DatePrecision,
    EventStatus,
    EventType,
    LocationKind,
    MentionForm,
    ParticipantRole,
)

FIRST = datetime(2000, 1, 1, 12, tzinfo=UTC)
A_DAY = 25
"""Articles of one day: the store grows in time as that of a paper's archive does."""
PLACES = 2000
ACTORS = 5000
WINDOW = 200
TYPES = (("shelled", EventType.ASSAULT), ("marched", EventType.PROTEST), ("met", EventType.CONSULT))
SYLLABLES = "ba ko ri nu te lo sha mi ra du ve po ga ne si".split()

Articles = Annotated[int, typer.Option("--articles", min=2 * WINDOW, help="How many are stored.")]
Batch = Annotated[int, typer.Option(min=1, help="Articles in one transaction, each in a savepoint where several.")]
Postgresql = Annotated[bool, typer.Option("--postgresql", help="On PostgreSQL, started for this, instead of SQLite.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def main(
    articles: Articles = 20_000, batch: Batch = 1, postgresql: Postgresql = False, as_json: AsJson = False
) -> None:
    """Store made-up articles and compare the cost of the last with that of the first.

    Examples:

      python -m benchmarks.ingestion --articles 100000

      python -m benchmarks.ingestion --articles 2000 --batch 16 --postgresql
    """
    with temporary_database(postgresql=postgresql) as url:
        database = open_database(url, create=True)
        started = _processor_seconds(database)
        seconds = store_all(database, articles, batch)
        used = _processor_seconds(database) - started
        database.close()
    figures = {**compare_windows(seconds), "CPU of both (ms)": round(1000 * used / articles, 2)}
    typer.echo(json.dumps(figures) if as_json else "\n".join(f"{name:36} {value}" for name, value in figures.items()))


def store_all(database: Database, articles: int, batch: int = 1) -> list[float]:
    """The seconds that each article took, its part of the commit included."""
    chance, seconds = random.Random(1), []  # noqa: S311
    for numbers in split_batches(range(articles), batch):
        several = [make_article(chance, number) for number in numbers]
        start = time.perf_counter()
        with database.writing() as connection:
            for facts in several:
                with connection.begin_nested() if batch > 1 else nullcontext():
                    store_article(connection, facts)
        seconds += [(time.perf_counter() - start) / len(several)] * len(several)
    return seconds


def _processor_seconds(database: Database) -> float:
    """Of this process, and of the PostgreSQL process that works for the connection it will take."""
    own = time.process_time()
    if database.dialect == "sqlite":
        return own
    backend = database.run(lambda one: one.execute(sql("SELECT pg_backend_pid()")).scalar_one())
    return own + cpu_seconds(backend)


def compare_windows(seconds: list[float]) -> dict[str, float]:
    """Medians of the windows, in milliseconds, and what the last costs of the first."""
    first, last = statistics.median(seconds[100 : 100 + WINDOW]), statistics.median(seconds[-WINDOW:])
    half = statistics.median(seconds[len(seconds) // 2 - WINDOW // 2 : len(seconds) // 2 + WINDOW // 2])
    return {
        "articles": len(seconds),
        "first (ms)": round(1000 * first, 2),
        "half way (ms)": round(1000 * half, 2),
        "last (ms)": round(1000 * last, 2),
        "last against first": round(last / first, 2),
    }


def make_article(chance: random.Random, number: int) -> ArticleFacts:
    """An article of one happening; every third tells one of the same day again."""
    day = FIRST + timedelta(days=number // A_DAY)
    story = number if number % 3 else max(number - 1, 0)
    told = random.Random(story)  # noqa: S311
    place, who = told.randrange(PLACES), told.randrange(ACTORS)
    word, kind = told.choice(TYPES)
    filler = " ".join(_name(chance.randrange(10**6)).lower() for _ in range(60))
    text = f"{_name(who)} guards {word} {told.randrange(2, 30)} people at {_name(place)}town on the day. {filler}."
    location = LocationFacts(
        content_id("location", place),
        f"{_name(place)}town",
        LocationKind.CITY,
        "RN",
        place % 120 - 60.0,
        place // 120 * 5.0,
        place + 1,
    )
    actor = ActorFacts(
        content_id("actor", who),
        _name(who),
        ActorKind.PERSON,
        ActorSector.UNKNOWN,
        None,
        (MentionFacts(_cut(text, _name(who)), MentionForm.NAME),),
    )
    return ArticleFacts(
        id=content_id("article", number),
        source=SourceText(text=text, sha256=text_hash(text), url=f"https://tide.example/{number}", published_at=day),
        model="none",
        extractor="none",
        locations=(location,),
        places=(PlaceFacts(_cut(text, location.name), location.id, 1.0, "made up"),),
        actors=(actor,),
        reports=(_report(number, text, word, kind, day, location, actor),),
    )


def _report(
    number: int, text: str, word: str, kind: EventType, day: datetime, location: LocationFacts, actor: ActorFacts
) -> ReportFacts:
    happened = None if number % 10 == 0 else day.date()
    precision = DatePrecision.DAY if happened else DatePrecision.UNKNOWN
    identifier = content_id("report", number)
    people = text.split(" people")[0].rsplit(" ", 1)[1]
    return ReportFacts(
        id=identifier,
        event_id=content_id("event", identifier),
        type=kind,
        status=EventStatus.REPORTED,
        evidence=_cut(text, text[: text.index(".")]),
        trigger=_cut(text, word),
        triggers=(_cut(text, word),),
        when=WhenMention(None, happened, happened, precision),
        summary=text[: text.index(".")],
        confidence=0.9,
        location_id=location.id,
        location_excerpt=_cut(text, location.name),
        participants=(ParticipantFacts(ParticipantRole.ACTOR, actor.name, _cut(text, actor.name), actor.id),),
        killed=CountMention(_cut(text, people), int(people), int(people), int(people)),
    )


def _cut(text: str, words: str) -> Excerpt:
    start = text.index(words)
    return Excerpt.cut(text, start, start + len(words))


def _name(number: int) -> str:
    """A made-up name, another one for each number."""
    parts = []
    for _ in range(4):
        number, rest = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[rest])
    return "".join(parts).capitalize() + ("" if number == 0 else str(number))


if __name__ == "__main__":
    typer.run(main)
