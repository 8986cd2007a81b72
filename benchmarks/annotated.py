"""Annotated articles, and what is read out of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from scripts.analyze import analyze, parse_line, read_lines

Row = dict[str, Any]


def read_annotated(file: Path) -> list[Row]:
    """The documents of a file of JSON Lines, with their annotations."""
    # A text may hold other ends of lines (U+2028, U+0085), which JSON need not escape.
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def analyse(file: Path, pool: ReadingPool) -> dict[str, Row]:
    """What is read out of the documents, by id."""
    return {str(row["id"]): row for row in analyze(read_lines([file]), pool)}


def analyse_documents(documents: Sequence[Row], pool: ReadingPool) -> dict[str, Row]:
    """The same of documents that were read already."""
    lines = ((number, *parse_line(json.dumps(row).encode())) for number, row in enumerate(documents, 1))
    return {str(row["id"]): row for row in analyze(lines, pool)}


def annotated_and_read(file: Path) -> tuple[list[Row], dict[str, Row]]:
    """Both, read by as many processes as seeding takes."""
    with ReadingPool(default_workers(), ReadingOptions(empty_is_error=False)) as pool:
        return read_annotated(file), analyse(file, pool)
