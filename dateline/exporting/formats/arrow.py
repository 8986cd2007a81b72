"""Arrow IPC: the same columns as Parquet, as a file to map into memory (Feather version 2) or as a stream."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

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
    other_suffixes: ClassVar[tuple[str, ...]] = (".feather",)
    is_text = False

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        import pyarrow as pa

        super().__init__(sink, view, options)
        self._schema = arrow_schema(view)
        self._writer: Any = self._open(pa.ipc)

    def _open(self, ipc: Any) -> Any:
        return ipc.new_file(self._sink, self._schema)

    def write(self, rows: Sequence[Record]) -> None:
        """Adds a batch."""
        import pyarrow as pa

        self._writer.write_batch(pa.RecordBatch.from_pylist(list(rows), schema=self._schema))

    def close(self) -> None:
        """Writes the footer."""
        self._writer.close()


class ArrowStreamWriter(ArrowWriter):
    """The same without a footer: whoever reads it need not wait for the end."""

    name = "arrow-stream"
    media_type = "application/vnd.apache.arrow.stream"
    suffix = ".arrows"
    other_suffixes = ()

    def _open(self, ipc: Any) -> Any:
        return ipc.new_stream(self._sink, self._schema)
