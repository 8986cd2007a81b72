"""Arrow IPC files (Feather version 2): the same columns as Parquet, ready to be mapped into memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.exporting.fields import Record
from dateline.exporting.formats.tables import arrow_schema
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View


class ArrowWriter(Writer):
    """A record batch for each chunk of rows."""

    name = "arrow"
    media_type = "application/vnd.apache.arrow.file"
    suffix = ".arrow"
    other_suffixes = (".feather",)
    is_text = False

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        import pyarrow as pa

        super().__init__(sink, view, options)
        self._schema = arrow_schema(view)
        self._writer: Any = pa.ipc.new_file(sink, self._schema)

    def write(self, rows: Sequence[Record]) -> None:
        """Adds a batch."""
        import pyarrow as pa

        self._writer.write_batch(pa.RecordBatch.from_pylist(list(rows), schema=self._schema))

    def close(self) -> None:
        """Writes the footer."""
        self._writer.close()
