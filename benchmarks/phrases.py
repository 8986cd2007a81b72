"""Whether reading survives ordinary phrases, however they meet: `python -m benchmarks.phrases --texts 5000`.

Articles of everyday phrases (`phrasebook`) are cleaned, read, made into facts and printed.  No stage may fail, every
span must equal its text, and what an event was read from must lie in the article.  Each article is made from the seed
and its number, so that one that fails can be made again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Annotated, Any

import typer

from benchmarks.phrasebook import make_article
from dateline.extraction.cleaning import clean
from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.processes.rendering import AnalysisRenderer
from schema.mentions import Analysis, EventMention, RawArticle
from schema.spans import Excerpt

if TYPE_CHECKING:
    from dateline.extraction.pipeline import Extractor

MOST_SHOWN = 10
"""So many articles are printed with their faults."""

Texts = Annotated[int, typer.Option(min=1, help="How many articles are read.")]
Seed = Annotated[int | None, typer.Option(help="Makes the same articles again; by chance unless given.")]


@dataclass(frozen=True, slots=True)
class Broken:
    """An article that was not read as it must be, cut to the paragraphs that do it."""

    number: int
    article: RawArticle
    faults: tuple[str, ...]

    def __str__(self) -> str:
        given = f"published {self.article.published_at!r}, title {self.article.title!r}"
        return f"text {self.number} ({given}): {'; '.join(self.faults)}\n{self.article.content!r}"


def main(texts: Texts = 5000, seed: Seed = None) -> None:
    """Read articles of ordinary phrases; exit with 1 where one is not read as it must be.

    Example: python -m benchmarks.phrases --texts 5000
    """
    from dateline.extraction.pipeline import Extractor

    logging.disable(logging.WARNING)
    drawn = new_seed() if seed is None else seed
    started = time.process_time()
    broken = []
    for one in find_broken(Extractor(), drawn, texts):
        broken.append(one)
        if len(broken) <= MOST_SHOWN:
            typer.echo(f"{one}\n")
    spent = time.process_time() - started
    typer.echo(f"{texts:,} texts, seed {drawn}: {len(broken):,} with a fault; {spent:.0f} s of processor time")
    raise typer.Exit(bool(broken))


def new_seed() -> int:
    """Another one each time."""
    return SystemRandom().randrange(1_000_000)


def find_broken(extractor: Extractor, seed: int, texts: int) -> Iterator[Broken]:
    """Those of so many articles that are not read as they must be."""
    for number in range(texts):
        article = make_article(Random(f"{seed} {number}"))  # noqa: S311
        if faults_of(extractor, article):
            shortest = shorten(extractor, article)
            yield Broken(number, shortest, tuple(faults_of(extractor, shortest)))


def shorten(extractor: Extractor, article: RawArticle) -> RawArticle:
    """The article without what can be left out while it is still read wrongly."""
    for mark in ("\n\n", "\n", ". "):
        parts = article.content.split(mark)
        for part in list(parts):
            rest = parts.copy()
            rest.remove(part)
            shorter = replace(article, content=mark.join(rest))
            if rest and faults_of(extractor, shorter):
                article, parts = shorter, rest
    untitled = replace(article, title=None)
    return untitled if faults_of(extractor, untitled) else article


def faults_of(extractor: Extractor, article: RawArticle) -> list[str]:
    """What goes wrong with an article, in words; nothing where it is read as it must be."""
    try:
        analysis = extractor.read(clean(article, empty_is_error=False))
        facts = Assembly(analysis).facts()
        AnalysisRenderer(analysis, article.content).render()
    except Exception as error:  # whatever it is, it must not leave the reading
        return [f"{type(error).__name__}: {error}"]
    return [
        *(f"the stage {fault.stage} failed: {fault.error}" for fault in analysis.faults),
        *(f"a span is not its text: {excerpt}" for excerpt in wrong_excerpts((analysis, facts), analysis.source.text)),
        *(fault for event in analysis.events for fault in _faults_of_event(analysis, event)),
        *_faults_of_offsets(analysis, article.content),
    ]


def wrong_excerpts(value: Any, text: str) -> list[Excerpt]:
    """The excerpts anywhere inside a value that are not cut from the text."""
    return [excerpt for excerpt in _excerpts(value) if excerpt.text != text[excerpt.start : excerpt.end]]


def _excerpts(value: Any) -> Iterator[Excerpt]:
    if isinstance(value, Excerpt):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _excerpts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _excerpts(getattr(value, field.name))


def _faults_of_event(analysis: Analysis, event: EventMention) -> Iterator[str]:
    """What of an event cannot be: its words outside of its evidence, a day after the last, nobody's part."""
    word, when = event.trigger, event.when
    if not event.evidence.span.contains(word.span) or word not in event.triggers:
        yield f"the word {word.text!r} lies outside of {event.evidence.text!r}"
    if (when.earliest is None) != (when.latest is None):
        yield f"one bound of a date: {when}"
    elif when.earliest is not None and when.latest is not None and when.earliest > when.latest:
        yield f"a date that ends before it begins: {when}"
    if event.location is not None and not 0 <= event.location < len(analysis.places):
        yield f"no place has the number {event.location}"
    actors = (event.said_by, *(participant.actor for participant in event.participants))
    if any(actor is not None and not 0 <= actor < len(analysis.actors) for actor in actors):
        yield f"no actor has one of the numbers {actors}"
    for count in (event.killed, event.injured, *(victims.count for victims in event.victims)):
        if count is not None and not 0 <= count.low <= count.best <= (count.best if count.high is None else count.high):
            yield f"a number out of its bounds: {count}"


def _faults_of_offsets(analysis: Analysis, given: str) -> Iterator[str]:
    """Excerpts whose place in the given text holds other words."""
    for excerpt in _excerpts((analysis.places, analysis.actors, analysis.quotes, analysis.events)):
        start, end = analysis.source.raw_offsets.raw_span(excerpt.start, excerpt.end)
        if _letters(given[start:end]) != _letters(excerpt.text):
            yield f"{excerpt.text!r} is {given[start:end]!r} in the given text"


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


if __name__ == "__main__":
    typer.run(main)
