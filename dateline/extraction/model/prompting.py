"""What a model is asked: the instructions, and the article in parts that it can hold, with the facts known already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.extraction.model.answers import ANSWER_SCHEMA
from schema.errors import SettingError
from schema.mentions import SourceText
from schema.spans import Span
from schema.vocabulary import Described, EventStatus, EventType

CHARACTERS_PER_TOKEN = 3
"""Of English; models need fewer tokens than this tells."""
LEAST_CONTEXT = 4_096
"""Tokens: instructions, answer and a page of text."""
OVERLAP = 400
"""Characters that a part shares with the one before it, at the least."""


@dataclass(frozen=True, slots=True)
class Question:
    """One request to a model."""

    system: str
    user: str
    part: Span
    """The characters of the article that it shows."""

    @property
    def tokens(self) -> int:
        """How many it has, estimated from above."""
        return estimate_tokens(self.system) + estimate_tokens(self.user)


def estimate_tokens(text: str) -> int:
    """From above: three characters of ASCII a token, and a token for every other one."""
    wide = sum(1 for character in text if not character.isascii())
    return (len(text) - wide) // CHARACTERS_PER_TOKEN + wide + 1


@cache
def instructions() -> str:
    """What every question begins with; types and statuses are those of the vocabulary."""
    template = resources.files(__package__ or "").joinpath("prompts", "events.txt").read_text(encoding="utf-8")
    return template.format(types=_described(EventType), statuses=_described(EventStatus))


def _described(kind: type[Described]) -> str:
    return "\n".join(f"- {member.value}: {member.description}" for member in kind)


@cache
def prompts_version() -> str:
    """Changes whenever a model is asked otherwise."""
    asked = instructions() + json.dumps(ANSWER_SCHEMA, sort_keys=True) + f"{CHARACTERS_PER_TOKEN} {OVERLAP}"
    return hashlib.sha256(asked.encode()).hexdigest()[:8]


def answer_tokens(context: int) -> int:
    """How many tokens an answer may have."""
    return min(4_096, context // 4)


def parts_of(text: str, context: int) -> Iterator[Span]:
    """Parts of a text that fit into so many tokens together with question and answer; each overlaps the one before."""
    if context < LEAST_CONTEXT:
        raise SettingError(f"A model with a context of {context:,} tokens is too small; {LEAST_CONTEXT:,} are needed.")
    room = (context - estimate_tokens(instructions()) - answer_tokens(context) - 300) * CHARACTERS_PER_TOKEN * 3 // 4
    start = 0
    while start < len(text):
        end = _end_of_part(text, start, start + room)
        yield Span(start, end)
        if end == len(text):
            return
        start = _start_before(text, max(start + 1, end - OVERLAP))


def _end_of_part(text: str, start: int, limit: int) -> int:
    """Before a limit the end of a paragraph, else of a sentence, else of a word."""
    if limit >= len(text):
        return len(text)
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, start + (limit - start) // 2, limit)
        if at >= 0:
            return at + 1
    return limit


def _start_before(text: str, offset: int) -> int:
    """The start of a word at or after an offset."""
    at = text.find(" ", offset, offset + OVERLAP // 2)
    return at + 1 if at >= 0 else offset


def question_of(
    source: SourceText, part: Span, facts: Sequence[tuple[int, str]], quotes: Sequence[tuple[int, str]] = ()
) -> Question:
    """The question about one part of an article: numbered lines on what is known of it, and quotes of nobody."""
    # An article cannot hold its own digest, so nothing in it can end it.
    fence = f"article {source.sha256[:16]}"
    told = f"Published: {source.published_on or 'unknown'}\n"
    asked = _listed("Facts known already; give what they leave open, and events that are not listed:", facts)
    asked += _listed("Quotes without a speaker; give who says them:", quotes)
    return Question(instructions(), f"{told}{asked}<{fence}>\n{source.text[part.start : part.end]}\n</{fence}>", part)


def _listed(title: str, lines: Sequence[tuple[int, str]]) -> str:
    """Numbered lines under a title; nothing where there are none."""
    return "".join([f"{title}\n", *(f"{number}. {line}\n" for number, line in lines)]) if lines else ""
