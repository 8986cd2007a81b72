"""What reading costs by the length of a text, for texts of one unusual shape each: `python -m benchmarks.shapes`.

Each shape is read in a process of its own, in several lengths.  Timed is what comes behind the parser, in processor
time; the exponent says how it grows: 1 is twice the time for twice the text.
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import typer

SHORTER, LONGER = 50_000, 200_000
HIGHEST_EXPONENT = 1.2
MOST_SECONDS = 20.0
"""Of a text of LONGER characters, with its parse."""
MOST_MEMORY_MB = 800
LEAST_SECONDS = 0.05
"""Below that a time is noise."""

Lengths = Annotated[str, typer.Option(help="Two lengths in characters.")]
Only = Annotated[list[str] | None, typer.Argument(metavar="SHAPE...", help="Those alone.")]
Shape = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one text: seconds of the parser and behind it, and the highest memory of the process until then."""

    parsing: float
    reading: float
    memory_mb: float


def main(shapes: Only = None, lengths: Lengths = f"{SHORTER},{LONGER}") -> None:
    """Print the costs of each shape; status 1 where one costs more than is allowed.

    Example: python -m benchmarks.shapes --lengths 10000,40000 "he said that she said"
    """
    shorter, longer = (int(length) for length in lengths.split(","))
    wrong = 0
    for name in shapes or SHAPES:
        costs = measure(name, (shorter, longer))
        exponent = exponent_of(costs, longer / shorter)
        last = costs[-1]
        is_wrong = (
            exponent > HIGHEST_EXPONENT or last.parsing + last.reading > MOST_SECONDS or last.memory_mb > MOST_MEMORY_MB
        )
        wrong += is_wrong
        typer.echo(
            f"{'TOO MUCH' if is_wrong else 'good    '} {name:34} exponent {exponent:4.2f}  "
            f"parser {last.parsing:6.1f} s  behind it {last.reading:6.1f} s  memory {last.memory_mb:6.0f} MB"
        )
    raise typer.Exit(1 if wrong else 0)


def exponent_of(costs: list[Cost], times: float) -> float:
    """How the time behind the parser grows from the first length to the last."""
    first, last = (max(LEAST_SECONDS, cost.reading) for cost in (costs[0], costs[-1]))
    return math.log(last / first) / math.log(times)


def measure(name: str, lengths: tuple[int, ...]) -> list[Cost]:
    """The costs of one shape in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(read_all, (name, lengths))


def read_all(name: str, lengths: tuple[int, ...]) -> list[Cost]:
    """What the process does."""
    from dateline.extraction.cleaning import clean_text
    from dateline.extraction.notes import Notes
    from dateline.extraction.parsing import find_paragraphs, parse
    from dateline.extraction.pipeline import STAGES, Extractor, analysis_of, run_stages

    extractor, costs = Extractor(), []
    for length in lengths:
        source = clean_text(SHAPES[name](length), published_at="2024-11-06")
        started = time.process_time()
        doc = next(parse(extractor._nlp, [source.text]))
        parsed = time.process_time()
        notes = Notes(source, doc, extractor._gazetteer, find_paragraphs(source.text))
        run_stages(notes, STAGES)
        analysis_of(notes, extractor.model, extractor.version)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        costs.append(Cost(parsed - started, time.process_time() - parsed, memory))
    return costs


def repeat(words: str) -> Shape:
    """The same words again and again."""
    return lambda length: (words * (length // len(words) + 1))[:length]


def number(words: str, names: tuple[str, ...]) -> Shape:
    """The same sentence with other numbers and names."""

    def make(length: int) -> str:
        pieces, size, count = [], 0, 0
        while size < length:
            count += 1
            pieces.append(words.format(count % 28 + 1, names[count % len(names)], names[(count * 7 + 3) % len(names)]))
            size += len(pieces[-1])
        return "".join(pieces)[:length]

    return make


TOWNS = ("Kaduna", "Goma", "Lviv", "Quito", "Lima", "Zaria", "Bukavu", "Kharkiv", "Kampala", "Oslo", "Bergen")
STATES = ("Texas", "Ohio", "Mississippi", "Ontario", "Bavaria", "Donetsk region", "North Kivu", "Telemark", "Conn.")
SHAPES: dict[str, Shape] = {
    "plain sentences": number("On May {0} gunmen killed 12 people in {1}, the governor of {2} said. ", TOWNS),
    "said that in list items": number("- said that the army of {1} had sent {0} troops\n", TOWNS),
    "he said that she said": repeat("he said that she said that "),
    "clauses joined by semicolons": number("gunmen killed {0} people in {1}; police fled to {2}; ", TOWNS),
    "dated clauses in a sentence": number("on May {0} it hit {1}, on June {0} it hit {2}, ", TOWNS),
    "attacks in changing towns": number("Gunmen attacked {1} and killed {0} people. Rebels shelled {2}. ", TOWNS),
    "relative dates": number("It came {0} days after the vote, two weeks before the talks, a day earlier. ", TOWNS),
    "possessives and single quotes": number("The mayors' sons’ 'friends' said '{1}'s mayor’s' men left. ", TOWNS),
    "pronouns only": repeat("He told her that she saw him with them. They said it was his and theirs. "),
    "General NAME, minister of roads": number(
        "General {1}, minister of roads, met Colonel {2}, head of police. ", TOWNS
    ),
    "place lists": number("{1}, {2}, ", TOWNS),
    "state lists": number("Jackson, {1}, and Austin, {2}; ", STATES),
    "said said": repeat("said "),
    "ampersands": repeat("&"),
    "emoji": repeat("🙂"),
    "emoji one by one": repeat("🙂 "),
    "one long word": repeat("a"),
    "quotation marks": repeat('"'),
    "numbers": repeat("12 to 14 of 15 people, 3 or 4, "),
}
"""By name: what makes a text of a length."""

if __name__ == "__main__":
    typer.run(main)
