"""Code that makes records of rows: one expression over the columns of a statement, made once for each view.

A field's value is the column that has the name of the way to it, as CSV has it: `when_earliest`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from dateline.exporting.fields import Field, Kind, Record

Assembler = Callable[..., list[Record]]
"""Takes rows, and under the name of each field that is `given` a mapping from the rows' ids to its values."""
Computed = tuple[Callable[..., Any], Sequence[str]]
"""A function and the columns that it takes."""
_LISTS = (Kind.TEXTS, Kind.RECORDS)


def assembler(
    fields: Sequence[Field],
    statement: Select[Any],
    *,
    absent: Mapping[str, Sequence[str]] | None = None,
    given: Sequence[str] = (),
    computed: Mapping[str, Computed] | None = None,
) -> Assembler:
    """A function that makes records of a statement's rows.

    A record in a record is None where the columns that `absent` names for it are.
    """
    code = _Code([column.name for column in statement.selected_columns], absent or {}, given, computed or {})
    namespace: dict[str, Any] = {f"make_{way}": function for way, (function, _) in (computed or {}).items()}
    exec(compile(code.whole(fields), "<records>", "exec"), namespace)  # noqa: S102 - made here, of our own names
    made: Assembler = namespace["assemble"]
    return made


@dataclass(frozen=True, slots=True)
class _Code:
    columns: Sequence[str]
    absent: Mapping[str, Sequence[str]]
    given: Sequence[str]
    computed: Mapping[str, Computed]

    def whole(self, fields: Sequence[Field]) -> str:
        arguments = ", ".join(("rows", *self.given))
        names = ", ".join(f"c_{name}" for name in self.columns)
        return f"def assemble({arguments}):\n    return [{self._record(fields, '')} for ({names},) in rows]\n"

    def _record(self, fields: Sequence[Field], above: str) -> str:
        return "{" + ", ".join(f"{one.name!r}: {self._value(one, above + one.name)}" for one in fields) + "}"

    def _value(self, field: Field, way: str) -> str:
        if way in self.given:
            found = f"{way}.get(c_id)"
            return f"({found} or [])" if field.kind in _LISTS else found
        if way in self.computed:
            taken = ", ".join(f"c_{name}" for name in self.computed[way][1])
            return f"make_{way}({taken})"
        if field.kind is not Kind.RECORD:
            return f"c_{way}"
        made = self._record(field.fields, f"{way}_")
        missing = " and ".join(f"c_{name} is None" for name in self.absent.get(way, ()))
        return f"(None if {missing} else {made})" if missing else made
