"""Rows as Arrow tables: days are date32, instants timestamps in UTC, lists lists and records structs.

pyarrow is loaded only here and in the two formats that need it, and there only when one of them is used.
"""

from __future__ import annotations

from typing import Any

from dateline.exporting.fields import Field, Kind
from dateline.exporting.views.view import View


def arrow_schema(view: View) -> Any:
    """The pyarrow schema of a view; each field carries its description, as Parquet and Arrow keep it."""
    import pyarrow as pa

    described = {b"noun": view.name.encode(), b"description": view.description.encode()}
    return pa.schema([_field(field) for field in view.fields], metadata=described)


def _field(field: Field) -> Any:
    import pyarrow as pa

    return pa.field(field.name, _type(field), metadata={b"description": field.description.encode()})


def _type(field: Field) -> Any:
    import pyarrow as pa

    if field.kind is Kind.RECORD:
        return pa.struct([_field(own) for own in field.fields])
    if field.kind is Kind.RECORDS:
        return pa.list_(pa.struct([_field(own) for own in field.fields]))
    types = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.REAL: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.DAY: pa.date32(),
        Kind.INSTANT: pa.timestamp("us", tz="UTC"),
        Kind.TEXTS: pa.list_(pa.string()),
    }
    return types[field.kind]
