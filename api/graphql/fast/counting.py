"""Numbers over events: buckets of the store as objects of an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import Undefined

from api.graphql.fast.arguments import Getter
from api.graphql.fast.recent import Recent
from api.graphql.fast.selections import Field
from api.graphql.fast.steps import MOST_STATEMENTS, RowsStep, Run
from dateline.store.filtering.parameters import Slots
from dateline.store.reading.pages import PageRequest, Selection
from dateline.store.reading.plans.asking import Asking, Question
from dateline.store.reading.plans.prepared import Prepared
from dateline.store.reading.plans.questions import given_later, shape_of
from dateline.store.reading.statistics import Bucket, Dimension, buckets_of, buckets_statement

NOUNS = {Dimension.LOCATION: "location", Dimension.ACTOR: "actor"}
Nodes = Mapping[tuple[str, str, str], Mapping[str, Any]]
"""Objects by id, by the keys that lead to their field and by their noun."""
_ARGUMENTS = ("where", "search", "first")
MakeBucket = Callable[[Bucket, Sequence[Dimension], Nodes], dict[str, Any]]


@dataclass(frozen=True, slots=True, eq=False)
class StatisticsStep:
    """The largest buckets, with the locations or actors that they are of where those are asked for."""

    getters: Mapping[str, Getter]
    make: MakeBucket
    nodes: Mapping[tuple[str, str], Mapping[str, RowsStep]]
    prepared: Recent[Any, Prepared] = field(default_factory=lambda: Recent(MOST_STATEMENTS))

    def run(self, run: Run) -> Asking[list[dict[str, Any]]]:
        """One statement, and one for each noun of a node."""
        given = {name: get(run.inputs) for name, get in self.getters.items()}
        where, search, first = (None if given[name] is Undefined else given[name] for name in _ARGUMENTS)
        dimensions = tuple(Dimension(one) for one in given["by"])
        prepared, values = self._question(run, Selection(where or None, search or None), dimensions, first)
        buckets = buckets_of((yield from run.ask(prepared, values)), len(dimensions))
        work = {
            (*key, NOUNS[dimension]): steps[NOUNS[dimension]].run(run, _values(buckets, place))
            for key, steps in self.nodes.items()
            for place, dimension in enumerate(dimensions)
            if dimension in NOUNS
        }
        found = yield from run.all(list(work.values()))
        nodes = dict(zip(work, found, strict=True))
        return [self.make(bucket, dimensions, nodes) for bucket in buckets]

    def _question(self, run: Run, asked: Selection, by: tuple[Dimension, ...], first: int | None) -> Question:
        shape = shape_of(PageRequest(), asked)
        key = (shape.key, by, first)
        prepared = self.prepared.get(key) if shape.key is not None else None
        if prepared is None:
            slots = Slots()
            chosen = given_later(PageRequest(), asked, slots)[1] if shape.key is not None else asked
            prepared = Prepared(buckets_statement(chosen, by, first, run.dialect.name), slots, run.dialect)
            if shape.key is not None:
                self.prepared.keep(key, prepared)
        return prepared, prepared.bind(shape.given)


def _values(buckets: Sequence[Bucket], place: int) -> list[str]:
    return list(dict.fromkeys(value for bucket in buckets if (value := bucket.values[place]) is not None))


def bucket_maker(fields: Sequence[Field], keys: Mapping[str, Sequence[Field]]) -> MakeBucket:
    """Makes one bucket; `keys` are the selections of its keys, by the key of their field."""

    def make(bucket: Bucket, dimensions: Sequence[Dimension], nodes: Nodes) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in fields:
            if one.name == "keys":
                pairs = zip(dimensions, bucket.values, strict=True)
                found[one.key] = [_key(one.key, keys[one.key], dimension, value, nodes) for dimension, value in pairs]
            else:
                found[one.key] = "EventBucket" if one.name == "__typename" else getattr(bucket, one.name)
        return found

    return make


def _key(owner: str, fields: Sequence[Field], dimension: Dimension, value: str | None, nodes: Nodes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in fields:
        if one.name == "node":
            noun = NOUNS.get(dimension)
            found[one.key] = nodes[owner, one.key, noun].get(value) if noun and value is not None else None
        else:
            shown = {"dimension": dimension.value, "value": value, "__typename": "EventKey"}
            found[one.key] = shown[one.name]
    return found
