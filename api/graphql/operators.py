"""The inputs that say what is asked of one value; fields of one object are joined by AND, null asks nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import strawberry

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.describing import input_
from schema.vocabulary import ActorKind, Basis, EventStatus, EventType, LocationKind, QuoteKind, VictimKind


def operator(description: str) -> Any:
    """An optional operator."""
    return strawberry.field(default=strawberry.UNSET, description=description)


def required(description: str) -> Any:
    """A value that must be given."""
    return strawberry.field(description=description)


_EQ = "Exactly this."
_ONE_OF = "Any of these; an empty list finds nothing."
_GTE = "This or more."
_LTE = "This or less."


@input_
class IDFilter:
    """Which ids."""

    eq: strawberry.ID | None = operator(_EQ)
    one_of: list[strawberry.ID] | None = operator(_ONE_OF)


@input_
class StringFilter:
    """Which texts."""

    eq: str | None = operator("Exactly this text, as it is written.")
    one_of: list[str] | None = operator(_ONE_OF)
    contains: str | None = operator("Has this in it; case and accents make no difference.")


@input_
class IntFilter:
    """Which whole numbers; what is not known is left out."""

    eq: int | None = operator(_EQ)
    gte: int | None = operator(_GTE)
    lte: int | None = operator(_LTE)


@input_
class FloatFilter:
    """Which numbers; what is not known is left out."""

    gte: float | None = operator(_GTE)
    lte: float | None = operator(_LTE)


@input_
class DateFilter:
    """Which days, both bounds included."""

    gte: date | None = operator("On this day or later.")
    lte: date | None = operator("On this day or earlier.")


@input_
class EventTypeFilter:
    """Which types of event."""

    eq: EventType | None = operator(_EQ)
    one_of: list[EventType] | None = operator(_ONE_OF)


@input_
class EventStatusFilter:
    """Which statuses of event."""

    eq: EventStatus | None = operator(_EQ)
    one_of: list[EventStatus] | None = operator(_ONE_OF)


@input_
class QuoteKindFilter:
    """Which kinds of quote."""

    eq: QuoteKind | None = operator(_EQ)
    one_of: list[QuoteKind] | None = operator(_ONE_OF)


@input_
class ActorKindFilter:
    """Which kinds of actor."""

    eq: ActorKind | None = operator(_EQ)
    one_of: list[ActorKind] | None = operator(_ONE_OF)


@input_
class LocationKindFilter:
    """Which kinds of location."""

    eq: LocationKind | None = operator(_EQ)
    one_of: list[LocationKind] | None = operator(_ONE_OF)


@input_
class VictimKindFilter:
    """Which kinds of victims."""

    eq: VictimKind | None = operator(_EQ)
    one_of: list[VictimKind] | None = operator(_ONE_OF)


@input_
class BasisFilter:
    """Which bases; what has no value has none."""

    eq: Basis | None = operator(_EQ)
    one_of: list[Basis] | None = operator(_ONE_OF)


@input_
class NearInput:
    """A circle on the earth."""

    latitude: float = required("Of its middle, in degrees, north positive.")
    longitude: float = required("Of its middle, in degrees, east positive.")
    radius_km: float = required("From the middle to the edge, in kilometres.")


@input_
class BoundingBoxInput:
    """A box on the map, edges included; with west greater than east it crosses the date line."""

    south: float = required("Its southern edge, in degrees of latitude.")
    west: float = required("Its western edge, in degrees of longitude.")
    north: float = required("Its northern edge, in degrees of latitude.")
    east: float = required("Its eastern edge, in degrees of longitude.")
