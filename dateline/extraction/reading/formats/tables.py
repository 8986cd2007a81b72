"""Tables of articles: CSV and TSV, spreadsheets, Parquet and Arrow.  Each row is an article; all cells are text."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.extraction.reading import inputs
from dateline.extraction.reading.decoding import decode, find_mark
from dateline.extraction.reading.fields import find_article
from dateline.extraction.reading.inputs import Found, Input
from schema.errors import SourceError

SAMPLE = 65_536
"""Bytes from which encoding and delimiter are told."""


def read_delimited(source: Input) -> Iterator[Found]:
    """The articles of a CSV or TSV file, one a row, in flat memory."""
    stream = inputs.peekable(source.stream)
    head = stream.peek(SAMPLE)[:SAMPLE]
    if not head.strip():
        yield source.error("the file is empty.", "Remove it.", "EMPTY")
        return
    if b"\0" in head and find_mark(head) is None:
        yield source.error("a binary file, no table.", "Save it as CSV.", "BINARY")
        return
    encoding = _encoding(head, source.name)
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
    try:
        yield from _rows(text, head.decode(encoding, "replace"), source)
    finally:
        text.detach()


def _encoding(head: bytes, name: str) -> str:
    mark = find_mark(head)
    if mark:
        return "utf-8-sig" if mark[1] == "utf-8" else "utf-16" if "16" in mark[1] else "utf-32"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return decode(head, name)[1]
    return "utf-8"


def _rows(text: io.TextIOWrapper, sample: str, source: Input) -> Iterator[Found]:
    csv.field_size_limit(inputs.LARGEST)
    reader = csv.reader(text, delimiter=_delimiter(sample, source.name))
    try:
        header = next(reader, [])
        start = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                yield from _row(header, row, source, start)
            start = reader.line_num + 1
    except csv.Error as error:
        place = f"{source.name}, line {reader.line_num}"
        yield SourceError(f"{place}: {error}.", hint="Check the quotation marks.", code="BROKEN_TABLE")


def _delimiter(sample: str, name: str) -> str:
    first = sample.partition("\n")[0]
    if name.lower().endswith((".tsv", ".tab")) and "\t" in first:
        return "\t"
    return max(",;\t|", key=first.count)


def _row(header: Sequence[str], row: Sequence[Any], source: Input, line: int) -> Iterator[Found]:
    yield from find_article(dict(zip(header, row, strict=False)), source, line)


def read_sheets(source: Input) -> Iterator[Found]:
    """The articles of a spreadsheet (XLSX, XLS, ODS), one a row; the first row of each sheet names the columns."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        yield source.error(
            "spreadsheets need python-calamine, which is not installed.", "pip install 'dateline[sheets]'", "EXTRA"
        )
        return
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.read_all(inputs.LARGEST_DOCUMENT)))
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except CalamineError as error:
        yield source.error(f"a spreadsheet that cannot be read: {error}.", "Save it again, or as CSV.")
        return
    found = False
    for sheet, rows in sheets:
        filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row)]
        for number, row in filled[1:]:
            found = True
            cells = {str(name): _cell(cell) for name, cell in zip(filled[0][1], row, strict=False) if name != ""}
            yield from find_article(cells, source, None, f"{source.name}, {sheet}, row {number}")
    if not found:
        yield source.error("no rows below a row of names.", "The first row names the columns.", "EMPTY")


def _cell(value: Any) -> Any:
    """Numbers of whole value as people write them: spreadsheets hold them as floats."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e18 else value


def read_columnar(source: Input) -> Iterator[Found]:
    """The articles of a Parquet or Arrow file, one a row, a few hundred in memory."""
    import pyarrow as pa

    number = 0
    try:
        for batch in _batches(source):
            for record in batch.to_pylist():
                number += 1
                yield from find_article(record, source, None, f"{source.name}, row {number}")
    except (pa.ArrowException, OSError, ValueError) as error:
        yield source.error(f"broken after row {number}: {str(error).splitlines()[0]}", "Write the file again.")
    else:
        if not number:
            yield source.error("there are no rows in it.", "Remove it.", "EMPTY")


def _batches(source: Input) -> Iterable[Any]:
    import pyarrow as pa
    from pyarrow import ipc, parquet

    stream = source.seekable()
    start = stream.read(6)
    stream.seek(0)
    if start.startswith(b"PAR1"):
        yield from parquet.ParquetFile(stream).iter_batches(batch_size=256)
    elif start == b"ARROW1":
        with ipc.open_file(pa.PythonFile(stream, "r")) as reader:
            yield from (reader.get_batch(index) for index in range(reader.num_record_batches))
    else:
        with ipc.open_stream(pa.PythonFile(stream, "r")) as reader:
            yield from reader
