"""What a format is: a name, a media type, a suffix, and a writer of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dateline.exporting.fields import Record
from dateline.exporting.targets import Sink
from dateline.exporting.views.view import View


@dataclass(frozen=True, slots=True)
class Options:
    """What a person can ask of a format."""

    spreadsheet_safe: bool = False
    """Begin with a byte order mark and guard cells that a spreadsheet would take for a formula; CSV only."""
    site: str = ""
    """Where readers find the server's page, `https://news.example`; links in rows begin with it."""


class Writer:
    """Writes the rows of one file: `write` any number of times, then `close`."""

    name: ClassVar[str]
    media_type: ClassVar[str]
    suffix: ClassVar[str]
    other_suffixes: ClassVar[tuple[str, ...]] = ()
    is_text: ClassVar[bool] = True
    """Whether a terminal can show it."""
    takes_any_form: ClassVar[bool] = False
    """Whether rows need no fields of known types, as of JSON."""

    def __init__(self, sink: Sink, view: View, options: Options) -> None:
        self._sink = sink
        self._view = view
        self._options = options

    @classmethod
    def can_write(cls, view: View) -> bool:
        """Whether it has a form for these rows."""
        return cls.takes_any_form or bool(view.fields)

    def write(self, rows: Sequence[Record]) -> None:
        """Adds rows."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends the file."""
        raise NotImplementedError

    def remarks(self) -> list[str]:
        """What a person should know about the file, in sentences."""
        return []
