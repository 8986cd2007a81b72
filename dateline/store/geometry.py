"""Points near a point and points in a box, in degrees, on a sphere; both databases measure the same distances."""

from __future__ import annotations

import math
from typing import Any

from sqlalchemy import ColumnElement, Float, and_, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from dateline.store.database import EARTH_KM
from schema.errors import QueryError

LONGEST_RADIUS_KM = 20_038.0
"""Half of the equator: a larger circle is the whole earth."""
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


def near(
    latitude: ColumnElement[Any], longitude: ColumnElement[Any], *, north: float, east: float, radius_km: float
) -> ColumnElement[bool]:
    """Whether a point lies at most `radius_km` from the one at `north`, `east`; QueryError where that is no circle."""
    _check_point("near", north, east)
    if not 0 < radius_km <= LONGEST_RADIUS_KM:
        raise QueryError(
            f"near: a radius of {radius_km:g} km is no circle on earth.",
            hint=f"Use radiusKm from 0.1 to {LONGEST_RADIUS_KM:g}.",
        )
    reach = radius_km / _KM_PER_DEGREE
    # The band of latitudes is what the index finds; the distance is worked out for what lies in it.
    band = latitude.between(north - reach, north + reach)
    return and_(band, haversine_km(latitude, longitude, north, east) <= radius_km)


def within(
    latitude: ColumnElement[Any], longitude: ColumnElement[Any], *, south: float, west: float, north: float, east: float
) -> ColumnElement[bool]:
    """Whether a point lies in a box, edges included; a box with `west` > `east` crosses the date line."""
    _check_point("within", south, west)
    _check_point("within", north, east)
    if south > north:
        raise QueryError(f"within: south ({south:g}) lies north of north ({north:g}).", hint="Swap the two.")
    inside = longitude.between(west, east) if west <= east else or_(longitude >= west, longitude <= east)
    return and_(latitude.between(south, north), inside)


def _check_point(name: str, latitude: float, longitude: float) -> None:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise QueryError(
            f"{name}: latitude {latitude:g}, longitude {longitude:g} is no point on earth.",
            hint="Latitudes go from -90 to 90, longitudes from -180 to 180, in degrees.",
        )
