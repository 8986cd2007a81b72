"""Texts of no kind in particular, read one after the other: `python -m benchmarks.inputs`.

They are made of the samples and of the tests' sentences, or of articles that are named: cut off, windows of them,
glued, letters lost, doubled or replaced, names of states and lists at the ends, dates at the ends of the calendar.
The same numbers give the same texts.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated

import typer

from dateline.extraction.cleaning import clean_text
from dateline.extraction.pipeline import Extractor
from dateline.extraction.places.words import abbreviations
from scripts.digest import SAMPLES, TESTS, read_samples, read_sentences, read_sources

LONGEST = 1_500
"""Characters of one text; what goes wrong in a long one does in a short one too."""
STRANGE = "\n\n\t  ,;:.—–-“”‘’'\"()[]&/\\%$#@…\u00a0\u200b\u0301\ufeffßİΣ字🙂0123456789"
DATES = (None, "2024-11-06", "0001-01-01", "9999-12-31", "1000-01-01T00:00:00+14:00", "8999-12-31T23:59:59-12:00")
PIECES = (
    "after a two-day meeting", "a day after the vote", "a three-day siege", "3,000 years ago", "he said that she said",
    "General Sani, minister of roads,", "10,000 to 9 people", "zero of the two", "on 31 February",
    "in the last century",
)  # fmt: skip

Articles = Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help="Articles, as seed takes them.")]
Number = Annotated[int, typer.Option(min=1, help="Texts to read.")]
Seed = Annotated[int, typer.Option(help="Another number gives other texts.")]

Change = Callable[[random.Random, Sequence[str]], str]


def main(articles: Articles = None, number: Number = 41_000, seed: Seed = 1) -> None:
    """Read many made-up texts; status 1 where a stage failed on one, or anything left extraction.

    Examples:

      python -m benchmarks.inputs --number 300

      python -m benchmarks.inputs news/*.jsonl --number 5000 --seed 7
    """
    extractor, wrong = Extractor(), Counter[str]()
    for text, published in make_inputs(list_texts(articles or []), number, seed):
        for fault in read(extractor, text, published):
            wrong[fault] += 1
            typer.echo(f"{fault}: {published}: {text!r}")
    typer.echo(f"{number:,} texts: {sum(wrong.values()):,} faults. {dict(wrong)}")
    raise typer.Exit(1 if wrong else 0)


def read(extractor: Extractor, text: str, published: str | None) -> list[str]:
    """What went wrong with a text; spans must be cut from it."""
    try:
        analysis = extractor.read(clean_text(text, published_at=published))
    except Exception as error:
        return [f"left extraction: {type(error).__name__}"]
    whole = analysis.source.text
    excerpts = [place.excerpt for place in analysis.places] + [event.evidence for event in analysis.events]
    excerpts += [part for quote in analysis.quotes for part in quote.excerpts]
    faults = [f"{fault.stage}: {fault.error}" for fault in analysis.faults]
    return faults + ["words from elsewhere" for one in excerpts if whole[one.start : one.end] != one.text]


def list_texts(articles: Sequence[str]) -> list[str]:
    """What the texts are made of: these articles, or the project's own."""
    own = (*read_samples(SAMPLES), *read_sentences(TESTS)) if not articles else read_sources(articles)
    return [source.text for source in own]


def make_inputs(texts: Sequence[str], number: int, seed: int) -> Iterator[tuple[str, str | None]]:
    """So many texts with dates of publication."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(number):
        text = chance.choice(CHANGES)(chance, texts)[:LONGEST]
        if chance.random() < 0.3:
            text = chance.choice(CHANGES)(chance, [text or "x"])[:LONGEST]
        yield text, chance.choice(DATES)


def _window(chance: random.Random, texts: Sequence[str]) -> str:
    text = chance.choice(texts)
    start = chance.randrange(max(1, len(text)))
    return text[start : start + chance.randint(1, LONGEST)]


def _cut(chance: random.Random, texts: Sequence[str]) -> str:
    text = _window(chance, texts)
    return text[: chance.randint(0, len(text))]


def _damage(chance: random.Random, texts: Sequence[str]) -> str:
    letters = list(_window(chance, texts))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(letters) + 1)
        letters[at : at + chance.randint(0, 3)] = chance.choice(STRANGE) * chance.choice((0, 1, 1, 1, 2, 40))
    return "".join(letters)


def _glue(chance: random.Random, texts: Sequence[str]) -> str:
    between = chance.choice((" ", "\n", "; ", ", and ", "", " – "))
    return between.join(chance.choice(texts)[:200].rstrip(".") for _ in range(chance.randint(2, 8)))


def _repeat(chance: random.Random, texts: Sequence[str]) -> str:
    words = chance.choice(texts).split() or ["said"]
    start = chance.randrange(len(words))
    return " ".join(words[start : start + chance.randint(1, 6)] * chance.randint(2, 60))


def _end_in_state(chance: random.Random, texts: Sequence[str]) -> str:
    return f"{_cut(chance, texts)} in Austin, {chance.choice(sorted(abbreviations()))}{chance.choice(('', '.', ' '))}"


def _list(chance: random.Random, texts: Sequence[str]) -> str:
    names = [word for word in chance.choice(texts).split() if word[:1].isupper()] or ["Lima"]
    return "Bombs hit " + ", ".join(chance.choice(names) for _ in range(chance.randint(2, 100))) + " and Goma."


def _insert(chance: random.Random, texts: Sequence[str]) -> str:
    words = _window(chance, texts).split()
    words.insert(chance.randint(0, len(words)), chance.choice(PIECES))
    return " ".join(words)


CHANGES: tuple[Change, ...] = (_window, _cut, _damage, _glue, _repeat, _end_in_state, _list, _insert)

if __name__ == "__main__":
    typer.run(main)
