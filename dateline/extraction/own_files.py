"""CSV files of one's own (places, actors), checked line by line: all bad lines are told at once."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from schema.errors import SettingError

MOST_TOLD = 10
"""Bad lines that an error names one by one."""
Problems = list[tuple[int, str]]
"""What is wrong with lines, by their numbers."""


class BadLineError(Exception):
    """What is wrong with one line."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A CSV file of one's own: the columns that it needs, and where it is described."""

    path: Path
    needed: Sequence[str]
    hint: str

    def error(self, problems: Problems) -> SettingError:
        """The error that names the first MOST_TOLD bad lines with their numbers."""
        named = "".join(f"\n  line {number}: {problem}" for number, problem in problems[:MOST_TOLD])
        more = f"\n  and {len(problems) - MOST_TOLD:,} more" if len(problems) > MOST_TOLD else ""
        count = f"{len(problems):,} bad line{'s' if len(problems) > 1 else ''}"
        return SettingError(f"{self.path}: {count}:{named}{more}\n{self.hint}")

    def records(self, stream: TextIO) -> Iterator[tuple[int, dict[str, str]]]:
        """Each record with the line that it begins on, by its column's names in small letters; no empty lines.

        A record whose number of values is wrong has the key ``""`` with what is wrong.  SettingError for a bad header,
        and where the file is no CSV.
        """
        reader = csv.reader(stream, strict=True)
        begins = 1
        try:
            header = [column.strip().casefold() for column in next(reader, [])]
            self._check_header(header)
            begins = reader.line_num + 1
            for values in reader:
                if any(value.strip() for value in values):
                    yield begins, _record(header, values)
                begins = reader.line_num + 1
        except csv.Error as error:
            raise self.error([(begins, f"this is no CSV: {error}")]) from None

    def _check_header(self, header: list[str]) -> None:
        missing = [column for column in self.needed if column not in header]
        if missing:
            found = ", ".join(filter(None, header)) or "nothing"
            raise SettingError(
                f"{self.path}: line 1 must name the columns {', '.join(self.needed)}; {', '.join(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} missing.  It has: {found}.",
                hint=self.hint,
            )
        twice = sorted({column for column in header if column and header.count(column) > 1})
        if twice:
            raise SettingError(f"{self.path}: line 1 names a column twice: {', '.join(twice)}.", hint=self.hint)


def _record(header: list[str], values: list[str]) -> dict[str, str]:
    if len(values) != len(header):
        return {"": f"{len(values)} values where the header has {len(header)} columns"}
    return dict(zip(header, (value.strip() for value in values), strict=True))


def check_record(record: Mapping[str, str]) -> None:
    """BadLineError where its number of values is wrong."""
    if "" in record and len(record) == 1:
        raise BadLineError(record[""])


def text_of(record: Mapping[str, str], column: str, longest: int) -> str:
    """A value that must be there, and not too long."""
    value = record[column]
    if not value:
        raise BadLineError(f"{column} is empty")
    if len(value) > longest:
        raise BadLineError(f"{column} has {len(value):,} characters; it may have {longest}")
    return value
