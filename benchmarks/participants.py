"""Who takes part in events, against annotated sentences: `python -m benchmarks.participants PLOVER.jsonl`.

Each sentence of the PLOVER gold records has an event type, who did it (`source`) and to whom (`target`).  Looked at are
the predicted events of that type.  A name is found where a participant in the right role shares a word with it, by its
name or as written; or four first letters, since the annotation says `Hungarian` where the actor is Hungary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.annotated import annotated_and_read

SIDES = {"source": ("ACTOR",), "target": ("RECIPIENT", "VICTIM")}
STEM = 4
"""Letters that two words may share instead of all."""

File = Annotated[Path, typer.Argument(help="Annotated sentences, JSON Lines, with `type`, `source` and `target`.")]


def main(file: File) -> None:
    """Print which annotated participants are found, and which found ones are annotated.

    Example: python -m benchmarks.participants annotated/events_plover.jsonl
    """
    gold, told = annotated_and_read(file)
    counts = count(gold, told)
    for name in ("source", "target", "participants"):
        wanted, found = counts[name, True] + counts[name, False], counts[name, True]
        typer.echo(f"{name:13} {100 * found / max(wanted, 1):5.1f} of {wanted}")


def count(gold: Sequence[Mapping[str, Any]], told: Mapping[str, Any]) -> Counter[tuple[str, bool]]:
    """How many annotated names of each side are found or not, and how many participants are annotated or not."""
    counts: Counter[tuple[str, bool]] = Counter()
    for sentence in gold:
        events = [event for event in told[str(sentence["id"])]["events"] if event["type"] == sentence["type"]]
        parts = [(part["role"], words_of(part, sentence["text"])) for event in events for part in event["participants"]]
        if not events:
            continue
        annotated = {side: [_words(name) for name in names(sentence[side])] for side in SIDES}
        for side, roles in SIDES.items():
            for name in annotated[side]:
                counts[side, any(role in roles and alike(name, words) for role, words in parts)] += 1
        everybody = [name for side in annotated.values() for name in side]
        for _, words in parts:
            counts["participants", any(alike(name, words) for name in everybody)] += 1
    return counts


def names(side: Any) -> Iterator[str]:
    """Of an annotation: one name or several, each a text or a record."""
    for one in [side] if isinstance(side, str | dict) else side or ():
        name = one if isinstance(one, str) else one.get("actorText")
        if name:
            yield name


def words_of(part: Mapping[str, Any], text: str) -> set[str]:
    """The words of a participant's name, and those that it was read from."""
    written = text[slice(*part["span"])] if part["span"] else ""
    return _words(f"{part['name']} {written}")


def alike(name: set[str], words: set[str]) -> bool:
    """Whether two names share a word, or its first letters."""
    stems = {word[:STEM] for word in words if len(word) >= STEM}
    return bool(name & words) or any(word[:STEM] in stems for word in name)


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", name)}


if __name__ == "__main__":
    typer.run(main)
