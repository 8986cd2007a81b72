"""Events of a short text, and the few forms in which the tests look at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from schema.mentions import Analysis, EventMention


class Reading:
    """The events of one text."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.events = analysis.events

    def types(self) -> list[str]:
        """The types of all events, in the order of the text."""
        return [event.type.value for event in self.events]

    def only(self, kind: str | None = None) -> EventMention:
        """The one event (of a type)."""
        found = [event for event in self.events if kind is None or event.type.value == kind]
        assert len(found) == 1, [(event.type.value, event.trigger.text) for event in self.events]
        return found[0]

    def place(self, event: EventMention) -> str | None:
        """The words of the place of an event."""
        return self.analysis.places[event.location].excerpt.text if event.location is not None else None

    def who(self, event: EventMention, role: str) -> list[str]:
        """The names of the participants in a role."""
        return [participant.name for participant in event.participants if participant.role.value == role]


def words(event: EventMention) -> list[str]:
    """All words that tell an event."""
    return [excerpt.text for excerpt in event.triggers]


@pytest.fixture(scope="session")
def events_of(read_text: Callable[..., Analysis]) -> Callable[..., Reading]:
    """`events_of(text)`: its events, as published on Wednesday, 6 November 2024."""
    return lambda text, published="2024-11-06": Reading(read_text(text, published_at=published))


@pytest.fixture(scope="session")
def told_words() -> Callable[[EventMention], list[str]]:
    """`told_words(event)`: all words that tell it."""
    return words
