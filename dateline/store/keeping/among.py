"""`column IN (...)` as one text whatever the number of values: a statement that is made once, and once prepared.

SQLAlchemy writes a placeholder for each value, so that each number of values is a statement of its own, to both
SQLAlchemy and the database.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import orjson
from sqlalchemy import Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class _Values(TypeDecorator[Any]):
    """Strings: an array on PostgreSQL, a JSON array on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Collection[str] | None, dialect: Dialect) -> Any:
        wanted = sorted(value or ())
        return wanted if dialect.name == "postgresql" else orjson.dumps(wanted).decode()


class _Among(FunctionElement[bool]):
    name = "among"
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> _Among:  # noqa: ARG002
        """Itself: `= 1` behind it, as behind other truth values on SQLite, would keep the index from being used."""
        return self


@compiles(_Among)
def _among_json(element: _Among, compiler: Any, **options: Any) -> str:
    column, values = element.clauses
    return f"{compiler.process(column, **options)} IN (SELECT value FROM json_each({compiler.process(values)}))"  # noqa: S608


@compiles(_Among, "postgresql")
def _among_array(element: _Among, compiler: Any, **options: Any) -> str:
    column, values = element.clauses
    return f"{compiler.process(column, **options)} = ANY({compiler.process(values)})"


def among(column: Any, name: str = "wanted") -> ColumnElement[bool]:
    """Whether a column of strings is one of the parameter `name`, a collection of strings."""
    return _Among(column, bindparam(name, type_=_Values()))
