"""GeoJSON (RFC 7946): one FeatureCollection, WGS 84, longitude before latitude; maps want flat properties."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from dateline.exporting.fields import Record, columns_of
from dateline.exporting.formats.ndjson import INSTANTS
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View


class GeoJsonWriter(Writer):
    """A feature a row; its geometry is null where nobody knows the place."""

    name = "geojson"
    media_type = "application/geo+json"
    suffix = ".geojson"

    @classmethod
    def can_write(cls, view: View) -> bool:
        """Only rows that have a place."""
        return view.point is not None

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        super().__init__(sink, view, options)
        self._columns = columns_of(view.fields)
        self._before = b""
        self._sink.write(b'{"type":"FeatureCollection","features":[\n')

    def write(self, rows: Sequence[Record]) -> None:
        """Adds features."""
        if rows:
            features = (orjson.dumps(self._feature(row), option=INSTANTS) for row in rows)
            self._sink.write(self._before + b",\n".join(features))
            self._before = b",\n"

    def close(self) -> None:
        """Ends the collection."""
        self._sink.write(b"\n]}\n")

    def _feature(self, row: Record) -> Record:
        point = self._view.point(row) if self._view.point else None
        geometry = None if point is None else {"type": "Point", "coordinates": list(point)}
        properties = {column.name: column.value(row) for column in self._columns}
        return {"type": "Feature", "id": row["id"], "geometry": geometry, "properties": properties}
