"""Full-text search, the same on both databases: all words must be there, words in quotation marks side by side.

Case, diacritics and English endings make no difference.  What a person types is never an error of syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnClause,
    ColumnElement,
    Dialect,
    Double,
    FromClause,
    Table,
    Text,
    TypeDecorator,
    bindparam,
    cast,
    false,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from dateline.store.filtering.finders import Finder, apart, links_finder
from dateline.store.filtering.parameters import Given, parameter
from dateline.store.keeping.folding import storable
from schema.errors import LimitError
from schema.rights import Rights, Texts
from schema.tables.columns import rights_of_dialect

LONGEST_SEARCH = 500
"""Characters."""
MOST_PHRASES = 20

_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
MOST_FOUND = 30_000
"""Rows with all words that are sorted: asking SQLite's index of words for one row costs 70 microseconds, being given
the next of all and sorting it 4."""
_WORD = re.compile(r"[^\W_]+")
NOTHING = '""'
"""Which no row has."""
WORDED = frozenset({"event", "quote"})
"""Nouns that are searched by words of the publishers; others by names."""
_WEIGHTS = {"article": "10.0, 1.0"}
"""A word of the headline counts for ten of the text, like the weights A and D of PostgreSQL."""


@dataclass(frozen=True, slots=True)
class LaterPhrases:
    """Phrases that are given when the statement runs, all in one value; how many there are decides the statement."""

    given: Given
    count: int


Phrases = tuple[str, ...] | LaterPhrases


@dataclass(frozen=True, slots=True)
class Scored:
    """Rows with a score: `rows` to select from, joined to the noun already."""

    rows: FromClause
    score: ColumnElement[float]
    condition: ColumnElement[bool]


def phrases_of(search: str | LaterPhrases | None) -> Phrases | None:
    """Of a search that may be given later; None where nothing is searched."""
    return search if isinstance(search, LaterPhrases) else parse_search(search)


def parse_search(search: str | None) -> tuple[str, ...] | None:
    """The phrases of a search, a word or several each; None where nothing is searched; LimitError for too much."""
    if search is None or not search.strip():
        return None
    if len(search) > LONGEST_SEARCH:
        raise LimitError(
            f"search has {len(search):,} characters; the limit is {LONGEST_SEARCH}.", hint="Search for fewer words."
        )
    # Quotation marks as people and their keyboards write them.
    text = re.sub("[“”„«»]", '"', unicodedata.normalize("NFKC", storable(search)))
    pieces = (" ".join(_WORD.findall(quoted or word)) for quoted, word in _PIECE.findall(text))
    phrases = tuple(dict.fromkeys(piece for piece in pieces if piece))
    if len(phrases) > MOST_PHRASES:
        raise LimitError(
            f"search has {len(phrases)} words; the limit is {MOST_PHRASES}.", hint="Search for fewer words."
        )
    return phrases


def matches(noun: Table, phrases: Phrases, dialect: str) -> ColumnElement[bool]:
    """Whether a row of the noun has all phrases."""
    if not phrases:
        return false()
    if dialect == "sqlite":
        return noun.c.number.in_(
            select(literal_column("rowid")).select_from(_fts(noun)).where(_fts_match(noun, phrases))
        )
    return _vector(noun).op("@@", is_comparison=True)(_tsquery(phrases))


def search_finder(noun: Table, phrases: Phrases, dialect: str) -> Finder:
    """Both ways to the rows that have all phrases; their operators are left empty."""
    if dialect != "sqlite":
        # Here the index gives all at once, and the planner knows how many those are.
        held = apart(matches(noun, phrases, dialect))
        return Finder(lambda _: select(noun.c.id.label("id")).where(matches(noun, phrases, dialect)), lambda _: held)
    number: ColumnElement[int] = literal_column(f"{noun.name}_search.rowid")
    found = select(noun.c.id.label("id")).select_from(_fts(noun).join(noun, noun.c.number == number))
    own = select(literal(1)).select_from(_fts(noun)).where(number == noun.c.number)
    return links_finder(found, own, lambda _: _fts_match(noun, phrases), noun, MOST_FOUND)


def score(noun: Table, rows: FromClause, phrases: Phrases, dialect: str) -> Scored:
    """The rows that have all phrases, with how well they do: higher is better."""
    if not phrases:
        return Scored(rows, literal(0.0, Double()), false())
    if dialect == "sqlite":
        found = _scored_fts(noun, phrases)
        return Scored(rows.join(found, found.c.number == noun.c.number), found.c.score, literal(1) == 1)
    rank: ColumnElement[float] = cast(func.ts_rank(_vector(noun), _tsquery(phrases)), Double())
    return Scored(rows, rank, matches(noun, phrases, dialect))


def _fts(noun: Table) -> Any:
    return table(f"{noun.name}_search")


def _fts_match(noun: Table, phrases: Phrases) -> ColumnElement[bool]:
    if isinstance(phrases, LaterPhrases):
        asked = parameter(phrases.given, Text(), _quoted)
    else:
        asked = bindparam(None, _quoted(phrases), _Asked(noun.name))
    return literal_column(f"{noun.name}_search").op("MATCH", is_comparison=True)(asked)


class _Asked(TypeDecorator[str]):
    """What SQLite's index is asked for, in the words alone that the dialect's rights show."""

    impl = Text
    cache_ok = True

    def __init__(self, noun: str) -> None:
        super().__init__()
        self.noun = noun

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The phrases as they are, or held to a column."""
        if value is None or _is_shown(self.noun, rights_of_dialect(dialect)):
            return value
        return f"{{title}} : ({value})" if self.noun in _WEIGHTS else NOTHING


