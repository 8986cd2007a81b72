"""Steps of a plan: each runs one statement, those of its children, and makes objects of the rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, NamedTuple, Protocol

import orjson
from graphql import Undefined
from sqlalchemy import Dialect

from api.graphql.evidence import USUAL_CONTEXT
from api.graphql.fast.arguments import Getter, Inputs
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.recent import Recent
from api.graphql.fast.rows import Builder, Row
from api.graphql.fast.values import cursor_value
from api.graphql.limits import Measure
from dateline.store.filtering.cursors import encode_cursor
from dateline.store.filtering.orders import Order
from dateline.store.reading.judged import shown_judgements
from dateline.store.reading.pages import PageRequest, Selection, page_request
from dateline.store.reading.plans.asking import Asking, Fetch, Question, Rows, at_once, in_turn, together
from dateline.store.reading.plans.belongings import (
    prepare_judgements,
    prepare_leads,
    prepare_list,
    prepare_rows,
)
from dateline.store.reading.plans.listing import Listing
from dateline.store.reading.plans.prepared import Prepared, Values
from dateline.store.reading.plans.questions import Shape, cursor_values, shape_of
from dateline.store.reading.plans.writing import BETWEEN, UNSHOWN
from dateline.store.reading.reads import LONGEST_CONTEXT

MOST_STATEMENTS = 32
"""Kept for one step: one for each shape of its filters and size of its page."""
MOST_KEYS = 5_000
"""Ids in one statement."""


class Run(NamedTuple):
    """One answer under way."""

    dialect: Dialect
    """What statements are prepared for."""
    inputs: Inputs
    measure: Measure
    most_cost: int
    fetch: Fetch | None
    """Gives rows where work need not stop for them."""

    def ask(self, prepared: Prepared, values: Values) -> Asking[Rows]:
        """The rows of one statement."""
        if self.fetch is not None:
            return self.fetch(prepared, values)
        (rows,) = yield ((prepared, values),)
        return rows

    def ask_all(self, questions: Sequence[Question]) -> Asking[Sequence[Rows]]:
        """The rows of each of several statements."""
        if self.fetch is not None:
            return [self.fetch(*question) for question in questions]
        return (yield questions)

    def all(self, several: Sequence[Asking[Any]]) -> Asking[list[Any]]:
        """The results of work that does not depend on each other."""
        return in_turn(several) if len(several) == 1 or self.fetch is not None else together(several)

    def children(self, builder: Builder, *groups: Sequence[Row]) -> Asking[list[Any]]:
        """Results of all children for the rows of these groups."""
        if not builder.children:
            return at_once([])
        rows = groups[0] if len(groups) == 1 else [row for group in groups for row in group]
        return self.all([child.step.run(self, child.keys(rows)) for child in builder.children])

    def sides(self, builder: Builder) -> Mapping[str, int]:
        """How much context the statement is to read; Fallback where that makes no sense."""
        if not builder.sides:
            return {}
        return {name: _side(getter(self.inputs)) for name, getter in builder.sides.items()}


@dataclass(slots=True, eq=False)
class Asked:
    """What is asked of a list, and the statements that answer it, by whether there is a single parent."""

    request: PageRequest
    selection: Selection
    shape: Shape
    pages: dict[bool, Prepared] = field(default_factory=dict)
    counts: dict[bool, Prepared] = field(default_factory=dict)


class Step(Protocol):
    """Gives what belongs to each of some ids."""

    def run(self, run: Run, keys: Sequence[str]) -> Asking[Mapping[str, Any]]:
        """By id; one that has nothing may be missing."""


def _side(size: Any) -> int:
    if size is None or size is Undefined:
        return USUAL_CONTEXT
    if not 0 <= size <= LONGEST_CONTEXT:
        raise Fallback("a side of the context makes no sense")
    return int(size)


@dataclass(slots=True)
class ShortListStep:
    """A short list of each parent; values alone where there is no selection."""

    name: str
    builder: Builder
    """Gives the lists by their parents."""
    _prepared: dict[bool, Prepared] = field(default_factory=dict)

    def run(self, run: Run, keys: Sequence[str]) -> Asking[Mapping[str, list[Any]]]:
        """One statement, and those of the children."""
        if not keys:
            return {}
        one = len(keys) == 1
        prepared = self._prepared.get(one)
        if prepared is None:
            prepared = self._prepared[one] = prepare_list(run.dialect, self.name, self.builder.wanted, one=one)
        builder = self.builder
        rows = yield from run.ask(prepared, prepared.bind((), keys, run.sides(builder)))
        children = yield from run.children(builder, rows)
        found: Mapping[str, list[Any]] = builder.build(rows, *children)
        return found


@dataclass(slots=True)
class RowsStep:
    """Objects of a noun by their ids; older ids lead to what they became part of."""

    noun: str
    builder: Builder
    """Its rows begin with the id."""
    _prepared: dict[bool, Prepared] = field(default_factory=dict)
    _leads: dict[bool, Prepared | None] = field(default_factory=dict)

    def run(self, run: Run, keys: Sequence[str]) -> Asking[Mapping[str, Any]]:
        """One statement, two more where an id is not there, and those of the children."""
        if not keys:
            return {}
        rows, leads = (yield from self._read(run, keys)), {}
        if len(rows) < len(keys):
            there = {row[0] for row in rows}
            leads = yield from self._follow(run, [key for key in keys if key not in there])
            rows = [*rows, *(yield from self._read(run, sorted(set(leads.values()) - there)))]
        builder = self.builder
        children = yield from run.children(builder, rows)
        built = builder.build(rows, *children)
        found = {row[0]: value for row, value in zip(rows, built, strict=True)}
        found.update((old, found[new]) for old, new in leads.items() if new in found)
        return found

    def _read(self, run: Run, keys: Sequence[str]) -> Asking[Rows]:
        if not keys:
            return at_once([])
        one = len(keys) == 1
        prepared = self._prepared.get(one)
        if prepared is None:
            prepared = self._prepared[one] = prepare_rows(run.dialect, self.builder.wanted, one=one)
        return run.ask(prepared, prepared.bind((), keys, run.sides(self.builder)))

    def _follow(self, run: Run, keys: Sequence[str]) -> Asking[dict[str, str]]:
        one = len(keys) == 1
        if one not in self._leads:
            self._leads[one] = prepare_leads(run.dialect, self.noun, one=one)
        prepared = self._leads[one]
        return {} if prepared is None else dict((yield from run.ask(prepared, prepared.bind((), keys))))


@dataclass(slots=True)
class JudgementsStep:
    """What was judged of events or actors."""

    noun: str
    builder: Builder
    _prepared: Sequence[Prepared] = ()

    def run(self, run: Run, keys: Sequence[str]) -> Asking[Mapping[str, list[Any]]]:
        """Two statements, and those of the children."""
        if not keys:
            return {}
        if not self._prepared:
            self._prepared = prepare_judgements(run.dialect, self.noun, self.builder.wanted)
        found = yield from run.ask_all([(prepared, prepared.bind((), keys)) for prepared in self._prepared])
        judged = shown_judgements((row for rows in found for row in rows), len(self.builder.wanted.refs))
        builder = self.builder
        children = yield from run.children(builder, *judged.values())
        return {key: builder.build(own, *children) for key, own in judged.items()}


@dataclass(slots=True)
class ListingStep:
    """Pages of a list: one, or one for each of some parents."""

    listing: Listing
    builder: Builder
    getters: Mapping[str, Getter]
    has_rows: bool
    """Whether anything of the page is asked for beyond its total."""
    has_total: bool
    has_variables: bool
    """Whether its arguments depend on any, not on literals alone."""
    written: WrittenPage | None = None
    """How SQLite gives the page of a whole collection as one text, where it can."""
    _last: tuple[Sequence[str], list[Any], Asked] | None = None
    """What was asked last, by which literals and arguments: lists inside others are mostly asked for the same."""
    _pages: Recent[Any, Prepared] = field(default_factory=lambda: Recent(MOST_STATEMENTS))
    _counts: Recent[Any, Prepared] = field(default_factory=lambda: Recent(MOST_STATEMENTS))

    def run_root(self, run: Run) -> Asking[Any]:
        """The page of the whole collection."""
        asked = self._asked(run.inputs)
        if self.written is not None and self.written.is_possible:
            built = yield from self._written(run, asked, self.written)
            if built is not None:
                return built
        prepared, questions = self._questions(run, asked, ())
        found = yield from run.ask_all(questions)
        page = Page.of(found[0] if self.has_rows else (), asked.request)
        total = found[-1][0][0] if self.has_total else None
        builder = self.builder
        children = yield from run.children(builder, page.rows)
        return builder.build(*page, total, self._cursor(prepared), *children)

    def run(self, run: Run, keys: Sequence[str]) -> Asking[Mapping[str, Any]]:
        """The page of each parent."""
        if not keys:
            return {}
        if len(keys) > MOST_KEYS:
            raise Fallback("too many parents for one statement")
        asked = self._asked(run.inputs)
        prepared, questions = self._questions(run, asked, keys)
        found = yield from run.ask_all(questions)
        pages = self._grouped(found[0] if self.has_rows else (), asked.request, keys)
        totals: dict[str, int] = dict(found[-1]) if self.has_total else {}
        builder, cursor = self.builder, self._cursor(prepared)
        children = yield from run.children(builder, *[page.rows for page in pages.values()])
        build = builder.build
        return {key: build(*page, totals.get(key, 0), cursor, *children) for key, page in pages.items()}

    def _written(self, run: Run, asked: Asked, written: WrittenPage) -> Asking[Any]:
        """The page as SQLite has written it; None where there is something that it cannot write."""
        prepared = written.prepared(run, asked)
        if prepared is None:
            return None
        questions = [(prepared, _bound(prepared, asked.shape))]
        if self.has_total:
            questions.append(self._total(run, asked, ()))
        found = yield from run.ask_all(questions)
        return written.build(found[0][0], asked.request, prepared.order, found[-1][0][0] if self.has_total else None)

    def _asked(self, inputs: Inputs) -> Asked:
        last = self._last
        if last is not None and last[0] is inputs.literals and not self.has_variables:
            return last[2]
        given = [get(inputs) for get in self.getters.values()]
        if last is not None and last[1] == given:
            return last[2]
        asked = self._read_arguments(dict(zip(self.getters, given, strict=True)))
        self._last = (inputs.literals, given, asked)
        return asked

    def _read_arguments(self, given: Mapping[str, Any]) -> Asked:
        first, after, last, before, where, search, order = (
            None if (value := given.get(name)) is Undefined else value for name in _ARGUMENTS
        )
        request = page_request(first, after, last, before)
        if order:
            selection = Selection(where or None, search or None, order["field"], order["direction"] == "DESC")
        else:
            selection = Selection(where or None, search or None)
        return Asked(request, selection, shape_of(request, selection))

    def _questions(self, run: Run, asked: Asked, keys: Sequence[str]) -> tuple[Prepared, list[Question]]:
        """The page's statement, and what is asked: rows and total, as far as they are wanted."""
        one, shape = len(keys) == 1, asked.shape
        prepared = asked.pages.get(one)
        if prepared is None:
            make = partial(self.listing.prepare, run.dialect, asked.request, asked.selection, one=one)
            prepared = asked.pages[one] = _kept(self._pages, (shape.key, one), make)
        values = _bound(prepared, shape, keys, run.sides(self.builder))
        questions = [(prepared, values)] if self.has_rows else []
        if self.has_total:
            questions.append(self._total(run, asked, keys))
        return prepared, questions

    def _total(self, run: Run, asked: Asked, keys: Sequence[str]) -> Question:
        one, shape = len(keys) == 1, asked.shape
        prepared = asked.counts.get(one)
        if prepared is None:
            make = partial(self.listing.prepare_count, run.dialect, asked.selection, one=one)
            prepared = asked.counts[one] = _kept(self._counts, (shape.key, one), make)
        return prepared, prepared.bind(shape.given, keys)

    def _grouped(self, rows: Rows, request: PageRequest, keys: Sequence[str]) -> dict[str, Page]:
        if len(keys) == 1:
            return {keys[0]: Page.of(rows, request)}
        parent = len(self.builder.wanted.refs) + (2 if self.listing.has_cursors else 0)
        found: dict[str, list[Row]] = {key: [] for key in keys}
        for row in rows:
            found[row[parent]].append(row)
        return {key: Page.of(own, request) for key, own in found.items()}

    def _cursor(self, prepared: Prepared) -> Callable[[Row], str]:
        order, value = prepared.order, len(self.builder.wanted.refs)
        assert order is not None
        return lambda row: encode_cursor(order, cursor_value(row[value], order.type), row[value + 1])


