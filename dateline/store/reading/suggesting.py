"""What somebody who types the beginning or a part of a name may mean: actors, locations, publishers, types of event.

Case and accents make no difference.  Where a word of the text is in no name, names with one letter wrong, missing, too
many or swapped are taken (two in words of nine letters and more).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

from rapidfuzz.distance import OSA
from sqlalchemy import ColumnElement, Connection, Select, Text, and_, cast, func, null, or_, select

from dateline.store.keeping.folding import words_of
from schema.errors import LimitError, QueryError
from schema.tables import ACTOR, ACTOR_TALLY, ARTICLE, EVENT, LOCATION
from schema.vocabulary import EventType

DEFAULT_SUGGESTIONS = 8
MOST_SUGGESTIONS = 50
LONGEST_TEXT = 100
"""Characters that are looked at as a name."""
_CANDIDATES = 400
"""Rows of one kind that are looked at, those of most events first."""
_SHORTEST_WITH_ERROR = 4
_SHORTEST_WITH_TWO = 9


class SuggestionKind(StrEnum):
    """What a suggestion is of."""

    ACTOR = "ACTOR"
    LOCATION = "LOCATION"
    PUBLISHER = "PUBLISHER"
    TYPE = "TYPE"

    @property
    def description(self) -> str:
        """What its value is."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    SuggestionKind.ACTOR: "An actor; the value is its id.",
    SuggestionKind.LOCATION: "A location; the value is its id.",
    SuggestionKind.PUBLISHER: "A publisher; the value is its name.",
    SuggestionKind.TYPE: "A type of event; the value is its code.",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that may be meant."""

    kind: SuggestionKind
    value: str
    name: str
    matched: str
    """The name that fits what was typed, another one of an actor's perhaps."""
    note: str | None
    """What tells it from others of the same name: the kind of actor or place, and the country; None where nothing."""
    count: int
    """Of how many events; of a publisher, how many articles."""
    rank: int = 0
    """How it fits, the best first: begins so, a word begins so, has it inside, with an error."""


def find_suggestions(
    connection: Connection, text: str, kinds: Sequence[SuggestionKind] = (), first: int | None = None
) -> list[Suggestion]:
    """The best of all kinds, or of those given: two statements a kind at most.

    Raises QueryError or LimitError for a number or a text that makes no sense.
    """
    size = DEFAULT_SUGGESTIONS if first is None else first
    if size < 0:
        raise QueryError(f"first is {first}; it cannot be negative.", hint=f"Use 1 to {MOST_SUGGESTIONS}.")
    if size > MOST_SUGGESTIONS:
        raise LimitError(f"first is {first}; the limit is {MOST_SUGGESTIONS}.", hint="Type more of the name.")
    if len(text) > LONGEST_TEXT:
        raise LimitError(f"text has {len(text):,} characters; the limit is {LONGEST_TEXT}.", hint="Type less.")
    words = words_of(text)
    if not words or size == 0:
        return []
    found = [one for kind in kinds or tuple(SuggestionKind) for one in _of_kind(connection, kind, words)]
    found.sort(key=lambda one: (one.rank, -one.count, one.name, one.value))
    return found[:size]


def _of_kind(connection: Connection, kind: SuggestionKind, words: Sequence[str]) -> list[Suggestion]:
    exact = _ranked(_candidates(connection, kind, words, erring=False), words)
    if exact or not any(_allowed(word) for word in words):
        return exact
    return _ranked(_candidates(connection, kind, words, erring=True), words)


def _candidates(
    connection: Connection, kind: SuggestionKind, words: Sequence[str], *, erring: bool
) -> Iterable[Suggestion]:
    if kind is SuggestionKind.TYPE:
        return _types(connection)
    statement, key = _STATEMENTS[kind]
    asked = statement.where(and_(*(_may_hold(key, word, erring=erring) for word in words)))
    return [_suggestion(kind, row) for row in connection.execute(asked.limit(_CANDIDATES))]


def _may_hold(key: ColumnElement[Any], word: str, *, erring: bool) -> ColumnElement[bool]:
    """Whether a folded name has the word; with errors, whether it has one of the pieces that no error touched."""
    pieces = _pieces(word, _allowed(word) + 1) if erring else [word]
    return or_(*(key.contains(piece, autoescape=True) for piece in pieces))


