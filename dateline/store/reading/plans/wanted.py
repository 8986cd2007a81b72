"""The columns that a selection wants: of rows, and of the single rows that those lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, Label, Select, Table, bindparam, case, func, select

from dateline.store.reading.plans.writing import UNSHOWN, Path, Piece, Ref, constant, text_of
from schema.tables import (
    ACTOR,
    ARTICLE,
    DATELINE,
    EVENT,
    EVIDENCE,
    JUDGEMENT,
    LOCATION,
    LOCATION_MENTION,
    OFFICE,
    PARTICIPANT,
    QUOTE,
    REPORT,
    VICTIMS,
)


@dataclass(frozen=True, slots=True)
class Link:
    """How a row leads to at most one other."""

    own: str
    table: Table
    noun: str
    key: str = "id"


VALUES = ("when", "location", "killed", "injured")
"""Of reports, each with words of its own."""
LINKS: dict[tuple[str, str], Link] = {
    ("article", "dateline"): Link("id", DATELINE, "dateline", "article_id"),
    ("dateline", "location"): Link("location_id", LOCATION, "location"),
    ("event", "location"): Link("location_id", LOCATION, "location"),
    ("location", "parent"): Link("parent_id", LOCATION, "location"),
    ("quote", "article"): Link("article_id", ARTICLE, "article"),
    ("quote", "speaker"): Link("speaker_id", ACTOR, "actor"),
    ("report", "article"): Link("article_id", ARTICLE, "article"),
    ("report", "evidence"): Link("evidence_id", EVIDENCE, "evidence"),
    **{("report", f"{value}_evidence"): Link(f"{value}_evidence_id", EVIDENCE, "evidence") for value in VALUES},
    ("report", "location"): Link("location_id", LOCATION, "location"),
    ("report", "said_by"): Link("said_by_id", ACTOR, "actor"),
    ("participant", "actor"): Link("actor_id", ACTOR, "actor"),
    ("participant", "evidence"): Link("evidence_id", EVIDENCE, "evidence"),
    ("victims", "evidence"): Link("evidence_id", EVIDENCE, "evidence"),
    ("office", "of"): Link("organization_id", ACTOR, "actor"),
    ("office", "evidence"): Link("evidence_id", EVIDENCE, "evidence"),
    ("evidence", "article"): Link("article_id", ARTICLE, "article"),
    ("evidence", "resolution"): Link("id", LOCATION_MENTION, "resolution", "evidence_id"),
    ("resolution", "location"): Link("location_id", LOCATION, "location"),
}
"""By noun and name.  All are foreign keys, so that none of them leads to an older id."""

TABLES: Mapping[str, Table] = {
    **{link.noun: link.table for link in LINKS.values()},
    **{table.name: table for table in (EVENT, JUDGEMENT, OFFICE, PARTICIPANT, QUOTE, REPORT, VICTIMS)},
}
"""By noun."""

MOST_LINKS = 30
"""Joined in one statement; SQLite takes 64 tables."""


def always_has(noun: str, path: Path, name: str) -> bool:
    """Whether the row that a path leads to from a noun's, where there is one, has a value in a column."""
    for step in path:
        noun = LINKS[noun, step].noun
    column = TABLES[noun].c.get(name)
    return column is not None and not column.nullable


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows of a noun are to have, in order."""

    noun: str
    refs: tuple[Ref, ...]
    written: tuple[Piece, ...] = ()
    """Where the database writes a text of each row's values, in place of giving them: what it is made of."""

    @property
    def is_joined(self) -> bool:
        """Whether there is anything beyond the rows' own columns."""
        return any(ref.path or ref.sides for ref in self.refs)

    def own_names(self) -> list[str]:
        """Columns that the rows themselves must have."""
        if not self.is_joined:
            return [ref.name for ref in self.refs]
        names = [ref.name for ref in self.refs if not ref.path and not ref.sides]
        names += [LINKS[self.noun, path[0]].own for path in self._paths() if len(path) == 1]
        if any(ref.sides and not ref.path for ref in self.refs):
            names += ["start", "end"]
        return list(dict.fromkeys(names))

    def select_from(self, source: FromClause, extra: Sequence[ColumnElement[Any]] = ()) -> Select[Any]:
        """These columns of rows that `source` gives, and `extra` ones after them."""
        rows: FromClause = source
        sources: dict[Path, FromClause] = {(): source}
        nouns: dict[Path, str] = {(): self.noun}
        for number, path in enumerate(self._paths()):
            link = LINKS[nouns[path[:-1]], path[-1]]
            sources[path] = link.table.alias(f"{link.noun}_{number}")
            nouns[path] = link.noun
            rows = rows.outerjoin(sources[path], sources[path[:-1]].c[link.own] == sources[path].c[link.key])
        own = [_column(sources, ref) for ref in self.refs]
        if self.written:
            own = [self.text(own)]
        return select(*own, *extra).select_from(rows)

    def text(self, columns: Sequence[ColumnElement[Any]]) -> Label[Any]:
        """What is written of a row, from the columns that are named in `refs`."""
        found = dict(zip(self.refs, columns, strict=True))
        return func.coalesce(text_of(self.written, found.__getitem__), constant(UNSHOWN)).label("written")

    def _paths(self) -> list[Path]:
        """All that must be joined, each after what it starts from."""
        return sorted(set(_prefixes(self.refs)), key=lambda path: (len(path), path))


def _prefixes(refs: Iterable[Ref]) -> Iterable[Path]:
    for ref in refs:
        path = (*ref.path, "article") if ref.sides else ref.path
        for length in range(1, len(path) + 1):
            yield path[:length]


def _column(sources: dict[Path, FromClause], ref: Ref) -> ColumnElement[Any]:
    own = sources[ref.path].c
    if ref.sides is None:
        return own[ref.name]
    before, after = (bindparam(name, 0, type_=Integer()) for name in ref.sides)
    start = case((own.start > before, own.start - before), else_=0)
    return func.substr(sources[(*ref.path, "article")].c.text, start + 1, own.end + after - start)
