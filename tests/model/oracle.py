"""A model that knows the annotation: it answers with quotations of the article, as a good model would.

Of each annotated event it quotes the words that tell it, and a value only where the article has words for it.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from dateline.extraction.times import find_times

Event = dict[str, Any]

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
NUMBERS = f"{_NUMBERS} eighteen nineteen twenty".split()
NEAR = 400
"""Characters around the words that tell an event."""


FACT = re.compile(r'^(\d+)\. ([A-Z]+) "(.*)"; open: ', re.MULTILINE)


def facts_in(question: str) -> list[tuple[int, str, str]]:
    """Number, type and words of the facts that a question lists."""
    return [(int(number), kind, words) for number, kind, words in FACT.findall(question)]


def answer(article: dict[str, Any], facts: list[tuple[int, str, str]]) -> str:
    """The answer about one article, in the form that a model is asked for."""
    told: list[Event] = []
    for event in article["events"]:
        said = tell(event, article)
        if said is not None:
            numbers: list[int | None] = [
                number for number, kind, words in facts if kind in event["types"] and is_of(words, event, article)
            ]
            told += [{**said, "fact": number} for number in (numbers or [None])]
    return json.dumps({"events": told})


def is_of(words: str, event: Event, article: dict[str, Any]) -> bool:
    """Whether the words of a fact begin in the words that tell an event."""
    text = " ".join(article["text"].split())
    at = text.find(words)
    anchors = [" ".join(one.split()) for one in [event["anchor"], *(event.get("retold") or [])]]
    return any(0 <= at - text.find(anchor) < len(anchor) for anchor in anchors if anchor in text)


def tell(event: Event, article: dict[str, Any]) -> Event | None:
    """One event, by quotations."""
    text = article["text"]
    at = text.find(event["anchor"])
    if at < 0:
        return None
    return {
        "fact": None,
        "words": event["anchor"],
        "type": event["types"][0],
        "status": event["status"][0],
        "date": quote_date(event, article, at),
        "place": quote_place(event, text),
        "doers": quote_all(event["agent"], text, 1),
        "receivers": quote_all(event["patient"], text, 1),
        "victims": [],
        "killed": quote_number(event["killed"], text, at),
        "injured": quote_number(event["injured"], text, at),
        "source": next(iter(quote_all(event["said_by"], text, 1)), None),
        "again": [words for words in event.get("retold") or [] if words in text],
    }


def quote_date(event: Event, article: dict[str, Any], at: int) -> str | None:
    """The words nearest to the event that mean its day."""
    if not event["date"] or not article["published_at"]:
        return None
    published = date.fromisoformat(article["published_at"][:10])
    first, last = map(date.fromisoformat, event["date"])
    future = "PLANNED" in event["status"] or "HYPOTHETICAL" in event["status"]
    found = []
    for time in find_times(article["text"]):
        days = time.days(published, future=future)
        if days is not None and first <= days[0] and days[1] <= last and not time.is_counted_from_story:
            found.append((abs(time.start - at), article["text"][time.start : time.end]))
    return min(found)[1] if found else None


def quote_place(event: Event, text: str) -> str | None:
    """The name of its place."""
    if not event["place"]:
        return None
    names = re.split(r"[,|;/(]", event["place"]["name"])
    return next((name.strip() for name in names if name.strip() and name.strip() in text), None)


def quote_all(names: list[str] | None, text: str, most: int) -> list[str]:
    """The first of several names that the article has."""
    every = [part.strip() for name in names or [] for part in re.split(r"[|;/]", name)]
    return [name for name in every if name and name in text][:most]


def quote_number(number: int | None, text: str, at: int) -> str | None:
    """The words nearest to the event that have a number in them."""
    if number is None:
        return None
    forms = [str(number), f"{number:,}", *([NUMBERS[number - 1]] if 0 < number <= len(NUMBERS) else [])]
    pattern = rf"(?<![\w.,])(?:{'|'.join(map(re.escape, forms))})(?![\d,.]\d)\b(?: [a-z]+)?"
    found = [(abs(match.start() - at), match.group()) for match in re.finditer(pattern, text, re.IGNORECASE)]
    return min(found)[1] if found else None


def is_stated(event: Event, article: dict[str, Any]) -> bool:
    """Whether the article has words for every value of an event."""
    told = tell(event, article)
    if told is None:
        return False
    fields = {"date": "date", "place": "place", "agent": "doers", "patient": "receivers", "said_by": "source"}
    fields |= {"killed": "killed", "injured": "injured"}
    return all(event[gold] in (None, []) or told[said] for gold, said in fields.items())