def _pieces(word: str, count: int) -> list[str]:
    bounds = [len(word) * number // count for number in range(count + 1)]
    return [word[start:end] for start, end in pairwise(bounds)]


def _allowed(word: str) -> int:
    """How many letters of a word may be wrong."""
    return 0 if len(word) < _SHORTEST_WITH_ERROR else 1 if len(word) < _SHORTEST_WITH_TWO else 2


def _ranked(candidates: Iterable[Suggestion], words: Sequence[str]) -> list[Suggestion]:
    """The best of each thing among those that fit."""
    best: dict[str, Suggestion] = {}
    for one in candidates:
        rank = _rank(one.matched, words)
        if rank is None:
            continue
        fitting = replace(one, rank=rank)
        known = best.get(one.value)
        if known is None or (rank, one.matched != one.name) < (known.rank, known.matched != known.name):
            best[one.value] = fitting
    return list(best.values())


def _rank(name: str, words: Sequence[str]) -> int | None:
    """How a name fits; None where it does not."""
    parts = words_of(name)
    joined = " ".join(parts)
    if joined.startswith(" ".join(words)):
        return 0
    if all(any(part.startswith(word) for part in parts) for word in words):
        return 1
    if all(word in joined for word in words):
        return 2
    return 3 if all(any(_is_close(word, part) for part in parts) for word in words) else None


def _is_close(word: str, part: str) -> bool:
    """Whether a part of a name begins with what was typed, but for a few letters."""
    allowed = _allowed(word)
    if part.startswith(word):
        return True
    lengths = range(max(1, len(word) - allowed), len(word) + allowed + 1)
    return allowed > 0 and any(OSA.distance(word, part[:length], score_cutoff=allowed) <= allowed for length in lengths)


def _suggestion(kind: SuggestionKind, row: Any) -> Suggestion:
    notes = [note for note in (row.kind, row.country_code) if note]
    return Suggestion(kind, row.value, row.name, row.matched, ", ".join(notes) or None, row.count)


def _types(connection: Connection) -> list[Suggestion]:
    """All types, each by the events that it has."""
    counted = connection.execute(select(EVENT.c.type, func.count()).group_by(EVENT.c.type))
    counts: dict[str, int] = {row[0]: row[1] for row in counted}
    return [
        Suggestion(SuggestionKind.TYPE, one.value, one.value.capitalize(), one.value, None, counts.get(one.value, 0))
        for one in EventType
    ]


_NO_TEXT: Any = cast(null(), Text)
_STATEMENTS: dict[SuggestionKind, tuple[Select[Any], ColumnElement[Any]]] = {
    SuggestionKind.ACTOR: (
        select(
            ACTOR.c.id.label("value"),
            ACTOR.c.name,
            ACTOR_TALLY.c.value.label("matched"),
            ACTOR.c.kind,
            ACTOR.c.country_code,
            ACTOR.c.event_count.label("count"),
        )
        .join(ACTOR_TALLY, ACTOR_TALLY.c.actor_id == ACTOR.c.id)
        .where(ACTOR_TALLY.c.aspect.in_(("NAME", "ALIAS")))
        .order_by(ACTOR.c.event_count.desc(), ACTOR.c.id),
        ACTOR_TALLY.c.key,
    ),
    SuggestionKind.LOCATION: (
        select(
            LOCATION.c.id.label("value"),
            LOCATION.c.name,
            LOCATION.c.name.label("matched"),
            LOCATION.c.kind,
            LOCATION.c.country_code,
            LOCATION.c.event_count.label("count"),
        ).order_by(LOCATION.c.event_count.desc(), LOCATION.c.id),
        LOCATION.c.name_key,
    ),
    SuggestionKind.PUBLISHER: (
        select(
            ARTICLE.c.publisher.label("value"),
            ARTICLE.c.publisher.label("name"),
            ARTICLE.c.publisher.label("matched"),
            _NO_TEXT.label("kind"),
            _NO_TEXT.label("country_code"),
            func.count().label("count"),
        )
        .group_by(ARTICLE.c.publisher)
        .order_by(func.count().desc(), ARTICLE.c.publisher),
        ARTICLE.c.publisher_key,
    ),
}
