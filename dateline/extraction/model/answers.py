"""What a model may answer: a JSON schema to ask with, and a tolerant reading of what came back.

Everything in an answer is words of the article; types and statuses are of the vocabulary or nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeVar

from schema.vocabulary import EventStatus, EventType

T = TypeVar("T", EventType, EventStatus)

MOST_EVENTS = 80
"""Of one answer; more are repetitions."""
MOST_SPEAKERS = 80
MOST_NAMES = 12
"""Of one list in it."""

_WORDS = {"type": ["string", "null"]}
_LIST = {"type": "array", "items": {"type": "string"}}
_EVENT: dict[str, Any] = {
    "fact": {"type": ["integer", "null"]},
    "words": {"type": "string"},
    "type": {"type": "string", "enum": list(EventType)},
    "status": {"type": "string", "enum": list(EventStatus)},
    "date": _WORDS,
    "place": _WORDS,
    "doers": _LIST,
    "receivers": _LIST,
    "victims": _LIST,
    "killed": _WORDS,
    "injured": _WORDS,
    "source": _WORDS,
    "again": _LIST,
}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


_SPEAKER: dict[str, Any] = {"quote": {"type": "integer"}, "speaker": _WORDS}
ANSWER_SCHEMA: dict[str, Any] = _object(
    {
        "events": {"type": "array", "items": _object(_EVENT)},
        "speakers": {"type": "array", "items": _object(_SPEAKER)},
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """One event as a model tells it: nothing of it is checked yet."""

    words: str
    """The words that tell it."""
    fact: int | None = None
    """The number of the fact that it is about, from 1."""
    type: EventType | None = None
    status: EventStatus | None = None
    date: str | None = None
    place: str | None = None
    doers: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    killed: str | None = None
    injured: str | None = None
    source: str | None = None
    again: tuple[str, ...] = ()
    """Other words that tell the same."""


def decode(content: str) -> object:
    """The JSON in an answer, mended where it is cut off, fenced or badly written; None where there is none."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        pass
    from json_repair import repair_json  # of the extra `model`

    try:
        return repair_json(content[content.find("{") :], return_objects=True, skip_json_loads=True)
    except (ValueError, RecursionError):
        return None


def read_said(answer: object) -> list[Said] | None:
    """The events of an answer, those without words left out; None where it is no answer at all."""
    events = answer.get("events") if isinstance(answer, dict) else answer
    if not isinstance(events, list):
        return None
    told = [_said(event) for event in events[:MOST_EVENTS] if isinstance(event, dict)]
    return [said for said in told if said.words or said.fact is not None]


def read_speakers(answer: object) -> dict[int, str]:
    """By the number of a quote the words that name who says it; the first that are given."""
    speakers = answer.get("speakers") if isinstance(answer, dict) else None
    found: dict[int, str] = {}
    for one in speakers[:MOST_SPEAKERS] if isinstance(speakers, list) else ():
        quote, words = (
            (_number(one.get("quote")), _words(one.get("speaker"))) if isinstance(one, dict) else (None, None)
        )
        if quote is not None and words is not None:
            found.setdefault(quote, words)
    return found


def _said(event: dict[str, Any]) -> Said:
    return Said(
        words=_words(event.get("words")) or "",
        fact=_number(event.get("fact")),
        type=_one_of(EventType, event.get("type")),
        status=_one_of(EventStatus, event.get("status")),
        date=_words(event.get("date")),
        place=_words(event.get("place")),
        doers=_list(event.get("doers")),
        receivers=_list(event.get("receivers")),
        victims=_list(event.get("victims")),
        killed=_words(event.get("killed")),
        injured=_words(event.get("injured")),
        source=_words(event.get("source")),
        again=_list(event.get("again")),
    )


def _words(given: object) -> str | None:
    """A string; of a number its digits, which must be in the article as well."""
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given) if abs(given) < 10**12 else None
    return (given.strip() or None) if isinstance(given, str) else None


def _number(given: object) -> int | None:
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _list(given: object) -> tuple[str, ...]:
    listed = given if isinstance(given, list) else [given]
    return tuple(words for one in listed[:MOST_NAMES] if (words := _words(one)) is not None)


def _one_of(kind: type[T], given: object) -> T | None:
    return next((member for member in kind if member.value == given), None)