class _Words(ColumnClause[Any]):
    """PostgreSQL's words of a row, of them those that the dialect's rights show."""

    inherit_cache = True


@compiles(_Words)
def _compile_words(element: _Words, compiler: SQLCompiler, **_: Any) -> str:
    noun = element.name
    if _is_shown(noun, rights_of_dialect(compiler.dialect)):
        return f"{noun}.search_vector"
    return f"ts_filter({noun}.search_vector, '{{a}}')" if noun in _WEIGHTS else "''::tsvector"


def _is_shown(noun: str, rights: Rights) -> bool:
    """Whether all that is searched of a noun is shown: else a search would give back word by word what is not."""
    if noun in _WEIGHTS:
        return rights.are_full
    return noun not in WORDED or rights.texts is not Texts.NONE


def _quoted(phrases: Iterable[str]) -> str:
    return " ".join(f'"{phrase}"' for phrase in phrases)


def _scored_fts(noun: Table, phrases: Phrases) -> CTE:
    arguments = ", ".join(filter(None, (f"{noun.name}_search", _WEIGHTS.get(noun.name))))
    found: Any = select(
        literal_column("rowid").label("number"), literal_column(f"-bm25({arguments})", Double()).label("score")
    ).select_from(_fts(noun))
    # bm25 works only right where the match is made.
    scored: CTE = found.where(_fts_match(noun, phrases)).cte("scored").prefix_with("MATERIALIZED")
    return scored


def _vector(noun: Table) -> ColumnElement[Any]:
    return _Words(noun.name)


def _tsquery(phrases: Phrases) -> ColumnElement[Any]:
    words = _later(phrases) if isinstance(phrases, LaterPhrases) else phrases
    first, *others = (_phrase(word) for word in words)
    for other in others:
        first = first.op("&&")(other)
    return first


def _later(phrases: LaterPhrases) -> list[Any]:
    return [parameter(phrases.given, Text(), itemgetter(number)) for number in range(phrases.count)]


def _phrase(phrase: Any) -> ColumnElement[Any]:
    return func.phraseto_tsquery(literal_column("'dateline'::regconfig"), func.dateline_words(phrase))
