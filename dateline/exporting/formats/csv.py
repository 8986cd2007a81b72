"""CSV (RFC 4180, UTF-8): records become columns like `when_earliest`, lists are JSON in their cell.

The cells are exact unless meant for spreadsheets: nothing at all is a value that is not known, `""` an empty text.
For spreadsheets it begins with a byte order mark, without which Excel takes UTF-8 for the machine's own code page, and
cells that would be calculated are guarded.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import orjson

from dateline.exporting.fields import Record, columns_of
from dateline.exporting.formats.flat import shown
from dateline.exporting.formats.ndjson import INSTANTS
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View

_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$|^$')
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How cells begin that spreadsheets calculate: OWASP, "CSV Injection"."""


class Lines:
    """Makes lines of cells, and knows which of them it guarded."""

    def __init__(self, names: Sequence[str], *, spreadsheet_safe: bool) -> None:
        self._names = names
        self._is_safe = spreadsheet_safe
        self.guarded: Counter[str] = Counter()

    def header(self) -> bytes:
        """What a file begins with."""
        return (BOM_UTF8 if self._is_safe else b"") + _line(self._names)

    def line(self, values: Iterable[Any]) -> bytes:
        """One row."""
        if not self._is_safe:
            return _line([_cell(value) for value in values])
        return _line([self._guard(name, value) for name, value in zip(self._names, values, strict=True)])

    def _guard(self, name: str, value: Any) -> str | None:
        if isinstance(value, str) and _FORMULA.match(value):
            self.guarded[name] += 1
            return "'" + value
        return _cell(value)


class CsvWriter(Writer):
    """A row a line, under a header."""

    name = "csv"
    media_type = "text/csv"
    suffix = ".csv"

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        super().__init__(sink, view, options)
        self._columns = columns_of(view.fields)
        self._lines = Lines([column.name for column in self._columns], spreadsheet_safe=options.spreadsheet_safe)
        self._sink.write(self._lines.header())

    def write(self, rows: Sequence[Record]) -> None:
        """Adds lines."""
        self._sink.write(b"".join(self._lines.line(column.value(row) for column in self._columns) for row in rows))

    def close(self) -> None:
        """Nothing is left to write."""

    def remarks(self) -> list[str]:
        """Which cells were guarded."""
        if not self._lines.guarded:
            return []
        where = ", ".join(f"{number:,} in {name}" for name, number in self._lines.guarded.items())
        return [f"An apostrophe was put before cells that a spreadsheet would calculate: {where}."]


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return shown(value)
    return orjson.dumps(value, option=INSTANTS).decode()


def _line(cells: Sequence[str | None]) -> bytes:
    return (",".join("" if cell is None else _quoted(cell) for cell in cells) + "\r\n").encode()


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
