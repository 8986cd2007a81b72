"""Rows become records by one generated expression."""

from typing import Any

from sqlalchemy import ColumnElement, column, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import integer, record, records, text, texts

FIELDS = (
    text("id", "Its id."),
    record("when", "When.", text("text", "As written."), record("span", "Where.", integer("start", "From."))),
    records("parts", "What it has.", text("name", "A name.")),
    texts("names", "Names."),
    record("place", "Where.", text("name", "A name.")),
    text("code", "Made of others."),
)
NAMES = ("id", "when_text", "when_span_start", "hidden")
COLUMNS: list[ColumnElement[Any]] = [column(name) for name in NAMES]
STATEMENT = select(*COLUMNS)


def test_values_are_found_by_the_way_to_them():
    assemble = assembler(
        FIELDS,
        STATEMENT,
        absent={"when": ["when_text", "hidden"]},
        given=["parts", "names", "place"],
        computed={"code": (lambda own, start: f"{own}:{start}", ["id", "when_span_start"])},
    )
    rows = [("a", None, 3, None), ("b", None, 4, 1)]
    first, second = assemble(rows, {"b": [{"name": "x"}]}, {"a": ["y"]}, {"b": {"name": "z"}})
    assert first == {"id": "a", "when": None, "parts": [], "names": ["y"], "place": None, "code": "a:3"}
    assert second == {
        "id": "b",
        "when": {"text": None, "span": {"start": 4}},
        "parts": [{"name": "x"}],
        "names": [],
        "place": {"name": "z"},
        "code": "b:4",
    }
    assert list(second) == [field.name for field in FIELDS]


def test_no_rows_make_no_records():
    assert assembler(FIELDS[:1], STATEMENT)([]) == []