def _bound(
    prepared: Prepared, shape: Shape, keys: Sequence[str] = (), sides: Mapping[str, int] | None = None
) -> Values:
    """The values of a page's statement."""
    assert prepared.order is not None
    given = [*shape.given, *cursor_values(prepared.order, shape)] if shape.key is not None else ()
    return prepared.bind(given, keys, sides)


@dataclass(slots=True)
class WrittenPage:
    """A page of a whole collection whose objects SQLite writes as JSON."""

    listing: Listing
    builder: Builder
    is_possible: bool = True
    """False once there was a value that SQLite cannot write: there may be more."""
    _pages: Recent[Any, Prepared | Literal[False]] = field(default_factory=lambda: Recent(MOST_STATEMENTS))

    def prepared(self, run: Run, asked: Asked) -> Prepared | None:
        """Its statement; None where the page must be read row by row."""
        key = asked.shape.key
        if key is None:
            return None
        known = self._pages.get(key)
        if known is None:
            made = self.listing.prepare_written(run.dialect, asked.request, asked.selection)
            known = self._pages.keep(key, made or False)
        return known or None

    def build(self, row: Row, request: PageRequest, order: Order | None, total: int | None) -> Any:
        """What becomes of its only row; None where something could not be written."""
        text, count = row[0] or "", row[1]
        if UNSHOWN in text:
            self.is_possible = False
            return None
        start = end = None
        more = count > request.size
        if self.listing.has_cursors and count and request.size:
            assert order is not None
            ids, values = row[2].split(BETWEEN), orjson.loads(row[3])
            ends = [
                encode_cursor(order, cursor_value(values[place], order.type), ids[place])
                for place in (0, min(count, request.size) - 1)
            ]
            start, end = reversed(ends) if request.backward else ends
        if more:
            text = text.rpartition(BETWEEN)[0]
        objects = ",".join(reversed(text.split(BETWEEN))) if request.backward else text.replace(BETWEEN, ",")
        nodes = orjson.Fragment(f"[{objects}]")
        return self.builder.build(nodes, *_around(request, more=more), total, start, end)


def _kept(statements: Recent[Any, Prepared], key: tuple[Hashable, bool], make: Callable[..., Prepared]) -> Prepared:
    """The statement of a shape, made where it is not there; of no shape one for these values alone."""
    if key[0] is None:
        return make(kept=False)
    return statements.get(key) or statements.keep(key, make(kept=True))


_ARGUMENTS = ("first", "after", "last", "before", "where", "search", "order_by")


class Page(NamedTuple):
    """Rows of one page, in order; its parts are what generated code takes."""

    rows: Sequence[Row]
    has_next: bool
    has_previous: bool

    @classmethod
    def of(cls, rows: Sequence[Row], request: PageRequest) -> Page:
        """Out of the rows of a statement, which has one more than the page where there is more."""
        more = len(rows) > request.size
        kept = rows[: request.size] if more else rows
        return cls(kept[::-1] if request.backward else kept, *_around(request, more=more))


def _around(request: PageRequest, *, more: bool) -> tuple[bool, bool]:
    """Whether there is more after a page and before it; `more` is that there is on the side to which it is read."""
    return (request.before is not None, more) if request.backward else (more, request.after is not None)
