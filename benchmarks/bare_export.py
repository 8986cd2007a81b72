"""The loops that exports are measured against: two statements, rows flat as the driver gives them, and a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
from pyarrow import parquet

CHUNK = 1_000
GROUP = 10_000
EVENTS = """
SELECT event.*, place.name, place.kind, place.admin1, place.country_code, place.latitude, place.longitude,
  words.article_id, words.start, words."end", words.text
FROM event JOIN evidence words ON words.id = event.evidence_id LEFT JOIN location place ON place.id = event.location_id
ORDER BY event.id"""
PEOPLE = """
SELECT participant.event_id, participant.role, participant.actor_id, coalesce(actor.name, participant.name_as_written)
FROM participant LEFT JOIN actor ON actor.id = participant.actor_id
WHERE participant.event_id IN ({}) AND participant.shown_as >= 0 ORDER BY participant.event_id, participant.shown_as"""


def bare_rows(path: Path) -> Iterator[tuple[list[str], list[tuple[Any, ...]]]]:
    """Names and values of the driver's rows, with those who took part as the last value."""
    connection = sqlite3.connect(path)
    found = connection.execute(EVENTS)
    # Columns of joined tables have names that are there already.
    names = [f"{name}_{number}" for number, (name, *_) in enumerate(found.description)]
    own = next(number for number, (name, *_) in enumerate(found.description) if name == "id")
    while rows := found.fetchmany(CHUNK):
        people: dict[str, list[tuple[Any, ...]]] = {}
        ids = [row[own] for row in rows]
        for event, *who in connection.execute(PEOPLE.format(",".join("?" * len(ids))), ids):
            people.setdefault(event, []).append(tuple(who))
        yield [*names, "people"], [(*row, people.get(row[own], [])) for row in rows]
    connection.close()


def write_lines(path: Path, target: Path) -> None:
    """The bare loop with orjson."""
    with target.open("wb") as file:
        for names, rows in bare_rows(path):
            dumped = (orjson.dumps(dict(zip(names, row, strict=True))) for row in rows)
            file.write(b"\n".join(dumped) + b"\n")


def write_columns(path: Path, target: Path) -> None:
    """The bare loop with pyarrow."""
    writer: Any = None
    waiting: list[tuple[Any, ...]] = []
    names: list[str] = []
    for names, rows in bare_rows(path):
        waiting.extend(rows)
        if len(waiting) >= GROUP:
            writer = write_group(writer, target, names, waiting)
            waiting = []
    if waiting:
        writer = write_group(writer, target, names, waiting)
    writer.close()


def write_group(writer: Any, target: Path, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Any:
    """Adds rows, column by column; the first group makes the writer."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    *plain, people = columns
    arrays = [pa.array(column) for column in plain]
    arrays.append(pa.array([[dict(zip("rin", one, strict=True)) for one in own] for own in people]))
    table = pa.table(dict(zip(names, arrays, strict=True)))
    if writer is None:
        # A column that is empty so far has texts later.
        fields = [pa.field(one.name, pa.string() if pa.types.is_null(one.type) else one.type) for one in table.schema]
        writer = parquet.ParquetWriter(target, pa.schema(fields), compression="zstd")
    writer.write_table(table.cast(writer.schema))
    return writer
