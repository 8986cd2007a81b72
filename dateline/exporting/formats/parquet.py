"""Parquet: columns, compressed by zstd; what DuckDB, Spark, pandas and polars read fastest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.exporting.fields import Record
from dateline.exporting.formats.tables import arrow_schema
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View

GROUP = 10_000
"""Rows of a row group: enough to compress well."""
MOST_BYTES = 16_000_000
"""Of a row group in memory, which large rows fill sooner."""


class ParquetWriter(Writer):
    """Row groups of GROUP rows, or of fewer where they are large."""

    name = "parquet"
    media_type = "application/vnd.apache.parquet"
    suffix = ".parquet"
    is_text = False

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        from pyarrow import parquet

        super().__init__(sink, view, options)
        self._schema = self._schema_of(view)
        self._writer: Any = parquet.ParquetWriter(sink, self._schema, compression="zstd")
        self._batches: list[Any] = []
        self._waiting = self._bytes = 0

    def write(self, rows: Sequence[Record]) -> None:
        """Adds rows; they are written when a group is full."""
        import pyarrow as pa

        batch = pa.RecordBatch.from_pylist(self._prepared(rows), schema=self._schema)
        self._batches.append(batch)
        self._waiting += batch.num_rows
        self._bytes += batch.nbytes
        if self._waiting >= GROUP or self._bytes >= MOST_BYTES:
            self._flush()

    def close(self) -> None:
        """Writes the last group and the footer."""
        if self._waiting:
            self._flush()
        self._finish()
        self._writer.close()

    def _schema_of(self, view: View) -> Any:
        return arrow_schema(view)

    def _prepared(self, rows: Sequence[Record]) -> list[Record]:
        return list(rows)

    def _finish(self) -> None:
        """What the footer says besides."""

    def _flush(self) -> None:
        import pyarrow as pa

        self._writer.write_table(pa.Table.from_batches(self._batches, self._schema), row_group_size=self._waiting)
        self._batches, self._waiting, self._bytes = [], 0, 0
