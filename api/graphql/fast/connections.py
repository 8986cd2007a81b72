"""Code that makes a connection out of the rows of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.graphql.fast.rows import Builder, RowsPlan, made
from api.graphql.fast.selections import Field
from api.graphql.fast.texts import TextPlan

if TYPE_CHECKING:
    from api.graphql.fast.compiler import Compiler


@dataclass(slots=True)
class ConnectionCode:
    """The code, and what it needs."""

    expression: str = ""
    has_rows: bool = False
    has_total: bool = False
    has_cursors: bool = False


_PAGE_INFO = {
    "hasNextPage": "has_next",
    "hasPreviousPage": "has_previous",
    "startCursor": "(cursor(rows[0]) if rows else None)",
    "endCursor": "(cursor(rows[-1]) if rows else None)",
}


def connection_code(compiler: Compiler, plan: RowsPlan, own: str, fields: Iterable[Field]) -> ConnectionCode:
    """The code of a connection of the type `own`."""
    code = ConnectionCode()
    entries = [f"{asked.key!r}: {_value(compiler, plan, own, asked, code)}" for asked in fields]
    code.expression = "{" + ", ".join(entries) + "}"
    return code


_WRITTEN_PAGE_INFO = {**_PAGE_INFO, "startCursor": "start", "endCursor": "end"}


@dataclass(frozen=True, slots=True)
class WrittenCode:
    """The code of a page whose objects SQLite has written, and what rows are to have for that."""

    builder: Builder
    has_cursors: bool


def written_code(compiler: Compiler, noun: str, own: str, fields: Sequence[Field]) -> WrittenCode | None:
    """The same of a connection whose `nodes` are asked for once and hold nothing but values; None for all others."""
    element = own.removesuffix("Connection")
    nodes = [asked for asked in fields if asked.name == "nodes"]
    if len(nodes) != 1 or any(asked.name == "edges" for asked in fields):
        return None
    wanted = TextPlan(compiler, noun).wanted(compiler.fields(element, nodes[0]))
    if wanted is None:
        return None
    code, entries = ConnectionCode(), []
    for asked in fields:
        if asked.name == "pageInfo":
            value = _page_info(compiler.fields("PageInfo", asked), code, _WRITTEN_PAGE_INFO)
        else:
            value = {"__typename": repr(own), "totalCount": "total", "nodes": "nodes"}[asked.name]
        entries.append(f"{asked.key!r}: {value}")
    expression = "{" + ", ".join(entries) + "}"
    builder = made(wanted, "nodes, has_next, has_previous, total, start, end", f"return {expression}", (), {})
    return WrittenCode(builder, code.has_cursors)


def _value(compiler: Compiler, plan: RowsPlan, own: str, asked: Field, code: ConnectionCode) -> str:
    if asked.name == "__typename":
        return repr(own)
    if asked.name == "totalCount":
        code.has_total = True
        return "total"
    code.has_rows = True
    if asked.name == "pageInfo":
        return _page_info(compiler.fields("PageInfo", asked), code, _PAGE_INFO)
    element = own.removesuffix("Connection")
    if asked.name == "nodes":
        return f"[{plan.object(plan.noun, (), compiler.fields(element, asked))} for r in rows]"
    return f"[{_edge(compiler, plan, element, compiler.fields(f'{element}Edge', asked), code)} for r in rows]"


def _page_info(fields: Iterable[Field], code: ConnectionCode, values: Mapping[str, str]) -> str:
    entries = []
    for asked in fields:
        code.has_cursors |= asked.name.endswith("Cursor")
        value = repr("PageInfo") if asked.name == "__typename" else values[asked.name]
        entries.append(f"{asked.key!r}: {value}")
    return "{" + ", ".join(entries) + "}"


def _edge(compiler: Compiler, plan: RowsPlan, element: str, fields: Iterable[Field], code: ConnectionCode) -> str:
    entries = []
    for asked in fields:
        if asked.name == "cursor":
            code.has_cursors = True
            value = "cursor(r)"
        elif asked.name == "node":
            value = plan.object(plan.noun, (), compiler.fields(element, asked))
        else:
            value = repr(f"{element}Edge")
        entries.append(f"{asked.key!r}: {value}")
    return "{" + ", ".join(entries) + "}"
