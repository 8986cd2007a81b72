"""Points as Well-Known Binary (OGC 06-103r4), which GeoPackage and GeoParquet hold."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.exporting.fields import Record
from dateline.exporting.views.view import Point

_POINT = 1


def well_known(point: Point) -> bytes:
    """A point in the plane, little-endian."""
    return struct.pack("<BIdd", 1, _POINT, *point)


@dataclass(slots=True)
class Extent:
    """The box around all points so far, as west, south, east, north; empty where there was none."""

    box: tuple[float, float, float, float] | tuple[()] = field(default=())

    def point_of(self, row: Record, found: Callable[[Record], Point | None] | None) -> Point | None:
        """The point of a row, which the box now holds."""
        point = found(row) if found else None
        if point is not None:
            west, south, east, north = self.box or (*point, *point)
            self.box = (min(west, point[0]), min(south, point[1]), max(east, point[0]), max(north, point[1]))
        return point
