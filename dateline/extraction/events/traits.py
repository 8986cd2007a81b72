"""What holds for each type of event: one table, a row a type, asked by every stage.

A new type is a row here, its words in the lexicon and a test.
"""

from __future__ import annotations

from dataclasses import dataclass

from schema.vocabulary import EventType


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one type."""

    harmful: bool = False
    """Kills and injures."""
    striking: bool = False
    """Its place is what it strikes, be it a country."""
    spoken: bool = False
    """Words and no deed: it happens where somebody speaks, not where what is spoken of lies."""
    on_site: bool = False
    """Happens at a place that a report goes on from, sentence by sentence."""
    national: bool = False
    """Done by or for a whole country, where no finer place is told."""
    judicial: bool = False
    """Happens before a court."""
    singular: bool = False
    """An article seldom tells two of one mode."""


_TABLE: dict[EventType, Traits] = {
    EventType.AGREE: Traits(spoken=True),
    EventType.CONSULT: Traits(on_site=True),
    EventType.SUPPORT: Traits(spoken=True),
    EventType.CONCEDE: Traits(),
    EventType.COOPERATE: Traits(),
    EventType.AID: Traits(on_site=True),
    EventType.RETREAT: Traits(on_site=True),
    EventType.REQUEST: Traits(spoken=True),
    EventType.ACCUSE: Traits(spoken=True),
    EventType.REJECT: Traits(spoken=True),
    EventType.THREATEN: Traits(spoken=True),
    EventType.PROTEST: Traits(on_site=True),
    EventType.SANCTION: Traits(),
    EventType.MOBILIZE: Traits(on_site=True),
    EventType.COERCE: Traits(on_site=True),
    EventType.ASSAULT: Traits(harmful=True, striking=True, on_site=True),
    EventType.CRIME: Traits(harmful=True, on_site=True),
    EventType.LEGAL: Traits(judicial=True),
    EventType.DISASTER: Traits(harmful=True, striking=True, on_site=True, singular=True),
    EventType.ACCIDENT: Traits(harmful=True, striking=True, on_site=True, singular=True),
    EventType.ELECTION: Traits(national=True, singular=True),
}


def traits(kind: EventType) -> Traits:
    """The row of a type."""
    return _TABLE[kind]


def types_with(trait: str) -> frozenset[EventType]:
    """The types that have a trait, by the name of its column."""
    return frozenset(kind for kind, row in _TABLE.items() if getattr(row, trait))
