"""A happening: all mentions of an article that tell it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extraction.events.arguments.reading import Told
from schema.vocabulary import EventType

MOST_COMPARED = 24


@dataclass(slots=True)
class Happening:
    """What is told in one or several places of the article."""

    parts: list[Told]
    cause: EventType | None = None
    """The type of what did the harm, where the happening itself tells only the harm."""

    @property
    def type(self) -> EventType:
        """The type that the words tell that are no mere harm or echo; an attack among them wins."""
        types = [told.trigger.type for told in self.known if not told.is_harm and not told.trigger.echo]
        if EventType.ASSAULT in types:
            return EventType.ASSAULT
        return types[0] if types else self.cause or self.parts[0].trigger.type

    @property
    def is_harm_only(self) -> bool:
        """Whether nothing but words of harm tell it."""
        return all(told.is_harm for told in self.known)

    @property
    def known(self) -> list[Told]:
        """The parts that new words are compared with: the first and the last, where there are very many."""
        return (
            self.parts
            if len(self.parts) <= MOST_COMPARED
            else self.parts[: MOST_COMPARED // 2] + self.parts[-MOST_COMPARED // 2 :]
        )

    def modes(self) -> set[str | None]:
        """The modes of its words."""
        return {told.trigger.rule.mode for told in self.known}
