"""NDJSON (JSON Lines): an object a line, the format for pipes."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from dateline.exporting.fields import Record
from dateline.exporting.formats.writer import Writer

INSTANTS = orjson.OPT_UTC_Z
"""Instants end in Z."""


class NdjsonWriter(Writer):
    """A row a line."""

    name = "ndjson"
    takes_any_form = True
    media_type = "application/x-ndjson"
    suffix = ".ndjson"
    other_suffixes = (".jsonl",)

    def write(self, rows: Sequence[Record]) -> None:
        """Adds lines."""
        self._sink.write(b"".join(orjson.dumps(row, option=INSTANTS | orjson.OPT_APPEND_NEWLINE) for row in rows))

    def close(self) -> None:
        """Nothing is left to write."""
