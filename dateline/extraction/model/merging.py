"""Two tellings of one event: one is shown, the other fills what it leaves open and is kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from schema.mentions import EventMention, ParticipantMention
from schema.readers import Shown
from schema.vocabulary import Basis, ParticipantRole


def merged(known: EventMention, told: EventMention, shown: Shown) -> EventMention:
    """One event of what was `known` and what a model has `told` of it; what is shown goes first.

    Words, type and status are those of what was known: they are what the event is known by.
    """
    first, second = (told, known) if shown is Shown.MODEL else (known, told)
    has_day = first.when.earliest is not None or second.when.earliest is None
    has_place = first.location is not None
    source = first if first.said_by is not None else second
    return replace(
        known,
        triggers=tuple(sorted({*known.triggers, *told.triggers})) if known.basis is Basis.MODEL else known.triggers,
        when=first.when if has_day else second.when,
        location=first.location if has_place else second.location,
        location_basis=first.location_basis if has_place else second.location_basis,
        participants=(*first.participants, *_missing(first, second)),
        killed=first.killed or second.killed,
        injured=first.injured or second.injured,
        said_by=source.said_by,
        said_by_basis=source.said_by_basis,
        other=None if known.basis is Basis.MODEL else second,
    )


def _missing(first: EventMention, second: EventMention) -> Iterator[ParticipantMention]:
    """Whoever does it or suffers it by the second telling, where the first names nobody who does."""
    known = {participant.actor for participant in first.participants if participant.actor is not None}
    has_doer = any(participant.role is ParticipantRole.ACTOR for participant in first.participants)
    has_other = any(participant.role is not ParticipantRole.ACTOR for participant in first.participants)
    for participant in second.participants:
        is_told = has_doer if participant.role is ParticipantRole.ACTOR else has_other
        if not is_told and participant.actor not in known:
            yield participant
