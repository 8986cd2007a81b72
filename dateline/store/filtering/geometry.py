"""Points near a point and points in a box, in degrees, on a sphere; both databases measure the same distances."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Float, and_, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from dateline.store.filtering.parameters import Given, parameter
from dateline.store.keeping.database import EARTH_KM
from schema.errors import QueryError

LONGEST_RADIUS_KM = 20_038.0
"""Half of the equator: a larger circle is the whole earth."""
Area = Mapping[str, float]
"""A circle or a box, by the names of its parts."""
_KM_PER_DEGREE = EARTH_KM * math.pi / 180


class haversine_km(FunctionElement[float]):  # noqa: N801 - named like the SQL function that it is
    """Great-circle kilometres between two points: `haversine_km(latitude, longitude, latitude, longitude)`."""

    name = "haversine_km"
    type = Float()
    inherit_cache = True


@compiles(haversine_km, "postgresql")
def _compile_haversine(element: haversine_km, compiler: Any, **options: Any) -> str:
    latitude, longitude, other_latitude, other_longitude = (
        compiler.process(clause, **options) for clause in element.clauses
    )
    return (
        f"({2 * EARTH_KM} * asin(least(1.0, sqrt("
        f"sin(radians({other_latitude} - {latitude}) / 2) ^ 2 + cos(radians({latitude})) * "
        f"cos(radians({other_latitude})) * sin(radians({other_longitude} - {longitude}) / 2) ^ 2))))"
    )


@compiles(haversine_km, "sqlite")
def _compile_sqlite(element: haversine_km, compiler: Any, **options: Any) -> str:
    return f"haversine_km({compiler.process(element.clauses, **options)})"


def near(latitude: ColumnElement[Any], longitude: ColumnElement[Any], circle: Area | Given) -> ColumnElement[bool]:
    """Whether a point lies at most `radius_km` from the one at `latitude`, `longitude` of a circle.

    QueryError for an impossible circle: at once, or when its values are given.
    """

    def part(work: Callable[[Area], float]) -> Any:
        return parameter(circle, Float(), lambda given: work(_checked_circle(given)))

    # The band of latitudes is what the index finds; the distance is worked out for what lies in it.
    low = part(lambda given: given["latitude"] - given["radius_km"] / _KM_PER_DEGREE)
    high = part(lambda given: given["latitude"] + given["radius_km"] / _KM_PER_DEGREE)
    middle = (part(itemgetter("latitude")), part(itemgetter("longitude")))
    distance = haversine_km(latitude, longitude, *middle)
    return and_(latitude.between(low, high), distance <= part(itemgetter("radius_km")))


def within(latitude: ColumnElement[Any], longitude: ColumnElement[Any], box: Area | Given) -> ColumnElement[bool]:
    """Whether a point lies in a box, edges included; a box with `west` > `east` crosses the date line.

    QueryError where it is none, at once or, for one that is given later, then.
    """

    def part(work: Callable[[Area], float]) -> Any:
        return parameter(box, Float(), lambda given: work(_checked_box(given)))

    # Two spans of longitudes where it crosses the date line, else the same one twice.
    west, east = part(itemgetter("west")), part(itemgetter("east"))
    end = part(lambda given: 180.0 if _crosses(given) else given["east"])
    start = part(lambda given: -180.0 if _crosses(given) else given["west"])
    inside = or_(longitude.between(west, end), longitude.between(start, east))
    return and_(latitude.between(part(itemgetter("south")), part(itemgetter("north"))), inside)


def _crosses(box: Area) -> bool:
    return box["west"] > box["east"]


def _checked_circle(circle: Area) -> Area:
    _check_point("near", circle["latitude"], circle["longitude"])
    if not 0 < circle["radius_km"] <= LONGEST_RADIUS_KM:
        raise QueryError(
            f"near: a radius of {circle['radius_km']:g} km is no circle on earth.",
            hint=f"Use radiusKm from 0.1 to {LONGEST_RADIUS_KM:g}.",
        )
    return circle


def _checked_box(box: Area) -> Area:
    _check_point("within", box["south"], box["west"])
    _check_point("within", box["north"], box["east"])
    if box["south"] > box["north"]:
        raise QueryError(
            f"within: south ({box['south']:g}) lies north of north ({box['north']:g}).", hint="Swap the two."
        )
    return box


def _check_point(name: str, latitude: float, longitude: float) -> None:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise QueryError(
            f"{name}: latitude {latitude:g}, longitude {longitude:g} is no point on earth.",
            hint="Latitudes go from -90 to 90, longitudes from -180 to 180, in degrees.",
        )
