"""XLSX (Office Open XML): a sheet of rows and one that describes the columns, for spreadsheets.

A text stays a text, whatever it begins with.  Instants are told in UTC, because cells have no time zone.
"""

from __future__ import annotations

import shutil
import weakref
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from dateline.exporting.fields import Kind, Record
from dateline.exporting.formats.flat import FlatColumn, flat_columns, xml_text
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink, spare_folder
from dateline.exporting.views.view import View
from schema.errors import LimitError

MOST_ROWS = 1_048_575
"""Below the header: what a sheet has room for."""
LONGEST_CELL = 32_767
"""UTF-16 code units."""
FIRST_DAY = date(1900, 3, 1)
"""Days before count otherwise in different programs, and are written as texts."""
_NUMBERS = (Kind.INTEGER, Kind.REAL)


class XlsxWriter(Writer):
    """A workbook, which is made in a temporary file and has its whole form only at the end."""

    name = "xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    suffix = ".xlsx"
    is_text = False

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        from xlsxwriter import Workbook

        super().__init__(sink, view, options)
        self._columns = flat_columns(view.fields)
        # The library makes files of its own, and leaves them where a book is never closed.
        folder = spare_folder(self)
        self._path = folder / "book.xlsx"
        self._book: Any = Workbook(self._path, {"constant_memory": True, "tmpdir": str(folder)})
        weakref.finalize(self, _abandon, self._book)
        self._formats = {
            Kind.DAY: self._book.add_format({"num_format": "yyyy-mm-dd"}),
            Kind.INSTANT: self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        self._sheet = self._book.add_worksheet(view.name)
        self._sheet.freeze_panes(1, 0)
        for number, column in enumerate(self._columns):
            self._sheet.write_string(0, number, column.name)
        self._rows = 0
        self._cut: Counter[str] = Counter()

    def write(self, rows: Sequence[Record]) -> None:
        """Adds rows; LimitError where a sheet has no more room."""
        if self._rows + len(rows) > MOST_ROWS:
            raise LimitError(
                f"A sheet has room for {MOST_ROWS:,} rows, and there are more.", hint="Filter them, or use csv."
            )
        for row in rows:
            self._rows += 1
            for number, column in enumerate(self._columns):
                self._write(number, column, column.value(row))

    def close(self) -> None:
        """Describes the columns and writes the whole file."""
        sheet = self._book.add_worksheet("columns")
        described = (("column", "description"), *((one.name, one.description) for one in self._columns))
        for line, cells in enumerate(described):
            for number, cell in enumerate(cells):
                sheet.write_string(line, number, cell)
        self._finish()
        with self._path.open("rb") as file:
            shutil.copyfileobj(file, self._sink)

    def _finish(self) -> None:
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:
            # What the system said: that the disk is full.
            raise error.args[0] from error

    def remarks(self) -> list[str]:
        """Which cells were cut off."""
        if not self._cut:
            return []
        where = ", ".join(f"{number:,} in {name}" for name, number in self._cut.items())
        return [f"A cell holds {LONGEST_CELL:,} characters; longer texts were cut off: {where}."]

    def _write(self, number: int, column: FlatColumn, value: Any) -> None:
        if value is None:
            return
        if column.kind is Kind.FLAG:
            self._sheet.write_boolean(self._rows, number, value)
        elif column.kind in _NUMBERS:
            self._sheet.write_number(self._rows, number, value)
        elif column.kind in self._formats and _day_of(value) >= FIRST_DAY:
            self._sheet.write_datetime(self._rows, number, _naive(value), self._formats[column.kind])
        else:
            self._sheet.write_string(self._rows, number, self._fitted(column.name, xml_text(str(value))))

    def _fitted(self, name: str, text: str) -> str:
        if len(text) <= LONGEST_CELL // 2:
            return text
        units = text.encode("utf-16-le")
        if len(units) <= 2 * LONGEST_CELL:
            return text
        self._cut[name] += 1
        return units[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")


def _abandon(book: Any) -> None:
    for sheet in book.worksheets():
        if sheet.row_data_fh:
            sheet.row_data_fh.close()


def _day_of(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _naive(value: date) -> date:
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else value
