"""JSON: one array, a row a line inside it."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from dateline.exporting.fields import Record
from dateline.exporting.formats.ndjson import INSTANTS
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View


class JsonWriter(Writer):
    """One array of all rows."""

    name = "json"
    takes_any_form = True
    media_type = "application/json"
    suffix = ".json"

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        super().__init__(sink, view, options)
        self._before = b"[\n"

    def write(self, rows: Sequence[Record]) -> None:
        """Adds elements."""
        if rows:
            self._sink.write(self._before + b",\n".join(orjson.dumps(row, option=INSTANTS) for row in rows))
            self._before = b",\n"

    def close(self) -> None:
        """Ends the array."""
        self._sink.write(b"[]\n" if self._before.startswith(b"[") else b"\n]\n")
