"""CSV (RFC 4180, UTF-8): records become columns like `when_earliest`, lists are JSON in their cell.

The cells are exact unless guarded: nothing at all is a value that is not known, `""` an empty text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import orjson

from dateline.exporting.fields import Record, columns_of
from dateline.exporting.formats.ndjson import INSTANTS
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View

_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$|^$')
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How cells begin that spreadsheets calculate: OWASP, "CSV Injection"."""


class CsvWriter(Writer):
    """A row a line, under a header."""

    name = "csv"
    media_type = "text/csv"
    suffix = ".csv"

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        super().__init__(sink, view, options)
        self._columns = columns_of(view.fields)
        self._guarded: Counter[str] = Counter()
        self._sink.write(_line([column.name for column in self._columns]))

    def write(self, rows: Sequence[Record]) -> None:
        """Adds lines."""
        self._sink.write(b"".join(_line(self._cells(row)) for row in rows))

    def close(self) -> None:
        """Nothing is left to write."""

    def remarks(self) -> list[str]:
        """Which cells were guarded."""
        if not self._guarded:
            return []
        where = ", ".join(f"{number:,} in {name}" for name, number in self._guarded.items())
        return [f"An apostrophe was put before cells that a spreadsheet would calculate: {where}."]

    def _cells(self, row: Record) -> list[str | None]:
        cells = [(column.name, column.value(row)) for column in self._columns]
        if not self._options.spreadsheet_safe:
            return [_cell(value) for _, value in cells]
        return [self._guard(name, value) for name, value in cells]

    def _guard(self, name: str, value: Any) -> str | None:
        if isinstance(value, str) and _FORMULA.match(value):
            self._guarded[name] += 1
            return "'" + value
        return _cell(value)


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return orjson.dumps(value, option=INSTANTS).decode()


def _line(cells: Sequence[str | None]) -> bytes:
    return (",".join("" if cell is None else _quoted(cell) for cell in cells) + "\r\n").encode()


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
