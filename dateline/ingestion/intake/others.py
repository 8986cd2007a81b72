"""What the other of two readers of an article tells otherwise of an event, value by value."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.store.writing.facts import OtherFacts
from schema.mentions import Analysis, CountMention, EventMention, WhenMention
from schema.vocabulary import OtherField, ParticipantRole

ROLES = {role: OtherField[role.value] for role in ParticipantRole}


def find_others(analysis: Analysis, event: EventMention) -> Iterator[OtherFacts]:
    """The values of the reader that is not shown, where they mean something else than what is shown."""
    other = event.other
    if other is None:
        return
    if other.when.earliest is not None and _days(other.when) != _days(event.when):
        yield OtherFacts(OtherField.WHEN, _days(other.when), other.when.basis, other.when.excerpt)
    yield from _place(analysis, event, other)
    for field, shown, told in (
        (OtherField.KILLED, event.killed, other.killed),
        (OtherField.INJURED, event.injured, other.injured),
    ):
        if told is not None and (shown is None or _bounds(shown) != _bounds(told)):
            yield OtherFacts(field, str(told.best), told.basis, told.excerpt)
    if other.said_by is not None and other.said_by != event.said_by:
        name = analysis.actors[other.said_by].name
        yield OtherFacts(OtherField.SAID_BY, name, other.said_by_basis)
    yield from _participants(event, other)


def _place(analysis: Analysis, event: EventMention, other: EventMention) -> Iterator[OtherFacts]:
    if other.location is None:
        return
    mention = analysis.places[other.location]
    shown = analysis.places[event.location] if event.location is not None else None
    if mention.place is not None and (shown is None or shown.place != mention.place):
        yield OtherFacts(OtherField.LOCATION, mention.place.name, other.location_basis, mention.excerpt)


def _participants(event: EventMention, other: EventMention) -> Iterator[OtherFacts]:
    """Those whom what is shown does not have in that part."""
    shown = {(one.role, one.actor if one.actor is not None else one.name) for one in event.participants}
    for one in other.participants:
        if (one.role, one.actor if one.actor is not None else one.name) not in shown:
            yield OtherFacts(ROLES[one.role], one.name, one.basis, one.excerpt)


def _days(when: WhenMention) -> str:
    """`2024-05-13`, or `2024-05-13/2024-05-19`."""
    first, last = str(when.earliest), str(when.latest)
    return first if first == last else f"{first}/{last}"


def _bounds(count: CountMention) -> tuple[int, int, int | None]:
    return count.low, count.best, count.high
