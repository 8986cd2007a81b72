"""Articles made from the samples with other numbers and an end of their own: no two are the same, none is known yet."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator

from dateline.settings import PROJECT
from schema.mentions import RawArticle

_NUMBER = re.compile(r"\b[1-9]\d?\b(?!,\d)")
_WORDS = (
    "amber basalt cedar delta ember fjord granite harbour indigo juniper kestrel lagoon meadow nickel ochre".split()
)
FIRST_YEAR, YEARS = 1900, 125
"""Three hundred articles a year: as many vary one story in the last month as in the first, up to 37,500 of them.  Where
months come again, each article is like more of those that are stored, and costs more."""


def make_articles(number: int, seed: int, words: int | None = None) -> Iterator[RawArticle]:
    """Variations of the samples, each with other numbers, an end and an address of its own; `words` cuts them short."""
    chance = random.Random(seed)  # noqa: S311
    samples = [json.loads(line) for line in (PROJECT / "samples" / "articles.jsonl").read_text().splitlines()]
    for index in range(number):
        sample = samples[index % len(samples)]
        text = _NUMBER.sub(lambda _: str(chance.randrange(2, 99)), _cut(sample["text"], words))
        office = " ".join(chance.choice(_WORDS) for _ in range(12))
        yield RawArticle(
            origin="made up",
            content=f"{text}\n\nThe report of the {office} office ends here, number {seed}-{index}.",
            title=sample.get("title"),
            url=f"https://tide.example/{seed}/{index}",
            published_at=f"{FIRST_YEAR + index // 300 % YEARS}-{index // 25 % 12 + 1:02}-{index % 28 + 1:02}",
        )


def _cut(text: str, words: int | None) -> str:
    """The first paragraphs, up to so many words and the rest of their last paragraph."""
    if words is None:
        return text
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        if sum(len(one.split()) for one in kept) >= words:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)
