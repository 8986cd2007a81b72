"""GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/): the columns of Parquet and a column of points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from dateline.exporting.fields import Record
from dateline.exporting.formats.parquet import ParquetWriter
from dateline.exporting.formats.points import Extent, well_known
from dateline.exporting.formats.writer import Options
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View

COLUMN = "geometry"


class GeoParquetWriter(ParquetWriter):
    """Points as Well-Known Binary in WGS 84 (OGC:CRS84, longitude first); null where nobody knows the place."""

    name = "geoparquet"
    suffix = ".geoparquet"

    @classmethod
    def can_write(cls, view: View) -> bool:
        """Only rows that have a place."""
        return view.point is not None

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        self._extent = Extent()
        super().__init__(sink, view, options)

    def _schema_of(self, view: View) -> Any:
        import pyarrow as pa

        described = {b"description": b"Where it is."}
        return super()._schema_of(view).append(pa.field(COLUMN, pa.binary(), metadata=described))

    def _prepared(self, rows: Sequence[Record]) -> list[Record]:
        return [{**row, COLUMN: self._geometry(row)} for row in rows]

    def _geometry(self, row: Record) -> bytes | None:
        point = self._extent.point_of(row, self._view.point)
        return None if point is None else well_known(point)

    def _finish(self) -> None:
        own: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
        if self._extent.box:
            own["bbox"] = self._extent.box
        told = {"version": "1.1.0", "primary_column": COLUMN, "columns": {COLUMN: own}}
        self._writer.add_key_value_metadata({"geo": orjson.dumps(told).decode()})
