"""Steps of a plan: each runs one statement, those of its children, and makes objects of the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, Protocol

from graphql import Undefined
from sqlalchemy import Dialect

from api.graphql.evidence import USUAL_CONTEXT
from api.graphql.fast.arguments import Getter, Inputs
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.recent import Recent
from api.graphql.fast.rows import Builder, Row
from api.graphql.fast.values import cursor_value
from api.graphql.limits import Measure
from dateline.store.cursors import encode_cursor
from dateline.store.judgements import shown_judgements
from dateline.store.pages import PageRequest, Selection, page_request
from dateline.store.partaking import Places, ranked, reports_that_differ
from dateline.store.plans.asking import Asking, Fetch, Question, Rows, at_once, in_turn, together
from dateline.store.plans.belongings import (
    prepare_confidence,
    prepare_judgements,
    prepare_leads,
    prepare_list,
    prepare_rows,
)
from dateline.store.plans.listing import Listing
from dateline.store.plans.prepared import Prepared, Values
from dateline.store.plans.questions import Shape, cursor_values, shape_of
from dateline.store.reads import LONGEST_CONTEXT

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
    places: Places | None = None
    """What participants are ranked by."""
    _prepared: dict[bool, Prepared] = field(default_factory=dict)
    _sure: Prepared | None = None

    def run(self, run: Run, keys: Sequence[str]) -> Asking[Mapping[str, list[Any]]]:
        """One statement, and those of the children."""
        if not keys:
            return {}
        one = len(keys) == 1
        prepared = self._prepared.get(one)
        if prepared is None:
            prepared = self._prepared[one] = prepare_list(run.dialect, self.name, self.builder.wanted, one=one)
        rows = yield from run.ask(prepared, prepared.bind((), keys, run.sides(self.builder)))
        groups: Mapping[str, Sequence[Row]]
        if self.places is not None:
            reports = reports_that_differ(rows, self.places)
            confidence = (yield from self._confidence(run, reports)) if reports else {}
            groups = ranked(rows, self.places, confidence)
        else:
            groups = {keys[0]: rows} if one else self._grouped(rows)
        children, build = (yield from run.children(self.builder, *groups.values())), self.builder.build
        return {key: build(own, *children) for key, own in groups.items()}

    def _grouped(self, rows: Rows) -> Mapping[str, Sequence[Row]]:
        parent, found = len(self.builder.wanted.refs), defaultdict[str, list[Row]](list)
        for row in rows:
            found[row[parent]].append(row)
        return found

    def _confidence(self, run: Run, reports: Sequence[str]) -> Asking[dict[str, float]]:
        if self._sure is None:
            self._sure = prepare_confidence(run.dialect)
        return dict((yield from run.ask(self._sure, self._sure.bind((), reports))))


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
        children = yield from run.children(self.builder, rows)
        built = self.builder.build(rows, *children)
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
        children = yield from run.children(self.builder, *judged.values())
        return {key: self.builder.build(own, *children) for key, own in judged.items()}


@dataclass(slots=True)
class ListingStep:
    """Pages of a list: one, or one for each of some parents."""

    listing: Listing
    builder: Builder
    getters: Mapping[str, Getter]
    has_rows: bool
    """Whether anything of the page is asked for beyond its total."""
    has_total: bool
    _last: tuple[list[Any], Asked] | None = None
    """What was asked last, and by which arguments: most lists inside others are asked for the same each time."""
    _pages: Recent[Any, Prepared] = field(default_factory=lambda: Recent(MOST_STATEMENTS))
    _counts: Recent[Any, Prepared] = field(default_factory=lambda: Recent(MOST_STATEMENTS))

    def run_root(self, run: Run) -> Asking[Any]:
        """The page of the whole collection."""
        asked = self._asked(run.inputs)
        prepared, questions = self._questions(run, asked, ())
        found = yield from run.ask_all(questions)
        page = Page.of(found[0] if self.has_rows else (), asked.request)
        total = found[-1][0][0] if self.has_total else None
        children = yield from run.children(self.builder, page.rows)
        return self.builder.build(*page, total, self._cursor(prepared), *children)

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
        children = yield from run.children(self.builder, *(page.rows for page in pages.values()))
        build, cursor = self.builder.build, self._cursor(prepared)
        return {key: build(*page, totals.get(key, 0), cursor, *children) for key, page in pages.items()}

    def _asked(self, inputs: Inputs) -> Asked:
        given = [get(inputs) for get in self.getters.values()]
        last = self._last
        if last is not None and last[0] == given:
            return last[1]
        asked = self._read_arguments(dict(zip(self.getters, given, strict=True)))
        self._last = (given, asked)
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
        assert prepared.order is not None
        given = [*shape.given, *cursor_values(prepared.order, shape)] if shape.key is not None else ()
        values = prepared.bind(given, keys, run.sides(self.builder))
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
        if request.backward:
            return cls(kept[::-1], request.before is not None, more)
        return cls(kept, more, request.after is not None)
