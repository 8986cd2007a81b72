"""KML 2.2 (OGC 07-147r2), for Google Earth and its like: a placemark a row, with its days and all of its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from dateline.exporting.fields import Record
from dateline.exporting.formats.flat import flat_columns, shown, xml_text
from dateline.exporting.formats.writer import Options, Writer
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View


class KmlWriter(Writer):
    """A document; a row whose place nobody knows is a placemark without a point."""

    name = "kml"
    media_type = "application/vnd.google-earth.kml+xml"
    suffix = ".kml"

    @classmethod
    def can_write(cls, view: View) -> bool:
        """Only rows that have a place."""
        return view.point is not None

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        super().__init__(sink, view, options)
        self._columns = flat_columns(view.fields)
        self._sink.write(
            b'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>'
            + f"<name>{_text(view.name)}</name><description>{_text(view.description)}</description>\n".encode()
        )

    def write(self, rows: Sequence[Record]) -> None:
        """Adds placemarks."""
        self._sink.write("".join(map(self._placemark, rows)).encode())

    def close(self) -> None:
        """Ends the document."""
        self._sink.write(b"</Document>\n</kml>\n")

    def _placemark(self, row: Record) -> str:
        values = ((column.name, column.value(row)) for column in self._columns)
        data = "".join(
            f"<Data name={quoteattr(name)}><value>{_text(_shown(value))}</value></Data>"
            for name, value in values
            if value is not None
        )
        return (
            f"<Placemark id={quoteattr(row['id'])}><name>{_text(row.get('summary') or row.get('name') or '')}</name>"
            f"{_span(row.get('when'))}<ExtendedData>{data}</ExtendedData>{self._point(row)}</Placemark>\n"
        )

    def _point(self, row: Record) -> str:
        point = self._view.point(row) if self._view.point else None
        return "" if point is None else f"<Point><coordinates>{point[0]},{point[1]}</coordinates></Point>"


def _span(when: Record | None) -> str:
    """The days that it can be."""
    ends = {"begin": when["earliest"], "end": when["latest"]} if when else {}
    told = "".join(f"<{name}>{day.isoformat()}</{name}>" for name, day in ends.items() if day is not None)
    return f"<TimeSpan>{told}</TimeSpan>" if told else ""


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return shown(value)


def _text(text: str) -> str:
    return escape(xml_text(text))
